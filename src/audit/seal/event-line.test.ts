/** People and organisations here are made up. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { openTestDatabase } from '../../../test/support/test-database.ts'
import type { Storage } from '../../storage/database.ts'
import { type EventRow, eventColumns, eventLine } from './event-line.ts'

let storage: Storage
before(async () => {
  storage = await openTestDatabase()
})
after(() => storage.close())

const id = '01900000-0000-7000-8000-000000000001'

/** Written by the database's own means, so that it may hold what SEB would never write. */
async function lineOf(columns: Record<string, string>): Promise<string> {
  const row = {
    id,
    at: '2026-11-24T10:00:00.123456Z',
    action: 'a',
    outcome: 'success',
    actor_kind: 'system',
    ...columns,
  }
  const names = sql.join(Object.keys(row).map((name) => sql.ref(name)))
  await storage.db.transaction().execute(async (trx) => {
    await sql`insert into audit_event (${names}) values (${sql.join(Object.values(row))})`.execute(trx)
  })
  const { rows } =
    await sql<EventRow>`select ${eventColumns} from audit_event e order by sequence desc limit 1`.execute(storage.db)
  assert.ok(rows[0])
  await sql`reset role`.execute(storage.db)
  await sql`delete from audit_event`.execute(storage.db)
  await sql`set role seb_broker`.execute(storage.db)
  return eventLine(rows[0])
}

test('a line says all there is to say about an event, and nothing of its number among others', async () => {
  assert.equal(
    await lineOf({ actor_id: 'Ærø', source: '192.0.2.7', reference: '4F7K92QD', details: '{"b": 2, "a": [1.50]}' }),
    `{"id":"${id}","at":"2026-11-24T10:00:00.123456Z","action":"a","outcome":"success","actorKind":"system",` +
      '"actorId":"Ærø","organisationId":null,"objectKind":null,"objectId":null,"source":"192.0.2.7",' +
      '"correlationId":null,"reference":"4F7K92QD","details":{"a": [1.50], "b": 2}}',
  )
})

test('every difference between two rows is one between their lines, however small', async () => {
  const rows = [
    {},
    { at: '2026-11-24T10:00:00.123457Z' },
    { at: '2026-11-24T10:00:00.123456Z BC' },
    { at: 'infinity' },
    { actor_id: '' },
    { object_kind: 'x' },
    { object_id: 'x' },
    { details: '{"n": 9007199254740992}' },
    { details: '{"n": 9007199254740993}' },
    { details: '{"n": 1e400}' },
    { details: '{"n": "1"}' },
    { actor_id: 'a","organisationId":"b' },
    { actor_id: '\\u001b' },
    { actor_id: '\u001b' },
    { actor_id: '\u009b' },
    { actor_id: '\\u009b' },
  ]
  const lines = new Set<string>()
  for (const row of rows) lines.add(await lineOf(row))
  assert.equal(lines.size, rows.length)
})

test('the settings of a connection do not change a line', async () => {
  const before = await lineOf({})
  await sql`set time zone 'Asia/Tokyo'`.execute(storage.db)
  await sql`set datestyle to 'German'`.execute(storage.db)
  assert.equal(await lineOf({}), before)
})

test('what somebody wrote into an event does nothing to a terminal, a log reader or a spreadsheet', async () => {
  const hostile = [
    'line\r\n{"id":"forged"}',
    '\u001b[2J\u009b2J\u0085\u007f',
    '\u202egnp.exe\u2066\u200b\ufeff\u{e0041}',
    '","action":"forged',
    'a,=cmd()|x;+1;-1,\t@SUM(1), =1',
  ]
  for (const text of hostile) {
    const line = await lineOf({ actor_id: text, details: JSON.stringify({ [text]: [text, -1, `x,${text}`] }) })
    assert.doesNotMatch(line, /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u)
    const parsed = JSON.parse(line) as { action: string; actorId: string; details: Record<string, unknown> }
    assert.equal(parsed.action, 'a')
    assert.equal(parsed.actorId, text)
    assert.deepEqual(parsed.details, { [text]: [text, -1, `x,${text}`] })
    const cells = line.split(/[,;\t]/).map((cell) => cell.trimStart())
    assert.deepEqual(
      cells.filter((cell) => /^[=+@]/.test(cell) || /^-(?!1\b)/.test(cell)),
      [],
    )
  }
})
