/** The sign-in record. Every change raises its version: of two steps at once, one learns that the other was first. */

import type { Selectable } from 'kysely'
import type { Db, Trx } from '../storage/database.ts'
import type { SignInTable } from '../storage/schema.ts'
import type { Row } from '../storage/upsert-rows.ts'
import type { RowInsert, RowUpdate } from '../storage/write-together.ts'
import type { Authentication } from './authentication.ts'
import type { RefusalReason } from './refusal.ts'
import type { SignIn, SignInRequest } from './sign-in.ts'

export type SignInChange = Partial<
  Pick<
    SignIn,
    | 'browserHash'
    | 'identityProviderId'
    | 'logInKind'
    | 'upstreamMessageId'
    | 'authentication'
    | 'answerTicketHash'
    | 'sessionId'
    | 'accountId'
    | 'refusal'
    | 'answeredAt'
  >
>

export function signInRow(signIn: SignIn): RowInsert {
  const row = {
    id: signIn.id,
    reference: signIn.reference,
    service_id: signIn.serviceId,
    request: signIn.request,
    created_at: signIn.createdAt,
    expires_at: signIn.expiresAt,
    version: signIn.version,
    ...columnsOf(signIn),
  }
  return { insert: 'sign_in', rows: [row] }
}

export async function findSignIn(db: Db | Trx, id: string): Promise<SignIn | null> {
  const row = await db.selectFrom('sign_in').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? signInOf(row) : null
}

export async function findSignInByUpstreamMessage(db: Db | Trx, messageId: string): Promise<SignIn | null> {
  const row = await db.selectFrom('sign_in').selectAll().where('upstream_message_id', '=', messageId).executeTakeFirst()
  return row ? signInOf(row) : null
}

/** Finds no row when another step was first. */
export function signInUpdate({ id, version }: SignIn, change: SignInChange): RowUpdate {
  return { update: 'sign_in', where: { id, version }, set: { ...columnsOf(change), version: version + 1 } }
}

/** Those that expired before then. Returns how many were removed: at most `limit`. */
export async function removeOldSignIns(trx: Trx, before: Date, limit: number): Promise<number> {
  const old = trx.selectFrom('sign_in').select('id').where('expires_at', '<', before).limit(limit)
  const result = await trx.deleteFrom('sign_in').where('id', 'in', old).executeTakeFirst()
  return Number(result.numDeletedRows)
}

function columnsOf(change: SignInChange): Row<'sign_in'> {
  return {
    ...(change.browserHash !== undefined && { browser_hash: change.browserHash }),
    ...(change.identityProviderId !== undefined && { identity_provider_id: change.identityProviderId }),
    ...(change.logInKind !== undefined && { log_in_kind: change.logInKind }),
    ...(change.upstreamMessageId !== undefined && { upstream_message_id: change.upstreamMessageId }),
    ...(change.authentication !== undefined && { authentication: change.authentication }),
    ...(change.answerTicketHash !== undefined && { answer_ticket_hash: change.answerTicketHash }),
    ...(change.sessionId !== undefined && { session_id: change.sessionId }),
    ...(change.accountId !== undefined && { account_id: change.accountId }),
    ...(change.refusal !== undefined && { refusal: change.refusal }),
    ...(change.answeredAt !== undefined && { answered_at: change.answeredAt }),
  }
}

function signInOf(row: Selectable<SignInTable>): SignIn {
  return {
    id: row.id,
    reference: row.reference,
    version: row.version,
    serviceId: row.service_id,
    request: row.request as SignInRequest,
    browserHash: row.browser_hash,
    identityProviderId: row.identity_provider_id,
    logInKind: row.log_in_kind,
    upstreamMessageId: row.upstream_message_id,
    authentication: row.authentication as Authentication | null,
    answerTicketHash: row.answer_ticket_hash,
    sessionId: row.session_id,
    accountId: row.account_id,
    refusal: row.refusal as RefusalReason | null,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    answeredAt: row.answered_at,
  }
}
