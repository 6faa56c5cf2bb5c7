/** Who holds the roles that the organisation may hand out, within an administrator's units. */
import { type RawBuilder, sql } from 'kysely'
import type { Cursor } from '../../../base/cursor.ts'
import type { WeeklyHours } from '../../../base/weekly-hours.ts'
import type { AccountAtTheDoor } from '../../../people/account.ts'
import type { Trx } from '../../../storage/database.ts'
import { type Page, readPage } from '../../../storage/keyset.ts'
import type { Limits } from '../../capacities/capacity.ts'

/** Assignments that are neither taken back nor past, of accounts that are not over. */
function isHeld({ unitIds }: Limits, now: Date): RawBuilder<boolean> {
  return sql<boolean>`held.organisation_id = current_organisation() and held.withdrawn_at is null
    and (held.valid_until is null or held.valid_until > ${now})
    and account.organisation_id = current_organisation() and account.status <> 'ended'
    and (account.valid_until is null or account.valid_until > ${now})
    and ${unitIds ? sql`account.unit_id = any(${[...unitIds]}::uuid[])` : sql`true`}`
}

/**
 * Role id → number of people who have it. An index holds all that is asked of the assignments, in the order they are counted in; the
 * accounts that are over are few, and left out by name.
 */
export async function countHolders(trx: Trx, { unitIds }: Limits, now: Date): Promise<Map<string, number>> {
  const own = sql`account.organisation_id = current_organisation()`
  const inUnits = sql`held.account_id in (
    select account.id from account where ${own} and account.unit_id = any(${[...(unitIds ?? [])]}::uuid[]))`
  const { rows } = await sql<{ role_id: string; holders: number }>`
    select held.role_id, count(distinct held.account_id)::integer as holders from role_assignment held
    where held.organisation_id = current_organisation() and held.withdrawn_at is null
      and (held.valid_until is null or held.valid_until > ${now})
      and held.account_id not in (
        select account.id from account where ${own} and (account.status = 'ended' or account.valid_until <= ${now}))
      and ${unitIds ? inUnits : sql`true`}
    group by held.role_id`.execute(trx)
  return new Map(rows.map(({ role_id, holders }) => [role_id, holders]))
}

export interface Holder {
  /** Of the assignment. */
  id: string
  accountId: string
  name: string
  unitName: string | null
  status: AccountAtTheDoor['status']
  accountFrom: Date
  accountUntil: Date | null
  scopes: Readonly<Record<string, readonly string[]>>
  validFrom: Date
  validUntil: Date | null
  /** The hours of the week it holds in; null: always. */
  hours: readonly WeeklyHours[] | null
}

/** By name; somebody who has the role for two things is there twice. */
export function listHolders(
  trx: Trx,
  limits: Limits,
  roleId: string,
  { cursor, now }: { cursor: Cursor | null; now: Date },
): Promise<Page<Holder>> {
  return readPage<Holder>(
    trx,
    {
      from: sql`role_assignment held join account on account.id = held.account_id`,
      where: sql<boolean>`held.role_id = ${roleId} and ${isHeld(limits, now)}`,
      id: sql`held.id`,
      order: [sql`account.name_key`, sql`held.id`],
      rows: sql`
        select held.id, held.account_id as "accountId", person.name, unit.name as "unitName", account.status,
          account.valid_from as "accountFrom", account.valid_until as "accountUntil", held.scopes,
          held.valid_from as "validFrom", held.valid_until as "validUntil", held.hours
        from page join role_assignment held on held.id = page.id join account on account.id = held.account_id
        join person on person.id = account.person_id left join unit on unit.id = account.unit_id`,
      countTo: null,
      searched: true,
    },
    cursor,
  )
}
