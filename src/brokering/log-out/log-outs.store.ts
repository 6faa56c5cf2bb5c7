/** Log-outs under way and their steps. */
import type { Selectable } from 'kysely'
import type { Db, Trx } from '../../storage/database.ts'
import type { LogOutStepTable } from '../../storage/schema.ts'
import type { LogOut, LogOutStep, RequestedBy, StepState } from './log-out.ts'

export async function insertLogOut(trx: Trx, logOut: LogOut): Promise<void> {
  await trx
    .insertInto('log_out')
    .values({
      id: logOut.id,
      reference: logOut.reference,
      session_id: logOut.sessionId,
      browser_hash: logOut.browserHash,
      requested_by: logOut.requestedBy && JSON.stringify(logOut.requestedBy),
      started_at: logOut.startedAt,
      expires_at: logOut.expiresAt,
    })
    .execute()
  if (logOut.steps.length === 0) return
  await trx
    .insertInto('log_out_step')
    .values(
      logOut.steps.map((step) => ({
        id: step.id,
        log_out_id: logOut.id,
        position: step.position,
        service_id: step.party === 'service' ? step.serviceId : null,
        identity_provider_id: step.party === 'identity-provider' ? step.identityProviderId : null,
        subject: JSON.stringify(step.subject),
        state: step.state,
      })),
    )
    .execute()
}

export async function findLogOut(db: Db | Trx, id: string): Promise<LogOut | null> {
  const row = await db.selectFrom('log_out').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) return null
  const steps = await db
    .selectFrom('log_out_step')
    .selectAll()
    .where('log_out_id', '=', id)
    .orderBy('position')
    .execute()
  return {
    id: row.id,
    reference: row.reference,
    sessionId: row.session_id,
    browserHash: row.browser_hash,
    requestedBy: row.requested_by as RequestedBy | null,
    startedAt: row.started_at,
    expiresAt: row.expires_at,
    finishedAt: row.finished_at,
    steps: steps.map(stepOf),
  }
}

/** The id of the newest log-out that this browser has not come to the end of. */
export async function findLogOutUnderWay(db: Db | Trx, browserHash: string, now: Date): Promise<string | null> {
  const row = await db
    .selectFrom('log_out')
    .select('id')
    .where('browser_hash', '=', browserHash)
    .where('finished_at', 'is', null)
    .where('expires_at', '>', now)
    .orderBy('started_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.id ?? null
}

/** The log-out that is waiting for the answer to this message, and the step it belongs to. */
export async function findLogOutByMessage(
  db: Db | Trx,
  messageId: string,
): Promise<{ logOut: LogOut; step: LogOutStep } | null> {
  const row = await db
    .selectFrom('log_out_step')
    .select(['log_out_id', 'id'])
    .where('message_id', '=', messageId)
    .executeTakeFirst()
  const logOut = row && (await findLogOut(db, row.log_out_id))
  const step = logOut?.steps.find(({ id }) => id === row?.id)
  return logOut && step ? { logOut, step } : null
}

/** Moves a step on from the state it was seen in; false when somebody else already did. */
export async function moveStep(
  trx: Trx,
  step: LogOutStep,
  to: { state: StepState; messageId?: string; sentAt?: Date },
): Promise<boolean> {
  const result = await trx
    .updateTable('log_out_step')
    .set({
      state: to.state,
      ...(to.messageId !== undefined && { message_id: to.messageId }),
      ...(to.sentAt !== undefined && { sent_at: to.sentAt }),
    })
    .where('id', '=', step.id)
    .where('state', '=', step.state)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** Where another browser was first, it stays with that. */
export async function tieLogOut(trx: Trx, id: string, browserHash: string): Promise<void> {
  await trx
    .updateTable('log_out')
    .set({ browser_hash: browserHash })
    .where('id', '=', id)
    .where('browser_hash', 'is', null)
    .execute()
}

/** False when it had been finished before. */
export async function finishLogOut(trx: Trx, id: string, now: Date): Promise<boolean> {
  const result = await trx
    .updateTable('log_out')
    .set({ finished_at: now })
    .where('id', '=', id)
    .where('finished_at', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

function stepOf(row: Selectable<LogOutStepTable>): LogOutStep {
  const common = {
    id: row.id,
    position: row.position,
    state: row.state,
    messageId: row.message_id,
    sentAt: row.sent_at,
  }
  return (
    row.service_id
      ? { ...common, party: 'service', serviceId: row.service_id, subject: row.subject }
      : { ...common, party: 'identity-provider', identityProviderId: row.identity_provider_id, subject: row.subject }
  ) as LogOutStep
}
