/** SEB's metadata as a service: what NemLog-in or a local identity provider needs to answer us. */
import type { AttributeName } from '../../../services/attribute.ts'
import { published } from '../../keys/own-keys.ts'
import { nameFormatOf, oioAttributes, samlAttributeNames } from '../oio/attribute-names.ts'
import { aes128Gcm, aes256Gcm, rsaOaepMgf1p } from '../xml/encryption-algorithms.ts'
import { ns } from '../xml/namespaces.ts'
import { element, writeXml } from '../xml/write-xml.ts'
import {
  entityDescriptor,
  keyDescriptor,
  localised,
  nameIdFormat,
  nameIdFormats,
  type OwnMetadata,
  redirectAndPost,
  uiInfo,
} from './own-metadata.ts'
import { bindingUris } from './party-metadata.ts'

export type OwnSpMetadata = OwnMetadata & {
  /** Takes assertions by POST. */
  acs: URL
  /** What SEB would like to be told of a person. */
  attributes: readonly AttributeName[]
}

/** An identity provider that finds no list here chooses by itself, and has been seen to choose what SPs cannot read. */
const encryptionMethods = [aes256Gcm.uri, aes128Gcm.uri, rsaOaepMgf1p.uri].map((Algorithm) =>
  element('md:EncryptionMethod', { Algorithm }),
)

/** The document, in the schema's order (SAML metadata §2.4.4). Both of two keys are published from the first day. */
export function writeSpMetadata(own: OwnSpMetadata): string {
  const { specVersion, loa, ial, aal } = oioAttributes
  const asked = [specVersion, loa, ial, aal, ...own.attributes.map((name) => samlAttributeNames[name])]
  // Whether somebody logs in as a professional is not known beforehand, so CVR and organisation name cannot be required.
  const required: readonly string[] = [specVersion, loa]
  const role = element(
    'md:SPSSODescriptor',
    { AuthnRequestsSigned: 'true', WantAssertionsSigned: 'true', protocolSupportEnumeration: ns.samlp },
    uiInfo(own),
    ...published(own.keys.signing).map((key) => keyDescriptor('signing', key)),
    ...published(own.keys.decryption).map((key) => keyDescriptor('encryption', key, ...encryptionMethods)),
    ...redirectAndPost('md:SingleLogoutService', own.singleLogout),
    nameIdFormat(nameIdFormats.persistent),
    element('md:AssertionConsumerService', {
      Binding: bindingUris.post,
      Location: own.acs.href,
      index: '0',
      isDefault: 'true',
    }),
    element(
      'md:AttributeConsumingService',
      { index: '0', isDefault: 'true' },
      ...localised('md:ServiceName', own.names),
      ...localised('md:ServiceDescription', own.descriptions),
      ...asked.map((Name) =>
        element('md:RequestedAttribute', {
          Name,
          NameFormat: nameFormatOf(Name),
          isRequired: required.includes(Name) ? 'true' : undefined,
        }),
      ),
    ),
  )
  return writeXml(entityDescriptor(own, role))
}
