/** The signed head of the chain: whoever has one can tell whether anything before it was changed since. */
import { createPublicKey, type KeyObject, sign, verify } from 'node:crypto'
import { sha256 } from './chain.ts'

/**
 * How many events it covers is left out, and so kept from organisations that get it with their log; the chain hash says
 * it to whoever has all events.
 */
export interface Head {
  format: 1
  number: number
  at: string
  /** The chain hash after the last event it covers, in hex. */
  chain: string
  /** The root of the tree of organisations, in hex; null in heads between two trees. */
  organisations: string | null
  /** SHA-256 of the text of the head before, in hex. */
  previous: string | null
  /** The public key it is signed with: SPKI in base64url. */
  key: string
  /** The key that will follow, once it is chosen: whoever trusts this one may then trust that. */
  next: string | null
}

/** As it is kept: the very text that was signed. */
export interface SignedHead {
  text: string
  signature: string
}

/** Keeps the signature from being taken for one over anything else. */
const purpose = 'seb audit head 1\n'

export function signHead(privateKey: KeyObject, head: Head): SignedHead {
  const text = JSON.stringify(head)
  return { text, signature: sign(null, Buffer.from(purpose + text), privateKey).toString('base64url') }
}

/** Whether the key that the head itself names has signed it. Whether that key is to be trusted is another question. */
export function isSigned({ text, signature }: SignedHead): boolean {
  const head = JSON.parse(text) as Head
  const key = createPublicKey({ key: Buffer.from(head.key, 'base64url'), format: 'der', type: 'spki' })
  return (
    key.asymmetricKeyType === 'ed25519' &&
    verify(null, Buffer.from(purpose + text), key, Buffer.from(signature, 'base64url'))
  )
}

/** What the next head calls this one. */
export function headHash(text: string): string {
  return sha256(text).toString('hex')
}

/** As it stands in a line of a file: readable, and the signed text can be had back from it. */
export function headLine({ text, signature }: SignedHead, position: number): string {
  return `{"head":${text},"signature":${JSON.stringify(signature)},"events":${position}}`
}
