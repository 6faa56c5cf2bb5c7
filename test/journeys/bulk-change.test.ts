/** Changes to many at once: seen before they happen, carried out in the background, each row once, and undone as a whole. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { workBulkJobs } from '../../src/access/admin/bulk/bulk.job.ts'
import { writeDay } from '../../src/base/danish-time.ts'
import { randomIds } from '../../src/base/ids.ts'
import { tidy } from '../../src/brokering/tidy.job.ts'
import { inOrganisation } from '../../src/storage/in-organisation.ts'
import type { Page, UserAgent } from '../interop/user-agent.ts'
import { accountId, addStranger, appoint, enterAdministration } from '../support/administration.ts'
import { anna, birgit, clinicCvr, sor } from '../support/clinic.ts'
import { openClinicStage, textOf } from '../support/clinic-stage.ts'
import { notifyDeps } from '../support/notify-deps.ts'

const stage = await openClinicStage()
after(() => stage.close())
const deps = { db: stage.db, ...notifyDeps(stage.clock) }
const bulk = `${stage.url}/admin/masseaendring`
const people = [1, 2, 3, 4, 5].map((number) => ({
  key: `nr-${number}`,
  name: `Medarbejder ${number}`,
  email: `nr${number}@klinik.example`,
  accounts: [{ cvr: clinicCvr, key: `nr-${number}`, unit: 'klinik', rid: `1000000${number}` }],
}))
await stage.apply({
  organisations: [
    {
      cvr: clinicCvr,
      name: 'Lægerne ved Broen',
      kind: 'general-practice',
      units: [
        { key: 'klinik', name: 'Klinikken', sor },
        { key: 'lab', name: 'Laboratoriet', sor: '999900000000012' },
      ],
    },
  ],
  people,
})
await addStranger(stage)
await appoint(stage, await accountId(stage, 'anna'), { level: 'chief' })
const { browser } = await enterAdministration(stage)

function post(by: UserAgent, path: string, fields: Record<string, string>): Promise<Page> {
  return by.submit({ page: new URL(bulk), action: new URL(path, bulk), method: 'post', fields, buttons: [] })
}

/** What the file would do. */
function send(rows: string, by = browser, reason = 'nye opgaver'): Promise<Page> {
  return post(by, bulk, { raekker: rows, begrundelse: reason })
}

const press = async (page: Page, what: string) => {
  await browser.press(page, what)
  await workBulkJobs(deps)
  return browser.get(page.url.href.replace(/\/fortryd$/, ''))
}

const rolesOf = async (key: string) =>
  (
    await stage.db
      .selectFrom('role_assignment')
      .select(['scopes', 'valid_until', 'withdrawn_at'])
      .where('account_id', '=', await accountId(stage, key))
      .execute()
  ).filter(({ withdrawn_at }) => withdrawn_at === null)

const findByRid = (rid: string) =>
  stage.db.selectFrom('account').selectAll().where('rid', '=', rid).executeTakeFirstOrThrow()

test('a file shows what is new, changed, unchanged and wrong, by row, and nothing is saved by looking', async () => {
  const page = await send(
    [
      'Handling;RID;Tjeneste;Rolle;Gælder for;Til og med',
      'giv;10000001;Medicinkortet;Læge;egen enhed;31.12.2030',
      'giv;10000002;medicine;laege;999900000000011;2030-12-31',
      'spær;10000003;;;;',
      'åbn;10000004;;;;',
      'giv;12345678;Medicinkortet;Læge;egen enhed;',
      'dans;10000001;;;;',
      'giv;10000001;Medicinkortet;Læge;egen enhed;2031-01-31',
    ].join('\n'),
  )
  const text = textOf(page)
  assert.match(text, /Det vil der ske .*7 rækker\. Intet er ændret endnu/)
  assert.match(text, /2 Medarbejder 1 Får rollen Læge i Medicinkortet for 999900000000011/)
  assert.match(text, /4 Medarbejder 3 Kontoen bliver spærret/)
  assert.match(text, /5 Medarbejder 4 Intet, det er allerede sådan/)
  assert.match(text, /6 12345678 Fejl: Ingen medarbejder, du administrerer/)
  assert.match(text, /7 10000001 Fejl: Skriv, hvad der skal ske/)
  assert.match(text, /8 Medarbejder 1 Fejl: Række 2 ændrer det samme/)
  assert.match(text, /3 rækker har fejl/)
  assert.deepEqual(await rolesOf('nr-1'), [])
  const mistakes = await browser.get(`${page.url}/fejl.csv`)
  assert.match(mistakes.body, /dans;10000001;.*;7;"Skriv, hvad der skal ske/)
})

test('a file says at which times a role holds, keeps those it does not mention, and puts them back when it is undone', async () => {
  const give = async (times: string) =>
    send(
      ['handling;rid;tjeneste;rolle;gælder for;tider', `giv;10000005;Medicinkortet;Læge;egen enhed;${times}`].join(
        '\n',
      ),
    )
  const hours = async () =>
    (
      await stage.db
        .selectFrom('role_assignment')
        .select('hours')
        .where('account_id', '=', await accountId(stage, 'nr-5'))
        .where('withdrawn_at', 'is', null)
        .execute()
    ).map((row) => row.hours)
  assert.match(textOf(await give('nu og da')), /Fejl: Tiderne kan ikke læses/)
  const first = await give('man-ons 15-23')
  assert.match(textOf(first), /Får rollen Læge .* mandag–onsdag kl\. 15–23/)
  await press(first, 'Udfør 1 række')
  const evenings = [{ days: [1, 2, 3], from: '15:00', until: '23:00' }]
  assert.deepEqual(await hours(), [evenings])
  assert.match(textOf(await give('')), /Intet, det er allerede sådan/)
  const second = await give('lør 22-07')
  assert.match(textOf(second), /mandag–onsdag kl\. 15–23 bliver til .* lørdag kl\. 22 til søndag kl\. 7/)
  const done = await press(second, 'Udfør 1 række')
  assert.deepEqual(await hours(), [[{ days: [6], from: '22:00', until: '07:00' }]])
  const undo = await browser.get(`${done.url.href}/fortryd`)
  await press(undo, 'Fortryd')
  assert.deepEqual(await hours(), [evenings])
  const third = await give('altid')
  await press(third, 'Udfør 1 række')
  assert.deepEqual(await hours(), [null])
})

test('it is carried out once however often it is pressed, and undone as a whole', async () => {
  const page = await send(
    [
      'handling,rid,tjeneste,rolle,gælder for,enhed,navn',
      'giv,10000001,Medicinkortet,Læge,egen enhed,,',
      'flyt,10000002,,,,Laboratoriet,',
      'spær,10000003,,,,,',
      'opret,10000009,,,,Laboratoriet,Ny Kollega',
      'giv,10000009,Medicinkortet,Læge,egen enhed,,',
    ].join('\r\n'),
  )
  await browser.press(page, 'Udfør 5 rækker')
  const waiting = await browser.press(page, 'Udfør 5 rækker')
  assert.match(textOf(waiting), /bliver udført 0 af 5 rækker/)
  await Promise.all([workBulkJobs(deps), workBulkJobs(deps)])
  const applied = await browser.get(page.url)
  assert.match(textOf(applied), /Masseændringen er udført .*5 rækker er udført/)
  assert.equal((await rolesOf('nr-1')).length, 1)
  const created = await findByRid('10000009')
  const lab = await stage.db.selectFrom('unit').select('id').where('key', '=', 'lab').executeTakeFirstOrThrow()
  assert.equal(created.unit_id, lab.id)
  assert.equal((await findByRid('10000002')).unit_id, lab.id)
  assert.equal((await findByRid('10000003')).status, 'suspended')
  const id = page.url.pathname.split('/').at(-1)
  const events = (await stage.events()).filter(({ details }) =>
    JSON.stringify(details).includes(`"bulkChange":"${id}"`),
  )
  assert.deepEqual(events.map(({ action }) => action).sort(), [
    'account.added',
    'account.changed',
    'account.suspended',
    'role-assignment.added',
    'role-assignment.added',
  ])
  const again = await send('handling;rid;tjeneste;rolle;gælder for\ngiv;10000001;Medicinkortet;Læge;egen enhed')
  assert.match(textOf(again), /Der er intet at udføre/)

  const asked = await browser.get(`${page.url}/fortryd`)
  assert.match(textOf(asked), /5 rækker bliver, som de var før/)
  assert.match(textOf(await press(asked, 'Fortryd det hele')), /Masseændringen er fortrudt .*5 rækker er/)
  assert.deepEqual(await rolesOf('nr-1'), [])
  assert.equal((await findByRid('10000003')).status, 'active')
  assert.notEqual((await findByRid('10000002')).unit_id, lab.id)
  const gone = await stage.db.selectFrom('account').select(['status', 'rid']).where('id', '=', created.id).execute()
  assert.deepEqual(gone, [{ status: 'ended', rid: null }])
})

test('what somebody changed since is told, kept as it is now, and the rest is undone', async () => {
  const page = await send(
    'handling;rid;tjeneste;rolle;gælder for\ngiv;10000001;Medicinkortet;Læge;egen enhed\ngiv;10000004;Medicinkortet;Læge;egen enhed',
  )
  await press(page, 'Udfør 2 rækker')
  const account = await accountId(stage, 'nr-1')
  await stage.db
    .updateTable('role_assignment')
    .set({ valid_until: new Date('2035-01-01') })
    .where('account_id', '=', account)
    .execute()
  const asked = await browser.get(`${page.url}/fortryd`)
  assert.match(textOf(asked), /1 rækker bliver stående.*Række 2: Medarbejder 1/)
  assert.match(textOf(await press(asked, 'Fortryd det hele')), /1 rækker blev stående/)
  assert.equal((await rolesOf('nr-1')).length, 1)
  assert.equal((await rolesOf('nr-4')).length, 0)
})

test('a later decision that came to the same is nobody’s to undo', async () => {
  const page = await send('handling;rid;enhed\nspær;10000003;\nflyt;10000004;Laboratoriet')
  await apply(page)
  const person = `${stage.url}/admin/medarbejdere/${await accountId(stage, 'nr-3')}`
  for (const deed of ['aabn', 'spaer']) {
    const answer = await post(browser, `${new URL(person).pathname}/${deed}`, { begrundelse: 'set igen' })
    assert.equal(answer.status, 200)
  }
  const moved = await findByRid('10000004')
  const [clinic, lab] = await Promise.all(
    ['klinik', 'lab'].map((key) =>
      stage.db.selectFrom('unit').select('id').where('key', '=', key).executeTakeFirstOrThrow(),
    ),
  )
  for (const unit of [clinic, lab])
    await stage.db.updateTable('account').set({ unit_id: unit?.id }).where('id', '=', moved.id).execute()
  assert.match(textOf(await browser.get(`${page.url}/fortryd`)), /2 rækker bliver stående/)
  assert.match(textOf(await undo(page)), /2 rækker blev stående/)
  assert.equal((await findByRid('10000003')).status, 'suspended')
  assert.equal((await findByRid('10000004')).unit_id, lab?.id)
  await post(browser, `${new URL(person).pathname}/aabn`, { begrundelse: 'set igen' })
})

test('an undo gives nothing that could not be given today', async () => {
  const give = 'handling;rid;tjeneste;rolle;gælder for;til\ngiv;10000003;Medicinkortet;Læge;egen enhed;2030-12-31'
  await apply(await send(give))
  const takeBack = async () => {
    const page = await send('handling;rid;tjeneste;rolle\ntag tilbage;10000003;Medicinkortet;Læge')
    await apply(page)
    return page
  }
  const withdrawn = await takeBack()
  const limits: [string, () => Promise<unknown>, () => Promise<unknown>][] = [
    ['a shorter time', () => setRole({ longest_days: 30 }), () => setRole({ longest_days: null })],
    [
      'a grant that ends',
      () => setGrant({ valid_until: new Date('2028-01-01') }),
      () => setGrant({ valid_until: null }),
    ],
    ['a lower ceiling', () => setGrant({ ceilings: '{"sor":["1234567"]}' }), () => setGrant({ ceilings: '{}' })],
  ]
  for (const [why, set, unset] of limits) {
    await set()
    const asked = await browser.get(`${withdrawn.url}/fortryd`)
    assert.match(textOf(asked), /1 rækker bliver stående/, why)
    await unset()
  }
  assert.match(textOf(await undo(withdrawn)), /1 rækker er/)
  assert.equal((await rolesOf('nr-3')).length, 1)

  const shorter = await send(give.replace('2030-12-31', '2027-12-31'))
  await apply(shorter)
  await setGrant({ valid_until: new Date('2028-01-01') })
  assert.match(textOf(await undo(shorter)), /1 rækker blev stående/)
  await setGrant({ valid_until: null })

  const again = await takeBack()
  await apply(await send(give))
  assert.match(textOf(await undo(again)), /1 rækker blev stående/)
  assert.equal((await rolesOf('nr-3')).length, 1)
  await takeBack()
})

async function apply(page: Page): Promise<Page> {
  await post(browser, `${page.url.pathname}/udfoer`, {})
  await workBulkJobs(deps)
  const done = await browser.get(page.url)
  assert.match(textOf(done), /Masseændringen er udført/)
  return done
}

/** Whatever the page before it says. */
async function undo(page: Page): Promise<Page> {
  await post(browser, `${page.url.pathname}/fortryd`, {})
  await workBulkJobs(deps)
  return browser.get(page.url)
}

function setRole(set: { longest_days: number | null }) {
  return stage.db.updateTable('role').set(set).where('key', '=', 'laege').execute()
}

function setGrant(set: { valid_until?: Date | null; ceilings?: string }) {
  return stage.db.updateTable('service_grant').set(set).execute()
}

test('what changed between the look and the deed is left, and told', async () => {
  const page = await send('handling;rid\nspær;10000004\nspær;10000005')
  await stage.db.updateTable('account').set({ status: 'ended' }).where('rid', '=', '10000005').execute()
  const text = textOf(await press(page, 'Udfør 2 rækker'))
  assert.match(text, /1 rækker er udført\. 1 rækker blev ikke udført/)
  assert.match(text, /Medarbejder 5 Ikke udført: Kontoen er ophørt/)
})

test('the rules of single deeds hold: limits, oneself, the last chief, ceilings and dates', async () => {
  const unit = await stage.db.selectFrom('unit').select('id').where('key', '=', 'lab').executeTakeFirstOrThrow()
  await appoint(stage, await accountId(stage, 'birgit'), { level: 'administrator', unit_ids: [unit.id] })
  const { browser: limited } = await enterAdministration(stage, birgit)
  const text = textOf(
    await send(
      [
        'handling;rid;uuid;enhed;tjeneste;rolle;gælder for;fra;til;navn',
        'spær;10000001;;;;;;;;',
        'opret;20000001;;Klinikken;;;;;;Uden For',
        'opret;10000001;;Laboratoriet;;;;;;Samme Nummer',
      ].join('\n'),
      limited,
    ),
  )
  assert.match(text, /2 10000001 Fejl: Ingen medarbejder/)
  assert.match(text, /3 Uden For Fejl: Der er ingen enhed/)
  assert.match(text, /4 Samme Nummer Fejl: Nummeret kan ikke bruges/)
  const own = textOf(
    await send(
      [
        'handling;rid;uuid;tjeneste;rolle;gælder for;fra;til',
        `ophør;;${anna.uuid};;;;;`,
        'giv;10000001;;Medicinkortet;Læge;123;;',
        'giv;10000002;;Medicinkortet;Læge;egen enhed;2031-01-02;2031-01-01',
        'giv;10000002;;Medicinkortet;Læge;;2020-01-01;',
        'giv;10000002;;Findes ikke;Læge;;;',
      ].join('\n'),
    ),
  )
  assert.match(own, /2 .*Fejl: Du kan ikke ændre din egen adgang/)
  assert.match(own, /3 .*Fejl: Værdien har ikke den rigtige form/)
  assert.match(own, /4 .*Fejl: Den sidste dag ligger før den første/)
  assert.match(own, /5 .*Fejl: Skriv eller vælg, hvad rollen gælder for/)
  assert.match(own, /6 .*Fejl: Organisationen har ingen tjeneste/)
})

test("a dry run is its maker's: others find nothing, and a chief looks but does not carry it out", async () => {
  const page = await send('handling;rid\nåbn;10000004')
  const { browser: limited } = await enterAdministration(stage, birgit)
  for (const path of ['', '/fejl.csv', '/fortryd']) assert.equal((await limited.get(page.url.href + path)).status, 404)
  for (const path of ['/udfoer', '/fortryd'])
    assert.equal((await post(limited, page.url.pathname + path, {})).status, 404)
  assert.equal((await limited.get(`${bulk}/01980000-0000-7000-8000-000000000000`)).status, 404)
  const theirs = await send('handling;rid\nåbn;10000004', limited)
  assert.equal((await browser.get(theirs.url)).status, 200)
  assert.equal((await post(browser, `${theirs.url.pathname}/udfoer`, {})).status, 404)
})

test('a process that dies half way is taken over, and every row happens once', async () => {
  const rows = Array.from({ length: 1200 }, (_, at) => `opret;3${String(at).padStart(7, '0')};Klinikken;Person ${at}`)
  const page = await send(`handling;rid;enhed;navn\n${rows.join('\n')}`)
  await browser.press(page, 'Udfør')
  const organisation = await stage.db
    .selectFrom('organisation')
    .select('id')
    .where('cvr', '=', clinicCvr)
    .executeTakeFirstOrThrow()
  let chunks = 0
  const dying = {
    ...deps,
    ids: { ...randomIds, uuid: () => (chunks++ > 700 ? assert.fail('killed') : randomIds.uuid()) },
  }
  await assert.rejects(workBulkJobs(dying))
  const created = () =>
    inOrganisation(stage.db, organisation.id, (trx) =>
      trx.selectFrom('account').select('id').where('rid', 'like', '3%').execute(),
    )
  assert.equal((await created()).length, 500, 'whole chunks only')
  await workBulkJobs(deps)
  assert.equal((await created()).length, 1200)
  const events = (await stage.events()).filter(({ action }) => action === 'account.added')
  assert.equal(
    events.filter(({ details }) => JSON.stringify(details).includes(page.url.pathname.split('/').at(-1) ?? '')).length,
    1200,
  )
})

test('a file that is no file of changes is told so in a sentence, and what was pasted stays', async () => {
  const cases: [string, RegExp][] = [
    ['', /Der er ingen rækker/],
    ['handling;rid\n', /Der er ingen rækker/],
    ['navn;alder\nBo;7', /Den første række skal være overskrifter/],
    ['handling;rid;RID\ngiv;1;2', /Overskriften »RID« står der to gange/],
    [`handling;rid\ngiv;"1\n${'x'.repeat(200)}`, /Række 2 kan ikke læses/],
    [`handling;rid\ngiv;${'x'.repeat(3000)}`, /Række 2 har en celle med flere end 2.000 tegn/],
  ]
  for (const [rows, sentence] of cases) {
    const page = await send(rows)
    assert.equal(page.status, 422, rows.slice(0, 40))
    assert.match(textOf(page), sentence)
  }
  assert.equal((await send('handling;rid\nspær;1', browser, '')).status, 422)
  assert.match((await send('handling;rid;mail\n<b>;1;2;3;4', browser)).body, /&lt;b&gt;|Fejl/)
})

test('files come as spreadsheets write them: Windows-1252, UTF-16, tabs, quotes, and a mark in front', async () => {
  const rows = 'Handling;RID;Begrundelse\r\n"spær";10000001;"Æblegrød; to slags"\r\n'
  const windows = Uint8Array.from(rows, (letter) => letter.charCodeAt(0))
  const utf16 = Buffer.from(`\uFEFF${rows.replaceAll(';', '\t')}`, 'utf16le')
  const marked = new TextEncoder().encode(`\uFEFF${rows}`)
  for (const bytes of [windows, utf16, marked]) {
    const page = await upload('vagter <1>.csv', bytes)
    assert.match(textOf(page), /Kontoen bliver spærret/)
  }
  const row = await stage.db
    .selectFrom('bulk_row')
    .select('typed')
    .orderBy('job_id', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  assert.match(JSON.stringify(row.typed), /Æblegrød; to slags/)
})

test('a million rows, or more than the largest file, are refused with a sentence', async () => {
  const sheet = await upload('ark.xlsx', Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0]))
  assert.match(textOf(sheet), /er et regneark/)
  const binary = await upload('nul.csv', new TextEncoder().encode('handling;rid\nspær;1\u0000'))
  assert.match(textOf(binary), /kan ikke læses som tekst/)
  const million = new TextEncoder().encode(`handling;rid\n${'spær;1\n'.repeat(1_000_000)}`)
  const page = await upload('mange.csv', million)
  assert.equal(page.status, 422)
  assert.match(textOf(page), /flere end 100.000 rækker/)
  assert.equal((await upload('stor.csv', new Uint8Array(21 * 1024 * 1024).fill(0x41))).status, 413)
  assert.equal((await upload('celle.csv', new Uint8Array(5 * 1024 * 1024).fill(0x41))).status, 422)
  const broken = await fetch(bulk, {
    method: 'POST',
    headers: { ...headers(), 'content-type': 'multipart/form-data; boundary=x' },
    body: 'no such thing',
  })
  assert.equal(broken.status, 400)
})

test('dates move when the role is held already, and the day from is today where none is written', async () => {
  const today = writeDay(stage.clock.now())
  const rows = (until: string) =>
    `handling;rid;tjeneste;rolle;gælder for;til\ngiv;10000002;Henvisninger;Læge;${sor};${until}`
  await press(await send(rows('2030-12-31')), 'Udfør 1 række')
  const page = await send(rows('2031-12-31'))
  assert.match(textOf(page), /Rollen Læge i Henvisninger: .*31\. dec\. 2030 bliver til .*31\. dec\. 2031/)
  await press(page, 'Udfør 1 række')
  const [held, ...more] = await rolesOf('nr-2')
  assert.equal(more.length, 0)
  assert.equal(held?.valid_until?.toISOString(), '2031-12-31T23:00:00.000Z')
  assert.match(textOf(await send(rows('2031-12-31'))), /Intet, det er allerede sådan/)
  const back = await send('handling;mail;tjeneste;rolle\ntag tilbage;NR2@klinik.example;henvisninger;læge')
  assert.match(textOf(back), /Mister rollen Læge i Henvisninger/)
  assert.ok(today)
})

test('people who are ticked, or all who fit the filter, get the same dry run, deed and undo', async () => {
  const list = await browser.get(`${stage.url}/admin/medarbejdere?soeg=medarbejder`)
  assert.match(textOf(list), /Vælg alle 5|Vælg alle 4/)
  const none = await browser.press(list, 'Giv en rolle')
  assert.match(textOf(none), /Vælg mindst én medarbejder/)
  assert.match(none.body, /value="medarbejder"/, 'the filter stays')
  const chosen = await post(browser, '/admin/masseaendring/valgte', { soeg: 'medarbejder', alle: '1', goer: 'move' })
  assert.match(textOf(chosen), /Hvad skal der ske med \d medarbejdere\?/)
  const incomplete = await browser.press(chosen, 'Se, hvad der vil ske')
  assert.equal(incomplete.status, 422)
  assert.match(textOf(incomplete), /Vælg en enhed .*Skriv en begrundelse/)
  const lab = await stage.db.selectFrom('unit').select('id').where('key', '=', 'lab').executeTakeFirstOrThrow()
  const preview = await post(browser, chosen.url.pathname, { goer: 'move', enhed: lab.id, begrundelse: 'ny plan' })
  assert.match(textOf(preview), /Medarbejder 1 Flytter fra Klinikken til Laboratoriet/)
  await press(preview, 'Udfør')
  assert.equal((await findByRid('10000001')).unit_id, lab.id)
  assert.match(textOf(await press(await browser.get(`${preview.url}/fortryd`), 'Fortryd det hele')), /er fortrudt/)
  assert.notEqual((await findByRid('10000001')).unit_id, lab.id)
})

test("a tick beside somebody else's employee is no tick", async () => {
  const foreign = await accountId(stage, 'erik')
  const own = await accountId(stage, 'nr-1')
  const body = new URLSearchParams([
    ['konto', foreign],
    ['konto', own],
    ['goer', 'suspend'],
  ])
  const answer = await fetch(`${bulk}/valgte`, { method: 'POST', headers: headers(), body, redirect: 'manual' })
  const page = await browser.get(new URL(answer.headers.get('location') ?? '', stage.url))
  assert.match(textOf(page), /Hvad skal der ske med 1 medarbejder\?/)
  const preview = await post(browser, page.url.pathname, { goer: 'suspend', begrundelse: 'x' })
  assert.match(textOf(preview), /1 rækker|Udfør 1 række/)
  const { browser: limited } = await enterAdministration(stage, birgit)
  assert.equal((await limited.get(page.url)).status, 404)
})

test('what nobody carried out is gone after a week, and what was after ninety days', async () => {
  const old = stage.clock.now()
  const idle = await send('handling;rid\nåbn;10000004')
  stage.clock.moveMinutes(8 * 24 * 60)
  await tidy(stage)
  const left = await stage.db.selectFrom('bulk_job').select(['id', 'state']).where('made_at', '<=', old).execute()
  assert.equal(left.length > 0 && left.every(({ state }) => state === 'applied' || state === 'undone'), true)
  assert.equal(
    left.some(({ id }) => idle.url.pathname.includes(id)),
    false,
  )
  stage.clock.moveMinutes(90 * 24 * 60)
  await tidy(stage)
  const rows = await stage.db.selectFrom('bulk_row').select('number').execute()
  assert.deepEqual(rows, [])
})

function headers(): Record<string, string> {
  const { hostname, origin } = new URL(stage.url)
  const name = 'seb_session'
  return { origin, cookie: `${name}=${browser.cookie(hostname, name) ?? ''}`, 'accept-language': 'da' }
}

async function upload(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<Page> {
  const body = new FormData()
  body.set('fil', new File([bytes], name))
  body.set('begrundelse', 'nye opgaver')
  const answer = await fetch(bulk, { method: 'POST', headers: headers(), body, redirect: 'manual' })
  const location = answer.headers.get('location')
  if (location) return browser.get(new URL(location, stage.url))
  return {
    url: new URL(bulk),
    status: answer.status,
    type: '',
    body: await answer.text(),
    forms: [],
    refresh: undefined,
  }
}
