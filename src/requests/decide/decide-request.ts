/**
 * Approves, sends back or rejects a request: the decision, what it gives or takes, its events and what people are told of it are one
 * transaction. The row is locked first, so of two who decide in the same second one finds what the other did.
 */
import type { Actor } from '../../access/admin/actor.ts'
import { assignRole } from '../../access/admin/assign/assign-role.ts'
import { checkAssignment, type FieldMistake, type TypedAssignment } from '../../access/admin/assign/check-assignment.ts'
import { withdrawRole } from '../../access/admin/decide/withdraw-role.ts'
import { whatConflictsNeed } from '../../access/conflicts/allow-conflicts.ts'
import { type Conflict, findConflicts } from '../../access/conflicts/find-conflicts.ts'
import { may } from '../../access/may.ts'
import { recordEvents } from '../../audit/record-events.ts'
import { rowOfForm } from '../../base/ids.ts'
import type { NotifyDeps } from '../../notices/notify.ts'
import type { AccountAtTheDoor } from '../../people/account.ts'
import type { Trx } from '../../storage/database.ts'
import { endRequestedAccount } from '../end-requested-account.ts'
import type { AccessRequest } from '../request.ts'
import { type Moved, moveRequest, type NotMoved, type RequestMove } from '../request-state.ts'
import { findSteps, lockRequest, saveMove } from '../requests.store.ts'
import { findGround, type Ground, type LostGround } from './ground.store.ts'
import { placeOf } from './place.store.ts'
import { tellOfDecision } from './tell-of-decision.ts'
import { findMore, mostTerms, type Terms, typedTerms } from './terms.ts'

export type Decision =
  /**
   * `typed`: what is given instead of what was asked for; null: as asked. `exception`: why, in spite of a conflict with what the
   * employee has.
   */
  | { kind: 'approve'; typed: TypedAssignment | null; exception: string; words: string }
  | { kind: 'return'; words: string }
  | { kind: 'reject'; words: string }

export type DecideOutcome =
  | { outcome: 'decided'; step: Moved['step'] }
  /** The same form a second time: it is as it said. */
  | { outcome: 'done-already' }
  | { outcome: 'not-moved'; notMoved: NotMoved; request: AccessRequest }
  /** Something has happened to it since it was looked at. */
  | { outcome: 'changed-meanwhile' }
  | { outcome: 'ground-gone'; lost: LostGround | 'already-held' }
  | { outcome: 'mistakes'; mistakes: FieldMistake[]; conflicts: readonly Conflict[] }

export interface Deciding {
  id: string
  /** Of the request as it was looked at. */
  version: number
  decision: Decision
}

/** Null: not found. */
export async function decideRequest(
  deps: NotifyDeps,
  trx: Trx,
  actor: Actor,
  { id, version, decision }: Deciding,
): Promise<DecideOutcome | null> {
  const now = deps.clock.now()
  const request = await lockRequest(trx, id)
  if (!request || request.state === 'draft') return null
  if (!(await mayDecide(trx, actor, request))) return null
  const ground = await findGround(trx, actor, request, now)
  if (!ground) return null
  if (await isDoneAlready(trx, actor, request, decision)) return { outcome: 'done-already' }
  const move = moveRequest(request, moveOf(decision, actor, ground), now)
  if (!move.moved) return { outcome: 'not-moved', notMoved: move, request }
  if (request.version !== version) return { outcome: 'changed-meanwhile' }
  if (decision.kind !== 'approve') {
    const facts = byWhom(actor)
    await saveMove(deps, trx, request, move, { ...facts, words: decision.words })
    if (move.state === 'rejected') await endRequestedAccount(deps, trx, request, facts)
    await tellOfDecision(deps, trx, told(request, move, actor, decision))
    return { outcome: 'decided', step: move.step }
  }
  return approve(deps, trx, actor, { request, ground, move, decision })
}

/** Whoever may see it here at all; that it is their own is told them, so it is asked where it is moved. */
async function mayDecide(trx: Trx, { acting }: Actor, request: AccessRequest): Promise<boolean> {
  const place = await placeOf(trx, request)
  return place !== null && may(acting, 'decide-request', { organisationId: acting.organisation.id, ...place })
}

function moveOf(decision: Decision, { personId: by }: Actor, ground: Ground): RequestMove {
  if (decision.kind !== 'approve') return { kind: decision.kind, by }
  // What is sensitive is given by two, and nobody needs two to lose anything.
  const sensitive = ground.stands && ground.assignable?.assignable.role.sensitive
  return { kind: 'approve', by, needed: sensitive ? 2 : 1 }
}

const leadsTo = { approve: 'approved', return: 'returned', reject: 'rejected' } as const

async function isDoneAlready(
  trx: Trx,
  { personId }: Actor,
  request: AccessRequest,
  { kind, words }: Decision,
): Promise<boolean> {
  if (kind === 'approve' && request.state === 'submitted') return request.firstApprovedBy === personId
  if (request.state !== leadsTo[kind]) return false
  if (kind !== 'return') return request.decidedBy === personId
  const last = (await findSteps(trx, request.id)).at(-1)
  return last?.byPerson === personId && last.words === words
}

interface Approving {
  request: AccessRequest
  ground: Ground
  move: Moved
  decision: Extract<Decision, { kind: 'approve' }>
}

async function approve(
  deps: NotifyDeps,
  trx: Trx,
  actor: Actor,
  { request, ground, move, decision }: Approving,
): Promise<DecideOutcome> {
  const now = deps.clock.now()
  if (!ground.stands) return { outcome: 'ground-gone', lost: ground.lost }
  const { account } = ground.employee
  const facts = { ...byWhom(actor), words: decision.words }
  if (request.kind === 'less-access' && request.losingAssignmentId !== null) {
    const taken = { accountId: account.id, assignmentId: request.losingAssignmentId, reason: request.reason }
    const outcome = await withdrawRole(deps, trx, actor, { ...taken, requestId: request.id })
    if (outcome === 'not-found') return { outcome: 'ground-gone', lost: 'beyond-limits' }
    await saveMove(deps, trx, request, move, facts)
    await tellOfDecision(deps, trx, told(request, move, actor, decision))
    return { outcome: 'decided', step: move.step }
  }
  const given = ground.assignable
    ? await checkGiven(trx, {
        request,
        decision,
        assignable: ground.assignable.assignable,
        accountHours: account.hours,
        now,
      })
    : null
  if (given && 'outcome' in given) return given
  const details = given ? { ...facts.details, terms: given.terms } : facts.details
  const last = move.state === 'approved'
  if (last && given && request.roleId !== null) {
    const assignmentId = rowOfForm(request.id, account.id, request.roleId)
    const wanted = {
      accountId: account.id,
      roleId: request.roleId,
      assignmentId,
      typed: given.typed,
      exception: decision.exception,
    }
    const outcome = await assignRole(deps, trx, actor, { ...wanted, requestId: request.id })
    if (!outcome) return { outcome: 'ground-gone', lost: 'beyond-limits' }
    if (outcome.outcome === 'mistakes')
      return outcome.mistakes.some(({ mistake }) => mistake === 'already-held')
        ? { outcome: 'ground-gone', lost: 'already-held' }
        : outcome
    await saveMove(deps, trx, request, move, { ...facts, details, givenAssignmentId: assignmentId })
  } else await saveMove(deps, trx, request, move, { ...facts, details })
  // After the role, which may turn out not to be there to give: then nothing has been written.
  if (last && account.status === 'requested') await activate(deps, trx, actor, request)
  await tellOfDecision(deps, trx, told(request, move, actor, decision))
  return { outcome: 'decided', step: move.step }
}

async function checkGiven(
  trx: Trx,
  {
    request,
    decision,
    assignable,
    accountHours,
    now,
  }: Pick<Approving, 'request' | 'decision'> & {
    assignable: NonNullable<Extract<Ground, { stands: true }>['assignable']>['assignable']
    accountHours: AccountAtTheDoor['hours']
    now: Date
  },
): Promise<{ typed: TypedAssignment; terms: Terms } | Extract<DecideOutcome, { outcome: 'mistakes' }>> {
  const most = mostTerms(request, await findSteps(trx, request.id))
  // The assignment says why in the words of who asked; those of who decides stand with the decision.
  const reason = request.reason === '' ? request.reference : request.reason
  const typed = decision.typed ? { ...decision.typed, reason } : typedTerms(most, reason, now)
  const checking = checkAssignment(assignable, typed, { now, accountHours })
  if (!checking.ok) return { outcome: 'mistakes', mistakes: checking.mistakes, conflicts: [] }
  const { scopes, validFrom, validUntil, hours } = checking.assignment
  const wanted = { accountId: request.accountId ?? '', roleId: assignable.role.id, validFrom, validUntil, hours }
  const conflicts = await findConflicts(trx, { wanted: [wanted], now })
  const mistakes = [
    ...findMore(assignable, most, checking.assignment),
    ...whatConflictsNeed(conflicts, { exception: decision.exception, validUntil }),
  ]
  if (mistakes.length > 0) return { outcome: 'mistakes', mistakes, conflicts }
  return { typed, terms: { scopes, validFrom, validUntil, hours } }
}

async function activate(deps: NotifyDeps, trx: Trx, actor: Actor, request: AccessRequest): Promise<void> {
  const { accountId, unitId, organisationId } = request
  if (accountId === null) return
  const { numUpdatedRows } = await trx
    .updateTable('account')
    .set({ status: 'active', ...(unitId === null ? {} : { unit_id: unitId }) })
    .where('id', '=', accountId)
    .where('status', '=', 'requested')
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return
  await recordEvents(deps, trx, [
    {
      action: 'account.activated',
      outcome: 'success',
      actor: { kind: 'person', id: actor.personId },
      organisationId,
      object: { kind: 'account', id: accountId },
      source: actor.source,
      details: { before: 'requested', after: 'active', unit: unitId, request: request.id },
    },
  ])
}

function byWhom({ personId, source, acting }: Actor) {
  return { by: personId, source, details: acting.standsInFor === undefined ? {} : { capacity: acting.key } }
}

function told(request: AccessRequest, { step }: Moved, { personId: byPersonId }: Actor, { words }: Decision) {
  return { request, step, byPersonId, words }
}
