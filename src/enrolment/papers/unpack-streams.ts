/**
 * Unpacks what a PDF has packed, a piece at a time: every place that says `stream` and goes on as Deflate, whatever is said of
 * it, so that nothing hides by being called a picture. Where it breaks off, a reader would show what came before, and so here.
 */
import { createInflate } from 'node:zlib'
import { overlap } from './pdf-names.ts'

/** What no paper has: far more than it looks, or packed into crumbs. */
export class TooMuchPacked extends Error {}

const mostUnpacked = 256 * 1024 * 1024
const mostStreams = 10_000

export async function* unpackStreams(bytes: Buffer, text: string): AsyncGenerator<Buffer> {
  let left = mostUnpacked
  for (const { start, end } of packedStreams(bytes, text)) {
    for await (const piece of unpack(bytes.subarray(start, end))) {
      left -= piece.length
      if (left < 0) throw new TooMuchPacked()
      yield piece
    }
  }
}

function packedStreams(bytes: Buffer, text: string): { start: number; end: number }[] {
  const words: { index: number; word: string }[] = []
  for (const { index, 0: word } of text.matchAll(/(?:end)?stream/g)) {
    if (words.push({ index, word }) > 2 * mostStreams) throw new TooMuchPacked()
  }
  let end = bytes.length
  const streams: { start: number; end: number }[] = []
  for (const { index, word } of words.reverse()) {
    if (word === 'endstream') {
      end = index
      continue
    }
    const start = index + word.length + spaceAt(bytes, index + word.length)
    if (isDeflate(bytes, start)) streams.push({ start, end })
  }
  return streams.reverse()
}

/** A line end by the book, and the spaces that readers forgive. */
function spaceAt(bytes: Buffer, from: number): number {
  let at = from
  while (at - from < 16 && [0x20, 0x09, 0x0d, 0x0a].includes(bytes[at] ?? 0)) at += 1
  return at - from
}

/** The two bytes that Deflate begins with. (RFC 1950 §2.2) */
function isDeflate(bytes: Buffer, at: number): boolean {
  const method = bytes[at] ?? 0
  return (method & 0x0f) === 8 && (method * 256 + (bytes[at + 1] ?? 0)) % 31 === 0
}

async function* unpack(packed: Buffer): AsyncGenerator<Buffer> {
  const inflate = createInflate({ chunkSize: 64 * 1024 })
  inflate.end(packed)
  let tail: Buffer = Buffer.alloc(0)
  try {
    for await (const chunk of inflate as AsyncIterable<Buffer>) {
      const piece = Buffer.concat([tail, chunk])
      yield piece
      tail = piece.subarray(-overlap)
    }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && String(error.code).startsWith('Z_'))) throw error
  }
}
