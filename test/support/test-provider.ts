/** An identity provider in the test's own hands: reads what SEB asks, and answers what the test says, with real keys. */
import { createPublicKey, type X509Certificate } from 'node:crypto'
import { randomIds } from '../../src/base/ids.ts'
import type { KeyPair } from '../../src/protocols/keys/key-pair.ts'
import type { AuthnRequest } from '../../src/protocols/saml/authn-request.ts'
import { receiveRedirect } from '../../src/protocols/saml/bindings/receive.ts'
import { oioAttributes, samlAttributeNames } from '../../src/protocols/saml/oio/attribute-names.ts'
import { readAuthnRequest } from '../../src/protocols/saml/read-authn-request.ts'
import { writeErrorResponse, writeResponse } from '../../src/protocols/saml/response/write-response.ts'
import type { Status } from '../../src/protocols/saml/status.ts'

const uri = 'urn:oasis:names:tc:SAML:2.0:attrname-format:uri'

/** What the provider knows of one person. Everything is made up. */
export interface TestPerson {
  kind: 'professional' | 'person'
  uuid: string
  name: string
  cvr?: string
  orgName?: string
  cpr?: string
  loa?: string
  /** Other attributes by SAML name, replacing those above. */
  attributes?: Record<string, readonly string[]>
}

export interface AnswerOptions {
  /** Another of its keys than the first. */
  signWith?: KeyPair
  /** Another of SEB's keys than the present one. */
  encryptFor?: X509Certificate
  /** How long ago the person logged in there. */
  minutesAgo?: number
}

export interface TestProvider {
  entityId: string
  key: KeyPair
  metadata: string
  /** The request in an address that SEB sent the browser to, its signature verified. */
  read(location: URL): AuthnRequest & { relayState: string | undefined }
  /** Form fields that answer a request. */
  answer(request: { id: string }, person: TestPerson, other?: AnswerOptions): { SAMLResponse: string }
  refuse(request: { id: string }, status: Status): { SAMLResponse: string }
}

export interface TestProviderOptions {
  entityId: string
  key: KeyPair
  now: () => Date
  seb: { acs: string; spEntityId: string; signing: X509Certificate; decryption: X509Certificate }
  /** The key it will sign with one day, in its metadata beside the present one. */
  nextKey?: KeyPair
}

export function testProvider(options: TestProviderOptions): TestProvider {
  const { entityId, key, now, seb, nextKey } = options
  const sso = `${entityId}/sso`
  const envelope = (inResponseTo: string) => ({
    issuer: entityId,
    acsUrl: seb.acs,
    inResponseTo,
    now: now(),
    ids: randomIds,
  })
  const encoded = (xml: string) => ({ SAMLResponse: Buffer.from(xml).toString('base64') })
  return {
    entityId,
    key,
    metadata: `<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" xmlns:ds="http://www.w3.org/2000/09/xmldsig#" entityID="${entityId}"><md:IDPSSODescriptor WantAuthnRequestsSigned="true" protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">${[key, ...(nextKey ? [nextKey] : [])].map(descriptor).join('')}<md:SingleLogoutService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" Location="${entityId}/slo"/><md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" Location="${sso}"/></md:IDPSSODescriptor></md:EntityDescriptor>`,
    read(location) {
      const message = receiveRedirect(location.search.slice(1))
      const verified = message.verified([seb.signing.publicKey])
      const expected = { destination: sso, issuer: seb.spEntityId, now: now() }
      return { ...readAuthnRequest(verified, expected), relayState: message.relayState }
    },
    answer(request, person, { signWith = key, encryptFor = seb.decryption, minutesAgo = 0 } = {}) {
      const attributes = attributesOf(person)
      const { xml } = writeResponse(
        envelope(request.id),
        {
          audience: seb.spEntityId,
          nameId: {
            value: `https://data.gov.dk/model/core/eid/${person.kind}/uuid/${person.uuid}`,
            format: 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent',
            nameQualifier: null,
            spNameQualifier: null,
          },
          authnInstant: new Date(now().getTime() - minutesAgo * 60_000),
          sessionIndex: randomIds.xmlId(),
          authnContextClassRef: 'urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport',
          authenticatingAuthorities: [],
          attributes: Object.entries(attributes).map(([name, values]) => ({ name, nameFormat: uri, values })),
          lifetimeSeconds: 300,
        },
        {
          signingKey: signWith,
          encryption: { publicKey: createPublicKey(encryptFor.publicKey.export({ type: 'spki', format: 'pem' })) },
          signResponse: false,
        },
      )
      return encoded(xml)
    },
    refuse: (request, status) => encoded(writeErrorResponse(envelope(request.id), status, key)),
  }
}

function descriptor({ certificateBase64 }: KeyPair): string {
  return `<md:KeyDescriptor use="signing"><ds:KeyInfo><ds:X509Data><ds:X509Certificate>${certificateBase64}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>`
}

function attributesOf(person: TestPerson): Record<string, readonly string[]> {
  const known: Record<string, string | undefined> = {
    [oioAttributes.specVersion]: 'OIO-SAML-3.0',
    [oioAttributes.loa]: person.loa ?? 'Substantial',
    [samlAttributeNames.fullName]: person.name,
    [samlAttributeNames.cvr]: person.cvr,
    [samlAttributeNames.orgName]: person.orgName,
    [samlAttributeNames.cpr]: person.cpr,
    [samlAttributeNames.professionalUuid]: person.kind === 'professional' ? `urn:uuid:${person.uuid}` : undefined,
  }
  const values = Object.entries(known).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, [value]] as const],
  )
  return { ...Object.fromEntries(values), ...person.attributes }
}
