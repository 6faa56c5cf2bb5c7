/** A rightful answer of an identity provider in the wrong hands: only the whole product can tell, since the message is in order. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { UserAgent } from '../interop/user-agent.ts'
import { anna } from '../support/clinic.ts'
import { fieldsFor, openClinicStage, referenceOn } from '../support/clinic-stage.ts'

const stage = await openClinicStage()
after(() => stage.close())
const { region, medicine } = stage

/** Carries an answer to SEB as a browser does, and stops before the redirect that follows. */
async function deliver(fields: Record<string, string>): Promise<{ status: number; address: URL }> {
  const { status, headers } = await fetch(`${stage.url}/saml/acs`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: 'https://region.provider.example', 'sec-fetch-site': 'cross-site' },
    body: new URLSearchParams(fields),
  })
  return { status, address: new URL(headers.get('location') ?? '', stage.url) }
}

/** A log-in that one browser began and another person answers. */
async function lured() {
  const attacker = stage.browser()
  const request = await stage.toProvider(attacker, medicine, region)
  const { address } = await deliver(region.answer(request, anna))
  const login = address.searchParams.get('login') ?? ''
  return { attacker, address, login }
}

const goOn = (browser: UserAgent, login: string) =>
  browser.get(new URL(`/login/videre?${new URLSearchParams({ login })}`, stage.url))

test('who lures somebody else into answering a log-in of theirs does not get in before the lured browser comes on', async () => {
  const { attacker, login } = await lured()
  const page = await goOn(attacker, login)
  assert.equal(page.url.pathname, '/login/vaelg')
  assert.equal(await sessions(), 0)
})

test('nor after it, and the lured browser is told that the log-in was not its own', async () => {
  const { attacker, address, login } = await lured()
  const page = await stage.browser().get(address)
  assert.equal(page.status, 400)
  assert.ok(!page.body.includes(anna.name))
  const [event] = (await stage.events(referenceOn(page))).slice(-1)
  assert.equal(event?.action, 'sign-in.refused')
  const after = await goOn(attacker, login)
  assert.equal(after.status, 403)
  assert.ok(!after.body.includes('SAMLResponse'))
  assert.equal(await sessions(), 0)
})

test('nor by asking over and over, in every way there is, while the answer comes in', async () => {
  const attacker = stage.browser()
  const request = await stage.toProvider(attacker, medicine, region)
  const [row] = await stage.db
    .selectFrom('sign_in')
    .select('id')
    .where('upstream_message_id', '=', request.id)
    .execute()
  const login = row?.id ?? assert.fail('no sign-in')
  const own = new URL('/login/vaelg', stage.url)
  const post = (action: string, fields: Record<string, string>) =>
    attacker.submit({ page: own, action: new URL(action, own), method: 'post', fields, buttons: [] })
  const ways = [
    () => goOn(attacker, login),
    () => attacker.get(new URL(`/login/organisation?login=${login}`, stage.url)),
    () => attacker.get(new URL(`/login/afvist?login=${login}`, stage.url)),
    () => post('/login/organisation', { login, konto: 'x' }),
  ]
  const asked = Array.from({ length: 40 }, (_, at) => ways[at % ways.length]?.())
  const [, ...pages] = await Promise.all([deliver(region.answer(request, anna)), ...asked])
  for (const page of pages) assert.ok(!page?.body.includes('SAMLResponse'), page?.url.href)
  assert.equal(await sessions(), 0)
})

test('the browser that began and carried the answer gets in, also when it had to send the answer twice', async () => {
  const browser = stage.browser()
  const request = await stage.toProvider(browser, medicine, region)
  const answer = region.answer(request, anna)
  await deliver(answer)
  const profile = await medicine.read(fieldsFor(await stage.carry(browser, answer), medicine))
  assert.ok(profile.nameID)
  assert.equal(await sessions(), 1)
})

async function sessions(): Promise<number> {
  return (await stage.db.selectFrom('session').select('id').execute()).length
}
