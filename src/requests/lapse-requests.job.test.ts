import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openClinicStage } from '../../test/support/clinic-stage.ts'
import { randomIds } from '../base/ids.ts'
import { tidy } from '../brokering/tidy.job.ts'
import { lapseRequests } from './lapse-requests.job.ts'
import { findSteps } from './requests.store.ts'

const stage = await openClinicStage()
after(() => stage.close())
const { db, clock } = stage
const deps = { db, clock, ids: randomIds, mailKey: Buffer.alloc(32), publicUrl: new URL(stage.url) }

async function insert(state: 'draft' | 'submitted'): Promise<{ id: string; accountId: string }> {
  const birgit = await db.selectFrom('account').selectAll().where('key', '=', 'birgit').executeTakeFirstOrThrow()
  const now = clock.now()
  const [id, personId, accountId] = [randomIds.uuid(), randomIds.uuid(), randomIds.uuid()]
  const { organisation_id } = birgit
  await db
    .insertInto('person')
    .values({ id: personId, name: 'Ny Kollega', email: `${id}@klinik.example`, created_at: now })
    .execute()
  await db
    .insertInto('account')
    .values({
      id: accountId,
      person_id: personId,
      organisation_id,
      key: accountId,
      status: 'requested',
      valid_from: now,
      created_at: now,
    })
    .execute()
  await db
    .insertInto('access_request')
    .values({
      id,
      reference: randomIds.reference(),
      organisation_id,
      kind: 'new-account',
      state,
      asked_by: personId,
      created_at: now,
      updated_at: now,
      expires_at: new Date(now.getTime() + 86_400_000),
      ...(state === 'submitted' ? { person_id: personId, account_id: accountId, submitted_at: now } : {}),
    })
    .execute()
  return { id, accountId }
}

test('a request that nobody answered lapses once, its asker is told, and the account that was asked for ends', async () => {
  const { id, accountId } = await insert('submitted')
  const draft = await insert('draft')
  await lapseRequests(deps)
  await tidy(stage)
  assert.deepEqual(await findSteps(db, id), [])
  clock.moveMinutes(24 * 60 + 1)
  await lapseRequests(deps)
  await lapseRequests(deps)
  assert.deepEqual(
    (await findSteps(db, id)).map(({ step, byPerson }) => [step, byPerson]),
    [['expired', null]],
  )
  const account = await db.selectFrom('account').select('status').where('id', '=', accountId).executeTakeFirstOrThrow()
  assert.equal(account.status, 'ended')
  const told = await db.selectFrom('notice').select('kind').where('path', 'like', `%${id}`).execute()
  assert.deepEqual(told, [{ kind: 'request.lapsed' }])
  await tidy(stage)
  assert.equal(
    await db.selectFrom('access_request').select('id').where('id', '=', draft.id).executeTakeFirst(),
    undefined,
  )
})
