/** Roles and accounts whose end is near and has not been told of, asked of the dates as they stand now. */
import { sql } from 'kysely'
import type { Db, Trx } from '../../storage/database.ts'

export interface Ending {
  kind: 'role-assignment' | 'account'
  /** Of the assignment or the account. */
  id: string
  organisationId: string
  accountId: string
  unitId: string | null
  serviceId: string | null
  roleId: string | null
  until: Date
  /** Which of the warnings is due, the last that is: 30, 7 or 1 days before. */
  days: number
}

const oneDay = 86_400_000

/**
 * What was given with less time than that to go is not told of at once, and what goes on in another assignment, or ends with its
 * account, is not told of at all.
 */
export async function findEndings(db: Db, now: Date, limit: number): Promise<Ending[]> {
  const within = (days: number) => new Date(now.getTime() + days * oneDay)
  const due = (until: string) =>
    sql`case when ${sql.ref(until)} <= ${within(1)} then 1 when ${sql.ref(until)} <= ${within(7)} then 7 else 30 end`
  const near = (until: string) => sql<boolean>`(${sql.ref(until)} > ${now} and ${sql.ref(until)} <= ${within(30)})`
  const open = sql<boolean>`(organisation.status = 'active' and account.status = 'active'
    and (account.valid_until is null or account.valid_until > ${now}))`
  const { rows } = await sql<Ending>`
    select ending.kind, ending.id, ending.organisation_id as "organisationId", ending.account_id as "accountId",
      ending.unit_id as "unitId", ending.service_id as "serviceId", ending.role_id as "roleId", ending.until, ending.days
    from (
      select 'role-assignment' as kind, held.id, account.organisation_id, account.id as account_id, account.unit_id,
        held.service_id, held.role_id, held.valid_until as until, ${due('held.valid_until')} as days, held.given_at as since
      from role_assignment held join account on account.id = held.account_id
      join organisation on organisation.id = account.organisation_id
      join role on role.id = held.role_id and role.status = 'active'
      join service_grant given on given.organisation_id = account.organisation_id and given.service_id = held.service_id
        and (given.valid_until is null or given.valid_until > ${now})
      where held.withdrawn_at is null and ${near('held.valid_until')} and ${open}
        and (account.valid_until is null or account.valid_until > held.valid_until)
        and not exists (select from role_assignment more where more.account_id = held.account_id and more.role_id = held.role_id
          and more.withdrawn_at is null and more.valid_from <= held.valid_until
          and (more.valid_until is null or more.valid_until > held.valid_until))
      union all
      select 'account', account.id, account.organisation_id, account.id, account.unit_id, null, null, account.valid_until,
        ${due('account.valid_until')}, account.created_at
      from account join organisation on organisation.id = account.organisation_id
      where ${near('account.valid_until')} and ${open}
    ) ending
    where ending.since < ending.until - make_interval(days => ending.days)
      and not exists (select from ending_warning warning where warning.kind = ending.kind and warning.row_id = ending.id
        and warning.until = ending.until and warning.days = ending.days)
    order by ending.organisation_id, ending.until, ending.id limit ${limit}`.execute(db)
  return rows
}

/** Those that nobody else has told of: each is told of by whoever writes its row. */
export async function claimEndings(trx: Trx, endings: readonly Ending[], now: Date): Promise<Ending[]> {
  if (endings.length === 0) return []
  const wanted = endings.map(({ kind, id, until, days }) => ({ kind, row_id: id, until, days, warned_at: now }))
  const { rows } = await sql<{ id: string }>`
    insert into ending_warning (kind, row_id, until, days, warned_at)
    select kind, row_id, until, days, warned_at
    from jsonb_populate_recordset(null::ending_warning, ${JSON.stringify(wanted)}::jsonb)
    on conflict do nothing returning row_id as id`.execute(trx)
  const mine = new Set(rows.map(({ id }) => id))
  return endings.filter(({ id }) => mine.has(id))
}

/** Of what ended before then. Returns how many were removed: at most `limit`. */
export async function removeOldEndingWarnings(trx: Trx, before: Date, limit: number): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from ending_warning where (kind, row_id, until, days) in (
      select kind, row_id, until, days from ending_warning where until < ${before} limit ${limit})`.execute(trx)
  return Number(numAffectedRows ?? 0)
}
