/**
 * One linear pass over the raw bytes before any parser sees them: refuses what no SAML message needs (DOCTYPE, processing
 * instructions, CDATA, comments, other encodings) and what would cost too much (size, depth, elements, attributes).
 */
import { isUtf8 } from 'node:buffer'
import { MessageRefused } from '../message-refused.ts'

export interface XmlLimits {
  readonly bytes: number
  readonly depth: number
  readonly elements: number
  /** Namespace declarations included. */
  readonly attributes: number
  /** Hand-written metadata has comments and may begin with a byte order mark; messages have neither. */
  readonly editedByHand: boolean
}

/** A Response with one assertion: 7 kB is usual, a long privilege list makes it 100. */
export const responseLimits: XmlLimits = {
  bytes: 512 * 1024,
  depth: 50,
  elements: 1000,
  attributes: 3000,
  editedByHand: false,
}

/** AuthnRequest, LogoutRequest and LogoutResponse. */
export const requestLimits: XmlLimits = { ...responseLimits, bytes: 64 * 1024 }

/** One EntityDescriptor, perhaps written by a person. */
export const metadataLimits: XmlLimits = {
  bytes: 1024 * 1024,
  depth: 50,
  elements: 5000,
  attributes: 15000,
  editedByHand: true,
}

const lessThan = 0x3c
const greaterThan = 0x3e
const slash = 0x2f
const exclamation = 0x21
const question = 0x3f
const doubleQuote = 0x22
const singleQuote = 0x27

/** Only this much may stand in an XML declaration (XML 1.0 §2.8); an encoding, if named, is UTF-8. */
const declaration =
  /^<\?xml[ \t\r\n]+version[ \t\r\n]*=[ \t\r\n]*(?:"1\.0"|'1\.0')(?:[ \t\r\n]+encoding[ \t\r\n]*=[ \t\r\n]*(?:"utf-8"|'utf-8'))?(?:[ \t\r\n]+standalone[ \t\r\n]*=[ \t\r\n]*(?:"(?:yes|no)"|'(?:yes|no)'))?[ \t\r\n]*\?>/i

/** Returns the bytes to parse: the same, without a byte order mark where that is allowed. */
export function scanXml(received: Uint8Array, limits: XmlLimits): Uint8Array {
  if (received.length > limits.bytes) throw new MessageRefused('xml-too-large', `${received.length} bytes`)
  const bytes = limits.editedByHand ? withoutByteOrderMark(received) : received
  // UTF-16, UTF-32, EBCDIC and a byte order mark all begin otherwise; XML allows white space only when nothing is declared.
  let at = bytes[0] === lessThan ? 0 : skipWhiteSpace(bytes)
  if (!isUtf8(bytes)) throw new MessageRefused('xml-encoding', 'not UTF-8')

  if (at === 0 && bytes[1] === question) at = skipDeclaration(bytes)
  let depth = 0
  let elements = 0
  let attributes = 0
  for (;;) {
    at = bytes.indexOf(lessThan, at)
    if (at === -1) break
    const next = bytes[at + 1]
    if (next === question) throw new MessageRefused('xml-processing-instruction')
    if (next === exclamation) {
      at = skipComment(bytes, at, limits)
    } else if (next === slash) {
      depth -= 1
      at += 2
    } else {
      elements += 1
      depth += 1
      if (elements > limits.elements) throw new MessageRefused('xml-too-many-elements')
      if (depth > limits.depth) throw new MessageRefused('xml-too-deep')
      for (at += 1; bytes[at] !== greaterThan; at += 1) {
        const byte = bytes[at]
        if (byte === doubleQuote || byte === singleQuote) {
          attributes += 1
          if (attributes > limits.attributes) throw new MessageRefused('xml-too-many-attributes')
          at = endOfValue(bytes, at, byte)
        } else if (byte === undefined || byte === lessThan) {
          throw new MessageRefused('xml-malformed', 'unfinished tag')
        }
      }
      if (bytes[at - 1] === slash) depth -= 1
    }
  }
  return bytes
}

/** Where the value that begins with this quote ends. `<` may not stand in it, so no tag can hide there (XML 1.0 §3.1). */
function endOfValue(bytes: Uint8Array, start: number, quote: number): number {
  for (let at = start + 1; at < bytes.length; at += 1) {
    const byte = bytes[at]
    if (byte === quote) return at
    if (byte === lessThan) break
  }
  throw new MessageRefused('xml-malformed', 'unfinished attribute value')
}

function skipWhiteSpace(bytes: Uint8Array): number {
  let at = 0
  while (at < bytes.length && [0x20, 0x09, 0x0a, 0x0d].includes(bytes[at] ?? 0)) at += 1
  if (bytes[at] !== lessThan) throw new MessageRefused('xml-encoding', 'does not begin with an element')
  return at
}

function skipDeclaration(bytes: Uint8Array): number {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 200)).toString('latin1')
  const found = declaration.exec(head)
  if (found !== null) return found[0].length
  if (/^<\?xml[ \t\r\n]/.test(head)) throw new MessageRefused('xml-encoding', 'XML declaration')
  throw new MessageRefused('xml-processing-instruction')
}

function skipComment(bytes: Uint8Array, at: number, limits: XmlLimits): number {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  if (text.toString('latin1', at, at + 9) === '<![CDATA[') throw new MessageRefused('xml-cdata')
  if (text.toString('latin1', at, at + 4) !== '<!--') throw new MessageRefused('xml-doctype')
  if (!limits.editedByHand) throw new MessageRefused('xml-comment')
  const end = text.indexOf('-->', at + 4)
  if (end === -1) throw new MessageRefused('xml-malformed', 'unfinished comment')
  return end + 3
}

function withoutByteOrderMark(bytes: Uint8Array): Uint8Array {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes
}
