/** A request that was turned away before any page looked at it: the reference on the page finds what it was. */
import type { Context } from 'hono'
import type { Clock } from '../base/clock.ts'
import type { Ids } from '../base/ids.ts'
import type { Db } from '../storage/database.ts'
import { recordEvents } from './record-events.ts'

export interface TurnedAwayDeps {
  db: Db
  clock: Clock
  ids: Ids
  sourceOf: (c: Context) => string
}

/** Returns the reference. */
export async function recordTurnedAway(
  deps: TurnedAwayDeps,
  c: Context,
  why: 'request.too-large' | 'request.from-elsewhere' | 'request.too-many',
): Promise<string> {
  const reference = deps.ids.reference()
  await recordEvents(deps, deps.db, [
    {
      action: why,
      outcome: 'refused',
      actor: { kind: 'unknown' },
      source: deps.sourceOf(c),
      reference,
      details: { method: c.req.method, path: c.req.path.slice(0, 200) },
    },
  ])
  return reference
}
