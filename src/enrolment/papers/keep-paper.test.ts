/** A paper is kept so that only SEB can open it, once, and every look at it is told of. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { testClock } from '../../../test/support/test-clock.ts'
import { openTestDatabase } from '../../../test/support/test-database.ts'
import { randomIds } from '../../base/ids.ts'
import type { Storage, Trx } from '../../storage/database.ts'
import { keepPaper, readPaper } from './keep-paper.ts'
import { findPapers, findSealedPaper, insertPaper, removeOldPapers } from './papers.store.ts'
import { openPaper, paperKeyFrom } from './seal-paper.ts'
import { largestPaper } from './uploaded-kind.ts'

const now = new Date('2026-11-25T12:00:00Z')
const day = 86_400_000
const deps = { clock: testClock(now), ids: randomIds, paperKey: paperKeyFrom(Buffer.alloc(32, 7)) }
const visitor = { personId: null, source: '192.0.2.7' }
const page = { kind: 'pdf', bytes: Buffer.from('%PDF-1.7 underskrevet af Henrik') } as const
let storage: Storage

before(async () => {
  storage = await openTestDatabase()
})
after(() => storage.close())

test('a page is kept once, encrypted, and comes back as it was', async () => {
  const enrolment = await begin('checked')
  await inTransaction((trx) => keepPaper(deps, trx, enrolment, page, visitor))
  await inTransaction((trx) => keepPaper(deps, trx, enrolment, page, visitor))
  const [paper, ...others] = await findPapers(storage.db, enrolment.id)
  assert.ok(paper)
  assert.deepEqual(others, [])
  const { sealed } = await storage.db
    .selectFrom('enrolment_paper')
    .select('sealed')
    .where('id', '=', paper.id)
    .executeTakeFirstOrThrow()
  assert.equal(Buffer.from(sealed).includes('Henrik'), false)
  const read = await inTransaction((trx) => readPaper(deps, trx, enrolment, paper.id, visitor))
  assert.deepEqual(read, { kind: 'pdf', bytes: Buffer.from(page.bytes) })
  assert.deepEqual(await actionsFor(paper.id), ['enrolment-paper.added', 'enrolment-paper.viewed'])
})

test('a paper of one enrolment is not read through another, nor put in its place, nor opened with another key', async () => {
  const [one, other] = [await begin('checked'), await begin('checked')]
  await inTransaction((trx) => keepPaper(deps, trx, one, page, visitor))
  const [paper] = await findPapers(storage.db, one.id)
  const id = paper?.id ?? ''
  assert.equal(await inTransaction((trx) => readPaper(deps, trx, other, id, visitor)), null)
  const otherKey = { ...deps, paperKey: paperKeyFrom(Buffer.alloc(32, 8)) }
  await assert.rejects(inTransaction((trx) => readPaper(otherKey, trx, one, id, visitor)))
  const { sealed } = (await findSealedPaper(storage.db, { id, enrolmentId: one.id })) ?? {}
  assert.ok(sealed)
  assert.throws(() => openPaper(deps.paperKey, { id, enrolmentId: other.id }, sealed))
})

test('there is an end to how much one enrolment may fill', async () => {
  const enrolment = await begin('checked')
  // As if each were as large as one may be: nobody waits here for 45 MB.
  for (const byte of [1, 2, 3])
    await inTransaction((trx) =>
      insertPaper(trx, {
        ...{ id: randomIds.uuid(), enrolmentId: enrolment.id, kind: 'png', size: largestPaper },
        ...{ contentHash: String(byte), sealed: Buffer.alloc(8, byte), keptAt: now, keptBy: null },
      }),
    )
  const more = await inTransaction((trx) => keepPaper(deps, trx, enrolment, page, visitor))
  assert.deepEqual(more, { refused: 'too-many' })
})

test('of an enrolment that came to nothing the papers go, of others they stay', async () => {
  await storage.db.deleteFrom('enrolment_paper').execute()
  const gone = [await begin('withdrawn'), await begin('checked')]
  const waiting = await begin('paper-received')
  for (const enrolment of [...gone, waiting])
    await inTransaction((trx) => keepPaper(deps, trx, enrolment, page, visitor))
  const later = new Date(now.getTime() + 61 * day)
  assert.equal(await inTransaction((trx) => removeOldPapers(trx, now, 500)), 0)
  assert.equal(await inTransaction((trx) => removeOldPapers(trx, later, 500)), 2)
  assert.equal((await findPapers(storage.db, waiting.id)).length, 1)
})

const inTransaction = <Result>(use: (trx: Trx) => Promise<Result>) => storage.db.transaction().execute(use)

async function begin(state: 'checked' | 'withdrawn' | 'paper-received') {
  const enrolment = { id: randomIds.uuid(), reference: randomIds.reference() }
  const isHandedIn = state === 'paper-received'
  await storage.db
    .insertInto('enrolment')
    .values({
      ...enrolment,
      link_hash: enrolment.id,
      state,
      handed_in: isHandedIn ? 'paper' : null,
      handed_in_at: isHandedIn ? now : null,
      language: 'da',
      contact_name: 'Henrik Lund',
      contact_email: 'henrik@klinik.example',
      created_at: now,
      updated_at: now,
      expires_at: new Date(now.getTime() + 60 * day),
    })
    .execute()
  return enrolment
}

async function actionsFor(id: string): Promise<string[]> {
  const events = await storage.db
    .selectFrom('audit_event')
    .select('action')
    .where('object_id', '=', id)
    .orderBy('id')
    .execute()
  return events.map(({ action }) => action)
}
