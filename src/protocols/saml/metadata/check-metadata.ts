/**
 * Looks at a service's metadata as `readMetadata` does, with the same readers, but piece by piece: everything that is wrong is
 * told at once, and what is good as well. What has no fault here is what can be registered.
 */
import { X509Certificate } from 'node:crypto'
import {
  endsSoon,
  isFault,
  type MetadataFault,
  type MetadataFinding,
  type MetadataReading,
} from '../../../services/metadata-reading.ts'
import { MessageRefused, type RefusalReason } from '../message-refused.ts'
import { readRegistration, requireEncryptionKey } from '../register-party.ts'
import { booleanAttribute } from '../typed-attributes.ts'
import { ns } from '../xml/namespaces.ts'
import { parseXml } from '../xml/parse-xml.ts'
import { metadataLimits } from '../xml/scan-xml.ts'
import type { XmlElement } from '../xml/xml-element.ts'
import type { PartyKey } from './party-metadata.ts'
import { acsElements, readAcsEndpoint, readAcsEndpoints, readEndpoints } from './read-endpoints.ts'
import { findEntity, onlyRole, readEntityId, readValidUntil } from './read-metadata.ts'
import { readKeyDescriptor, requireSigningKey } from './read-party-keys.ts'
import { readAttributeLists, words } from './read-presentation.ts'
import { MetadataRefused, refuseMetadata } from './refuse-metadata.ts'

type Settings = { encryptAssertion: boolean }

/** The formats of names that SEB sends services (OIOSAML 3 §5.3.1). */
const nameIdFormats = [
  'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent',
  'urn:oasis:names:tc:SAML:2.0:nameid-format:transient',
]

export function checkMetadata(xml: string, settings: Settings, now: Date): MetadataReading {
  const findings = new Findings()
  if (!/^\uFEFF?\s*</.test(xml)) {
    findings.add('not-xml')
    return { findings: findings.list, metadata: null }
  }
  const path = findings.try(() => findEntity(parseXml(xml, metadataLimits), undefined))
  const entity = path?.at(-1)
  if (path && entity) checkEntity(findings, path, entity, settings, now)
  // The reader that registers has the last word.
  const metadata = findings.faulty
    ? null
    : findings.try(() => readRegistration(Buffer.from(xml), { party: 'service', settings }, now))
  return { findings: findings.list, metadata: findings.faulty ? null : (metadata ?? null) }
}

/** Tries one reading after the other, and keeps what each fell on. */
class Findings {
  readonly list: MetadataFinding[] = []

  get faulty(): boolean {
    return this.list.some(isFault)
  }

  try<Result>(read: () => Result): Result | undefined {
    try {
      return read()
    } catch (error) {
      if (error instanceof MetadataRefused) this.add(error.refusal, error.values)
      else if (error instanceof MessageRefused) this.add(faultOf(error.reason), { detail: error.detail })
      else throw error
      return undefined
    }
  }

  /** The same thing in two places is said once. */
  add(code: MetadataFinding['code'], values: Readonly<Record<string, string>> = {}): void {
    const same = JSON.stringify([code, values])
    if (!this.list.some((one) => JSON.stringify([one.code, one.values]) === same)) this.list.push({ code, values })
  }
}

function faultOf(reason: RefusalReason): MetadataFault {
  switch (reason) {
    case 'xml-malformed':
      return 'not-xml'
    case 'xml-doctype':
      return 'doctype'
    case 'xml-encoding':
      return 'encoding'
    case 'xml-too-large':
    case 'xml-too-deep':
    case 'xml-too-many-elements':
    case 'xml-too-many-attributes':
      return 'too-large'
    case 'request-malformed':
    case 'time-malformed':
    case 'xml-structure':
      return 'xml-value'
    default:
      return 'xml-not-allowed'
  }
}

function checkEntity(
  findings: Findings,
  path: readonly XmlElement[],
  entity: XmlElement,
  settings: Settings,
  now: Date,
): void {
  const entityId = findings.try(() => readEntityId(entity))
  if (entityId !== undefined) findings.add('entity-id', { entityId })
  const role = findings.try(() => onlyRole(entity, 'SPSSODescriptor'))
  const ends = findings.try(() => readValidUntil([...path, role], now))
  if (ends) findings.add('ends', { date: ends.slice(0, 10) })
  if (role) {
    checkKeys(findings, role, settings, now)
    checkAddresses(findings, role)
    checkManners(findings, role)
  } else if (!findings.faulty) {
    const provider = findings.try(() => onlyRole(entity, 'IDPSSODescriptor'))
    findings.try(() => refuseMetadata(provider ? 'not-a-service' : 'no-role'))
  }
}

function checkKeys(findings: Findings, role: XmlElement, settings: Settings, now: Date): void {
  const descriptors = role.children(ns.md, 'KeyDescriptor')
  const read = descriptors.map((descriptor) => findings.try(() => readKeyDescriptor(descriptor, now)))
  const keys = read.flatMap((some) => some ?? [])
  // A key that is there but cannot be used has been told of already.
  if (!read.includes(undefined)) {
    findings.try(() => requireSigningKey(keys, role.name))
    if (settings.encryptAssertion) findings.try(() => requireEncryptionKey({ keys }))
  }
  for (const key of keys) tellKey(findings, key, now)
}

function tellKey(findings: Findings, key: PartyKey, now: Date): void {
  const certificate = new X509Certificate(Buffer.from(key.certificate, 'base64'))
  const values = { serial: certificate.serialNumber, date: certificate.validToDate.toISOString().slice(0, 10) }
  if (endsSoon({ validUntil: certificate.validToDate }, now)) {
    findings.add('certificate-expires-soon', values)
    return
  }
  if (key.use !== 'encryption') findings.add('signing-key', values)
  if (key.use !== 'signing') findings.add('encryption-key', values)
}

function checkAddresses(findings: Findings, role: XmlElement): void {
  const elements = findings.try(() => acsElements(role)) ?? []
  const read = elements.map((each) => findings.try(() => readAcsEndpoint(each)))
  for (const endpoint of read) if (endpoint) findings.add('acs', { address: endpoint.location })
  if (!read.includes(undefined)) findings.try(() => readAcsEndpoints(role))
  const logOut = findings.try(() => readEndpoints(role, 'SingleLogoutService'))
  if (logOut?.length === 0) findings.add('log-out-missing')
  for (const { location } of logOut ?? []) findings.add('log-out', { address: location })
}

/** What OIOSAML 3 asks of a service, and what SEB does with it. */
function checkManners(findings: Findings, role: XmlElement): void {
  if (findings.try(() => booleanAttribute(role, 'AuthnRequestsSigned') ?? false) === false)
    findings.add('requests-unsigned')
  if (findings.try(() => booleanAttribute(role, 'WantAssertionsSigned') ?? false) === false)
    findings.add('assertions-unsigned')
  const formats = words(role, 'NameIDFormat')
  if (formats.length > 0 && !formats.some((format) => nameIdFormats.includes(format)))
    findings.add('name-id-format', { formats: formats.join(' ').slice(0, 300) })
  const lists = findings.try(() => readAttributeLists(role))
  const asked = new Set(lists?.flatMap(({ attributes }) => attributes.map(({ name }) => name)))
  if (lists && asked.size === 0) findings.add('attributes-missing')
  else if (lists) findings.add('attributes', { count: String(asked.size) })
}
