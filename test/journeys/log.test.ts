/** The log is read by those who may: their own organisation's, or all of it; in words, filtered, page by page, and taken along with its proof. */
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { recordEvents } from '../../src/audit/record-events.ts'
import { randomIds } from '../../src/base/ids.ts'
import { fromRoot } from '../../src/base/root.ts'
import type { UserAgent } from '../interop/user-agent.ts'
import { accountId, addStranger, enterAdministration } from '../support/administration.ts'
import { anna, birgit, clinicCvr } from '../support/clinic.ts'
import { openClinicStage, referenceOn, textOf } from '../support/clinic-stage.ts'

const stage = await openClinicStage()
after(() => stage.close())
const { db, clock, url, region, medicine } = stage
await stage.apply({
  people: [
    {
      key: 'anna',
      name: anna.name,
      accounts: [
        { cvr: clinicCvr, key: 'anna', unit: 'klinik', professionalUuid: anna.uuid, administrator: { level: 'chief' } },
      ],
    },
    {
      key: 'birgit',
      name: birgit.name,
      staff: [{ capacity: 'system-management' }, { capacity: 'service-desk' }, { capacity: 'auditor', cvr: clinicCvr }],
      accounts: [
        {
          cvr: clinicCvr,
          key: 'birgit',
          professionalUuid: birgit.uuid,
          administrator: { level: 'administrator' },
          functions: ['security-officer', 'signatory'],
        },
      ],
    },
  ],
})
const erikId = await addStranger(stage)
const [birgitId, annaId] = [await accountId(stage, 'birgit'), await accountId(stage, 'anna')]
const { id: clinicId } = await db
  .selectFrom('organisation')
  .select('id')
  .where('cvr', '=', clinicCvr)
  .executeTakeFirstOrThrow()
const { browser } = await enterAdministration(stage)

const read = (query = '', from: UserAgent = browser, path = '/admin/log') => from.get(`${url}${path}${query}`)
async function as(capacity: string): Promise<UserAgent> {
  const { browser: other } = await enterAdministration(stage, birgit)
  await other.press(await other.get(`${url}/admin/handl-for`), capacity)
  return other
}
async function give(role = 'Læge', reason = 'Vikar for Anna'): Promise<void> {
  const list = await browser.get(`${url}/admin/medarbejdere/${birgitId}/tildel`)
  const path = /href="([^"]*\/tildel\/[^"]*)"/.exec(list.body)?.[1]
  assert.ok(path, role)
  const form = await browser.get(`${url}${path}`)
  const typed = form.forms.map((each) => ({
    ...each,
    fields: { ...each.fields, 'omfang-enhed': '999900000000055', begrundelse: reason },
  }))
  await browser.press(await browser.press({ ...form, forms: typed }, 'kontrol'), 'giv')
}

test('an administrator reads in plain words who did what, and finds it by what, who and whom', async () => {
  await give()
  assert.match(textOf(await read()), /Anna Bro gav rollen Læge \(Birgit Dal\)/)
  for (const query of [
    '?hvad=role-assignment.added',
    '?hvad=roles',
    '?hvem=anna b',
    '?om=Birgit',
    `?konto=${birgitId}`,
  ])
    assert.match(textOf(await read(query)), /Anna Bro gav rollen Læge \(Birgit Dal\)/, query)
  for (const query of ['?hvad=administration', '?hvem=birgit', '?om=nobody', '?udfald=refused', `?konto=${erikId}`])
    assert.doesNotMatch(textOf(await read(query)), /gav rollen Læge/, query)
  assert.match(textOf(await read('?om=nobody')), /Ingen hændelser passer/)
  assert.match(textOf(await read(`?konto=${birgitId}`)), /Kun hændelser om Birgit Dal/)
})

test('days are asked for as they are in Denmark, and what is reversed finds nothing', async () => {
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen' })
  const today = day.format(clock.now())
  const tomorrow = day.format(new Date(clock.now().getTime() + 86_400_000))
  assert.match(textOf(await read(`?fra=${today}&til=${today}`)), /gav rollen Læge/)
  assert.doesNotMatch(textOf(await read(`?fra=${tomorrow}`)), /gav rollen Læge/)
  assert.doesNotMatch(textOf(await read('?til=2020-01-01')), /gav rollen Læge/)
  assert.match(textOf(await read(`?fra=${tomorrow}&til=${today}`)), /Ingen hændelser passer/)
  assert.equal((await read('?fra=i-gaar&til=31-12-2026&hvad=%27&konto=x&efter=y&udfald=z&hvem=%25_%5C')).status, 200)
})

test('what was before and after stands beside each other, by name', async () => {
  const page = await browser.get(`${url}/admin/medarbejdere/${birgitId}/spaer`)
  const [form] = page.forms.filter(({ action }) => action.pathname.endsWith('/spaer'))
  assert.ok(form)
  await browser.submit({ ...form, fields: { ...form.fields, begrundelse: 'På orlov' } })
  const text = textOf(await read('?hvad=account.suspended'))
  assert.match(text, /Anna Bro spærrede brugerkontoen for Birgit Dal/)
  assert.match(text, /aktiv spærret .*Begrundelse På orlov/)
  await db.updateTable('account').set({ status: 'active' }).where('id', '=', birgitId).execute()
})

test('a refused log-in is found by the number on its page', async () => {
  await db.deleteFrom('role_assignment').where('account_id', '=', birgitId).execute()
  const refused = await stage.logIn(stage.browser(), medicine, region, birgit)
  const found = textOf(await read(`?nummer=${referenceOn(refused).toLowerCase()}`))
  assert.match(found, /Birgit Dal blev afvist i Medicinkortet Afvist/)
})

test('thousands of events come a page at a time, the newest first, none twice and none left out', async () => {
  await sql`insert into audit_event (id, at, action, outcome, actor_kind, organisation_id)
    select gen_random_uuid(), ${clock.now()}, 'unit.changed', 'success', 'system', ${clinicId}
    from generate_series(1, 120)`.execute(db)
  let page = await read('?hvad=unit.changed')
  const counts: number[] = []
  for (;;) {
    counts.push([...page.body.matchAll(/ændrede enheden/g)].length)
    const next = /href="([^"]*)" rel="next"/.exec(page.body)?.[1]?.replaceAll('&amp;', '&')
    if (!next) break
    page = await browser.get(url + next)
  }
  assert.deepEqual(counts, [50, 50, 20])
})

test('nobody reads the log of another organisation, nor learns that somebody is in it', async () => {
  await recordEvents({ clock, ids: randomIds }, db, [
    {
      action: 'account.ended',
      outcome: 'success',
      actor: { kind: 'person', id: birgitId },
      object: { kind: 'account', id: erikId },
      organisationId: (
        await db.selectFrom('organisation').select('id').where('cvr', '=', '99999902').executeTakeFirstOrThrow()
      ).id,
    },
  ])
  for (const query of ['', '?hvad=account.ended', '?om=Erik', `?konto=${erikId}`, '?cvr=99999902']) {
    const page = await read(query)
    assert.doesNotMatch(textOf(page), /Erik Fremmed|afsluttede brugerkontoen for/, query)
  }
  const [foreign, none] = [await read(`?konto=${erikId}`), await read(`?konto=${randomIds.uuid()}`)]
  assert.equal(textOf(foreign).replace(/\d/g, ''), textOf(none).replace(/\d/g, ''))
})

test('every capacity comes as far as the table of actions says, and no farther', async () => {
  const reach: Record<string, readonly [boolean, boolean]> = {
    'system-management:': [false, true],
    'service-desk:': [false, false],
    'auditor:': [true, false],
    'administrator:': [false, false],
    'security-officer:': [true, false],
    'signatory:': [false, false],
    'employee:': [false, false],
  }
  for (const [capacity, [own, all]] of Object.entries(reach)) {
    const other = await as(capacity)
    for (const [log, sees] of [
      ['/admin/log', own],
      ['/forvaltning/log', all],
    ] as const) {
      assert.equal((await read('', other, log)).status, sees ? 200 : 404, capacity + log)
      assert.equal((await read('', other, `${log}/log.csv`)).status, sees ? 200 : 404, capacity + log)
      const action = new URL(`${url}${log}/log.jsonl`)
      const taken = await other.submit({ page: action, action, method: 'post', fields: {}, buttons: [] })
      assert.equal(taken.status, sees ? 200 : 404, capacity + log)
    }
  }
})

test('an auditor of one organisation sees its people and why each has a role, and can do nothing to them', async () => {
  const auditor = await as('auditor:')
  assert.match(textOf(await read('', auditor, '/admin/medarbejdere')), /Anna Bro/)
  const page = await read('', auditor, `/admin/medarbejdere/${annaId}`)
  assert.match(
    textOf(page),
    /Hvorfor\? Rollen gælder nu, fordi alle led holder\. Anna Bro har rollen Læge i Medicinkortet for/,
  )
  assert.match(textOf(page), /Hele historikken/)
  assert.doesNotMatch(textOf(page), /Tildel rolle|Afprøv adgang|Spær|Tag tilbage|Flyt/)
  for (const path of ['/tildel', '/simulator', '/spaer', '/flyt'])
    assert.equal((await read('', auditor, `/admin/medarbejdere/${annaId}${path}`)).status, 404, path)
  assert.equal((await read('', auditor, `/admin/medarbejdere/${erikId}`)).status, 404)
  const seen = await db
    .selectFrom('audit_event')
    .select('details')
    .where('action', '=', 'account.viewed')
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  assert.deepEqual(seen.details, { capacity: 'auditor' })
})

test('the log of all of SEB tells of every organisation, or of one', async () => {
  const management = await as('systemforvaltning')
  assert.match(textOf(await read('?hvad=account.ended', management, '/forvaltning/log')), /Erik Fremmed/)
  assert.match(textOf(await read('?om=erik', management, '/forvaltning/log')), /Erik Fremmed/)
  const one = textOf(await read(`?cvr=${clinicCvr}`, management, '/forvaltning/log'))
  assert.doesNotMatch(one, /Erik Fremmed/)
  assert.match(one, /Anna Bro/)
})

test('reading the log, and looking for one person in it, is in the log', async () => {
  await read(`?konto=${annaId}&hvem=anna`)
  const event = await db
    .selectFrom('audit_event')
    .selectAll()
    .where('action', '=', 'log.viewed')
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  assert.equal(event.object_id, annaId)
  assert.deepEqual(event.details, { capacity: 'chief-administrator', filters: ['actor', 'account'] })
  assert.match(textOf(await read('?hvad=log.viewed')), /Anna Bro læste loggen/)
})

test('the chosen events are taken along as CSV in which a formula is text', async () => {
  await recordEvents({ clock, ids: randomIds }, db, [
    {
      action: 'unit.closed',
      outcome: 'success',
      actor: { kind: 'system' },
      organisationId: clinicId,
      details: { label: '=HYPERLINK("https://evil.example")' },
      reference: '=1+1',
    },
  ])
  const csv = await read('?hvad=unit.closed', browser, '/admin/log/log.csv')
  const lines = csv.body.trim().split('\r\n')
  assert.equal(lines.length, 2)
  assert.match(lines[1] ?? '', /;"'=1\+1";/)
  assert.match(lines[1] ?? '', /"'=HYPERLINK\(""https/)
  const many = await read('?hvad=unit.changed', browser, '/admin/log/log.csv')
  assert.equal(many.body.trim().split('\r\n').length, 121)
  assert.doesNotMatch((await read('', browser, '/admin/log/log.csv')).body, /Erik Fremmed/)
})

test('the log is taken along with its proof, and checked without SEB; what was changed is found', async () => {
  const action = new URL(`${url}/admin/log/log.jsonl`)
  const taken = await browser.submit({ page: action, action, method: 'post', fields: {}, buttons: [] })
  const folder = mkdtempSync(join(tmpdir(), 'seb-log-'))
  try {
    const verify = (text: string) => {
      const file = join(folder, 'log.jsonl')
      writeFileSync(file, text)
      return execFileSync(process.execPath, [fromRoot('tools/verify-audit.mjs'), file], {
        encoding: 'utf8',
        stdio: 'pipe',
      })
    }
    assert.doesNotThrow(() => verify(taken.body))
    assert.throws(() => verify(taken.body.replace('På orlov', 'På ferie')))
    assert.doesNotMatch(taken.body, new RegExp(erikId))
  } finally {
    rmSync(folder, { recursive: true })
  }
  assert.match(textOf(await read()), /Forseglet til .* Hændelserne på siden er, som da de blev forseglet/)
})

test('an event that was changed after it was sealed is seen on the page', async () => {
  await db.connection().execute(async (connection) => {
    await sql`reset role`.execute(connection)
    await sql`update audit_event set action = 'unit.reopened' where action = 'unit.closed'`.execute(connection)
    await sql`set role seb_broker`.execute(connection)
  })
  assert.match(
    textOf(await read('?hvad=unit.reopened')),
    /Mindst én hændelse på siden er ikke, som da den blev forseglet/,
  )
})
