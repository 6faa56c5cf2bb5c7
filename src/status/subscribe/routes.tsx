/** `/driftsstatus/tilmeld…`: mails about the operational status, without a log-in. Who subscribes can be found out by nobody. */
import { type Context, Hono } from 'hono'
import { nothingWrong, type Wrong } from '../../access/management/fields.tsx'
import type { AuditEvent } from '../../audit/audit-event.ts'
import { recordEvents } from '../../audit/record-events.ts'
import type { Clock } from '../../base/clock.ts'
import type { Ids } from '../../base/ids.ts'
import { readMailAddress } from '../../base/mail-address.ts'
import type { Db } from '../../storage/database.ts'
import { type Brake, brakeKey, type HeldBack } from '../../web/brake.ts'
import type { WebEnv } from '../../web/context.ts'
import { readForm } from '../../web/form.ts'
import type { Shell } from '../../web/shell.ts'
import type { Board } from '../board.ts'
import { AskedPage, SubscribePage } from './subscribe.page.tsx'
import { endPath, subscribePaths, subscriptionPath } from './subscribe-paths.ts'
import type { SubscriberKeys } from './subscriber-keys.ts'
import { EndPage, NoSubscriptionPage, SubscriptionPage } from './subscription.page.tsx'
import {
  deleteSubscription,
  findSubscription,
  insertAsk,
  type SubscriptionRow,
  saveChoices,
} from './subscriptions.store.ts'
import { subscribeText } from './text.ts'
import { chosenBy, nothingTyped, readAddress, readTypedChoices, type TypedChoices, typedOf } from './typed-choices.ts'

export interface SubscribeDeps {
  db: Db
  clock: Clock
  ids: Ids
  board: Board
  subscribers: SubscriberKeys
  shell: (c: Context<WebEnv>) => Shell
  sourceOf: (c: Context) => string
  /** How often one network address may ask. */
  brake: Brake
  /** The 429 page. */
  tooMany: (c: Context<WebEnv>, held: HeldBack) => Promise<Response>
}

export function subscribeRoutes(deps: SubscribeDeps): Hono<WebEnv> {
  const { db, clock, ids, board, subscribers, shell } = deps
  const routes = new Hono<WebEnv>()
  const [one, end] = [subscriptionPath(':kode'), endPath(':kode')]

  routes.get(subscribePaths.ask, async (c) => {
    const typed = nothingTyped(c.get('language'))
    return askPage(c, { address: '', typed, wrong: nothingWrong })
  })

  routes.post(subscribePaths.ask, async (c) => {
    const key = brakeKey(deps.sourceOf(c))
    const held = key === null ? null : deps.brake.take(key)
    if (held) return deps.tooMany(c, held)
    await board.begun()
    const language = c.get('language')
    const form = await readForm(c)
    const typed = readTypedChoices(form, board.view().parts, language)
    const meant = chosenBy(typed, language)
    const written = readAddress(form)
    const address = readMailAddress(written)
    if (!address || 'wrong' in meant) {
      const wrong = {
        ...(!address && { mail: subscribeText[language].wrong.address }),
        ...('wrong' in meant && meant.wrong),
      }
      return askPage(c, { address: written, typed, wrong }, 422)
    }
    // Sent twice it is asked twice, which is answered once.
    const id = ids.uuid()
    const { pace, parts } = meant.chosen
    await db.transaction().execute(async (trx) => {
      await insertAsk(trx, {
        id,
        sealed: subscribers.seal(address, id),
        address_hash: subscribers.hash(address),
        language: meant.chosen.language,
        pace,
        parts: [...parts],
        asked_at: clock.now(),
      })
      await recordEvents(deps, trx, [event(c, { action: 'status-subscription.asked', id })])
    })
    return c.redirect(subscribePaths.asked, 303)
  })

  routes.get(subscribePaths.asked, (c) => c.html(<AskedPage shell={shell(c)} />))

  routes.get(one, async (c) => {
    const found = await find(c)
    if (!found) return gone(c)
    const { done } = subscribeText[c.get('language')]
    const said = found.confirmed_at === null ? undefined : c.req.query('klar')
    return subscriptionPage(c, found, { done: said === 'tilmeldt' || said === 'gemt' ? done[said] : null })
  })

  routes.post(one, async (c) => {
    const found = await find(c)
    if (!found) return gone(c)
    await board.begun()
    const form = await readForm(c)
    const typed = readTypedChoices(form, board.view().parts, c.get('language'))
    const meant = chosenBy(typed, c.get('language'))
    if ('wrong' in meant) return subscriptionPage(c, found, { typed, wrong: meant.wrong })
    const isYes = found.confirmed_at === null
    const saved = await db.transaction().execute(async (trx) => {
      if (!(await saveChoices(trx, found.id, meant.chosen, clock.now()))) return false
      const { id } = found
      const yes = event(c, { action: 'status-subscription.confirmed', id })
      await recordEvents(deps, trx, [isYes ? yes : event(c, { action: 'status-subscription.changed', id })])
      return true
    })
    if (!saved) return gone(c)
    return c.redirect(`${subscriptionPath(subscribers.token(found.id))}?klar=${isYes ? 'tilmeldt' : 'gemt'}`, 303)
  })

  routes.get(end, async (c) => {
    const found = await find(c)
    return found ? c.html(<EndPage shell={shell(c)} token={subscribers.token(found.id)} />) : gone(c)
  })

  // RFC 8058: the mail program posts here by itself, from nowhere and with nothing but the address; the code in it is the proof.
  routes.post(end, async (c) => {
    const id = subscribers.read(c.req.param('kode') ?? '')
    if (!id) return gone(c)
    await db.transaction().execute(async (trx) => {
      if (await deleteSubscription(trx, id))
        await recordEvents(deps, trx, [event(c, { action: 'status-subscription.ended', id })])
    })
    return c.html(<NoSubscriptionPage shell={shell(c)} why="ended" />)
  })

  return routes

  async function find(c: Context<WebEnv>): Promise<SubscriptionRow | null> {
    const id = subscribers.read(c.req.param('kode') ?? '')
    return id ? findSubscription(db, id) : null
  }

  function gone(c: Context<WebEnv>) {
    return c.html(<NoSubscriptionPage shell={shell(c)} why="gone" />, 404)
  }

  async function askPage(
    c: Context<WebEnv>,
    page: { address: string; typed: TypedChoices; wrong: Wrong },
    status: 200 | 422 = 200,
  ) {
    await board.begun()
    return c.html(<SubscribePage shell={shell(c)} parts={board.view().parts} {...page} />, status)
  }

  async function subscriptionPage(
    c: Context<WebEnv>,
    row: SubscriptionRow,
    { typed, wrong = nothingWrong, done = null }: { typed?: TypedChoices; wrong?: Wrong; done?: string | null },
  ) {
    await board.begun()
    const { parts } = board.view()
    const page = {
      token: subscribers.token(row.id),
      address: subscribers.open(row.sealed, row.id),
      confirmed: row.confirmed_at !== null,
      parts,
      typed: typed ?? typedOf(row, parts),
      wrong,
      done,
    }
    return c.html(<SubscriptionPage shell={shell(c)} {...page} />, typed ? 422 : 200)
  }

  /** Whoever it is, SEB does not know them; the address they subscribe with is in no event. */
  function event(c: Context, { action, id }: { action: string; id: string }): AuditEvent {
    return {
      action,
      outcome: 'success',
      actor: { kind: 'unknown' },
      source: deps.sourceOf(c),
      object: { kind: 'status-subscription', id },
    }
  }
}
