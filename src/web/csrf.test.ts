import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Hono } from 'hono'
import type { WebEnv } from './context.ts'
import { csrf } from './csrf.ts'

function site() {
  let changes = 0
  const app = new Hono<WebEnv>()
  app.use(
    csrf({
      publicUrl: new URL('https://seb.example'),
      isOpen: (path) => path === '/saml/acs',
      refuse: (c) => c.text('refused', 403),
    }),
  )
  app.all('*', (c) => {
    if (c.req.method !== 'GET') changes++
    return c.text('done')
  })
  return { changes: () => changes, ask: (path: string, init?: RequestInit) => app.request(path, init) }
}

const post = (headers: Record<string, string>, method = 'POST') => ({ method, headers })

test('a form of SEB’s own is taken', async () => {
  const { ask, changes } = site()
  await ask('/login/vaelg', post({ origin: 'https://seb.example', 'sec-fetch-site': 'same-origin' }))
  await ask('/login/vaelg', post({ origin: 'https://seb.example' }))
  await ask('/login/vaelg', post({ 'sec-fetch-site': 'same-origin' }))
  assert.equal(changes(), 3)
})

test('a form that another site sent is refused and changes nothing', async () => {
  const foreign: Record<string, string>[] = [
    { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
    { origin: 'https://seb.example.evil.example' },
    { origin: 'http://seb.example' },
    { origin: 'https://seb.example:8443' },
    { origin: 'https://seb.example', 'sec-fetch-site': 'cross-site' },
    { origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' },
    { origin: 'https://sister.seb.example', 'sec-fetch-site': 'same-site' },
    { origin: 'null' },
    { 'sec-fetch-site': 'none' },
    {},
  ]
  const { ask, changes } = site()
  for (const headers of foreign) {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      assert.equal((await ask('/login/vaelg', post(headers, method))).status, 403, JSON.stringify(headers))
    }
  }
  assert.equal(changes(), 0)
})

test('identity providers may post to the addresses that check their own messages, and only to those', async () => {
  const { ask, changes } = site()
  const foreign = post({ origin: 'https://idp.example', 'sec-fetch-site': 'cross-site' })
  assert.equal((await ask('/saml/acs', foreign)).status, 200)
  assert.equal((await ask('/saml/acs/', foreign)).status, 403)
  assert.equal((await ask('/saml/acs/more', foreign)).status, 403)
  assert.equal(changes(), 1)
})

test('reading is always allowed: links from other sites must work', async () => {
  const { ask } = site()
  assert.equal((await ask('/', { headers: { 'sec-fetch-site': 'cross-site' } })).status, 200)
})
