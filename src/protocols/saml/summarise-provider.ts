/** What system management wants to know of an identity provider's metadata: its keys and until when, and what it calls itself. */
import { X509Certificate } from 'node:crypto'
import type { ProviderReader, ProviderSummary } from '../../access/management/providers/provider-reader.ts'
import { Problem } from '../../base/problem.ts'
import { type PartyKey, storedIdentityProvider } from './metadata/party-metadata.ts'

/** Null for what is not metadata of an identity provider in its present form. */
export const summariseProvider: ProviderReader['summarise'] = (metadata) => {
  try {
    const { keys, presentation } = storedIdentityProvider(metadata)
    const { da = '', en = '' } = presentation.names
    return {
      keys: keys.map(summariseKey),
      validUntil: validUntilOf(metadata),
      names: { da: da || en, en: en || da },
      keywords: presentation.keywords,
    }
  } catch (error) {
    if (error instanceof Problem) return null
    throw error
  }
}

function validUntilOf(metadata: unknown): Date | null {
  const until = typeof metadata === 'object' && metadata !== null && 'validUntil' in metadata && metadata.validUntil
  return typeof until === 'string' ? new Date(until) : null
}

function summariseKey({ use, certificate }: PartyKey): ProviderSummary['keys'][number] {
  const { serialNumber, validToDate } = new X509Certificate(Buffer.from(certificate, 'base64'))
  return { use, serialNumber, validUntil: validToDate }
}
