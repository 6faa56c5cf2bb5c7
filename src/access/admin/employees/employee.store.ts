/** One employee as administration sees them: the account, what the organisation has been granted, and what has happened. */

import { sql } from 'kysely'
import type { WeeklyHours } from '../../../base/weekly-hours.ts'
import type { AccountAtTheDoor } from '../../../people/account.ts'
import type { Trx } from '../../../storage/database.ts'
import type { Language } from '../../../web/languages.ts'

export interface Employee {
  account: AccountAtTheDoor
  name: string
  email: string | null
  language: Language
  lastLogInAt: Date | null
}

const uuidPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Text from an address or a form, where it can be an id at all. */
export function readId(text: string | null | undefined): string | null {
  return text && uuidPattern.test(text) ? text.toLowerCase() : null
}

/** Null for what is not of the organisation as for what does not exist: the database shows neither. */
export async function findEmployee(trx: Trx, accountId: string): Promise<Employee | null> {
  const row = await trx
    .selectFrom('account')
    .innerJoin('person', 'person.id', 'account.person_id')
    .innerJoin('organisation', 'organisation.id', 'account.organisation_id')
    .leftJoin('unit', 'unit.id', 'account.unit_id')
    .selectAll('account')
    .select([
      'person.name',
      'person.email',
      'person.language',
      'organisation.cvr',
      'organisation.name as organisation_name',
      'organisation.status as organisation_status',
      'organisation.allows_private_log_in',
      'unit.name as unit_name',
      'unit.sor',
      'unit.p_number',
      'unit.ydernummer',
    ])
    .where('account.id', '=', accountId)
    .executeTakeFirst()
  if (!row) return null
  return {
    name: row.name,
    email: row.email,
    language: row.language,
    lastLogInAt: row.last_log_in_at,
    account: {
      id: row.id,
      personId: row.person_id,
      key: row.key,
      status: row.status,
      validFrom: row.valid_from,
      validUntil: row.valid_until,
      hours: row.hours as WeeklyHours[] | null,
      professionalUuid: row.professional_uuid,
      rid: row.rid,
      organisation: {
        id: row.organisation_id,
        cvr: row.cvr,
        name: row.organisation_name,
        status: row.organisation_status,
        allowsPrivateLogIn: row.allows_private_log_in,
      },
      unit:
        row.unit_id && row.unit_name !== null
          ? { id: row.unit_id, name: row.unit_name, sor: row.sor, pNumber: row.p_number, ydernummer: row.ydernummer }
          : null,
    },
  }
}

/** The names of the persons among these who have an account in the organisation; what is not an id is left out. */
export async function findNames(trx: Trx, ids: readonly string[]): Promise<Map<string, string>> {
  const wanted = ids.flatMap((id) => readId(id) ?? [])
  if (wanted.length === 0) return new Map()
  const rows = await trx.selectFrom('person').select(['id', 'name']).where('id', 'in', wanted).execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** What a number in a data scope is called here: SOR, P-number and ydernummer of the organisation's units. */
export async function findUnitNames(trx: Trx, numbers: readonly string[]): Promise<Map<string, string>> {
  if (numbers.length === 0) return new Map()
  const { rows } = await sql<{ number: string; name: string }>`
    select number, min(name) as name from unit, unnest(array[sor, p_number, ydernummer]) as number
    where organisation_id = current_organisation() and number = any(${[...numbers]}::text[]) group by number`.execute(
    trx,
  )
  return new Map(rows.map(({ number, name }) => [number, name]))
}

/** Service id → when the account was last used there. */
export async function findLastUsed(trx: Trx, accountId: string): Promise<Map<string, Date>> {
  const rows = await trx
    .selectFrom('account_service_use')
    .select(['service_id', 'last_used_at'])
    .where('account_id', '=', accountId)
    .execute()
  return new Map(rows.map((row) => [row.service_id, row.last_used_at]))
}

/** What is told on an account's timeline. That somebody looked is told to the employee, on their own pages. */
export const timelineActions = [
  'account.added',
  'account.changed',
  'account.activated',
  'account.corrected',
  'account.moved',
  'account.suspended',
  'account.reopened',
  'account.ended',
  'invitation.sent',
  'invitation.withdrawn',
  'invitation.accepted',
  'role-assignment.added',
  'role-assignment.changed',
  'role-assignment.withdrawn',
] as const

export interface TimelineEvent {
  at: Date
  action: (typeof timelineActions)[number]
  actorId: string | null
  role: { nameDa: string; nameEn: string } | null
  reason: string
}

interface EventRow extends Omit<TimelineEvent, 'role'> {
  name_da: string | null
  name_en: string | null
}

/** The newest first: what was done to the account, and to the roles it has or had. */
export async function findTimeline(trx: Trx, accountId: string): Promise<TimelineEvent[]> {
  const { rows } = await sql<EventRow>`
    select event.at, event.action, event.actor_id as "actorId", role.name_da, role.name_en,
      coalesce(event.details->>'reason', '') as reason
    from audit_event event
    left join role_assignment held on event.object_kind = 'role-assignment' and held.id::text = event.object_id
      and held.account_id = ${accountId}
    left join role on role.id = held.role_id
    where event.sequence = any(array(
        select sequence from audit_event
        where object_kind in ('person', 'account', 'role-assignment') and object_id = any(array(
          select ${accountId}::text union all select id::text from role_assignment where account_id = ${accountId}::uuid))))
      and event.action = any(${[...timelineActions]}::text[])
    order by event.sequence desc limit 30`.execute(trx)
  return rows.map(({ name_da, name_en, ...row }) => ({
    ...row,
    role: name_da !== null && name_en !== null ? { nameDa: name_da, nameEn: name_en } : null,
  }))
}
