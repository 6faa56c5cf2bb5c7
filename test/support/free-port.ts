/** A TCP port that nothing listens on at the moment, on the address asked for. */
import { createServer } from 'node:net'

/** Asks the kernel for a free port on `host`; it is given back before this returns, so bind to it soon. */
export function freePort(host = '127.0.0.1'): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, host, () => {
      const address = server.address()
      const port = typeof address === 'object' && address ? address.port : 0
      server.close(() => resolve(port))
    })
  })
}
