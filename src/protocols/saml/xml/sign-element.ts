/** Signs an element SEB is about to send. SEB writes canonical form, so nothing is parsed to be signed. (SAML core §5.4) */
import { createHash } from 'node:crypto'
import { digestSha256, envelopedSignature, exclusiveCanonicalization } from './algorithms.ts'
import { canonicalize } from './canonicalize.ts'
import { ns } from './namespaces.ts'
import { algorithmFor, type SigningKey, signBytes } from './signed-bytes.ts'
import { element, withChild } from './write-xml.ts'
import type { XmlElement } from './xml-element.ts'

/** The same element with an enveloped signature where the schema has it: after Issuer; in metadata, first. */
export function signElement(unsigned: XmlElement, key: SigningKey): XmlElement {
  const id = unsigned.attribute('ID')
  if (id === undefined || id === '') throw new TypeError(`${unsigned.name} has no ID to sign`)
  const first = unsigned.nodes[0]
  const afterIssuer = first !== undefined && typeof first !== 'string' && first.is(ns.saml, 'Issuer')
  if (!afterIssuer && unsigned.namespace !== ns.md)
    throw new TypeError(`${unsigned.name} does not begin with its Issuer`)

  const digest = createHash(digestSha256.hash).update(canonicalize(unsigned)).digest('base64')
  const signedInfo = element(
    'ds:SignedInfo',
    {},
    element('ds:CanonicalizationMethod', { Algorithm: exclusiveCanonicalization }),
    element('ds:SignatureMethod', { Algorithm: algorithmFor(key.privateKey).uri }),
    element(
      'ds:Reference',
      { URI: `#${id}` },
      element(
        'ds:Transforms',
        {},
        element('ds:Transform', { Algorithm: envelopedSignature }),
        element('ds:Transform', { Algorithm: exclusiveCanonicalization }),
      ),
      element('ds:DigestMethod', { Algorithm: digestSha256.uri }),
      element('ds:DigestValue', {}, digest),
    ),
  )
  const value = signBytes(canonicalize(signedInfo), key.privateKey).toString('base64')
  const signature = element(
    'ds:Signature',
    {},
    signedInfo,
    element('ds:SignatureValue', {}, value),
    element('ds:KeyInfo', {}, element('ds:X509Data', {}, element('ds:X509Certificate', {}, key.certificateBase64))),
  )
  return withChild(unsigned, signature, afterIssuer ? 1 : 0)
}
