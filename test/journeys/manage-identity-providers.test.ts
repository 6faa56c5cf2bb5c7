/** System management registers identity providers, changes them, gives them new metadata, chooses their services and switches them off. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { anna, birgit, clinicCvr } from '../support/clinic.ts'
import { textOf } from '../support/clinic-stage.ts'
import { gitte, openManagementStage } from '../support/management-stage.ts'
import { testKey } from '../support/test-keys.ts'

const stage = await openManagementStage()
after(() => stage.close())
const { open, post, fill, eventsOf } = stage
const list = '/forvaltning/identitetsudbydere'
const manage = () => stage.enter(birgit, 'systemforvaltning')
const providerId = async (key: string) =>
  (await stage.db.selectFrom('identity_provider').select('id').where('key', '=', key).executeTakeFirstOrThrow()).id
const serviceId = async (key: string) =>
  (await stage.db.selectFrom('service').select('id').where('key', '=', key).executeTakeFirstOrThrow()).id
const hospital = await stage.provider('hospital')
const logIn = () => stage.logIn(stage.browser(), stage.medicine, stage.region, anna)

test('nobody but system management can tell that there are such pages', async () => {
  const id = await providerId('region')
  const pages = ['', '/ny', `/${id}`, ...['ret', 'metadata', 'tjenester', 'sluk'].map((deed) => `/${id}/${deed}`)]
  for (const capacity of ['servicedesk', 'medarbejder']) {
    const browser = await stage.enter(birgit, capacity)
    for (const page of pages) assert.equal((await open(browser, list + page)).status, 404, capacity + page)
    for (const page of pages.filter((path) => path.split('/').length > 2))
      assert.equal((await post(browser, list + page, { id })).status, 404, capacity + page)
  }
  const browser = await manage()
  for (const page of pages) assert.equal((await open(browser, list + page)).status, 200, page)
})

test('one is registered from its metadata, chosen for a service, and people log in with it', async () => {
  const browser = await manage()
  const form = await open(browser, `${list}/ny`)
  const read = await fill(browser, form, { metadata: hospital.metadata })
  assert.match(textOf(read), /De fortæller om https:\/\/hospital\.provider\.example/)
  const few = await fill(browser, read, { slags: 'local', 'navn-da': '' })
  assert.equal(few.status, 422)
  assert.match(
    textOf(few),
    /Skriv et navn\. .*Vælg en gruppe\. .*må kun tale for bestemte CVR-numre\. .*Vælg et niveau/,
  )
  const fields = {
    noegle: 'hospital',
    slags: 'local',
    'navn-da': 'Hospitalet',
    'navn-en': 'The Hospital',
    gruppe: 'region',
    cvr: clinicCvr,
    niveau: 'Substantial',
    alias: 'Sygehuset\nHospital <b>',
  }
  for (let time = 0; time < 2; time++)
    assert.match(textOf(await fill(browser, few, fields)), /Hospitalet .*Den er registreret/)
  assert.equal(
    (await eventsOf('identity-provider.added')).filter(({ details }) => JSON.stringify(details).includes('hospital'))
      .length,
    1,
  )
  const id = await providerId('hospital')
  const choose = await open(browser, `${list}/${id}/tjenester`)
  await fill(browser, choose, { valgt: await serviceId('medicine') })
  assert.match(textOf(await open(browser, `${list}/${id}`)), /Medicinkortet Vælg tjenester/)
  assert.equal((await stage.logIn(stage.browser(), stage.medicine, hospital, anna)).forms.length, 1)
  assert.equal((await stage.logIn(stage.browser(), stage.medicine, hospital, { ...anna, cvr: '99999902' })).status, 403)
})

test('metadata that cannot be used is refused in words, and what was typed is kept', async () => {
  const browser = await manage()
  const form = await open(browser, `${list}/ny`)
  const broken = await fill(browser, form, { metadata: '<EntityDescriptor' })
  assert.equal(broken.status, 422)
  assert.match(textOf(broken), /SEB kan ikke bruge de metadata\./)
  assert.match(broken.body, /&lt;EntityDescriptor/)
  assert.match(
    textOf(await fill(browser, form, { metadata: stage.medicine.metadata })),
    /metadata of a service, not of an identity/,
  )
  assert.match(textOf(await fill(browser, form, {})), /Giv metadata på én måde/)
  assert.match(textOf(await fill(browser, form, { adresse: 'x' })), /ikke en hel adresse/)
  assert.match(textOf(await fill(browser, form, { adresse: 'http://127.0.0.1:1/' })), /SEB kan ikke bruge de metadata/)
  const read = await fill(browser, form, { metadata: hospital.metadata })
  const taken = await fill(browser, read, { noegle: 'region', slags: 'local' })
  assert.match(textOf(taken), /SEB kender den allerede som Hospitalet\. .*Nøglen er i brug/)
})

test('what another has changed meanwhile is shown, what was typed is kept, and a document says the same', async () => {
  const [one, other] = await Promise.all([manage(), stage.enter(gitte, 'systemforvaltning')])
  const path = `${list}/${await providerId('region')}/ret`
  const [first, second] = await Promise.all([open(one, path), open(other, path)])
  await fill(one, first, { 'navn-da': 'Region Bro' })
  const late = await fill(other, second, { kommune: 'Brokøbing' })
  assert.equal(late.status, 422)
  assert.match(textOf(late), /En anden har ændret det imens .*Navn på dansk: Region Bro/)
  assert.match(late.body, /value="Brokøbing"/)
  await fill(other, late, { 'navn-da': 'Region Bro' })
  const row = await stage.db
    .selectFrom('identity_provider')
    .selectAll()
    .where('key', '=', 'region')
    .executeTakeFirstOrThrow()
  assert.deepEqual([row.name_da, row.municipality, row.allowed_cvrs], ['Region Bro', 'Brokøbing', [clinicCvr]])
  assert.match(textOf(await fill(other, await open(other, path), { cvr: '12' })), /»12« er ikke et CVR-nummer/)
})

test('new metadata is shown beside what SEB has, must be of the same party, and holds at the next log-in', async () => {
  const browser = await manage()
  const path = `${list}/${await providerId('region')}/metadata`
  const form = await open(browser, path)
  assert.match(textOf(await fill(browser, form, { metadata: hospital.metadata })), /hospital\.provider\.example/)
  const key = await testKey()
  const renewed = await stage.provider('region', { key })
  const effect = await fill(browser, form, { metadata: renewed.metadata })
  assert.match(textOf(effect), /Nøgler nu: .*Nøgler bagefter/)
  assert.equal((await logIn()).forms.length, 1)
  assert.match(textOf(await fill(browser, effect, {})), /De nye metadata er i brug/)
  const answered = await stage.logIn(stage.browser(), stage.medicine, renewed, anna)
  assert.equal(answered.forms.length, 1)
})

test('what a choice takes away is said first, from both sides', async () => {
  const browser = await manage()
  const path = `/forvaltning/tjenester/${await serviceId('referrals')}/identitetsudbydere`
  const form = await open(browser, path)
  const question = await fill(browser, form, { valgt: await providerId('nemlogin') })
  assert.match(textOf(question), /Kan ikke bruges mere: Region Bro/)
  await fill(browser, question, {})
  assert.equal((await eventsOf('identity-provider.deactivated')).length, 1)
  assert.doesNotMatch(textOf(await open(browser, `${list}/${await providerId('region')}`)), /Henvisninger/)
})

test('switching off says whom it shuts out, is bound to that, ends sessions, and is undone by switching on', async () => {
  const browser = await manage()
  const id = await providerId('hospital')
  const question = await open(browser, `${list}/${id}/sluk`)
  assert.match(textOf(question), /Den er kendt for 1 person\./)
  assert.equal((await post(browser, `${list}/${id}/sluk`, { set: '9/9' })).status, 422)
  for (let time = 0; time < 2; time++) assert.match(textOf(await fill(browser, question, {})), /Den er slukket/)
  const left = await stage.db
    .selectFrom('session')
    .select('id')
    .where('identity_provider_id', '=', id)
    .where('ended_at', 'is', null)
    .execute()
  assert.equal(left.length, 0)
  assert.match(textOf(await open(browser, `${list}?tilstand=off`)), /Hospitalet/)
  assert.doesNotMatch(textOf(await open(browser, `${list}?tilstand=attention`)), /Hospitalet/)
  await fill(browser, await open(browser, `${list}/${id}/taend`), {})
  assert.equal((await eventsOf('identity-provider.switched-off')).length, 1)
  assert.equal((await eventsOf('identity-provider.switched-on')).length, 1)
})
