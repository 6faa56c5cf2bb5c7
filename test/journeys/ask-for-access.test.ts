/** From a refusal to a request, in the same breath: whoever the organisation knows, and whoever it does not know yet. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { randomIds } from '../../src/base/ids.ts'
import type { Form, Page, UserAgent } from '../interop/user-agent.ts'
import { enterAdministration } from '../support/administration.ts'
import { anna, birgit, carl, clinicCvr, sor } from '../support/clinic.ts'
import { fieldsFor, openClinicStage, textOf } from '../support/clinic-stage.ts'
import type { TestPerson } from '../support/test-provider.ts'

const stage = await openClinicStage()
after(() => stage.close())
const { db, nemlogin, medicine, referrals } = stage
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
  ],
})

/** Fills in the form that has the field, and sends it. */
function fill(browser: UserAgent, page: Page, fields: Record<string, string>): Promise<Page> {
  const [first = ''] = Object.keys(fields)
  const form: Form | undefined = page.forms.find((one) => first in one.fields)
  if (!form) throw new Error(`no field ${first} on ${page.url}:\n${textOf(page)}`)
  return browser.submit({ ...form, fields: { ...form.fields, ...fields } })
}

async function refused(person: TestPerson, service = medicine) {
  const browser = stage.browser()
  const page = await stage.logIn(browser, service, nemlogin, person)
  assert.equal(page.status, 403, textOf(page))
  return { browser, page }
}

test('a refused employee asks in the same breath, without another log-in: three presses and one sentence', async () => {
  const { browser, page } = await refused(birgit)
  const need = await browser.press(page, 'Bed om')
  assert.match(need.url.pathname, /^\/mig\/anmod\/.*\/hvad$/)
  assert.match(textOf(need), /Læge, Medicinkortet/)
  const check = await fill(browser, need, { hvorfor: 'Jeg overtager receptfornyelser fra mandag.' })
  assert.match(textOf(check), /Kontrollér og send/)
  assert.match(textOf(check), new RegExp(`Klinikken \\(${sor}\\)`))
  const sent = await browser.press(check, 'Send anmodning')
  assert.match(textOf(sent), /Din anmodning er sendt/)
  assert.match(textOf(sent), /Den venter hos overbrugeradministratorerne/)
  const row = await db.selectFrom('access_request').selectAll().executeTakeFirstOrThrow()
  assert.equal(row.state, 'submitted')
  assert.equal(row.kind, 'more-access')
  assert.deepEqual(row.scopes, { enhed: [sor] })
  const [mail] = await stage.mails()
  assert.match(mail?.content.subject ?? '', /venter på dig/)
})

test('who decides is told by name where the organisation tells its people, and by function elsewhere', async () => {
  assert.match(textOf((await refused(birgit, referrals)).page), /går til brugeradministratoren på din arbejdsplads/)
  await db.updateTable('organisation').set({ tells_names: true }).execute()
  const { page } = await refused(birgit, referrals)
  await db.updateTable('organisation').set({ tells_names: false }).execute()
  assert.match(textOf(page), /går til Anna Bro, som er brugeradministrator/)
})

test('asked for twice, it is one request', async () => {
  const { browser, page } = await refused(birgit)
  const need = await browser.press(page, 'Bed om')
  const check = await fill(browser, need, { hvorfor: 'En gang til.' })
  const sent = await browser.press(check, 'Send anmodning')
  assert.match(textOf(sent), /Du havde allerede bedt om det samme/)
  assert.equal((await db.selectFrom('access_request').select('id').where('state', '<>', 'draft').execute()).length, 1)
})

test('somebody the organisation does not know asks to be created, and is known the next time', async () => {
  const { browser, page } = await refused(carl, referrals)
  assert.match(textOf(page), /Bed om at blive oprettet/)
  const need = await browser.press(page, 'Bed om')
  const check = await fill(browser, need, { hvorfor: 'Jeg er ny læge i klinikken.', mail: 'carl@klinik.example' })
  assert.match(textOf(check), /Carl Eng/)
  const sent = await browser.press(check, 'Send anmodning')
  assert.match(textOf(sent), /Din anmodning er sendt/)
  const account = await db
    .selectFrom('account')
    .innerJoin('person', 'person.id', 'account.person_id')
    .select(['account.status', 'person.name', 'person.email'])
    .where('professional_uuid', '=', carl.uuid)
    .executeTakeFirstOrThrow()
  assert.deepEqual(account, { status: 'requested', name: 'Carl Eng', email: 'carl@klinik.example' })
  // Asked for, it opens nothing; and the page leads to what was asked.
  const again = await refused(carl, referrals)
  assert.match(textOf(again.page), /Din konto venter på svar/)
  const followed = await again.browser.press(again.page, 'Se, hvor langt')
  assert.match(textOf(followed), /Mine anmodninger/)
  assert.match(textOf(followed), /Læge, Henvisninger/)
})

test('what is typed is kept and told of: a page of reasons, markup, and a CPR number', async () => {
  const { browser, page } = await refused(birgit, referrals)
  const need = await browser.press(page, 'Bed om')
  for (const [hvorfor, told] of [
    ['', /Skriv med én sætning/],
    ['x'.repeat(10_000), /Skriv højst 500 tegn. Her står 10000/],
    ['Patienten 010190-1234 venter', /CPR-nummer i teksten/],
  ] as const) {
    const answer = await fill(browser, need, { hvorfor })
    assert.equal(answer.status, 422)
    assert.match(textOf(answer), told)
    assert.equal(answer.forms.find((form) => 'hvorfor' in form.fields)?.fields.hvorfor, hvorfor)
  }
  const late = await fill(browser, need, { fra: '2026-12-31', til: '2026-12-01', hvorfor: 'Omvendt' })
  assert.equal(late.status, 422)
  const unknown = await fill(browser, need, { 'omfang-enhed': 'Et helt andet sted', hvorfor: 'Andet sted' })
  assert.equal(unknown.status, 422)
  const check = await fill(browser, need, { hvorfor: '<b>Fed</b> & "god" grund' })
  assert.match(check.body, /&lt;b&gt;Fed&lt;\/b&gt; &amp; /)
})

test('a role that is retired while somebody writes is told of, and what they wrote is kept', async () => {
  const { browser, page } = await refused(birgit, referrals)
  const need = await browser.press(page, 'Bed om')
  await db.updateTable('role').set({ requestable: false }).execute()
  const told = await fill(browser, need, { hvorfor: 'Det her skal ikke gå tabt.' })
  assert.match(textOf(told), /kan ikke bruges .* mere|kan man ikke bede om mere/)
  await db.updateTable('role').set({ requestable: true }).execute()
  assert.match(textOf(await browser.get(`${stage.url}/mig/anmod`)), /Kladder .*Læge, Henvisninger/)
  assert.match((await browser.get(need.url)).body, /Det her skal ikke gå tabt\./)
})

test('what one has already is not asked for again, and what one does not need is asked to go', async () => {
  const browser = stage.browser()
  await stage.logIn(browser, medicine, nemlogin, anna)
  const start = await browser.get(`${stage.url}/mig/anmod`)
  assert.match(textOf(start), /Jeg skal have mere adgang/)
  const service = await browser.press(start, 'mere')
  const need = await browser.press(service, 'Medicinkortet')
  const held = await fill(browser, need, { hvorfor: 'Jeg har den vist.' })
  assert.equal(held.status, 422)
  assert.match(textOf(held), /Du har allerede rollen/)
  const mine = await browser.get(`${stage.url}/mig`)
  const [, lose = ''] = /href="(\/mig\/anmod\/mist\/[^"]*)"/.exec(mine.body) ?? []
  const asked = await fill(browser, await browser.get(stage.url + lose), { hvorfor: 'Jeg har skiftet afdeling.' })
  assert.match(textOf(asked), /Din anmodning er sendt/)
  assert.match(textOf(asked), /Ingen i Lægerne ved Broen kan afgøre den/)
  const again = await fill(browser, await browser.get(stage.url + lose), { hvorfor: 'Igen.' })
  assert.match(textOf(again), /Du havde allerede bedt om det samme/)
  const withdrawn = await browser.press(again, 'Træk tilbage')
  assert.match(textOf(withdrawn), /Anmodningen er trukket tilbage/)
  const second = await fill(browser, await browser.get(stage.url + lose), { hvorfor: 'Alligevel.' })
  assert.match(textOf(second), /Din anmodning er sendt/)
})

test('nobody sees or moves what somebody else has asked for, draft or sent', async () => {
  const browser = stage.browser()
  await stage.logIn(browser, medicine, nemlogin, anna)
  const rows = await db
    .selectFrom('access_request')
    .innerJoin('person', 'person.id', 'access_request.asked_by')
    .select(['access_request.id', 'access_request.state'])
    .where('person.name', '=', birgit.name)
    .execute()
  assert.ok(rows.some(({ state }) => state === 'draft') && rows.some(({ state }) => state === 'submitted'))
  for (const { id, state } of rows) {
    const path = state === 'draft' ? `/mig/anmod/${id}/hvad` : `/mig/anmodninger/${id}`
    assert.equal((await browser.get(stage.url + path)).status, 404)
    const form = { page: new URL(stage.url), method: 'post' as const, fields: { hvorfor: 'x' }, buttons: [] }
    for (const action of [
      `/mig/anmodninger/${id}/traek-tilbage`,
      `/mig/anmodninger/${id}/svar`,
      `/mig/anmod/${id}/kontrol`,
    ])
      assert.equal((await browser.submit({ ...form, action: new URL(action, stage.url) })).status, 404, action)
  }
})

test('the log-in that was refused opens SEB’s own pages once, and not after a log-out', async () => {
  const { browser, page } = await refused(birgit, referrals)
  await browser.press(page, 'Bed om')
  const leaving = await browser.get(`${stage.url}/login/log-ud`)
  await browser.goOn(await browser.press(leaving, 'Log ud'))
  const back = await browser.press(page, 'Bed om')
  assert.doesNotMatch(back.url.pathname, /^\/mig/)
})

test('an administrator asks for employees where they may not decide, and another decides it', async () => {
  const hanne: TestPerson = { ...anna, uuid: '99999999-9999-4999-8999-999999999999', name: 'Hanne Is' }
  await stage.apply({
    people: [
      {
        key: 'hanne',
        name: hanne.name,
        accounts: [
          {
            cvr: clinicCvr,
            key: 'hanne',
            unit: 'klinik',
            professionalUuid: hanne.uuid,
            administrator: { level: 'administrator', units: ['klinik'], services: ['medicine'] },
          },
        ],
      },
    ],
  })
  const browser = stage.browser()
  const choice = await browser.get(`${stage.url}/mig/anmod/for-andre`)
  const door = await browser.goOn(await browser.press(choice, 'MitID Erhverv'))
  const page = await stage.carry(browser, nemlogin.answer(nemlogin.read(door.url), hanne))
  assert.match(textOf(page), /Hvem beder du på vegne af/)
  assert.doesNotMatch(page.body, /Hanne Is, /)
  const { id } = await db.selectFrom('account').select('id').where('key', '=', 'birgit').executeTakeFirstOrThrow()
  const [form] = page.forms
  assert.ok(form)
  const chosen = await browser.submit({ ...form, method: 'post', fields: { ...form.fields, konto: id } })
  assert.match(textOf(chosen), /Henvisninger/)
  assert.doesNotMatch(textOf(chosen), /Medicinkortet/)
  const check = await fill(browser, await browser.press(chosen, 'Henvisninger'), {
    'omfang-enhed': sor,
    hvorfor: 'Hun henviser fra mandag.',
  })
  assert.match(textOf(check), /Birgit Dal/)
  const sent = await browser.press(check, 'Send anmodning')
  assert.match(textOf(sent), /Læge, Henvisninger .*Til Birgit Dal/)
})

test('a question to somebody who has no account yet reaches them by mail, and is answered', async () => {
  const { id } = await db
    .selectFrom('access_request')
    .select('id')
    .where('kind', '=', 'new-account')
    .executeTakeFirstOrThrow()
  const { browser } = await enterAdministration(stage)
  const asking = await browser.get(`${stage.url}/admin/anmodninger/${id}/spoerg`)
  const asked = await fill(browser, asking, { ord: 'Hvem afløser du?' })
  assert.match(textOf(asked), /Spørgsmålet er sendt/)
  const mail = (await stage.mails()).find(({ to }) => to.email === 'carl@klinik.example')
  const link = mail?.content.blocks.find((block) => typeof block === 'object' && 'link' in block)
  assert.ok(link && typeof link === 'object' && 'link' in link)
  const { browser: carls, page } = await refused(carl, referrals)
  await carls.press(page, 'Se, hvor langt')
  const question = await carls.get(link.link)
  assert.match(textOf(question), /Hvem afløser du\?/)
  const answer = await fill(carls, question, { hvorfor: 'Jeg afløser Anna.' })
  assert.match(textOf(answer), /Dit svar er sendt/)
  assert.equal((await carls.get(`${stage.url}/mig/beskeder`)).status, 403)
})

test('somebody new who is approved is let in the next time, by the log-in they asked with', async () => {
  const { id } = await db
    .selectFrom('access_request')
    .select('id')
    .where('kind', '=', 'new-account')
    .where('state', '=', 'submitted')
    .executeTakeFirstOrThrow()
  const { browser, page } = await enterAdministration(stage)
  assert.equal(page.status, 200)
  const request = await browser.get(`${stage.url}/admin/anmodninger/${id}`)
  assert.match(textOf(request), /Carl Eng beder om en bruger/)
  assert.match(textOf(await browser.press(request, 'Godkend')), /Anmodningen er godkendt/)
  const carls = stage.browser()
  fieldsFor(await stage.logIn(carls, referrals, nemlogin, carl), referrals)
  const mine = await carls.get(`${stage.url}/mig/anmodninger/${id}`)
  assert.match(textOf(mine), /Den er godkendt/)
})

test('whoever has gone back to the service has left: nobody asks with their log-in after them', async () => {
  const { browser, page } = await refused(birgit, referrals)
  await browser.press(page, 'Gå tilbage')
  const after = await browser.press(page, 'Bed om')
  assert.doesNotMatch(after.url.pathname, /^\/mig/)
})

test('another browser cannot ask with a log-in that it did not carry', async () => {
  const { page } = await refused(birgit, referrals)
  const stranger = stage.browser()
  const answer = await stranger.press(page, 'Bed om')
  assert.equal(answer.status, 400)
  assert.equal(stranger.cookie(new URL(stage.url).hostname, 'seb_session'), undefined)
})

test('nobody has more than twenty requests open, and what is one too many is kept as a draft', async () => {
  const person = await db.selectFrom('account').selectAll().where('key', '=', 'birgit').executeTakeFirstOrThrow()
  const now = stage.clock.now()
  const open = Array.from({ length: 20 }, () => ({
    id: randomIds.uuid(),
    reference: randomIds.reference(),
    organisation_id: person.organisation_id,
    kind: 'more-access' as const,
    state: 'submitted' as const,
    asked_by: person.person_id,
    person_id: person.person_id,
    account_id: person.id,
    created_at: now,
    updated_at: now,
    submitted_at: now,
    expires_at: new Date(now.getTime() + 86_400_000),
  }))
  // One open request for each role there is: these are of none, so each of an account of its own.
  for (const [at, row] of open.entries()) {
    const account_id = randomIds.uuid()
    await db
      .insertInto('account')
      .values({
        id: account_id,
        person_id: person.person_id,
        organisation_id: person.organisation_id,
        key: `extra-${at}`,
        status: 'ended',
        valid_from: now,
        created_at: now,
      })
      .execute()
    await db
      .insertInto('access_request')
      .values({ ...row, account_id })
      .execute()
  }
  const { browser, page } = await refused(birgit, referrals)
  const need = await browser.press(page, 'Bed om')
  const check = await fill(browser, need, { hvorfor: 'Den enogtyvende.' })
  const told = await browser.press(check, 'Send anmodning')
  assert.equal(told.status, 422)
  assert.match(textOf(told), /mange anmodninger, der venter/)
  assert.match((await browser.get(need.url)).body, /Den enogtyvende/)
})

test('where an organisation takes no requests nobody is offered to send one', async () => {
  const { browser } = await enterAdministration(stage)
  const settings = await browser.get(`${stage.url}/admin/anmodninger/indstillinger`)
  assert.match(textOf(await browser.press(settings, 'Tag ikke imod')), /Nej\. De får at vide/)
  const { page } = await refused(birgit, referrals)
  assert.doesNotMatch(textOf(page), /Bed om/)
  const told = await browser.get(`${stage.url}/mig/anmod`)
  assert.equal(told.status, 409)
  assert.match(textOf(told), /tager ikke imod anmodninger i SEB/)
})
