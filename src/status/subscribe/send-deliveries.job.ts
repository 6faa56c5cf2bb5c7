/**
 * Sends messages to those who subscribe: behind ordinary mail, at an even pace, and slower while SEB has much else to do. A process that dies
 * between the server's yes and writing it down sends that one mail once more, with the same Message-ID.
 */
import { performance } from 'node:perf_hooks'
import { setTimeout } from 'node:timers/promises'
import type { Clock } from '../../base/clock.ts'
import type { Ids } from '../../base/ids.ts'
import type { Log } from '../../base/log.ts'
import type { Job } from '../../base/run-jobs.ts'
import type { MailContent } from '../../mail/mail.ts'
import { isMailDue } from '../../mail/mails.store.ts'
import { queueMail } from '../../mail/queue-mail.ts'
import type { Carried, MailCarrier } from '../../mail/smtp-carrier.ts'
import { type Sender, writeMessage } from '../../mail/write-message.tsx'
import type { Db } from '../../storage/database.ts'
import type { Board } from '../board.ts'
import { newestFirst, type StatusMessage } from '../message.ts'
import { findMessages } from '../status.store.ts'
import { claimDeliveries, type Delivery, deferDelivery, endDelivery } from './deliveries.store.ts'
import { type MailFacts, messageMail, morningMail } from './message.mail.ts'
import { stopDead } from './stop-dead.ts'
import { endPath, subscriptionPath } from './subscribe-paths.ts'
import type { SubscriberKeys } from './subscriber-keys.ts'

export interface SendDeliveriesDeps {
  db: Db
  clock: Clock
  ids: Ids
  log: Log
  mailKey: Uint8Array
  sender: Sender
  subscribers: SubscriberKeys
  board: Board
  /** Null: mails are kept to be shown, not sent. */
  carrier: MailCarrier | null
  /** A process sends no more than this. */
  perSecond: number
}

const minute = 60_000
/** A mail is begun in the first part of it, and what is left is longer than any conversation with a mail server (`hurriedPatience`). */
const lease = 3 * minute
const beginWithin = minute
/** So many are claimed at a time, and with so many conversations. */
const atOnce = 20
const lanes = 4
/** News that is older than this is none. */
const givenUpAfter = 24 * 60 * minute
const patience = [1, 5, 15, 60].map((minutes) => minutes * minute)
/** Shares of the event loop's time: up to the first all of the pace is kept, then less and less, and a tenth from the second on. */
const calmUpTo = 0.25
const busyFrom = 0.6
const leastShare = 0.1

export function sendDeliveriesJob(deps: SendDeliveriesDeps): Job {
  return { name: 'send-status-mails', everySeconds: 1, run: (stop) => sendDeliveries(deps, stop) }
}

export async function sendDeliveries(deps: SendDeliveriesDeps, stop: AbortSignal): Promise<void> {
  const pace = createPace(deps.perSecond, stop)
  while (!stop.aborted) {
    const now = deps.clock.now()
    // It may be what somebody waits for at a log-in.
    if (await isMailDue(deps.db, now)) return
    const deliveries = await claimDeliveries(deps.db, now, atOnce, new Date(now.getTime() + lease))
    if (deliveries.length === 0) return
    const goOn = await sendSome(deps, deliveries, now)
    if (!goOn) return
    await pace(deliveries.length)
  }
}

/** False: there is nobody to hand any mail to. */
async function sendSome(deps: SendDeliveriesDeps, deliveries: readonly Delivery[], claimed: Date): Promise<boolean> {
  const { db, clock } = deps
  const messages = await findMessages(db, [...new Set(deliveries.flatMap((delivery) => delivery.messages))])
  const left = [...deliveries]
  let down = false
  const lane = async () => {
    for (let delivery = left.shift(); delivery; delivery = left.shift()) {
      const late = clock.now().getTime() - claimed.getTime() > beginWithin
      if (down || late) await deferDelivery(db, delivery, new Date(clock.now().getTime() + (down ? minute / 2 : 0)))
      else if (!(await sendOne(deps, delivery, messages))) down = true
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane))
  return !down
}

async function sendOne(
  deps: SendDeliveriesDeps,
  delivery: Delivery,
  messages: readonly StatusMessage[],
): Promise<boolean> {
  const { db, clock, carrier, sender, subscribers, mailKey } = deps
  const told = messages.filter(({ id, state }) => state === 'published' && delivery.messages.includes(id))
  if (told.length === 0) {
    // All that was told has been withdrawn meanwhile.
    await endDelivery(db, delivery, clock.now())
    return true
  }
  const { language } = delivery
  const to = { name: '', email: subscribers.open(delivery.sealed, delivery.subscriptionId) }
  const content = contentOf(deps, delivery, told.toSorted(newestFirst))
  if (!carrier) {
    await db.transaction().execute(async (trx) => {
      await queueMail({ clock, mailKey, ids: deps.ids }, trx, [
        { kind: 'status-message.told', organisationId: null, to, language, content },
      ])
      await endDelivery(trx, delivery, clock.now())
    })
    return true
  }
  const id = `${delivery.id}.${delivery.version}`
  return wentHow(deps, delivery, await carrier.carry(writeMessage(sender, id, { to, language, content })))
}

function contentOf(deps: SendDeliveriesDeps, delivery: Delivery, told: readonly StatusMessage[]): MailContent {
  const { clock, sender, subscribers, board } = deps
  const { publicUrl } = sender
  const token = subscribers.token(delivery.subscriptionId)
  const facts: MailFacts = {
    now: clock.now(),
    publicUrl,
    parts: board.view().parts,
    change: new URL(subscriptionPath(token), publicUrl).href,
    end: new URL(endPath(token), publicUrl).href,
  }
  const [first] = told
  return delivery.messageId !== null && first
    ? messageMail(first, delivery.language, facts)
    : morningMail(told, delivery.language, facts)
}

/** False: there is nobody to hand any mail to. */
async function wentHow(deps: SendDeliveriesDeps, delivery: Delivery, carried: Carried): Promise<boolean> {
  const { db, clock, log } = deps
  const now = clock.now()
  if (carried.outcome === 'sent') {
    await endDelivery(db, delivery, now)
    if (delivery.refusals > 0) await stopDead(deps, delivery.subscriptionId, null)
    return true
  }
  const { answer } = carried
  const about = { delivery: delivery.id, attempts: delivery.attempts, answer }
  if (carried.outcome === 'refused') {
    await endDelivery(db, delivery, now)
    await stopDead(deps, delivery.subscriptionId, answer)
    log.info(about, 'a mail to a subscriber was refused')
    return true
  }
  if (!carried.down && now.getTime() - delivery.createdAt.getTime() >= givenUpAfter) {
    await endDelivery(db, delivery, now)
    log.info(about, 'a mail to a subscriber was given up')
    return true
  }
  const wait = patience[Math.min(delivery.attempts, patience.length) - 1] ?? minute
  await deferDelivery(db, delivery, new Date(now.getTime() + (carried.down ? minute / 2 : wait)))
  return !carried.down
}

/** Waits after some mails until so many may have been sent; longer while the event loop is busy, with other things than mails mostly. */
function createPace(perSecond: number, stop: AbortSignal): (sent: number) => Promise<void> {
  let began = performance.now()
  let used = performance.eventLoopUtilization()
  return async (sent) => {
    const { utilization } = performance.eventLoopUtilization(used)
    const share = (busyFrom - utilization) / (busyFrom - calmUpTo)
    const rate = perSecond * Math.min(1, Math.max(leastShare, share))
    const rest = (sent / rate) * 1000 - (performance.now() - began)
    used = performance.eventLoopUtilization()
    if (rest > 0) await setTimeout(rest, undefined, { signal: stop }).catch(() => undefined)
    began = performance.now()
  }
}
