/**
 * Tells people what has happened, in the transaction of what happened: a row each, and a mail each to those who want one at once.
 * If and only if the change is committed, it is told. (Domain model, invariant 7)
 */
import { type MailDeps, queueMail } from '../mail/queue-mail.ts'
import type { Trx } from '../storage/database.ts'
import { findRecipients } from './find-recipients.ts'
import { findNoticeNames } from './names.store.ts'
import { noticeMail } from './notice.mail.ts'
import type { Notice } from './notice-kind.ts'
import { writeNotices } from './notices.store.ts'
import type { Recipient } from './recipients.store.ts'
import { type Delivery, deliveryOf, suggestedDelivery } from './topics.ts'

export type NotifyDeps = MailDeps & {
  /** Where the links in mails lead. */
  publicUrl: URL
}

interface Told {
  id: string
  notice: Notice
  recipient: Recipient
  delivery: Delivery
}

/** In an organisation's transaction (`inOrganisation`), only what happened in that organisation can be told. */
export async function notify(deps: NotifyDeps, trx: Trx, notices: readonly Notice[]): Promise<void> {
  if (notices.length === 0) return
  const namesOf = await findNoticeNames(trx, notices)
  const recipients = await findRecipients(trx, notices, deps.clock.now())
  const told: Told[] = []
  for (const [at, notice] of notices.entries()) {
    const { kind, exceptPersonId } = notice
    for (const recipient of recipients[at] ?? []) {
      if (recipient.personId === exceptPersonId) continue
      const delivery = deliveryOf({
        mandatory: kind.mandatory,
        chosen: recipient.chosen,
        suggested: suggestedDelivery(kind.audience, kind.topic),
        allowsNone: namesOf(notice).allowsNone,
      })
      told.push({ id: deps.ids.uuid(), notice, recipient, delivery })
    }
  }
  const written = await writeNotices(
    trx,
    told.map((one) => rowOf(one, deps.clock.now())),
  )
  const mails = told.flatMap(({ id, notice, recipient, delivery }) => {
    const { name, email, language } = recipient
    if (delivery !== 'at-once' || email === null || !written.has(id)) return []
    const names = { ...namesOf(notice), person: null }
    const content = noticeMail(language, notice, { id, names, publicUrl: deps.publicUrl })
    const { kind, organisationId } = notice
    return [{ id, kind: kind.name, organisationId, to: { name, email }, language, content }]
  })
  await queueMail(deps, trx, mails)
}

function rowOf({ id, notice, recipient, delivery }: Told, now: Date) {
  const { kind, organisationId, path, subjectAccountId, serviceId, roleIds, facts, once } = notice
  return {
    id,
    person_id: recipient.personId,
    account_id: recipient.accountId,
    organisation_id: organisationId,
    audience: kind.audience,
    kind: kind.name,
    topic: kind.topic,
    path,
    subject_account_id: subjectAccountId ?? null,
    service_id: serviceId ?? null,
    role_ids: [...(roleIds ?? [])],
    facts,
    once: once ?? null,
    created_at: now,
    delivery,
  }
}
