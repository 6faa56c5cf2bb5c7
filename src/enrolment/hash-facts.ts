/** What the sealed log keeps of a document: a hash that anybody can make again from what was shown. */
import { createHash } from 'node:crypto'
import type { EnrolmentFacts } from './enrolment-facts.ts'

/** As it is kept, word for word. Of a document that is signed, the signature itself is no part of what was shown. */
export function writeFacts({ language, title, reference, sections, promises }: EnrolmentFacts): string {
  const rows = sections.map((section) => ({
    heading: section.heading,
    rows: section.rows.map(({ label, values }) => ({ label, values })),
  }))
  const { lead, items } = promises
  return JSON.stringify({ language, title, reference, sections: rows, promises: { lead, items } })
}

export function hashFacts(written: string): string {
  return createHash('sha256').update(written).digest('hex')
}
