/** Chief administrators appoint and remove; nobody else even sees that there is such a page. */

import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { findAdministrator } from '../../src/access/admin/administrators/administrators.store.ts'
import { saveAppointment, shownAs } from '../../src/access/admin/administrators/save-appointment.ts'
import { isLastChief } from '../../src/access/appointments/orphan-guard.ts'
import { inOrganisation } from '../../src/storage/in-organisation.ts'
import type { Page, UserAgent } from '../interop/user-agent.ts'
import { anna, birgit, clinicCvr } from '../support/clinic.ts'
import { openClinicStage, textOf } from '../support/clinic-stage.ts'
import { notifyDeps } from '../support/notify-deps.ts'
import type { TestPerson } from '../support/test-provider.ts'

const erik: TestPerson = { ...anna, uuid: 'eeeeeeee-eeee-4eee-8eee-eeeeeeeeeeee', name: 'Erik Graa' }
const frida: TestPerson = {
  ...anna,
  uuid: 'ffffffff-ffff-4fff-8fff-ffffffffffff',
  name: 'Frida Hav',
  cvr: '99999902',
  orgName: 'Fjordby Kommune',
}

const stage = await openClinicStage()
after(() => stage.close())
const account = (cvr: string, key: string, person: TestPerson, more: object = {}) => ({
  key,
  name: person.name,
  accounts: [{ cvr, key, professionalUuid: person.uuid, ...more }],
})
await stage.apply({
  people: [
    account(clinicCvr, 'anna', anna, { unit: 'klinik', administrator: { level: 'chief' } }),
    account(clinicCvr, 'erik', erik, {
      administrator: { level: 'administrator', units: ['klinik'] },
      functions: ['signatory'],
    }),
    {
      ...account('99999902', 'frida', frida, { administrator: { level: 'chief' } }),
      staff: [{ capacity: 'system-management' }, { capacity: 'service-desk' }, { capacity: 'auditor' }],
    },
  ],
})

async function accountId(key: string): Promise<string> {
  const row = await stage.db.selectFrom('account').select('id').where('key', '=', key).executeTakeFirstOrThrow()
  return row.id
}
const administrators = `${stage.url}/admin/administratorer`

async function enter(person: TestPerson): Promise<UserAgent> {
  const browser = stage.browser()
  const choice = await browser.get(`${stage.url}/admin`)
  const door = await browser.goOn(await browser.press(choice, 'MitID Erhverv'))
  await stage.carry(browser, stage.nemlogin.answer(stage.nemlogin.read(door.url), person))
  return browser
}

function submit(browser: UserAgent, path: string, fields: Record<string, string>): Promise<Page> {
  const page = new URL(administrators)
  return browser.submit({ page, action: new URL(path, stage.url), method: 'post', fields, buttons: [] })
}

async function shownOn(browser: UserAgent, key: string): Promise<string> {
  const page = await browser.get(`${administrators}/${await accountId(key)}`)
  return /name="set" value="([^"]*)"/.exec(page.body)?.[1] ?? ''
}

test('a chief administrator sees who administers, with limits by name, and is warned when alone', async () => {
  const text = textOf(await (await enter(anna)).get(administrators))
  assert.match(text, /Anna Bro \(dig\) Klinikken Overbrugeradministrator Alle enheder/)
  assert.match(text, /Erik Graa .*Brugeradministrator Klinikken Alle tjenester/)
  assert.match(text, /kun én overbrugeradministrator/)
})

test('nobody who is not a chief administrator here can tell that the page, or a person on it, is there', async () => {
  const birgitId = await accountId('birgit')
  const paths = ['', '/udpeg', `/${birgitId}`, `/${birgitId}/fjern`]
  for (const person of [birgit, erik]) {
    const browser = await enter(person)
    for (const path of paths) assert.equal((await browser.get(administrators + path)).status, 404, person.name + path)
    for (const path of paths.slice(2))
      assert.equal((await submit(browser, `/admin/administratorer${path}`, { niveau: 'chief' })).status, 404)
  }
  const stranger = await enter(frida)
  const missing = await stranger.get(`${administrators}/01980000-0000-7000-8000-000000000000`)
  const foreign = await stranger.get(`${administrators}/${birgitId}`)
  // The address is in the link to the other language, and in nothing else.
  assert.equal(foreign.status, 404)
  assert.equal(textOf(foreign), textOf(missing))
  for (const capacity of ['systemforvaltning', 'servicedesk', 'revisor', 'medarbejder']) {
    await stranger.press(await stranger.get(`${stage.url}/admin/handl-for`), capacity)
    for (const path of paths) assert.equal((await stranger.get(administrators + path)).status, 404, capacity + path)
  }
})

test('nobody appoints, changes or removes themselves', async () => {
  const browser = await enter(anna)
  const id = await accountId('anna')
  assert.equal((await browser.get(`${administrators}/${id}`)).status, 404)
  assert.equal((await submit(browser, `/admin/administratorer/${id}/fjern`, { set: 'x' })).status, 404)
})

test('a colleague is found, appointed with limits, and asked twice it happens once', async () => {
  const browser = await enter(anna)
  const found = await browser.get(`${administrators}/udpeg?soeg=birg`)
  assert.match(textOf(found), /Birgit Dal/)
  assert.doesNotMatch(textOf(found), /Anna Bro (?!,)Vælg|Erik Graa/)
  const path = `/admin/administratorer/${await accountId('birgit')}`
  const unit = await stage.db.selectFrom('unit').select('id').where('key', '=', 'klinik').executeTakeFirstOrThrow()
  const fields = { set: await shownOn(browser, 'birgit'), niveau: 'administrator', enhed: unit.id }
  for (let time = 0; time < 2; time++)
    assert.equal((await submit(browser, path, fields)).url.href, administrators, 'shown again after it is saved')
  assert.match(textOf(await browser.get(administrators)), /Birgit Dal Klinikken Brugeradministrator Klinikken/)
  const events = (await stage.events()).filter(({ action }) => action === 'administrator.added')
  assert.equal(events.filter(({ details }) => JSON.stringify(details).includes(unit.id)).length, 1)
})

test('a level that is missing, or a chief with limits, is told beside what was typed', async () => {
  const browser = await enter(anna)
  const path = `/admin/administratorer/${await accountId('birgit')}`
  assert.match(textOf(await submit(browser, path, { set: '' })), /Vælg et niveau/)
  const unit = await stage.db.selectFrom('unit').select('id').where('key', '=', 'klinik').executeTakeFirstOrThrow()
  const limited = await submit(browser, path, { set: '', niveau: 'chief', enhed: unit.id })
  assert.equal(limited.status, 422)
  assert.match(limited.body, /value="chief" checked/)
})

test('who saves over what another has changed meanwhile is told so, and nothing is lost', async () => {
  const browser = await enter(anna)
  const path = `/admin/administratorer/${await accountId('birgit')}`
  const shown = await shownOn(browser, 'birgit')
  await submit(browser, path, { set: shown, niveau: 'chief' })
  const late = await submit(browser, path, { set: shown, niveau: 'administrator' })
  assert.equal(late.status, 422)
  assert.match(textOf(late), /En anden har ændret det/)
  assert.doesNotMatch(textOf(await browser.get(administrators)), /kun én overbrugeradministrator/)
})

test('of two chiefs who remove each other at the same time, one remains', async () => {
  const [one, other] = await Promise.all([enter(anna), enter(birgit)])
  const [annaPath, birgitPath] = await Promise.all(
    ['anna', 'birgit'].map(async (key) => `/admin/administratorer/${await accountId(key)}/fjern`),
  )
  const [ofBirgit, ofAnna] = await Promise.all([shownOn(one, 'birgit'), shownOn(other, 'anna')])
  await Promise.all([submit(one, birgitPath ?? '', { set: ofBirgit }), submit(other, annaPath ?? '', { set: ofAnna })])
  const left = await stage.db
    .selectFrom('administrator_appointment')
    .innerJoin('account', 'account.id', 'account_id')
    .where('level', '=', 'chief')
    .where('ended_at', 'is', null)
    .where('account.key', 'in', ['anna', 'birgit'])
    .select('account.key')
    .execute()
  assert.equal(left.length, 1)
})

test('the last chief administrator is neither removed nor made less, whoever asks', async () => {
  const account = await stage.db
    .selectFrom('account')
    .innerJoin('administrator_appointment', 'administrator_appointment.account_id', 'account.id')
    .where('account.key', 'in', ['anna', 'birgit'])
    .where('ended_at', 'is', null)
    .select(['account.id', 'organisation_id'])
    .executeTakeFirstOrThrow()
  const by = { personId: '01980000-0000-7000-8000-000000000000', source: 'test' }
  const deps = notifyDeps(stage.clock)
  for (const terms of [null, { level: 'administrator', unitIds: null, serviceIds: null } as const]) {
    const outcome = await inOrganisation(stage.db, account.organisation_id, async (trx) => {
      const now = stage.clock.now()
      const administrator = await findAdministrator(trx, account.id, now)
      assert.ok(administrator)
      const change = {
        accountId: account.id,
        organisationId: account.organisation_id,
        by,
        shown: shownAs(administrator),
      }
      assert.equal(
        await isLastChief(trx, { organisationId: account.organisation_id, accountId: account.id, now }),
        true,
      )
      return saveAppointment(deps, trx, change, terms)
    })
    assert.equal(outcome, 'last-chief')
  }
})
