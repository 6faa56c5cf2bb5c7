/** Organisations and people here are made up. */
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { afterEach, beforeEach, test } from 'node:test'
import { sql } from 'kysely'
import { clinic, openSealedAudit, pharmacy, type SealedAudit } from '../../../test/support/sealed-audit.ts'
import { type EventRow, eventColumns, eventLine } from './event-line.ts'
import { type Head, headHash, isSigned } from './head.ts'
import { growTree } from './organisation-tree.ts'
import { createSealer } from './seal-events.ts'
import { allOrganisationLinks, headsAfter } from './seals.store.ts'

let audit: SealedAudit
beforeEach(async () => {
  audit = await openSealedAudit()
})
afterEach(() => audit.storage.close())

const heads = async () =>
  (await headsAfter(audit.storage.db, 0, 100)).map((kept) => ({ ...kept, head: JSON.parse(kept.text) as Head }))
const seals = () => audit.storage.db.selectFrom('audit_seal').selectAll().orderBy('position').execute()
const sha256 = (...parts: (string | Uint8Array)[]) =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest()

test('each event is sealed once, in order, in the chain of all and in that of its organisation', async () => {
  await audit.record(7)
  assert.equal(await audit.sealer.seal(), 'sealed')
  await audit.record(2)
  await audit.sealer.seal()
  await audit.sealer.seal()

  const { rows } = await sql<EventRow>`select ${eventColumns} from audit_event e order by sequence`.execute(
    audit.storage.db,
  )
  let chain = sha256('seb audit 1')
  const own = new Map(
    [clinic, pharmacy].map((id) => [id, { position: 0, chain: sha256(`seb audit 1 organisation ${id}`) }]),
  )
  const expected = rows.map((row, index) => {
    const hash = sha256(eventLine(row))
    chain = sha256(chain, hash)
    const before = own.get(row.organisation_id ?? '')
    const link = before && { position: before.position + 1, chain: sha256(before.chain, hash) }
    if (link) own.set(row.organisation_id ?? '', link)
    return [index + 1, hash.toString('hex'), chain.toString('hex'), row.organisation_id, link?.position, link?.chain]
  })
  assert.deepEqual(
    (await seals()).map((seal) => [
      seal.position,
      Buffer.from(seal.event_hash).toString('hex'),
      Buffer.from(seal.chain_hash).toString('hex'),
      seal.organisation_id,
      seal.organisation_position ?? undefined,
      seal.organisation_chain_hash ? Buffer.from(seal.organisation_chain_hash) : undefined,
    ]),
    expected,
  )
})

test('a head is signed at once, then after a minute in which something happened, or after 1,000 events', async () => {
  const made = async () => (await heads()).map(({ position, head }) => [position, head.organisations !== null])
  await audit.sealer.seal()
  assert.deepEqual(await made(), [])
  await audit.record(3)
  await audit.sealer.seal()
  assert.deepEqual(await made(), [[3, true]])
  await audit.record(3)
  await audit.sealer.seal()
  assert.deepEqual(await made(), [[3, true]])
  audit.clock.moveMinutes(1)
  await audit.sealer.seal()
  assert.deepEqual(await made(), [
    [3, true],
    [6, true],
  ])
  audit.clock.moveMinutes(1)
  await audit.sealer.seal()
  assert.equal((await made()).length, 2, 'nothing new')
  await audit.record(2_500)
  await audit.sealer.seal()
  assert.deepEqual((await made()).slice(2), [
    [1_006, true],
    [2_006, false],
  ])
  audit.clock.moveMinutes(1)
  await audit.sealer.seal()
  assert.deepEqual((await made()).slice(4), [[2_506, true]], 'also without anything new')
})

test('a head holds the chain, the root over all organisations and the head before it, under a signature', async () => {
  await audit.record(5)
  await audit.sealer.seal()
  await audit.record(5)
  await audit.sealer.seal({ headAtOnce: true })
  const [first, second, ...others] = await heads()
  assert.ok(first && second)
  assert.deepEqual(others, [])
  assert.deepEqual([first.head.number, second.head.number], [1, 2])
  assert.equal(second.head.previous, headHash(first.text))
  assert.equal(second.head.key, audit.keys.key)
  const [last] = (await seals()).slice(-1)
  assert.equal(second.head.chain, Buffer.from(last?.chain_hash ?? []).toString('hex'))
  const tree = await growTree(second.treeSalt ?? Buffer.of(), await allOrganisationLinks(audit.storage.db))
  assert.equal(second.head.organisations, tree.root.toString('hex'))
  assert.ok(isSigned(second))
  assert.equal(isSigned({ ...second, text: second.text.replace('"number":2', '"number":3') }), false)
  assert.equal(isSigned({ ...second, signature: first.signature }), false)
})

test('what was rolled back leaves a gap that holds nothing up', async () => {
  await audit.record(1)
  await audit.storage.db
    .transaction()
    .execute(async (trx) => {
      await sql`insert into audit_event (id, at, action, outcome, actor_kind)
        values (gen_random_uuid(), now(), 'x', 'success', 'system')`.execute(trx)
      throw new Error('undone')
    })
    .catch(() => undefined)
  await audit.record(1)
  await audit.sealer.seal()
  assert.deepEqual(
    (await seals()).map(({ position, sequence }) => [position, sequence]),
    [
      [1, 1],
      [2, 3],
    ],
  )
})

test('a sealer that starts anew goes on where the last one stopped', async () => {
  await audit.record(4)
  await audit.sealer.seal()
  await audit.record(4)
  await createSealer({ db: audit.storage.db, clock: audit.clock, keys: audit.keys }).seal()
  assert.deepEqual(
    (await seals()).map(({ position }) => position),
    [1, 2, 3, 4, 5, 6, 7, 8],
  )
})

test('the roles that people’s requests run as can add events and read seals, and nothing else', async () => {
  await audit.record(3)
  await audit.sealer.seal()
  const forbidden = [
    'update audit_event set action = action',
    'delete from audit_event',
    'truncate audit_event',
    `insert into audit_event (sequence, id, at, action, outcome, actor_kind) overriding system value
      values (1000, gen_random_uuid(), now(), 'x', 'success', 'system')`,
    ...['audit_seal', 'audit_seal_organisation', 'audit_head'].flatMap((table) => [
      `update ${table} set position = position`,
      `delete from ${table}`,
      `truncate ${table}`,
      `insert into ${table} select * from ${table}`,
    ]),
  ]
  for (const role of ['seb_broker', 'seb_organisation']) {
    for (const statement of forbidden) {
      const attempt = audit.storage.db.transaction().execute(async (trx) => {
        await sql`set local role ${sql.ref(role)}`.execute(trx)
        await sql.raw(statement).execute(trx)
      })
      await assert.rejects(attempt, /permission denied/, `${role}: ${statement}`)
    }
  }
})

test('an organisation’s role sees the seals of its own events only, and none without an organisation', async () => {
  await audit.record(9)
  await audit.sealer.seal()
  const seen = (organisation: string) =>
    audit.storage.db.transaction().execute(async (trx) => {
      await sql`set local role seb_organisation`.execute(trx)
      await sql`select set_config('seb.organisation', ${organisation}, true)`.execute(trx)
      return trx.selectFrom('audit_seal').select('organisation_id').execute()
    })
  assert.deepEqual(await seen(clinic), Array(3).fill({ organisation_id: clinic }))
  assert.deepEqual(await seen(''), [])
})
