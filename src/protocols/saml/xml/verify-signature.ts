/**
 * Verifies the XML signature on one element and returns what was signed: the element read again from the very bytes whose
 * digest was verified. Nothing else of the document may be believed. (SAML core §5.4, XML Signature 1.1 §3.2)
 */
import { createHash, type KeyObject } from 'node:crypto'
import { MessageRefused } from '../message-refused.ts'
import { digestAlgorithm, envelopedSignature, exclusiveCanonicalization } from './algorithms.ts'
import { decodeBase64 } from './base64.ts'
import { canonicalize } from './canonicalize.ts'
import { ns } from './namespaces.ts'
import { parseXml } from './parse-xml.ts'
import type { XmlLimits } from './scan-xml.ts'
import { verifyBytes } from './signed-bytes.ts'
import type { XmlElement } from './xml-element.ts'

export interface VerifiedElement {
  /** The signed element without its signature, parsed from `canonical`. Read everything from here. */
  readonly element: XmlElement
  /** The bytes whose digest the signature covers. */
  readonly canonical: Uint8Array
  /** The one of the given keys that made the signature. */
  readonly key: KeyObject
}

/** Whether the element bears a signature of its own, right or wrong. */
export function isSigned(element: XmlElement): boolean {
  return element.children(ns.ds, 'Signature').length > 0
}

/**
 * `keys` are those registered for the sender; what the message says about keys (KeyInfo) is never looked at (G14).
 * `signed` may be any element of a parsed document that carries an attribute `ID`.
 */
export function verifySignature(signed: XmlElement, keys: readonly KeyObject[], limits?: XmlLimits): VerifiedElement {
  const signature = onlySignature(signed)
  const parts = signatureParts(signature)

  // First the signature over SignedInfo; then SignedInfo is read from the bytes that were verified (CVE-2025-29774, -29775).
  const { prefixes } = canonicalizationMethod(parts.signedInfo.child(ns.ds, 'CanonicalizationMethod'))
  const signedInfoBytes = Buffer.from(canonicalize(parts.signedInfo, { inclusivePrefixes: prefixes }))
  const algorithm = parts.signedInfo.child(ns.ds, 'SignatureMethod').requiredAttribute('Algorithm')
  const key = verifyBytes(signedInfoBytes, base64(parts.signatureValue), algorithm, keys)

  const reference = readReference(parseXml(signedInfoBytes, limits), signed.attribute('ID'))
  const canonical = Buffer.from(canonicalize(signed, { without: signature, inclusivePrefixes: reference.prefixes }))
  const digest = createHash(reference.digest.hash).update(canonical).digest()
  if (!digest.equals(reference.digestValue)) throw new MessageRefused('signature-digest')

  return { element: parseXml(canonical, limits), canonical, key }
}

/** Exactly one signature, a direct child, where the schema has it: after Issuer; in metadata, first. */
function onlySignature(signed: XmlElement): XmlElement {
  const found = signed.children(ns.ds, 'Signature')
  const [signature] = found
  if (signature === undefined) throw new MessageRefused('signature-missing', signed.name)
  if (found.length > 1) throw new MessageRefused('signature-malformed', `${found.length} signatures`)
  const [first, second] = signed.elements
  const inPlace = signed.namespace === ns.md ? first : first?.is(ns.saml, 'Issuer') ? second : undefined
  if (inPlace !== signature) throw new MessageRefused('signature-malformed', 'not where the schema has it')
  return signature
}

interface SignatureParts {
  readonly signedInfo: XmlElement
  readonly signatureValue: XmlElement
}

/** SignedInfo, SignatureValue and perhaps KeyInfo, in this order and nothing else: no ds:Object to hide things in (G2, G3). */
function signatureParts(signature: XmlElement): SignatureParts {
  const [signedInfo, signatureValue, keyInfo, ...more] = signature.elements
  if (
    signedInfo === undefined ||
    signatureValue === undefined ||
    !signedInfo.is(ns.ds, 'SignedInfo') ||
    !signatureValue.is(ns.ds, 'SignatureValue') ||
    (keyInfo !== undefined && !keyInfo.is(ns.ds, 'KeyInfo')) ||
    more.length > 0
  ) {
    throw new MessageRefused('signature-malformed', 'parts of ds:Signature')
  }
  for (const { namespace } of signature.descendants()) {
    if (namespace === ns.saml || namespace === ns.samlp) {
      throw new MessageRefused('signature-malformed', 'SAML within ds:Signature')
    }
  }
  return { signedInfo, signatureValue }
}

function readReference(signedInfo: XmlElement, id: string | undefined) {
  const [canonicalization, method, reference, ...more] = signedInfo.elements
  if (
    canonicalization === undefined ||
    method === undefined ||
    reference === undefined ||
    !canonicalization.is(ns.ds, 'CanonicalizationMethod') ||
    !method.is(ns.ds, 'SignatureMethod') ||
    method.elements.length > 0 ||
    !reference.is(ns.ds, 'Reference') ||
    more.length > 0
  ) {
    throw new MessageRefused('signature-reference', 'parts of ds:SignedInfo')
  }
  const uri = reference.requiredAttribute('URI')
  if (id === undefined || id === '' || uri !== `#${id}`) {
    throw new MessageRefused('signature-reference', 'does not refer to the element it stands in')
  }
  const [transforms, digestMethod, digestValue, ...rest] = reference.elements
  if (
    transforms === undefined ||
    digestMethod === undefined ||
    digestValue === undefined ||
    !transforms.is(ns.ds, 'Transforms') ||
    !digestMethod.is(ns.ds, 'DigestMethod') ||
    digestMethod.elements.length > 0 ||
    !digestValue.is(ns.ds, 'DigestValue') ||
    rest.length > 0
  ) {
    throw new MessageRefused('signature-reference', 'parts of ds:Reference')
  }
  const digest = digestAlgorithm(digestMethod.requiredAttribute('Algorithm'))
  const value = base64(digestValue)
  if (value.length !== digest.bytes) throw new MessageRefused('signature-malformed', 'length of DigestValue')
  return { digest, digestValue: value, prefixes: readTransforms(transforms) }
}

/** Enveloped signature, then exclusive canonicalisation; nothing that computes (SAML core §5.4.4, CVE-2022-47966). */
function readTransforms(transforms: XmlElement): readonly string[] {
  const [enveloped, exclusive, ...more] = transforms.elements
  if (
    enveloped === undefined ||
    exclusive === undefined ||
    more.length > 0 ||
    !enveloped.is(ns.ds, 'Transform') ||
    enveloped.attribute('Algorithm') !== envelopedSignature ||
    enveloped.elements.length > 0 ||
    !exclusive.is(ns.ds, 'Transform')
  ) {
    throw new MessageRefused('signature-transform')
  }
  return canonicalizationMethod(exclusive).prefixes
}

/** More prefixes than any peer has use for would be an attempt to make the canonical form expensive (G13). */
const mostPrefixes = 16

/** Reads the algorithm and InclusiveNamespaces PrefixList of a CanonicalizationMethod or Transform. */
function canonicalizationMethod(method: XmlElement): { prefixes: readonly string[] } {
  const algorithm = method.requiredAttribute('Algorithm')
  if (algorithm !== exclusiveCanonicalization) {
    throw new MessageRefused('signature-transform', `canonicalisation ${algorithm.slice(0, 100)}`)
  }
  const [inclusive, ...more] = method.elements
  if (inclusive === undefined) return { prefixes: [] }
  if (more.length > 0 || !inclusive.is(ns.ec, 'InclusiveNamespaces')) throw new MessageRefused('signature-transform')
  const prefixes = (inclusive.attribute('PrefixList') ?? '').split(/[ \t\r\n]+/).filter((prefix) => prefix !== '')
  if (prefixes.length > mostPrefixes) throw new MessageRefused('signature-transform', `${prefixes.length} prefixes`)
  return { prefixes: prefixes.map((prefix) => (prefix === '#default' ? '' : prefix)) }
}

function base64(element: XmlElement): Buffer {
  const bytes = decodeBase64(element.text)
  if (bytes === undefined) throw new MessageRefused('signature-malformed', `base64 of ${element.name}`)
  return bytes
}
