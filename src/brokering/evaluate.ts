/** Reads what the attribute pipeline looks at, and runs it: the verdict on an authentication, for one service, now. */
import {
  type Candidate,
  findAssignments,
  findAuthorisations,
  findCandidates,
  findStatedOrganisation,
  type StatedOrganisation,
} from '../access/roles/door.store.ts'
import { type AssignmentAtTheDoor, inOrder } from '../access/roles/role-at-the-door.ts'
import type { IdentityProvider } from '../organisations/identity-provider.ts'
import { type FoundPerson, findPerson, type LogInSubject } from '../people/find-person.ts'
import { logInSubject } from '../people/log-in-subject.ts'
import type { Service } from '../services/service.ts'
import { runPipeline, type Verdict } from './attributes/pipeline.ts'
import type { RuleContext } from './attributes/rule.ts'
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
  const subject = logInSubject(identityProvider, authentication)
  const person = await findPerson(deps.db, subject)
  const candidates = person ? await findCandidates(deps.db, person.personId, service.id) : []
  const context = await contextOf(deps, {
    service,
    identityProvider,
    authentication,
    cvr: subject.cvr,
    person,
    candidates,
    request: signIn.request,
    freshSince: signIn.request.forceAuthn ? signIn.createdAt : null,
    chosenAccountId: signIn.accountId,
  })
  return { verdict: runPipeline(context), subject, person, statedOrganisation: context.statedOrganisation }
}

/** Who logs in to what and how, once it is known who it is. */
export interface Case {
  service: Service
  identityProvider: IdentityProvider
  authentication: Authentication
  /** The organisation that a professional log-in speaks for. */
  cvr: string | null
  person: FoundPerson | null
  candidates: readonly Candidate[]
  request: Pick<SignIn['request'], 'assurance' | 'logInKinds' | 'attributes'>
  freshSince: Date | null
  chosenAccountId: string | null
  /** Assignments that are not written down: what a simulation asks about. */
  given?: readonly AssignmentAtTheDoor[]
}

/** Everything the rules look at; a simulation asks with the same words as a log-in. */
export async function contextOf(
  deps: Pick<BrokeringDeps, 'db' | 'clock' | 'limits' | 'cpr'>,
  { request, cvr, given = [], ...known }: Case,
): Promise<RuleContext> {
  const now = deps.clock.now()
  const { person, candidates, service } = known
  const accountIds = candidates.map(({ account }) => account.id)
  const [assignments, authorisations, statedOrganisation] = await Promise.all([
    findAssignments(deps.db, accountIds, service.id),
    person ? findAuthorisations(deps.db, person.personId, now) : [],
    statedOrganisationOf(deps, cvr, candidates),
  ])
  return {
    ...known,
    now,
    requestedAssurance: request.assurance,
    requestedKinds: request.logInKinds,
    askedAttributes: request.attributes,
    highestAssurance: deps.limits.highestAssurance,
    statedOrganisation,
    assignments: [...assignments, ...given].sort(inOrder),
    authorisations,
    unsealCpr: deps.cpr.unseal,
  }
}

/** The organisation is asked for by itself only where no account already told. */
async function statedOrganisationOf(
  deps: Pick<BrokeringDeps, 'db'>,
  cvr: string | null,
  candidates: readonly Candidate[],
) {
  if (cvr === null) return null
  const own = candidates.find(({ account }) => account.organisation.cvr === cvr)
  return own ? own.account.organisation : findStatedOrganisation(deps.db, cvr)
}
