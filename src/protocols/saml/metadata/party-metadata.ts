/** What another party's metadata says, as SEB keeps it: plain data that goes into a database column and comes back the same. */
import { z } from 'zod'
import { Problem } from '../../../base/problem.ts'

/** The bindings SEB speaks; endpoints of others are left out. */
export const bindingUris = {
  redirect: 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect',
  post: 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST',
} as const

/** Text by language: `{ da: '…', en: '…' }`. */
const localisedText = z.record(z.string(), z.string())

/** One key a party may use. Two of a kind are usual while one takes over from the other. */
const partyKey = z.strictObject({
  use: z.enum(['signing', 'encryption', 'both']),
  /** The certificate's DER in base64. */
  certificate: z.string(),
  /** The algorithms the party wants things encrypted with, in its order; empty when it does not say. */
  encryptionMethods: z.array(z.string()),
})

const endpoint = z.strictObject({
  binding: z.enum(['redirect', 'post']),
  /** To the letter as it was written. */
  location: z.string(),
  /** Where answers go, when not to the same place. */
  responseLocation: z.string().nullable(),
})

/** Where a service takes assertions, by POST. */
const acsEndpoint = z.strictObject({ location: z.string(), index: z.int(), isDefault: z.boolean() })

/** Attributes a service asks for in one of its ways of being used. */
const attributeList = z.strictObject({
  index: z.int(),
  isDefault: z.boolean(),
  names: localisedText,
  attributes: z.array(z.strictObject({ name: z.string(), required: z.boolean() })),
})

/** How a party wants to be shown to people (the Login and Discovery UI extension). */
const presentation = z.strictObject({
  names: localisedText,
  keywords: z.array(z.string()),
  logos: z.array(z.strictObject({ url: z.string(), width: z.int(), height: z.int() })),
})

const identityProviderRole = z.strictObject({
  keys: z.array(partyKey),
  singleSignOn: z.array(endpoint),
  singleLogout: z.array(endpoint),
  nameIdFormats: z.array(z.string()),
  wantsSignedRequests: z.boolean(),
  presentation,
})

const serviceRole = z.strictObject({
  keys: z.array(partyKey),
  acs: z.array(acsEndpoint),
  singleLogout: z.array(endpoint),
  nameIdFormats: z.array(z.string()),
  signsRequests: z.boolean(),
  wantsSignedAssertions: z.boolean(),
  attributeLists: z.array(attributeList),
  presentation,
})

const partyMetadata = z.strictObject({
  entityId: z.string(),
  /** When the document says that it must no longer be used; null when it does not say. */
  validUntil: z.string().nullable(),
  organisationNames: localisedText,
  identityProvider: identityProviderRole.nullable(),
  service: serviceRole.nullable(),
})

export type PartyMetadata = z.output<typeof partyMetadata>
export type IdentityProviderRole = z.output<typeof identityProviderRole>
export type ServiceRole = z.output<typeof serviceRole>
export type PartyKey = z.output<typeof partyKey>
export type Endpoint = z.output<typeof endpoint>
export type AcsEndpoint = z.output<typeof acsEndpoint>
export type AttributeList = z.output<typeof attributeList>
export type Presentation = z.output<typeof presentation>
export type LocalisedText = z.output<typeof localisedText>
export type Binding = keyof typeof bindingUris

/** What the database kept of a service: throws when it is something else. */
export function storedService(column: unknown): ServiceRole {
  return keptMetadata(column).service ?? missing('a service')
}

/** What the database kept of an identity provider: throws when it is something else. */
export function storedIdentityProvider(column: unknown): IdentityProviderRole {
  return keptMetadata(column).identityProvider ?? missing('an identity provider')
}

/** Metadata that was read before: throws when it is not in the present form. */
export function keptMetadata(column: unknown): PartyMetadata {
  const read = partyMetadata.safeParse(column)
  if (!read.success) throw new Problem('configuration', 'stored metadata is not in the present form; read it again')
  return read.data
}

function missing(role: string): never {
  throw new Problem('configuration', `stored metadata does not tell of ${role}`)
}
