/** What SEB itself answers a mail: that it has arrived, what is missing, and what could not be taken. Null: nothing to say. */
import type { MailContent } from '../../mail/mail.ts'
import type { Desk } from '../../web/desk.ts'
import { fillText } from '../../web/fill.ts'
import { formatList } from '../../web/format.ts'
import type { Case } from '../cases/case.ts'
import { subjectOf } from '../cases/case-token.ts'
import { casesText } from '../cases/text.ts'

export function answeringMail(
  desk: Desk,
  { reference, subject, asker }: Pick<Case, 'reference' | 'subject' | 'asker'>,
  { isNew, tooLarge, refused }: { isNew: boolean; tooLarge: boolean; refused: readonly string[] },
): MailContent | null {
  const { language } = asker
  const { mail } = casesText[language]
  const blocks = [
    ...(isNew && !tooLarge ? [fillText(mail.received, { reference })] : []),
    ...(tooLarge ? [mail.tooLarge] : []),
    ...(refused.length > 0 ? [fillText(mail.refused, { names: formatList(refused, language) })] : []),
    ...(isNew && asker.phone === '' ? [mail.phone] : []),
    ...(isNew ? [fillText(mail.next, { reference, phone: desk.phone })] : []),
  ]
  if (!isNew && !tooLarge && refused.length === 0) return null
  return { subject: subjectOf(reference, subject), blocks, why: fillText(mail.why, { reference }) }
}
