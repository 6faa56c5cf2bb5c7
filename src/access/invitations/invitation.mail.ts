/** The mail with the link that takes an invitation. */
import type { MailContent } from '../../mail/mail.ts'
import { fillText } from '../../web/fill.ts'
import { formatDate } from '../../web/format.ts'
import type { Language } from '../../web/languages.ts'
import { invitationText } from './text.ts'

export function invitationMail(
  language: Language,
  { organisation, link, lastDay }: { organisation: string; link: string; lastDay: Date },
): MailContent {
  const text = invitationText[language].mail
  return {
    subject: fillText(text.subject, { organisation }),
    blocks: [
      fillText(text.invited, { organisation }),
      fillText(text.how, { organisation }),
      { link, text: text.link },
      fillText(text.until, { date: formatDate(lastDay, language) }),
    ],
    why: fillText(text.why, { organisation }),
  }
}
