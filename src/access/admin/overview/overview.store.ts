/** What an administrator's day begins with: how many wait for something, what ends, and what was done last. */
import { sql } from 'kysely'
import type { Trx } from '../../../storage/database.ts'
import type { Limits } from '../../capacities/capacity.ts'
import { type TimelineEvent, timelineActions } from '../employees/employee.store.ts'
import { employeesAre, type StatusFilter, withinLimits } from '../employees/employees.store.ts'

/** What is counted, in the order it is shown; each is a filter of the list of employees, so the list has as many. */
export const workKinds = [
  'requested',
  'roles-ending',
  'account-ending',
  'not-seen',
  'invited',
] as const satisfies StatusFilter[]

export type Work = Record<(typeof workKinds)[number], number>

export async function countWork(trx: Trx, limits: Limits, now: Date): Promise<Work> {
  const counts = workKinds.map(
    (
      kind,
    ) => sql`(select count(*)::integer from account where ${withinLimits(limits)} and ${employeesAre(kind, limits, now)})
      as ${sql.ref(kind)}`,
  )
  const { rows } = await sql<Work>`select ${sql.join(counts)}`.execute(trx)
  return rows[0] ?? { requested: 0, 'roles-ending': 0, 'account-ending': 0, 'not-seen': 0, invited: 0 }
}

export interface Change extends Omit<TimelineEvent, 'reason'> {
  accountId: string
  person: string
}

interface ChangeRow extends Omit<Change, 'role'> {
  name_da: string | null
  name_en: string | null
}

const changesShown = 8
/** Of the newest changes of the whole organisation so many are looked through for those within the limits. */
const changesRead = 200

/** The newest first. */
export async function findChanges(trx: Trx, limits: Limits): Promise<Change[]> {
  const { rows } = await sql<ChangeRow>`
    with newest as (
      select sequence, at, action, actor_id, object_kind, object_id::uuid as object_id from audit_event
      where organisation_id = current_organisation() and object_kind in ('account', 'role-assignment')
        and action <> 'account.viewed' and action = any(${[...timelineActions]}::text[])
      order by sequence desc limit ${changesRead})
    select newest.at, newest.action, newest.actor_id as "actorId", account.id as "accountId", person.name as person,
      role.name_da, role.name_en
    from newest
    left join role_assignment held on newest.object_kind = 'role-assignment' and held.id = newest.object_id
    join account on account.id = case newest.object_kind when 'account' then newest.object_id else held.account_id end
    join person on person.id = account.person_id
    left join role on role.id = held.role_id
    where ${withinLimits(limits)}
      and (${limits.serviceIds}::uuid[] is null or held.id is null or held.service_id = any(${limits.serviceIds}::uuid[]))
    order by newest.sequence desc limit ${changesShown}`.execute(trx)
  return rows.map(({ name_da, name_en, ...row }) => ({
    ...row,
    role: name_da !== null && name_en !== null ? { nameDa: name_da, nameEn: name_en } : null,
  }))
}
