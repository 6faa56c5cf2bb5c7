/** Reads the form that carries a file. Nothing but the fields it has is looked at, and the file is read to its end once. */
import type { Context } from 'hono'
import { readForm } from '../../../web/form.ts'

export interface Upload {
  bytes: Uint8Array
  /** Empty where rows were pasted. */
  fileName: string
  pasted: string
  reason: string
}

export async function readUpload(c: Context): Promise<Upload> {
  const form = await readForm(c)
  const file = form.file('fil')
  const pasted = form.get('raekker') ?? ''
  const reason = (form.get('begrundelse') ?? '').trim().slice(0, 500)
  if (file) return { bytes: new Uint8Array(await file.arrayBuffer()), fileName: nameOf(file), pasted, reason }
  return { bytes: new TextEncoder().encode(pasted), fileName: '', pasted, reason }
}

/** What a page can show of it; a name is never used as a path. */
function nameOf({ name }: File): string {
  return (
    name
      .replace(/^.*[\\/]/, '')
      .replace(/\p{C}/gu, '')
      .slice(0, 120) || 'csv'
  )
}
