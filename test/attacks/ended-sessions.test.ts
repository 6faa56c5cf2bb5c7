/** What is over is over: no log-in that was under way goes on with a session that has ended, or in a browser it is not of. (C5, C9) */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { inflateRawSync } from 'node:zlib'
import { encodePost } from '../../src/protocols/saml/bindings/post.ts'
import { parseXml } from '../../src/protocols/saml/xml/parse-xml.ts'
import { signElement } from '../../src/protocols/saml/xml/sign-element.ts'
import { writeXml } from '../../src/protocols/saml/xml/write-xml.ts'
import { anna, clinicCvr, sor } from '../support/clinic.ts'
import { fieldsFor, textOf } from '../support/clinic-stage.ts'
import type { TestService } from '../support/test-service.ts'
import { asField, openAttackStage } from './attack-stage.ts'
import { assertion, at, authentication, response, signed } from './forge.ts'

const stage = await openAttackStage()
after(() => stage.close())
const { region, medicine, referrals } = stage

/** Two employments in one clinic: one role in the medicine service, two in the other. Made up. */
const lise = { ...anna, uuid: '77777777-7777-4777-8777-777777777777', name: 'Lise Myg' }
const role = (service: TestService) => ({
  service: service.key,
  role: 'laege',
  scopes: { enhed: [sor] },
  reason: 'made up',
})
await stage.apply({
  people: [
    {
      key: 'lise',
      name: lise.name,
      accounts: [
        { cvr: clinicCvr, key: 'lise-1', professionalUuid: lise.uuid, assignments: [role(medicine), role(referrals)] },
        { cvr: clinicCvr, key: 'lise-2', assignments: [role(referrals)] },
      ],
    },
  ],
})

/** Logged in at one service, and asked by another on whose behalf. */
async function asked() {
  const browser = stage.browser()
  fieldsFor(await stage.logIn(browser, medicine, region, lise), medicine)
  const choice = await browser.get(referrals.ask().url)
  assert.equal(choice.url.pathname, '/login/organisation')
  return { browser, choice }
}

const answered = (page: { body: string }) => page.body.includes('SAMLResponse')

test('she chooses, and is let in', async () => {
  const { browser, choice } = await asked()
  fieldsFor(await browser.press(choice, 'Lægerne'), referrals)
})

test('after log-out in another tab, the question on whose behalf lets nobody in any more', async () => {
  const { browser, choice } = await asked()
  await browser.press(await browser.get(`${stage.url}/login/log-ud`), 'Log ud')
  const shown = await browser.get(choice.url)
  assert.ok(!textOf(shown).includes('Lægerne ved Broen'), 'nor does it tell whose it was')
  const page = await browser.press(choice, 'Lægerne')
  assert.ok(!answered(page))
  assert.notEqual(page.url.pathname, '/login/organisation')
})

test('nor when the session has run out meanwhile', async () => {
  const { browser, choice } = await asked()
  await stage.db
    .updateTable('session')
    .set({ last_used_at: new Date(stage.clock.now().getTime() - 31 * 60_000) })
    .execute()
  assert.ok(!answered(await browser.press(choice, 'Lægerne')))
})

test('a log-in request by form that came with a session goes on as the person only in the browser with that session', async () => {
  const browser = stage.browser()
  fieldsFor(await stage.logIn(browser, medicine, region, anna), medicine)
  const cookie = `seb_session=${browser.cookie('127.0.0.1', 'seb_session')}`
  const begun = await stage.post('/saml/sso', new URLSearchParams(posted(referrals)), { cookie })
  assert.equal(begun.status, 303)
  const page = await stage.browser().get(new URL(begun.headers.get('location') ?? '', stage.url))
  assert.ok(!answered(page))
  const own = await stage.post('/saml/sso', new URLSearchParams(posted(referrals)), { cookie })
  fieldsFor(await browser.get(new URL(own.headers.get('location') ?? '', stage.url)), referrals)
})

test('a session ends when the identity provider said that it would', async () => {
  const { browser, context: c } = await stage.pending()
  const statement = authentication(c, ` AuthnInstant="${at(c, -5)}" SessionNotOnOrAfter="${at(c, 600)}"`)
  const answer = response(c, signed(c, assertion(c, { authentication: statement })))
  fieldsFor(await stage.carry(browser, asField(answer)), medicine)
  fieldsFor(await browser.get(medicine.ask().url), medicine)
  stage.clock.moveMinutes(11)
  assert.equal((await browser.get(medicine.ask().url)).url.pathname, '/login/vaelg')
})

/** The service's request, as a form with the signature inside. */
function posted(service: TestService): Record<string, string> {
  const { url } = service.ask()
  const xml = inflateRawSync(Buffer.from(url.searchParams.get('SAMLRequest') ?? '', 'base64'))
  const request = writeXml(signElement(parseXml(xml), service.signingKey))
  const form = encodePost({ parameter: 'SAMLRequest', xml: request, destination: new URL('/saml/sso', stage.url) })
  return form.kind === 'post' ? { ...form.fields } : assert.fail()
}
