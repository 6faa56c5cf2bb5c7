/** From now on the person acts in another of their capacities. */
import type { Context } from 'hono'
import { recordEvents } from '../../audit/record-events.ts'
import { actAs, hashToken } from '../../people/sessions.store.ts'
import type { Capacity } from '../capacities/capacity.ts'
import type { AdminDeps, AdminEnv } from './admin-env.ts'

/** `chosen` is one of the viewer's own. */
export async function chooseCapacity(c: Context<AdminEnv>, deps: AdminDeps, chosen: Capacity): Promise<void> {
  const viewer = c.get('viewer')
  // A token that leaked while one acted as less is worth nothing afterwards. (C5)
  const token = deps.ids.secret()
  await deps.db.transaction().execute(async (trx) => {
    await actAs(trx, {
      sessionId: viewer.sessionId,
      capacityKey: chosen.key,
      tokenHash: hashToken(token),
      now: deps.clock.now(),
    })
    await recordEvents(deps, trx, [
      {
        action: 'capacity.chosen',
        outcome: 'success',
        actor: { kind: 'person', id: viewer.personId },
        organisationId: 'organisation' in chosen ? chosen.organisation?.id : undefined,
        source: deps.visit(c).source,
        details: { capacity: chosen.kind },
      },
    ])
  })
  deps.keepSession(c, token)
}
