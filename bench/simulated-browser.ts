/** One person's browser, as little of it as SEB can tell from a real one: cookies, headers, kept connections, a watch. */
import { Agent, type IncomingMessage, request } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'

export type Answer = {
  status: number
  location: string
  /** The size of the body as it travelled. */
  bytes: number
  /** The body, unpacked. */
  text: string
}

/** What a browser sends with every page that it asks for. */
const headers = {
  accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
  'accept-encoding': 'gzip, deflate, br',
  'accept-language': 'da-DK,da;q=0.9,en;q=0.6',
  'sec-fetch-dest': 'document',
  'sec-fetch-mode': 'navigate',
  'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
}

/** Connections to SEB, kept open and shared as a proxy in front of it would. */
export function connections(): Agent {
  return new Agent({ keepAlive: true, scheduling: 'fifo' })
}

export class SimulatedBrowser {
  readonly #agent: Agent
  readonly #origin: URL
  readonly #cookies = new Map<string, string>()
  /** How long SEB's answers have let it wait, in milliseconds. */
  waited = 0

  constructor(origin: URL, agent: Agent) {
    this.#origin = origin
    this.#agent = agent
  }

  /** Comes from another site, or from SEB itself: both by a link or redirect, so SEB's cookies come along. */
  get(path: string): Promise<Answer> {
    return this.#ask('GET', path, 'cross-site', '')
  }

  /** A form that stands on another site: no cookie of SEB's comes along, since they are SameSite=Lax. */
  postFromElsewhere(path: string, fields: Record<string, string>): Promise<Answer> {
    return this.#ask('POST', path, 'cross-site', new URLSearchParams(fields).toString())
  }

  async #ask(method: 'GET' | 'POST', path: string, site: string, form: string): Promise<Answer> {
    const begun = performance.now()
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      const asked = request({
        agent: this.#agent,
        host: this.#origin.hostname,
        port: this.#origin.port,
        method,
        path,
        headers: {
          ...headers,
          'sec-fetch-site': site,
          ...(method === 'GET' && cookie !== '' ? { cookie } : {}),
          ...(method === 'POST'
            ? { 'content-type': 'application/x-www-form-urlencoded', 'content-length': Buffer.byteLength(form) }
            : {}),
        },
      })
      asked.once('response', resolve)
      asked.once('error', reject)
      asked.end(form)
    })
    const body = await buffer(answer)
    this.waited += performance.now() - begun
    for (const line of answer.headers['set-cookie'] ?? []) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      this.#cookies.set(name, value)
    }
    return {
      status: answer.statusCode ?? 0,
      location: answer.headers.location ?? '',
      bytes: body.length,
      text: unpacked(body, answer.headers['content-encoding']),
    }
  }
}

function unpacked(body: Buffer, encoding: string | undefined): string {
  const plain = encoding === 'br' ? brotliDecompressSync(body) : encoding === 'gzip' ? gunzipSync(body) : body
  return plain.toString()
}
