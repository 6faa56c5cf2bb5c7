/**
 * What an attacker writes Responses with: text and real keys, independent of the product's own writer. Left alone it makes
 * honest messages; every part can be replaced. All text is canonical already, so that what is signed here is signed right.
 */
import { createHash, createHmac, type KeyObject, sign } from 'node:crypto'
import type { KeyPair } from '../../src/protocols/keys/key-pair.ts'
import { ns } from '../../src/protocols/saml/xml/namespaces.ts'

export interface AttackContext {
  /** The identity provider that was asked, with its real key. */
  readonly idp: { readonly entityId: string; readonly key: KeyPair }
  /** Another registered identity provider, with its real key. */
  readonly otherIdp: { readonly entityId: string; readonly key: KeyPair }
  /** A key that is registered nowhere. */
  readonly rogue: KeyPair
  readonly sp: { readonly entityId: string; readonly acsUrl: string; readonly encryptionKey: KeyObject }
  /** The ID of a request that is waiting for its answer. */
  readonly inResponseTo: string
  readonly now: Date
}

export const honestName = 'https://data.gov.dk/model/core/eid/professional/uuid/11111111-1111-4111-8111-111111111111'
/** Whoever is logged in under this name has been let in by a forgery. */
export const evilName = 'https://data.gov.dk/model/core/eid/professional/uuid/66666666-6666-4666-8666-666666666666'

export const at = (c: AttackContext, seconds: number) =>
  `${new Date(c.now.getTime() + seconds * 1000).toISOString().slice(0, 19)}Z`

export const issuer = (entityId: string) => `<saml:Issuer>${entityId}</saml:Issuer>`

export const nameId = (value: string) =>
  `<saml:NameID Format="urn:oasis:names:tc:SAML:2.0:nameid-format:persistent">${value}</saml:NameID>`

export interface Confirmation {
  method?: string
  recipient?: string | null
  notOnOrAfter?: string | null
  notBefore?: string
  inResponseTo?: string | null
}

const optional = (name: string, value: string | null | undefined) => (value == null ? '' : ` ${name}="${value}"`)

export function confirmation(c: AttackContext, o: Confirmation = {}): string {
  const inResponseTo = o.inResponseTo === undefined ? c.inResponseTo : o.inResponseTo
  const notOnOrAfter = o.notOnOrAfter === undefined ? at(c, 300) : o.notOnOrAfter
  const recipient = o.recipient === undefined ? c.sp.acsUrl : o.recipient
  return (
    `<saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:${o.method ?? 'bearer'}">` +
    `<saml:SubjectConfirmationData${optional('InResponseTo', inResponseTo)}${optional('NotBefore', o.notBefore)}` +
    `${optional('NotOnOrAfter', notOnOrAfter)}${optional('Recipient', recipient)}></saml:SubjectConfirmationData>` +
    '</saml:SubjectConfirmation>'
  )
}

export const subject = (c: AttackContext, name = nameId(honestName), confirmations = confirmation(c)) =>
  `<saml:Subject>${name}${confirmations}</saml:Subject>`

export const audience = (...entityIds: string[]) =>
  `<saml:AudienceRestriction>${entityIds.map((id) => `<saml:Audience>${id}</saml:Audience>`).join('')}</saml:AudienceRestriction>`

export function conditions(
  c: AttackContext,
  inner = audience(c.sp.entityId),
  window: { notBefore?: string | null; notOnOrAfter?: string | null } = {},
): string {
  const notBefore = window.notBefore === undefined ? at(c, 0) : window.notBefore
  const notOnOrAfter = window.notOnOrAfter === undefined ? at(c, 300) : window.notOnOrAfter
  return `<saml:Conditions${optional('NotBefore', notBefore)}${optional('NotOnOrAfter', notOnOrAfter)}>${inner}</saml:Conditions>`
}

export const authentication = (c: AttackContext, attributes = ` AuthnInstant="${at(c, -5)}" SessionIndex="_session"`) =>
  `<saml:AuthnStatement${attributes}><saml:AuthnContext>` +
  '<saml:AuthnContextClassRef>https://data.gov.dk/concept/core/nsis/loa/Substantial</saml:AuthnContextClassRef>' +
  '</saml:AuthnContext></saml:AuthnStatement>'

export const attribute = (name: string, ...values: string[]) =>
  `<saml:Attribute Name="${name}" NameFormat="urn:oasis:names:tc:SAML:2.0:attrname-format:uri">` +
  `${values.map((value) => `<saml:AttributeValue>${value}</saml:AttributeValue>`).join('')}</saml:Attribute>`

/** Made up: no such organisation. */
export const honestAttributes: readonly (readonly [string, string])[] = [
  ['https://data.gov.dk/model/core/specVersion', 'OIO-SAML-3.0'],
  ['https://data.gov.dk/concept/core/nsis/loa', 'Substantial'],
  ['https://data.gov.dk/model/core/eid/professional/cvr', '99999991'],
  ['https://data.gov.dk/model/core/eid/professional/orgName', 'Opdigtet Region'],
  ['https://data.gov.dk/model/core/eid/fullName', 'Åse Opdigtet'],
]

export const attributeStatement = (inner = honestAttributes.map(([name, value]) => attribute(name, value)).join('')) =>
  `<saml:AttributeStatement>${inner}</saml:AttributeStatement>`

export interface AssertionParts {
  id?: string
  version?: string
  issueInstant?: string
  issuer?: string
  subject?: string
  conditions?: string
  authentication?: string
  attributes?: string
  /** After all else. */
  more?: string
}

export function assertion(c: AttackContext, o: AssertionParts = {}): string {
  return (
    `<saml:Assertion xmlns:saml="${ns.saml}" ID="${o.id ?? '_assertion'}" IssueInstant="${o.issueInstant ?? at(c, 0)}"` +
    ` Version="${o.version ?? '2.0'}">${o.issuer ?? issuer(c.idp.entityId)}${o.subject ?? subject(c)}` +
    `${o.conditions ?? conditions(c)}${o.authentication ?? authentication(c)}${o.attributes ?? attributeStatement()}` +
    `${o.more ?? ''}</saml:Assertion>`
  )
}

/** What the attacker would like to be believed: right in everything but the signature. */
export const evilAssertion = (c: AttackContext, parts: AssertionParts = {}) =>
  assertion(c, { id: '_evil', subject: subject(c, nameId(evilName)), ...parts })

export interface ResponseParts {
  id?: string
  version?: string
  issueInstant?: string
  destination?: string | null
  inResponseTo?: string | null
  issuer?: string
  status?: string
  /** Between Issuer and Status. */
  extensions?: string
}

export function status(code: string, inner = ''): string {
  const value = `urn:oasis:names:tc:SAML:2.0:status:${code}`
  return `<samlp:Status><samlp:StatusCode Value="${value}">${inner}</samlp:StatusCode></samlp:Status>`
}

export function response(c: AttackContext, content: string, o: ResponseParts = {}): string {
  const destination = o.destination === undefined ? c.sp.acsUrl : o.destination
  const inResponseTo = o.inResponseTo === undefined ? c.inResponseTo : o.inResponseTo
  const head = o.issuer ?? issuer(c.idp.entityId)
  return (
    `<samlp:Response xmlns:samlp="${ns.samlp}"${optional('Destination', destination)} ID="${o.id ?? '_response'}"` +
    `${optional('InResponseTo', inResponseTo)} IssueInstant="${o.issueInstant ?? at(c, 0)}" Version="${o.version ?? '2.0'}">` +
    `${head.replace('<saml:Issuer', `<saml:Issuer xmlns:saml="${ns.saml}"`)}${o.extensions ?? ''}${o.status ?? status('Success')}` +
    `${content}</samlp:Response>`
  )
}

const rsaSha256 = 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256'
const sha256 = `${ns.xenc}sha256`
export const enveloped = `<ds:Transform Algorithm="${ns.ds}enveloped-signature"></ds:Transform>`
export const exclusive = `<ds:Transform Algorithm="${ns.ec}"></ds:Transform>`

export interface SignatureParts {
  key?: KeyObject
  hash?: string
  method?: string
  /** Signs with HMAC instead, keyed with this. */
  secret?: Buffer
  pss?: boolean
  canonicalization?: string
  uri?: string | null
  /** Null for no element Transforms. */
  transforms?: string | null
  digestMethod?: string
  digestHash?: string
  digestValue?: string
  /** Within the reference, after DigestValue. */
  moreInReference?: string
  /** Within SignatureMethod, DigestMethod. */
  inMethods?: string
  /** After the first reference. */
  moreReferences?: string
  keyInfo?: string
  /** After KeyInfo. */
  object?: string
}

/** A signature over `signed`, which must be canonical and without one yet; by the asked provider's key unless told otherwise. */
export function signature(c: AttackContext, signed: string, o: SignatureParts = {}): string {
  const id = / ID="([^"]*)"/.exec(signed)?.[1] ?? ''
  const digest =
    o.digestValue ??
    createHash(o.digestHash ?? 'sha256')
      .update(signed)
      .digest('base64')
  const info =
    `<ds:CanonicalizationMethod Algorithm="${o.canonicalization ?? ns.ec}"></ds:CanonicalizationMethod>` +
    `<ds:SignatureMethod Algorithm="${o.method ?? rsaSha256}">${o.inMethods ?? ''}</ds:SignatureMethod>` +
    `${reference(o.uri === undefined ? `#${id}` : o.uri, digest, o)}${o.moreReferences ?? ''}`
  const bytes = Buffer.from(`<ds:SignedInfo xmlns:ds="${ns.ds}">${info}</ds:SignedInfo>`)
  const value = o.secret
    ? createHmac(o.hash ?? 'sha256', o.secret)
        .update(bytes)
        .digest()
    : sign(o.hash ?? 'sha256', bytes, {
        key: o.key ?? c.idp.key.privateKey,
        dsaEncoding: 'ieee-p1363',
        ...(o.pss ? { padding: 6, saltLength: 32 } : {}),
      })
  const keyInfo =
    o.keyInfo ?? `<ds:X509Data><ds:X509Certificate>${c.idp.key.certificateBase64}</ds:X509Certificate></ds:X509Data>`
  return (
    `<ds:Signature xmlns:ds="${ns.ds}"><ds:SignedInfo>${info}</ds:SignedInfo>` +
    `<ds:SignatureValue>${value.toString('base64')}</ds:SignatureValue><ds:KeyInfo>${keyInfo}</ds:KeyInfo>${o.object ?? ''}</ds:Signature>`
  )
}

export function reference(uri: string | null, digest: string, o: SignatureParts = {}): string {
  return (
    `<ds:Reference${optional('URI', uri)}>${o.transforms === null ? '' : `<ds:Transforms>${o.transforms ?? enveloped + exclusive}</ds:Transforms>`}` +
    `<ds:DigestMethod Algorithm="${o.digestMethod ?? sha256}">${o.inMethods ?? ''}</ds:DigestMethod>` +
    `<ds:DigestValue>${digest}</ds:DigestValue>${o.moreInReference ?? ''}</ds:Reference>`
  )
}

/** Puts a signature where it belongs: after the first Issuer. */
export const insert = (xml: string, signatureXml: string) =>
  xml.replace('</saml:Issuer>', () => `</saml:Issuer>${signatureXml}`)

export const signed = (c: AttackContext, xml: string, o: SignatureParts = {}) => insert(xml, signature(c, xml, o))

/** The honest answer in clear: a signed assertion in an unsigned Response. */
export const honestAnswer = (c: AttackContext) => response(c, signed(c, assertion(c)))
