/** A service in the test's own hands: signs its requests, and has SEB's answers read by node-saml, which nobody here wrote. */
import { type Profile, SAML } from '@node-saml/node-saml'
import { randomIds } from '../../src/base/ids.ts'
import type { KeyPair } from '../../src/protocols/keys/key-pair.ts'
import { encodeRedirect } from '../../src/protocols/saml/bindings/redirect.ts'
import { writeAuthnRequest } from '../../src/protocols/saml/write-authn-request.ts'
import { element, writeXml } from '../../src/protocols/saml/xml/write-xml.ts'
import { XmlElement } from '../../src/protocols/saml/xml/xml-element.ts'

export interface AskOptions {
  forceAuthn?: boolean
  isPassive?: boolean
  assurance?: 'Low' | 'Substantial' | 'High'
  logInKind?: 'professional' | 'person'
  /** Entity ids of the providers that will do. */
  providers?: readonly string[]
  relayState?: string
  acsUrl?: string
  /** Which of the lists of attributes in its metadata it means. */
  attributeList?: number
  /** Another of its keys than the first. */
  signWith?: KeyPair
}

export interface TestService {
  key: string
  entityId: string
  acsUrl: string
  signingKey: KeyPair
  decryptionKey: KeyPair
  metadata: string
  /** The address that a person is sent to for logging in. */
  ask(options?: AskOptions): { url: URL; id: string }
  /** What the service was told, verified and decrypted by node-saml. Throws where node-saml refuses. */
  read(fields: Record<string, string>): Promise<Profile>
}

export interface TestServiceOptions {
  key: string
  signingKey: KeyPair
  now: () => Date
  seb: { sso: string; idpEntityId: string; certificate: string }
  /** Unset: the signing key. */
  decryptionKey?: KeyPair
  /** The key it will sign with one day, in its metadata beside the present one. */
  nextSigningKey?: KeyPair
  /** SAML names of the attributes in each of its lists; the first is the default. */
  attributeLists?: readonly (readonly string[])[]
}

export function testService(options: TestServiceOptions): TestService {
  const { key, signingKey, now, seb, decryptionKey = signingKey, nextSigningKey, attributeLists = [] } = options
  const entityId = `https://${key}.service.example`
  const acsUrl = `${entityId}/acs`
  const saml = new SAML({
    callbackUrl: acsUrl,
    issuer: entityId,
    audience: entityId,
    idpCert: seb.certificate,
    idpIssuer: seb.idpEntityId,
    decryptionPvk: decryptionKey.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    wantAssertionsSigned: true,
    wantAuthnResponseSigned: false,
    acceptedClockSkewMs: 24 * 3600 * 1000,
  })
  return {
    key,
    entityId,
    acsUrl,
    signingKey,
    decryptionKey,
    metadata: metadataOf({
      entityId,
      acsUrl,
      keys: [
        descriptor('signing', signingKey),
        ...(nextSigningKey ? [descriptor('signing', nextSigningKey)] : []),
        descriptor('encryption', decryptionKey),
      ],
      attributeLists,
    }),
    ask(ask = {}) {
      const id = randomIds.xmlId()
      const plain = writeAuthnRequest({
        id,
        now: now(),
        issuer: entityId,
        destination: new URL(seb.sso),
        acsUrl: new URL(ask.acsUrl ?? acsUrl),
        forceAuthn: ask.forceAuthn ?? false,
        isPassive: ask.isPassive ?? false,
        assurance: ask.assurance ?? null,
        logInKind: ask.logInKind ?? null,
        requesterIds: [],
      })
      const outbound = encodeRedirect({
        parameter: 'SAMLRequest',
        xml: writeXml(amended(plain, ask)),
        destination: new URL(seb.sso),
        relayState: ask.relayState,
        signWith: ask.signWith ?? signingKey,
      })
      return { url: outbound.url, id }
    },
    async read({ SAMLResponse = '' }) {
      const { profile } = await saml.validatePostResponseAsync({ SAMLResponse })
      if (!profile) throw new Error('node-saml found nobody in the answer')
      return profile
    },
  }
}

function metadataOf(service: {
  entityId: string
  acsUrl: string
  keys: readonly string[]
  attributeLists: readonly (readonly string[])[]
}): string {
  const { entityId, acsUrl, keys, attributeLists } = service
  const lists = attributeLists.map(
    (names, index) =>
      `<md:AttributeConsumingService index="${index}"${index === 0 ? ' isDefault="true"' : ''}><md:ServiceName xml:lang="da">Prøve</md:ServiceName>${names.map((name) => `<md:RequestedAttribute Name="${name}"/>`).join('')}</md:AttributeConsumingService>`,
  )
  return `<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" xmlns:ds="http://www.w3.org/2000/09/xmldsig#" entityID="${entityId}"><md:SPSSODescriptor AuthnRequestsSigned="true" WantAssertionsSigned="true" protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">${keys.join('')}<md:SingleLogoutService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" Location="${entityId}/slo"/><md:AssertionConsumerService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="${acsUrl}" index="0" isDefault="true"/>${lists.join('')}</md:SPSSODescriptor></md:EntityDescriptor>`
}

function descriptor(use: 'signing' | 'encryption', { certificateBase64 }: KeyPair): string {
  return `<md:KeyDescriptor use="${use}"><ds:KeyInfo><ds:X509Data><ds:X509Certificate>${certificateBase64}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>`
}

/** With what services ask for and SEB, which wrote the rest of the request, never does. */
function amended(request: XmlElement, { providers, attributeList }: AskOptions): XmlElement {
  const entries = providers?.map((ProviderID) => element('samlp:IDPEntry', { ProviderID }))
  const scoping = entries && element('samlp:Scoping', {}, element('samlp:IDPList', {}, ...entries))
  const {
    ID,
    Version,
    IssueInstant,
    Destination,
    ForceAuthn,
    IsPassive,
    ProtocolBinding,
    AssertionConsumerServiceURL,
  } = Object.fromEntries(request.attributes.map(({ name, value }) => [name, value]))
  return element(
    'samlp:AuthnRequest',
    {
      ID,
      Version,
      IssueInstant,
      Destination,
      ForceAuthn,
      IsPassive,
      ProtocolBinding,
      AssertionConsumerServiceURL,
      AttributeConsumingServiceIndex: attributeList === undefined ? undefined : String(attributeList),
    },
    ...request.nodes.filter((node) => node instanceof XmlElement),
    scoping,
  )
}
