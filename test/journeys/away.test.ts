/** An administrator is away: somebody steps in for a while, with no more than the absent one may do. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Page, UserAgent } from '../interop/user-agent.ts'
import { accountId, enterAdministration } from '../support/administration.ts'
import { anna, birgit, clinicCvr } from '../support/clinic.ts'
import { openClinicStage, textOf } from '../support/clinic-stage.ts'
import type { TestPerson } from '../support/test-provider.ts'

const erik: TestPerson = { ...anna, uuid: 'eeeeeeee-eeee-4eee-8eee-eeeeeeeeeeee', name: 'Erik Graa' }
const frida: TestPerson = { ...anna, uuid: 'ffffffff-ffff-4fff-8fff-ffffffffffff', name: 'Frida Hav' }

const stage = await openClinicStage()
after(() => stage.close())
const account = (key: string, person: TestPerson, more: object = {}) => ({
  key,
  name: person.name,
  accounts: [{ cvr: clinicCvr, key, unit: 'klinik', professionalUuid: person.uuid, ...more }],
})
await stage.apply({
  people: [
    account('anna', anna, { administrator: { level: 'chief' } }),
    account('erik', erik, { administrator: { level: 'administrator', units: ['klinik'] } }),
    account('frida', frida, { administrator: { level: 'administrator' } }),
  ],
})

const enter = async (person: TestPerson) => (await enterAdministration(stage, person)).browser
const dayAhead = (days: number) => new Date(stage.clock.now().getTime() + days * 86_400_000).toISOString().slice(0, 10)

async function fill(browser: UserAgent, path: string, fields: Record<string, string>): Promise<Page> {
  const page = await browser.get(stage.url + path)
  const id = /name="id" value="([^"]+)"/.exec(page.body)?.[1] ?? ''
  return post(browser, path, { id, ...fields })
}

function post(browser: UserAgent, path: string, fields: Record<string, string>): Promise<Page> {
  const page = new URL(stage.url)
  return browser.submit({ page, action: new URL(path, stage.url), method: 'post', fields, buttons: [] })
}

const own = '/mig/vaek'
const standIns = () => stage.db.selectFrom('stand_in').selectAll().orderBy('made_at').execute()

test('an administrator names one who may do as much already, and nobody else', async () => {
  const browser = await enter(erik)
  const page = await browser.get(stage.url + own)
  assert.match(page.body, /Frida Hav/)
  assert.match(page.body, /Anna Bro/)
  assert.doesNotMatch(page.body, /Birgit Dal/)
  const birgitId = await accountId(stage, 'birgit')
  const refused = await fill(browser, own, { fra: dayAhead(0), til: dayAhead(3), stedfortraeder: birgitId })
  assert.equal(refused.status, 422)
  assert.match(textOf(refused), /Vælg, hvem der træder ind/)
  assert.match(refused.body, new RegExp(`value="${dayAhead(3)}"`), 'what was typed is kept')
  // Frida has no limits, and Erik has: he cannot step in for her.
  assert.doesNotMatch((await (await enter(frida)).get(stage.url + own)).body, /Erik Graa, /)
})

test('a form that is sent twice is one stand-in and one event, and gives no rights where no chief lent them', async () => {
  const browser = await enter(erik)
  const page = await browser.get(stage.url + own)
  const id = /name="id" value="([^"]+)"/.exec(page.body)?.[1] ?? ''
  const fields = { id, fra: dayAhead(0), til: dayAhead(3), stedfortraeder: await accountId(stage, 'frida') }
  for (let time = 0; time < 2; time += 1) assert.match(textOf(await post(browser, own, fields)), /Det er gemt/)
  assert.deepEqual(
    (await standIns()).map((row) => row.lends_rights),
    [false],
  )
  assert.equal((await stage.events()).filter(({ action }) => action === 'stand-in.named').length, 1)
  const choice = await (await enter(frida)).get(`${stage.url}/admin/handl-for`)
  assert.doesNotMatch(textOf(choice), /stedfortræder/)
})

test('days that are the wrong way round, gone by or taken are told beside what was typed', async () => {
  const browser = await enter(erik)
  const stedfortraeder = await accountId(stage, 'frida')
  for (const [fra, til, sentence] of [
    [dayAhead(5), dayAhead(4), /Den sidste dag ligger før den første/],
    [dayAhead(-2), dayAhead(4), /kan ikke ligge før i dag/],
    [dayAhead(5), dayAhead(900), /mere end et år/],
    [dayAhead(1), dayAhead(2), /allerede aftalt/],
    ['x', 'y', /Skriv den første dag/],
  ] as const) {
    const page = await fill(browser, own, { fra, til, stedfortraeder })
    assert.equal(page.status, 422)
    assert.match(textOf(page), sentence)
  }
})

test('a chief lends an employee what the absent one may do: no more, no longer, and taken back at once', async () => {
  const chief = await enter(anna)
  const erikId = await accountId(stage, 'erik')
  const path = `/admin/administratorer/${erikId}/vaek`
  const [planned] = await standIns()
  await post(chief, path, { stop: planned?.id ?? '' })
  const found = await chief.get(`${stage.url}${path}?soeg=birg`)
  assert.match(found.body, /Birgit Dal, Klinikken/)
  const stedfortraeder = await accountId(stage, 'birgit')
  const saved = await fill(chief, path, { fra: dayAhead(0), til: dayAhead(3), stedfortraeder })
  assert.match(textOf(saved), /Birgit Dal træder ind nu/)
  assert.match(textOf(await chief.get(`${stage.url}/admin/administratorer`)), /Væk til og med .* Birgit Dal træder ind/)

  const notices = await stage.db.selectFrom('notice').select('kind').execute()
  assert.deepEqual(
    notices.map(({ kind }) => kind).filter((kind) => kind.startsWith('stand-in')),
    ['stand-in.named', 'stand-in.ended', 'stand-in.named'],
    'Frida was told twice, and Birgit once',
  )

  const helper = await enter(birgit)
  const capacities = textOf(await helper.get(`${stage.url}/admin/handl-for`))
  assert.match(capacities, /brugeradministrator, stedfortræder for Erik Graa/)
  const annaId = await accountId(stage, 'anna')
  assert.equal((await helper.get(`${stage.url}/admin/medarbejdere/${annaId}`)).status, 200, 'of the unit')
  for (const beyond of ['/admin/administratorer', '/mig/vaek', '/admin/log'])
    assert.equal((await helper.get(stage.url + beyond)).status, 404, beyond)

  await stage.db.updateTable('account').set({ status: 'suspended' }).where('id', '=', erikId).execute()
  assert.equal((await helper.get(`${stage.url}/admin/medarbejdere`)).status, 404, 'who is suspended lends nothing')
  await stage.db.updateTable('account').set({ status: 'active' }).where('id', '=', erikId).execute()
  assert.equal((await helper.get(`${stage.url}/admin/medarbejdere`)).status, 200)
  await post(chief, path, { stop: (await standIns())[1]?.id ?? '' })
  assert.equal((await helper.get(`${stage.url}/admin/medarbejdere`)).status, 404)
})

test('nobody ends another’s absence by an address of their own', async () => {
  const chief = await enter(anna)
  const [fridaId, stedfortraeder] = await Promise.all([accountId(stage, 'frida'), accountId(stage, 'birgit')])
  await fill(chief, `/admin/administratorer/${fridaId}/vaek`, { fra: dayAhead(0), til: dayAhead(3), stedfortraeder })
  const made = (await standIns()).at(-1)
  await post(await enter(erik), own, { stop: made?.id ?? '' })
  assert.equal((await standIns()).at(-1)?.ended_at, null)
  const toldChiefsOnly = await (await enter(erik)).get(`${stage.url}/admin/administratorer/${fridaId}/vaek`)
  assert.equal(toldChiefsOnly.status, 404)
})

test('a document names who steps in: pages and log tell of it, and what is stopped there stays stopped', async () => {
  const standIns = [{ account: 'birgit', from: dayAhead(10), until: dayAhead(12), lendsRights: true }]
  const administrator = { level: 'administrator', units: ['klinik'], standIns }
  const document = { people: [account('erik', erik, { administrator })] }
  await stage.apply(document)
  const path = `/admin/administratorer/${await accountId(stage, 'erik')}/vaek`
  const before = await enter(anna)
  assert.match(textOf(await before.get(stage.url + path)), /Birgit Dal træder ind fra .* til og med/)
  assert.match(
    textOf(await before.get(`${stage.url}/admin/log`)),
    /aftalte en stedfortræder for Erik Graa.*Stedfortræder – Birgit Dal/s,
  )

  stage.clock.moveMinutes(10 * 24 * 60)
  const [helper, chief] = [await enter(birgit), await enter(anna)]
  assert.match(textOf(await helper.get(`${stage.url}/admin/handl-for`)), /stedfortræder for Erik Graa/)
  const stop = /name="stop" value="([^"]+)"/.exec((await chief.get(stage.url + path)).body)?.[1] ?? ''
  assert.match(textOf(await post(chief, path, { stop })), /Det er stoppet/)
  await stage.apply(document)
  assert.equal((await helper.get(`${stage.url}/admin/medarbejdere`)).status, 404)
})
