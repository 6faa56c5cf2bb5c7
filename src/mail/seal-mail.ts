/**
 * Mails wait encrypted: one may carry a link that opens an account, and a stolen database must open nothing. The key follows
 * from the installation's own, so there is no setting more.
 */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import type { Letter } from './mail.ts'

const purpose = Buffer.from('seb mail 1')

/** `pseudonymKey` is the one that never changes. */
export function mailKeyFrom(pseudonymKey: Uint8Array): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', pseudonymKey, Buffer.alloc(0), purpose, 32))
}

export function sealLetter(key: Uint8Array, letter: Letter): string {
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(purpose)
  const { to, language, content, replyTo = null } = letter
  const text = JSON.stringify({ to, language, content, ...(replyTo !== null && { replyTo }) })
  return Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]).toString('base64url')
}

/** Throws when it was sealed with another key or has been changed. */
export function openLetter(key: Uint8Array, sealed: string): Letter {
  const bytes = Buffer.from(sealed, 'base64url')
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12), { authTagLength: 16 })
  decipher.setAAD(purpose).setAuthTag(bytes.subarray(-16))
  const text = Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]).toString('utf8')
  return JSON.parse(text) as Letter
}
