/** Reads what the attribute pipeline looks at, and runs it: the verdict on an authentication, for one service, now. */
import {
  findAssignments,
  findAuthorisations,
  findCandidates,
  findStatedOrganisation,
  type StatedOrganisation,
} from '../access/roles/door.store.ts'
import type { IdentityProvider } from '../organisations/identity-provider.ts'
import { type FoundPerson, findPerson, type LogInSubject } from '../people/find-person.ts'
import type { Service } from '../services/service.ts'
import { runPipeline, type Verdict } from './attributes/pipeline.ts'
import type { Authentication } from './authentication.ts'
import type { BrokeringDeps } from './deps.ts'
import type { SignIn } from './sign-in.ts'

export interface Evaluation {
  verdict: Verdict
  subject: LogInSubject
  person: FoundPerson | null
  statedOrganisation: StatedOrganisation | null
}

export async function evaluate(
  deps: BrokeringDeps,
  service: Service,
  identityProvider: IdentityProvider,
  signIn: Pick<SignIn, 'request' | 'accountId' | 'createdAt'>,
  authentication: Authentication,
): Promise<Evaluation> {
  const now = deps.clock.now()
  const subject = subjectOf(identityProvider, authentication)
  const person = await findPerson(deps.db, subject)
  const candidates = person ? await findCandidates(deps.db, person.personId, service.id) : []
  const accountIds = candidates.map(({ account }) => account.id)
  const [assignments, authorisations, statedOrganisation] = await Promise.all([
    findAssignments(deps.db, accountIds, service.id),
    person ? findAuthorisations(deps.db, person.personId, now) : [],
    statedOrganisationOf(deps, subject.cvr, candidates),
  ])
  const verdict = runPipeline({
    now,
    service,
    identityProvider,
    authentication,
    requestedAssurance: signIn.request.assurance,
    requestedKinds: signIn.request.logInKinds,
    askedAttributes: signIn.request.attributes,
    freshSince: signIn.request.forceAuthn ? signIn.createdAt : null,
    highestAssurance: deps.limits.highestAssurance,
    statedOrganisation,
    person,
    candidates,
    assignments,
    authorisations,
    chosenAccountId: signIn.accountId,
    unsealCpr: deps.cpr.unseal,
  })
  return { verdict, subject, person, statedOrganisation }
}

/** The organisation is asked for by itself only where no account already told. */
async function statedOrganisationOf(
  deps: BrokeringDeps,
  cvr: string | null,
  candidates: Awaited<ReturnType<typeof findCandidates>>,
) {
  if (cvr === null) return null
  const own = candidates.find(({ account }) => account.organisation.cvr === cvr)
  return own ? own.account.organisation : findStatedOrganisation(deps.db, cvr)
}

/** SAML core §8.3.8: made for one log-in, perhaps for another person the next time. */
const transient = 'urn:oasis:names:tc:SAML:2.0:nameid-format:transient'

function subjectOf(
  identityProvider: IdentityProvider,
  { kind, subject, attributes, cprHash }: Authentication,
): LogInSubject {
  return {
    identityProviderId: identityProvider.id,
    subject: subject.format === transient ? null : subject.value,
    kind,
    // A private log-in speaks for no organisation, whatever it says.
    cvr: kind === 'professional' ? (attributes.cvr?.[0] ?? null) : null,
    professionalUuid: kind === 'professional' ? (attributes.professionalUuid?.[0] ?? null) : null,
    rid: kind === 'professional' ? (attributes.rid?.[0] ?? null) : null,
    cprHash,
    cprIdentifies: identityProvider.kind === 'nemlog-in',
  }
}
