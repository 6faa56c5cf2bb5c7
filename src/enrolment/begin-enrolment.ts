/** Begins an enrolment, and mails its link again to whoever lost it. */
import { recordEvents } from '../audit/record-events.ts'
import { type MailDeps, queueMail } from '../mail/queue-mail.ts'
import { hashToken } from '../people/sessions.store.ts'
import type { Trx } from '../storage/database.ts'
import type { Language } from '../web/languages.ts'
import { begunMail, linkMail } from './enrolment.mail.ts'
import { linkSecret } from './enrolment-links.ts'
import { addEnrolment, countOfContact, type Enrolment, findEnrolment, takeOpenOfContact } from './enrolments.store.ts'
import { endOfWaiting, tell } from './move-enrolment.ts'

export type EnrolDeps = MailDeps & { publicUrl: URL }

/** Nobody else's mailbox is filled from here, whoever types the address. */
const mostMailsADay = 5
const oneDay = 86_400_000
const quarter = 900_000

/** `id` follows from the form that was shown: sent twice, it is one enrolment and one mail. */
export async function beginEnrolment(
  deps: EnrolDeps,
  trx: Trx,
  wanted: { id: string; contact: { name: string; email: string }; language: Language; source: string },
): Promise<Enrolment | null> {
  const { id, contact, language, source } = wanted
  const now = deps.clock.now()
  const before = await findEnrolment(trx, id, now)
  if (before) return before
  const earlier = await countOfContact(trx, contact.email, new Date(now.getTime() - oneDay))
  const reference = deps.ids.reference()
  await addEnrolment(trx, {
    id,
    reference,
    linkHash: hashToken(linkSecret(deps.mailKey, id)),
    language,
    contact,
    now,
    expiresAt: endOfWaiting(now),
  })
  await tell(deps, trx, { id, reference }, 'begun', { kind: 'applicant', source })
  const enrolment = await findEnrolment(trx, id, now)
  if (enrolment && earlier < mostMailsADay) await queueMail(deps, trx, [begunMail(deps, enrolment)])
  return enrolment
}

/** Of those that are open, the newest few; nothing is told of whether there are any. */
export async function mailLinks(
  deps: EnrolDeps,
  trx: Trx,
  { email, source }: { email: string; source: string },
): Promise<void> {
  const now = deps.clock.now()
  const open = await takeOpenOfContact(trx, email, { now, since: new Date(now.getTime() - quarter) })
  await queueMail(
    deps,
    trx,
    open.map((enrolment) => linkMail(deps, enrolment)),
  )
  await recordEvents(
    deps,
    trx,
    open.map(({ id, reference }) => ({
      action: 'enrolment.link-sent',
      outcome: 'success' as const,
      actor: { kind: 'unknown' as const },
      object: { kind: 'enrolment', id },
      reference,
      source,
    })),
  )
}
