/** Hands the document to a browser as a file to keep: to be signed on paper, or as it was signed. */
import type { Context } from 'hono'
import { signatureBlock } from './describe-enrolment.ts'
import type { EnrolmentFacts } from './enrolment-facts.ts'
import type { Signature } from './enrolments.store.ts'
import { writeEnrolmentPdf } from './papers/write-enrolment-pdf.ts'

export async function sendPdf(c: Context, facts: EnrolmentFacts, made: Date): Promise<Response> {
  c.set('isFile', true)
  return c.body(new Uint8Array(await writeEnrolmentPdf(facts, made)), 200, {
    'Content-Type': 'application/pdf',
    'Content-Disposition': `attachment; filename="tilmelding-${facts.reference}.pdf"`,
  })
}

/** From what was kept word for word, whatever has been corrected since. */
export function sendSignedPdf(c: Context, signature: Signature): Promise<Response> {
  return sendPdf(c, signedFacts(signature), signature.at)
}

function signedFacts(signature: Signature): EnrolmentFacts {
  const shown = JSON.parse(signature.shown) as Omit<EnrolmentFacts, 'signature'>
  return { ...shown, signature: signatureBlock(signature, shown.language) }
}
