/** What system management needs of the protocol that knows metadata. It is a later room, so it is passed in. */
import type { ReadMetadata } from '../../../organisations/document-parts.ts'
import type { AdminDeps } from '../../admin/admin-env.ts'

export interface ProviderKey {
  use: 'signing' | 'encryption' | 'both'
  serialNumber: string
  validUntil: Date
}

export interface ProviderSummary {
  keys: readonly ProviderKey[]
  /** When the document says it must no longer be used. */
  validUntil: Date | null
  /** What it calls itself, where it says so. */
  names: { da: string; en: string }
  keywords: readonly string[]
}

export interface ProviderReader {
  /** Throws a Problem in words for whoever registers it. */
  read(xml: Uint8Array, entityId: string | undefined): ReadMetadata
  /** Throws a Problem as well. */
  fetch(address: string): Promise<Uint8Array>
  /** Null for what is not metadata of an identity provider in its present form. */
  summarise(metadata: unknown): ProviderSummary | null
}

export interface ProviderDeps extends AdminDeps {
  providers: ProviderReader
}
