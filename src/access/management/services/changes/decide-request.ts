/** System management says yes or no to what an owner asks for. A yes, the change and both names are one transaction. */
import { recordEvents } from '../../../../audit/record-events.ts'
import { notice } from '../../../../notices/notice-kind.ts'
import { notify } from '../../../../notices/notify.ts'
import type { Trx } from '../../../../storage/database.ts'
import { accessNotices } from '../../../telling/access-notices.ts'
import { below, ownerPath } from '../services-paths.ts'
import { type ChangeRequest, partOf } from './change-requests.store.ts'
import { type ChangeActor, type ChangeDeps, type SaveOutcome, saveChanges } from './save-changes.ts'

export interface Decision {
  to: 'approved' | 'rejected'
  /** For the owner; a no always has one. */
  reason: string
}

/** `own`: nobody decides their own request. `decided`: somebody was first, or it was taken back. */
export type DecideOutcome = 'done' | 'own' | 'decided' | 'reason-missing' | Exclude<SaveOutcome, { kind: 'saved' }>

export async function decideRequest(
  deps: ChangeDeps,
  trx: Trx,
  request: ChangeRequest,
  decision: Decision,
  by: ChangeActor,
): Promise<DecideOutcome> {
  if (request.status !== 'open') return 'decided'
  if (request.requestedById === by.personId) return 'own'
  if (decision.to === 'rejected' && decision.reason === '') return 'reason-missing'
  if (decision.to === 'approved') {
    const asked = { requestId: request.id, personId: request.requestedById }
    const outcome = await saveChanges(deps, trx, partOf(request), request.changes, by, asked)
    if (outcome.kind !== 'saved') return outcome
  }
  await trx
    .updateTable('change_request')
    .set({
      status: decision.to,
      decided_by: by.personId,
      decided_at: deps.clock.now(),
      decision_reason: decision.reason,
    })
    .where('id', '=', request.id)
    .execute()
  await recordEvents(deps, trx, [
    {
      action: `change-request.${decision.to}`,
      outcome: 'success',
      actor: { kind: 'person', id: by.personId },
      object: { kind: 'change-request', id: request.id },
      source: by.source,
      details: { serviceId: request.serviceId, requestedBy: request.requestedById, reason: decision.reason },
    },
  ])
  const { serviceId, requestedById } = request
  await notify(deps, trx, [
    notice(accessNotices[`change-request.${decision.to}`], {
      toPersonIds: [requestedById],
      organisationId: null,
      serviceId,
      path: below.request(ownerPath, request.id),
    }),
  ])
  return 'done'
}
