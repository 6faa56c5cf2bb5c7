/** It cannot wait: a role taken at the refusal, at once, told of loudly, ended by itself, and judged afterwards by somebody else. */
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { after, test } from 'node:test'
import { randomIds } from '../../src/base/ids.ts'
import { tellOverdue } from '../../src/emergency/tell-overdue.job.ts'
import type { Page, UserAgent } from '../interop/user-agent.ts'
import { anna, birgit, clinicCvr } from '../support/clinic.ts'
import { fieldsFor, openClinicStage, textOf } from '../support/clinic-stage.ts'
import type { TestPerson } from '../support/test-provider.ts'

const stage = await openClinicStage()
after(() => stage.close())
const { db, clock, nemlogin, medicine } = stage
await stage.apply({
  people: [
    {
      key: 'anna',
      name: anna.name,
      email: 'anna@klinik.example',
      accounts: [
        { cvr: clinicCvr, key: 'anna', unit: 'klinik', professionalUuid: anna.uuid, administrator: { level: 'chief' } },
      ],
    },
    {
      key: 'birgit',
      name: birgit.name,
      accounts: [{ cvr: clinicCvr, key: 'birgit', unit: 'klinik', professionalUuid: birgit.uuid }],
    },
  ],
})
await db.updateTable('role').set({ emergency_hours: 4 }).where('key', '=', 'laege').execute()

const refused = async (person: TestPerson) => {
  const browser = stage.browser()
  const page = await stage.logIn(browser, medicine, nemlogin, person)
  assert.equal(page.status, 403, textOf(page))
  return { browser, page }
}
const fill = (browser: UserAgent, page: Page, fields: Record<string, string>) => {
  const [first = ''] = Object.keys(fields)
  const form = page.forms.find((one) => first in one.fields)
  if (!form) throw new Error(`no field ${first} on ${page.url}:\n${textOf(page)}`)
  return browser.submit({ ...form, fields: { ...form.fields, ...fields } })
}
const enter = async (person: TestPerson) => {
  const browser = stage.browser()
  const choice = await browser.get(`${stage.url}/admin`)
  const door = await browser.goOn(await browser.press(choice, 'MitID Erhverv'))
  await stage.carry(browser, nemlogin.answer(nemlogin.read(door.url), person))
  return browser
}
const taken = () => db.selectFrom('emergency_access').selectAll().execute()
const reason = 'En patient er bevidstløs, og jeg skal se medicinen.'

test('whoever is refused takes the role in the same breath, and is in the service with it', async () => {
  const { browser, page } = await refused(birgit)
  const form = await browser.press(page, 'Nødadgang')
  assert.match(textOf(form), /Du har rollen Læge til .*Administratorerne i Lægerne ved Broen/)
  const empty = await fill(browser, form, { begrundelse: '' })
  assert.equal(empty.status, 422)
  assert.match(textOf(empty), /Skriv, hvorfor det ikke kan vente/)
  const own = await fill(browser, form, { begrundelse: reason })
  assert.match(textOf(own), /Du har Læge i Medicinkortet til/)
  const again = await fill(browser, form, { begrundelse: reason })
  assert.equal(again.url.pathname, own.url.pathname, 'the form sent twice is one emergency')
  assert.equal((await taken()).length, 1)
  const inside = await stage.logIn(stage.browser(), medicine, nemlogin, birgit)
  assert.ok(fieldsFor(inside, medicine))
})

test('the administrators are mailed at once, without who or why', async () => {
  const mails = (await stage.mails()).filter(({ content }) => /taget nødadgang/.test(content.subject))
  assert.deepEqual(
    mails.map(({ to }) => to.email),
    ['anna@klinik.example'],
  )
  const text = JSON.stringify(mails)
  assert.doesNotMatch(text, new RegExp(birgit.name))
  assert.doesNotMatch(text, /bevidstløs/)
})

test('it is in the log with the reason, under the number that is read out', async () => {
  const [row] = await taken()
  const events = await stage.events(row?.reference)
  assert.deepEqual(
    events.map(({ action }) => action),
    ['emergency-access.taken'],
  )
})

test('nobody judges their own, and whoever may not judge at all finds nothing', async () => {
  const browser = await enter(birgit)
  const [row] = await taken()
  assert.equal((await browser.get(`${stage.url}/admin/noedadgang`)).status, 404)
  assert.equal((await browser.get(`${stage.url}/admin/noedadgang/${row?.id}`)).status, 404)
  await assert.rejects(
    db
      .updateTable('emergency_access')
      .set({ verdict: 'justified', reviewed_by: row?.person_id ?? '', reviewed_at: clock.now() })
      .execute(),
    /violates check constraint/,
  )
})

test('an administrator says whether it was right, once, and the employee reads it', async () => {
  const browser = await enter(anna)
  const list = await browser.get(`${stage.url}/admin/noedadgang`)
  assert.match(textOf(list), new RegExp(`${birgit.name} Læge Medicinkortet`))
  const [row] = await taken()
  const page = await browser.get(`${stage.url}/admin/noedadgang/${row?.id}`)
  assert.match(textOf(page), /En patient er bevidstløs/)
  const unsaid = await fill(browser, page, { besked: '' })
  assert.equal(unsaid.status, 422)
  const noWords = await fill(browser, page, { besked: '', svar: 'not-justified' })
  assert.match(textOf(noWords), /Skriv, hvorfor det ikke var i orden/)
  const done = await fill(browser, page, { besked: 'Godt set', svar: 'justified' })
  assert.match(textOf(done), /Gennemgangen er gemt.*I orden Godt set/)
  const other = await fill(browser, page, { besked: 'Nej', svar: 'not-justified' })
  assert.equal(other.status, 409)
  assert.match(textOf(other), /Anna Bro har allerede gennemgået den/)
  const own = await (await enter(birgit)).get(`${stage.url}/mig/noedadgang/${row?.id}`)
  assert.match(textOf(own), /Gennemgang I orden Bemærkning Godt set/)
})

test('after its hours it is gone, with no job having run', async () => {
  clock.moveMinutes(241)
  await refused(birgit)
})

test('whoever is done ends it, and the next log-in is without it', async () => {
  const { browser, page } = await refused(birgit)
  const own = await fill(browser, await browser.press(page, 'Nødadgang'), { begrundelse: reason })
  await browser.press(own, 'Jeg er færdig')
  await refused(birgit)
  assert.equal((await taken()).filter(({ ended_at: ended }) => ended !== null).length, 1)
})

test('one that nobody judges for a week is told to the chief administrators, once', async () => {
  clock.moveMinutes(8 * 24 * 60)
  const deps = { db, clock, ids: randomIds, mailKey: randomBytes(32), publicUrl: new URL(stage.url) }
  await Promise.all([tellOverdue(deps), tellOverdue(deps)])
  await tellOverdue(deps)
  const told = await db.selectFrom('notice').select('kind').where('kind', '=', 'emergency.overdue').execute()
  assert.equal(told.length, 1)
})

test('a role that needs an authorisation the person does not have is not offered: it would open nothing', async () => {
  await db
    .updateTable('role')
    .set({ required_education_codes: ['7170'] })
    .where('key', '=', 'laege')
    .execute()
  const { page } = await refused(birgit)
  assert.doesNotMatch(textOf(page), /Nødadgang/)
  await db.updateTable('role').set({ required_education_codes: [] }).where('key', '=', 'laege').execute()
})

test('an account that is suspended, and a role beyond the grant, cannot be taken', async () => {
  const { browser, page } = await refused(birgit)
  const form = await browser.press(page, 'Nødadgang')
  await db.updateTable('service_grant').set({ role_ids: [] }).execute()
  const gone = await fill(browser, form, { begrundelse: reason })
  assert.equal(gone.status, 422)
  assert.match(textOf(gone), /Der er ingen nødadgang til tjenesten/)
  await db.updateTable('service_grant').set({ role_ids: null }).execute()
  await db.updateTable('account').set({ status: 'suspended' }).where('key', '=', 'birgit').execute()
  assert.equal((await fill(browser, form, { begrundelse: reason })).status >= 400, true)
  assert.equal((await taken()).length, 2)
  const suspended = await refused(birgit)
  assert.doesNotMatch(textOf(suspended.page), /Nødadgang/)
})
