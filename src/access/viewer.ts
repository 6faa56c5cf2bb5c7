/** Who is looking at a page of SEB's own: the person behind the session, and the capacity they act in. */
import { type AssuranceLevel, lowestAssurance, meetsAssurance } from '../base/assurance.ts'
import { type SessionLimits, sessionIsLive } from '../people/session.ts'
import { type ActingSession, actingSession, type ProviderOfSession, sessionTouch } from '../people/sessions.store.ts'
import type { Db } from '../storage/database.ts'
import { writeTogether } from '../storage/write-together.ts'
import { findCapacities } from './capacities/capacities.store.ts'
import type { Capacity } from './capacities/capacity.ts'
import { findShutByHours, type ShutByHours } from './capacities/shut-by-hours.store.ts'

export interface Viewer {
  sessionId: string
  personId: string
  name: string
  /** How surely they logged in, capped as at every door. */
  assurance: AssuranceLevel
  /** Everything they may act as with this log-in; the first is the strongest. */
  capacities: readonly Capacity[]
  acting: Capacity
  /** How much of themselves this log-in may show. */
  sight: Sight
}

/**
 * A national log-in is the person's own, and shows all that is theirs. One of a local provider shows what is of its
 * organisation: whoever runs it could log in as anybody there, and must learn nothing of what they have elsewhere.
 */
export interface Sight {
  /** Null: everything. */
  only: { cvr: string; identityProviderId: string } | null
}

export type Looking =
  | { kind: 'viewer'; viewer: Viewer }
  /** Nobody is logged in, or not well enough. */
  | { kind: 'log-in-needed' }
  /** Logged in, and unknown to every organisation. */
  | { kind: 'nobody' }
  /** Logged in, with an account that holds at other times of the week. */
  | { kind: 'outside-hours'; shut: ShutByHours }

/** Administration needs Substantial (issue of NSIS levels: whatever is done here gives others access). */
const needed: AssuranceLevel = 'Substantial'

interface ViewerDeps {
  db: Db
  now: Date
  limits: SessionLimits
  highestAssurance: AssuranceLevel
}

/** A log-in good enough for SEB's own pages, whoever it is. */
export interface LogIn {
  session: ActingSession
  assurance: AssuranceLevel
  /** Of the organisation a professional log-in speaks for. */
  cvr: string | null
}

/** Null where nobody is logged in, or not well enough, or through a provider that may not say so any more. */
export async function findLogIn(deps: ViewerDeps, sessionTokenHash: string | null): Promise<LogIn | null> {
  const { db, now } = deps
  const session = sessionTokenHash ? await actingSession(db, sessionTokenHash, now) : null
  if (!session || !sessionIsLive(session, deps.limits, now) || hasEnded(session.authentication, now)) return null
  const { authentication, provider } = session
  const assurance = lowestAssurance(authentication.assurance, provider.highestAssurance, deps.highestAssurance)
  if (!meetsAssurance(assurance, needed)) return null
  const cvr = authentication.kind === 'professional' ? (authentication.attributes.cvr?.[0] ?? '') : null
  return mayStillSay(provider, authentication.kind, cvr) ? { session, assurance, cvr } : null
}

export async function findViewer(deps: ViewerDeps, sessionTokenHash: string | null): Promise<Looking> {
  const logIn = await findLogIn(deps, sessionTokenHash)
  if (!logIn) return { kind: 'log-in-needed' }
  const { db, now } = deps
  const { session, assurance, cvr } = logIn
  const { person, provider } = session
  if (!person) return { kind: 'nobody' }
  const presence = { personId: person.id, cvr, national: provider.kind === 'nemlog-in', now }
  const capacities = await findCapacities(db, presence)
  const acting = capacities.find(({ key }) => key === session.actingAs) ?? capacities[0]
  if (!acting) {
    const shut = await findShutByHours(db, presence)
    return shut ? { kind: 'outside-hours', shut } : { kind: 'nobody' }
  }
  await writeTogether(db, [sessionTouch(session.id, now)], [])
  return {
    kind: 'viewer',
    viewer: {
      sessionId: session.id,
      personId: person.id,
      name: person.name,
      assurance,
      capacities,
      acting,
      sight: sightOf(logIn),
    },
  }
}

function sightOf({ session, cvr }: LogIn): Sight {
  const { provider, identityProviderId } = session
  return { only: provider.kind === 'nemlog-in' ? null : { cvr: cvr ?? '', identityProviderId } }
}

/** The identity provider set an end of its own. */
function hasEnded({ sessionNotOnOrAfter }: { sessionNotOnOrAfter: string | null }, now: Date): boolean {
  return Boolean(sessionNotOnOrAfter && now >= new Date(sessionNotOnOrAfter))
}

/** What a provider may say is decided when it is asked: one that has been switched off or narrowed holds nobody inside. (G25) */
function mayStillSay(provider: ProviderOfSession, kind: 'professional' | 'person', cvr: string | null): boolean {
  const forOrganisation = cvr === null || provider.allowedCvrs === null || provider.allowedCvrs.includes(cvr)
  return provider.enabled && provider.logInKinds.includes(kind) && forOrganisation
}
