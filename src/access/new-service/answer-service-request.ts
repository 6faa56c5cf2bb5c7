/** System management's answer: a grant, whichever page it is given from, or a refusal with its reason. Who asked is told. */

import { recordEvents } from '../../audit/record-events.ts'
import { notice } from '../../notices/notice-kind.ts'
import { notify } from '../../notices/notify.ts'
import type { Trx } from '../../storage/database.ts'
import type { CasePort } from '../admin/case-port.ts'
import { type ChangeDeps, type Manager, managed } from '../management/manager.ts'
import { accessNotices } from '../telling/access-notices.ts'
import { ownRequestPath } from './new-service-paths.ts'
import { caseOfRequest } from './service-request.ts'

export type AnswerDeps = ChangeDeps & { cases: CasePort }

/** The requests that wait for the service in these organisations have their answer. Asked twice, it is told once. */
export async function answerWithGrant(
  deps: AnswerDeps,
  trx: Trx,
  manager: Manager,
  { serviceId, organisationIds }: { serviceId: string; organisationIds: readonly string[] },
): Promise<void> {
  if (organisationIds.length === 0) return
  const answered = await trx
    .updateTable('service_request')
    .set({ state: 'granted', ended_at: deps.clock.now(), ended_by: manager.personId })
    .where('service_id', '=', serviceId)
    .where('organisation_id', 'in', [...organisationIds])
    .where('state', '=', 'waiting')
    .returning(['id', 'organisation_id', 'service_id', 'asked_by'])
    .execute()
  await tell(deps, trx, manager, 'granted', answered)
}

/** False where somebody was first. */
export async function refuseServiceRequest(
  deps: AnswerDeps,
  trx: Trx,
  manager: Manager,
  { id, answer }: { id: string; answer: string },
): Promise<boolean> {
  const answered = await trx
    .updateTable('service_request')
    .set({ state: 'refused', ended_at: deps.clock.now(), ended_by: manager.personId, answer })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .returning(['id', 'organisation_id', 'service_id', 'asked_by'])
    .execute()
  await tell(deps, trx, manager, 'refused', answered, { answer })
  return answered.length > 0
}

async function tell(
  deps: AnswerDeps,
  trx: Trx,
  manager: Manager,
  how: 'granted' | 'refused',
  requests: readonly { id: string; organisation_id: string; service_id: string; asked_by: string }[],
  details: Record<string, unknown> = {},
): Promise<void> {
  const actions = { granted: { action: 'service-request.granted' }, refused: { action: 'service-request.refused' } }
  await recordEvents(
    deps,
    trx,
    requests.map(({ id, organisation_id, service_id }) =>
      managed(manager, {
        ...actions[how],
        organisationId: organisation_id,
        object: { kind: 'service-request', id },
        details: { serviceId: service_id, ...details },
      }),
    ),
  )
  await notify(
    deps,
    trx,
    requests.map(({ id, organisation_id, service_id, asked_by }) =>
      notice(accessNotices[`service-request.${how}`], {
        toPersonIds: [asked_by],
        organisationId: organisation_id,
        serviceId: service_id,
        path: ownRequestPath(id),
      }),
    ),
  )
  for (const { id } of requests) await deps.cases.settle(trx, { once: caseOfRequest(id), outcome: `request-${how}` })
}
