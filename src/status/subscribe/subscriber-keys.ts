/**
 * What a subscription needs keys for: its address is kept encrypted, is found again by a keyed hash, and the link in its mails proves that
 * whoever opens it reads the mailbox. All three follow from the installation's own key, so there is no setting more.
 */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto'
import { isUuid } from '../../base/ids.ts'

export interface SubscriberKeys {
  /** `id`: of the row it stands in; it opens in no other. */
  seal(address: string, id: string): string
  open(sealed: string, id: string): string
  /** The same for an address however it is written. */
  hash(address: string): string
  /** Stands in the links of the mails: the row, and the proof that SEB made the link. */
  token(id: string): string
  /** The id of the row; null for what SEB has not made. */
  read(token: string): string | null
}

const proofBytes = 16

/** `pseudonymKey` is the one that never changes. */
export function subscriberKeys(pseudonymKey: Uint8Array): SubscriberKeys {
  const keyFor = (purpose: string) =>
    Buffer.from(hkdfSync('sha256', pseudonymKey, Buffer.alloc(0), `seb status subscription ${purpose} 1`, 32))
  const [sealing, hashing, proving] = [keyFor('address'), keyFor('hash'), keyFor('link')]
  const proofOf = (id: Buffer) => createHmac('sha256', proving).update(id).digest().subarray(0, proofBytes)
  return {
    seal: (address, id) => {
      const iv = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', sealing, iv).setAAD(bytesOf(id))
      return Buffer.concat([iv, cipher.update(address, 'utf8'), cipher.final(), cipher.getAuthTag()]).toString(
        'base64url',
      )
    },
    open: (sealed, id) => {
      const bytes = Buffer.from(sealed, 'base64url')
      const decipher = createDecipheriv('aes-256-gcm', sealing, bytes.subarray(0, 12), { authTagLength: 16 })
      decipher.setAAD(bytesOf(id)).setAuthTag(bytes.subarray(-16))
      return Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]).toString('utf8')
    },
    hash: (address) => createHmac('sha256', hashing).update(address.toLowerCase()).digest('base64url'),
    token: (id) => Buffer.concat([bytesOf(id), proofOf(bytesOf(id))]).toString('base64url'),
    read: (token) => {
      const bytes = Buffer.from(token, 'base64url')
      if (!/^[\w-]{43}$/.test(token) || bytes.length !== 16 + proofBytes) return null
      const id = idOf(bytes.subarray(0, 16))
      return isUuid(id) && timingSafeEqual(bytes.subarray(16), proofOf(bytesOf(id))) ? id : null
    },
  }
}

function bytesOf(id: string): Buffer {
  return Buffer.from(id.replaceAll('-', ''), 'hex')
}

function idOf(bytes: Buffer): string {
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
