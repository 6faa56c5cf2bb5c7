/** Names for what stands in the log as ids, and ids for names that are asked for. Nobody outside who may be seen is named. */
import { sql } from 'kysely'
import type { LoggedEvent } from '../../audit/list-events.store.ts'
import { isUuid } from '../../base/ids.ts'
import type { Trx } from '../../storage/database.ts'
import type { Language } from '../../web/languages.ts'

/** Id or key → name. */
export type LogNames = ReadonlyMap<string, Readonly<Record<Language, string>>>

/** Ids that events tell of: who did it, what it was done to, and what their details name. */
export function idsIn(events: readonly LoggedEvent[]): string[] {
  const ids = events.flatMap(({ actor, object, organisationId, details }) => [
    ...[actor.id, object?.id, organisationId].flatMap((id) => id ?? []),
    ...textsIn(details),
  ])
  return [...new Set(ids)]
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return value.length <= 64 ? [value] : []
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}

interface NameRow {
  id: string
  da: string
  en: string
}

export async function findLogNames(trx: Trx, ids: readonly string[]): Promise<LogNames> {
  if (ids.length === 0) return new Map()
  const uuids = sql`any(${ids.filter(isUuid)}::uuid[])`
  const texts = sql`any(${[...ids]}::text[])`
  const { rows } = await sql<NameRow>`
    select id::text, name as da, name as en from person where id = ${uuids}
    union all select account.id::text, person.name, person.name from account join person on person.id = account.person_id
      where account.id = ${uuids}
    union all select held.id::text, role.name_da || ' (' || person.name || ')', role.name_en || ' (' || person.name || ')'
      from role_assignment held join role on role.id = held.role_id join account on account.id = held.account_id
      join person on person.id = account.person_id where held.id = ${uuids}
    union all select appointment.id::text, person.name, person.name from administrator_appointment appointment
      join account on account.id = appointment.account_id join person on person.id = account.person_id
      where appointment.id = ${uuids}
    union all select held.id::text, person.name, person.name from stand_in held
      join administrator_appointment appointment on appointment.id = held.appointment_id
      join account on account.id = appointment.account_id join person on person.id = account.person_id
      where held.id = ${uuids}
    union all select held.id::text, service.name_da, service.name_en from service_grant held
      join service on service.id = held.service_id where held.id = ${uuids}
    union all select id::text, name_da, name_en from role where id = ${uuids}
    union all select id::text, name, name from unit where id = ${uuids}
    union all select id::text, name, name from organisation where id = ${uuids}
    union all select id::text, name_da, name_en from service where id = ${uuids}
    union all select key, name_da, name_en from service where key = ${texts}
    union all select id::text, name_da, name_en from identity_provider where id = ${uuids}
    union all select key, name_da, name_en from identity_provider where key = ${texts}`.execute(trx)
  return new Map(rows.map(({ id, da, en }) => [id, { da, en }]))
}

/** Persons, and all that the log may say was done to them: themselves, their accounts, their roles. */
export interface FoundPeople {
  personIds: string[]
  objectIds: string[]
}

/** More people than that share the beginning of a name that nobody meant. */
const mostPeople = 200

/** Whose name begins so; in the organisation, or in all of SEB. */
export async function findPeopleCalled(
  trx: Trx,
  beginning: string,
  organisationId: string | null,
): Promise<FoundPeople> {
  const { rows } = organisationId
    ? await sql<{ id: string }>`select distinct person_id as id from (select person_id from account
        where organisation_id = ${organisationId} and name_key >= fold_name(${beginning})
          and name_key < fold_name(${beginning}) || '~' order by name_key limit ${mostPeople}) found`.execute(trx)
    : await sql<{ id: string }>`select id from person where lower(name) collate "C" >= lower(${beginning}) collate "C"
        and lower(name) collate "C" < (lower(${beginning}) || chr(1114111)) collate "C"
        order by lower(name) collate "C" limit ${mostPeople}`.execute(trx)
  const personIds = rows.map(({ id }) => id)
  return { personIds, objectIds: await objectsOf(trx, personIds, null) }
}

/** The person of an account, and what is said of that account. Null where it is not to be seen here. */
export async function findPersonOfAccount(
  trx: Trx,
  accountId: string,
): Promise<(FoundPeople & { name: string }) | null> {
  const row = await trx
    .selectFrom('account')
    .innerJoin('person', 'person.id', 'account.person_id')
    .select(['person.id', 'person.name'])
    .where('account.id', '=', accountId)
    .executeTakeFirst()
  if (!row) return null
  return { name: row.name, personIds: [row.id], objectIds: await objectsOf(trx, [row.id], accountId) }
}

async function objectsOf(trx: Trx, personIds: readonly string[], accountId: string | null): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with held as (select id from account where person_id = any(${[...personIds]}::uuid[])
      and (${accountId}::uuid is null or id = ${accountId}::uuid))
    select id::text from held union all
    select id::text from role_assignment where account_id in (select id from held)`.execute(trx)
  return [...personIds, ...rows.map(({ id }) => id)]
}
