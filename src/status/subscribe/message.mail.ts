/** A message as a mail to whoever subscribes, and the mail of the morning with what came since the last. */
import type { MailContent } from '../../mail/mail.ts'
import { fillText } from '../../web/fill.ts'
import { formatDateTime } from '../../web/format.ts'
import type { Language } from '../../web/languages.ts'
import type { StatusMessage } from '../message.ts'
import type { StatusPart } from '../part.ts'
import { messagePath, statusPaths } from '../status-paths.ts'
import { signOfMessage } from '../status-words.ts'
import { subscribeText } from './text.ts'

export interface MailFacts {
  now: Date
  publicUrl: URL
  parts: readonly StatusPart[]
  /** Where the receiver changes or ends it, and where one click ends it. */
  change: string
  end: string
}

export function messageMail(message: StatusMessage, language: Language, facts: MailFacts): MailContent {
  const { told } = subscribeText[language].mail
  const { href } = new URL(messagePath(message.id), facts.publicUrl)
  return {
    subject: message.title[language],
    blocks: [...said(message, language, facts), { link: href, text: told.link }],
    ...footOf(language, facts),
  }
}

/** Newest first, each with the way to it. */
export function morningMail(messages: readonly StatusMessage[], language: Language, facts: MailFacts): MailContent {
  const { told } = subscribeText[language].mail
  const [first] = messages
  const subject =
    messages.length === 1 && first
      ? fillText(told.subjectDailyOne, { title: first.title[language].replace(/^SEB - /, '') })
      : fillText(told.subjectDaily, { count: messages.length })
  const links = messages.map((message) => ({
    link: new URL(messagePath(message.id), facts.publicUrl).href,
    text: message.title[language],
    after: ` – ${said(message, language, facts).join(' ')}`,
  }))
  const all = { link: new URL(statusPaths.page, facts.publicUrl).href, text: told.linkDaily }
  return { subject, blocks: [told.leadDaily, { links }, all], ...footOf(language, facts) }
}

function said(message: StatusMessage, language: Language, { now, parts }: MailFacts): string[] {
  const { told } = subscribeText[language].mail
  const time = (at: Date) => formatDateTime(at, language)
  const { words } = signOfMessage(message, now, language)
  const names = parts.filter(({ key }) => message.parts.includes(key)).map(({ name }) => name[language])
  const { startsAt, endsAt, updatedAt: updated, createdAt: created } = message
  return [
    names.length === 0 ? `${words}.` : `${fillText(told.state, { state: words, parts: names.join(', ') })}.`,
    ...message.text[language].split(/\n{2,}/).map((paragraph) => paragraph.replace(/\n/g, ' ')),
    ...(message.kind === 'window' && endsAt
      ? [fillText(told.from, { from: time(startsAt), until: time(endsAt) })]
      : []),
    fillText(told.updated, { updated: time(updated), created: time(created) }),
  ]
}

function footOf(language: Language, { change, end }: MailFacts): Pick<MailContent, 'why' | 'unsubscribe'> {
  return { why: fillText(subscribeText[language].mail.told.why, { address: change }), unsubscribe: end }
}
