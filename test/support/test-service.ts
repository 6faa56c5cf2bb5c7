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
}

export interface TestService {
  key: string
  entityId: string
  acsUrl: string
  signingKey: KeyPair
  metadata: string
  /** The address that a person is sent to for logging in. */
  ask(options?: AskOptions): { url: URL; id: string }
  /** What the service was told, verified and decrypted by node-saml. Throws where node-saml refuses. */
  read(fields: Record<string, string>): Promise<Profile>
}

export function testService(options: {
  key: string
  signingKey: KeyPair
  now: () => Date
  seb: { sso: string; idpEntityId: string; certificate: string }
}): TestService {
  const { key, signingKey, now, seb } = options
  const entityId = `https://${key}.service.example`
  const acsUrl = `${entityId}/acs`
  const saml = new SAML({
    callbackUrl: acsUrl,
    issuer: entityId,
    audience: entityId,
    idpCert: seb.certificate,
    idpIssuer: seb.idpEntityId,
    decryptionPvk: signingKey.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    wantAssertionsSigned: true,
    wantAuthnResponseSigned: false,
    acceptedClockSkewMs: 24 * 3600 * 1000,
  })
  const x509 = `<ds:KeyInfo><ds:X509Data><ds:X509Certificate>${signingKey.certificateBase64}</ds:X509Certificate></ds:X509Data></ds:KeyInfo>`
  return {
    key,
    entityId,
    acsUrl,
    signingKey,
    metadata: `<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" xmlns:ds="http://www.w3.org/2000/09/xmldsig#" entityID="${entityId}"><md:SPSSODescriptor AuthnRequestsSigned="true" WantAssertionsSigned="true" protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol"><md:KeyDescriptor use="signing">${x509}</md:KeyDescriptor><md:KeyDescriptor use="encryption">${x509}</md:KeyDescriptor><md:SingleLogoutService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" Location="${entityId}/slo"/><md:AssertionConsumerService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="${acsUrl}" index="0" isDefault="true"/></md:SPSSODescriptor></md:EntityDescriptor>`,
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
      const request = ask.providers ? withProviders(plain, ask.providers) : plain
      const outbound = encodeRedirect({
        parameter: 'SAMLRequest',
        xml: writeXml(request),
        destination: new URL(seb.sso),
        relayState: ask.relayState,
        signWith: signingKey,
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

function withProviders(request: XmlElement, providers: readonly string[]): XmlElement {
  const entries = providers.map((ProviderID) => element('samlp:IDPEntry', { ProviderID }))
  const scoping = element('samlp:Scoping', {}, element('samlp:IDPList', {}, ...entries))
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
    { ID, Version, IssueInstant, Destination, ForceAuthn, IsPassive, ProtocolBinding, AssertionConsumerServiceURL },
    ...request.nodes.filter((node) => node instanceof XmlElement),
    scoping,
  )
}
