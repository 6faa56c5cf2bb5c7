/**
 * Papers are kept encrypted: a stolen database shows nobody's signature. The key follows from the installation's own, so there is
 * no setting more. What a row is of is bound in, so that no paper can be put in another's place.
 */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

const purpose = 'seb enrolment paper 1'

/** `pseudonymKey` is the one that never changes. */
export function paperKeyFrom(pseudonymKey: Uint8Array): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', pseudonymKey, Buffer.alloc(0), purpose, 32))
}

export interface PaperRow {
  id: string
  enrolmentId: string
}

export function sealPaper(key: Uint8Array, row: PaperRow, bytes: Uint8Array): Buffer {
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(boundTo(row))
  return Buffer.concat([iv, cipher.update(bytes), cipher.final(), cipher.getAuthTag()])
}

/** Throws when it was sealed with another key, has been changed or is of another row. */
export function openPaper(key: Uint8Array, row: PaperRow, sealed: Uint8Array): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12), { authTagLength: 16 })
  decipher.setAAD(boundTo(row)).setAuthTag(sealed.subarray(-16))
  return Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()])
}

const boundTo = ({ id, enrolmentId }: PaperRow) => Buffer.from(JSON.stringify([purpose, id, enrolmentId]))
