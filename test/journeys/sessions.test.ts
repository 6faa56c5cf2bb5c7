/** How long a log-in lasts, and that an ended right or session is over at the next door. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { anna } from '../support/clinic.ts'
import { fieldsFor, openClinicStage } from '../support/clinic-stage.ts'

const stage = await openClinicStage()
after(() => stage.close())
const { region, medicine, referrals } = stage

const loggedIn = async () => {
  const browser = stage.browser()
  fieldsFor(await stage.logIn(browser, medicine, region, anna), medicine)
  return browser
}
const isAsked = (page: { url: URL }) => page.url.pathname === '/login/vaelg'

test('a session that is not used for half an hour is over', async () => {
  const browser = await loggedIn()
  stage.clock.moveMinutes(29)
  fieldsFor(await browser.get(referrals.ask().url), referrals)
  stage.clock.moveMinutes(29)
  fieldsFor(await browser.get(referrals.ask().url), referrals)
  stage.clock.moveMinutes(31)
  assert.ok(isAsked(await browser.get(referrals.ask().url)))
})

test('a session is over after eight hours, however busy', async () => {
  const browser = await loggedIn()
  for (let minutes = 0; minutes < 8 * 60 - 20; minutes += 20) {
    stage.clock.moveMinutes(20)
    fieldsFor(await browser.get(referrals.ask().url), referrals)
  }
  stage.clock.moveMinutes(21)
  assert.ok(isAsked(await browser.get(referrals.ask().url)))
})

test('every log-in gets a new session, and the one before is over', async () => {
  const browser = await loggedIn()
  await stage.logIn(browser, medicine, region, anna, { forceAuthn: true })
  const sessions = await stage.db
    .selectFrom('session')
    .select(['ended_at', 'token_hash'])
    .orderBy('started_at', 'desc')
    .orderBy('id', 'desc')
    .limit(2)
    .execute()
  assert.notEqual(sessions[0]?.token_hash, sessions[1]?.token_hash)
  assert.deepEqual([sessions[0]?.ended_at === null, sessions[1]?.ended_at === null], [true, false])
})

test('a suspended account is stopped at the next service, session or not', async () => {
  const browser = await loggedIn()
  const suspend = (status: string) =>
    stage.apply({
      people: [
        {
          key: 'anna',
          name: anna.name,
          accounts: [{ cvr: anna.cvr, key: 'anna', unit: 'klinik', professionalUuid: anna.uuid, status }],
        },
      ],
    })
  await suspend('suspended')
  assert.equal((await browser.get(referrals.ask().url)).status, 403)
  await suspend('active')
})

test('no session token stands in the database as it is in the browser', async () => {
  const page = await stage.logIn(stage.browser(), medicine, region, anna)
  fieldsFor(page, medicine)
  const rows = await stage.db.selectFrom('session').select('token_hash').execute()
  assert.ok(rows.every((row) => /^[A-Za-z0-9_-]{43}$/.test(row.token_hash)))
})
