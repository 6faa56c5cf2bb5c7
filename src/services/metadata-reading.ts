/**
 * What can be said of a service's metadata, in codes that pages put into plain words. Reading it is the protocol's work; it is
 * a later room, so it is passed in as a `MetadataReader`.
 */
import type { ReadMetadata } from '../organisations/document-parts.ts'

/** With one of these the metadata cannot be used. */
export const metadataFaults = [
  'not-xml',
  'doctype',
  'encoding',
  'too-large',
  'xml-not-allowed',
  'xml-value',
  'no-entity',
  'several-entities',
  'other-entity',
  'entity-id-missing',
  'entity-id-malformed',
  'no-role',
  'several-roles',
  'not-a-service',
  'expired',
  'no-sign-on',
  'acs-missing',
  'acs-no-index',
  'acs-same-index',
  'address-malformed',
  'address-not-https',
  'address-with-secret',
  'certificates-together',
  'certificate-not-base64',
  'certificate-unreadable',
  'certificate-expired',
  'key-weak',
  'key-use-unknown',
  'signing-key-missing',
  'encryption-key-missing',
  'encryption-unknown',
  'entity-id-taken',
] as const

/** It can be used, but somebody should look. */
export const metadataRemarks = [
  'certificate-expires-soon',
  'ends',
  'name-id-format',
  'requests-unsigned',
  'assertions-unsigned',
  'log-out-missing',
  'attributes-missing',
] as const

export const metadataMerits = ['entity-id', 'signing-key', 'encryption-key', 'acs', 'log-out', 'attributes'] as const

export type MetadataFault = (typeof metadataFaults)[number]
export type MetadataRemark = (typeof metadataRemarks)[number]
export type MetadataMerit = (typeof metadataMerits)[number]

/** `values` fill the places of the texts: serial numbers, dates, addresses. */
export interface MetadataFinding {
  code: MetadataFault | MetadataRemark | MetadataMerit
  values: Readonly<Record<string, string>>
}

export interface MetadataReading {
  findings: readonly MetadataFinding[]
  /** What would be registered; null where there is a fault. */
  metadata: ReadMetadata | null
}

export interface MetadataKey {
  use: 'signing' | 'encryption' | 'both'
  /** `RSA 3072`, `EC prime256v1` */
  kind: string
  serialNumber: string
  validUntil: Date
}

/** What people want to know of metadata that is registered. */
export interface MetadataSummary {
  entityId: string
  keys: readonly MetadataKey[]
  acs: readonly string[]
  logOut: readonly string[]
}

export interface MetadataReader {
  /** Everything that is wrong with it and what is good; never throws for what it is given. */
  check(xml: string, settings: { encryptAssertion: boolean }): MetadataReading
  /** Null for what is not metadata of a service in its present form. */
  summarise(metadata: unknown): MetadataSummary | null
}

/** A certificate that ends within so many days is told of. */
export const soonDays = 60

/** True for a key that has ended or will soon. */
export function endsSoon({ validUntil }: Pick<MetadataKey, 'validUntil'>, now: Date): boolean {
  return validUntil.getTime() - now.getTime() < soonDays * 86_400_000
}

export function isFault({ code }: MetadataFinding): boolean {
  return metadataFaults.some((fault) => fault === code)
}
