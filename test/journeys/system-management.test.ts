/** System management sees every organisation and takes services back, with the effect shown first; nobody else gets there. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Page, UserAgent } from '../interop/user-agent.ts'
import { anna, birgit, clinicCvr } from '../support/clinic.ts'
import { openClinicStage, textOf } from '../support/clinic-stage.ts'
import type { TestPerson } from '../support/test-provider.ts'

const stage = await openClinicStage()
after(() => stage.close())
await stage.apply({
  people: [
    {
      key: 'birgit',
      name: birgit.name,
      staff: [
        { capacity: 'system-management' },
        { capacity: 'service-desk' },
        { capacity: 'auditor' },
        { capacity: 'service-owner', service: 'medicine' },
      ],
      accounts: [
        {
          cvr: clinicCvr,
          key: 'birgit',
          professionalUuid: birgit.uuid,
          administrator: { level: 'administrator' },
          functions: ['security-officer', 'signatory'],
        },
      ],
    },
    {
      key: 'anna',
      name: anna.name,
      accounts: [
        { cvr: clinicCvr, key: 'anna', unit: 'klinik', professionalUuid: anna.uuid, administrator: { level: 'chief' } },
      ],
    },
  ],
})

const { id: clinicId } = await stage.db
  .selectFrom('organisation')
  .select('id')
  .where('cvr', '=', clinicCvr)
  .executeTakeFirstOrThrow()
const { id: grantId } = await stage.db
  .selectFrom('service_grant')
  .innerJoin('service', 'service.id', 'service_id')
  .where('service.key', '=', 'medicine')
  .select('service_grant.id')
  .executeTakeFirstOrThrow()
const list = '/forvaltning/organisationer'
const clinic = `${list}/${clinicId}`
const takeBack = `${clinic}/tjenester/${grantId}/tag-tilbage`

async function enter(person: TestPerson, capacity: string | null = null): Promise<UserAgent> {
  const browser = stage.browser()
  const choice = await browser.get(`${stage.url}/admin`)
  const door = await browser.goOn(await browser.press(choice, 'MitID Erhverv'))
  await stage.carry(browser, stage.nemlogin.answer(stage.nemlogin.read(door.url), person))
  if (capacity) await browser.press(await browser.get(`${stage.url}/admin/handl-for`), capacity)
  return browser
}
const open = (browser: UserAgent, path: string) => browser.get(stage.url + path)
const submit = (browser: UserAgent, fields: Record<string, string>): Promise<Page> =>
  browser.submit({
    page: new URL(stage.url),
    action: new URL(takeBack, stage.url),
    method: 'post',
    fields,
    buttons: [],
  })

test('every capacity comes as far as the table of actions says, and no farther', async () => {
  // May see organisations; may take a service back.
  const reach: Record<string, readonly [boolean, boolean]> = {
    'system-management:': [true, true],
    'service-desk:': [true, false],
    'auditor:': [false, false],
    'service-owner:': [false, false],
    'administrator:': [false, false],
    'security-officer:': [false, false],
    'signatory:': [false, false],
    'employee:': [false, false],
  }
  const browser = await enter(birgit)
  for (const [capacity, [sees, takes]] of Object.entries(reach)) {
    await browser.press(await open(browser, '/admin/handl-for'), capacity)
    for (const path of [list, clinic])
      assert.equal((await open(browser, path)).status, sees ? 200 : 404, capacity + path)
    assert.equal((await open(browser, takeBack)).status, takes ? 200 : 404, capacity)
    if (!takes) assert.equal((await submit(browser, { set: '1/1' })).status, 404, capacity)
  }
  const chief = await enter(anna)
  for (const path of [list, clinic, takeBack]) assert.equal((await open(chief, path)).status, 404, path)
  assert.equal((await submit(chief, { set: '1/1' })).status, 404)
  const stranger = await open(stage.browser(), list)
  assert.equal(stranger.url.pathname, '/login/vaelg')
})

test('an organisation is found by name or CVR number, and an address that is not one is not found', async () => {
  const browser = await enter(birgit, 'systemforvaltning')
  assert.match(textOf(await open(browser, list)), /2 organisationer/)
  for (const part of ['broen', clinicCvr.slice(0, 8)]) {
    const text = textOf(await open(browser, `${list}?soeg=${part}`))
    assert.match(text, /1 organisation .*Lægerne ved Broen/)
    assert.doesNotMatch(text, /Fjordby/)
  }
  assert.match(textOf(await open(browser, `${list}?soeg=%25`)), /Ingen organisationer passer/)
  assert.match(textOf(await open(browser, `${list}?soeg=&efter=x%27`)), /2 organisationer/)
  assert.match(textOf(await open(browser, `${list}?art=municipality&status=active`)), /1 organisation .*Fjordby/)
  assert.match(textOf(await open(browser, `${list}?status=closed`)), /Ingen organisationer passer/)
  for (const path of [`${list}/${grantId}`, `${list}/x`, `${list}/${clinicId}/tjenester/${clinicId}/tag-tilbage`])
    assert.equal((await open(browser, path)).status, 404, path)
})

test('the page of an organisation says what it may use, who administers it and its units, and that it was read', async () => {
  const text = textOf(await open(await enter(birgit, 'systemforvaltning'), clinic))
  assert.match(text, /Medicinkortet Alle roller/)
  assert.match(text, /Anna Bro, overbrugeradministrator/)
  assert.match(text, /Klinikken 999900000000011/)
  assert.ok((await stage.events()).some(({ action }) => action === 'organisation.viewed'))
})

test('system management has no way to give anybody a role', async () => {
  const browser = await enter(birgit, 'systemforvaltning')
  const account = await stage.db.selectFrom('account').select('id').where('key', '=', 'anna').executeTakeFirstOrThrow()
  for (const path of ['/admin/medarbejdere', `/admin/medarbejdere/${account.id}/tildel`, '/admin/administratorer'])
    assert.equal((await open(browser, path)).status, 404, path)
})

test('what is lost is said before a service is taken back; with another loss than shown, nothing happens', async () => {
  const browser = await enter(birgit, 'systemforvaltning')
  const before = await open(browser, takeBack)
  assert.match(textOf(before), /Det tager 1 rettighed fra 1 person/)
  const late = await submit(browser, { set: '0/0' })
  assert.equal(late.status, 422)
  assert.match(textOf(late), /siden du så siden/)
  const { valid_until } = await stage.db
    .selectFrom('service_grant')
    .select('valid_until')
    .where('id', '=', grantId)
    .executeTakeFirstOrThrow()
  assert.equal(valid_until, null)
})

test('a service that is taken back is gone at the next log-in, and asked twice it happens once', async () => {
  const browser = await enter(birgit, 'systemforvaltning')
  const before = await open(browser, takeBack)
  const inside = await stage.logIn(stage.browser(), stage.medicine, stage.nemlogin, anna)
  assert.equal(inside.forms.length, 1)
  await browser.press(before, 'Tag tjenesten tilbage')
  const again = await browser.press(before, 'Tag tjenesten tilbage')
  assert.equal(again.url.pathname, clinic)
  assert.match(textOf(again), /Medicinkortet Slut/)
  const refused = await stage.logIn(stage.browser(), stage.medicine, stage.nemlogin, anna)
  assert.equal(refused.status, 403)
  assert.equal((await stage.events()).filter(({ action }) => action === 'grant.taken-back').length, 1)
})
