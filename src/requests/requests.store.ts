/** Requests as they stand in the database. Whoever moves one locks it first, and writes the move with its step and its event. */
import type { Selectable } from 'kysely'
import { recordEvents } from '../audit/record-events.ts'
import type { Clock } from '../base/clock.ts'
import type { Ids } from '../base/ids.ts'
import type { Db, Trx } from '../storage/database.ts'
import type { AccessRequestTable } from '../storage/schema.ts'
import type { AccessRequest, RequestStep } from './request.ts'
import type { Moved } from './request-state.ts'

/** Null for one that is not there, or that the role of the transaction may not see. */
export async function lockRequest(trx: Trx, id: string): Promise<AccessRequest | null> {
  const row = await trx.selectFrom('access_request').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row ? asRequest(row) : null
}

export async function findSteps(db: Db | Trx, requestId: string): Promise<RequestStep[]> {
  const rows = await db
    .selectFrom('access_request_step')
    .select(['position', 'at', 'step', 'by_person', 'words', 'details'])
    .where('request_id', '=', requestId)
    .orderBy('position')
    .execute()
  return rows.map((row) => ({
    position: row.position,
    at: row.at,
    step: row.step,
    byPerson: row.by_person,
    words: row.words,
    details: row.details as Record<string, unknown>,
  }))
}

export interface MoveFacts {
  /** Null: its time ran out. */
  by: string | null
  source: string | undefined
  /** The question, the answer or the reason. */
  words: string
  details?: Record<string, unknown>
  givenAssignmentId?: string
}

/** The row must be locked. The move, its step and its event are written together. */
export async function saveMove(
  deps: { clock: Clock; ids: Ids },
  trx: Trx,
  request: AccessRequest,
  { state, step, firstApprovedBy }: Moved,
  { by, source, words, details = {}, givenAssignmentId }: MoveFacts,
): Promise<void> {
  const now = deps.clock.now()
  const decided = state === 'approved' || state === 'rejected'
  await trx
    .updateTable('access_request')
    .set({
      state,
      version: request.version + 1,
      first_approved_by: firstApprovedBy,
      updated_at: now,
      ...(step === 'submitted' ? { submitted_at: now } : {}),
      ...(decided ? { decided_by: by, decided_at: now } : {}),
      ...(givenAssignmentId ? { given_assignment_id: givenAssignmentId } : {}),
    })
    .where('id', '=', request.id)
    .execute()
  await addStep(deps, trx, request, { step, by, words, details })
  const { id, organisationId, kind, accountId, serviceId, roleId } = request
  await recordEvents(deps, trx, [
    {
      action: `access-request.${step}`,
      outcome: 'success',
      actor: by === null ? { kind: 'system' } : { kind: 'person', id: by },
      organisationId,
      // Of the account, so that its own log and its person are told.
      object: accountId === null ? { kind: 'access-request', id } : { kind: 'account', id: accountId },
      source,
      details: { request: id, kind, service: serviceId, role: roleId, ...details, ...(words && { words }) },
    },
  ])
}

async function addStep(
  deps: { clock: Clock; ids: Ids },
  trx: Trx,
  request: Pick<AccessRequest, 'id' | 'organisationId'>,
  { step, by, words, details }: Pick<RequestStep, 'step' | 'words' | 'details'> & { by: string | null },
): Promise<void> {
  const last = await trx
    .selectFrom('access_request_step')
    .select(({ fn }) => fn.max('position').as('position'))
    .where('request_id', '=', request.id)
    .executeTakeFirst()
  await trx
    .insertInto('access_request_step')
    .values({
      id: deps.ids.uuid(),
      request_id: request.id,
      organisation_id: request.organisationId,
      position: (last?.position ?? 0) + 1,
      at: deps.clock.now(),
      step,
      by_person: by,
      words,
      details: JSON.stringify(details),
    })
    .execute()
}

export function asRequest(row: Selectable<AccessRequestTable>): AccessRequest {
  return {
    id: row.id,
    reference: row.reference,
    organisationId: row.organisation_id,
    kind: row.kind,
    state: row.state,
    version: row.version,
    askedBy: row.asked_by,
    personId: row.person_id,
    accountId: row.account_id,
    batchId: row.batch_id,
    forAccountIds: row.for_account_ids,
    unitId: row.unit_id,
    serviceId: row.service_id,
    roleId: row.role_id,
    scopes: row.scopes as unknown as Record<string, string[]>,
    validFrom: row.valid_from,
    validUntil: row.valid_until,
    hours: row.hours as unknown as AccessRequest['hours'],
    reason: row.reason,
    email: row.email,
    losingAssignmentId: row.losing_assignment_id,
    givenAssignmentId: row.given_assignment_id,
    refusalReference: row.refusal_reference,
    firstApprovedBy: row.first_approved_by,
    decidedBy: row.decided_by,
    decidedAt: row.decided_at,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    submittedAt: row.submitted_at,
    expiresAt: row.expires_at,
  }
}
