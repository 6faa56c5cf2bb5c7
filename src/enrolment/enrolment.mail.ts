/** What is mailed of an enrolment, and to whom. Nothing that somebody wrote in their own words is in a mail. */
import type { Mail, MailContent } from '../mail/mail.ts'
import { fillText } from '../web/fill.ts'
import { formatDate, formatDayCount, formatReference } from '../web/format.ts'
import type { Language } from '../web/languages.ts'
import { resumeLink } from './enrolment-links.ts'
import type { Enrolment } from './enrolments.store.ts'
import { da, type EnrolmentMails } from './mails.da.ts'
import { en } from './mails.en.ts'
import { organisationInMail } from './stranger-names.ts'

const mails: Record<Language, EnrolmentMails> = { da, en }

type LinkDeps = { publicUrl: URL; mailKey: Uint8Array }

/** To whoever fills it in, in their language. */
function toContact(enrolment: Enrolment, kind: string, content: MailContent): Mail {
  return {
    kind,
    organisationId: enrolment.organisationId,
    to: enrolment.contact,
    language: enrolment.language,
    content,
  }
}

export function begunMail(deps: LinkDeps, enrolment: Enrolment): Mail {
  const text = mails[enrolment.language].begun
  const reference = formatReference(enrolment.reference)
  return toContact(enrolment, 'enrolment.begun', {
    subject: text.subject,
    blocks: [
      text.text,
      { link: resumeLink(deps, enrolment.id), text: text.link },
      fillText(text.until, { reference, date: formatDate(enrolment.expiresAt, enrolment.language) }),
    ],
    why: text.why,
  })
}

export function linkMail(deps: LinkDeps, enrolment: Enrolment): Mail {
  const text = mails[enrolment.language].link
  return toContact(enrolment, 'enrolment.link-sent', {
    subject: text.subject,
    blocks: [
      fillText(text.text, { reference: formatReference(enrolment.reference) }),
      { link: resumeLink(deps, enrolment.id), text: text.link },
    ],
    why: text.why,
  })
}

export function signMail(enrolment: Enrolment, signer: { name: string; email: string }, link: string): Mail {
  const { language, typed, contact } = enrolment
  const text = mails[language].sign
  const { cvr } = typed.organisation
  const organisation = organisationInMail(typed.organisation)
  const values = { organisation, cvr, contact: contact.name }
  return {
    kind: 'enrolment.sent-for-signature',
    organisationId: null,
    to: signer,
    language,
    content: {
      subject: fillText(text.subject, values),
      blocks: [
        fillText(text.text, values),
        fillText(text.how, values),
        { link, text: text.link },
        fillText(text.paper, values),
      ],
      why: fillText(text.why, values),
    },
  }
}

/** `signedBy`: null where it is on paper. */
export function handedInMail(
  deps: LinkDeps,
  enrolment: Enrolment,
  { signedBy, days }: { signedBy: string | null; days: number },
): Mail {
  const text = mails[enrolment.language]['handed-in']
  const values = {
    organisation: organisationInMail(enrolment.typed.organisation),
    name: signedBy ?? '',
    days: formatDayCount(days, enrolment.language),
    reference: formatReference(enrolment.reference),
  }
  return toContact(enrolment, 'enrolment.handed-in', {
    subject: text.subject,
    blocks: [
      fillText(signedBy === null ? text.paper : text.signed, values),
      fillText(text.next, values),
      { link: resumeLink(deps, enrolment.id), text: text.link },
    ],
    why: text.why,
  })
}

export function answeredMail(deps: LinkDeps, enrolment: Enrolment, answer: 'returned' | 'rejected'): Mail {
  const text = mails[enrolment.language][answer]
  const values = { organisation: enrolment.typed.organisation.name }
  return toContact(enrolment, `enrolment.${answer}`, {
    subject: text.subject,
    blocks: [
      fillText(text.text, values),
      ...('again' in text ? [text.again] : []),
      { link: resumeLink(deps, enrolment.id), text: text.link },
    ],
    why: text.why,
  })
}

export function approvedMail(
  deps: LinkDeps,
  enrolment: Enrolment,
  made: { organisationId: string; services: readonly string[]; chief: string },
): Mail {
  const text = mails[enrolment.language].approved
  const values = { organisation: enrolment.typed.organisation.name, chief: made.chief }
  const mail = toContact(enrolment, 'enrolment.approved', {
    subject: fillText(text.subject, values),
    blocks: [
      fillText(text.text, values),
      fillText(text.chief, values),
      ...(made.services.length > 0 ? [text.services, { list: made.services }] : []),
      { link: resumeLink(deps, enrolment.id), text: text.link },
    ],
    why: text.why,
  })
  return { ...mail, organisationId: made.organisationId }
}

/** The invitation of somebody the enrolment names: whoever opens it and logs in is known from then on. */
export function invitedMail(
  who: 'chief' | 'officer' | 'signer',
  language: Language,
  { organisation, link, lastDay }: { organisation: string; link: string; lastDay: Date },
): MailContent {
  const text = mails[language][who]
  const values = { organisation }
  return {
    subject: fillText(text.subject, values),
    blocks: [
      fillText(text.text, values),
      fillText(text.how, values),
      { link, text: text.link },
      fillText(text.until, { date: formatDate(lastDay, language) }),
    ],
    why: fillText(text.why, values),
  }
}
