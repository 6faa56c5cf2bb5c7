/** How many logged in hour by hour, counted once from the audit. */
import { sql } from 'kysely'
import type { Db } from '../../storage/database.ts'

export interface HourCount {
  beginsAt: Date
  people: number
  organisations: number
}

/** Counts the hour that begins then; the same however often it is counted. */
export async function countHour(db: Db, beginsAt: Date, endsAt: Date): Promise<void> {
  await sql`
    insert into log_in_hour (begins_at, people, organisations)
    select ${beginsAt}, count(distinct actor_id), count(distinct organisation_id) from audit_event
    where action = 'sign-in.completed' and sequence > audit_sequence_before(${beginsAt}, null)
      and at >= ${beginsAt} and at < ${endsAt} and sequence <= audit_sequence_before(${endsAt}, null)
    on conflict do nothing`.execute(db)
}

/** Null where nothing has been counted. */
export async function lastCounted(db: Db): Promise<Date | null> {
  const row = await db
    .selectFrom('log_in_hour')
    .select('begins_at')
    .orderBy('begins_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.begins_at ?? null
}

export async function readHours(db: Db, since: Date): Promise<HourCount[]> {
  const rows = await db.selectFrom('log_in_hour').selectAll().where('begins_at', '>=', since).execute()
  return rows.map(({ begins_at: beginsAt, people, organisations }) => ({ beginsAt, people, organisations }))
}

export async function removeHours(db: Db, before: Date): Promise<void> {
  await db.deleteFrom('log_in_hour').where('begins_at', '<', before).execute()
}
