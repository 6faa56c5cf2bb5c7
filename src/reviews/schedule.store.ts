/** How often an organisation's review begins by itself. */
import type { Trx } from '../storage/database.ts'
import type { Silence } from './review.ts'

export interface Schedule {
  /** Null: never. */
  everyMonths: number | null
  answerDays: number
  onlySensitive: boolean
  silence: Silence
  nextAt: Date | null
}

export async function findSchedule(trx: Trx, organisationId: string): Promise<Schedule> {
  const row = await trx
    .selectFrom('organisation')
    .select([
      'review_every_months as everyMonths',
      'review_answer_days as answerDays',
      'review_only_sensitive as onlySensitive',
      'review_silence as silence',
      'review_next_at as nextAt',
    ])
    .where('id', '=', organisationId)
    .executeTakeFirstOrThrow()
  return row
}

export async function writeSchedule(trx: Trx, organisationId: string, schedule: Schedule): Promise<void> {
  await trx
    .updateTable('organisation')
    .set({
      review_every_months: schedule.everyMonths,
      review_answer_days: schedule.answerDays,
      review_only_sensitive: schedule.onlySensitive,
      review_silence: schedule.silence,
      review_next_at: schedule.nextAt,
    })
    .where('id', '=', organisationId)
    .execute()
}
