/**
 * CPR numbers: encrypted where they are kept, and found by a keyed hash. There are only some tens of millions of them, so
 * a hash without a key would be no protection. In clear they exist only between reading and sealing.
 */
import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto'

/** They are changed together. */
export interface CprKeyPair {
  /** 32 bytes for AES-256-GCM. */
  encryption: Uint8Array
  /** 32 bytes for HMAC-SHA-256. */
  hash: Uint8Array
}

export interface CprKeys extends CprKeyPair {
  /** The pair to come or the pair before: what it sealed is read, and nothing is sealed with it. */
  other?: CprKeyPair | undefined
}

/** Ten digits, the first six a day and month (replacement numbers add 60 to the day), with or without the hyphen. */
export const cprPattern = /^(0[1-9]|[12]\d|3[01]|6[1-9]|[78]\d|9[01])(0[1-9]|1[0-2])\d{2}-?\d{4}$/

/** The first format did not say which keys sealed a number. */
const firstFormat = '1.'
const purpose = Buffer.from('seb cpr 1')
const ivLength = 12
const tagLength = 16

/** What every number sealed by this pair of keys begins with: the format, and which pair it was. */
export function sealedBy({ encryption, hash }: CprKeyPair): string {
  const name = createHash('sha256').update('seb cpr keys').update(encryption).update(hash).digest('hex').slice(0, 12)
  return `2.${name}.`
}

/** The number encrypted: different every time, so equal numbers cannot be seen to be equal. */
export function sealCpr(keys: CprKeys, cpr: string): string {
  const iv = randomBytes(ivLength)
  const cipher = createCipheriv('aes-256-gcm', keys.encryption, iv).setAAD(purpose)
  const sealed = Buffer.concat([iv, cipher.update(cpr, 'utf8'), cipher.final(), cipher.getAuthTag()])
  return sealedBy(keys) + sealed.toString('base64url')
}

/** The number in clear. Throws when it was sealed with another key or has been changed. */
export function openCpr(keys: CprKeys, sealed: string): string {
  const pairs = keys.other ? [keys, keys.other] : [keys]
  for (const pair of pairs) {
    const prefix = sealedBy(pair)
    if (sealed.startsWith(prefix)) return decrypt(pair, sealed.slice(prefix.length))
  }
  if (!sealed.startsWith(firstFormat)) throw new Error('a CPR number that was sealed with unknown keys')
  return openFirst(pairs, sealed.slice(firstFormat.length))
}

function openFirst(pairs: readonly CprKeyPair[], text: string): string {
  const [pair, ...others] = pairs
  if (!pair) throw new Error('a CPR number that was sealed with unknown keys')
  if (others.length === 0) return decrypt(pair, text)
  try {
    return decrypt(pair, text)
  } catch {
    return openFirst(others, text)
  }
}

function decrypt({ encryption }: CprKeyPair, text: string): string {
  const bytes = Buffer.from(text, 'base64url')
  const decipher = createDecipheriv('aes-256-gcm', encryption, bytes.subarray(0, ivLength), {
    authTagLength: tagLength,
  })
  decipher.setAAD(purpose).setAuthTag(bytes.subarray(-tagLength))
  return Buffer.concat([decipher.update(bytes.subarray(ivLength, -tagLength)), decipher.final()]).toString('utf8')
}

/** What the number is found by: always the same for one number and one key. */
export function hashCpr(keys: CprKeyPair, cpr: string): string {
  return createHmac('sha256', keys.hash).update(cpr).digest('base64url')
}

/** While keys are changed a number may stand under either hash; the present one first. */
export function hashesOfCpr(keys: CprKeys, cpr: string): string[] {
  return [hashCpr(keys, cpr), ...(keys.other ? [hashCpr(keys.other, cpr)] : [])]
}
