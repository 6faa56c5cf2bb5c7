/**
 * 1,000 made-up CPR numbers (of the form of replacement numbers) are pushed through documents, files, forms, searches and
 * log-ins, and none is found afterwards where it should not be: tables, database files, WAL, mails, audit, addresses. (Security I1)
 */
import assert from 'node:assert/strict'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { randomIds } from '../../src/base/ids.ts'
import type { UserAgent } from '../interop/user-agent.ts'
import { clinicCvr, dorte } from '../support/clinic.ts'
import { everyRoute } from '../support/every-route.ts'
import { temporaryDirectory } from '../support/temporary-directory.ts'
import { type CapacityName, routeTable } from './route-table.ts'
import { openEveryoneStage, type Thing } from './things.ts'

const stack = new AsyncDisposableStack()
const files = join(await temporaryDirectory(stack, 'seb-cpr'), 'database')
const stage = await openEveryoneStage([], files)
after(() => stack.disposeAsync())

const numbers = Array.from(
  { length: 1000 },
  (_, at) => `6${1 + (at % 9)}${String(1 + (at % 12)).padStart(2, '0')}99${9000 + at}`,
)
const unused = [...numbers]
const next = () => unused.shift() ?? assert.fail('no number is left')
const seen: string[] = []

test('documents: 300 people, and reasons and names that hold a number', async () => {
  const people = Array.from({ length: 300 }, (_, at) => ({
    key: `cpr-${at}`,
    name: 'Made up',
    cpr: at % 2 === 0 ? next() : next().replace(/(\d{4})$/, '-$1'),
  }))
  await stage.apply({ people })
  const account = { cvr: clinicCvr, key: 'cpr-account', professionalUuid: randomIds.uuid() }
  const assignment = { service: 'medicine', role: 'laege', scopes: { enhed: ['999900000000011'] } }
  for (const person of [
    { key: 'cpr-name', name: `Vikar ${next()}` },
    {
      key: 'cpr-reason',
      name: 'Made up',
      accounts: [{ ...account, assignments: [{ ...assignment, reason: `For ${next()}` }] }],
    },
  ])
    await assert.rejects(stage.apply({ people: [person] }), (error: Error) => {
      seen.push(error.message)
      return /looks like a CPR number/.test(error.message)
    })
})

test('log-ins: known and unknown citizens, and one whose number is no number', async () => {
  for (const cpr of [...numbers.slice(0, 15), ...Array.from({ length: 15 }, next), `${next()}x`]) {
    const browser = stage.browser()
    const person = { ...dorte, uuid: randomIds.uuid(), cpr }
    const page = await stage.logIn(browser, stage.citizens, stage.nemlogin, person)
    // What the service is sent holds the number, for a service that has the right to it: sealed in its message.
    seen.push(page.body, ...browser.visited.map(String))
  }
})

test('files: a list of employees that was kept by CPR number', async () => {
  const rows = Array.from({ length: 200 }, () => {
    const number = next()
    return `ophør;${number};${number}@example.org;Made up ${number};fordi ${number}`
  })
  const raekker = ['handling;rid;mail;navn;begrundelse', ...rows].join('\n')
  const browser = await stage.enter('chief administrator')
  const refused = await post(browser, '/admin/masseaendring', { raekker, begrundelse: `for ${next()}` })
  assert.equal(refused.status, 422)
  const page = await post(browser, '/admin/masseaendring', { raekker, begrundelse: 'nye opgaver' })
  assert.match(page.body, /Rækken har et CPR-nummer/)
  assert.match(page.url.pathname, /masseaendring\/[0-9a-f-]{36}$/)
  seen.push(page.body, String(page.url))
})

test('forms and searches: every one of them, with a number in whatever people write in their own words', async () => {
  let refusals = 0
  for (const [method = '', pattern = ''] of (await everyRoute()).map((route) => route.split(' '))) {
    const expected = routeTable[`${method} ${pattern}`]
    const capacity: CapacityName | undefined =
      expected?.kind === 'only'
        ? (['chief administrator', 'system management', 'service owner'] as const).find((name) =>
            expected.who.includes(name),
          )
        : undefined
    if (expected?.kind !== 'only' || !capacity) continue
    const things: Readonly<Record<string, Thing>> = expected.things
    const path = pattern.replace(/:(\w+)/g, (_, name: string) => {
      const thing = things[name]
      return thing ? stage.things[thing].own : 'x'
    })
    const browser = await stage.enter(capacity)
    if (method === 'GET') {
      // The number is in the address that the person made; no link of the page may be the place where it is kept.
      await browser.get(`${stage.url}${path}?soeg=${next()}`)
      continue
    }
    const words = `Vikar for ${next()}`
    const fields = {
      id: randomIds.uuid(),
      begrundelse: words,
      navn: words,
      'navn-da': words,
      'navn-en': words,
      beskrivelse: words,
      'beskrivelse-da': words,
    }
    const page = await post(browser, path, fields)
    assert.ok(page.status < 500, `${path}: ${page.status}`)
    // Whoever typed it sees it again, beside what is wrong with it, and nobody else does.
    const refused = page.status === 422 && page.body.includes('Her står et CPR-nummer')
    refusals += refused ? 1 : 0
    if (!refused) seen.push(page.body)
    seen.push(String(page.url))
  }
  assert.ok(refusals > 30, `${refusals} forms refused`)
})

test('numbers that are asked for: a CPR number is taken for none of them, by form or by document', async () => {
  const browser = await stage.enter('chief administrator')
  const rid = { kendes: 'rid', rid: next(), navn: 'Made up', enhed: stage.things.unit.own, id: randomIds.uuid() }
  const created = await post(browser, '/admin/medarbejdere/ny', rid)
  assert.equal(created.status, 422)
  assert.match(created.body, /ligner et CPR-nummer/)
  const written = { ...rid, rid: `CVR:${clinicCvr}-RID:${next()}` }
  assert.equal((await post(browser, '/admin/medarbejdere/ny', written)).status, 422)
  const account = stage.things.account.own
  const corrected = await post(browser, `/admin/medarbejdere/${account}/ret`, { rid: next(), begrundelse: 'Rettet' })
  assert.match(corrected.body, /ligner et CPR-nummer/)
  for (const more of [{ rid: next() }, { key: `account-${next()}` }]) {
    const accounts = [{ cvr: clinicCvr, key: 'cpr-as-number', ...more }]
    await assert.rejects(
      stage.apply({ people: [{ key: 'cpr-as-number', name: 'Made up', accounts }] }),
      /looks like a CPR number/,
    )
  }
})

test('no table holds a number in clear, nor any page or address that came of it', async () => {
  const { rows: tables } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables where table_schema = 'public'`.execute(stage.db)
  assert.ok(tables.length > 30)
  for (const { name } of tables) {
    const { rows } = await sql`select * from ${sql.table(name)}`.execute(stage.db).catch(() => ({ rows: [] }))
    assert.deepEqual(numbersIn(JSON.stringify(rows)), [], name)
  }
  assert.deepEqual(numbersIn(seen.join('\n')), [])
  const sealed = await stage.db.selectFrom('person').select('cpr_sealed').where('cpr_sealed', 'is not', null).execute()
  assert.ok(sealed.length >= 300)
})

test('no file of the database holds a number in clear, WAL included', async () => {
  await stage.close()
  const entries = await readdir(files, { recursive: true, withFileTypes: true })
  let bytes = 0
  for (const entry of entries.filter((file) => file.isFile())) {
    const content = await readFile(join(entry.parentPath, entry.name), 'latin1')
    bytes += content.length
    assert.deepEqual(numbersIn(content), [], entry.name)
  }
  assert.ok(bytes > 10_000_000, 'the files were read')
})

/** With or without the hyphen, wherever they stand. */
function numbersIn(text: string): string[] {
  const wanted = new Set(numbers)
  return [...text.matchAll(/\d{6}-?\d{4}/g)].flatMap(([found]) => {
    const number = found.replace('-', '')
    return wanted.has(number) ? [number] : []
  })
}

function post(browser: UserAgent, path: string, fields: Record<string, string>) {
  const page = new URL(stage.url)
  return browser.submit({ page, action: new URL(path, page), method: 'post', fields, buttons: [] })
}
