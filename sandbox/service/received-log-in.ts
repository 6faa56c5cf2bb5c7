/** What a demo service got from SEB, taken apart so that its page can show every piece. */
import type { AssuranceLevel } from '../../src/base/assurance.ts'
import type { PrivilegeGroup } from '../../src/brokering/attributes/claims.ts'
import type { Subject } from '../../src/brokering/authentication.ts'
import { attributeNameOf, oioAttributes, samlAttributeNames } from '../../src/protocols/saml/oio/attribute-names.ts'
import { assuranceFromAttribute } from '../../src/protocols/saml/oio/nsis.ts'
import { readPrivileges } from '../../src/protocols/saml/oio/read-privileges.ts'
import type { SuccessfulResponse } from '../../src/protocols/saml/response/read-response.ts'
import type { XmlElement } from '../../src/protocols/saml/xml/xml-element.ts'
import type { AttributeName } from '../../src/services/attribute.ts'
import { type ServiceKey, services } from '../data/services.ts'
import { showXml, showXmlText } from './show-xml.ts'

export interface ReceivedAttribute {
  /** As it stands in the assertion. */
  samlName: string
  /** SEB's own name, where it has one. */
  name: AttributeName | null
  values: readonly string[]
  /** What the value holds when it is base64 of XML. */
  decoded: string | null
}

export interface ReceivedLogIn {
  at: Date
  nameId: Subject
  sessionIndex: string | null
  authenticatedAt: Date
  assurance: AssuranceLevel | null
  authorities: readonly string[]
  fullName: string | null
  privileges: readonly PrivilegeGroup[]
  attributes: readonly ReceivedAttribute[]
  /** What the metadata asks for but SEB did not send. */
  missing: readonly AttributeName[]
  assertionId: string
  /** The decrypted assertion, indented for people. */
  xml: string
}

export function receivedLogIn(
  service: ServiceKey,
  read: SuccessfulResponse,
  assertion: XmlElement,
  at: Date,
): ReceivedLogIn {
  const value = (samlName: string) => read.attributes.get(samlName)?.[0]
  const privileges = value(samlAttributeNames.privileges)
  const loa = value(oioAttributes.loa)
  const got = [...read.attributes.keys()].map(attributeNameOf)
  return {
    at,
    nameId: read.nameId,
    sessionIndex: read.sessionIndex,
    authenticatedAt: read.authnInstant,
    assurance: (loa && assuranceFromAttribute(loa)) || null,
    authorities: read.authenticatingAuthorities,
    fullName: value(samlAttributeNames.fullName) ?? null,
    privileges: privileges === undefined ? [] : readPrivileges(privileges),
    attributes: [...read.attributes].map(([samlName, values]) => ({
      samlName,
      name: attributeNameOf(samlName) ?? null,
      values,
      decoded: decodedOf(samlName, values),
    })),
    missing: services[service].asks.filter((name) => !got.includes(name)),
    assertionId: read.assertionId,
    xml: showXml(assertion),
  }
}

const inBase64: readonly string[] = [samlAttributeNames.privileges, samlAttributeNames.userAuthorizations]

function decodedOf(samlName: string, values: readonly string[]): string | null {
  const [value] = values
  return value !== undefined && inBase64.includes(samlName) ? showXmlText(Buffer.from(value, 'base64')) : null
}
