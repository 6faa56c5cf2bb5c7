/** Moves an enrolment: the row, its step and its audit event together, or a no that says why. */

import type { CasePort } from '../access/admin/case-port.ts'
import { recordEvents } from '../audit/record-events.ts'
import type { Clock } from '../base/clock.ts'
import type { Ids } from '../base/ids.ts'
import type { Trx } from '../storage/database.ts'
import type { EnrolmentStepTable } from '../storage/schema.ts'
import {
  type EnrolmentMove,
  type EnrolmentMoved,
  type EnrolmentStepKind,
  isOver,
  moveEnrolment,
} from './enrolment-state.ts'
import { addStep, type Enrolment } from './enrolments.store.ts'
import { settleOver } from './tell-staff.ts'

/** Who moves it. An applicant is whoever holds the link: SEB knows no more of them. */
export type Mover =
  | { kind: 'applicant'; source: string }
  | { kind: 'signatory'; personId: string | null; source: string }
  | { kind: 'staff'; personId: string; source: string }
  | { kind: 'nobody' }

export interface Said {
  /** The question, the answer, the reason. */
  words?: string
  details?: Record<string, unknown>
  /** What came of an approval. */
  organisationId?: string
}

const oneDay = 86_400_000
/** So long it waits for whoever fills it in or signs. */
const enrolmentDays = 60

export function endOfWaiting(now: Date): Date {
  return new Date(now.getTime() + enrolmentDays * oneDay)
}

/** `cases`: of the desk, where one that is over is solved. */
export interface MoveDeps {
  clock: Clock
  ids: Ids
  cases: CasePort
}

/** `enrolment` is locked. */
export async function move(
  deps: MoveDeps,
  trx: Trx,
  enrolment: Enrolment,
  kind: EnrolmentMove,
  by: Mover,
  said: Said = {},
): Promise<EnrolmentMoved> {
  const now = deps.clock.now()
  const moved = moveEnrolment({ ...enrolment, state: enrolment.written }, kind, now)
  if (!moved.moved) return moved
  const { state, handedIn, step } = moved
  const isDecided = state === 'approved' || state === 'rejected'
  await trx
    .updateTable('enrolment')
    .set({
      state,
      handed_in: handedIn,
      handed_in_at: handedIn === null ? null : (enrolment.handedInAt ?? now),
      version: enrolment.version + 1,
      updated_at: now,
      ...(state === 'expired' || isDecided ? {} : { expires_at: endOfWaiting(now) }),
      // Whatever was mailed to whoever signs opens what is signed for now, and nothing earlier.
      ...(step === 'reopened' ? { sign_link_hash: null } : {}),
      ...(isDecided ? { decided_at: now, decided_by: by.kind === 'staff' ? by.personId : null } : {}),
      ...(said.organisationId === undefined ? {} : { organisation_id: said.organisationId }),
    })
    .where('id', '=', enrolment.id)
    .execute()
  await tell(deps, trx, enrolment, step, by, said)
  if (isOver(state))
    await settleOver(deps, trx, enrolment, { outcome: `enrolment-${state}`, organisationId: said.organisationId })
  return moved
}

/** A step that changes no state: that it was begun. */
export async function tell(
  deps: { clock: Clock; ids: Ids },
  trx: Trx,
  { id, reference }: Pick<Enrolment, 'id' | 'reference'>,
  step: EnrolmentStepKind,
  by: Mover,
  { words = '', details = {}, organisationId }: Said = {},
): Promise<void> {
  const personId = 'personId' in by ? by.personId : null
  await addStep(trx, {
    id: deps.ids.uuid(),
    enrolment_id: id,
    at: deps.clock.now(),
    step,
    by_kind: by.kind,
    by_person: personId,
    words,
    details,
  })
  await recordEvents(deps, trx, [
    {
      ...stepActions[step],
      outcome: 'success',
      actor: actorOf(by),
      organisationId,
      object: { kind: 'enrolment', id },
      reference,
      ...('source' in by ? { source: by.source } : {}),
      details,
    },
  ])
}

function actorOf(by: Mover): { kind: 'person' | 'system' | 'unknown'; id?: string } {
  if (by.kind === 'nobody') return { kind: 'system' }
  return 'personId' in by && by.personId !== null ? { kind: 'person', id: by.personId } : { kind: 'unknown' }
}

const stepActions: Record<EnrolmentStepTable['step'], { action: string }> = {
  begun: { action: 'enrolment.begun' },
  checked: { action: 'enrolment.checked' },
  reopened: { action: 'enrolment.reopened' },
  'sent-for-signature': { action: 'enrolment.sent-for-signature' },
  signed: { action: 'enrolment.signed' },
  'paper-received': { action: 'enrolment.paper-received' },
  returned: { action: 'enrolment.returned' },
  answered: { action: 'enrolment.answered' },
  approved: { action: 'enrolment.approved' },
  rejected: { action: 'enrolment.rejected' },
  withdrawn: { action: 'enrolment.withdrawn' },
  expired: { action: 'enrolment.expired' },
}
