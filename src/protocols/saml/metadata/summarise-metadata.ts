/** What people want to know of a service's registered metadata: its keys and until when, and its addresses. */
import { X509Certificate } from 'node:crypto'
import { Problem } from '../../../base/problem.ts'
import type { MetadataKey, MetadataSummary } from '../../../services/metadata-reading.ts'
import { keyName } from '../../keys/key-strength.ts'
import { type PartyKey, storedService } from './party-metadata.ts'

/** Null for what is not metadata of a service in its present form. */
export function summariseMetadata(column: unknown): MetadataSummary | null {
  try {
    const { keys, acs, singleLogout } = storedService(column)
    return {
      entityId: entityIdOf(column),
      keys: keys.map(summariseKey),
      acs: [...new Set(acs.map(({ location }) => location))],
      logOut: [...new Set(singleLogout.map(({ location }) => location))],
    }
  } catch (error) {
    if (error instanceof Problem) return null
    throw error
  }
}

function entityIdOf(column: unknown): string {
  return typeof column === 'object' && column !== null && 'entityId' in column ? String(column.entityId) : ''
}

function summariseKey({ use, certificate }: PartyKey): MetadataKey {
  const { publicKey, serialNumber, validToDate } = new X509Certificate(Buffer.from(certificate, 'base64'))
  return { use, kind: keyName(publicKey), serialNumber, validUntil: validToDate }
}
