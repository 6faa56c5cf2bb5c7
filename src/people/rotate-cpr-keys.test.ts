/** The CPR numbers here are made up. */
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { after, test } from 'node:test'
import { testClock } from '../../test/support/test-clock.ts'
import { openTestDatabase } from '../../test/support/test-database.ts'
import { randomIds } from '../base/ids.ts'
import { insertRows } from '../storage/upsert-rows.ts'
import { type CprKeys, hashCpr, hashesOfCpr, openCpr, sealCpr, sealedBy } from './cpr.ts'
import { findPerson } from './find-person.ts'
import { rotateCprKeys } from './rotate-cpr-keys.ts'

const { db, close } = await openTestDatabase()
after(close)

const pair = () => ({ encryption: randomBytes(32), hash: randomBytes(32) })
const before = pair()
const present: CprKeys = { ...pair(), other: before }
const count = 1100
const cprOf = (number: number) => `61019${String(90_000 + number)}`
const ids = Array.from({ length: count }, () => randomIds.uuid())
await insertRows(
  db,
  'person',
  ids.map((id, number) => ({
    id,
    name: 'Made up',
    cpr_sealed: sealCpr(before, cprOf(number)),
    cpr_hash: hashCpr(before, cprOf(number)),
    created_at: new Date(0),
  })),
)

const deps = { db, clock: testClock(), ids: randomIds, cprKeys: present }
const left = async () => {
  const rows = await db
    .selectFrom('person')
    .select('id')
    .where('cpr_sealed', 'not like', `${sealedBy(present)}%`)
    .execute()
  return rows.length
}
const found = (cpr: string, keys: CprKeys) =>
  findPerson(db, {
    identityProviderId: ids[0] ?? '',
    subject: null,
    kind: 'person',
    cvr: null,
    professionalUuid: null,
    rid: null,
    cprHashes: hashesOfCpr(keys, cpr),
    cprIdentifies: true,
  })

test('a rotation that is stopped leaves whole batches, everybody is still found, and the next one finishes', async () => {
  let writes = 0
  const stopping = db.withPlugin({
    transformQuery: ({ node }) => {
      if (node.kind === 'RawNode' && node.sqlFragments[0]?.startsWith('update person')) writes += 1
      if (writes === 2) throw new Error('stopped')
      return node
    },
    transformResult: async ({ result }) => result,
  })
  await assert.rejects(rotateCprKeys({ ...deps, db: stopping }, 'test'), /stopped/)
  assert.equal(await left(), count - 500)
  for (const number of [0, 499, 500, 1099]) assert.ok(await found(cprOf(number), present), String(number))
  assert.deepEqual(await rotateCprKeys(deps, 'test'), { rotated: count - 500 })
  assert.equal(await left(), 0)
})

test('afterwards the keys before are of no use, and nobody needs them', async () => {
  const alone: CprKeys = { encryption: present.encryption, hash: present.hash }
  const rows = await db.selectFrom('person').select(['id', 'cpr_sealed']).execute()
  for (const { id, cpr_sealed: sealed } of rows) {
    assert.equal(openCpr(alone, sealed ?? ''), cprOf(ids.indexOf(id)))
    assert.throws(() => openCpr(before, sealed ?? ''))
  }
  assert.ok(await found(cprOf(7), alone))
  assert.equal(await found(cprOf(7), before), null)
})

test('asked once more it does nothing, and without the keys before it says what is missing', async () => {
  assert.deepEqual(await rotateCprKeys(deps, 'test'), { rotated: 0 })
  const { other: _, ...alone } = present
  await assert.rejects(rotateCprKeys({ ...deps, cprKeys: alone }, 'test'), /CPR_ENCRYPTION_KEY_NEXT/)
})

test('a number that was sealed before seals said by which keys is read and sealed anew', async () => {
  const [, , bytes = ''] = sealCpr(before, cprOf(0)).split('.')
  await db
    .updateTable('person')
    .set({ cpr_sealed: `1.${bytes}` })
    .where('id', '=', ids[0] ?? '')
    .execute()
  assert.deepEqual(await rotateCprKeys(deps, 'test'), { rotated: 1 })
  assert.equal(await left(), 0)
})

test('the audit tells that it was done, and no number', async () => {
  const events = await db.selectFrom('audit_event').select(['action', 'details']).execute()
  assert.ok(events.every(({ action }) => action === 'cpr-keys.rotated'))
  assert.doesNotMatch(JSON.stringify(events), /61019/)
})
