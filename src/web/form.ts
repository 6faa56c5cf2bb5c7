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

export interface PostedForm extends FormFields {
  /** A file that was chosen and is not empty. Only forms that are sent as `multipart/form-data` carry one. */
  file(name: string): File | null
}

export async function readForm(c: Context): Promise<PostedForm> {
  const type = c.req.header('content-type') ?? ''
  const fields = type.startsWith('multipart/form-data')
    ? await readParts(c)
    : parseFields(type.startsWith('application/x-www-form-urlencoded') ? await c.req.text() : '')
  if (fields === null) throw new Problem('bad-request', 'more fields than any form has')
  const texts = (name: string) => fields.getAll(name).filter((value) => typeof value === 'string')
  return {
    get: (name) => {
      const [text] = texts(name)
      return text === undefined ? null : textOf(name, text)
    },
    all: (name) => texts(name).map((text) => textOf(name, text)),
    file: (name) => {
      const [file] = fields.getAll(name)
      return file instanceof File && file.size > 0 ? file : null
    },
  }
}

/** Fields that people fill in their own words, by the beginning of their names. No CPR number is kept in those. */
const ownWords = /^(begrundelse|besked|beskrivelse|navn|tekst)(-|$)/

function textOf(field: string, text: string): string {
  const plain = withoutUnprintable(text)
  return ownWords.test(field) ? withoutCprNumbers(plain) : plain
}

const mostFields = 1000

/** A body that is too large says so itself. */
async function readParts(c: Context): Promise<FormData | null> {
  try {
    const parts = await c.req.raw.formData()
    return [...parts.keys()].length > mostFields ? null : parts
  } catch (error) {
    // Whatever the parser of such bodies cannot take apart.
    if (error instanceof TypeError) throw new Problem('bad-request', 'a form that cannot be read')
    throw error
  }
}

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

/** The fields whose names begin so, by what follows: for forms with the same fields for each of several things. */
export function fieldsUnder(form: FormFields, prefix: string): FormFields {
  return { get: (name) => form.get(prefix + name), all: (name) => form.all(prefix + name) }
}
