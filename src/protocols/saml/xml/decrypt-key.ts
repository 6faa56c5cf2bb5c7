/** Opens an RSA-OAEP encrypted key (RFC 8017 §7.1.2), also where its two hash functions differ, which node:crypto cannot. */
import { constants, createHash, type KeyObject, privateDecrypt } from 'node:crypto'
import type { KeyTransport, OaepHash } from './encryption-algorithms.ts'

/** Undefined for every failure alike: nothing tells a wrong key from a wrong padding (Manger 2001). */
export function decryptKey(encrypted: Buffer, privateKey: KeyObject, transport: KeyTransport): Buffer | undefined {
  try {
    // A bare key means OAEP with SHA-1, and is much faster than one in an object that says so.
    if (transport.digest === 'sha1' && transport.mgf === 'sha1') return privateDecrypt(privateKey, encrypted)
    if (transport.digest === transport.mgf) {
      return privateDecrypt(
        { key: privateKey, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: transport.digest },
        encrypted,
      )
    }
    const block = privateDecrypt({ key: privateKey, padding: constants.RSA_NO_PADDING }, encrypted)
    return unpad(block, transport)
  } catch {
    return undefined
  }
}

/** EME-OAEP decoding with an empty label. Every byte is looked at whatever the others were; the verdict falls at the end. */
function unpad(block: Buffer, { digest, mgf }: KeyTransport): Buffer | undefined {
  const labelHash = createHash(digest).update('').digest()
  const size = labelHash.length
  const seed = xor(block.subarray(1, 1 + size), mask(block.subarray(1 + size), size, mgf))
  const data = xor(block.subarray(1 + size), mask(seed, block.length - 1 - size, mgf))
  let wrong = block[0] ?? 1
  for (let at = 0; at < size; at += 1) wrong |= (data[at] ?? 0) ^ (labelHash[at] ?? 0)
  let start = 0
  for (let at = size; at < data.length; at += 1) {
    const byte = data[at] ?? 0
    const searching = Number(start === 0)
    wrong |= searching & Number(byte > 1)
    start |= -(searching & Number(byte === 1)) & (at + 1)
  }
  wrong |= Number(start === 0)
  return wrong === 0 ? data.subarray(start) : undefined
}

/** MGF1 (RFC 8017 §B.2.1). */
function mask(seed: Uint8Array, length: number, hash: OaepHash): Buffer {
  const blocks: Buffer[] = []
  const counter = Buffer.alloc(4)
  for (let made = 0; made < length; made += blocks[0]?.length ?? 0) {
    counter.writeUInt32BE(blocks.length)
    blocks.push(createHash(hash).update(seed).update(counter).digest())
  }
  return Buffer.concat(blocks).subarray(0, length)
}

function xor(first: Uint8Array, second: Uint8Array): Buffer {
  return Buffer.from(first.map((byte, at) => byte ^ (second[at] ?? 0)))
}
