/** Attachments are kept encrypted: they may hold anything. The key follows from the installation's own; what a row is of is bound in. */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

const purpose = 'seb desk attachment 1'

/** `pseudonymKey` is the one that never changes. */
export function attachmentKeyFrom(pseudonymKey: Uint8Array): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', pseudonymKey, Buffer.alloc(0), purpose, 32))
}

export function sealAttachment(key: Uint8Array, id: string, bytes: Uint8Array): Buffer {
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(purpose + id))
  return Buffer.concat([iv, cipher.update(bytes), cipher.final(), cipher.getAuthTag()])
}

/** Throws when it was sealed with another key, has been changed or is of another row. */
export function openAttachment(key: Uint8Array, id: string, sealed: Uint8Array): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12), { authTagLength: 16 })
  decipher.setAAD(Buffer.from(purpose + id)).setAuthTag(sealed.subarray(-16))
  return Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()])
}
