import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Hono } from 'hono'
import type { WebEnv } from './context.ts'
import { addressIn, language, preferredLanguage } from './language.ts'

function pages(secure = true) {
  const app = new Hono<WebEnv>()
  app.use(language({ secure }))
  app.get('/', (c) => c.html(c.get('language')))
  return app
}

test('whoever has said nothing gets Danish', async () => {
  const answer = await pages().request('/')
  assert.equal(await answer.text(), 'da')
  assert.equal(answer.headers.get('content-language'), 'da')
  assert.equal(answer.headers.get('set-cookie'), null)
})

test('the language one asks for is given and remembered', async () => {
  const answer = await pages().request('/?sprog=en')
  assert.equal(await answer.text(), 'en')
  const cookie = answer.headers.get('set-cookie') ?? ''
  assert.match(cookie, /^__Host-seb_lang=en;/)
  for (const attribute of ['Secure', 'HttpOnly', 'SameSite=Lax', 'Path=/', 'Max-Age=31536000']) {
    assert.ok(cookie.includes(attribute), attribute)
  }
})

test('the remembered language beats what the browser prefers', async () => {
  const headers = { cookie: '__Host-seb_lang=en', 'accept-language': 'da' }
  assert.equal(await (await pages().request('/', { headers })).text(), 'en')
})

test('a language SEB does not have changes nothing', async () => {
  const answer = await pages().request('/?sprog=xx', { headers: { cookie: '__Host-seb_lang=<script>' } })
  assert.equal(await answer.text(), 'da')
  assert.equal(answer.headers.get('set-cookie'), null)
})

test('on loopback without TLS the cookie has its plain name', async () => {
  const answer = await pages(false).request('/?sprog=en')
  assert.match(answer.headers.get('set-cookie') ?? '', /^seb_lang=en;(?!.*Secure)/)
})

test('the browser’s preference decides for who comes first time', () => {
  assert.equal(preferredLanguage('en-GB,en;q=0.9,da;q=0.8'), 'en')
  assert.equal(preferredLanguage('da-DK,da;q=0.9,en;q=0.8'), 'da')
  assert.equal(preferredLanguage('en;q=0.3, da;q=0.7'), 'da')
  assert.equal(preferredLanguage('sv-SE'), 'da')
  assert.equal(preferredLanguage('de-DE,fr;q=0.5'), 'en')
  assert.equal(preferredLanguage('*'), 'da')
  assert.equal(preferredLanguage('en;q=0'), 'da')
  assert.equal(preferredLanguage('en;q=often'), 'da')
})

test('switching language keeps the rest of the address', () => {
  const url = new URL('https://seb.example/login/vaelg?login=1&soeg=%C3%A5&sprog=da')
  assert.equal(addressIn('en', url), '/login/vaelg?login=1&soeg=%C3%A5&sprog=en')
})

test('the link to the other language never leads to another host', () => {
  for (const path of ['//evil.example/x', '///evil.example/x', '/\\evil.example/x']) {
    assert.equal(addressIn('en', new URL(`https://seb.example${path}`)), '/evil.example/x?sprog=en', path)
  }
})
