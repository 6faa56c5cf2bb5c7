/**
 * Tells people what has happened, in the transaction of what happened: a row each, and a mail each to those who want one at once.
 * If and only if the change is committed, it is told. (Domain model, invariant 7)
 */
import { type MailDeps, queueMail } from '../mail/queue-mail.ts'
import type { Trx } from '../storage/database.ts'
import { findNoticeNames } from './names.store.ts'
import { noticeMail } from './notice.mail.ts'
import type { Addressees, Notice } from './notice-kind.ts'
import { writeNotices } from './notices.store.ts'
import { findRecipients, type Recipient } from './recipients.store.ts'
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
  const recipientsOf = recipientFinder(trx, notices, deps.clock.now())
  const told: Told[] = []
  for (const notice of notices) {
    const { kind, exceptPersonId } = notice
    for (const recipient of await recipientsOf(notice)) {
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
    return [{ kind: kind.name, organisationId, to: { name, email }, language, content }]
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

/** Notices of one change often go to the same people, or each to one person: whom they go to is looked up set by set. */
function recipientFinder(
  trx: Trx,
  notices: readonly Notice[],
  now: Date,
): (notice: Notice) => Promise<readonly Recipient[]> {
  const found = new Map<string, Promise<Recipient[]>>()
  const once = (key: string, find: () => Promise<Recipient[]>) => {
    const known = found.get(key) ?? find()
    found.set(key, known)
    return known
  }
  const asking = ({ kind: { audience, topic }, organisationId }: Notice) => ({ audience, topic, organisationId, now })
  const groups = Map.groupBy(notices, (notice) => JSON.stringify(asking(notice)))
  return async (notice) => {
    const group = JSON.stringify(asking(notice))
    const find = (to: Addressees) => once(JSON.stringify([to, group]), () => findRecipients(trx, to, asking(notice)))
    const among = groups.get(group) ?? []
    if ('toPersonIds' in notice) {
      const all = among.flatMap((other) => ('toPersonIds' in other ? other.toPersonIds : []))
      const persons = await find({ toPersonIds: [...new Set(all)] })
      return persons.filter(({ personId }) => notice.toPersonIds.includes(personId))
    }
    if ('toAccountIds' in notice) {
      const all = among.flatMap((other) => ('toAccountIds' in other ? other.toAccountIds : []))
      const holders = await find({ toAccountIds: [...new Set(all)] })
      return holders.filter(({ accountId }) => accountId !== null && notice.toAccountIds.includes(accountId))
    }
    if ('toAdministratorsOf' in notice) return find({ toAdministratorsOf: notice.toAdministratorsOf })
    return find('toStaff' in notice ? { toStaff: notice.toStaff } : { toOwnersOfService: notice.toOwnersOfService })
  }
}
