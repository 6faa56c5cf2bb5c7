/**
 * The HTTP Redirect binding (SAML bindings §3.4): a message deflated into a query string, signed beside the message
 * rather than in it. The signature covers the parameters exactly as they were sent, so the raw query is what is read.
 */
import type { KeyObject } from 'node:crypto'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { Outbound } from '../../../brokering/ports.ts'
import { MessageRefused } from '../message-refused.ts'
import { type EcdsaForm, signatureAlgorithm } from '../xml/algorithms.ts'
import { requestLimits } from '../xml/scan-xml.ts'
import { algorithmFor, type SigningKey, signBytes, verifyBytes } from '../xml/signed-bytes.ts'
import { base64Bytes, checkedRelayState, type MessageParameter, onlyMessage } from './message-parameter.ts'

/** A message as it came, inflated; nobody has vouched for it before `verifyRedirect` has returned. */
export type RedirectMessage = {
  readonly parameter: MessageParameter
  readonly xml: Buffer
  readonly relayState: string | undefined
  readonly signature: RedirectSignature | undefined
}

type RedirectSignature = {
  /** A name that is on the list of algorithms. */
  readonly algorithm: string
  readonly value: Buffer
  /** The octets that were signed: the sender's own spelling, put in the order the binding prescribes (§3.4.4.1). */
  readonly signed: Buffer
}

const names = ['SAMLRequest', 'SAMLResponse', 'RelayState', 'SigAlg', 'Signature', 'SAMLEncoding'] as const
const deflate = 'urn:oasis:names:tc:SAML:2.0:bindings:URL-Encoding:DEFLATE'

/** A message that inflates to what we allow is far below this, so there is nothing to gain from looking at more. */
const queryLimit = 128 * 1024

/** Reads the query string as it was received, with or without its question mark. Other parameters are let be. */
export function decodeRedirect(rawQuery: string): RedirectMessage {
  if (rawQuery.length > queryLimit) throw new MessageRefused('transport-too-large', 'query')
  const raw = rawParameters(rawQuery)
  const decoded = (name: Name) => decodeParameter(name, raw.get(name))

  const encoding = decoded('SAMLEncoding')
  if (encoding !== undefined && encoding !== deflate) throw new MessageRefused('transport-malformed', 'SAMLEncoding')
  const { parameter, value } = onlyMessage(decoded('SAMLRequest'), decoded('SAMLResponse'))
  return {
    parameter,
    relayState: checkedRelayState(decoded('RelayState')),
    signature: readSignature(raw, parameter, decoded('SigAlg'), decoded('Signature')),
    xml: inflate(base64Bytes(value, parameter)),
  }
}

/** Returns when one of the sender's registered keys signed the message; refuses it otherwise. */
export function verifyRedirect({ signature }: RedirectMessage, keys: readonly KeyObject[]): void {
  if (signature === undefined) throw new MessageRefused('signature-missing')
  const { algorithm, value, signed } = signature
  verifyBytes(signed, value, algorithm, keys, ecdsaForm(value))
}

/**
 * XML Signature writes an ECDSA value as r and s side by side, and so does SEB (RFC 9231 §2.3.6). Java's and .NET's
 * libraries put their own DER form into the query. A DER value has a length that no side-by-side value has, or else
 * it does not begin as DER does; reading both gives nobody a second way to sign.
 */
function ecdsaForm(value: Buffer): EcdsaForm {
  return value[0] === 0x30 && value.length !== 64 && value.length !== 96 && value.length !== 132 ? 'der' : 'ieee-p1363'
}

export type RedirectToSend = {
  parameter: MessageParameter
  xml: string
  destination: URL
  relayState?: string | undefined
  signWith: SigningKey
}

/** The address to send the browser to: message, RelayState, algorithm and signature, in that order. */
export function encodeRedirect({ parameter, xml, destination, relayState, signWith }: RedirectToSend): Outbound {
  const parts = [[parameter, deflateRawSync(xml).toString('base64')]]
  if (checkedRelayState(relayState) !== undefined) parts.push(['RelayState', relayState ?? ''])
  parts.push(['SigAlg', algorithmFor(signWith.privateKey).uri])
  const signed = parts.map(([name = '', value = '']) => `${name}=${escapeValue(value)}`).join('&')
  const signature = signBytes(signed, signWith.privateKey).toString('base64')

  const url = new URL(destination)
  url.hash = ''
  // The URL class must not touch the signed octets; `escapeValue` leaves nothing in them that it would spell otherwise.
  return {
    kind: 'redirect',
    url: new URL(`${url.href}${url.search ? '&' : '?'}${signed}&Signature=${escapeValue(signature)}`),
  }
}

/** Like `encodeURIComponent`, and the apostrophe too, which the URL class escapes in a query by itself. */
function escapeValue(value: string): string {
  return encodeURIComponent(value).replaceAll("'", '%27')
}

type Name = (typeof names)[number]

/** The binding's own parameters as they were spelt. A doubled one, or one whose name is written in escapes, is a refusal. */
function rawParameters(rawQuery: string): ReadonlyMap<Name, string> {
  const found = new Map<Name, string>()
  for (const part of rawQuery.replace(/^\?/, '').split('&')) {
    const equals = part.indexOf('=')
    const spelt = equals < 0 ? part : part.slice(0, equals)
    const name = names.find((known) => known === decodeName(spelt))
    if (name === undefined) continue
    if (spelt !== name || equals < 0 || found.has(name))
      throw new MessageRefused('transport-malformed', `${name} in query`)
    found.set(name, part.slice(equals + 1))
  }
  return found
}

function decodeName(spelt: string): string {
  return spelt.includes('%') ? (unescaped(spelt) ?? spelt) : spelt
}

function decodeParameter(name: Name, spelt: string | undefined): string | undefined {
  if (spelt === undefined) return undefined
  const value = unescaped(spelt)
  if (value === undefined) throw new MessageRefused('transport-malformed', `${name} is not escaped UTF-8`)
  return value
}

function unescaped(spelt: string): string | undefined {
  try {
    return decodeURIComponent(spelt.replaceAll('+', ' '))
  } catch {
    return undefined
  }
}

function readSignature(
  raw: ReadonlyMap<Name, string>,
  parameter: MessageParameter,
  algorithm: string | undefined,
  value: string | undefined,
): RedirectSignature | undefined {
  if (algorithm === undefined && value === undefined) return undefined
  if (algorithm === undefined || value === undefined) throw new MessageRefused('signature-malformed', 'only half of it')
  signatureAlgorithm(algorithm) // refuses what is not on the list
  const signed = ([parameter, 'RelayState', 'SigAlg'] as const)
    .filter((name) => raw.has(name))
    .map((name) => `${name}=${raw.get(name)}`)
    .join('&')
  return { algorithm, value: base64Bytes(value, 'Signature'), signed: Buffer.from(signed, 'utf8') }
}

/** Stops inflating at the limit instead of cutting there: a deflate bomb costs no more than an honest message (G20). */
function inflate(compressed: Buffer): Buffer {
  try {
    return inflateRawSync(compressed, { maxOutputLength: requestLimits.bytes })
  } catch (error) {
    const tooLarge = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
    throw new MessageRefused(tooLarge ? 'transport-too-large' : 'transport-malformed', 'DEFLATE', { cause: error })
  }
}
