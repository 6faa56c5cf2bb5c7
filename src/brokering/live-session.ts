/**
 * An authentication that was taken from a session is worth what the session is worth: after a log-out, or when the session has
 * run out, no sign-in that was waiting for a choice goes on with it. (C9)
 */
import { type Session, type SessionLimits, sessionIsLive } from '../people/session.ts'
import { findSessionById } from '../people/sessions.store.ts'
import type { Authentication } from './authentication.ts'
import type { BrokeringDeps } from './deps.ts'
import type { SignIn } from './sign-in.ts'

/** By SEB's own limits and by the end that the identity provider set. */
export function sessionCanAnswer(session: Session<Authentication>, limits: SessionLimits, now: Date): boolean {
  const { sessionNotOnOrAfter } = session.authentication
  const announced = sessionNotOnOrAfter ? now < new Date(sessionNotOnOrAfter) : true
  return announced && sessionIsLive(session, limits, now)
}

/** The sign-in as it is, or as if nobody had logged in where the session it was built on is over. */
export async function withLiveSession(
  { db, clock, limits }: Pick<BrokeringDeps, 'db' | 'clock' | 'limits'>,
  signIn: SignIn,
): Promise<SignIn> {
  if (signIn.sessionId === null || signIn.answeredAt) return signIn
  const session = await findSessionById<Authentication>(db, signIn.sessionId)
  if (session && sessionCanAnswer(session, limits.session, clock.now())) return signIn
  return {
    ...signIn,
    authentication: null,
    identityProviderId: null,
    logInKind: null,
    sessionId: null,
    accountId: null,
  }
}
