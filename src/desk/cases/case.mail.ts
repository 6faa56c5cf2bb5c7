/** The mails of a case. What is in them is what the desk wrote: an answer comes back to the case. */
import type { Mail } from '../../mail/mail.ts'
import type { Desk } from '../../web/desk.ts'
import { fillText } from '../../web/fill.ts'
import type { Case } from './case.ts'
import { answerAddress, subjectOf } from './case-token.ts'
import { casesText } from './text.ts'

type Told = Pick<Case, 'reference' | 'subject' | 'organisationId' | 'asker'>

/** `words` as the desk wrote them, a paragraph after each empty line. */
export function answerMail(desk: Desk, about: Told, words: string): Mail {
  return { ...ofCase(desk, about), kind: 'desk-case.answer', content: contentOf(about, paragraphsOf(words)) }
}

/**
 * That it has arrived, with the number to give when calling. It says nothing of what was written, neither the subject nor the name: the
 * address was typed by whoever wrote, and may be somebody else’s.
 */
export function receiptMail(desk: Desk, about: Omit<Told, 'subject'>): Mail {
  const { subject, received, next } = casesText[about.asker.language].mail
  const told = { ...about, subject, asker: { ...about.asker, name: '' } }
  const blocks = [received, next].map((line) => fillText(line, { reference: about.reference, phone: desk.phone }))
  return { ...ofCase(desk, told), kind: 'desk-case.receipt', content: contentOf(told, blocks) }
}

function ofCase(desk: Desk, { reference, organisationId, asker }: Told): Omit<Mail, 'kind' | 'content'> {
  return {
    to: { name: asker.name, email: asker.email ?? '' },
    language: asker.language,
    organisationId,
    replyTo: answerAddress(desk, reference),
  }
}

function contentOf({ reference, subject, asker }: Told, blocks: readonly string[]): Mail['content'] {
  const { why } = casesText[asker.language].mail
  return { subject: subjectOf(reference, subject), blocks, why: fillText(why, { reference }) }
}

function paragraphsOf(words: string): string[] {
  return words
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
}
