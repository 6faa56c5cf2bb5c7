/** AuthnRequests as an attacker writes them: text and real keys, independent of the product's own writer. */
import { createHash, type KeyObject, sign } from 'node:crypto'
import { deflateRawSync } from 'node:zlib'
import { randomIds } from '../../src/base/ids.ts'
import { ns } from '../../src/protocols/saml/xml/namespaces.ts'
import type { TestService } from '../support/test-service.ts'

export interface RequestContext {
  service: TestService
  sso: string
  now: Date
}

export interface RequestParts {
  id?: string
  /** Attributes instead of the honest ones; null leaves one out. */
  attributes?: Record<string, string | null>
  issuer?: string
  /** After Issuer. */
  inner?: string
  root?: string
}

export const minutesFrom = (now: Date, minutes: number) =>
  `${new Date(now.getTime() + minutes * 60_000).toISOString().slice(0, 19)}Z`

/** Canonical as it stands, so that what is signed here is signed right. */
export function authnRequest(c: RequestContext, o: RequestParts = {}): string {
  const attributes: Record<string, string | null> = {
    AssertionConsumerServiceURL: c.service.acsUrl,
    Destination: c.sso,
    ID: o.id ?? randomIds.xmlId(),
    IssueInstant: minutesFrom(c.now, 0),
    ProtocolBinding: 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST',
    Version: '2.0',
    ...o.attributes,
  }
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== null)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, value]) => ` ${name}="${value}"`)
    .join('')
  const issuer = o.issuer ?? `<saml:Issuer xmlns:saml="${ns.saml}">${c.service.entityId}</saml:Issuer>`
  const root = o.root ?? 'samlp:AuthnRequest'
  return `<${root} xmlns:samlp="${ns.samlp}"${written}>${issuer}${o.inner ?? ''}</${root}>`
}

export const requestedContext = (comparison: string, ...references: string[]) =>
  `<samlp:RequestedAuthnContext${comparison}>${references
    .map((reference) => `<saml:AuthnContextClassRef xmlns:saml="${ns.saml}">${reference}</saml:AuthnContextClassRef>`)
    .join('')}</samlp:RequestedAuthnContext>`

export const rsaSha256 = 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256'

export interface QueryParts {
  key?: KeyObject
  relayState?: string
  sigAlg?: string
  /** Instead of the deflated and encoded message. */
  message?: string
}

/** A query as SAML bindings §3.4.4.1 has it, signed by the service. */
export function signedQuery(c: RequestContext, xml: string, o: QueryParts = {}): string {
  const message = o.message ?? encodeURIComponent(deflateRawSync(xml).toString('base64'))
  const relayState = o.relayState === undefined ? '' : `&RelayState=${encodeURIComponent(o.relayState)}`
  const signed = `SAMLRequest=${message}${relayState}&SigAlg=${encodeURIComponent(o.sigAlg ?? rsaSha256)}`
  const signature = sign('sha256', Buffer.from(signed), o.key ?? c.service.signingKey.privateKey).toString('base64')
  return `${signed}&Signature=${encodeURIComponent(signature)}`
}

/** An enveloped signature over a request, which must be canonical. */
export function requestSignature(xml: string, key: KeyObject, reference?: string): string {
  const id = reference ?? `#${/ ID="([^"]*)"/.exec(xml)?.[1]}`
  const digest = createHash('sha256').update(xml).digest('base64')
  const info =
    `<ds:CanonicalizationMethod Algorithm="${ns.ec}"></ds:CanonicalizationMethod>` +
    `<ds:SignatureMethod Algorithm="${rsaSha256}"></ds:SignatureMethod><ds:Reference URI="${id}"><ds:Transforms>` +
    `<ds:Transform Algorithm="${ns.ds}enveloped-signature"></ds:Transform><ds:Transform Algorithm="${ns.ec}"></ds:Transform>` +
    `</ds:Transforms><ds:DigestMethod Algorithm="${ns.xenc}sha256"></ds:DigestMethod><ds:DigestValue>${digest}</ds:DigestValue></ds:Reference>`
  const bytes = Buffer.from(`<ds:SignedInfo xmlns:ds="${ns.ds}">${info}</ds:SignedInfo>`)
  const value = sign('sha256', bytes, key).toString('base64')
  return `<ds:Signature xmlns:ds="${ns.ds}"><ds:SignedInfo>${info}</ds:SignedInfo><ds:SignatureValue>${value}</ds:SignatureValue></ds:Signature>`
}

/** The signature where it belongs: after Issuer. */
export const withSignature = (xml: string, signature: string) =>
  xml.replace('</saml:Issuer>', () => `</saml:Issuer>${signature}`)
