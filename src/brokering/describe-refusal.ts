/** Puts together what a refused person is told: what was checked, what failed, and what there is to do. */
import { findRolesThatOpen } from '../access/roles/door.store.ts'
import { grantIsValid } from '../access/roles/role-at-the-door.ts'
import { holdsAt, nextBeginning, nextMomentInAll } from '../base/weekly-hours.ts'
import type { IdentityProvider, ListedIdentityProvider } from '../organisations/identity-provider.ts'
import { accountIsOpen } from '../people/account.ts'
import type { Service } from '../services/service.ts'
import type { Language } from '../web/languages.ts'
import type { WorkingClaims } from './attributes/rule.ts'
import type { BrokeringDeps } from './deps.ts'
import { type Evaluation, evaluate } from './evaluate.ts'
import type { Check } from './pages/checks.tsx'
import type { RefusalFacts } from './pages/refused.page.tsx'
import type { RefusalReason } from './refusal.ts'
import type { SignIn } from './sign-in.ts'

export interface DescribedRefusal {
  reason: RefusalReason
  /** The organisation it was for, where it is known. */
  organisationId: string | null
  /** The unit of the account there. */
  unitId: string | null
  /** Whose account it is. */
  personId: string | null
  facts: Omit<RefusalFacts, 'service'>
  checks: Check[]
}

export async function describeRefusal(
  deps: BrokeringDeps,
  signIn: SignIn,
  service: Service,
  reason: RefusalReason,
  language: Language,
): Promise<DescribedRefusal> {
  const identityProvider = signIn.identityProviderId
    ? await deps.directory.identityProvider(signIn.identityProviderId)
    : null
  const evaluation =
    identityProvider && signIn.authentication
      ? await evaluate(deps, service, identityProvider, signIn, signIn.authentication)
      : null
  const person = signIn.authentication?.attributes.fullName?.[0] ?? null
  return describeVerdict(deps, { ...signIn, service, identityProvider, evaluation, person }, reason, language)
}

/** Who was refused, where, and by which log-in. */
export interface RefusedCase extends Pick<SignIn, 'logInKind'> {
  request: Pick<SignIn['request'], 'assurance'>
  service: Service
  identityProvider: IdentityProvider | null
  /** Null before anybody has logged in. */
  evaluation: Pick<Evaluation, 'verdict' | 'statedOrganisation'> | null
  /** By name. */
  person: string | null
}

export async function describeVerdict(
  deps: Pick<BrokeringDeps, 'db' | 'clock'>,
  { request, logInKind, service, identityProvider, evaluation, person }: RefusedCase,
  reason: RefusalReason,
  language: Language,
): Promise<DescribedRefusal> {
  const claims = evaluation?.verdict.claims ?? null
  const organisation = claims?.candidate?.account.organisation.name ?? evaluation?.statedOrganisation?.name ?? null
  const provider = identityProvider && providerName(identityProvider, logInKind, language)
  const roles = rolesFor(reason, claims, language) ?? (await openingRoles(deps, claims, service, language))
  const facts = {
    organisation,
    provider,
    roles,
    accountStatus: claims?.candidate?.account.status ?? null,
    endedAt: endOf(reason, claims),
    ...hoursOf(reason, claims, deps.clock.now()),
    neededKind: service.logInKinds.length === 1 ? (service.logInKinds[0] ?? null) : null,
    neededLevel: request.assurance ?? service.lowestAssurance,
    administrators: [],
  }
  const logIn = [person, provider].filter((part) => part !== null).join(', ')
  const organisationId = claims?.candidate?.account.organisation.id ?? evaluation?.statedOrganisation?.id ?? null
  const unitId = claims?.candidate?.account.unit?.id ?? null
  return {
    reason,
    organisationId,
    unitId,
    personId: claims?.candidate?.account.personId ?? null,
    facts,
    checks: claims ? checksOf(deps, service, reason, claims, facts, logIn) : [],
  }
}

/** `MitID Erhverv` says more to a person than `NemLog-in`. */
export function providerName(provider: ListedIdentityProvider, kind: SignIn['logInKind'], language: Language): string {
  if (provider.kind === 'nemlog-in' && kind) return kind === 'professional' ? 'MitID Erhverv' : 'MitID Privat'
  return language === 'da' ? provider.nameDa : provider.nameEn
}

function rolesFor(reason: RefusalReason, claims: WorkingClaims | null, language: Language): string[] | null {
  if ((reason !== 'role-ended' && reason !== 'outside-hours') || !claims) return null
  const why = claims.decidedRoles.filter(({ fails }) => reason === 'role-ended' || fails === 'outside-hours')
  return why.map(({ assignment: { role } }) => (language === 'da' ? role.nameDa : role.nameEn))
}

async function openingRoles(
  deps: Pick<BrokeringDeps, 'db' | 'clock'>,
  claims: WorkingClaims | null,
  service: Service,
  language: Language,
) {
  if (!claims?.candidate?.grant) return []
  const { roleIds } = claims.candidate.grant
  const roles = await findRolesThatOpen(deps.db, service.id, { roleIds, now: deps.clock.now() })
  return roles.map((role) => (language === 'da' ? role.nameDa : role.nameEn))
}

/** The last day on which it held: an end stands in the database as the moment after. */
function endOf(reason: RefusalReason, claims: WorkingClaims | null): Date | null {
  if (reason === 'account-not-active') return lastMoment(claims?.candidate?.account.validUntil ?? null)
  if (reason !== 'role-ended') return null
  const ends = (claims?.decidedRoles ?? []).flatMap(
    ({ assignment }) => assignment.withdrawnAt ?? lastMoment(assignment.validUntil) ?? [],
  )
  return ends.sort((one, other) => other.getTime() - one.getTime())[0] ?? null
}

/** Of the account, or of whichever of its roles comes first. */
function hoursOf(
  reason: RefusalReason,
  claims: WorkingClaims | null,
  now: Date,
): Pick<RefusalFacts, 'hours' | 'opensAt'> {
  const account = claims?.candidate?.account
  if (reason !== 'outside-hours' || !account) return { hours: null, opensAt: null }
  const before = (opensAt: Date | null, ...ends: (Date | null)[]) =>
    opensAt && ends.every((end) => end === null || opensAt < end) ? opensAt : null
  if (account.hours && !holdsAt(account.hours, now))
    return { hours: account.hours, opensAt: before(nextBeginning(account.hours, now), account.validUntil) }
  const roles = (claims?.decidedRoles ?? [])
    .filter(({ fails }) => fails === 'outside-hours')
    .map(({ assignment: { hours, validUntil } }) => {
      const opensAt = nextMomentInAll([hours, account.hours ?? null], now)
      return { hours, opensAt: before(opensAt, validUntil, account.validUntil) }
    })
  const never = Number.POSITIVE_INFINITY
  const [first] = roles.sort((one, other) => (one.opensAt?.getTime() ?? never) - (other.opensAt?.getTime() ?? never))
  return first ?? { hours: null, opensAt: null }
}

function lastMoment(until: Date | null): Date | null {
  return until && new Date(until.getTime() - 1)
}

/** Where the account is open, and still nobody is let in, it is the role. */
const rolesAreWhy: readonly RefusalReason[] = ['role-missing', 'role-ended', 'outside-hours']

/** The first that failed is the reason; what comes after it was not reached. */
function checksOf(
  deps: Pick<BrokeringDeps, 'clock'>,
  service: Service,
  reason: RefusalReason,
  { candidate, kind }: WorkingClaims,
  facts: DescribedRefusal['facts'],
  logIn: string,
): Check[] {
  const now = deps.clock.now()
  const logInFailed: readonly RefusalReason[] = [
    'level-too-low',
    'wrong-log-in-kind',
    'organisation-not-allowed',
    'answer-wrong',
  ]
  const holds: [Check['what'], boolean, string | null][] = [
    ['log-in', !logInFailed.includes(reason), logIn || null],
    ['organisation', reason !== 'unknown-organisation', facts.organisation],
    ['account', candidate !== null && accountIsOpen(candidate.account, now), candidate?.account.unit?.name ?? null],
    ['grant', Boolean(candidate?.grant && grantIsValid(candidate.grant, now)), facts.organisation],
    ['role', !rolesAreWhy.includes(reason), facts.roles.join(', ') || null],
  ]
  const relevant = holds
    .filter(([what]) => service.access === 'role' || what !== 'role')
    .filter(([what]) => kind === 'professional' || what !== 'organisation')
  const failed = relevant.findIndex(([, ok]) => !ok)
  return relevant.map(([what, , detail], position) => ({
    what,
    state: failed === -1 || position < failed ? 'ok' : position === failed ? 'failed' : 'not-reached',
    detail: position <= failed || failed === -1 ? detail : null,
  }))
}
