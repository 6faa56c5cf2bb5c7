/** An owner asks for a change to something that people use, and may take the request back while nobody has answered it. */
import { recordEvents } from '../../../../audit/record-events.ts'
import { notice } from '../../../../notices/notice-kind.ts'
import { notify } from '../../../../notices/notify.ts'
import type { ServicePart } from '../../../../services/service-parts.store.ts'
import type { Trx } from '../../../../storage/database.ts'
import { accessNotices } from '../../../telling/access-notices.ts'
import { changeRequestPath } from '../services-paths.ts'
import type { ChangeRequest } from './change-requests.store.ts'
import type { FieldChange } from './field-changes.ts'
import { auditedChange, type ChangeActor, type ChangeDeps } from './save-changes.ts'

/** `id` was chosen when the form was shown: sent twice, it is one request. */
export async function askForChange(
  deps: ChangeDeps,
  trx: Trx,
  part: ServicePart,
  wanted: { id: string; changes: readonly FieldChange[]; reason: string },
  by: ChangeActor,
): Promise<void> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('change_request')
    .values({
      id: wanted.id,
      service_id: part.serviceId,
      part: part.part,
      role_id: part.roleId,
      changes: JSON.stringify(wanted.changes),
      reason: wanted.reason,
      requested_by: by.personId,
      requested_at: deps.clock.now(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  if (numInsertedOrUpdatedRows === 0n) return
  await recordEvents(deps, trx, [
    {
      action: 'change-request.sent',
      outcome: 'success',
      actor: { kind: 'person', id: by.personId },
      object: { kind: 'change-request', id: wanted.id },
      source: by.source,
      details: {
        serviceId: part.serviceId,
        part: part.part,
        roleId: part.roleId,
        reason: wanted.reason,
        fields: wanted.changes.map(auditedChange),
      },
    },
  ])
  const { serviceId } = part
  await notify(deps, trx, [
    notice(accessNotices['change-request.sent'], {
      toStaff: 'system-management',
      organisationId: null,
      serviceId,
      path: changeRequestPath(wanted.id),
    }),
  ])
}

/** False where somebody has answered it. Asked twice, it happens once. */
export async function withdrawRequest(
  deps: ChangeDeps,
  trx: Trx,
  request: ChangeRequest,
  by: ChangeActor,
): Promise<boolean> {
  if (request.status === 'withdrawn') return true
  if (request.status !== 'open') return false
  await trx
    .updateTable('change_request')
    .set({ status: 'withdrawn', decided_by: by.personId, decided_at: deps.clock.now() })
    .where('id', '=', request.id)
    .execute()
  await recordEvents(deps, trx, [
    {
      action: 'change-request.withdrawn',
      outcome: 'success',
      actor: { kind: 'person', id: by.personId },
      object: { kind: 'change-request', id: request.id },
      source: by.source,
      details: { serviceId: request.serviceId },
    },
  ])
  return true
}
