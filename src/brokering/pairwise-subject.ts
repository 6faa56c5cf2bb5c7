/** The name one service knows one person by: stable there, and joinable nowhere else. (Domain model, invariant 9; I12) */
import { createHmac } from 'node:crypto'
import type { Authentication } from './authentication.ts'

export interface SubjectOf {
  serviceId: string
  /** The account the person acts in, if any; else the log-in itself. */
  accountId: string | null
  identityProviderId: string
  authentication: Authentication
}

/** A UUID (RFC 9562 version 8) made with a keyed hash, so that it cannot be guessed or recomputed without the key. */
export function pairwiseSubject(
  key: Uint8Array,
  { serviceId, accountId, identityProviderId, authentication }: SubjectOf,
): string {
  const who = accountId ? `account:${accountId}` : `log-in:${identityProviderId}:${authentication.subject.value}`
  const bytes = createHmac('sha256', key).update(`${serviceId}\n${who}`).digest().subarray(0, 16)
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
