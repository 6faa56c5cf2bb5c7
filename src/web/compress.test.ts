import assert from 'node:assert/strict'
import { test } from 'node:test'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { Hono } from 'hono'
import { acceptedEncoding, compress } from './compress.ts'

const text = 'Vælg hvor du vil logge ind. '.repeat(200)

function site() {
  const app = new Hono()
  app.use(compress())
  app.get('/page', (c) => c.html(text))
  app.get('/short', (c) => c.html('kort'))
  app.get('/secret', (c) => c.html(text, 200, { 'Cache-Control': 'no-store, no-transform' }))
  app.get('/font', (c) => c.body(text, 200, { 'Content-Type': 'font/woff2' }))
  app.get('/cookies', (c) => {
    c.header('Set-Cookie', 'a=1', { append: true })
    c.header('Set-Cookie', 'b=2', { append: true })
    return c.html(text)
  })
  return (path: string, accepted = 'gzip, deflate, br') =>
    app.request(path, { headers: { 'accept-encoding': accepted } })
}

test('a page is sent with brotli where the browser takes it, else gzip, else plain', async () => {
  const ask = site()
  const brotli = await ask('/page')
  assert.equal(brotli.headers.get('content-encoding'), 'br')
  assert.equal(brotli.headers.get('vary'), 'Accept-Encoding')
  const bytes = Buffer.from(await brotli.arrayBuffer())
  assert.equal(Number(brotli.headers.get('content-length')), bytes.length)
  assert.equal(brotliDecompressSync(bytes).toString(), text)
  const gzip = await ask('/page', 'gzip')
  assert.equal(gunzipSync(Buffer.from(await gzip.arrayBuffer())).toString(), text)
  const plain = await ask('/page', 'identity')
  assert.equal(plain.headers.get('content-encoding'), null)
  assert.equal(await plain.text(), text)
})

test('what is short, not text, or says no-transform is left alone', async () => {
  const ask = site()
  for (const path of ['/short', '/secret', '/font']) {
    assert.equal((await ask(path)).headers.get('content-encoding'), null, path)
  }
})

test('every cookie survives compression', async () => {
  const answer = await site()('/cookies')
  assert.equal(answer.headers.get('content-encoding'), 'br')
  assert.deepEqual(answer.headers.getSetCookie(), ['a=1', 'b=2'])
})

test('an encoding the browser rules out is not used', () => {
  assert.equal(acceptedEncoding('br;q=0, gzip'), 'gzip')
  assert.equal(acceptedEncoding('gzip;q=0.0'), null)
  assert.equal(acceptedEncoding('GZIP;q=0.5'), 'gzip')
  assert.equal(acceptedEncoding(undefined), null)
})
