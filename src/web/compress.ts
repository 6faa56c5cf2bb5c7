/**
 * Compresses pages on their way out. Assets are compressed beforehand (assets.ts). Compression tells something of a
 * page's content through its length (BREACH): pages carry no secret beside reflected text, and the one that does, the
 * SAML POST page, says `no-transform` and is left alone.
 */
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { MiddlewareHandler } from 'hono'

export type Encoding = 'br' | 'gzip'

/** Below this size the headers weigh more than the gain. */
const smallest = 860

const compressible = /^(text\/|application\/(json|xml|samlmetadata\+xml|atom\+xml|rss\+xml)|image\/svg\+xml)/

/** Middleware that compresses text answers with brotli or gzip, as the browser accepts. */
export function compress(): MiddlewareHandler {
  return async (c, next) => {
    await next()
    const { headers, body } = c.res
    if (!body || c.req.method === 'HEAD' || headers.has('content-encoding')) return
    if (!compressible.test(headers.get('content-type') ?? '')) return
    if (headers.get('cache-control')?.includes('no-transform')) return
    headers.append('Vary', 'Accept-Encoding')
    const encoding = acceptedEncoding(c.req.header('accept-encoding'))
    if (!encoding) return
    // Pages are tens of kilobytes at most and rendered whole: a stream would only add latency.
    const plain = Buffer.from(await c.res.arrayBuffer())
    const packed = plain.length < smallest ? plain : encodings[encoding](plain)
    const answer = new Response(new Uint8Array(packed), c.res)
    answer.headers.set('Content-Length', String(packed.length))
    if (packed !== plain) answer.headers.set('Content-Encoding', encoding)
    c.res = undefined
    c.res = answer
  }
}

const encodings: Record<Encoding, (plain: Buffer) => Buffer> = {
  br: (plain) =>
    brotliCompressSync(plain, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: 4,
        [constants.BROTLI_PARAM_SIZE_HINT]: plain.length,
        // A window no larger than the page: the usual one takes megabytes of memory for every page.
        [constants.BROTLI_PARAM_LGWIN]: windowFor(plain.length),
      },
    }),
  gzip: (plain) => gzipSync(plain),
}

/** The exponent of the smallest window that holds so many bytes, within what brotli takes (RFC 7932 §9.1). */
function windowFor(bytes: number): number {
  return Math.min(22, Math.max(10, Math.ceil(Math.log2(bytes + 16))))
}

/** The best encoding the browser takes, or null for none (RFC 9110 §12.5.3). */
export function acceptedEncoding(header: string | undefined): Encoding | null {
  const accepted = (header ?? '')
    .toLowerCase()
    .split(',')
    .map((part) => part.trim())
    .filter((part) => !/;\s*q=0(\.0*)?$/.test(part))
    .map((part) => part.split(';')[0]?.trim())
  if (accepted.includes('br')) return 'br'
  if (accepted.includes('gzip')) return 'gzip'
  return null
}
