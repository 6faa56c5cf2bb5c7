/** Sessions and the services that take part in them. A session is found by the hash of its token: the token itself is only in the browser. */
import { createHash } from 'node:crypto'
import { type Selectable, sql } from 'kysely'
import type { AssuranceLevel } from '../base/assurance.ts'
import type { Db, Trx } from '../storage/database.ts'
import type { SessionTable } from '../storage/schema.ts'
import type { RowInsert, RowUpdate } from '../storage/write-together.ts'
import type { SubjectFacts } from './log-in-subject.ts'
import type { Session } from './session.ts'

/** SHA-256, base64url: a stolen database opens no session. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}

export async function findSession<Authentication>(
  db: Db | Trx,
  tokenHash: string,
): Promise<Session<Authentication> | null> {
  const row = await db.selectFrom('session').selectAll().where('token_hash', '=', tokenHash).executeTakeFirst()
  return row ? sessionOf<Authentication>(row) : null
}

export async function findSessionById<Authentication>(
  db: Db | Trx,
  id: string,
): Promise<Session<Authentication> | null> {
  const row = await db.selectFrom('session').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? sessionOf<Authentication>(row) : null
}

/** Live sessions of a subject at an identity provider: what its own log-out request means. */
export async function findSessionsOfSubject(
  db: Db | Trx,
  query: { identityProviderId: string; subject: string; sessionIndexes: readonly string[] },
): Promise<{ id: string; tokenHash: string }[]> {
  const rows = await db
    .selectFrom('session')
    .select(['id', 'token_hash', sql<string | null>`authentication->>'sessionIndex'`.as('session_index')])
    .where('identity_provider_id', '=', query.identityProviderId)
    .where(sql<boolean>`authentication->'subject'->>'value' = ${query.subject}`)
    .where('ended_at', 'is', null)
    .orderBy('started_at', 'desc')
    .execute()
  return rows
    .filter((row) => query.sessionIndexes.length === 0 || query.sessionIndexes.includes(row.session_index ?? ''))
    .map((row) => ({ id: row.id, tokenHash: row.token_hash }))
}

function sessionOf<Authentication>(row: Selectable<SessionTable>): Session<Authentication> {
  return {
    id: row.id,
    personId: row.person_id,
    identityProviderId: row.identity_provider_id,
    authentication: row.authentication as Authentication,
    startedAt: row.started_at,
    lastUsedAt: row.last_used_at,
    endedAt: row.ended_at,
  }
}

export function sessionRow(session: {
  id: string
  tokenHash: string
  personId: string | null
  identityProviderId: string
  authentication: unknown
  now: Date
}): RowInsert {
  const row = {
    id: session.id,
    token_hash: session.tokenHash,
    person_id: session.personId,
    identity_provider_id: session.identityProviderId,
    authentication: session.authentication,
    started_at: session.now,
    last_used_at: session.now,
  }
  return { insert: 'session', rows: [row] }
}

/** Finds no row when the session has been ended meanwhile. */
export function sessionTouch(id: string, now: Date): RowUpdate {
  return { update: 'session', where: { id, ended_at: null }, set: { last_used_at: now } }
}

export async function endSession(trx: Trx, sessionId: string, now: Date, why: string): Promise<void> {
  await trx
    .updateTable('session')
    .set({ ended_at: now, ended_why: why })
    .where('id', '=', sessionId)
    .where('ended_at', 'is', null)
    .execute()
}

/** How a service knows the person: SAML NameID, exactly as issued. */
export interface IssuedName {
  value: string
  format: string
}

export interface Participant {
  id: string
  sessionId: string
  serviceId: string
  name: IssuedName
  sessionIndex: string
}

/** Adds the service to the session, or renews its part: one row a service. */
export function participantRow(part: Participant & { accountId: string | null; now: Date }): RowInsert {
  const row = {
    id: part.id,
    session_id: part.sessionId,
    service_id: part.serviceId,
    account_id: part.accountId,
    name_id: part.name,
    session_index: part.sessionIndex,
    joined_at: part.now,
    left_at: null,
  }
  return { insert: 'session_participant', rows: [row], key: ['session_id', 'service_id'] }
}

/** When the account was last used; see `logInIsNews`. */
export async function noteLogIn(trx: Trx, accountId: string, now: Date): Promise<void> {
  await trx.updateTable('account').set({ last_log_in_at: now }).where('id', '=', accountId).execute()
}

/** When the account was last used in a service; see `logInIsNews`. */
export function useRow(accountId: string, serviceId: string, now: Date): RowInsert {
  const row = { account_id: accountId, service_id: serviceId, last_used_at: now }
  return { insert: 'account_service_use', rows: [row], key: ['account_id', 'service_id'] }
}

/** Services still logged in through a session, the oldest first. */
export async function participantsOf(db: Db | Trx, sessionId: string): Promise<Participant[]> {
  const rows = await db
    .selectFrom('session_participant')
    .selectAll()
    .where('session_id', '=', sessionId)
    .where('left_at', 'is', null)
    .orderBy('joined_at')
    .execute()
  return rows.map(participantOf)
}

/** The session a service means: by its session index, else every live session in which it issued that name. */
export async function findParticipants(
  db: Db | Trx,
  query: { serviceId: string; name: string; sessionIndexes: readonly string[] },
): Promise<Participant[]> {
  let select = db
    .selectFrom('session_participant')
    .innerJoin('session', 'session.id', 'session_participant.session_id')
    .selectAll('session_participant')
    .where('session_participant.service_id', '=', query.serviceId)
    .where('session.ended_at', 'is', null)
    .where('session_participant.left_at', 'is', null)
  if (query.sessionIndexes.length > 0) select = select.where('session_index', 'in', [...query.sessionIndexes])
  const rows = (await select.execute()).map(participantOf)
  return rows.filter((participant) => participant.name.value === query.name)
}

function participantOf(row: {
  id: string
  session_id: string
  service_id: string
  name_id: unknown
  session_index: string
}): Participant {
  return {
    id: row.id,
    sessionId: row.session_id,
    serviceId: row.service_id,
    name: row.name_id as IssuedName,
    sessionIndex: row.session_index,
  }
}

export async function leaveSession(trx: Trx, participantId: string, now: Date): Promise<void> {
  await trx.updateTable('session_participant').set({ left_at: now }).where('id', '=', participantId).execute()
}

/** The same person logged in anew: the services of the old session take part in the new one, unless they do already. */
export async function carryParticipants(trx: Trx, fromSessionId: string, toSessionId: string): Promise<void> {
  await trx
    .updateTable('session_participant')
    .set({ session_id: toSessionId })
    .where('session_id', '=', fromSessionId)
    .where('left_at', 'is', null)
    .where('service_id', 'not in', (own) =>
      own.selectFrom('session_participant as own').select('own.service_id').where('own.session_id', '=', toSessionId),
    )
    .execute()
}

/** What SEB's own pages need of a session: who it is, how well they logged in, and what they act as. */
export interface ActingSession extends Session<LogInFacts> {
  actingAs: string | null
  provider: ProviderOfSession
  person: { id: string; name: string } | null
}

/** What the identity provider may say now: it may have changed since the log-in. */
export interface ProviderOfSession {
  enabled: boolean
  kind: 'nemlog-in' | 'local'
  highestAssurance: AssuranceLevel
  logInKinds: readonly ('professional' | 'person')[]
  /** Null: any. */
  allowedCvrs: readonly string[] | null
}

/** The part of an authentication that says for whom and how surely (brokering/authentication.ts). */
interface LogInFacts extends SubjectFacts {
  assurance: AssuranceLevel
  sessionNotOnOrAfter: string | null
}

export async function actingSession(db: Db | Trx, tokenHash: string, now: Date): Promise<ActingSession | null> {
  const row = await db
    .selectFrom('session')
    .innerJoin('identity_provider', 'identity_provider.id', 'session.identity_provider_id')
    .leftJoin('person', 'person.id', 'session.person_id')
    .selectAll('session')
    .select([
      'identity_provider.enabled',
      'identity_provider.kind',
      'identity_provider.highest_assurance',
      'identity_provider.log_in_kinds',
      'identity_provider.allowed_cvrs',
      'person.name as person_name',
    ])
    .where((where) =>
      where.or([
        where('token_hash', '=', tokenHash),
        where.and([where('earlier_token_hash', '=', tokenHash), where('earlier_token_until', '>', now)]),
      ]),
    )
    .executeTakeFirst()
  if (!row) return null
  const person = row.person_id && row.person_name !== null ? { id: row.person_id, name: row.person_name } : null
  const provider = {
    enabled: row.enabled,
    kind: row.kind,
    highestAssurance: row.highest_assurance,
    logInKinds: row.log_in_kinds,
    allowedCvrs: row.allowed_cvrs,
  }
  return { ...sessionOf<LogInFacts>(row), actingAs: row.acting_as, provider, person }
}

/** How long the token before the present one is still taken: as long as a page may be under way. */
const graceMs = 10_000

/** The person chose another capacity, and the session gets another token. */
export async function actAs(
  trx: Trx,
  { sessionId, capacityKey, tokenHash, now }: { sessionId: string; capacityKey: string; tokenHash: string; now: Date },
): Promise<void> {
  await trx
    .updateTable('session')
    .set((column) => ({
      acting_as: capacityKey,
      token_hash: tokenHash,
      earlier_token_hash: column.ref('token_hash'),
      earlier_token_until: new Date(now.getTime() + graceMs),
    }))
    .where('id', '=', sessionId)
    .execute()
}

/** The newest log-in of the person through a provider, on behalf of one organisation; null when none is kept. */
export async function lastAuthentication<Authentication>(
  db: Db | Trx,
  { personId, identityProviderId, cvr }: { personId: string; identityProviderId: string; cvr: string },
): Promise<Authentication | null> {
  const row = await db
    .selectFrom('session')
    .select('authentication')
    .where('person_id', '=', personId)
    .where('identity_provider_id', '=', identityProviderId)
    .where(sql<boolean>`authentication->>'kind' = 'professional'`)
    .where(sql<boolean>`authentication->'attributes'->'cvr' ? ${cvr}`)
    .orderBy('started_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? (row.authentication as Authentication) : null
}

/** The log-in turned out to be this person's. */
export async function nameSession(trx: Trx, sessionId: string, personId: string): Promise<void> {
  await trx.updateTable('session').set({ person_id: personId, acting_as: null }).where('id', '=', sessionId).execute()
}

/** Those not used since then, with their parts and log-outs. Returns how many were removed: at most `limit`. */
export async function removeOldSessions(trx: Trx, before: Date, limit: number): Promise<number> {
  const old = trx.selectFrom('session').select('id').where('last_used_at', '<', before).limit(limit)
  const result = await trx.deleteFrom('session').where('id', 'in', old).executeTakeFirst()
  return Number(result.numDeletedRows)
}

/** Ends what an account that is suspended or ended is logged in to, in the transaction of that change. (0011 says which) */
export async function endSessionsOfAccount(trx: Trx, accountId: string, now: Date, why: string): Promise<void> {
  await sql`select end_sessions_of_account(${accountId}::uuid, ${now}::timestamptz, ${why})`.execute(trx)
}
