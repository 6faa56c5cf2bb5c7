/** Identifiers and secrets. Randomness enters the program here and nowhere else. */
import { createHash, randomBytes, randomInt } from 'node:crypto'

export interface Ids {
  /** A UUID version 7 (RFC 9562 §5.7): sorts by time, so indexes stay compact. */
  uuid(): string
  /** 256 random bits, base64url: cookies, browser bindings. */
  secret(): string
  /** An XML `ID` of 160 random bits that is a valid NCName (SAML core §1.3.4 asks for at least 128). */
  xmlId(): string
  /** Eight characters a person can read out on the phone, without I, L, O and U: `4F7K92QD`. */
  reference(): string
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Whether a text from outside can be the id of a row. */
export function isUuid(text: string): boolean {
  return uuid.test(text)
}

/**
 * The id of the row that a form adds, from the form's own number and whose form it is: a form sent twice is about one row,
 * and a number copied from anywhere leads to nobody else's row, nor tells whether there is one. (RFC 9562 §5.8; security D2)
 */
export function rowOfForm(formId: string, ...whose: string[]): string {
  const hash = createHash('sha256').update(JSON.stringify([formId, ...whose]))
  return asUuid(hash.digest().subarray(0, 16), 8)
}

const readable = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

export const randomIds: Ids = {
  uuid: () => {
    const bytes = randomBytes(16)
    bytes.writeUIntBE(Date.now(), 0, 6)
    return asUuid(bytes, 7)
  },
  secret: () => randomBytes(32).toString('base64url'),
  xmlId: () => `_${randomBytes(20).toString('hex')}`,
  reference: () => Array.from({ length: 8 }, () => readable[randomInt(readable.length)]).join(''),
}

/** Sixteen bytes with the version and the variant written into them (RFC 9562 §4). */
function asUuid(bytes: Buffer, version: number): string {
  bytes[6] = (version << 4) | ((bytes[6] ?? 0) & 0x0f)
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f)
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
