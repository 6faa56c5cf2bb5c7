import assert from 'node:assert/strict'
import { createServer, type RequestListener } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import { Problem } from '../../../base/problem.ts'
import { makeKeyPair } from '../../keys/make-key-pair.ts'
import { fetchMetadata } from './fetch-metadata.ts'
import { isPublicAddress } from './public-address.ts'

const refusedBecause = (text: RegExp) => (error: unknown) =>
  error instanceof Problem && error.code === 'configuration' && text.test(error.detail)

const publicAnd =
  (...addresses: string[]) =>
  async () => ['93.184.215.14', ...addresses]

async function served(listener: RequestListener, use: (port: number) => Promise<void>, host = '127.0.0.1') {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, host, resolve))
  try {
    await use((server.address() as AddressInfo).port)
  } finally {
    server.closeAllConnections()
    server.close()
  }
}

test('a document is fetched as it stands, from the address that was checked and no other', async () => {
  const asked: string[] = []
  await served(
    (request, response) => response.end(`for ${request.headers.host}`),
    async (port) => {
      const document = await fetchMetadata(`http://anyone.localhost:${port}/metadata`, {
        allowLoopback: true,
        resolve: async (host) => {
          asked.push(host)
          return asked.length === 1 ? ['127.0.0.3'] : ['10.0.0.1']
        },
      })
      assert.equal(document.toString(), `for anyone.localhost:${port}`)
    },
    '127.0.0.3',
  )
  assert.deepEqual(asked, ['anyone.localhost'])
})

test('no address inside a network can be reached, whatever way it is written or resolved', async () => {
  const closed = { allowLoopback: false }
  for (const host of [
    '127.0.0.1',
    '127.1',
    '2130706433',
    '0x7f.1',
    '0',
    '10.1.2.3',
    '172.31.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '[::1]',
    '[::]',
    '[::ffff:127.0.0.1]',
    '[::ffff:a00:1]',
    '[64:ff9b::7f00:1]',
    '[2002:7f00:1::]',
    '[fd00:ec2::254]',
    '[fe80::1]',
    '255.255.255.255',
    '224.0.0.1',
  ])
    await assert.rejects(fetchMetadata(`https://${host}/`, closed), refusedBecause(/not on the public Internet/), host)
  for (const inside of ['127.0.0.1', '10.0.0.1', '::1', 'fe80::1%eth0', 'not an address'])
    await assert.rejects(
      fetchMetadata('https://idp.example/', { ...closed, resolve: publicAnd(inside) }),
      refusedBecause(/not on the public Internet/),
      inside,
    )
  await assert.rejects(
    fetchMetadata('https://idp.example/', { ...closed, resolve: async () => [] }),
    refusedBecause(/no address/),
  )
})

test('addresses on the open Internet count as public', () => {
  for (const address of ['93.184.215.14', '172.32.0.1', '2a00:1450:400f:80c::200e', '2600::'])
    assert.ok(isPublicAddress(address), address)
})

test('loopback opens only when allowed, and even then not the rest of the network', async () => {
  await assert.rejects(fetchMetadata('http://127.0.0.1:1/', { allowLoopback: false }), refusedBecause(/https/))
  await assert.rejects(fetchMetadata('http://idp.example/', { allowLoopback: true }), refusedBecause(/https/))
  await assert.rejects(fetchMetadata('https://10.0.0.1/', { allowLoopback: true }), refusedBecause(/public/))
  await assert.rejects(
    fetchMetadata('http://a.localhost/', { allowLoopback: true, resolve: async () => ['10.0.0.1'] }),
    refusedBecause(/public/),
  )
})

test('only plain https addresses are taken', async () => {
  for (const odd of ['', 'idp.example', 'file:///etc/passwd', 'ftp://idp.example/', 'data:text/xml,x', 'https://'])
    await assert.rejects(fetchMetadata(odd, { allowLoopback: true }), Problem, odd)
  await assert.rejects(fetchMetadata('https://me:pw@idp.example/', { allowLoopback: true }), refusedBecause(/password/))
})

test('a redirect, an error page, a compressed answer and a document over 1 MB are refused', async () => {
  const answers: Record<string, RequestListener> = {
    redirect: (_, response) => response.writeHead(302, { location: 'http://169.254.169.254/' }).end(),
    'status 404': (_, response) => response.writeHead(404).end('<html>'),
    compressed: (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end('x'),
    'larger than 1 MB': (_, response) => {
      response.write(Buffer.alloc(700_000))
      response.end(Buffer.alloc(700_000))
    },
    ECONNRESET: (request) => request.socket.destroy(),
  }
  for (const [why, answer] of Object.entries(answers))
    await served(answer, async (port) => {
      await assert.rejects(
        fetchMetadata(`http://127.0.0.1:${port}/`, { allowLoopback: true }),
        refusedBecause(new RegExp(why)),
      )
    })
})

test('an answer that never ends is given up after five seconds', { timeout: 10_000 }, async () => {
  await served(
    (_, response) => response.write('<'),
    async (port) => {
      await assert.rejects(
        fetchMetadata(`http://127.0.0.1:${port}/`, { allowLoopback: true }),
        refusedBecause(/within 5 seconds/),
      )
    },
  )
})

test('a TLS certificate that nobody vouches for is not accepted, loopback or not', async () => {
  const pem = await makeKeyPair('p256', {
    subject: { commonName: 'localhost' },
    from: new Date('2020-01-01'),
    until: new Date('2049-01-01'),
  })
  const server = createTlsServer({ key: pem, cert: pem }, (_, response) => response.end('x'))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await assert.rejects(
    fetchMetadata(`https://127.0.0.1:${port}/`, { allowLoopback: true }),
    refusedBecause(/DEPTH_ZERO_SELF_SIGNED_CERT/),
  )
  server.close()
})
