/** System management gives services to one organisation or a kind of them, changes grants and takes them back, effect first. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { randomIds } from '../../src/base/ids.ts'
import { insertRows } from '../../src/storage/upsert-rows.ts'
import { anna, birgit } from '../support/clinic.ts'
import { textOf } from '../support/clinic-stage.ts'
import { gitte, openManagementStage } from '../support/management-stage.ts'

const stage = await openManagementStage({
  organisations: [
    { cvr: '99999911', name: 'Lægehuset', kind: 'general-practice' },
    { cvr: '99999912', name: 'Lukket Lægehus', kind: 'general-practice', status: 'closed' },
  ],
})
after(() => stage.close())
const { open, post, fill, eventsOf } = stage
const organisations = '/forvaltning/organisationer'
const clinic = `${organisations}/${stage.clinicId}`
const manage = () => stage.enter(birgit, 'systemforvaltning')
const serviceId = async (key: string) =>
  (await stage.db.selectFrom('service').select('id').where('key', '=', key).executeTakeFirstOrThrow()).id
const [medicine, citizens] = await Promise.all([serviceId('medicine'), serviceId('citizens')])
const [role] = await stage.db.selectFrom('role').select('id').where('service_id', '=', medicine).execute()
const grantOf = (organisationId: string, service: string) =>
  stage.db
    .selectFrom('service_grant')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('service_id', '=', service)
    .executeTakeFirst()
const logIn = () => stage.logIn(stage.browser(), stage.medicine, stage.nemlogin, anna)

test('nobody but system management can tell that there are such pages', async () => {
  const grant = await grantOf(stage.clinicId, medicine)
  const paths = [
    '/forvaltning/tjenesteadgange',
    `/forvaltning/tjenesteadgange/${medicine}`,
    `/forvaltning/tjenesteadgange/${medicine}/almen-praksis/giv`,
    `/forvaltning/tjenesteadgange/${medicine}/almen-praksis/tag-tilbage`,
    `${clinic}/tjenester/giv`,
    `${clinic}/tjenester/giv/${medicine}`,
    `${clinic}/tjenester/${grant?.id}/ret`,
  ]
  for (const capacity of ['servicedesk', 'medarbejder']) {
    const browser = await stage.enter(birgit, capacity)
    for (const path of paths) {
      assert.equal((await open(browser, path)).status, 404, capacity + path)
      if (/giv\/|giv$|tilbage|ret$/.test(path)) assert.equal((await post(browser, path, { id: medicine })).status, 404)
    }
  }
  const browser = await manage()
  for (const path of paths) assert.equal((await open(browser, path)).status, 200, path)
  assert.equal((await open(browser, `/forvaltning/tjenesteadgange/${medicine}/slot/giv`)).status, 404)
})

test('an organisation is given a service with a subset of roles, a ceiling and an end: once, and told in its log', async () => {
  const browser = await manage()
  const municipality = `${organisations}/${stage.municipalityId}`
  assert.match(textOf(await open(browser, `${municipality}/tjenester/giv?soeg=medicin`)), /Medicinkortet Vælg/)
  const form = await open(browser, `${municipality}/tjenester/giv/${medicine}`)
  const fields = { roller: 'nogle', rolle: role?.id ?? '', 'loft-sor': '999900000000011', til: '2099-12-31' }
  const effect = await fill(browser, form, fields)
  assert.match(textOf(effect), /1 organisation får tjenesten\. Ingen får en rolle af det/)
  for (let time = 0; time < 2; time++)
    assert.match(textOf(await browser.press(effect, 'Giv tjenesten')), /Medicinkortet Læge .*31\. dec\. 2099/)
  const grant = await grantOf(stage.municipalityId, medicine)
  assert.deepEqual([grant?.role_ids, grant?.ceilings], [[role?.id], { sor: ['999900000000011'] }])
  assert.equal(
    (await eventsOf('grant.added')).filter(({ details }) => JSON.stringify(details).includes('2099')).length,
    1,
  )
})

test('reversed dates, a day that is not, no role, a strange role and a value of another kind are said beside the field', async () => {
  const browser = await manage()
  const form = await open(browser, `${clinic}/tjenester/giv/${citizens}`)
  const reversed = await fill(browser, form, { fra: '2099-02-01', til: '2099-01-01' })
  assert.equal(reversed.status, 422)
  assert.match(textOf(reversed), /Slutdatoen ligger før startdatoen/)
  assert.match(reversed.body, /value="2099-01-01"/)
  assert.match(textOf(await fill(browser, form, { fra: '2099-02-31' })), /Skriv den dag/)
  assert.match(textOf(await fill(browser, form, { fra: '2000-01-01', til: '2001-01-01' })), /Slutdatoen er forbi/)
  assert.match(textOf(await fill(browser, form, { roller: 'nogle' })), /Vælg mindst én rolle/)
  assert.match(textOf(await fill(browser, form, { roller: 'nogle', rolle: role?.id ?? '' })), /ikke tjenestens/)
  const withScopes = await open(browser, `${organisations}/${stage.municipalityId}/tjenester/giv/${medicine}`)
  assert.match(textOf(await fill(browser, withScopes, { 'loft-sor': '12\u0000x' })), /»12x« er ikke en værdi/)
})

test('a change says what it takes, is bound to that, and gives way to another’s change with what was typed kept', async () => {
  const grant = await grantOf(stage.clinicId, medicine)
  const path = `${clinic}/tjenester/${grant?.id}/ret`
  const [one, other] = await Promise.all([manage(), stage.enter(gitte, 'systemforvaltning')])
  const [first, second] = await Promise.all([open(one, path), open(other, path)])
  const effect = await fill(one, first, { 'loft-sor': '999900000000099' })
  assert.match(textOf(effect), /Det tager 1 rettighed fra 1 person med det samme/)
  assert.equal((await logIn()).forms.length, 1, 'nothing has happened yet')
  const edit = await one.press(effect, 'Ret det skrevne')
  assert.match(edit.body, /999900000000099/)
  await one.press(effect, 'Gem ændringen')
  assert.equal((await logIn()).status, 403)
  const late = await fill(other, second, { til: '2098-01-01' })
  assert.equal(late.status, 422)
  assert.match(textOf(late), /En anden har ændret det imens .*Kun disse SOR-koder: 999900000000099/)
  assert.match(late.body, /value="2098-01-01"/)
  const back = await fill(other, late, { 'loft-sor': '' })
  assert.match(textOf(back), /1 rettighed hos 1 person får virkning/)
  await other.press(back, 'Gem ændringen')
  assert.equal((await logIn()).forms.length, 1)
  assert.equal((await eventsOf('grant.changed')).length, 2)
})

test('what is given back wakes the roles that stand, and says so first', async () => {
  const browser = await manage()
  const grant = await grantOf(stage.clinicId, medicine)
  const question = await open(browser, `${clinic}/tjenester/${grant?.id}/tag-tilbage`)
  await browser.press(question, 'Tag tjenesten tilbage')
  assert.equal((await logIn()).status, 403)
  const effect = await fill(browser, await open(browser, `${clinic}/tjenester/giv/${medicine}`), {})
  assert.match(textOf(effect), /1 rettighed, som 1 person har fra før, får virkning igen/)
  await browser.press(effect, 'Giv tjenesten')
  assert.equal((await logIn()).forms.length, 1)
})

test('a kind is given a service in one go; the closed and those who have it are left alone, and it is taken back in one go', async () => {
  const browser = await manage()
  const page = `/forvaltning/tjenesteadgange/${citizens}`
  const form = await open(browser, `${page}/almen-praksis/giv`)
  const effect = await fill(browser, form, {})
  assert.match(textOf(effect), /2 organisationer får tjenesten/)
  for (let time = 0; time < 2; time++)
    assert.match(textOf(await browser.press(effect, 'Giv tjenesten')), /Tjenesten er givet\. .*Almen praksis 2 2/)
  assert.equal((await eventsOf('grants.given')).length, 1)
  assert.match(
    textOf(await fill(browser, await open(browser, `${page}/almen-praksis/giv`), {})),
    /2 organisationer har den allerede/,
  )
  const question = await open(browser, `${page}/almen-praksis/tag-tilbage`)
  assert.match(textOf(question), /2 organisationer mister tjenesten/)
  const late = await post(browser, `${page}/almen-praksis/tag-tilbage`, { id: randomIds.uuid(), set: '1 0/0' })
  assert.equal(late.status, 422)
  for (let time = 0; time < 2; time++)
    assert.match(textOf(await browser.press(question, 'Tag tjenesten tilbage')), /Tjenesten er taget tilbage/)
  const over = await grantOf(stage.clinicId, citizens)
  assert.ok(over?.valid_until && over.valid_until <= stage.clock.now())
})

test('three thousand organisations are given a service and lose it again, each with its own event', async () => {
  const rows = Array.from({ length: 3000 }, (_, index) => ({
    id: randomIds.uuid(),
    cvr: String(98_000_000 + index),
    name: `Tandklinik ${index}`,
    kind: 'dentist' as const,
    status: 'active' as const,
    allows_private_log_in: false,
    created_at: stage.clock.now(),
  }))
  await insertRows(stage.db, 'organisation', rows)
  const browser = await manage()
  const page = `/forvaltning/tjenesteadgange/${medicine}/tandlaege`
  const effect = await fill(browser, await open(browser, `${page}/giv`), { roller: 'nogle', rolle: role?.id ?? '' })
  assert.match(textOf(effect), /3\.000 organisationer får tjenesten/)
  await browser.press(effect, 'Giv tjenesten')
  await browser.press(await open(browser, `${page}/tag-tilbage`), 'Tag tjenesten tilbage')
  const { count } = await stage.db
    .selectFrom('audit_event')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where(
      'organisation_id',
      'in',
      rows.slice(0, 10).map(({ id }) => id),
    )
    .executeTakeFirstOrThrow()
  assert.equal(Number(count), 20)
})

test('a closed organisation is given nothing, and says so', async () => {
  const browser = await manage()
  const closed = await stage.db
    .selectFrom('organisation')
    .select('id')
    .where('cvr', '=', '99999912')
    .executeTakeFirstOrThrow()
  const form = await open(browser, `${organisations}/${closed.id}/tjenester/giv/${medicine}`)
  assert.match(textOf(await fill(browser, form, {})), /Organisationen er ikke åben/)
  assert.equal(await grantOf(closed.id, medicine), undefined)
})
