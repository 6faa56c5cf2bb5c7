/** System management keeps services and the life of their roles, with the effect shown first; nobody else gets there. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { anna, birgit, clinicCvr } from '../support/clinic.ts'
import { textOf } from '../support/clinic-stage.ts'
import { openServiceStage } from '../support/service-stage.ts'

const stage = await openServiceStage()
after(() => stage.close())
const { open, send, post } = stage
const medicine = await stage.serviceId('medicine')
const doctor = await stage.roleId('laege')
const list = '/forvaltning/tjenester'
const service = `${list}/${medicine}`
const role = `${service}/roller/${doctor}`
const manager = await stage.enter(birgit, 'system-management:')

const roleFields = {
  noegle: 'laeser',
  'navn-da': 'Læser',
  'navn-en': 'Reader',
  'beskrivelse-da': 'Ser medicin.',
  'beskrivelse-en': 'Sees medication.',
  rettigheder: 'urn:dk:test:medicine:look',
  niveau: 'Substantial',
  gaelder: 'cvr',
}
/** Those of people: the document that set the stage left some too. */
const eventsOf = (action: string) =>
  stage.db
    .selectFrom('audit_event')
    .select(['details'])
    .where('action', '=', action)
    .where('actor_kind', '=', 'person')
    .orderBy('sequence')
    .execute()

test('nobody but system management knows of the pages about services', async () => {
  const pages = [list, `${list}/ny`, service, `${service}/beskrivelse`, `${service}/oplysninger`, `${service}/metadata`]
  const more = ['tjek-metadata', 'brug', 'ejere', 'aendringer', 'roller/ny'].map((part) => `${service}/${part}`)
  const roles = [role, `${role}/ret`, `${role}/udfas`]
  const all = [...pages, ...more, ...roles, '/forvaltning/aendringer']
  for (const path of all) assert.equal((await open(manager, path)).status, 200, path)
  const others = ['service-desk:', 'auditor:', 'service-owner:', 'administrator:', 'security-officer:', 'employee:']
  for (const capacity of others) {
    const browser = await stage.enter(birgit, capacity)
    for (const path of all) {
      assert.equal((await open(browser, path)).status, 404, `${capacity} ${path}`)
      assert.equal((await post(browser, path, { id: medicine, trin: 'gem' })).status, 404, `post ${capacity} ${path}`)
    }
  }
})

test('the page of a service says what it is, its roles, what it is told, its keys and who uses it', async () => {
  const text = textOf(await open(manager, service))
  for (const words of [
    'Medicinkortet',
    'Læge',
    'made up',
    'RSA 2048',
    'Region Broen',
    '1 organisation har adgang',
    'Anna Bro',
  ])
    assert.ok(text.includes(words), words)
  assert.match(textOf(await open(manager, `${service}/brug`)), /Lægerne ved Broen 99999901 Ingen slutdato 1/)
  assert.match(textOf(await open(manager, `${list}?soeg=medicin`)), /1 tjeneste/)
  assert.match(textOf(await open(manager, `${list}?soeg=%25`)), /Ingen tjenester hedder sådan/)
  for (const path of [`${list}/x`, `${list}/${doctor}`, `${service}/roller/${medicine}`])
    assert.equal((await open(manager, path)).status, 404, path)
})

test('a description is changed with before and after in the audit, and a second person does not overwrite it', async () => {
  const path = `${service}/beskrivelse`
  const late = await open(manager, path)
  const bad = await send(manager, path, { adresse: 'javascript:alert(1)', 'navn-da': '', ejer: '12345678' })
  assert.equal(bad.status, 422)
  for (const words of [/Navn på dansk: skal udfyldes/, /skal være en adresse/, /SEB kender ingen organisation/])
    assert.match(textOf(bad), words)
  const done = await send(manager, path, { 'beskrivelse-da': 'Alles medicin.', ejer: clinicCvr, owner: 'x' })
  assert.equal(done.url.search, '?udfoert=gemt')
  assert.match(textOf(done), /Alles medicin\./)
  const form = late.forms[0]
  assert.ok(form)
  const second = await manager.submit({ ...form, fields: { ...form.fields, 'beskrivelse-da': 'Min medicin.' } })
  assert.equal(second.status, 422)
  assert.match(textOf(second), /En anden har ændret det.*Alles medicin\..*Min medicin\./)
  const [event] = await eventsOf('service.changed')
  const details = JSON.stringify(event?.details)
  assert.match(details, /"field":"beskrivelse-da","from":"","to":"Alles medicin\."|"to":"Alles medicin\.","from":""/)
})

test('a new role is a draft that nobody can be given; taken into use it can be', async () => {
  const path = `${service}/roller/ny`
  const bad = await send(manager, path, { ...roleFields, noegle: 'laege', rettigheder: 'x y', trin: 'gem' })
  assert.equal(bad.status, 422)
  assert.match(textOf(bad), /hver linje skal være en URI/)
  const taken = await send(manager, path, { ...roleFields, noegle: 'laege', trin: 'gem' })
  assert.match(textOf(taken), /Nøgle: den er brugt i forvejen/)
  const made = await send(manager, path, { ...roleFields, trin: 'gem' })
  assert.match(textOf(made), /Læser.*Kladde/)
  const chief = await stage.enter(anna, 'chief-administrator:')
  const account = await stage.db
    .selectFrom('account')
    .select('id')
    .where('key', '=', 'birgit')
    .executeTakeFirstOrThrow()
  const give = `/admin/medarbejdere/${account.id}/tildel`
  const id = await stage.roleId('laeser')
  assert.equal((await open(chief, `${give}/${id}`)).status, 404)
  const used = await send(manager, `${service}/roller/${id}/tag-i-brug`, {})
  assert.match(textOf(used), /I brug/)
  assert.equal((await open(chief, `${give}/${id}`)).status, 200)
  assert.equal((await eventsOf('role.added')).length, 1)
})

test('a data scope is added without scripts, and a pattern that no scope can have is refused beside its field', async () => {
  const id = await stage.roleId('laeser')
  const path = `${service}/roller/${id}/ret`
  const more = await send(manager, path, { trin: 'flere' })
  assert.equal(more.status, 200)
  const scope = {
    'omfang-0-noegle': 'afdeling',
    'omfang-0-slags': 'text',
    'omfang-0-navn-da': 'Afdeling',
    'omfang-0-navn-en': 'Ward',
    'omfang-0-moenster': '(a+)\\1',
    'omfang-0-begraensning': 'urn:dk:test:ward',
    trin: 'gem',
  }
  const form = more.forms.find(({ method }) => method === 'post')
  assert.ok(form)
  const bad = await manager.submit({ ...form, fields: { ...form.fields, ...scope } })
  assert.equal(bad.status, 422)
  assert.match(textOf(bad), /Afgrænsning 1, Mønster: brug kun tegn/)
  const good = { ...form.fields, ...scope, 'omfang-0-moenster': '(a+)+b' }
  assert.match(
    textOf(await manager.submit({ ...form, fields: good })),
    /Afdeling \(afdeling\): Tekst.*mønster \(a\+\)\+b/,
  )
  assert.equal((await manager.submit({ ...form, fields: good })).status, 200)
  assert.equal((await eventsOf('role.changed')).length, 2)
})

test('the effect is shown before a role is retired; with another effect than shown, nothing happens', async () => {
  const path = `${role}/udfas`
  assert.match(textOf(await open(manager, path)), /holder op med at gælde for 1 person i 1 organisation/)
  const late = await open(manager, path)
  const form = late.forms.find(({ method }) => method === 'post')
  assert.ok(form)
  const set = (form.fields['set'] ?? '').replace('/1/1', '/0/0')
  const other = await manager.submit({ ...form, fields: { ...form.fields, set } })
  assert.equal(other.status, 422)
  assert.match(textOf(other), /Siden du så siden, er det blevet til: 1 person i 1 organisation/)
  const past = await send(manager, path, { 'sidste-dag': '2020-01-01' })
  assert.match(textOf(past), /dagen er gået/)
  const wrong = await send(manager, path, { 'sidste-dag': '2020-02-31', afloeser: doctor })
  assert.match(textOf(wrong), /der er ingen sådan dag.*vælg en rolle, der er i brug/)
})

test('a role that ends on a day is gone at the next log-in after it, with no job, and its replacement is named', async () => {
  const day = new Date(stage.clock.now().getTime() + 2 * 86_400_000).toISOString().slice(0, 10)
  const replacement = await stage.roleId('laeser')
  const ending = await send(manager, `${role}/udfas`, { 'sidste-dag': day, afloeser: replacement })
  assert.match(textOf(ending), /Slutter.*Afløses af Læser/)
  const kept = await send(manager, `${role}/udfas`, { behold: '1' })
  assert.match(textOf(kept), /Status I brug/)
  await send(manager, `${role}/udfas`, { 'sidste-dag': day, afloeser: replacement })
  assert.equal((await stage.logIn(stage.browser(), stage.medicine, stage.nemlogin, anna)).forms.length, 1)
  stage.clock.moveMinutes(3 * 24 * 60)
  assert.equal((await stage.logIn(stage.browser(), stage.medicine, stage.nemlogin, anna)).status, 403)
  const again = await stage.enter(birgit, 'system-management:')
  assert.match(textOf(await open(again, role)), /Udfaset/)
  assert.equal((await open(again, `${role}/ret`)).status, 404)
})

test('a service is made from its metadata once, however often the form is sent', async () => {
  const browser = await stage.enter(birgit, 'system-management:')
  const { metadata } = await stage.service('planned')
  const fields = {
    'navn-da': 'Planlagt',
    'navn-en': 'Planned',
    'kort-navn': 'PLAN',
    noegle: 'planned',
    miljoe: 'test',
    'log-in-professional': '1',
    aktiv: '1',
  }
  const taken = await send(browser, `${list}/ny`, { ...fields, metadata: stage.medicine.metadata })
  assert.equal(taken.status, 422)
  assert.match(textOf(taken), /En anden tjeneste i SEB har samme entityID: Medicinkortet/)
  const page = await open(browser, `${list}/ny`)
  const form = page.forms.find(({ method }) => method === 'post')
  assert.ok(form)
  for (let times = 0; times < 2; times++) {
    const made = await browser.submit({ ...form, fields: { ...form.fields, ...fields, metadata } })
    assert.match(textOf(made), /Tjenesten er oprettet.*Planlagt|Planlagt.*Tjenesten er oprettet/)
  }
  assert.equal((await eventsOf('service.added')).length, 1)
})

test('an owner is appointed and removed, and nobody appoints themselves', async () => {
  const browser = await stage.enter(birgit, 'system-management:')
  const owners = `${service}/ejere`
  assert.match(textOf(await open(browser, `${owners}?soeg=anna`)), /Anna Bro , Lægerne ved Broen er ejer/)
  const { id: me } = await stage.db
    .selectFrom('person')
    .select('id')
    .where('key', '=', 'birgit')
    .executeTakeFirstOrThrow()
  assert.equal((await post(browser, owners, { person: me })).status, 404)
  const removed = await browser.press(await open(browser, await endOf(service)), 'Fjern som tjenesteejer')
  assert.match(textOf(removed), /Ingen ejer er udpeget/)
  const { id } = await stage.db.selectFrom('person').select('id').where('key', '=', 'anna').executeTakeFirstOrThrow()
  for (let times = 0; times < 2; times++)
    assert.match(textOf(await post(browser, owners, { person: id })), /Tjenesteejeren er udpeget/)
  assert.deepEqual([(await eventsOf('staff.added')).length, (await eventsOf('staff.removed')).length], [1, 1])
})

async function endOf(path: string): Promise<string> {
  const row = await stage.db
    .selectFrom('staff_appointment')
    .select('id')
    .where('service_id', '=', medicine)
    .where('ended_at', 'is', null)
    .executeTakeFirstOrThrow()
  return `${path}/ejere/${row.id}/fjern`
}
