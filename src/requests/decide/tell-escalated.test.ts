import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openRequestStage } from '../../../test/support/requests.ts'
import { randomIds } from '../../base/ids.ts'
import { tellEscalated } from './tell-escalated.job.ts'

const stage = await openRequestStage()
after(() => stage.close())
const deps = {
  db: stage.db,
  clock: stage.clock,
  ids: randomIds,
  mailKey: new Uint8Array(32),
  publicUrl: new URL('https://seb.example'),
}
const told = async () =>
  (
    await stage.db
      .selectFrom('notice')
      .innerJoin('person', 'person.id', 'notice.person_id')
      .select('person.name')
      .where('kind', '=', 'request.escalated')
      .execute()
  ).map(({ name }) => name)

test('chief administrators are told once of a request that nobody has answered in time, and not of one that is decided', async () => {
  const decided = await stage.ask('birgit')
  await stage.ask('gudrun')
  await stage.db.updateTable('access_request').set({ state: 'withdrawn' }).where('id', '=', decided).execute()
  await tellEscalated(deps)
  assert.deepEqual(await told(), [], 'it has not waited yet')
  stage.clock.moveMinutes(60 * 24 * 8)
  for (let time = 0; time < 2; time += 1) await tellEscalated(deps)
  assert.deepEqual(await told(), ['Anna Bro'])
})

test('a chief administrator is not told of their own', async () => {
  await stage.ask('anna')
  stage.clock.moveMinutes(60 * 24 * 8)
  await tellEscalated(deps)
  assert.deepEqual(await told(), ['Anna Bro'])
})
