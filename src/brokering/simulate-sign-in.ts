/**
 * What the next log-in would send, if it were made now: the attribute pipeline, next-step and the service's own protocol,
 * as for a real one. What only the log-in itself can say (a name as it writes it, a CPR number) stays unknown here.
 */
import type {
  SimulatedAttribute,
  SimulatedWay,
  Simulation,
  SimulationQuestion,
  Simulator,
  ValueSource,
} from '../access/admin/simulator/simulation.ts'
import { findCandidates } from '../access/roles/door.store.ts'
import type { IdentityProvider } from '../organisations/identity-provider.ts'
import { providersSpeakingFor } from '../organisations/identity-providers.store.ts'
import { recognitionOf } from '../people/find-person.ts'
import { lastAuthentication } from '../people/sessions.store.ts'
import { type AttributeName, attributeNames } from '../services/attribute.ts'
import type { Service } from '../services/service.ts'
import type { Shell } from '../web/shell.ts'
import { decideCandidate, factsOf } from './attributes/decide-candidate.ts'
import { runPipeline } from './attributes/pipeline.ts'
import { heldBack } from './attributes/release-only-agreed.ts'
import type { WorkingClaims } from './attributes/rule.ts'
import type { Authentication } from './authentication.ts'
import type { BrokeringDeps } from './deps.ts'
import { describeVerdict, providerName } from './describe-refusal.ts'
import { contextOf } from './evaluate.ts'
import { nextStep } from './next-step.ts'
import { refusalWords } from './pages/refusal-words.tsx'
import type { SignInRequest } from './sign-in.ts'
import { waysIn } from './ways-in.ts'

/** Stands for a value that is not known before the log-in; it is replaced before anybody sees it. */
const unknown = 'urn:dk:sundhed:seb:known-at-log-in'

export function simulator(deps: BrokeringDeps): Simulator {
  return {
    ways: (serviceId, cvr) => findWays(deps, serviceId, cvr),
    simulate: async (question, shell) => {
      const service = await deps.directory.service(question.serviceId)
      const identityProvider = await deps.directory.identityProvider(question.way.identityProviderId)
      return service && identityProvider ? simulate(deps, { ...question, service, identityProvider }, shell) : null
    },
  }
}

async function findWays(deps: BrokeringDeps, serviceId: string, cvr: string): Promise<SimulatedWay[]> {
  const service = await deps.directory.service(serviceId)
  if (!service) return []
  const listed = await deps.directory.identityProvidersOf(service.id)
  const speaking = new Map(
    (await providersSpeakingFor(deps.db, cvr)).map((found) => [found.id, found.highestAssurance]),
  )
  return waysIn(service, listed, requestOf(deps, service)).flatMap(({ identityProviderId, logInKind }) => {
    const provider = listed.find(({ id }) => id === identityProviderId)
    const highestAssurance = speaking.get(identityProviderId)
    if (!provider || !highestAssurance) return []
    const name = { da: providerName(provider, logInKind, 'da'), en: providerName(provider, logInKind, 'en') }
    return [{ identityProviderId, kind: logInKind, name, highestAssurance }]
  })
}

/** The service as it usually asks. */
function requestOf(
  deps: BrokeringDeps,
  service: Service,
): Pick<SignInRequest, 'assurance' | 'logInKinds' | 'attributes' | 'identityProviders'> {
  const attributes = deps.services[service.protocol].usuallyAsks(service)
  return { assurance: null, logInKinds: null, identityProviders: null, attributes }
}

type Asked = SimulationQuestion & { service: Service; identityProvider: IdentityProvider }

async function simulate(deps: BrokeringDeps, asked: Asked, shell: Shell): Promise<Simulation> {
  const { service, identityProvider, account, way, at } = asked
  const then = { ...deps, clock: { now: () => at }, cpr: { ...deps.cpr, unseal: () => unknown } }
  const subject = { personId: account.personId, identityProviderId: identityProvider.id, kind: way.kind }
  const { cvr } = account.organisation
  // A private log-in is the person's own affair: it is not looked into.
  const last =
    way.kind === 'professional' ? await lastAuthentication<Authentication>(deps.db, { ...subject, cvr }) : null
  const cprIdentifies = identityProvider.kind === 'nemlog-in'
  const recognised = last ? 'seen' : await recognitionOf(deps.db, subject, { ...account, cprIdentifies })
  const authentication = authenticationOf(asked, last)
  const known = recognised !== 'unknown'
  const candidates = known ? await findCandidates(deps.db, account.personId, service.id) : []
  const request = requestOf(deps, service)
  const context = await contextOf(then, {
    service,
    identityProvider,
    authentication,
    cvr: way.kind === 'professional' ? cvr : null,
    person: known ? { personId: account.personId, found: 'known', contradicted: null } : null,
    // The question is of this account; what the person has elsewhere is not for those who ask.
    candidates: candidates.filter((candidate) => candidate.account.id === account.id),
    request,
    freshSince: null,
    chosenAccountId: account.id,
    given: asked.given,
  })
  const verdict = runPipeline(context)
  const step = nextStep({
    now: at,
    expiresAt: new Date(at.getTime() + 1),
    answeredAt: null,
    refusal: null,
    isPassive: false,
    waysIn: waysIn(service, await deps.directory.identityProvidersOf(service.id), request),
    chosen: null,
    used: { identityProviderId: identityProvider.id, logInKind: way.kind },
    verdict,
  })
  const { claims } = verdict
  const [candidate] = context.candidates
  const common = {
    recognised,
    assurance: {
      sent: claims.assurance,
      stated: asked.assurance,
      provider: identityProvider.highestAssurance,
      seb: deps.limits.highestAssurance,
    },
    // Where the log-in is stopped before the roles are looked at, what they would be is still an answer.
    roles:
      claims.decidedRoles.length > 0 || !candidate ? claims.decidedRoles : decideCandidate(context, claims, candidate),
    facts: candidate ? factsOf(context, claims, candidate) : null,
    mayAddPrivileges: identityProvider.settings.privileges !== 'ignore' && way.kind === 'professional' && !last,
  } as const
  if (step.kind === 'refuse') {
    const { reason } = step.refusal
    const evaluation = { verdict, statedOrganisation: context.statedOrganisation }
    const refusedCase = { request, logInKind: way.kind, service, identityProvider, evaluation, person: asked.person }
    const { facts } = await describeVerdict(then, refusedCase, reason, shell.language)
    const name = shell.language === 'da' ? service.nameDa : service.nameEn
    const refused = refusalWords(shell, reason, { ...facts, service: name })
    return { ...common, refused, attributes: [], notSent: [], written: [], privileges: null }
  }
  return { ...common, refused: null, ...answerOf(deps, service, claims) }
}

/** What the log-in would say: what it said the last time, without its values; else all that it may say. */
function authenticationOf({ account, person, way, assurance, at }: Asked, last: Authentication | null): Authentication {
  const names = last ? (Object.keys(last.attributes) as AttributeName[]) : attributeNames
  const stated = Object.fromEntries(names.map((name) => [name, [unknown]]))
  const cvr = way.kind === 'professional' ? { cvr: [account.organisation.cvr] } : {}
  return {
    kind: way.kind,
    subject: { value: '', format: null, nameQualifier: null, spNameQualifier: null },
    sessionIndex: null,
    assurance,
    identityAssurance: last?.identityAssurance ?? null,
    authenticatorAssurance: last?.authenticatorAssurance ?? null,
    authenticatedAt: at.toISOString(),
    sessionNotOnOrAfter: null,
    authorities: [],
    attributes: { ...stated, fullName: [person], ...cvr },
    privileges: last?.privileges ?? [],
    cprSealed: !last || last.cprSealed ? unknown : null,
    cprHash: null,
  }
}

const sources: Readonly<Partial<Record<AttributeName, ValueSource>>> = {
  cvr: 'organisation',
  orgName: 'organisation',
  professionalUuid: 'account',
  rid: 'account',
  productionUnit: 'unit',
  sor: 'unit',
  ydernummer: 'unit',
  hasUserAuthorization: 'authorisations',
  userAuthorizations: 'authorisations',
  privileges: 'roles',
}

function answerOf(
  deps: BrokeringDeps,
  service: Service,
  claims: WorkingClaims,
): Pick<Simulation, 'attributes' | 'notSent' | 'written' | 'privileges'> {
  const { attributes, privileges } = deps.services[service.protocol].preview(service, claims)
  return {
    attributes: [...claims.attributes].map(([name, values]): SimulatedAttribute => {
      const told = knownOf(values)
      return { name, values: told, source: told ? (sources[name] ?? 'log-in') : 'log-in' }
    }),
    notSent: attributeNames.flatMap((name): Simulation['notSent'] => {
      const line = claims.trace.findLast(({ what }) => what === name)
      if (line?.why === heldBack.notAgreed) return [{ name, why: 'not-agreed' }]
      return line?.why === heldBack.notAsked ? [{ name, why: 'not-asked' }] : []
    }),
    written: attributes.map(({ name, values }) => ({ name, values: knownOf(values) })),
    privileges: privileges === null ? null : { base64: privileges, xml: Buffer.from(privileges, 'base64').toString() },
  }
}

function knownOf(values: readonly string[]): readonly string[] | null {
  return values.some((value) => value.includes(unknown)) ? null : values
}
