/**
 * From a refusal to asking for access. The person has just logged in: that log-in opens SEB's own pages too, as one more sign-in
 * that everything is asked of again, so nobody logs in twice. It is good for that once.
 */
import type { Context } from 'hono'
import { findAppointed } from '../access/appointments/deciders.store.ts'
import { decidersOf } from '../access/appointments/deciders.ts'
import { takeAddress } from '../emergency/emergency-paths.ts'
import { findEmergencyRoles } from '../emergency/take/emergency-roles.store.ts'
import { findAskableServices } from '../requests/asking/askable.store.ts'
import { fromServiceAddress } from '../requests/request-paths.ts'
import { type Service, sebClassicId } from '../services/service.ts'
import { inOrganisation } from '../storage/in-organisation.ts'
import type { WebEnv } from '../web/context.ts'
import { advance } from './advance-sign-in.ts'
import { keepSession } from './browser.ts'
import type { BrokeringDeps } from './deps.ts'
import type { DescribedRefusal } from './describe-refusal.ts'
import { evaluate } from './evaluate.ts'
import type { OpenSignIn } from './open-sign-in.tsx'
import type { Way } from './pages/ways.tsx'
import { saveStep } from './save-step.ts'
import { showOutcome } from './show-outcome.tsx'
import type { SignIn } from './sign-in.ts'
import { ownPagesRequest } from './sign-in-here.tsx'
import { blankSignIn, startedEvent, startSignIn } from './start-sign-in.ts'
import { waysIn } from './ways-in.ts'
import type { WebDeps } from './web-deps.ts'
import { withReference } from './with-reference.ts'

/** What there is to ask for after this refusal; null: nothing. */
export async function wayToAsk(
  { db, clock }: Pick<BrokeringDeps, 'db' | 'clock'>,
  { signIn, service }: Pick<OpenSignIn, 'signIn' | 'service'>,
  { reason, organisationId, facts }: DescribedRefusal,
): Promise<Extract<Way, { kind: 'ask' }> | null> {
  if (organisationId === null || signIn.authentication === null) return null
  const about = aboutOf(reason, facts)
  if (about === null) return null
  const organisation = await db
    .selectFrom('organisation')
    .select('takes_requests')
    .where('id', '=', organisationId)
    .executeTakeFirst()
  if (!organisation?.takes_requests) return null
  const way = { kind: 'ask', signIn: signIn.id, about } as const
  if (about !== 'role') return way
  const now = clock.now()
  const askable = await inOrganisation(db, organisationId, (trx) => findAskableServices(trx, { now, id: service.id }))
  return askable.length > 0 ? way : null
}

/** Whether there is a role that may be taken at once after this refusal. */
export async function wayToEmergency(
  { db, clock }: Pick<BrokeringDeps, 'db' | 'clock'>,
  { signIn, service }: Pick<OpenSignIn, 'signIn' | 'service'>,
  {
    reason,
    organisationId,
    personId,
    checks,
  }: Pick<DescribedRefusal, 'reason' | 'organisationId' | 'personId' | 'checks'>,
): Promise<Extract<Way, { kind: 'emergency' }> | null> {
  if (organisationId === null || personId === null || signIn.authentication === null) return null
  if (reason !== 'role-missing' && reason !== 'role-ended' && reason !== 'outside-hours') return null
  // An account that does not hold now takes nothing.
  if (checks.some(({ what, state }) => what === 'account' && state === 'failed')) return null
  const wanted = { serviceKey: service.key, personId, now: clock.now() }
  const roles = await inOrganisation(db, organisationId, (trx) => findEmergencyRoles(trx, wanted))
  return roles.length > 0 ? { kind: 'emergency', signIn: signIn.id } : null
}

/** Who decides there, by name where the organisation tells its people; else nobody is named. */
export async function namedDeciders(
  { db, clock }: Pick<BrokeringDeps, 'db' | 'clock'>,
  service: Pick<Service, 'id'>,
  { organisationId, unitId }: Pick<DescribedRefusal, 'organisationId' | 'unitId'>,
): Promise<string[]> {
  if (organisationId === null) return []
  const organisation = await db
    .selectFrom('organisation')
    .select('tells_names')
    .where('id', '=', organisationId)
    .executeTakeFirst()
  if (!organisation?.tells_names) return []
  const place = { unitId, serviceId: service.id, notPersonIds: [], escalated: false }
  const { people } = decidersOf(await findAppointed(db, organisationId, clock.now()), place)
  return people.map(({ name }) => name)
}

function aboutOf(
  reason: DescribedRefusal['reason'],
  { accountStatus }: DescribedRefusal['facts'],
): Extract<Way, { kind: 'ask' }>['about'] | null {
  if (reason === 'role-missing' || reason === 'role-ended') return 'role'
  if (reason === 'no-account') return 'account'
  // One that has ended is asked for anew; one that is asked for already is followed.
  if (reason !== 'account-not-active') return null
  return accountStatus === 'requested' ? 'answer' : accountStatus === 'ended' ? 'account' : null
}

/** On to the page where it is asked for, logged in there by the log-in that was refused. */
export function askForAccess(c: Context<WebEnv>, deps: WebDeps, open: OpenSignIn): Promise<Response> {
  return goOnInside(c, deps, open, fromServiceAddress(open.service.key, open.signIn.reference))
}

/** On to the page where a role is taken in an emergency, in the same way. */
export function takeInEmergency(c: Context<WebEnv>, deps: WebDeps, open: OpenSignIn): Promise<Response> {
  return goOnInside(c, deps, open, takeAddress(open.service.key, open.signIn.reference))
}

async function goOnInside(c: Context<WebEnv>, deps: WebDeps, open: OpenSignIn, replyTo: string): Promise<Response> {
  const { signIn, visit } = open
  const { brokering } = deps
  const own = await brokering.directory.service(sebClassicId)
  if (!own) throw new Error('SEB’s own pages are not registered as a service')
  const request = ownPagesRequest(brokering.ids, replyTo)
  if (!(await opensOwnPages(brokering, own, signIn, request)))
    return showOutcome(c, deps, await startSignIn(brokering, own, request, visit, null))
  const { authentication, identityProviderId, logInKind, sessionId } = signIn
  const outcome = await withReference(brokering.ids, (reference) => {
    const blank = blankSignIn(brokering, { service: own, request, visit, reference })
    const carried = { ...blank, authentication, identityProviderId, logInKind, sessionId }
    return advance(brokering, carried, visit, { events: [startedEvent(carried, own, visit)] })
  })
  if (outcome.kind !== 'outbound' || outcome.to !== 'service') return showOutcome(c, deps, outcome)
  // From now on the log-in is worth what its session is worth: after a log-out nothing is carried from here any more. (C9)
  await saveStep(brokering, signIn, { change: { sessionId: outcome.signIn.sessionId }, events: [] })
  if (outcome.sessionToken) keepSession(c, deps.browser, outcome.sessionToken)
  return c.redirect(replyTo, 303)
}

/** Whether SEB's own pages take this log-in; else the person logs in there as anybody does. */
async function opensOwnPages(
  deps: BrokeringDeps,
  own: Service,
  signIn: SignIn,
  request: SignIn['request'],
): Promise<boolean> {
  const { authentication, identityProviderId, logInKind } = signIn
  // Whoever went back to the service has left.
  if (!authentication || !identityProviderId || signIn.answeredAt || deps.clock.now() >= signIn.expiresAt) return false
  const taken = waysIn(own, await deps.directory.identityProvidersOf(own.id), request).some(
    (way) => way.identityProviderId === identityProviderId && way.logInKind === logInKind,
  )
  const provider = taken ? await deps.directory.identityProvider(identityProviderId) : null
  if (!provider) return false
  const asked = { request, accountId: null, createdAt: signIn.createdAt }
  const { verdict } = await evaluate(deps, own, provider, asked, authentication)
  return verdict.outcome !== 'refused'
}
