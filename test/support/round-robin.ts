/** A plain load balancer: each request goes to the next process, and past one that does not answer. */
import { createServer, type IncomingMessage, request as open, type ServerResponse } from 'node:http'
import { freePort } from './free-port.ts'

/** A running load balancer. */
export type RoundRobin = AsyncDisposable & {
  url: string
  /** The processes behind it, in turn; add and remove at will. */
  backends: string[]
  /** How many requests each process answered. */
  answered: ReadonlyMap<string, number>
}

/** Starts a load balancer on `host`. It knows nothing of sessions: whatever needs one process shows at once. */
export async function startRoundRobin(host: string, port?: number): Promise<RoundRobin> {
  const backends: string[] = []
  const answered = new Map<string, number>()
  let turn = 0
  const server = createServer(async (request, response) => {
    const body = await bodyOf(request)
    for (let attempt = 0; attempt < backends.length; attempt += 1) {
      turn += 1
      const backend = backends[turn % backends.length] ?? ''
      try {
        await pass(backend, request, body, response)
        answered.set(backend, (answered.get(backend) ?? 0) + 1)
        return
      } catch {
        // Nobody there, or gone in the middle before it said a word: the next one gets the same request.
        if (response.headersSent) return void response.destroy()
      }
    }
    response.writeHead(502, { 'content-type': 'text/plain' }).end('no process answers')
  })
  const chosen = port ?? (await freePort(host))
  await new Promise<void>((resolve) => server.listen(chosen, host, resolve))
  return {
    url: `http://${host}:${chosen}`,
    backends,
    answered,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      await server[Symbol.asyncDispose]()
    },
  }
}

function pass(backend: string, from: IncomingMessage, body: Buffer, to: ServerResponse): Promise<void> {
  return new Promise((resolve, reject) => {
    const onward = open(new URL(from.url ?? '/', backend), {
      method: from.method,
      headers: { ...from.headers, 'x-forwarded-for': from.socket.remoteAddress ?? '' },
      agent: false,
    })
    onward.on('error', reject)
    onward.on('response', (answer) => {
      to.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.on('error', reject)
      answer.on('aborted', () => reject(new Error('gone in the middle')))
      answer.pipe(to)
      to.on('finish', resolve)
    })
    onward.end(body)
  })
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}
