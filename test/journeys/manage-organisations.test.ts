/** System management creates organisations, keeps their units, appoints the first chief administrator, closes and opens them. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { anna, birgit, clinicCvr } from '../support/clinic.ts'
import { textOf } from '../support/clinic-stage.ts'
import { gitte, openManagementStage } from '../support/management-stage.ts'

const frida = { ...anna, uuid: 'ffffffff-ffff-4fff-8fff-ffffffffffff', name: 'Frida Hav', cvr: '99999902' }

const stage = await openManagementStage()
after(() => stage.close())
const { open, post, fill, eventsOf } = stage
const list = '/forvaltning/organisationer'
const clinic = `${list}/${stage.clinicId}`
const manage = () => stage.enter(birgit, 'systemforvaltning')

test('an organisation is created once, however often the form is sent, and lands on its page', async () => {
  const browser = await manage()
  const form = await open(browser, `${list}/ny`)
  const fields = { cvr: '99999977', navn: '  Klinikken   ved Søen ', art: 'general-practice' }
  for (let time = 0; time < 2; time++) {
    const page = await fill(browser, form, fields)
    assert.match(textOf(page), /Klinikken ved Søen .*Organisationen er oprettet/)
    assert.match(textOf(page), /99999977 .*Almen praksis .*Aktiv/)
  }
  const made = await stage.db.selectFrom('organisation').select('id').where('cvr', '=', '99999977').execute()
  assert.equal(made.length, 1)
  assert.equal(
    (await eventsOf('organisation.added')).filter(({ details }) => JSON.stringify(details).includes('99999977')).length,
    1,
  )
})

test('what is wrong is said beside the field, and what was typed is kept', async () => {
  const browser = await manage()
  const form = await open(browser, `${list}/ny`)
  const wrong = await fill(browser, form, { cvr: '123', navn: 'Uden \u0000 art', art: 'castle' })
  assert.equal(wrong.status, 422)
  assert.match(textOf(wrong), /Skriv CVR-nummeret med 8 cifre\. .*Vælg, hvad det er/)
  assert.match(wrong.body, /value="Uden art"/)
  const taken = await fill(browser, form, { cvr: clinicCvr, navn: 'Igen', art: 'region' })
  assert.match(textOf(taken), /CVR-nummeret findes allerede/)
})

test('what another has changed meanwhile is shown, what was typed is kept, and the next save counts', async () => {
  const [one, other] = await Promise.all([manage(), manage()])
  const path = `${list}/${stage.municipalityId}/ret`
  const [first, second] = await Promise.all([open(one, path), open(other, path)])
  await fill(one, first, { navn: 'Fjordby Nye Kommune' })
  const late = await fill(other, second, { navn: 'Fjordby Storkommune' })
  assert.equal(late.status, 422)
  assert.match(textOf(late), /En anden har ændret det imens .*Navn: Fjordby Nye Kommune/)
  assert.match(late.body, /value="Fjordby Storkommune"/)
  const saved = await fill(other, late, {})
  assert.match(textOf(saved), /Fjordby Storkommune .*Oplysningerne er gemt/)
  const changes = await eventsOf('organisation.changed')
  assert.match(JSON.stringify(changes.at(-1)?.details), /"to":.*Storkommune.*"from":.*Nye Kommune/)
})

test('a unit gets its numbers, cannot be under itself, and is nobody else’s to change', async () => {
  const browser = await manage()
  const form = await open(browser, `${clinic}/enheder/ny`)
  const wrong = await fill(browser, form, { navn: 'Filialen', sor: '12', pnummer: '1', ydernummer: '99', kommune: 'x' })
  assert.match(textOf(wrong), /En SOR-kode er 6 til 18 cifre\. .*Et P-nummer er 10 cifre\. .*Et ydernummer er 6 cifre/)
  const numbers = {
    navn: 'Filialen',
    sor: '999900000000012',
    pnummer: '9999000012',
    ydernummer: '999912',
    kommune: '999',
  }
  for (let time = 0; time < 2; time++)
    assert.match(textOf(await fill(browser, form, numbers)), /Filialen 999900000000012 9999000012 999912/)
  const units = await stage.db
    .selectFrom('unit')
    .select(['id', 'key'])
    .where('organisation_id', '=', stage.clinicId)
    .execute()
  assert.equal(units.length, 2)
  const branch = units.find(({ key }) => key !== 'klinik')?.id ?? ''
  const ring = await fill(browser, await open(browser, `${clinic}/enheder/${branch}`), { under: branch })
  assert.match(textOf(ring), /kan ikke høre under sig selv/)
  assert.equal((await open(browser, `${list}/${stage.municipalityId}/enheder/${branch}`)).status, 404)
  assert.equal((await post(browser, `${list}/${stage.municipalityId}/enheder/${branch}`, numbers)).status, 404)
})

test('a chief administrator is appointed only where nobody can act, and once', async () => {
  const browser = await manage()
  const page = await open(browser, clinic)
  assert.match(textOf(page), /Ingen, der kan handle nu/)
  const choose = await open(browser, `${clinic}/overbrugeradministrator?soeg=anna`)
  assert.match(textOf(choose), /Anna Bro , Klinikken/)
  const account = await stage.db.selectFrom('account').select('id').where('key', '=', 'anna').executeTakeFirstOrThrow()
  for (let time = 0; time < 2; time++)
    assert.match(
      textOf(await post(browser, `${clinic}/overbrugeradministrator`, { konto: account.id })),
      /Anna Bro, overbrugeradministrator/,
    )
  assert.equal((await eventsOf('administrator.added')).length, 1)
  const other = await stage.db.selectFrom('account').select('id').where('key', '=', 'birgit').executeTakeFirstOrThrow()
  const refused = await post(browser, `${clinic}/overbrugeradministrator`, { konto: other.id })
  assert.equal(refused.status, 422)
  assert.match(textOf(refused), /har allerede en overbrugeradministrator/)
  const chief = await stage.enter(anna)
  assert.equal((await open(chief, '/admin/administratorer')).status, 200)
})

test('somebody SEB does not know is created ahead, and administers from the first log-in', async () => {
  const browser = await manage()
  const municipality = `${list}/${stage.municipalityId}/overbrugeradministrator`
  const form = await open(browser, municipality)
  const nameless = await fill(browser, form, { navn: '', mail: 'x', uuid: 'y' })
  assert.match(textOf(nameless), /Skriv et navn\. .*mailadresse\. .*Et UUID ser sådan ud/)
  for (let time = 0; time < 2; time++)
    assert.match(textOf(await fill(browser, form, { navn: frida.name, uuid: frida.uuid })), /Frida Hav, overbruger/)
  const chief = await stage.enter(frida)
  assert.match(textOf(await open(chief, '/admin/administratorer')), /Frida Hav \(dig\)/)
})

test('closing says who loses what and is bound to it; the session ends, the log-in stops, and opening gives all of it back', async () => {
  const browser = await manage()
  const inside = stage.browser()
  await stage.logIn(inside, stage.medicine, stage.nemlogin, anna)
  const annas = await stage.enter(anna)
  const question = await open(browser, `${clinic}/luk`)
  assert.match(textOf(question), /1 person mister 2 rettigheder/)
  const late = await post(browser, `${clinic}/luk`, { set: '9/9' })
  assert.equal(late.status, 422)
  assert.match(textOf(late), /Virkningen er blevet en anden/)
  await fill(browser, question, {})
  assert.equal((await eventsOf('organisation.closed')).length, 1)
  assert.match(JSON.stringify((await eventsOf('organisation.closed'))[0]?.details), /"rights":2/)
  assert.equal((await open(annas, '/admin/administratorer')).url.pathname, '/login/vaelg')
  const refused = await stage.logIn(stage.browser(), stage.medicine, stage.nemlogin, anna)
  assert.equal(refused.status, 403)
  // Whoever closes the organisation that they logged in for is out with it: the rest is done by one of another.
  const again = await stage.enter(gitte, 'systemforvaltning')
  const opening = await open(again, `${clinic}/aabn`)
  assert.match(textOf(opening), /1 person får 2 rettigheder igen/)
  assert.match(textOf(await fill(again, opening, {})), /Organisationen er åben/)
  assert.equal((await fill(again, opening, {})).status, 200)
  assert.equal((await stage.logIn(stage.browser(), stage.medicine, stage.nemlogin, anna)).forms.length, 1)
  assert.equal((await eventsOf('organisation.reopened')).length, 1)
})
