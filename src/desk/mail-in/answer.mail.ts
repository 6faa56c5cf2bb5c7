/** What SEB itself answers a mail: that it has arrived, what is missing, and what could not be taken. Null: nothing to say. */
import type { MailContent } from '../../mail/mail.ts'
import type { Desk } from '../../web/desk.ts'
import { fillText } from '../../web/fill.ts'
import { formatList } from '../../web/format.ts'
import type { Case } from '../cases/case.ts'
import { subjectOf } from '../cases/case-token.ts'
import { casesText } from '../cases/text.ts'
import type { Trust } from './sender-trust.ts'

export function answeringMail(
  desk: Desk,
  { reference, asker }: Pick<Case, 'reference' | 'asker'>,
  { isNew, tooLarge, refused, trust }: { isNew: boolean; tooLarge: boolean; refused: readonly string[]; trust: Trust },
): MailContent | null {
  const { language } = asker
  const { mail } = casesText[language]
  // It goes to whoever is only said to have written, unless that is certain: what it was called is then repeated to nobody.
  const refusal =
    trust === 'verified' ? fillText(mail.refused, { names: formatList(refused, language) }) : mail.refusedSome
  const blocks = [
    ...(isNew && !tooLarge ? [fillText(mail.received, { reference })] : []),
    ...(tooLarge ? [mail.tooLarge] : []),
    ...(refused.length > 0 ? [refusal] : []),
    ...(isNew && asker.phone === '' ? [mail.phone] : []),
    ...(isNew ? [fillText(mail.next, { reference, phone: desk.phone })] : []),
  ]
  if (!isNew && !tooLarge && refused.length === 0) return null
  return { subject: subjectOf(reference, mail.subject), blocks, why: fillText(mail.why, { reference }) }
}
