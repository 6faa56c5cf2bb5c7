/**
 * Sends what waits. Each mail is claimed by one process, tried again with growing patience when the server cannot take it,
 * and given up after five days. A process that dies between the server's yes and writing it down sends it once more, with
 * the same Message-ID.
 */
import type { Clock } from '../base/clock.ts'
import type { Log } from '../base/log.ts'
import type { Job } from '../base/run-jobs.ts'
import type { Db } from '../storage/database.ts'
import { type ClaimedMail, claimMail, deferMail, endMail } from './mails.store.ts'
import { openLetter } from './seal-mail.ts'
import type { Carried, MailCarrier } from './smtp-carrier.ts'
import { type Sender, writeMessage } from './write-message.tsx'

export interface SendMailDeps {
  db: Db
  clock: Clock
  log: Log
  mailKey: Uint8Array
  sender: Sender
  /** Null: mails are kept to be shown, not sent. */
  carrier: MailCarrier | null
}

const minute = 60_000
const patience = [1, 5, 15, 60, 240].map((minutes) => minutes * minute)
/** It is not the mail's fault: when the server is back, everything goes out soon. */
const mostWhileDown = 5 * minute
/** As long as mail servers themselves keep trying. (RFC 5321 §4.5.4.1) */
const givenUpAfter = 5 * 24 * 60 * minute
/** A run ends soon, since a SEB that is told to stop waits for it. */
const mostAtOnce = 100

export function sendMailJob(deps: SendMailDeps): Job {
  return { name: 'send-mail', everySeconds: 5, run: () => sendMails(deps) }
}

export async function sendMails(deps: SendMailDeps): Promise<void> {
  for (let sent = 0; sent < mostAtOnce; sent++) {
    const mail = await claimMail(deps.db, deps.clock.now())
    if (!mail) return
    const carried = await carry(deps, mail)
    if (carried.outcome === 'later' && carried.down) return
  }
}

async function carry({ db, clock, log, mailKey, sender, carrier }: SendMailDeps, mail: ClaimedMail): Promise<Carried> {
  if (!carrier) {
    await endMail(db, mail.id, { state: 'captured', at: clock.now(), answer: null })
    return { outcome: 'sent' }
  }
  const carried = await carrier.carry(writeMessage(sender, mail.id, openLetter(mailKey, mail.sealed)))
  const now = clock.now()
  const about = { mail: mail.id, kind: mail.kind, attempts: mail.attempts }
  if (carried.outcome === 'sent') {
    await endMail(db, mail.id, { state: 'sent', at: now, answer: null })
    return carried
  }
  const { answer } = carried
  if (carried.outcome === 'refused' || now.getTime() - mail.createdAt.getTime() >= givenUpAfter) {
    await endMail(db, mail.id, { state: 'failed', at: now, answer })
    log.warn({ ...about, answer }, 'a mail was given up')
    return carried
  }
  const own = patience[Math.min(mail.attempts, patience.length) - 1] ?? minute
  const wait = carried.down ? Math.min(own, mostWhileDown) : own
  await deferMail(db, mail.id, { until: new Date(now.getTime() + wait), answer })
  log.info({ ...about, answer }, 'a mail could not be handed over; it will be tried again')
  return carried
}
