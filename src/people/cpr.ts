/**
 * CPR numbers: encrypted where they are kept, and found by a keyed hash. There are only some tens of millions of them, so
 * a hash without a key would be no protection. In clear they exist only between reading and sealing.
 */
import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'

export interface CprKeys {
  /** 32 bytes for AES-256-GCM. */
  encryption: Uint8Array
  /** 32 bytes for HMAC-SHA-256. */
  hash: Uint8Array
}

/** Ten digits, the first six a day and month (replacement numbers add 60 to the day), with or without the hyphen. */
export const cprPattern = /^(0[1-9]|[12]\d|3[01]|6[1-9]|[78]\d|9[01])(0[1-9]|1[0-2])\d{2}-?\d{4}$/

/** Names the format, so that a later one can be told from it. */
const version = '1.'
const purpose = Buffer.from('seb cpr 1')

/** The number encrypted: different every time, so equal numbers cannot be seen to be equal. */
export function sealCpr(keys: CprKeys, cpr: string): string {
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keys.encryption, iv).setAAD(purpose)
  const sealed = Buffer.concat([iv, cipher.update(cpr, 'utf8'), cipher.final(), cipher.getAuthTag()])
  return version + sealed.toString('base64url')
}

/** The number in clear. Throws when it was sealed with another key or has been changed. */
export function openCpr(keys: CprKeys, sealed: string): string {
  if (!sealed.startsWith(version)) throw new Error('sealed CPR number of an unknown format')
  const bytes = Buffer.from(sealed.slice(version.length), 'base64url')
  const decipher = createDecipheriv('aes-256-gcm', keys.encryption, bytes.subarray(0, 12), { authTagLength: 16 })
  decipher.setAAD(purpose).setAuthTag(bytes.subarray(-16))
  return Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]).toString('utf8')
}

/** What the number is found by: always the same for one number and one key. */
export function hashCpr(keys: CprKeys, cpr: string): string {
  return createHmac('sha256', keys.hash).update(cpr).digest('base64url')
}
