/** What an address gets that somebody wrote on the page: the way to say yes, or that it subscribes already. */
import type { MailContent } from '../../mail/mail.ts'
import type { Language } from '../../web/languages.ts'
import { subscribeText } from './text.ts'

export function confirmMail(
  language: Language,
  { address, confirmed }: { address: string; confirmed: boolean },
): MailContent {
  const { confirm, already } = subscribeText[language].mail
  return confirmed
    ? { subject: already.subject, blocks: [already.asked, { link: address, text: already.link }], why: already.why }
    : {
        subject: confirm.subject,
        blocks: [confirm.asked, { link: address, text: confirm.link }, confirm.not],
        why: confirm.why,
      }
}
