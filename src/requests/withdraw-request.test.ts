import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openClinicStage } from '../../test/support/clinic-stage.ts'
import { randomIds } from '../base/ids.ts'
import { findSteps } from './requests.store.ts'
import { withdrawRequest } from './withdraw-request.ts'

const stage = await openClinicStage()
after(() => stage.close())
const deps = { clock: stage.clock, ids: randomIds }

async function openRequest() {
  const birgit = await stage.db
    .selectFrom('account')
    .select(['id', 'person_id', 'organisation_id'])
    .where('key', '=', 'birgit')
    .executeTakeFirstOrThrow()
  const now = stage.clock.now()
  const id = randomIds.uuid()
  await stage.db
    .insertInto('access_request')
    .values({
      id,
      reference: randomIds.reference(),
      organisation_id: birgit.organisation_id,
      kind: 'more-access',
      state: 'submitted',
      asked_by: birgit.person_id,
      person_id: birgit.person_id,
      account_id: birgit.id,
      created_at: now,
      updated_at: now,
      submitted_at: now,
      expires_at: new Date(now.getTime() + 86_400_000),
    })
    .execute()
  return { id, by: birgit.person_id }
}

test('a request that is withdrawn twice is withdrawn once, with one step and one event', async () => {
  const { id, by } = await openRequest()
  for (const time of ['first', 'second'])
    assert.equal(
      await stage.db.transaction().execute((trx) => withdrawRequest(deps, trx, { id, by, source: undefined })),
      'withdrawn',
      time,
    )
  assert.deepEqual(
    (await findSteps(stage.db, id)).map(({ step, byPerson }) => [step, byPerson]),
    [['withdrawn', by]],
  )
  const events = await stage.events()
  assert.equal(events.filter(({ action }) => action === 'access-request.withdrawn').length, 1)
})

test('somebody else’s request is not there to be withdrawn', async () => {
  const { id } = await openRequest()
  const by = randomIds.uuid()
  const outcome = await stage.db
    .transaction()
    .execute((trx) => withdrawRequest(deps, trx, { id, by, source: undefined }))
  assert.equal(outcome, 'not-found')
})
