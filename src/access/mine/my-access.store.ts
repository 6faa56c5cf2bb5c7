/** What a person is shown of themselves: accounts, rights, live sessions, and who changed what. */
import { sql } from 'kysely'
import { type SessionLimits, sessionIsLive } from '../../people/session.ts'
import type { Db, Trx } from '../../storage/database.ts'
import type { AuditEventTable } from '../../storage/schema.ts'

export interface MyAccount {
  id: string
  organisation: string
  unit: string | null
  status: 'requested' | 'active' | 'suspended' | 'ended'
}

export async function findMyAccounts(db: Db | Trx, personId: string): Promise<MyAccount[]> {
  return db
    .selectFrom('account')
    .innerJoin('organisation', 'organisation.id', 'account.organisation_id')
    .leftJoin('unit', 'unit.id', 'account.unit_id')
    .select(['account.id', 'organisation.name as organisation', 'unit.name as unit', 'account.status'])
    .where('account.person_id', '=', personId)
    .orderBy('organisation.name')
    .execute()
}

export interface MySession {
  id: string
  providerDa: string
  providerEn: string
  startedAt: Date
  lastUsedAt: Date
}

/** Live ones only, the newest first. */
export async function findMySessions(
  db: Db | Trx,
  personId: string,
  limits: SessionLimits,
  now: Date,
): Promise<MySession[]> {
  const rows = await db
    .selectFrom('session')
    .innerJoin('identity_provider', 'identity_provider.id', 'session.identity_provider_id')
    .select([
      'session.id',
      'session.started_at',
      'session.last_used_at',
      'session.ended_at',
      'identity_provider.name_da',
      'identity_provider.name_en',
    ])
    .where('session.person_id', '=', personId)
    .where('session.ended_at', 'is', null)
    .orderBy('session.started_at', 'desc')
    .execute()
  return rows
    .map((row) => ({
      id: row.id,
      providerDa: row.name_da,
      providerEn: row.name_en,
      startedAt: row.started_at,
      lastUsedAt: row.last_used_at,
      endedAt: row.ended_at,
    }))
    .filter((session) =>
      sessionIsLive({ ...session, personId, identityProviderId: '', authentication: null }, limits, now),
    )
}

export interface ChangeAboutMe {
  at: Date
  action: string
  by: AuditEventTable['actor_kind']
  byMyself: boolean
}

/** The newest changes to the person, their accounts and their roles. Who by name is told to nobody here: by function only. */
export async function findChangesAboutMe(
  db: Db | Trx,
  personId: string,
  accountIds: readonly string[],
): Promise<ChangeAboutMe[]> {
  const { rows } = await sql<ChangeAboutMe>`
    select at, action, actor_kind as by, actor_id = ${personId} as "byMyself" from audit_event
    where (object_kind = 'person' and object_id = ${personId})
      or (object_kind = 'account' and object_id = any(${[...accountIds]}::text[]))
      or (object_kind = 'role-assignment' and object_id in (
        select id::text from role_assignment where account_id = any(${[...accountIds]}::uuid[])))
    order by sequence desc limit 20`.execute(db)
  return rows
}
