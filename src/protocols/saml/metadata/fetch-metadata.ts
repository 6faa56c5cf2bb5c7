/**
 * Gets metadata from an address that an administrator gave. The address is not trusted to be what it looks like: it
 * must not make SEB knock on doors inside the operator's network (server-side request forgery).
 */
import { lookup } from 'node:dns/promises'
import { get as httpGet, type IncomingMessage } from 'node:http'
import { get as httpsGet } from 'node:https'
import { isIP } from 'node:net'
import { Problem } from '../../../base/problem.ts'
import { isLoopbackAddress, isLoopbackHost, isPublicAddress } from './public-address.ts'

export type FetchOptions = {
  /** Lets `localhost`, `*.localhost` and literal loopback addresses be used, also without TLS: for sandbox and tests. */
  allowLoopback: boolean
  /** Finds all addresses of a host name; the system's resolver unless a test says otherwise. */
  resolve?: (host: string) => Promise<readonly string[]>
}

const limits = { bytes: 1024 * 1024, milliseconds: 5000 }

/**
 * Fetches one document: over TLS, from a public address, without following redirects, at most 1 MB within 5 seconds.
 * The name is resolved once and the connection goes to that very address, so a name that changes its mind between the
 * check and the call (DNS rebinding) gains nothing.
 */
export async function fetchMetadata(address: string, options: FetchOptions): Promise<Buffer> {
  const refuse = (why: string, cause?: unknown) => new Problem('configuration', `metadata address: ${why}`, { cause })

  if (!URL.canParse(address)) throw refuse('is not an absolute URL')
  const url = new URL(address)
  if (url.username || url.password) throw refuse('must not carry a user name or password')
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const local = options.allowLoopback && isLoopbackHost(host)
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && local)) throw refuse('must begin with https://')

  const signal = AbortSignal.timeout(limits.milliseconds)
  try {
    const addresses = isIP(host) ? [host] : await beforeAbort(signal, (options.resolve ?? resolveHost)(host))
    const [pinned] = addresses
    if (pinned === undefined) throw refuse('the host has no address')
    // Every address must pass, or an attacker mixes a public one with the one wanted.
    if (!addresses.every(local ? isLoopbackAddress : isPublicAddress))
      throw refuse('the host is not on the public Internet')
    return await read(await request(url, pinned, signal), refuse)
  } catch (error) {
    if (error instanceof Problem) throw error
    throw refuse(
      signal.aborted ? 'no complete answer within 5 seconds' : `could not be fetched (${codeOf(error)})`,
      error,
    )
  }
}

async function resolveHost(host: string): Promise<string[]> {
  return (await lookup(host, { all: true })).map(({ address }) => address)
}

function request(url: URL, pinned: string, signal: AbortSignal): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const get = url.protocol === 'https:' ? httpsGet : httpGet
    const family = isIP(pinned)
    get(url, {
      agent: false,
      signal,
      headers: { accept: 'application/samlmetadata+xml, application/xml, text/xml' },
      lookup: (_host, { all }, done) => (all ? done(null, [{ address: pinned, family }]) : done(null, pinned, family)),
    })
      .once('response', resolve)
      .once('error', reject)
  })
}

async function read(response: IncomingMessage, refuse: (why: string) => Problem): Promise<Buffer> {
  try {
    const { statusCode = 0 } = response
    if (statusCode >= 300 && statusCode < 400) throw refuse('answers with a redirect; give the final address')
    if (statusCode !== 200) throw refuse(`answers with HTTP status ${statusCode}`)
    if (response.headers['content-encoding']) throw refuse('answers compressed, which was not asked for')
    const chunks: Buffer[] = []
    let size = 0
    for await (const chunk of response) {
      size += chunk.length
      if (size > limits.bytes) throw refuse('the document is larger than 1 MB')
      chunks.push(chunk)
    }
    return Buffer.concat(chunks)
  } finally {
    response.destroy()
  }
}

/** A resolver cannot be cancelled, but need not be waited for. */
function beforeAbort<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return Promise.race([
    work,
    new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason), { once: true })),
  ])
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'no code'
}
