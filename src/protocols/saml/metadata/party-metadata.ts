/** What another party's metadata says, as SEB keeps it: plain data that goes into a database column and comes back the same. */

export type PartyMetadata = {
  readonly entityId: string
  /** When the document says that it must no longer be used; null when it does not say. */
  readonly validUntil: string | null
  readonly organisationNames: LocalisedText
  readonly identityProvider: IdentityProviderRole | null
  readonly service: ServiceRole | null
}

export type IdentityProviderRole = {
  readonly keys: readonly PartyKey[]
  readonly singleSignOn: readonly Endpoint[]
  readonly singleLogout: readonly Endpoint[]
  readonly nameIdFormats: readonly string[]
  readonly wantsSignedRequests: boolean
  readonly presentation: Presentation
}

export type ServiceRole = {
  readonly keys: readonly PartyKey[]
  readonly acs: readonly AcsEndpoint[]
  readonly singleLogout: readonly Endpoint[]
  readonly nameIdFormats: readonly string[]
  readonly signsRequests: boolean
  readonly wantsSignedAssertions: boolean
  readonly attributeLists: readonly AttributeList[]
  readonly presentation: Presentation
}

/** One key a party may use. Two of a kind are usual while one takes over from the other. */
export type PartyKey = {
  readonly use: 'signing' | 'encryption' | 'both'
  /** The certificate's DER in base64. */
  readonly certificate: string
  /** The algorithms the party wants things encrypted with, in its order; empty when it does not say. */
  readonly encryptionMethods: readonly string[]
}

/** The bindings SEB speaks; endpoints of others are left out. */
export type Binding = 'redirect' | 'post'

export const bindingUris: Readonly<Record<Binding, string>> = {
  redirect: 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect',
  post: 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST',
}

export type Endpoint = {
  readonly binding: Binding
  /** To the letter as it was written. */
  readonly location: string
  /** Where answers go, when not to the same place. */
  readonly responseLocation: string | null
}

/** Where a service takes assertions, by POST. */
export type AcsEndpoint = { readonly location: string; readonly index: number; readonly isDefault: boolean }

/** Attributes a service asks for in one of its ways of being used. */
export type AttributeList = {
  readonly index: number
  readonly isDefault: boolean
  readonly names: LocalisedText
  readonly attributes: readonly { readonly name: string; readonly required: boolean }[]
}

/** How a party wants to be shown to people (the Login and Discovery UI extension). */
export type Presentation = {
  readonly names: LocalisedText
  readonly keywords: readonly string[]
  readonly logos: readonly { readonly url: string; readonly width: number; readonly height: number }[]
}

/** Text by language: `{ da: '…', en: '…' }`. */
export type LocalisedText = Readonly<Record<string, string>>
