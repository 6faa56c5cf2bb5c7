/** What a person is shown of themselves, within what their log-in may see: accounts, log-ins, live sessions, who did what. */

import { sql } from 'kysely'
import type { WeeklyHours } from '../../base/weekly-hours.ts'
import { type SessionLimits, sessionIsLive } from '../../people/session.ts'
import type { Db, Trx } from '../../storage/database.ts'
import type { AuditEventTable } from '../../storage/schema.ts'
import type { CapacityKind } from '../capacities/capacity.ts'
import type { Sight } from '../viewer.ts'

export interface MyAccount {
  id: string
  organisation: string
  unit: string | null
  status: 'requested' | 'active' | 'suspended' | 'ended'
  /** The hours of the week it holds in; null: always. */
  hours: readonly WeeklyHours[] | null
}

export async function findMyAccounts(db: Db | Trx, personId: string, { only }: Sight): Promise<MyAccount[]> {
  let select = db
    .selectFrom('account')
    .innerJoin('organisation', 'organisation.id', 'account.organisation_id')
    .leftJoin('unit', 'unit.id', 'account.unit_id')
    .select(['account.id', 'organisation.name as organisation', 'unit.name as unit', 'account.status', 'account.hours'])
    .where('account.person_id', '=', personId)
    .orderBy('organisation.name')
  if (only) select = select.where('organisation.cvr', '=', only.cvr)
  const rows = await select.execute()
  return rows.map((row) => ({ ...row, hours: row.hours as MyAccount['hours'] }))
}

/** Account and service → when the one was last used in the other. */
export async function findUse(db: Db | Trx, accountIds: readonly string[]): Promise<Map<string, Date>> {
  if (accountIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('account_service_use')
    .selectAll()
    .where('account_id', 'in', [...accountIds])
    .execute()
  return new Map(rows.map((row) => [`${row.account_id} ${row.service_id}`, row.last_used_at]))
}

/** What numbers in data scopes are called in the organisations of these accounts. */
export async function findMyUnitNames(
  db: Db | Trx,
  accountIds: readonly string[],
  numbers: readonly string[],
): Promise<Map<string, string>> {
  if (numbers.length === 0) return new Map()
  const { rows } = await sql<{ number: string; name: string }>`
    select number, min(name) as name from unit, unnest(array[sor, p_number, ydernummer]) as number
    where organisation_id in (select organisation_id from account where id = any(${[...accountIds]}::uuid[]))
      and number = any(${[...numbers]}::text[]) group by number`.execute(db)
  return new Map(rows.map(({ number, name }) => [number, name]))
}

export interface MySession {
  id: string
  providerDa: string
  providerEn: string
  startedAt: Date
  lastUsedAt: Date
  /** The services it is logged in to. */
  services: { da: string; en: string }[]
}

/** Live ones only, the newest first. */
export async function findMySessions(
  db: Db | Trx,
  personId: string,
  { limits, now, sight: { only } }: { limits: SessionLimits; now: Date; sight: Sight },
): Promise<MySession[]> {
  let select = db
    .selectFrom('session')
    .innerJoin('identity_provider', 'identity_provider.id', 'session.identity_provider_id')
    .select([
      'session.id',
      'session.started_at',
      'session.last_used_at',
      'session.ended_at',
      'identity_provider.name_da',
      'identity_provider.name_en',
      sql<
        MySession['services']
      >`(select coalesce(jsonb_agg(jsonb_build_object('da', service.name_da, 'en', service.name_en)
        order by part.joined_at), '[]') from session_participant part join service on service.id = part.service_id
        where part.session_id = session.id and part.left_at is null)`.as('services'),
    ])
    .where('session.person_id', '=', personId)
    .where('session.ended_at', 'is', null)
    .orderBy('session.started_at', 'desc')
  if (only)
    select = select.where(
      sql<boolean>`session.authentication->>'kind' = 'professional' and session.authentication->'attributes'->'cvr' ? ${only.cvr}`,
    )
  return (await select.execute())
    .map((row) => ({
      id: row.id,
      providerDa: row.name_da,
      providerEn: row.name_en,
      startedAt: row.started_at,
      lastUsedAt: row.last_used_at,
      endedAt: row.ended_at,
      services: row.services,
    }))
    .filter((session) =>
      sessionIsLive({ ...session, personId, identityProviderId: '', authentication: null }, limits, now),
    )
}

export interface MyIdentity {
  providerDa: string
  providerEn: string
  kind: 'professional' | 'person'
  linkedAt: Date
}

/** The log-ins that SEB knows to be this person. */
export async function findMyIdentities(db: Db | Trx, personId: string, { only }: Sight): Promise<MyIdentity[]> {
  let select = db
    .selectFrom('identity')
    .innerJoin('identity_provider', 'identity_provider.id', 'identity.identity_provider_id')
    .select([
      'identity_provider.name_da as providerDa',
      'identity_provider.name_en as providerEn',
      'identity.kind',
      'identity.linked_at as linkedAt',
    ])
    .where('identity.person_id', '=', personId)
    .orderBy('identity.linked_at', 'desc')
  if (only) select = select.where('identity.identity_provider_id', '=', only.identityProviderId)
  return select.execute()
}

export interface EventAboutMe {
  at: Date
  action: string
  by: AuditEventTable['actor_kind']
  byMyself: boolean
  /** As what they acted, where the event tells. */
  capacity: CapacityKind | null
  /** Of those in an organisation that tells its people. */
  name: string | null
  organisation: string | null
  /** The role it was about. */
  roleDa: string | null
  roleEn: string | null
}

const eventsShown = 50

/** The newest of what was done to, and seen of, the person, their accounts and their roles. */
export async function findEventsAboutMe(
  db: Db | Trx,
  personId: string,
  { accountIds, sight: { only } }: { accountIds: readonly string[]; sight: Sight },
): Promise<EventAboutMe[]> {
  const accounts = sql`any(${[...accountIds]}::uuid[])`
  const seen = only ? sql`event.organisation_id in (select id from organisation where cvr = ${only.cvr})` : sql`true`
  const { rows } = await sql<EventAboutMe>`
    select event.at, event.action, event.actor_kind as by, event.actor_id = ${personId} as "byMyself",
      event.details->>'capacity' as capacity, organisation.name as organisation,
      case when organisation.tells_names then somebody.name end as name, role.name_da as "roleDa", role.name_en as "roleEn"
    from (
      select * from audit_event where sequence = any(array(
        select sequence from audit_event
        where object_kind in ('person', 'account', 'role-assignment') and object_id = any(array(
          select ${personId}::text union all select unnest(${[...accountIds]}::text[])
          union all select id::text from role_assignment where account_id = ${accounts}))))
    ) event
    left join organisation on organisation.id = event.organisation_id
    left join person somebody on somebody.id = case
      when event.actor_kind = 'person' and event.actor_id ~ '^[0-9a-f-]{36}$' then event.actor_id::uuid end
    left join role_assignment held on event.object_kind = 'role-assignment' and held.id::text = event.object_id
      and held.account_id = ${accounts}
    left join role on role.id = held.role_id
    where ${seen} order by event.sequence desc limit ${eventsShown}`.execute(db)
  return rows
}
