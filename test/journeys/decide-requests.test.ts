/** Administrators decide what employees ask for: approved as asked or with less, asked about, rejected; once, and never by oneself. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { anna, birgit, sor } from '../support/clinic.ts'
import { textOf } from '../support/clinic-stage.ts'
import { erik, frida, hans, ingrid, openRequestStage } from '../support/requests.ts'

const stage = await openRequestStage()
after(() => stage.close())
const queue = '/admin/anmodninger'

test('an administrator sees what waits, the longest first, and one request on one page with what it would give', async () => {
  const first = await stage.ask('birgit')
  stage.clock.moveMinutes(1)
  const second = await stage.ask('gudrun')
  const browser = await stage.enter(erik)
  assert.match(textOf(await stage.open(browser, '/admin')), /2 anmodninger venter på dig/)
  const list = textOf(await stage.open(browser, queue))
  assert.match(list, /2 anmodninger/)
  assert.ok(list.indexOf('Birgit Dal') < list.indexOf('Gudrun Hede'))
  const page = textOf(await stage.open(browser, `${queue}/${first}`))
  assert.match(page, /Birgit Dal beder om Læge i Medicinkortet/)
  assert.match(page, /Begynder på afdelingen/)
  assert.match(page, /Klinikken \(999900000000011\)/)
  assert.match(page, /Birgit Dal kommer ind i Medicinkortet og får i alt: Læge: Klinikken .* Ny/)
  assert.match(page, /Andre med rollen .*Anna Bro/)
  assert.match(page, /Brugeradministratorer for enheden og tjenesten: Erik Graa og Frida Hav/)
  assert.ok((await stage.events()).some(({ action }) => action === 'access-request.viewed'))
  await stage.decide(browser, second, '/afvis', { ord: 'Ikke nu' })
  await stage.decide(browser, first, '/afvis', { ord: 'Ikke nu' })
})

test('an approval gives the role, once however often the form is sent, and tells the employee with a link only', async () => {
  const id = await stage.ask('birgit')
  const browser = await stage.enter(erik)
  const fields = { version: '1', ord: 'Velkommen' }
  for (let time = 0; time < 2; time += 1)
    assert.match(textOf(await stage.post(browser, `${queue}/${id}`, fields)), /Anmodningen er godkendt/)
  assert.deepEqual(await stage.traces(id), { given: 1, approved: 1, added: 1, mails: ['request.approved'] })
  const mail = (await stage.mails())[0]
  assert.equal(mail?.to.email, 'birgit@example.dk')
  assert.doesNotMatch(JSON.stringify(mail?.content), /Velkommen|Birgit|Erik/)
  assert.match(JSON.stringify(mail?.content), /\/mig\/beskeder\//)
  assert.match(textOf(await stage.open(browser, `${queue}/${id}`)), /Erik Graa godkendte .*Velkommen/)
})

test('an approval with less gives less, and more than was asked for is told beside the field', async () => {
  const until = new Date(stage.clock.now().getTime() + 90 * 86_400_000)
  const id = await stage.ask('gudrun', { valid_until: until })
  const browser = await stage.enter(erik)
  const day = (days: number) => new Date(stage.clock.now().getTime() + days * 86_400_000).toISOString().slice(0, 10)
  const more = await stage.decide(browser, id, '/mindre', { til: day(200) })
  assert.equal(more.status, 422)
  assert.match(textOf(more), /Det er mere, end der er bedt om/)
  const endless = await stage.decide(browser, id, '/mindre', { til: '' })
  assert.match(textOf(endless), /Det er mere, end der er bedt om/)
  const elsewhere = await stage.decide(browser, id, '/mindre', { 'omfang-enhed': '999900000000099', til: day(30) })
  assert.match(textOf(elsewhere), /Det er mere, end der er bedt om/)
  const times = { 'tid-0-dag-1': '1', 'tid-0-fra': '15:00', 'tid-0-til': '23:00' }
  const done = await stage.decide(browser, id, '/mindre', { til: day(30), ord: 'En måned først', ...times })
  assert.match(textOf(done), /Anmodningen er godkendt/)
  const row = await stage.db
    .selectFrom('role_assignment')
    .innerJoin('access_request', 'access_request.given_assignment_id', 'role_assignment.id')
    .select(['role_assignment.scopes', 'role_assignment.valid_until', 'role_assignment.hours'])
    .where('access_request.id', '=', id)
    .executeTakeFirstOrThrow()
  assert.deepEqual(row.scopes, { enhed: [sor] })
  assert.ok(row.valid_until && row.valid_until < until)
  assert.deepEqual(row.hours, [{ days: [1], from: '15:00', until: '23:00' }])
  assert.match(textOf(await stage.open(browser, `${queue}/${id}`)), /Givet: Klinikken.*mandag kl\. 15–23/)
})

test('what was asked for at certain times is given at those or fewer, and at no others', async () => {
  const id = await stage.ask('gudrun', {
    hours: [{ days: [1, 2], from: '22:00', until: '07:00' }],
    scopes: { enhed: ['999900000000012'] },
  })
  const browser = await stage.enter(erik)
  assert.match(textOf(await stage.open(browser, `${queue}/${id}`)), /mandag og tirsdag kl\. 22–7 næste dag/)
  const other = await stage.decide(browser, id, '/mindre', { 'tid-0-til': '08:00' })
  assert.match(textOf(other), /Det er mere, end der er bedt om/)
  const always = { 'tid-0-fra': '', 'tid-0-til': '', 'tid-0-dag-1': '', 'tid-0-dag-2': '' }
  const page = await stage.open(browser, `${queue}/${id}/mindre`)
  const form = page.forms.find(({ fields }) => 'tid-0-fra' in fields) ?? assert.fail()
  const left = Object.entries({ ...form.fields, til: '' }).filter(([name]) => !(name in always))
  const more = await browser.submit({ ...form, fields: Object.fromEntries(left), buttons: [] })
  assert.match(textOf(more), /Det er mere, end der er bedt om/)
  assert.match(textOf(await stage.decide(browser, id, '/mindre', { 'tid-0-til': '06:00' })), /Anmodningen er godkendt/)
  const { rows } = await sql<{ hours: unknown }>`select held.hours from role_assignment held
    join access_request request on request.given_assignment_id = held.id where request.id = ${id}`.execute(stage.db)
  assert.deepEqual(rows, [{ hours: [{ days: [1, 2], from: '22:00', until: '06:00' }] }])
})

test('a question sends it back, and a reason goes with a no; words with a CPR number or without end are refused and kept', async () => {
  const id = await stage.ask('hans')
  const browser = await stage.enter(frida)
  for (const way of ['/spoerg', '/afvis'] as const) {
    assert.match(textOf(await stage.decide(browser, id, way, { ord: '' })), /Skriv noget, så Hans Iversen ved hvorfor/)
    const cpr = await stage.decide(browser, id, way, { ord: 'Er det 010199-9996?' })
    assert.equal(cpr.status, 422)
    assert.match(textOf(cpr), /ligner et CPR-nummer/)
    assert.match(cpr.body, /010199-9996/, 'what was typed is kept')
    const long = await stage.decide(browser, id, way, { ord: 'x'.repeat(10_000) })
    assert.match(textOf(long), /Skriv højst 1000 tegn. Du har skrevet 10000/)
    assert.match(long.body, /x{10000}/)
  }
  assert.match(
    textOf(await stage.decide(browser, id, '/spoerg', { ord: '<b>Hvor længe?</b>' })),
    /Spørgsmålet er sendt/,
  )
  assert.equal((await stage.request(id)).state, 'returned')
  const page = await stage.open(browser, `${queue}/${id}`)
  assert.match(page.body, /&lt;b&gt;Hvor længe\?&lt;\/b&gt;/)
  assert.match(textOf(await stage.decide(browser, id, '/afvis', { ord: 'Du er flyttet' })), /Anmodningen er afvist/)
  assert.deepEqual((await stage.traces(id)).mails, ['request.returned', 'request.rejected'])
})

test('what somebody else has done meanwhile is told, and nothing is doubled', async () => {
  const id = await stage.ask('hans')
  const [one, other] = await Promise.all([stage.enter(erik), stage.enter(frida)])
  await stage.decide(one, id, '', {})
  const late = await stage.post(other, `${queue}/${id}`, { version: '1' })
  assert.equal(late.status, 422)
  assert.match(textOf(late), /allerede afgjort/)
  assert.match(textOf(late), /Erik Graa godkendte/)
  assert.equal((await stage.traces(id)).given, 1)

  const withdrawn = await stage.ask('gudrun', { state: 'withdrawn' })
  assert.match(textOf(await stage.post(other, `${queue}/${withdrawn}`, { version: '1' })), /allerede afgjort/)
  const lapsed = await stage.ask('hans', {
    role_id: null,
    expires_at: new Date(stage.clock.now().getTime() - 1000),
  })
  assert.match(textOf(await stage.post(other, `${queue}/${lapsed}`, { version: '1' })), /allerede afgjort/)
  const answered = await stage.ask('gudrun', { role_id: await stage.roleId('referrals'), version: 3 })
  assert.match(textOf(await stage.post(other, `${queue}/${answered}`, { version: '1' })), /sket noget med anmodningen/)
  await stage.decide(other, answered, '/afvis', { ord: 'Nej' })
})

test('of two who approve in the same second, one gives the role', async () => {
  const id = await stage.ask('hans', { role_id: await stage.roleId('referrals') })
  const browsers = await Promise.all([stage.enter(erik), stage.enter(frida), stage.enter(anna)])
  await Promise.all(browsers.map((browser) => stage.post(browser, `${queue}/${id}`, { version: '1' })))
  assert.deepEqual(await stage.traces(id), { given: 1, approved: 1, added: 1, mails: ['request.approved'] })
})

test('what the request stood on and is gone is told by name, and nothing is given', async () => {
  const browser = await stage.enter(frida)
  const referrals = await stage.roleId('referrals')
  const id = await stage.ask('birgit', { role_id: referrals })
  const account = stage.db.updateTable('account').where('key', '=', 'birgit')
  await account.set({ status: 'suspended' }).execute()
  assert.match(textOf(await stage.post(browser, `${queue}/${id}`, { version: '1' })), /Brugerkontoen er spærret/)
  await account.set({ status: 'active' }).execute()
  const role = stage.db.updateTable('role').where('id', '=', referrals)
  await role.set({ status: 'retired' }).execute()
  assert.match(textOf(await stage.post(browser, `${queue}/${id}`, { version: '1' })), /taget rollen ud af brug/)
  await role.set({ status: 'active' }).execute()
  const service = await stage.db
    .selectFrom('role')
    .select('service_id')
    .where('id', '=', referrals)
    .executeTakeFirstOrThrow()
  const grant = stage.db.updateTable('service_grant').where('service_id', '=', service.service_id)
  await grant.set({ valid_until: new Date(stage.clock.now().getTime() - 1000), valid_from: new Date(0) }).execute()
  assert.match(
    textOf(await stage.post(browser, `${queue}/${id}`, { version: '1' })),
    /ikke længere adgang til at give rollen/,
  )
  await grant.set({ valid_until: null }).execute()
  assert.deepEqual(await stage.traces(id), { given: 0, approved: 0, added: 0, mails: [] })
  assert.match(textOf(await stage.decide(browser, id, '', {})), /Anmodningen er godkendt/)
  const again = await stage.ask('birgit', { role_id: referrals })
  assert.match(textOf(await stage.post(browser, `${queue}/${again}`, { version: '1' })), /har allerede rollen/)
  await stage.decide(browser, again, '/afvis', { ord: 'Du har den' })
})

test('a new account is approved with its unit and the role as one; a no ends what was only asked for', async () => {
  const made = async (key: string) => {
    const person = await stage.db
      .selectFrom('account')
      .selectAll()
      .where('key', '=', 'birgit')
      .executeTakeFirstOrThrow()
    const unit = person.unit_id
    const personId = crypto.randomUUID()
    const now = stage.clock.now()
    await stage.db
      .insertInto('person')
      .values({ id: personId, name: `Ny ${key}`, created_at: now })
      .execute()
    await stage.db
      .insertInto('account')
      .values({
        id: crypto.randomUUID(),
        person_id: personId,
        organisation_id: person.organisation_id,
        unit_id: unit,
        key,
        status: 'requested',
        valid_from: now,
        created_at: now,
      })
      .execute()
    return stage.ask(key, { kind: 'new-account', unit_id: unit })
  }
  const browser = await stage.enter(erik)
  const id = await made('ny-1')
  assert.match(
    textOf(await stage.open(browser, `${queue}/${id}`)),
    /Ny ny-1 beder om en bruger og Læge i Medicinkortet/,
  )
  assert.match(textOf(await stage.decide(browser, id, '', {})), /Anmodningen er godkendt/)
  const row = await stage.db.selectFrom('account').selectAll().where('key', '=', 'ny-1').executeTakeFirstOrThrow()
  assert.equal(row.status, 'active')
  assert.ok(row.unit_id)
  assert.equal((await stage.traces(id)).given, 1)
  const refused = await made('ny-2')
  await stage.decide(browser, refused, '/afvis', { ord: 'Hvem er du?' })
  const ended = await stage.db
    .selectFrom('account')
    .select('status')
    .where('key', '=', 'ny-2')
    .executeTakeFirstOrThrow()
  assert.equal(ended.status, 'ended')
})

test('a role that is not wanted any more is taken back by the approval', async () => {
  const held = await stage.db
    .selectFrom('role_assignment')
    .innerJoin('account', 'account.id', 'role_assignment.account_id')
    .select(['role_assignment.id', 'role_assignment.role_id'])
    .where('account.key', '=', 'birgit')
    .where('withdrawn_at', 'is', null)
    .executeTakeFirstOrThrow()
  const wanted = { kind: 'less-access' as const, losing_assignment_id: held.id, role_id: held.role_id }
  const id = await stage.ask('birgit', wanted)
  const browser = await stage.enter(erik)
  assert.match(textOf(await stage.decide(browser, id, '', {})), /Anmodningen er godkendt/)
  const row = await stage.db
    .selectFrom('role_assignment')
    .select('withdrawn_at')
    .where('id', '=', held.id)
    .executeTakeFirst()
  assert.ok(row?.withdrawn_at)
  assert.deepEqual((await stage.traces(id)).mails, ['request.loss-approved'])
})

test('several are decided at once, each by itself: what cannot be given stays', async () => {
  const referrals = await stage.roleId('referrals')
  const can = await stage.ask('gudrun', { role_id: referrals })
  const cannot = await stage.ask('hans', { role_id: referrals })
  const browser = await stage.enter(erik)
  const list = await stage.open(browser, queue)
  const values = [...list.body.matchAll(/name="valgt" value="([^"]+)"/g)].map(([, value = '']) => value)
  assert.deepEqual(values.map((value) => value.slice(0, 36)).sort(), [can, cannot].sort())
  const body = (trin: string) =>
    new URLSearchParams([...values.map((value) => ['valgt', value]), ['trin', trin], ['liste', '']])
  const send = async (trin: string) => {
    const { hostname, origin } = new URL(stage.url)
    const cookies = ['seb_browser', 'seb_session'].map((name) => `${name}=${browser.cookie(hostname, name)}`)
    return fetch(`${stage.url}${queue}/flere`, {
      method: 'POST',
      body: body(trin),
      redirect: 'manual',
      headers: { cookie: cookies.join('; '), origin, 'sec-fetch-site': 'same-origin' },
    })
  }
  assert.match(await (await send('godkend')).text(), /Godkend 2 anmodninger\?/)
  const answer = await send('godkend-nu')
  assert.equal(answer.status, 303)
  const result = textOf(await browser.get(new URL(answer.headers.get('location') ?? '', stage.url).href))
  assert.match(result, /1 af 2 er afgjort/)
  assert.match(result, /Hans Iversen beder om Læge i Henvisninger Står endnu/)
  assert.equal((await stage.traces(can)).given, 1)
  await send('godkend-nu')
  assert.equal((await stage.traces(can)).added, 1)
  assert.equal((await send('afvis-nu')).status, 422, 'a no needs a reason')
  await stage.decide(browser, cannot, '/afvis', { ord: 'Har den' })
})

test('filters stay from page to page and after a decision', async () => {
  const id = await stage.ask('gudrun', { kind: 'more-access', role_id: null, service_id: null })
  const browser = await stage.enter(frida)
  const list = await stage.open(browser, `${queue}?slags=more-access&mine=1`)
  const link = new RegExp(`href="(${queue}/${id}[^"]*)"`).exec(list.body)?.[1]?.replaceAll('&amp;', '&') ?? ''
  const page = await stage.open(browser, link)
  const form = page.forms.find(({ method, action }) => method === 'post' && action.pathname === `${queue}/${id}`)
  assert.ok(form)
  const back = await browser.submit({ ...form, buttons: [] })
  assert.equal(back.url.searchParams.get('slags'), 'more-access')
  assert.equal(back.url.searchParams.get('mine'), '1')
  assert.match(textOf(await stage.open(browser, `${queue}?status=over`)), /Godkendt/)
})

test('a chief’s own list is what nobody else has, and what has waited too long; how long, the chief says', async () => {
  const id = await stage.ask('gudrun', { role_id: null, service_id: null })
  const chief = await stage.enter(anna)
  assert.doesNotMatch(textOf(await stage.open(chief, `${queue}?mine=1`)), /Gudrun Hede/)
  assert.match(textOf(await stage.open(chief, queue)), /Gudrun Hede/)
  stage.clock.moveMinutes(60 * 24 * 8)
  const later = await stage.enter(anna)
  assert.match(textOf(await stage.open(later, `${queue}?mine=1`)), /Gudrun Hede/)
  assert.match(
    textOf(await stage.open(later, `${queue}/${id}`)),
    /Har ventet for længe, .*Anna Bro, Erik Graa og Frida Hav/,
  )
  const settings = `${queue}/indstillinger`
  assert.match(textOf(await stage.post(later, settings, { dage: '99' })), /Skriv et helt tal fra 1 til 30/)
  assert.match(textOf(await stage.post(later, settings, { dage: '20' })), /Det er gemt/)
  assert.doesNotMatch(textOf(await stage.open(later, `${queue}?mine=1`)), /Gudrun Hede/)
  const administrator = await stage.enter(erik)
  assert.equal((await stage.open(administrator, settings)).status, 404)
  await stage.decide(administrator, id, '/afvis', { ord: 'Nej' })
})

test('nobody else can tell that there is a request', async () => {
  const id = await stage.ask('gudrun', { role_id: null, service_id: null })
  for (const person of [birgit, hans, ingrid]) {
    const browser = await stage.enter(person)
    for (const way of ['', '/mindre', '/spoerg', '/afvis'])
      assert.equal((await stage.open(browser, `${queue}/${id}${way}`)).status, 404, person.name + way)
    assert.equal((await stage.post(browser, `${queue}/${id}`, { version: '1' })).status, 404)
  }
  assert.equal((await stage.request(id)).state, 'submitted')
})
