/** Every way to change a log, and how it is found. Organisations and people here are made up. */
import assert from 'node:assert/strict'
import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, test } from 'node:test'
import { clinic, openSealedAudit, type SealedAudit } from '../../../test/support/sealed-audit.ts'
import { createLog } from '../../base/log.ts'
import { createHeadsFile } from './heads-file.ts'
import { type SealKeys, sealKeys } from './load-seal-keys.ts'
import { createSealer } from './seal-events.ts'
import { verifyAudit } from './verify-audit.ts'

let folder: string
let headsFile: string
let audit: SealedAudit

/** Three heads: over 5, 10 and 15 events. */
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'seb-verify-'))
  headsFile = join(folder, 'audit-heads.jsonl')
  audit = await openSealedAudit()
  for (let head = 0; head < 3; head++) {
    await audit.record(5)
    await seal()
  }
})
afterEach(async () => {
  await audit.storage.close()
  rmSync(folder, { recursive: true })
})

async function seal(keys = audit.keys): Promise<void> {
  await createSealer({ db: audit.storage.db, clock: audit.clock, keys }).seal({ headAtOnce: true })
  await keepHeads()
}

const keepHeads = () => createHeadsFile({ db: audit.storage.db, log: createLog('silent'), path: headsFile }).keep()
const verify = (keys = audit.keys) => verifyAudit({ db: audit.storage.db, keys, headsFile })
const findings = async (keys?: SealKeys) => (await verify(keys)).findings

test('an audit that nobody touched is whole, also while the last events wait for their seal', async () => {
  await audit.record(2)
  assert.deepEqual(await verify(), {
    findings: [],
    notes: ['2 events are not sealed yet.'],
    events: 15,
    heads: 3,
    sealedUntil: '2026-11-24T10:00:00.123Z',
  })
})

test('an audit with nothing in it is whole', async () => {
  const empty = await openSealedAudit()
  const nowhere = join(folder, 'none.jsonl')
  const { findings, events, notes } = await verifyAudit({ db: empty.storage.db, keys: empty.keys, headsFile: nowhere })
  assert.deepEqual({ findings, events }, { findings: [], events: 0 })
  assert.match(notes[0] ?? '', /none.jsonl: heads outside the database were not compared/)
  await empty.storage.close()
})

for (const [column, value] of Object.entries({
  id: 'gen_random_uuid()',
  at: `at + interval '1 microsecond'`,
  action: `'sign-in.refused'`,
  outcome: `'refused'`,
  actor_kind: `'operator'`,
  actor_id: `'somebody else'`,
  object_kind: `'person'`,
  object_id: `'1'`,
  source: 'null',
  correlation_id: 'gen_random_uuid()',
  reference: `'4F7K92QD'`,
  details: `'{}'`,
})) {
  test(`a change of ${column} in one event is found and named`, async () => {
    await audit.tamper(`update audit_event set ${column} = ${value} where sequence = 7`)
    assert.deepEqual(await findings(), ['event 7 was altered'])
  })
}

test('an event that was moved to another organisation is found and named', async () => {
  await audit.tamper(`update audit_event set organisation_id = '${clinic}' where sequence = 3`)
  assert.deepEqual(await findings(), ['event 3 was altered'])
  await audit.tamper('update audit_event set organisation_id = null where sequence = 1')
  assert.deepEqual(await findings(), ['event 1 was altered', 'event 3 was altered'])
})

test('events that were deleted are found and named, wherever they stood', async () => {
  await audit.tamper('delete from audit_event where sequence in (1, 6, 7, 8, 12, 15)')
  assert.deepEqual(await findings(), [
    'event 1 was deleted',
    'events 6 to 8 were deleted',
    'event 12 was deleted',
    'event 15 was deleted',
  ])
})

const forged = (sequence: number) => `insert into audit_event (sequence, id, at, action, outcome, actor_kind)
  overriding system value values (${sequence}, gen_random_uuid(), now(), 'sign-in.answered', 'success', 'person')`

test('events that were inserted are found and named', async () => {
  await audit.tamper('delete from audit_event where sequence = 9', forged(9), forged(0), forged(-5))
  assert.deepEqual(await findings(), [
    'event 9 was altered',
    'event -5 was inserted: no seal knows of it',
    'event 0 was inserted: no seal knows of it',
  ])
})

test('events whose content was swapped are found and named', async () => {
  await audit.tamper(
    'create temp table kept as select * from audit_event',
    `update audit_event e set (id, action, actor_id, organisation_id, details) =
      (select gen_random_uuid(), k.action, k.actor_id, k.organisation_id, k.details from kept k where k.sequence = 16 - e.sequence)
      where sequence in (4, 12)`,
    `update audit_event e set id = (select k.id from kept k where k.sequence = 16 - e.sequence) where sequence in (4, 12)`,
  )
  assert.deepEqual(await findings(), ['events 4 and 12 were swapped'])
})

test('a log that was cut off is found by the heads in the database', async () => {
  await audit.tamper('delete from audit_event where sequence > 8', 'delete from audit_seal where sequence > 8')
  const found = await findings()
  assert.match(
    found[0] ?? '',
    /^the log was cut off after event 8: head 3 .*in the database.* covers 15 events, and 8 are left/,
  )
  assert.match(found[1] ?? '', /outside the database/)
})

test('a log that was cut off with its seals and heads is found by the heads outside', async () => {
  await audit.tamper(
    'delete from audit_event where sequence > 10',
    'delete from audit_seal where sequence > 10',
    'delete from audit_head where number > 2',
    `update audit_seal_organisation o set (position, chain_hash) = (select organisation_position, organisation_chain_hash
      from audit_seal s where s.organisation_id = o.organisation_id order by organisation_position desc limit 1)`,
  )
  const found = await findings()
  assert.equal(found.length, 1)
  assert.match(
    found[0] ?? '',
    /^the log was cut off after event 10: head 3 .*outside the database.* 15 events, and 10 are left$/,
  )
})

test('a log that was emptied is found by the heads outside', async () => {
  for (const table of ['audit_event', 'audit_seal', 'audit_seal_organisation', 'audit_head'])
    await audit.tamper(`delete from ${table}`)
  const found = await findings()
  assert.equal(found.length, 1)
  assert.match(found[0] ?? '', /^the log was cut off after event 0: .* and 0 are left$/)
})

test('seals that were altered, deleted or moved are found and named', async () => {
  await audit.tamper(
    `update audit_seal set event_hash = sha256('x') where sequence = 2`,
    `update audit_seal set organisation_chain_hash = sha256('x') where sequence = 5`,
    'delete from audit_seal where sequence = 9',
    'update audit_seal set sequence = 100 where sequence = 12',
    `update audit_seal set chain_hash = sha256('x') where sequence = 14`,
  )
  assert.deepEqual(await findings(), [
    'the seal of event 2 was altered',
    'the seal of event 2 within its organisation was altered',
    'the seal of event 5 within its organisation was altered',
    // Both its neighbours in the organisation's chain were altered.
    'the seal of event 7 within its organisation was altered',
    '1 seals between events 8 and 10 are missing',
    'the seal of event 10 was altered',
    'the seal of event 11 within its organisation was altered',
    'event 100 was deleted',
    'the seal of event 13 is not in its place',
    'the seal of event 14 was altered',
    'event 9 was inserted: no seal knows of it',
    'event 12 was inserted: no seal knows of it',
  ])
})

test('an end of an organisation’s chain that was altered is found', async () => {
  await audit.tamper(`update audit_seal_organisation set position = position - 1 where organisation_id = '${clinic}'`)
  assert.deepEqual(await findings(), [`the end of the chain of organisation ${clinic} was altered`])
})

/** As whoever has the database and knows how SEB seals, but not its key. */
async function rewriteFrom(event: number, head: number): Promise<void> {
  await audit.tamper(
    `update audit_event set actor_id = 'somebody else' where sequence = ${event}`,
    `delete from audit_seal where sequence >= ${event}`,
    `delete from audit_head where number >= ${head}`,
    'delete from audit_seal_organisation',
    `insert into audit_seal_organisation select distinct on (organisation_id) organisation_id, organisation_position,
      organisation_chain_hash from audit_seal where organisation_id is not null
      order by organisation_id, organisation_position desc`,
  )
}

const thief = sealKeys(generateKeyPairSync('ed25519').privateKey)

test('whoever rewrites the whole chain without SEB’s key is found by the signatures and by the heads outside', async () => {
  await rewriteFrom(7, 2)
  await createSealer({ db: audit.storage.db, clock: audit.clock, keys: thief }).seal({ headAtOnce: true })
  const found = await findings()
  assert.ok(found.some((text) => /^head 2 .*in the database.* is signed with a key that is not SEB’s$/.test(text)))
  assert.ok(
    found.some((text) => /^head 2 .*outside the database.* between events 6 and \d+ the log was changed/.test(text)),
    found.join('\n'),
  )
})

test('whoever rewrites the chain and leaves the heads is found by the first head after the change', async () => {
  const heads = await audit.storage.db.selectFrom('audit_head').selectAll().execute()
  await rewriteFrom(7, 2)
  await createSealer({ db: audit.storage.db, clock: audit.clock, keys: thief }).seal({ headAtOnce: true })
  await audit.tamper('delete from audit_head where number >= 2')
  for (const { number, position, at, head, signature } of heads.slice(1))
    await audit.tamper(
      `insert into audit_head values (${number}, ${position}, '${at.toISOString()}', '${head}', '${signature}')`,
    )
  const found = await findings()
  assert.equal(found.length, 2)
  for (const text of found) assert.match(text, /^head 2 .* between events 6 and 10 the log was changed/)
})

test('a log that was sealed anew after a change, with SEB’s own key, is found by the heads outside', async () => {
  await rewriteFrom(7, 1)
  await createSealer({ db: audit.storage.db, clock: audit.clock, keys: audit.keys }).seal()
  const found = await findings()
  assert.ok(found.length > 0)
  for (const text of found) assert.match(text, /outside the database|in the database/)
  assert.ok(
    found.some((text) => /^head 2 .*outside the database.* between events 6 and 10 the log was changed/.test(text)),
  )
})

test('the key is changed in good order: announced or not, what the earlier one signed still holds', async () => {
  const second = generateKeyPairSync('ed25519')
  const third = generateKeyPairSync('ed25519')
  const announcing = { ...audit.keys, next: sealKeys(second.privateKey).key }
  await audit.record(1)
  await seal(announcing)
  const after = { ...sealKeys(second.privateKey), earlier: [audit.keys.key] }
  await audit.record(1)
  await seal(after)
  assert.deepEqual(await findings(after), [])
  const unannounced = { ...sealKeys(third.privateKey), earlier: [audit.keys.key, after.key] }
  await audit.record(1)
  await seal(unannounced)
  assert.deepEqual(await findings(unannounced), [])
  // Without the earlier keys, nobody vouches for what they signed.
  assert.equal((await findings(sealKeys(third.privateKey))).length, 10)
})

test('heads in the database that were altered or removed are found and named', async () => {
  await audit.tamper(`update audit_head set head = replace(head, '2026-11-24T10', '2026-11-24T11') where number = 2`)
  assert.deepEqual(
    (await findings()).map((text) => text.replace(/ of .*\(/, ' (')),
    [
      'head 2 (in the database) is not signed by the key it names',
      'head 3 (in the database) does not follow from the head before it',
    ],
  )
})

test('a file of heads that begins later, or was cut short by a crash, does no harm', async () => {
  const [, ...lines] = readFileSync(headsFile, 'utf8').split('\n')
  writeFileSync(headsFile, ['{"head":{"for', ...lines].join('\n'))
  const { findings, notes } = await verify()
  assert.deepEqual(findings, [])
  assert.match(notes[0] ?? '', /has 1 lines that are no heads/)
})
