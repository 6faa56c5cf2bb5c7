/** Reads the form that carries metadata, pasted or as a file. Nothing but the fields it has is looked at. */
import type { Context } from 'hono'
import { Problem } from '../../../../base/problem.ts'
import { type FormFields, readForm } from '../../../../web/form.ts'

export interface MetadataForm extends FormFields {
  /** The file's text where one was chosen, else what was pasted. */
  xml: string
}

export async function readMetadataForm(c: Context): Promise<MetadataForm> {
  const type = c.req.header('content-type') ?? ''
  if (!type.startsWith('multipart/form-data')) {
    const form = await readForm(c)
    return { ...form, xml: form.get('metadata') ?? '' }
  }
  const data = await readParts(c)
  const text = (name: string) => data.getAll(name).filter((value) => typeof value === 'string')
  const file = data.get('fil')
  return {
    get: (name) => text(name)[0] ?? null,
    all: text,
    xml: file instanceof File && file.size > 0 ? await file.text() : (text('metadata')[0] ?? ''),
  }
}

async function readParts(c: Context): Promise<FormData> {
  try {
    return await c.req.raw.formData()
  } catch (error) {
    // Whatever the parser of such bodies cannot take apart; a body that is too large says so itself.
    if (error instanceof TypeError) throw new Problem('bad-request', 'a form that cannot be read')
    throw error
  }
}
