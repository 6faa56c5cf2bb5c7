/** A session at SEB: one browser, one person, one authentication that later services may build on. */

export interface Session<Authentication> {
  id: string
  personId: string | null
  identityProviderId: string
  authentication: Authentication
  startedAt: Date
  lastUsedAt: Date
  endedAt: Date | null
}

export interface SessionLimits {
  idleMinutes: number
  absoluteHours: number
}

/** Decided when it is asked, from the row and the clock: no job has to have run. */
export function sessionIsLive(session: Session<unknown>, limits: SessionLimits, now: Date): boolean {
  return (
    session.endedAt === null &&
    now.getTime() - session.lastUsedAt.getTime() < limits.idleMinutes * 60_000 &&
    now.getTime() - session.startedAt.getTime() < limits.absoluteHours * 3_600_000
  )
}
