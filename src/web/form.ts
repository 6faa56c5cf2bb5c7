/** Reads the fields of a posted form, without characters that no text can carry: PostgreSQL and XML refuse them. */
import type { Context } from 'hono'
import { withoutCprNumbers } from '../base/cpr-in-text.ts'
import { withoutUnprintable } from '../base/plain-text.ts'
import { Problem } from '../base/problem.ts'

export interface FormFields {
  /** The first text of a field; null where it is missing. */
  get(name: string): string | null
  /** Every text of a field that may be there more than once, such as ticks. */
  all(name: string): string[]
}

export async function readForm(c: Context): Promise<FormFields> {
  const type = c.req.header('content-type') ?? ''
  const fields = parseFields(type.startsWith('application/x-www-form-urlencoded') ? await c.req.text() : '')
  if (fields === null) throw new Problem('bad-request', 'more fields than any form has')
  return {
    get: (name) => {
      const text = fields.get(name)
      return text === null ? null : textOf(name, text)
    },
    all: (name) => fields.getAll(name).map((text) => textOf(name, text)),
  }
}

/** The fields whose names begin so, by what follows: for forms with the same fields for each of several things. */
export function fieldsUnder(form: FormFields, prefix: string): FormFields {
  return { get: (name) => form.get(prefix + name), all: (name) => form.all(prefix + name) }
}

/** Fields that people fill in their own words, by the beginning of their names. No CPR number is kept in those. */
const ownWords = /^(begrundelse|besked|beskrivelse|navn|tekst)(-|$)/

function textOf(field: string, text: string): string {
  const plain = withoutUnprintable(text)
  return ownWords.test(field) ? withoutCprNumbers(plain) : plain
}

const mostFields = 1000

/**
 * Null when there are more fields than any form has: `URLSearchParams` takes twenty seconds for a million of them, which
 * fit in two megabytes. (A23)
 */
export function parseFields(body: string): URLSearchParams | null {
  let fields = 1
  for (let at = body.indexOf('&'); at !== -1; at = body.indexOf('&', at + 1)) {
    fields += 1
    if (fields > mostFields) return null
  }
  return new URLSearchParams(body)
}
