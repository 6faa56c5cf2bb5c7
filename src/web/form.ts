/** Reads the fields of a posted form. Files are not part of any form of ours. */
import type { Context } from 'hono'

export interface FormFields {
  /** The first text of a field; null where it is missing. */
  get(name: string): string | null
  /** Every text of a field that may be there more than once, such as ticks. */
  all(name: string): string[]
}

export async function readForm(c: Context): Promise<FormFields> {
  const type = c.req.header('content-type') ?? ''
  const fields = new URLSearchParams(type.startsWith('application/x-www-form-urlencoded') ? await c.req.text() : '')
  return { get: (name) => fields.get(name), all: (name) => fields.getAll(name) }
}
