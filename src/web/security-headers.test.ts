import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Hono } from 'hono'
import type { WebEnv } from './context.ts'
import { allowFormTo, securityHeaders } from './security-headers.ts'

function site(publicUrl = 'https://seb.example') {
  const app = new Hono<WebEnv>()
  app.use(securityHeaders({ publicUrl: new URL(publicUrl) }))
  app.get('/', (c) => c.html('page'))
  app.get('/asset', (c) => c.body('x', 200, { 'Cache-Control': 'public, max-age=31536000, immutable' }))
  app.get('/post', (c) => {
    allowFormTo(c, new URL(c.req.query('to') ?? ''))
    return c.html('form')
  })
  app.get('/bug', () => {
    throw new Error('bug')
  })
  app.onError((_, c) => c.html('error', 500))
  return app
}

const policyOf = (answer: Response) => answer.headers.get('content-security-policy') ?? ''

test('a page may load and do only what is ours, and be framed by nobody', async () => {
  const answer = await site().request('/')
  assert.equal(
    policyOf(answer),
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
  )
  assert.equal(answer.headers.get('x-content-type-options'), 'nosniff')
  assert.equal(answer.headers.get('referrer-policy'), 'strict-origin')
  // A service that logs in through a pop-up would lose the window that opened it.
  assert.equal(answer.headers.get('cross-origin-opener-policy'), null)
  assert.match(answer.headers.get('permissions-policy') ?? '', /geolocation=\(\)/)
  assert.equal(answer.headers.get('server'), null)
  assert.equal(answer.headers.get('x-powered-by'), null)
})

test('pages are kept by nobody; what says how long it may be kept, may', async () => {
  assert.equal((await site().request('/')).headers.get('cache-control'), 'no-store')
  assert.match((await site().request('/asset')).headers.get('cache-control') ?? '', /immutable/)
})

test('browsers are told to stay on TLS for two years, where there is TLS', async () => {
  assert.equal((await site().request('/')).headers.get('strict-transport-security'), 'max-age=63072000')
  assert.equal((await site('http://localhost:3000').request('/')).headers.get('strict-transport-security'), null)
})

test('pages for what went wrong carry the same headers', async () => {
  for (const path of ['/bug', '/nowhere']) {
    assert.match(policyOf(await site().request(path)), /default-src 'none'/)
  }
})

test('only the page that posts to another site may do so, over TLS', async () => {
  const tls = policyOf(await site().request('/post?to=https://service.example/acs'))
  assert.match(tls, /form-action 'self' https:;/)
  const loopback = policyOf(await site('http://localhost:3000').request('/post?to=http://127.0.0.1:4000/acs'))
  assert.match(loopback, /form-action 'self' https: http:;/)
})
