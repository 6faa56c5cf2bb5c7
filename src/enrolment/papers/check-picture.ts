/**
 * Walks a JPEG or PNG from its first byte to its last, without drawing it: a decoder is no place for a stranger's bytes.
 * What comes after the picture is cut off: telephones put moving pictures there, and others put archives.
 */
import { crc32 } from 'node:zlib'
import type { UploadRefusal } from './uploaded-kind.ts'

export type Picture = { readonly bytes: Uint8Array } | { readonly refused: UploadRefusal }

const cutShort: Picture = { refused: 'cut-short' }
const unreadable: Picture = { refused: 'unreadable' }

/** A page photographed by the best telephone has half of it: a small file that says it is larger is there to fill a memory. */
const mostPixels = 200_000_000

export function checkPng(bytes: Buffer): Picture {
  let at = 8
  let drawn = false
  while (at + 12 <= bytes.length) {
    const length = bytes.readUInt32BE(at)
    const type = bytes.toString('latin1', at + 4, at + 8)
    const next = at + 12 + length
    if (next > bytes.length) return cutShort
    if (crc32(bytes.subarray(at + 4, next - 4)) !== bytes.readUInt32BE(next - 4)) return unreadable
    if ((at === 8) !== (type === 'IHDR')) return unreadable
    if (type === 'IHDR' && (length !== 13 || !isDrawable(bytes.readUInt32BE(at + 8), bytes.readUInt32BE(at + 12))))
      return unreadable
    if (type === 'IDAT') drawn = true
    if (type === 'IEND') return drawn ? { bytes: bytes.subarray(0, next) } : unreadable
    at = next
  }
  return cutShort
}

export function checkJpeg(bytes: Buffer): Picture {
  let at = 2
  let sized = false
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) return unreadable
    const marker = bytes[at + 1] ?? 0
    // Fill bytes before a marker. (T.81 B.1.1.2)
    if (marker === 0xff) {
      at += 1
      continue
    }
    const length = bytes.readUInt16BE(at + 2)
    if (length < 2) return unreadable
    const next = at + 2 + length
    if (next > bytes.length) return cutShort
    if (isFrame(marker)) {
      if (length < 8 || !isDrawable(bytes.readUInt16BE(at + 7), bytes.readUInt16BE(at + 5))) return unreadable
      sized = true
    }
    if (marker !== 0xda) {
      at = next
      continue
    }
    if (!sized) return unreadable
    at = endOfScan(bytes, next)
    if (at === -1) return cutShort
    if (bytes[at + 1] === 0xd9) return { bytes: bytes.subarray(0, at + 2) }
  }
  return cutShort
}

/** SOF0 to SOF15 without the tables that stand among them. (T.81 table B.1) */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)

const isDrawable = (width: number, height: number) => width > 0 && height > 0 && width * height <= mostPixels

/** Where the marker after the data of a scan is: stuffed zeros and restart markers belong to the data. */
function endOfScan(bytes: Buffer, from: number): number {
  let at = bytes.indexOf(0xff, from)
  while (at !== -1 && at + 1 < bytes.length) {
    const marker = bytes[at + 1] ?? 0
    const within = marker === 0 || marker === 0xff || (marker >= 0xd0 && marker <= 0xd7)
    if (!within) return at
    at = bytes.indexOf(0xff, marker === 0xff ? at + 1 : at + 2)
  }
  return -1
}
