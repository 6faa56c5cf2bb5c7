/** Ends the subscription of an address that mail no longer reaches. */
import { recordEvents } from '../../audit/record-events.ts'
import type { Clock } from '../../base/clock.ts'
import type { Ids } from '../../base/ids.ts'
import type { Db } from '../../storage/database.ts'
import { countRefusal, deleteSubscription } from './subscriptions.store.ts'

/** A filter may take offence at one message; so many in a row are the address. */
const mostRefusals = 3

/** `answer` is what the mail server said; null where it took the mail. No mailbox of that name (RFC 3463: 5.1.x) is said once. */
export async function stopDead(
  deps: { db: Db; clock: Clock; ids: Ids },
  id: string,
  answer: string | null,
): Promise<void> {
  await deps.db.transaction().execute(async (trx) => {
    const refusals = await countRefusal(trx, id, answer !== null)
    if (answer === null || (refusals < mostRefusals && !/^\d{3}[ -]5\.1\.\d/.test(answer))) return
    if (!(await deleteSubscription(trx, id))) return
    await recordEvents(deps, trx, [
      {
        action: 'status-subscription.stopped',
        outcome: 'success',
        actor: { kind: 'system' },
        object: { kind: 'status-subscription', id },
        details: { answer },
      },
    ])
  })
}
