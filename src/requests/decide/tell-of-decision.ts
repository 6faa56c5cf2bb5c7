/** Tells those it concerns what became of a request, in the transaction of the decision. */
import { findAppointed } from '../../access/appointments/deciders.store.ts'
import { decidersOf } from '../../access/appointments/deciders.ts'
import { minePaths } from '../../access/mine/mine-paths.ts'
import { notice } from '../../notices/notice-kind.ts'
import { type NotifyDeps, notify } from '../../notices/notify.ts'
import type { Trx } from '../../storage/database.ts'
import type { AccessRequest, RequestStepKind } from '../request.ts'
import { decidePath } from './decide-paths.ts'
import { decisionNotices } from './decision-notices.ts'
import { placeOf } from './place.store.ts'

interface Decided {
  request: AccessRequest
  step: RequestStepKind
  byPersonId: string
  words: string
}

export async function tellOfDecision(deps: NotifyDeps, trx: Trx, decided: Decided): Promise<void> {
  if (decided.step === 'first-approved') return tellOthers(deps, trx, decided)
  const { request, step, byPersonId, words } = decided
  const kind = kindOf(request, step)
  if (!kind) return
  const toPersonIds = [...new Set([request.askedBy, request.personId].flatMap((id) => id ?? []))]
  const about = aboutOf(request)
  const path = `${minePaths.home}/anmodninger/${request.id}`
  await notify(deps, trx, [notice(kind, { ...about, toPersonIds, path, exceptPersonId: byPersonId, facts: { words } })])
}

function kindOf({ kind, roleId }: AccessRequest, step: RequestStepKind) {
  switch (step) {
    case 'approved':
      if (kind === 'less-access') return decisionNotices['request.loss-approved']
      return decisionNotices[roleId === null ? 'request.account-approved' : 'request.approved']
    case 'returned':
      return decisionNotices['request.returned']
    case 'rejected':
      return decisionNotices['request.rejected']
    default:
      return null
  }
}

/** Those who can be the second. */
async function tellOthers(deps: NotifyDeps, trx: Trx, { request, byPersonId }: Decided): Promise<void> {
  const place = await placeOf(trx, request)
  const { people } = decidersOf(await findAppointed(trx, request.organisationId, deps.clock.now()), {
    unitId: place?.unitId ?? null,
    serviceId: place?.serviceId ?? null,
    notPersonIds: [byPersonId, request.askedBy, request.personId].flatMap((id) => id ?? []),
    escalated: false,
  })
  const toPersonIds = people.map(({ personId }) => personId)
  const path = decidePath(request.id)
  await notify(deps, trx, [notice(decisionNotices['request.to-second'], { ...aboutOf(request), toPersonIds, path })])
}

function aboutOf({ organisationId, accountId, serviceId, roleId }: AccessRequest) {
  return {
    organisationId,
    ...(accountId !== null && { subjectAccountId: accountId }),
    ...(serviceId !== null && { serviceId }),
    ...(roleId !== null && { roleIds: [roleId] }),
  }
}
