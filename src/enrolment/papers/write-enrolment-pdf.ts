/** Writes an enrolment as a PDF: signed in SEB with who, when and how, or with lines to sign on by hand. */
import { fillText } from '../../web/fill.ts'
import { formatDateTime, formatReference } from '../../web/format.ts'
import type { EnrolmentFacts } from '../enrolment-facts.ts'
import { createPaperCanvas } from './paper-canvas.ts'
import { paperText } from './text.ts'

/** Made at the same moment of the same facts it is the same file. */
export async function writeEnrolmentPdf(facts: EnrolmentFacts, made: Date): Promise<Uint8Array> {
  const { language, title, promises, signature } = facts
  const text = paperText[language]
  const reference = formatReference(facts.reference)
  const canvas = createPaperCanvas({ title, language, made })
  canvas.title(title, text.system)
  canvas.facts([
    { label: text.caseNumber, values: [reference] },
    { label: text.made, values: [formatDateTime(made, language)] },
  ])
  for (const { heading, rows } of facts.sections) {
    canvas.heading(heading)
    canvas.facts(rows)
  }
  const signed = signature.kind === 'signed'
  // What is signed for and the signature stand on one page.
  canvas.heading(signature.heading, 70 + 22 * promises.items.length + (signed ? 150 : 36 * signature.lines.length))
  canvas.paragraph(promises.lead)
  canvas.bullets(promises.items)
  if (signed) canvas.facts(signature.rows)
  else {
    canvas.writingLines(signature.lines)
    for (const step of signature.handIn) canvas.paragraph(step)
  }
  return canvas.finish({
    left: `${text.caseNumber} ${reference} · ${title}`,
    page: (page, pages) => fillText(text.page, { page, pages }),
  })
}
