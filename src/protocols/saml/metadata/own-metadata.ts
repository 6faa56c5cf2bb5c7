/** What the two documents about SEB have in common: keys, log-out, names for people, and whom to call. */
import type { KeyPair } from '../../keys/key-pair.ts'
import type { OwnKeys } from '../../keys/own-keys.ts'
import { element, type QualifiedName } from '../xml/write-xml.ts'
import type { XmlElement } from '../xml/xml-element.ts'
import { bindingUris, type LocalisedText } from './party-metadata.ts'

export type OwnMetadata = {
  entityId: string
  keys: OwnKeys
  /** Takes log-out messages by Redirect and by POST. */
  singleLogout: URL
  names: LocalisedText
  descriptions: LocalisedText
  organisation: { names: LocalisedText; displayNames: LocalisedText; urls: LocalisedText }
  contacts: readonly OwnContact[]
}

export type OwnContact = {
  type: 'technical' | 'support' | 'administrative'
  company: string
  mail: string
  phone?: string
}

export const nameIdFormats = {
  persistent: 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent',
  transient: 'urn:oasis:names:tc:SAML:2.0:nameid-format:transient',
} as const

/** An EntityDescriptor with one role. The organisation and contacts follow the role (SAML metadata §2.3.2). */
export function entityDescriptor({ entityId, organisation, contacts }: OwnMetadata, role: XmlElement): XmlElement {
  return element(
    'md:EntityDescriptor',
    { entityID: entityId },
    role,
    element(
      'md:Organization',
      {},
      ...localised('md:OrganizationName', organisation.names),
      ...localised('md:OrganizationDisplayName', organisation.displayNames),
      ...localised('md:OrganizationURL', organisation.urls),
    ),
    ...contacts.map(({ type, company, mail, phone }) =>
      element(
        'md:ContactPerson',
        { contactType: type },
        element('md:Company', {}, company),
        element('md:EmailAddress', {}, `mailto:${mail}`),
        phone === undefined ? undefined : element('md:TelephoneNumber', {}, phone),
      ),
    ),
  )
}

/** How SEB is shown where people choose or consent. */
export function uiInfo({ names, descriptions }: OwnMetadata): XmlElement {
  return element(
    'md:Extensions',
    {},
    element('mdui:UIInfo', {}, ...localised('mdui:DisplayName', names), ...localised('mdui:Description', descriptions)),
  )
}

export function keyDescriptor(
  use: 'signing' | 'encryption',
  { certificateBase64 }: KeyPair,
  ...methods: readonly XmlElement[]
): XmlElement {
  const data = element('ds:X509Data', {}, element('ds:X509Certificate', {}, certificateBase64))
  return element('md:KeyDescriptor', { use }, element('ds:KeyInfo', {}, data), ...methods)
}

/** Redirect before POST: NemLog-in uses the one that is listed first. */
export function redirectAndPost(
  name: 'md:SingleSignOnService' | 'md:SingleLogoutService',
  location: URL,
): readonly XmlElement[] {
  return (['redirect', 'post'] as const).map((binding) =>
    element(name, { Binding: bindingUris[binding], Location: location.href }),
  )
}

export function nameIdFormat(format: string): XmlElement {
  return element('md:NameIDFormat', {}, format)
}

export function localised(name: QualifiedName, texts: LocalisedText): readonly XmlElement[] {
  return Object.entries(texts).map(([language, text]) => element(name, { 'xml:lang': language }, text))
}
