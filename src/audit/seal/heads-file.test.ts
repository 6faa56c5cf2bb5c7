/** Organisations and people here are made up. */
import assert from 'node:assert/strict'
import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, test } from 'node:test'
import { openSealedAudit, type SealedAudit } from '../../../test/support/sealed-audit.ts'
import { createLog } from '../../base/log.ts'
import { createHeadsFile, type HeadsFile, readHeadLine } from './heads-file.ts'
import { createSealer } from './seal-events.ts'

const folder = mkdtempSync(join(tmpdir(), 'seb-heads-'))
const path = join(folder, 'audit-heads.jsonl')
let audit: SealedAudit
let told: string[]
let file: HeadsFile

beforeEach(async () => {
  audit = await openSealedAudit()
  told = []
  file = open()
})
afterEach(async () => {
  await audit.storage.close()
  rmSync(folder, { recursive: true })
})

function open(): HeadsFile {
  const log = { ...createLog('silent'), error: (_: object, message: string) => told.push(message) }
  return createHeadsFile({ db: audit.storage.db, log, path })
}

async function makeHead(): Promise<void> {
  await audit.record(2)
  await audit.sealer.seal({ headAtOnce: true })
}

const lines = () => readFileSync(path, 'utf8').split('\n').slice(0, -1)
const numbers = () => lines().map((line) => readHeadLine(line)?.head.number)

test('every head is kept once, also by a SEB that starts anew, and only SEB’s user can read the file', async () => {
  await file.keep()
  assert.deepEqual(lines(), [])
  await makeHead()
  await makeHead()
  await file.keep()
  await file.keep()
  file = open()
  await makeHead()
  await file.keep()
  assert.deepEqual(numbers(), [1, 2, 3])
  const kept = await audit.storage.db.selectFrom('audit_head').select(['head', 'signature']).orderBy('number').execute()
  assert.deepEqual(
    lines()
      .map((line) => readHeadLine(line))
      .map((it) => ({ head: it?.text, signature: it?.signature })),
    kept,
  )
  assert.equal(statSync(path).mode & 0o777, 0o600)
  assert.deepEqual(told, [])
})

test('two processes with one directory write each head once', async () => {
  const other = open()
  for (let round = 0; round < 5; round++) {
    await makeHead()
    await Promise.all([file.keep(), other.keep()])
  }
  assert.deepEqual(numbers(), [1, 2, 3, 4, 5])
})

test('a line that a crash cut short is left, and the head is kept anew', async () => {
  await makeHead()
  await file.keep()
  appendFileSync(path, '{"head":{"format":1,"num')
  await makeHead()
  await file.keep()
  await file.keep()
  assert.deepEqual(numbers(), [1, undefined, 2])
})

for (const [what, statement] of [
  ['cut off', 'delete from audit_head where number = 2'],
  ['emptied', 'delete from audit_head'],
  ['changed', `update audit_head set head = replace(head, '2026', '2025') where number = 2`],
] as const) {
  test(`when heads in the database were ${what}, SEB says so once and keeps no more`, async () => {
    await makeHead()
    await makeHead()
    await file.keep()
    await audit.tamper(statement)
    await file.keep()
    await makeHead()
    await file.keep()
    assert.deepEqual(numbers(), [1, 2])
    assert.equal(told.length, 1)
    assert.match(told[0] ?? '', /seb verify-audit/)
  })
}

test('a head that is not signed, or does not follow, is not kept', async () => {
  await makeHead()
  await file.keep()
  await makeHead()
  await audit.tamper(
    `update audit_head set head = replace(head, '"organisations":"', '"organisations":"0') where number = 2`,
  )
  await file.keep()
  assert.deepEqual(numbers(), [1])
  assert.equal(told.length, 1)
})

test('what does not follow from the heads that are kept is not sealed, so that a changed log is never signed', async () => {
  const sealer = createSealer({ db: audit.storage.db, clock: audit.clock, keys: audit.keys, headsFile: file })
  await audit.record(3)
  await sealer.seal()
  assert.deepEqual(numbers(), [1])
  await audit.tamper(
    'delete from audit_head',
    'delete from audit_seal',
    'delete from audit_seal_organisation',
    `update audit_event set action = 'something.else' where sequence = 2`,
  )
  await audit.record(3)
  await sealer.seal()
  assert.equal((await audit.storage.db.selectFrom('audit_seal').select('position').execute()).length, 0)
  assert.equal(told.length, 1)
})
