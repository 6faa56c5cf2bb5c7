/** The main road: somebody logs in to a health service through SEB, and arrives with their roles. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { readPrivileges } from '../../src/protocols/saml/oio/read-privileges.ts'
import { anna, birgit, carl, clinicCvr, dorte, sor } from '../support/clinic.ts'
import { fieldsFor, openClinicStage, referenceOn, statusIn, textOf } from '../support/clinic-stage.ts'

const stage = await openClinicStage()
after(() => stage.close())
const { region, nemlogin, medicine, referrals, citizens } = stage

test('a general practitioner arrives at the service with her roles, and software nobody here wrote reads them', async () => {
  const page = await stage.logIn(stage.browser(), medicine, region, anna)
  const profile = await medicine.read(fieldsFor(page, medicine))
  assert.match(profile.nameID, /^https:\/\/data\.gov\.dk\/model\/core\/eid\/professional\/uuid\/[0-9a-f-]{36}$/)
  assert.equal(profile['https://data.gov.dk/concept/core/nsis/loa'], 'Substantial')
  assert.equal(profile['https://data.gov.dk/model/core/eid/professional/cvr'], clinicCvr)
  assert.deepEqual(readPrivileges(String(profile['https://data.gov.dk/model/core/eid/privilegesIntermediate'])), [
    {
      scope: `urn:dk:gov:saml:cvrNumberIdentifier:${clinicCvr}`,
      constraints: [{ name: 'urn:dk:gov:saml:sorIdentifier', value: sor }],
      privileges: ['urn:dk:test:medicine:read'],
    },
  ])
})

test('a service is told only what is agreed with it', async () => {
  const page = await stage.logIn(stage.browser(), medicine, region, anna)
  const profile = await medicine.read(fieldsFor(page, medicine))
  assert.equal(profile['https://data.gov.dk/model/core/eid/professional/uuid/persistent'], undefined)
  assert.equal(profile['https://data.gov.dk/model/core/eid/cprNumber'], undefined)
})

test('one service knows a person again, and two cannot tell that it is the same', async () => {
  const names = []
  for (const service of [medicine, medicine, referrals]) {
    const page = await stage.logIn(stage.browser(), service, region, anna)
    names.push((await service.read(fieldsFor(page, service))).nameID)
  }
  assert.equal(names[0], names[1])
  assert.notEqual(names[0], names[2])
})

test('the second service lets her in without another log-in, and the level is still told', async () => {
  const browser = stage.browser()
  fieldsFor(await stage.logIn(browser, medicine, region, anna), medicine)
  const page = await browser.get(referrals.ask().url)
  const profile = await referrals.read(fieldsFor(page, referrals))
  assert.equal(profile['https://data.gov.dk/concept/core/nsis/loa'], 'Substantial')
})

test('a service that wants a fresh log-in gets one', async () => {
  const browser = stage.browser()
  await stage.logIn(browser, medicine, region, anna)
  const request = await stage.toProvider(browser, referrals, region, { forceAuthn: true })
  assert.equal('forceAuthn' in request && request.forceAuthn, true)
})

test('a passive request is answered from a session, and with a no where there is none', async () => {
  const browser = stage.browser()
  const none = await browser.get(medicine.ask({ isPassive: true }).url)
  assert.equal(statusIn(fieldsFor(none, medicine)), 'NoPassive')
  await stage.logIn(browser, medicine, region, anna)
  const page = await browser.get(referrals.ask({ isPassive: true }).url)
  assert.ok(await referrals.read(fieldsFor(page, referrals)))
})

test('what the service sent along comes back to it to the letter', async () => {
  const relayState = 'https://medicine.service.example/?a=æ&b=%20'
  const page = await stage.logIn(stage.browser(), medicine, region, anna, { relayState })
  assert.equal(fieldsFor(page, medicine).RelayState, relayState)
})

test('a citizen logs in with MitID Privat and the service gets the number it has a legal basis for', async () => {
  const page = await stage.logIn(stage.browser(), citizens, nemlogin, dorte)
  const profile = await citizens.read(fieldsFor(page, citizens))
  assert.equal(profile['https://data.gov.dk/model/core/eid/cprNumber'], dorte.cpr)
  assert.match(profile.nameID, /\/eid\/person\/uuid\//)
})

test('no CPR number stands in clear anywhere in the database', async () => {
  await stage.logIn(stage.browser(), citizens, nemlogin, dorte)
  for (const table of ['session', 'sign_in', 'audit_event', 'person', 'identity'] as const) {
    const rows = JSON.stringify(await stage.db.selectFrom(table).selectAll().execute())
    assert.ok(!rows.includes(dorte.cpr ?? '-'), table)
  }
})

test('somebody without a role is told who decides, with a reference that finds the story', async () => {
  const page = await stage.logIn(stage.browser(), medicine, region, birgit)
  assert.equal(page.status, 403)
  assert.match(textOf(page), /rolle/)
  const events = await stage.events(referenceOn(page))
  assert.deepEqual(
    events.map(({ action, outcome }) => `${action} ${outcome}`),
    [
      'sign-in.started success',
      'sign-in.sent-to-identity-provider success',
      'identity-provider.answered success',
      'sign-in.refused refused',
    ],
  )
})

test('somebody the organisation does not know is told so, and the service gets a no', async () => {
  const browser = stage.browser()
  const page = await stage.logIn(browser, medicine, region, carl)
  assert.equal(page.status, 403)
  const back = await browser.press(page, 'tilbage')
  assert.equal(statusIn(fieldsFor(back, medicine)), 'UnknownPrincipal')
  await assert.rejects(medicine.read(fieldsFor(back, medicine)))
})
