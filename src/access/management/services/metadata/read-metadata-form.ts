/** Reads the form that carries metadata, pasted or as a file. Nothing but the fields it has is looked at. */
import type { Context } from 'hono'
import { type FormFields, readForm } from '../../../../web/form.ts'

export interface MetadataForm extends FormFields {
  /** The file's text where one was chosen, else what was pasted. */
  xml: string
}

export async function readMetadataForm(c: Context): Promise<MetadataForm> {
  const form = await readForm(c)
  return { ...form, xml: (await form.file('fil')?.text()) ?? form.get('metadata') ?? '' }
}
