/**
 * Reads the fields of a posted form, without characters that no text can carry: PostgreSQL and XML refuse them. A CPR number in a
 * field that people fill in their own words stops the form here, before anything has been done with it.
 */
import type { Context } from 'hono'
import { hasCprNumber } from '../base/cpr-in-text.ts'
import { isUuid } from '../base/ids.ts'
import { withoutUnprintable } from '../base/plain-text.ts'
import { Problem } from '../base/problem.ts'
import { webText } from './text.ts'

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
  refuseCprNumbers(fields)
  const texts = (name: string) => fields.getAll(name).filter((value) => typeof value === 'string')
  return {
    get: (name) => {
      const [text] = texts(name)
      return text === undefined ? null : withoutUnprintable(text)
    },
    all: (name) => texts(name).map(withoutUnprintable),
    file: (name) => {
      const [file] = fields.getAll(name)
      return file instanceof File && file.size > 0 ? file : null
    },
  }
}

/** Parts of the names of fields that people fill in their own words: those that the page has names for, and no others. */
const ownWords = new Set(Object.keys(webText.da.cprNumber.names))

/**
 * No CPR number is kept of what is written there: a new form calls its field so, and needs nothing else. (Domain model, invariant 10)
 *
 * A field may carry an id under such a name, and a part of an id may look like a number.
 */
export function isOwnWords(field: string, text = ''): boolean {
  return field.split('-').some((part) => ownWords.has(part)) && !isUuid(text)
}

/** A form that must be sent again without the number. What was typed is in nobody's log: it has no message of its own. */
export class CprNumberTyped extends Error {
  /** As they were sent, in order. */
  readonly fields: readonly (readonly [name: string, text: string])[]
  /** The fields in which files were chosen; null where the form carries none. */
  readonly files: readonly string[] | null

  constructor(fields: CprNumberTyped['fields'], files: CprNumberTyped['files']) {
    super('a CPR number in what somebody wrote')
    this.fields = fields
    this.files = files
  }
}

function refuseCprNumbers(sent: URLSearchParams | FormData): void {
  const all = [...sent].map(([name, value]) => ({ name, value }))
  const fields = all.flatMap(({ name, value }) =>
    typeof value === 'string' ? [[name, withoutUnprintable(value)] as const] : [],
  )
  if (!fields.some(([name, text]) => isOwnWords(name, text) && hasCprNumber(text))) return
  const files = all.flatMap(({ name, value }) => (typeof value === 'string' ? [] : [name]))
  throw new CprNumberTyped(fields, sent instanceof FormData ? files : null)
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
