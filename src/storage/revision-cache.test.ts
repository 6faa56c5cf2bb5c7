import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { anna } from '../../test/support/clinic.ts'
import { fieldsFor, openClinicStage } from '../../test/support/clinic-stage.ts'
import { removeOldDirectoryChanges, revisionCache } from './revision-cache.ts'

const stage = await openClinicStage()
after(() => stage.close())
const { db, clock } = stage

/** A look-up that says how often it was made. */
function counted() {
  let loads = 0
  const look = revisionCache(
    db,
    clock,
  )(async (id) => {
    loads += 1
    return db.selectFrom('service').select('name_da').where('id', '=', id).executeTakeFirstOrThrow()
  })
  return { look, loads: () => loads }
}

const { id } = await db.selectFrom('service').select('id').where('key', '=', 'medicine').executeTakeFirstOrThrow()

test('what has not changed is not read anew, however long ago it was read', async () => {
  const { look, loads } = counted()
  for (let minute = 0; minute < 5; minute++) {
    await look(id)
    clock.moveMinutes(1)
  }
  assert.equal(loads(), 1)
})

test('a change shows after a second at most, and so does one that was rolled back: as no change', async () => {
  const { look, loads } = counted()
  await look(id)
  await db
    .transaction()
    .execute(async (trx) => {
      await trx.updateTable('service').set({ name_da: 'Taget tilbage' }).where('id', '=', id).execute()
      throw new Error('taken back')
    })
    .catch(() => undefined)
  clock.moveMinutes(1)
  await look(id)
  assert.equal(loads(), 1)
  await db.updateTable('service').set({ name_da: 'Nyt navn' }).where('id', '=', id).execute()
  clock.moveMinutes(1)
  assert.deepEqual(await look(id), { name_da: 'Nyt navn' })
})

test('which providers a service takes is part of what is kept, and that an address was asked for metadata is not', async () => {
  const { look, loads } = counted()
  await look(id)
  await db.updateTable('service').set({ metadata_checked_at: clock.now() }).execute()
  clock.moveMinutes(1)
  await look(id)
  assert.equal(loads(), 1)
  const [row] = await db.deleteFrom('service_identity_provider').where('service_id', '=', id).returningAll().execute()
  clock.moveMinutes(1)
  await look(id)
  assert.equal(loads(), 2)
  assert.ok(row)
  await db.insertInto('service_identity_provider').values(row).execute()
})

test('a look-up that fails is made again', async () => {
  let fails = true
  const look = revisionCache(
    db,
    clock,
  )(async () => {
    if (fails) throw new Error('not now')
    return 'found'
  })
  await assert.rejects(look(id))
  fails = false
  assert.equal(await look(id), 'found')
})

test('old notes of changes are removed, the newest stays, and log-ins go on', async () => {
  clock.moveMinutes(1)
  await removeOldDirectoryChanges(db, clock.now(), 500)
  assert.equal((await db.selectFrom('directory_change').select('id').execute()).length, 1)
  fieldsFor(await stage.logIn(stage.browser(), stage.medicine, stage.region, anna), stage.medicine)
})
