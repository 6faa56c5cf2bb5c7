/** A log-out that was begun by a cross-site POST is tied to the browser that comes on with it, and led round only in its own. */
import { findSession } from '../../people/sessions.store.ts'
import type { BrokeringDeps, Visit } from '../deps.ts'
import { settle } from './continue-log-out.ts'
import type { LogOut } from './log-out.ts'
import { findLogOut, tieLogOut } from './log-outs.store.ts'

/** The log-out as it is, or as it is now that a browser has come. */
export async function tiedToBrowser(
  deps: BrokeringDeps,
  logOut: LogOut,
  visit: Visit & { browserHash: string },
): Promise<LogOut | null> {
  if (logOut.browserHash !== null) return logOut
  const session = visit.sessionTokenHash ? await findSession(deps.db, visit.sessionTokenHash) : null
  if (session?.id !== logOut.sessionId) {
    for (const step of logOut.steps.filter(({ state }) => state === 'waiting'))
      await settle(deps, logOut, step, 'failed', 'the browser is not the one that was logged in', visit)
  }
  await deps.db.transaction().execute((trx) => tieLogOut(trx, logOut.id, visit.browserHash))
  return findLogOut(deps.db, logOut.id)
}
