/** Metadata that somebody brings: pasted, as a file, or by the address it is fetched from. */
import type { Context } from 'hono'
import { Problem } from '../../../base/problem.ts'
import type { ReadMetadata } from '../../../organisations/document-parts.ts'
import { fillText } from '../../../web/fill.ts'
import type { FormFields } from '../../../web/form.ts'
import type { Language } from '../../../web/languages.ts'
import type { Wrong } from '../fields.tsx'
import { readMetadataForm } from '../services/metadata/read-metadata-form.ts'
import { plain } from '../typed.ts'
import type { ProviderReader } from './provider-reader.ts'
import { providersText } from './text.ts'

/** As brought; a file has become text, so that a form that is shown again still holds it. */
export interface MetadataSource {
  xml: string
  address: string
  entityId: string
}

export const noSource: MetadataSource = { xml: '', address: '', entityId: '' }

export async function readSourceForm(c: Context): Promise<FormFields & { source: MetadataSource }> {
  const { get, all, xml } = await readMetadataForm(c)
  const text = (name: string) => plain(get(name) ?? '').trim()
  return { get, all, source: { xml: plain(xml), address: text('adresse'), entityId: text('entityid') } }
}

export type SourceReading = { ok: true; metadata: ReadMetadata } | { ok: false; wrong: Wrong }

/** May ask the network: never inside a transaction. What is wrong is said as `seb apply` says it. */
export async function readSource(
  providers: ProviderReader,
  { xml, address, entityId }: MetadataSource,
  language: Language,
): Promise<SourceReading> {
  const text = providersText[language].wrong
  const field = address === '' ? 'metadata' : 'adresse'
  if ((xml.trim() === '') === (address === '')) return { ok: false, wrong: { metadata: text.metadata } }
  if (address !== '' && !URL.canParse(address)) return { ok: false, wrong: { adresse: text.address } }
  try {
    const bytes = address === '' ? Buffer.from(xml) : await providers.fetch(address)
    return { ok: true, metadata: providers.read(bytes, entityId || undefined) }
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return { ok: false, wrong: { [field]: fillText(text.refused, { detail: error.detail }) } }
  }
}
