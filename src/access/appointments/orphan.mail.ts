/** The mail that says that nobody can administer an organisation, or that soon nobody can. */
import type { MailContent } from '../../mail/mail.ts'
import { fillText } from '../../web/fill.ts'
import { formatDate } from '../../web/format.ts'
import type { Language } from '../../web/languages.ts'
import { orphanText } from './text.ts'

export interface OrphanFacts {
  organisation: string
  /** Null: there is no chief administrator now. */
  endsAt: Date | null
  publicUrl: URL
  phone: string
}

export function orphanMail(language: Language, { organisation, endsAt, publicUrl, phone }: OrphanFacts): MailContent {
  const { none, ending, why } = orphanText[language]
  const values = { organisation, phone, date: endsAt ? formatDate(new Date(endsAt.getTime() - 1), language) : '' }
  const administrators = new URL('/admin/administratorer', publicUrl).href
  return {
    subject: fillText((endsAt ? ending : none).subject, values),
    blocks: endsAt
      ? [
          fillText(ending.what, values),
          ending.effect,
          { link: administrators, text: ending.link },
          fillText(ending.otherwise, values),
        ]
      : [fillText(none.what, values), none.effect, fillText(none.next, values)],
    why: fillText(why, values),
  }
}
