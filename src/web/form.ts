/** Reads the fields of a posted form. Files and repeated fields are not part of any form of ours: the first text counts. */
import type { Context } from 'hono'

export interface FormFields {
  /** The text of a field; null where it is missing. */
  get(name: string): string | null
}

export async function readForm(c: Context): Promise<FormFields> {
  const type = c.req.header('content-type') ?? ''
  const fields = new URLSearchParams(type.startsWith('application/x-www-form-urlencoded') ? await c.req.text() : '')
  return { get: (name) => fields.get(name) }
}
