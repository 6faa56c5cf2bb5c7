/** SEB's own pages are a service that people log in to through SEB, and each page says whom one acts for. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { randomIds } from '../../src/base/ids.ts'
import { anna, birgit, carl, clinicCvr, dorte } from '../support/clinic.ts'
import { openClinicStage, textOf } from '../support/clinic-stage.ts'
import type { TestPerson } from '../support/test-provider.ts'

const stage = await openClinicStage()
after(() => stage.close())
const { nemlogin } = stage

const { id: accountId } = await stage.db
  .selectFrom('account')
  .select('id')
  .where('key', '=', 'anna')
  .executeTakeFirstOrThrow()
await stage.db
  .insertInto('administrator_appointment')
  .values({
    id: randomIds.uuid(),
    account_id: accountId,
    level: 'chief',
    appointed_by: 'test',
    appointed_at: stage.clock.now(),
  })
  .execute()

/** To the administration, through discovery and the provider. */
async function enter(person: TestPerson) {
  const browser = stage.browser()
  const choice = await browser.get(`${stage.url}/admin`)
  assert.equal(choice.url.pathname, '/login/vaelg')
  const way = person.kind === 'professional' ? 'MitID Erhverv' : 'MitID Privat'
  const door = await browser.goOn(await browser.press(choice, way))
  return { browser, page: await stage.carry(browser, nemlogin.answer(nemlogin.read(door.url), person)) }
}

test('a chief administrator gets in, and the page says for whom and as what she acts', async () => {
  const { page } = await enter(anna)
  assert.equal(page.status, 200)
  assert.match(textOf(page), /Du handler for Lægerne ved Broen/)
  assert.match(textOf(page), /Anna Bro , overbrugeradministrator/)
})

test('one click changes the capacity, and every later page knows', async () => {
  const { browser } = await enter(anna)
  const choose = await browser.get(`${stage.url}/admin/handl-for`)
  await browser.press(choose, 'medarbejder')
  assert.match(textOf(await browser.get(`${stage.url}/admin/handl-for`)), /Anna Bro , medarbejder/)
  assert.ok((await stage.events()).some(({ action }) => action === 'capacity.chosen'))
})

test('an employee is an employee, whatever they ask for', async () => {
  const { browser, page } = await enter(birgit)
  assert.match(textOf(page), /Birgit Dal , medarbejder/)
  const form = {
    page: page.url,
    action: new URL('/admin/handl-for', stage.url),
    method: 'post' as const,
    fields: { som: `chief-administrator:${accountId}` },
    buttons: [],
  }
  await browser.submit(form)
  assert.match(textOf(await browser.get(`${stage.url}/admin/handl-for`)), /Birgit Dal , medarbejder/)
})

test('an employee who has other work besides is asked for which they come, and either choice leads to its first page', async () => {
  await stage.apply({
    people: [
      {
        key: 'birgit',
        name: birgit.name,
        staff: [{ capacity: 'system-management' }],
        accounts: [{ cvr: clinicCvr, key: 'birgit', professionalUuid: birgit.uuid }],
      },
    ],
  })
  const { browser, page } = await enter(birgit)
  assert.equal(page.url.pathname, '/admin/handl-for')
  assert.match(textOf(page), /Hvem handler du for\? .*medarbejder.*systemforvaltning/)
  assert.equal((await browser.press(page, 'systemforvaltning')).url.pathname, '/forvaltning/organisationer')
  const own = textOf(await browser.get(`${stage.url}/mig`))
  assert.match(own, /Min adgang Du handler som systemforvaltning for hele SEB\. .*Skift til medarbejder/)
  assert.equal((await browser.press(page, 'medarbejder')).url.pathname, '/mig')
  assert.equal((await browser.get(`${stage.url}/admin`)).url.pathname, '/admin/handl-for')
})

test('somebody whom no organisation knows is told so', async () => {
  const { page } = await enter(carl)
  assert.equal(page.status, 403)
  assert.match(textOf(page), /SEB kender dig ikke/)
})

test('a private log-in does not act for an organisation that has not allowed it', async () => {
  const { page } = await enter(dorte)
  assert.equal(page.status, 403)
})

test('a log-in that is too weak is refused, and administration stays shut', async () => {
  const { page } = await enter({ ...anna, loa: 'Low' })
  assert.equal(page.status, 403)
  assert.doesNotMatch(textOf(page), /Du handler for/)
})

test('a session that has ended shows nothing', async () => {
  const { browser } = await enter(anna)
  stage.clock.moveMinutes(31)
  assert.equal((await browser.get(`${stage.url}/admin/handl-for`)).url.pathname, '/login/vaelg')
})
