/** NemLog-in's two profiles share one entity id: which of them speaks is known from what SEB asked and from the keys. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { randomIds } from '../../src/base/ids.ts'
import { encodeRedirect } from '../../src/protocols/saml/bindings/redirect.ts'
import { writeLogoutRequest } from '../../src/protocols/saml/write-logout-request.ts'
import { writeXml } from '../../src/protocols/saml/xml/write-xml.ts'
import type { UserAgent } from '../interop/user-agent.ts'
import { anna, clinicCvr } from '../support/clinic.ts'
import { fieldsFor, openClinicStage } from '../support/clinic-stage.ts'
import type { TestProvider } from '../support/test-provider.ts'
import type { TestService } from '../support/test-service.ts'

const stage = await openClinicStage()
after(() => stage.close())
const { nemlogin } = stage

/** Registered under a name of its own, then given what only another profile could have: the same entity id. */
const other = await stage.provider('nemlogin')
const names = { da: 'Den anden profil', en: 'The other profile' }
const provider = { kind: 'nemlog-in', names, category: 'national', highestAssurance: 'High' }
const metadata = { inline: other.metadata.replaceAll(`entityID="${other.entityId}"`, 'entityID="urn:for-the-moment"') }
await stage.apply({ identityProviders: [{ key: 'nemlogin-other', ...provider, metadata }] })
await stage.db
  .updateTable('identity_provider')
  .set({ entity_id: nemlogin.entityId, profile: 'another' })
  .where('key', '=', 'nemlogin-other')
  .execute()

const [first, second] = await Promise.all([service('first', 'nemlogin'), service('second', 'nemlogin-other')])

/** A service that uses one of the two profiles only. */
async function service(key: string, providerKey: string): Promise<TestService> {
  const made = await stage.service(key)
  await stage.apply({
    services: [
      {
        key,
        names: { da: key, en: key },
        shortName: key,
        audience: 'professional',
        lowestAssurance: 'Substantial',
        access: 'account',
        logInKinds: ['professional'],
        identityProviders: [providerKey],
        metadata: { inline: made.metadata },
      },
    ],
    grants: [{ cvr: clinicCvr, service: key }],
  })
  return made
}

async function answered(browser: UserAgent, made: TestService, by: TestProvider) {
  const atProvider = await browser.get(made.ask().url)
  return stage.carry(browser, by.answer(by.read(atProvider.url), anna))
}

async function loggedIn(made: TestService, by: TestProvider): Promise<UserAgent> {
  const browser = stage.browser()
  fieldsFor(await answered(browser, made, by), made)
  return browser
}

const isLoggedIn = async (browser: UserAgent, made: TestService) =>
  (await browser.get(made.ask().url)).url.origin === stage.url

/** A request to log out, as the holder of the key would send it. */
function logOut(by: TestProvider): URL {
  const destination = new URL('/saml/sp/slo', stage.url)
  const element = writeLogoutRequest({
    id: randomIds.xmlId(),
    now: stage.clock.now(),
    issuer: by.entityId,
    destination,
    subject: {
      value: `https://data.gov.dk/model/core/eid/professional/uuid/${anna.uuid}`,
      format: 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent',
      nameQualifier: null,
      spNameQualifier: null,
    },
    sessionIndexes: [],
    reason: 'user',
  })
  return encodeRedirect({ parameter: 'SAMLRequest', xml: writeXml(element), destination, signWith: by.key }).url
}

test('an answer is held against the profile that was asked, and the keys of the other count for nothing', async () => {
  for (const [made, right, wrong] of [
    [first, nemlogin, other],
    [second, other, nemlogin],
  ] as const) {
    assert.equal((await answered(stage.browser(), made, wrong)).status, 403)
    fieldsFor(await answered(stage.browser(), made, right), made)
  }
})

test('a log-out request ends the sessions of the profile whose key signed it, and no others', async () => {
  for (const [by, ended, kept] of [
    [nemlogin, first, second],
    [other, second, first],
  ] as const) {
    const keeper = await loggedIn(kept, kept === first ? nemlogin : other)
    const leaver = await loggedIn(ended, by)
    const page = await leaver.get(logOut(by))
    assert.ok(page.url.href.startsWith(`${ended.entityId}/slo`), `at ${page.url}`)
    assert.ok(!(await isLoggedIn(leaver, ended)))
    assert.ok(await isLoggedIn(keeper, kept))
  }
})

test('where both profiles have the same key, as at NemLog-in, the sessions of both are found', async () => {
  const row = await stage.db
    .selectFrom('identity_provider')
    .select('metadata')
    .where('key', '=', 'nemlogin')
    .executeTakeFirstOrThrow()
  await stage.db
    .updateTable('identity_provider')
    .set({ metadata: JSON.stringify(row.metadata) })
    .where('key', '=', 'nemlogin-other')
    .execute()
  stage.clock.moveMinutes(1)
  for (const made of [first, second]) {
    const browser = await loggedIn(made, nemlogin)
    const page = await browser.get(logOut(nemlogin))
    assert.ok(page.url.href.startsWith(`${made.entityId}/slo`), `at ${page.url}`)
    assert.ok(!(await isLoggedIn(browser, made)))
  }
})

test('a key that neither profile has ends nothing', async () => {
  const browser = await loggedIn(first, nemlogin)
  const page = await browser.get(logOut({ ...nemlogin, key: stage.region.key }))
  assert.equal(page.status, 400)
  assert.ok(await isLoggedIn(browser, first))
})
