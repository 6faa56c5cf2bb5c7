/** SEB's metadata as an identity provider: what a service needs to send people here. */
import type { AttributeName } from '../../../services/attribute.ts'
import { published } from '../../keys/own-keys.ts'
import { nameFormatOf, oioAttributes, samlAttributeNames } from '../oio/attribute-names.ts'
import { ns } from '../xml/namespaces.ts'
import { element, writeXml } from '../xml/write-xml.ts'
import {
  entityDescriptor,
  keyDescriptor,
  nameIdFormat,
  nameIdFormats,
  type OwnMetadata,
  redirectAndPost,
  uiInfo,
} from './own-metadata.ts'

export type OwnIdpMetadata = OwnMetadata & {
  /** Takes authentication requests by Redirect and by POST. */
  singleSignOn: URL
  /** Where a service may send people for whom something went wrong. */
  errorUrl: URL
  /** What SEB can tell of a person. */
  attributes: readonly AttributeName[]
}

/** The document, in the schema's order: keys, log-out, name formats, log-in, attributes (SAML metadata §2.4.3). */
export function writeIdpMetadata(own: OwnIdpMetadata): string {
  const { specVersion, loa, ial, aal } = oioAttributes
  const attributes: [string, string][] = [
    ...Object.entries({ specVersion, loa, ial, aal }),
    ...own.attributes.map((name): [string, string] => [name, samlAttributeNames[name]]),
  ]
  const role = element(
    'md:IDPSSODescriptor',
    { WantAuthnRequestsSigned: 'true', errorURL: own.errorUrl.href, protocolSupportEnumeration: ns.samlp },
    uiInfo(own),
    ...published(own.keys.signing).map((key) => keyDescriptor('signing', key)),
    ...redirectAndPost('md:SingleLogoutService', own.singleLogout),
    nameIdFormat(nameIdFormats.persistent),
    nameIdFormat(nameIdFormats.transient),
    ...redirectAndPost('md:SingleSignOnService', own.singleSignOn),
    ...attributes.map(([FriendlyName, Name]) =>
      element('saml:Attribute', { FriendlyName, Name, NameFormat: nameFormatOf(Name) }),
    ),
  )
  return writeXml(entityDescriptor(own, role))
}
