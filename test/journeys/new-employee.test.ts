/** Somebody is created before they have ever logged in, and SEB knows them when they do: by number, or by invitation. */
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, test } from 'node:test'
import { inOrganisation } from '../../src/storage/in-organisation.ts'
import type { Page, UserAgent } from '../interop/user-agent.ts'
import { accountId, addStranger, appoint, enterAdministration } from '../support/administration.ts'
import { anna, birgit, clinicCvr, otherCvr, sor } from '../support/clinic.ts'
import { openClinicStage, textOf } from '../support/clinic-stage.ts'
import { openSmtpServer } from '../support/smtp-server.ts'
import type { TestPerson } from '../support/test-provider.ts'

const stage = await openClinicStage()
after(() => stage.close())
const strangerId = await addStranger(stage)
const annaId = await accountId(stage, 'anna')
const birgitId = await accountId(stage, 'birgit')
await appoint(stage, annaId, { level: 'chief' })
const unit = await stage.db.selectFrom('unit').select('id').where('key', '=', 'klinik').executeTakeFirstOrThrow()
const foreignUnit = await stage.db
  .selectFrom('unit')
  .select('id')
  .where('key', '=', 'raadhus')
  .executeTakeFirstOrThrow()
const { browser: admin } = await enterAdministration(stage)

const list = `${stage.url}/admin/medarbejdere`
const newPage = `${list}/ny`
const somebody = (name: string, more: Partial<TestPerson> = {}): TestPerson => ({
  ...anna,
  uuid: randomUUID(),
  name,
  ...more,
})

function post(browser: UserAgent, address: string, fields: Record<string, string>): Promise<Page> {
  return browser.submit({ page: new URL(list), action: new URL(address), method: 'post', fields, buttons: [] })
}

const create = (fields: Record<string, string>, browser = admin) =>
  post(browser, newPage, { id: randomUUID(), enhed: unit.id, kendes: 'invitation', ...fields })

const gry = somebody('Gry Holm', { cvr: otherCvr, orgName: 'Fjordby Kommune' })

const idIn = (page: Page) => /medarbejdere\/([0-9a-f-]{36})/.exec(page.url.pathname)?.[1] ?? assert.fail(textOf(page))

/** The link in the newest mail to an address. */
async function linkTo(email: string): Promise<string> {
  const mail = (await stage.mails()).find(({ to }) => to.email === email)
  const block = mail?.content.blocks.find((one) => typeof one === 'object' && 'link' in one)
  return typeof block === 'object' && 'link' in block ? block.link : assert.fail(`no mail with a link to ${email}`)
}

/** From the link to the page after the log-in. */
async function follow(
  link: string,
  person: TestPerson,
  browser = stage.browser(),
): Promise<{ browser: UserAgent; page: Page }> {
  const door = await browser.goOn(await browser.press(await browser.get(link), 'Log ind og tag imod'))
  if (door.url.pathname === '/invitation/bekraeft') return { browser, page: door }
  const button = person.kind === 'person' ? 'MitID Privat' : 'MitID Erhverv'
  const out = await browser.goOn(await browser.press(door, button))
  return { browser, page: await stage.carry(browser, stage.nemlogin.answer(stage.nemlogin.read(out.url), person)) }
}

test('an employee created by UUID logs in with the role that was given ahead, and needs no invitation', async () => {
  const karim = somebody('Karim Overby')
  const page = await create({ navn: karim.name, kendes: 'uuid', uuid: `urn:uuid:${karim.uuid.toUpperCase()}` })
  assert.match(textOf(page), /Medarbejderen er oprettet/)
  const id = idIn(page)
  const role = await stage.db
    .selectFrom('role')
    .innerJoin('service', 'service.id', 'role.service_id')
    .select('role.id')
    .where('service.key', '=', 'medicine')
    .executeTakeFirstOrThrow()
  const given = { id: randomUUID(), 'omfang-enhed': sor, fra: '2026-01-01', til: '', begrundelse: 'Ny', trin: 'giv' }
  const today = stage.clock.now().toISOString().slice(0, 10)
  assert.match(
    textOf(await post(admin, `${list}/${id}/tildel/${role.id}`, { ...given, fra: today })),
    /Rollen er givet/,
  )
  const inside = await stage.logIn(stage.browser(), stage.medicine, stage.nemlogin, karim)
  assert.match(inside.body, /SAMLResponse/)
  assert.equal((await stage.mails()).length, 0)
})

test('an employee created by RID number is found by it', async () => {
  const page = await create({ navn: 'Rita Rid', kendes: 'rid', rid: `CVR:${clinicCvr}-RID:77001122` })
  const account = await stage.db
    .selectFrom('account')
    .selectAll()
    .where('id', '=', idIn(page))
    .executeTakeFirstOrThrow()
  assert.equal(account.rid, '77001122')
})

test('whoever is invited logs in, says yes, and is known the next time', async () => {
  const page = await create({ navn: 'Ida Ny', mail: 'ida@seb-demo.example', til: '2030-01-01' })
  assert.match(textOf(page), /SEB kender ikke Ida Ny endnu .*sendt til ida@seb-demo\.example .*ikke besvaret/)
  const ida = somebody('Ida Nielsen')
  const { browser, page: confirm } = await follow(await linkTo('ida@seb-demo.example'), ida)
  assert.match(textOf(confirm), /Er det dig\? Du er logget ind som Ida Nielsen for Lægerne ved Broen/)
  const taken = await browser.press(confirm, 'Ja, tag imod')
  assert.match(textOf(taken), /Du har taget imod invitationen/)
  assert.match(textOf(await browser.get(`${stage.url}/mig`)), /Ida Ny/)
  const { page: again } = await enterAdministration(stage, ida)
  assert.doesNotMatch(textOf(again), /kender dig ikke/)
  const account = await stage.db
    .selectFrom('account')
    .selectAll()
    .where('id', '=', idIn(page))
    .executeTakeFirstOrThrow()
  assert.equal(account.professional_uuid, ida.uuid)
  assert.doesNotMatch(textOf(await admin.get(`${list}/${account.id}`)), /kender ikke Ida/)
  const told = (await stage.events()).map(({ action }) => action)
  for (const action of ['account.added', 'invitation.sent', 'invitation.accepted', 'identity.linked'])
    assert.ok(told.includes(action), action)
})

test('no redirect follows the form: a provider that the log-in leads to at once would be held against it', async () => {
  await create({ navn: 'Fie Form', mail: 'fie@seb-demo.example' })
  const browser = stage.browser()
  const page = await browser.press(await browser.get(await linkTo('fie@seb-demo.example')), 'Log ind og tag imod')
  assert.equal(page.url.pathname, '/invitation')
  assert.equal(page.status, 200)
  assert.match(textOf(page), /dit log-in/)
})

test('a link that has been used says so to everybody else, and nothing changes', async () => {
  const link = await linkTo('ida@seb-demo.example')
  const page = await stage.browser().get(link)
  assert.equal(page.status, 410)
  assert.match(textOf(page), /Invitationen er brugt/)
})

test('saying yes twice, and two people at once: the account is one person’s', async () => {
  const page = await create({ navn: 'To Paa En Gang', mail: 'to@seb-demo.example' })
  const link = await linkTo('to@seb-demo.example')
  const [one, other] = await Promise.all([follow(link, somebody('En')), follow(link, somebody('Anden'))])
  const [first, second] = await Promise.all([
    one.browser.press(one.page, 'Ja, tag imod'),
    other.browser.press(other.page, 'Ja, tag imod'),
  ])
  const texts = [textOf(first), textOf(second)]
  assert.equal(texts.filter((text) => text.includes('Du har taget imod')).length, 1, texts.join('\n'))
  assert.equal(texts.filter((text) => text.includes('Invitationen er brugt')).length, 1)
  const winner = first.status === 200 ? one : other
  assert.match(textOf(await winner.browser.press(winner.page, 'Ja, tag imod')), /Linket virker ikke|Du har taget imod/)
  const identities = await stage.db
    .selectFrom('identity')
    .innerJoin('account', 'account.person_id', 'identity.person_id')
    .select('identity.id')
    .where('account.id', '=', idIn(page))
    .execute()
  assert.equal(identities.length, 1)
})

test('a log-in for another workplace, or as a private person, is turned away with a sentence', async () => {
  await create({ navn: 'Ole Forkert', mail: 'ole@seb-demo.example' })
  const link = await linkTo('ole@seb-demo.example')
  const elsewhere = somebody('Ole', { cvr: otherCvr, orgName: 'Fjordby Kommune' })
  const { page } = await follow(link, elsewhere)
  assert.equal(page.status, 403)
  assert.match(textOf(page), /Du er logget ind for en anden arbejdsplads Invitationen er fra Lægerne ved Broen/)
  const citizen: TestPerson = { kind: 'person', uuid: randomUUID(), name: 'Ole', cpr: '0101029995' }
  assert.match(textOf((await follow(link, citizen)).page), /Log ind for din arbejdsplads/)
})

test('somebody who has an account here already is told so, and keeps it', async () => {
  await create({ navn: 'Birgit Igen', mail: 'birgit@seb-demo.example' })
  const { page } = await follow(await linkTo('birgit@seb-demo.example'), birgit)
  assert.equal(page.status, 403)
  assert.match(textOf(page), /Du har allerede en konto her/)
})

test('somebody SEB knows from another workplace keeps being one person', async () => {
  const vera = somebody('Vera Vikar')
  await stage.apply({
    people: [
      {
        key: 'vera',
        name: vera.name,
        identities: [
          {
            identityProvider: 'nemlogin',
            subject: `https://data.gov.dk/model/core/eid/professional/uuid/${vera.uuid}`,
          },
        ],
        accounts: [{ cvr: otherCvr, key: 'vera', professionalUuid: vera.uuid }],
      },
    ],
  })
  const made = await create({ navn: 'Vera V.', mail: 'vera@seb-demo.example' })
  const { browser, page } = await follow(await linkTo('vera@seb-demo.example'), vera)
  assert.match(textOf(await browser.press(page, 'Ja, tag imod')), /Du har taget imod/)
  const rows = await stage.db
    .selectFrom('account')
    .innerJoin('person', 'person.id', 'account.person_id')
    .select(['account.id', 'person.key', 'person.name'])
    .where('person.key', '=', 'vera')
    .execute()
  assert.ok(rows.some(({ id }) => id === idIn(made)))
  const left = await stage.db.selectFrom('person').select('id').where('name', '=', 'Vera V.').execute()
  assert.deepEqual(left, [])
})

/** Somebody whom a file tells of, without a number to know them by, is invited; returns the account and the link. */
async function inviteWritten(key: string, name: string): Promise<{ id: string; link: string; again(): Promise<void> }> {
  const again = () => stage.apply({ people: [{ key, name, accounts: [{ cvr: clinicCvr, key, unit: 'klinik' }] }] })
  await again()
  const id = await accountId(stage, key)
  const form = await admin.get(`${list}/${id}/inviter`)
  const set = /name="set" value="([^"]*)"/.exec(form.body)?.[1] ?? ''
  const email = `${key}@seb-demo.example`
  assert.match(textOf(await post(admin, `${list}/${id}/inviter`, { set, mail: email })), /Invitationen er sendt/)
  return { id, link: await linkTo(email), again }
}

const personOf = (id: string) =>
  stage.db
    .selectFrom('account')
    .innerJoin('person', 'person.id', 'account.person_id')
    .select(['person.id', 'person.key', 'account.professional_uuid'])
    .where('account.id', '=', id)
    .executeTakeFirstOrThrow()

test('somebody whom a file tells of without a number takes an invitation, and the file can be applied again', async () => {
  const karla = somebody('Karla Kort')
  const { id, link, again } = await inviteWritten('karla', karla.name)
  const { browser, page } = await follow(link, karla)
  assert.match(textOf(await browser.press(page, 'Ja, tag imod')), /Du har taget imod/)
  await again()
  const person = await personOf(id)
  assert.deepEqual([person.key, person.professional_uuid], ['karla', karla.uuid])
})

test('somebody SEB knew takes over the account that a file tells of, the key in the file, and what they were told', async () => {
  const nanna = somebody('Nanna Ny')
  const first = await follow(
    await create({ navn: nanna.name, mail: 'nanna@seb-demo.example' }).then(() => linkTo('nanna@seb-demo.example')),
    nanna,
  )
  await first.browser.press(first.page, 'Ja, tag imod')
  const before = await stage.db.selectFrom('account').select('id').where('professional_uuid', '=', nanna.uuid).execute()
  await stage.db.updateTable('account').set({ status: 'ended' }).where('professional_uuid', '=', nanna.uuid).execute()
  const { id, link, again } = await inviteWritten('nanna', 'N. Ny')
  const standIn = await personOf(id)
  await stage.db
    .insertInto('notice')
    .values({
      ...{ id: randomUUID(), person_id: standIn.id, account_id: id, audience: 'employee' as const, kind: 'test' },
      ...{ topic: 'test', created_at: stage.clock.now(), delivery: 'none' as const },
    })
    .execute()
  const { browser, page } = await follow(link, nanna)
  assert.match(textOf(await browser.press(page, 'Ja, tag imod')), /Du har taget imod/)
  await again()
  const person = await personOf(id)
  assert.deepEqual([person.key, person.id], ['nanna', (await personOf(before[0]?.id ?? '')).id])
  const told = await stage.db.selectFrom('notice').select('person_id').where('account_id', '=', id).execute()
  assert.deepEqual(told, [{ person_id: person.id }])
})

test('nobody becomes a doctor by a link: whom a file gives an authorisation is known by a number', async () => {
  const { id, link } = await inviteWritten('laege', 'Lis Læge')
  const { id: personId } = await personOf(id)
  const authorisation = { code: '0AB12', education_code: '7170', education_type: 'Læge', valid_from: stage.clock.now() }
  await stage.db
    .insertInto('person_authorisation')
    .values({ person_id: personId, ...authorisation })
    .execute()
  assert.equal((await follow(link, somebody('Ikke Læge'))).page.status, 403)
})

test('whom two files tell of under two names is not taken for one: the file says who they are', async () => {
  const { id, link } = await inviteWritten('vera-igen', 'Vera Igen')
  const vera = await stage.db.selectFrom('account').select('professional_uuid').where('key', '=', 'vera').execute()
  await stage.db
    .updateTable('account')
    .set({ status: 'ended' })
    .where('professional_uuid', '=', vera[0]?.professional_uuid ?? null)
    .execute()
  const { page } = await follow(link, somebody('Vera Vikar', { uuid: vera[0]?.professional_uuid ?? '' }))
  assert.equal(page.status, 403, textOf(page))
  assert.equal((await personOf(id)).key, 'vera-igen')
})

test('an invitation is sent again, perhaps elsewhere, and withdrawn; the links of before say why they do not work', async () => {
  const page = await create({ navn: 'Sara Sen', mail: 'forkert@seb-demo.example' })
  const id = idIn(page)
  const first = await linkTo('forkert@seb-demo.example')
  const form = await admin.get(`${list}/${id}/inviter`)
  const set = /name="set" value="([^"]*)"/.exec(form.body)?.[1] ?? ''
  const wrong = await post(admin, `${list}/${id}/inviter`, { set, mail: 'ikke en mail' })
  assert.equal(wrong.status, 422)
  assert.match(wrong.body, /value="ikke en mail"/)
  for (let time = 0; time < 2; time++) {
    const sent = await post(admin, `${list}/${id}/inviter`, { set, mail: 'rigtig@seb-demo.example' })
    assert.match(textOf(sent), /Invitationen er sendt/)
  }
  assert.equal((await stage.mails()).filter(({ to }) => to.email === 'rigtig@seb-demo.example').length, 1)
  assert.match(textOf(await stage.browser().get(first)), /Der er sendt en nyere invitation/)
  const second = await linkTo('rigtig@seb-demo.example')
  const gone = await post(admin, `${list}/${id}/inviter/traek-tilbage`, {})
  assert.match(textOf(gone), /Invitationen er trukket tilbage/)
  assert.match(textOf(await stage.browser().get(second)), /Invitationen er trukket tilbage/)
})

test('after two weeks the link has expired, and with the account it ends at once', async () => {
  const page = await create({ navn: 'Sen Svarer', mail: 'sen@seb-demo.example' })
  const link = await linkTo('sen@seb-demo.example')
  await stage.db.updateTable('account').set({ status: 'suspended' }).where('id', '=', idIn(page)).execute()
  assert.match(textOf(await stage.browser().get(link)), /Kontoen er ikke åben/)
  await stage.db.updateTable('account').set({ status: 'active' }).where('id', '=', idIn(page)).execute()
  stage.clock.moveMinutes(14 * 24 * 60)
  assert.match(textOf(await stage.browser().get(link)), /Invitationen er udløbet/)
  stage.clock.moveMinutes(-14 * 24 * 60)
})

test('a link nobody made is answered without telling anything', async () => {
  for (const code of ['', 'x', `${'A'.repeat(43)}`, 'a'.repeat(5000)])
    assert.equal((await stage.browser().get(`${stage.url}/invitation?kode=${code}`)).status, 404)
  assert.equal((await stage.browser().get(`${stage.url}/invitation/bekraeft`)).status, 404)
})

test('what is wrong is told beside each field, and nothing that was typed is lost', async () => {
  const bad = {
    navn: '',
    kendes: 'uuid',
    uuid: 'abc',
    mail: 'bo@',
    fra: '2026-02-30',
    til: 'snart',
    enhed: foreignUnit.id,
  }
  const page = await create(bad)
  assert.equal(page.status, 422)
  for (const said of [
    /Skriv medarbejderens navn/,
    /ikke en mailadresse/,
    /Et UUID har/,
    /Den dag findes ikke/,
    /Vælg en af enhederne/,
  ])
    assert.match(textOf(page), said)
  for (const typed of ['abc', 'bo@', 'snart']) assert.ok(page.body.includes(`value="${typed}"`), typed)
  assert.match(textOf(await create({ navn: 'A', mail: '' })), /Skriv den mail, som invitationen skal gå til/)
  assert.match(textOf(await create({ navn: 'A', mail: 'a@b.example', til: '2020-01-01' })), /før kontoen begynder/)
  assert.match(textOf(await create({ navn: 'A'.repeat(257), mail: 'a@b.example' })), /højst have 256 tegn/)
  assert.match(textOf(await create({ navn: 'A', kendes: 'uuid', uuid: birgit.uuid })), /har allerede dette UUID/)
  assert.match(textOf(await create({ navn: 'A', kendes: 'rid', rid: '77001122' })), /har allerede dette RID-nummer/)
})

test('a form that is sent twice makes one employee and one mail', async () => {
  const fields = { id: randomUUID(), navn: 'Dob Belt', mail: 'dob@seb-demo.example' }
  const pages = [...(await Promise.all([create(fields), create(fields)])), await create(fields)]
  for (const page of pages) assert.equal(page.status, 200, textOf(page))
  assert.equal((await stage.mails()).filter(({ to }) => to.email === fields.mail).length, 1)
  assert.equal((await stage.db.selectFrom('person').select('id').where('name', '=', 'Dob Belt').execute()).length, 1)
})

test('an administrator of one unit creates people there and nowhere else, and an employee nowhere', async () => {
  assert.equal((await (await enterAdministration(stage, birgit)).browser.get(newPage)).status, 404)
  await appoint(stage, birgitId, { level: 'administrator', unit_ids: [unit.id] })
  const { browser } = await enterAdministration(stage, birgit)
  assert.match(
    textOf(await create({ navn: 'B', mail: 'b@seb-demo.example', enhed: '' }, browser)),
    /Vælg en af enhederne/,
  )
  assert.equal((await create({ navn: 'Bodil Her', mail: 'bodil@seb-demo.example' }, browser)).status, 200)
  for (const path of [`${strangerId}/inviter`, `${annaId}/inviter`, `${randomUUID()}/inviter`]) {
    assert.equal((await browser.get(`${list}/${path}`)).status, 404, path)
    assert.equal((await post(browser, `${list}/${path}/traek-tilbage`, {})).status, 404, path)
  }
})

test('the database shows an organisation no invitation, no mail and no new person of another', async () => {
  const other = await stage.db
    .selectFrom('organisation')
    .select('id')
    .where('cvr', '=', otherCvr)
    .executeTakeFirstOrThrow()
  const seen = await inOrganisation(stage.db, other.id, async (trx) => [
    ...(await trx.selectFrom('invitation').select('id').execute()),
    ...(await trx.selectFrom('mail').select('id').execute()),
    ...(await trx.selectFrom('person').select('id').where('name', '=', 'Dob Belt').execute()),
  ])
  assert.deepEqual(seen, [])
  const written = await stage.db.selectFrom('invitation').selectAll().execute()
  const tokens = (await stage.mails()).flatMap(
    ({ content }) => /kode=([\w-]+)/.exec(JSON.stringify(content.blocks))?.[1] ?? [],
  )
  assert.ok(tokens.length > 3)
  for (const token of tokens) assert.ok(!JSON.stringify(written).includes(token), 'the link is not in the database')
})

test('a mail that the server refuses is told to who sent the invitation, and to those who run SEB, without the address', async () => {
  const page = await create({ navn: 'Ulla Ukendt', mail: 'ulla@seb-demo.example' })
  const server = await openSmtpServer()
  after(() => server.close())
  server.refuse.set('ulla@seb-demo.example', '550 5.1.1 <ulla@seb-demo.example> is nobody')
  await stage.postOut(`smtp://127.0.0.1:${server.port}`)
  const told = textOf(await admin.get(page.url.href))
  assert.match(
    told,
    /Mailen kunne ikke afleveres\. Mailserveren svarede: 550 5\.1\.1 <…> is nobody|svarede: 550 5\.1\.1 &lt;…&gt; is nobody/,
  )
  await stage.apply({
    people: [
      {
        key: 'gry',
        name: 'Gry',
        staff: [{ capacity: 'system-management' }],
        accounts: [{ cvr: otherCvr, key: 'gry', professionalUuid: gry.uuid }],
      },
    ],
  })
  const { browser } = await enterAdministration(stage, gry)
  await browser.press(await browser.get(`${stage.url}/admin/handl-for`), 'systemforvaltning')
  const shown = textOf(await browser.get(`${stage.url}/forvaltning/mail`))
  assert.match(shown, /Invitation af en medarbejder Lægerne ved Broen .* Opgivet efter 1 forsøg 550 5\.1\.1/)
  assert.doesNotMatch(shown, /ulla|Ulla/)
})

test('a form that carries the id of somebody elsewhere makes an employee of its own, and touches nobody', async () => {
  const page = await create({ id: strangerId, navn: 'Kim Kopi', mail: 'kim@seb-demo.example' })
  assert.equal(page.status, 200, textOf(page))
  assert.notEqual(idIn(page), strangerId)
  assert.match(textOf(page), /Kim Kopi/)
})

test('a link makes nobody a person whom SEB knows already, wherever an administrator sent it', async () => {
  const page = await create({ navn: 'Kaja Kendt', mail: 'kaja@seb-demo.example' })
  const { person_id } = await stage.db
    .selectFrom('account')
    .select('person_id')
    .where('id', '=', idIn(page))
    .executeTakeFirstOrThrow()
  const other = await stage.db
    .selectFrom('account')
    .select(['organisation_id', 'valid_from', 'created_at'])
    .where('id', '=', strangerId)
    .executeTakeFirstOrThrow()
  const elsewhere = { id: randomUUID(), person_id, key: 'kaja', status: 'active' as const }
  await stage.db
    .insertInto('account')
    .values({ ...other, ...elsewhere })
    .execute()
  const { page: answer } = await follow(await linkTo('kaja@seb-demo.example'), somebody('Ivan Fremmed'))
  assert.equal(answer.status, 403, textOf(answer))
  const linked = await stage.db.selectFrom('identity').select('id').where('person_id', '=', person_id).execute()
  assert.deepEqual(linked, [])
})

test('somebody who left and comes back takes the new account, with the number of before', async () => {
  const tove = somebody('Tove Tilbage')
  const first = await create({ navn: tove.name, kendes: 'uuid', uuid: tove.uuid })
  await stage.db.updateTable('account').set({ status: 'ended' }).where('id', '=', idIn(first)).execute()
  const again = await create({ navn: tove.name, mail: 'tove@seb-demo.example' })
  const { browser, page } = await follow(await linkTo('tove@seb-demo.example'), tove)
  const taken = await browser.press(page, 'Ja, tag imod')
  assert.equal(taken.status, 200, textOf(taken))
  const account = await stage.db
    .selectFrom('account')
    .select(['person_id', 'professional_uuid'])
    .where('id', '=', idIn(again))
    .executeTakeFirstOrThrow()
  assert.equal(account.professional_uuid, tove.uuid)
})
