import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Hono } from 'hono'
import { forgetCookie, readCookie, writeCookie } from './cookies.ts'

function site(secure: boolean) {
  const app = new Hono()
  app.get('/set', (c) => {
    writeCookie(c, 'seb_session', 'value', { secure })
    return c.text('')
  })
  app.get('/forget', (c) => {
    forgetCookie(c, 'seb_session', secure)
    return c.text('')
  })
  app.get('/read', (c) => c.text(readCookie(c, 'seb_session', secure) ?? 'none'))
  return app
}

test('over TLS a cookie belongs to this host alone and to no script', async () => {
  const cookie = (await site(true).request('/set')).headers.get('set-cookie') ?? ''
  assert.equal(cookie, '__Host-seb_session=value; Path=/; HttpOnly; Secure; SameSite=Lax')
})

test('a cookie planted without the prefix is not read', async () => {
  const headers = { cookie: 'seb_session=planted' }
  assert.equal(await (await site(true).request('/read', { headers })).text(), 'none')
})

test('forgetting removes the same cookie that was set', async () => {
  const cookie = (await site(true).request('/forget')).headers.get('set-cookie') ?? ''
  assert.match(cookie, /^__Host-seb_session=; Max-Age=0; Path=\/;/)
})

test('on loopback without TLS it is set and read under its plain name', async () => {
  const cookie = (await site(false).request('/set')).headers.get('set-cookie') ?? ''
  assert.equal(cookie, 'seb_session=value; Path=/; HttpOnly; SameSite=Lax')
  assert.equal(await (await site(false).request('/read', { headers: { cookie: 'seb_session=value' } })).text(), 'value')
})
