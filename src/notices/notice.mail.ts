/** A notice as a mail: what has happened and a link. Whoever follows it logs in before they see more. */
import type { MailContent } from '../mail/mail.ts'
import { fillText } from '../web/fill.ts'
import type { Language } from '../web/languages.ts'
import type { NoticeNames } from './notice-in-words.ts'
import { wordedForMail } from './notice-in-words.ts'
import type { Notice } from './notice-kind.ts'
import { noticePath, noticePaths } from './notice-paths.ts'
import { noticeText } from './text.ts'

export function noticeMail(
  language: Language,
  { kind, facts, path }: Notice,
  { id, names, publicUrl }: { id: string; names: NoticeNames; publicUrl: URL },
): MailContent {
  const text = noticeText[language]
  const { subject, body, link } = wordedForMail(kind, language, facts, names)
  const why = fillText(text.why[kind.audience], { organisation: names.organisation ?? 'SEB' })
  const settings = fillText(text.settings, { address: new URL(noticePaths.settings, publicUrl).href })
  return {
    subject,
    blocks: [body, ...(path === null ? [] : [{ link: new URL(noticePath(id), publicUrl).href, text: link }])],
    why: kind.mandatory ? why : `${why} ${settings}`,
  }
}
