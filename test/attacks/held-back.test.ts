/** Who asks for more than any workplace would is held back with a page, and nobody else is; what tells how SEB runs is not for all. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { textOf } from '../support/clinic-stage.ts'
import { openStage } from '../support/stage.ts'

const limits = { TRUSTED_PROXIES: '1', REQUESTS_PER_MINUTE_PER_ADDRESS: '10' }
const stage = await openStage(limits)
after(() => stage.close())

function ask(path: string, from: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(stage.url + path, {
    headers: { 'x-forwarded-for': from, 'accept-language': 'en', ...headers },
    redirect: 'manual',
  })
}

async function letThrough(path: string, from: string, times: number): Promise<number> {
  let count = 0
  for (let time = 0; time < times; time++) if ((await ask(path, from)).status !== 429) count++
  return count
}

test('one address gets no more than its share of each door, and another still gets in', async () => {
  for (const path of ['/saml/sso', '/login/vaelg', '/admin'])
    assert.equal(await letThrough(path, path === '/admin' ? '203.0.113.9' : '203.0.113.1', 12), 10, path)
  assert.equal(await letThrough('/saml/sso', '203.0.113.2', 3), 3)
  assert.equal((await ask('/', '203.0.113.1')).status, 200)
})

test('who is held back is told when to come again, in their language, and the audit knows it once', async () => {
  const { length: before } = await heldBack()
  await letThrough('/saml/sso', '203.0.113.3', 10)
  const answer = await ask('/saml/sso', '203.0.113.3')
  assert.equal(answer.status, 429)
  assert.equal(Number(answer.headers.get('retry-after')), 6)
  const page = { body: await answer.text() } as Parameters<typeof textOf>[0]
  assert.match(textOf(page), /too many attempts in a short time/)
  assert.match(await (await ask('/saml/sso', '203.0.113.3', { 'accept-language': 'da' })).text(), /for mange forsøg/)
  assert.equal((await heldBack()).length, before + 1)
  stage.clock.moveMinutes(1)
  assert.equal(await letThrough('/saml/sso', '203.0.113.3', 12), 10)
})

test('an answer that is posted is held back before it is read', async () => {
  await letThrough('/saml/sso', '203.0.113.4', 10)
  const answer = await fetch(`${stage.url}/saml/acs`, {
    method: 'POST',
    headers: { 'x-forwarded-for': '203.0.113.4', 'content-type': 'application/x-www-form-urlencoded' },
    body: 'SAMLResponse=x',
  })
  assert.equal(answer.status, 429)
})

test('what a browser says of its own address beyond the proxy changes nothing', async () => {
  let count = 0
  for (let time = 0; time < 12; time++)
    if ((await ask('/saml/sso', `198.51.100.${time}, 203.0.113.5`)).status !== 429) count++
  assert.equal(count, 10)
})

test('without a token only the machine itself reads the measurements, and nobody through a proxy on it', async () => {
  assert.match(await (await fetch(`${stage.url}/metrics`)).text(), /http_request_duration_seconds/)
  for (const name of ['x-forwarded-for', 'forwarded', 'x-real-ip', 'via'])
    assert.equal((await fetch(`${stage.url}/metrics`, { headers: { [name]: '127.0.0.1' } })).status, 404, name)
})

async function heldBack() {
  return (await stage.events()).filter(({ action }) => action === 'request.too-many')
}

test('a network address that asks for many mail subscriptions is held back, and others are not', async () => {
  const statusOf = async (from: string) => {
    const headers = { 'X-Forwarded-For': from, 'Sec-Fetch-Site': 'same-origin' }
    return (await fetch(`${stage.url}/driftsstatus/tilmeld`, { method: 'POST', headers })).status
  }
  const statuses: number[] = []
  for (let time = 0; time < 11; time++) statuses.push(await statusOf('203.0.113.77'))
  assert.deepEqual([...new Set(statuses)], [422, 429])
  assert.equal(await statusOf('203.0.113.78'), 422)
})
