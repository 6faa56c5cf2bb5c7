/** Reads the form that carries a file. Nothing but the fields it has is looked at, and the file is read to its end once. */
import type { Context } from 'hono'
import { withoutCprNumbers } from '../../../base/cpr-in-text.ts'
import { withoutUnprintable } from '../../../base/plain-text.ts'
import { Problem } from '../../../base/problem.ts'
import { readForm } from '../../../web/form.ts'

export interface Upload {
  bytes: Uint8Array
  /** Empty where rows were pasted. */
  fileName: string
  pasted: string
  reason: string
}

export async function readUpload(c: Context): Promise<Upload> {
  const form = await readFields(c)
  const file = form.get('fil')
  const pasted = textOf(form.get('raekker'))
  const reason = withoutCprNumbers(textOf(form.get('begrundelse')))
    .trim()
    .slice(0, 500)
  if (file instanceof File && file.size > 0)
    return { bytes: new Uint8Array(await file.arrayBuffer()), fileName: nameOf(file), pasted, reason }
  return { bytes: new TextEncoder().encode(pasted), fileName: '', pasted, reason }
}

async function readFields(c: Context): Promise<{ get(name: string): string | File | null }> {
  if (!(c.req.header('content-type') ?? '').startsWith('multipart/form-data')) return readForm(c)
  try {
    return await c.req.raw.formData()
  } catch (error) {
    // Whatever the parser of such bodies cannot take apart; a body that is too large says so itself.
    if (error instanceof TypeError) throw new Problem('bad-request', 'a form that cannot be read')
    throw error
  }
}

const textOf = (value: string | File | null) => (typeof value === 'string' ? withoutUnprintable(value) : '')

/** What a page can show of it; a name is never used as a path. */
function nameOf({ name }: File): string {
  return (
    name
      .replace(/^.*[\\/]/, '')
      .replace(/\p{C}/gu, '')
      .slice(0, 120) || 'csv'
  )
}
