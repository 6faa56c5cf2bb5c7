/** The enrolments that wait for system management, those that wait for others, and those that are decided. */
import { sql } from 'kysely'
import type { Cursor } from '../../base/cursor.ts'
import type { Db, Trx } from '../../storage/database.ts'
import { type LongList, type Page, readPage } from '../../storage/keyset.ts'
import type { EnrolmentState } from '../enrolment-state.ts'

export const enrolmentFilters = ['venter', 'andre', 'afgjort'] as const

export type EnrolmentFilter = (typeof enrolmentFilters)[number]

export interface ListedEnrolment {
  id: string
  reference: string
  name: string
  cvr: string | null
  state: EnrolmentState
  since: Date
}

const statesOf: Record<EnrolmentFilter, readonly EnrolmentState[]> = {
  venter: ['signed', 'paper-received'],
  andre: ['awaiting-signature', 'returned'],
  afgjort: ['approved', 'rejected'],
}

/** Those that wait for somebody have a day on which they are over, whatever their row says. */
export function listEnrolments(
  db: Db | Trx,
  filter: EnrolmentFilter,
  cursor: Cursor | null,
  now: Date,
): Promise<Page<ListedEnrolment>> {
  const waits = filter === 'venter'
  const list: LongList = {
    from: sql`enrolment`,
    where: sql<boolean>`state = any(${[...statesOf[filter]]}) ${filter === 'andre' ? sql`and expires_at > ${now}` : sql``}`,
    id: sql`enrolment.id`,
    order: waits ? [sql`handed_in_at`, sql`enrolment.id`] : [sql`updated_at`, sql`enrolment.id`],
    descending: !waits,
    rows: sql`
      select enrolment.id, reference, coalesce(typed #>> '{organisation,name}', '') as name, cvr, state,
        coalesce(decided_at, handed_in_at, updated_at) as since
      from page join enrolment on enrolment.id = page.id`,
    countTo: 1000,
  }
  return readPage<ListedEnrolment>(db, list, cursor)
}

export interface OtherEnrolment {
  id: string
  reference: string
  state: EnrolmentState
}

/** Others of the same number that are not over. */
export async function findOthersOfCvr(db: Db | Trx, cvr: string, id: string): Promise<OtherEnrolment[]> {
  return db
    .selectFrom('enrolment')
    .select(['id', 'reference', 'state'])
    .where('cvr', '=', cvr)
    .where('id', '<>', id)
    .where('state', 'in', ['awaiting-signature', 'signed', 'paper-received', 'returned'])
    .orderBy('updated_at', 'desc')
    .limit(10)
    .execute()
}
