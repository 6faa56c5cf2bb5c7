/** Takes a log-out one step further: to the next service, to the identity provider, or back to whoever asked. */
import { recordEvents } from '../../audit/record-events.ts'
import { leaveSession, participantsOf } from '../../people/sessions.store.ts'
import type { Trx } from '../../storage/database.ts'
import type { BrokeringDeps, Visit } from '../deps.ts'
import type { Outbound, SentMessage } from '../ports.ts'
import { isComplete, type LogOut, type LogOutStep, nextLogOutStep, type StepState } from './log-out.ts'
import { findLogOut, finishLogOut, moveStep } from './log-outs.store.ts'

/** What people know the receiver of a message as. */
export interface Receiver {
  nameDa: string
  nameEn: string
}

export type LogOutOutcome =
  /** On to a service or an identity provider, or back to whoever asked. */
  | { kind: 'outbound'; logOut: LogOut; outbound: Outbound; receiver: Receiver }
  /** Somebody has been asked and may still answer. */
  | { kind: 'wait'; logOut: LogOut }
  /** Nobody asked but the person: the page that says how it went. */
  | { kind: 'finished'; logOut: LogOut }

export async function continueLogOut(deps: BrokeringDeps, logOut: LogOut, visit: Visit): Promise<LogOutOutcome> {
  if (logOut.finishedAt) return { kind: 'finished', logOut }
  const next = nextLogOutStep(logOut, deps.clock.now())
  switch (next.kind) {
    case 'wait':
      return { kind: 'wait', logOut }
    case 'give-up':
      await settle(deps, logOut, next.step, 'failed', 'no answer came', visit)
      return again(deps, logOut, visit)
    case 'finish':
      return finish(deps, logOut, visit)
    case 'send':
      return send(deps, logOut, next.step, visit)
  }
}

async function again(deps: BrokeringDeps, { id }: LogOut, visit: Visit): Promise<LogOutOutcome> {
  const current = await findLogOut(deps.db, id)
  if (!current) throw new Error('a log-out under way has disappeared')
  return continueLogOut(deps, current, visit)
}

async function send(deps: BrokeringDeps, logOut: LogOut, step: LogOutStep, visit: Visit): Promise<LogOutOutcome> {
  const message = await messageFor(deps, step)
  if (!message) {
    await settle(deps, logOut, step, 'unsupported', 'takes no log-out', visit)
    return again(deps, logOut, visit)
  }
  const sent = await deps.db
    .transaction()
    .execute((trx) => moveStep(trx, step, { state: 'sent', messageId: message.messageId, sentAt: deps.clock.now() }))
  return sent ? { kind: 'outbound', logOut, ...message.sent } : again(deps, logOut, visit)
}

async function messageFor(deps: BrokeringDeps, step: LogOutStep) {
  if (step.party === 'identity-provider') {
    const identityProvider = await deps.directory.identityProvider(step.identityProviderId)
    return (
      identityProvider && withReceiver(deps.upstreams.saml.logOut(identityProvider, step.subject), identityProvider)
    )
  }
  const service = await deps.directory.service(step.serviceId)
  return service && withReceiver(deps.services[service.protocol].logOut(service, step.subject), service)
}

function withReceiver(message: SentMessage | null, receiver: Receiver) {
  return message && { messageId: message.messageId, sent: { outbound: message.outbound, receiver } }
}

/** Records how a step went; once. */
export async function settle(
  deps: BrokeringDeps,
  logOut: LogOut,
  step: LogOutStep,
  state: Extract<StepState, 'done' | 'failed' | 'unsupported'>,
  detail: string,
  visit: Visit,
): Promise<void> {
  await deps.db.transaction().execute(async (trx) => {
    if (!(await moveStep(trx, step, { state }))) return
    if (state === 'done') await markLeft(deps, trx, logOut, step)
    await recordEvents(deps, trx, [
      {
        action: 'log-out.answered',
        outcome: state === 'done' ? 'success' : 'failed',
        actor:
          step.party === 'service'
            ? { kind: 'service', id: step.serviceId }
            : { kind: 'identity-provider', id: step.identityProviderId },
        object: { kind: 'session', id: logOut.sessionId },
        source: visit.source,
        correlationId: logOut.id,
        reference: logOut.reference,
        details: { state, detail },
      },
    ])
  })
}

async function markLeft(deps: BrokeringDeps, trx: Trx, logOut: LogOut, step: LogOutStep): Promise<void> {
  if (step.party !== 'service') return
  const part = (await participantsOf(trx, logOut.sessionId)).find(({ serviceId }) => serviceId === step.serviceId)
  if (part) await leaveSession(trx, part.id, deps.clock.now())
}

async function finish(deps: BrokeringDeps, logOut: LogOut, visit: Visit): Promise<LogOutOutcome> {
  const now = deps.clock.now()
  const complete = isComplete(logOut)
  const finished = { ...logOut, finishedAt: now }
  const first = await deps.db.transaction().execute(async (trx) => {
    if (!(await finishLogOut(trx, logOut.id, now))) return false
    await recordEvents(deps, trx, [
      {
        action: 'log-out.finished',
        outcome: complete ? 'success' : 'failed',
        actor: { kind: 'system' },
        object: { kind: 'session', id: logOut.sessionId },
        source: visit.source,
        correlationId: logOut.id,
        reference: logOut.reference,
        details: { complete },
      },
    ])
    return true
  })
  const answer = first ? await answerFor(deps, finished, complete) : null
  return answer ? { kind: 'outbound', logOut: finished, ...answer } : { kind: 'finished', logOut: finished }
}

async function answerFor(deps: BrokeringDeps, { requestedBy }: LogOut, complete: boolean) {
  if (!requestedBy) return null
  if (requestedBy.party === 'identity-provider') {
    const identityProvider = await deps.directory.identityProvider(requestedBy.id)
    const outbound = identityProvider && deps.upstreams.saml.answerLogOut(identityProvider, requestedBy, complete)
    return outbound && { outbound, receiver: identityProvider }
  }
  const service = await deps.directory.service(requestedBy.id)
  const outbound = service && deps.services[service.protocol].answerLogOut(service, requestedBy, complete)
  return outbound && { outbound, receiver: service }
}
