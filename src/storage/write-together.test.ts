import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, test } from 'node:test'
import { openTestDatabase } from '../../test/support/test-database.ts'
import { violatedConstraint } from './violated-constraint.ts'
import { writeTogether } from './write-together.ts'

const { db, close } = await openTestDatabase()
after(close)

const at = new Date('2026-11-24T08:00:00Z')
const organisation = (cvr: string) =>
  ({ id: randomUUID(), cvr, name: 'Made up', kind: 'general-practice', status: 'active', created_at: at }) as const
const message = (id: string) => ({ issuer: 'https://idp.example', message_id: id, expires_at: at })
const messages = async () =>
  (await db.selectFrom('consumed_message').select('message_id').orderBy('message_id').execute()).map(
    (row) => row.message_id,
  )
const nameOf = async (id: string) =>
  (await db.selectFrom('organisation').select('name').where('id', '=', id).executeTakeFirst())?.name

test('rows of several tables are written by one statement', async () => {
  const clinic = organisation('99999901')
  const unit = { id: randomUUID(), organisation_id: clinic.id, key: 'u', name: 'Unit', sor: null }
  assert.equal(
    await writeTogether(
      db,
      [],
      [
        { insert: 'organisation', rows: [clinic] },
        { insert: 'unit', rows: [unit] },
      ],
    ),
    true,
  )
  assert.deepEqual(await db.selectFrom('unit').select(['organisation_id', 'sor']).execute(), [
    { organisation_id: clinic.id, sor: null },
  ])
})

test('where the row to be changed is no longer as it was, nothing else is written', async () => {
  const clinic = organisation('99999902')
  await writeTogether(db, [], [{ insert: 'organisation', rows: [clinic] }])
  const rename = (from: string, to: string, id: string) =>
    writeTogether(
      db,
      [{ update: 'organisation', where: { id: clinic.id, name: from }, set: { name: to } }],
      [{ insert: 'consumed_message', rows: [message(id)] }],
    )
  assert.equal(await rename('Somebody else', 'B', 'one'), false)
  assert.equal(await rename('Made up', 'C', 'two'), true)
  assert.equal(await nameOf(clinic.id), 'C')
  assert.deepEqual(await messages(), ['two'])
})

test('what the database refuses undoes the whole statement', async () => {
  const clinic = organisation('99999903')
  await writeTogether(db, [], [{ insert: 'organisation', rows: [clinic] }])
  const writing = writeTogether(
    db,
    [{ update: 'organisation', where: { id: clinic.id }, set: { name: 'D' } }],
    [{ insert: 'consumed_message', rows: [message('three'), message('two')] }],
  )
  await assert.rejects(writing, (error) => violatedConstraint(error) === 'consumed_message_pkey')
  assert.equal(await nameOf(clinic.id), 'Made up')
  assert.deepEqual(await messages(), ['two'])
})

test('a row with the same key is changed instead of added', async () => {
  const clinic = organisation('99999904')
  const write = (name: string) =>
    writeTogether(db, [], [{ insert: 'organisation', rows: [{ ...clinic, id: randomUUID(), name }], key: ['cvr'] }])
  await write('E')
  await write('F')
  const rows = await db.selectFrom('organisation').select('name').where('cvr', '=', clinic.cvr).execute()
  assert.deepEqual(rows, [{ name: 'F' }])
})

test('an empty column is part of how a row looks', async () => {
  const clinic = organisation('99999905')
  const unit = { id: randomUUID(), organisation_id: clinic.id, key: 'u', name: 'Unit', sor: '999900000000011' }
  await writeTogether(
    db,
    [],
    [
      { insert: 'organisation', rows: [clinic] },
      { insert: 'unit', rows: [unit] },
    ],
  )
  const empty = writeTogether(db, [{ update: 'unit', where: { id: unit.id, sor: null }, set: { name: 'X' } }], [])
  assert.equal(await empty, false)
})
