/** The rest of a long review is kept in pieces: the first with the form, the others by whichever process is there; each once. */
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { randomIds } from '../../src/base/ids.ts'
import { workRests } from '../../src/reviews/keep-rest.ts'
import type { Page, UserAgent } from '../interop/user-agent.ts'
import { accountId, addStranger, appoint, enterAdministration } from '../support/administration.ts'
import { anna, birgit } from '../support/clinic.ts'
import { openClinicStage, textOf } from '../support/clinic-stage.ts'
import { notifyDeps } from '../support/notify-deps.ts'

const people = 1_300
const stage = await openClinicStage()
after(() => stage.close())
const { db, url, clock } = stage
const deps = { db, ...notifyDeps(clock) }
const [annaId, birgitId] = [await accountId(stage, 'anna'), await accountId(stage, 'birgit')]
await appoint(stage, annaId, { level: 'chief' })
await appoint(stage, birgitId, { level: 'chief' })
await addStranger(stage)
await sql`insert into person (id, name, created_at)
  select md5('person' || n)::uuid, 'Made Up ' || n, now() from generate_series(1, ${people}) n`.execute(db)
await sql`insert into account (id, person_id, organisation_id, unit_id, key, status, valid_from, created_at)
  select md5('account' || n)::uuid, md5('person' || n)::uuid, organisation_id, unit_id, 'k' || n, 'active', valid_from, created_at
  from account, generate_series(1, ${people}) n where account.id = ${annaId}`.execute(db)
await sql`insert into role_assignment (id, account_id, service_id, role_id, valid_from, given_at, assigned_by)
  select md5('assignment' || n)::uuid, md5('account' || n)::uuid, role.service_id, role.id, ${clock.now()}, ${clock.now()}, 'made up'
  from role join service on service.id = role.service_id, generate_series(1, ${people}) n
  where service.key = 'medicine'`.execute(db)

const { browser: chief } = await enterAdministration(stage, anna)
const { browser: other } = await enterAdministration(stage, birgit)

function post(browser: UserAgent, path: string, fields: Record<string, string>): Promise<Page> {
  const page = new URL(path, url)
  return browser.submit({ page, action: page, method: 'post', fields, buttons: [] })
}
async function begin(): Promise<string> {
  const frist = new Date(clock.now().getTime() + 20 * 86_400_000).toISOString().slice(0, 10)
  await sql`update review_item set decision = 'called-off', decided_at = ${clock.now()} where decision is null`.execute(
    db,
  )
  const form = { id: randomUUID(), navn: 'Kontrol af mange', frist, tavshed: 'suspend' }
  return (await post(chief, '/admin/kontrol/ny', form)).url.pathname
}
const idOf = (review: string) => review.split('/').at(-1) ?? ''
async function counts(review: string) {
  const { rows } = await sql<{ kept: number; events: number; twice: number }>`
    select (select count(*)::integer from review_item where review_id = ${idOf(review)} and decision = 'kept') as kept,
      count(*)::integer as events, (count(*) - count(distinct object_id))::integer as twice
    from audit_event where action = 'review.kept' and correlation_id = ${idOf(review)}`.execute(db)
  return rows[0]
}
const ofRest = (count: number) => ({ kept: count, events: count, twice: 0 })
const rests = (review: string) =>
  db.selectFrom('review_rest').selectAll().where('review_id', '=', idOf(review)).execute()

test('the first are kept at once, the page says how far the others are, and each is told of once', async () => {
  const review = await begin()
  assert.match(textOf(await chief.get(url + review)), /Behold resten \(1\.30\d\)/)
  const waiting = await post(chief, review, { resten: 'behold' })
  assert.equal(waiting.url.pathname, `${review}/resten`)
  assert.match(textOf(waiting), /500 af 1\.30\d roller er beholdt/)
  const meanwhile = await chief.get(url + review)
  assert.match(textOf(meanwhile), /500 af 1\.30\d roller er beholdt/)
  assert.doesNotMatch(meanwhile.body, /value="behold"/, 'it is asked for once')
  await workRests(deps)
  const done = await chief.get(waiting.url.href)
  assert.equal(done.url.pathname, review)
  assert.match(textOf(done), /1\.30\d roller er beholdt\..*Du har svaret på alle dine roller/)
  const [rest] = await rests(review)
  assert.equal(rest?.kept, rest?.wanted)
  assert.deepEqual(await counts(review), ofRest(rest?.wanted ?? 0))
})

test('a form that is sent twice in the same second, or again when all is done, keeps nothing twice', async () => {
  const review = await begin()
  const pages = await Promise.all([1, 2].map(() => post(chief, review, { resten: 'behold' })))
  for (const page of pages) assert.equal(page.url.pathname, `${review}/resten`)
  assert.equal((await rests(review)).length, 1)
  // Two processes at the same time.
  await Promise.all([workRests(deps), workRests(deps)])
  const [rest] = await rests(review)
  assert.equal(rest?.kept, rest?.wanted)
  assert.deepEqual(await counts(review), ofRest(rest?.wanted ?? 0))
  const again = await post(chief, review, { resten: 'behold' })
  assert.equal(again.url.pathname, review)
  assert.equal((await rests(review)).length, 1)
  assert.deepEqual(await counts(review), ofRest(rest?.wanted ?? 0))
})

test('a process that dies in the middle of a piece leaves no half of it, and another goes on from there', async () => {
  const review = await begin()
  await post(chief, review, { resten: 'behold' })
  let written = 0
  const dying = { ...randomIds, uuid: () => (written++ > 700 ? assert.fail('killed') : randomIds.uuid()) }
  await assert.rejects(workRests({ ...deps, ids: dying }), /killed/)
  assert.deepEqual(await counts(review), ofRest(1_000))
  assert.match(textOf(await chief.get(`${url}${review}/resten`)), /1\.000 af 1\.30\d roller/)
  await workRests(deps)
  const [rest] = await rests(review)
  assert.deepEqual(await counts(review), ofRest(rest?.wanted ?? 0))
})

test('what somebody else answers or changes meanwhile is theirs, and is not kept over', async () => {
  const review = await begin()
  await post(chief, review, { resten: 'behold' })
  const { rows } = await sql<{ id: string }>`select assignment_id as id from review_item
    where review_id = ${idOf(review)} and decision is null order by assignment_id desc limit 2`.execute(db)
  const [removed = '', changed = ''] = rows.map(({ id }) => id)
  await post(other, review, { vist: removed, [`rolle-${removed}`]: 'remove' })
  await db
    .updateTable('role_assignment')
    .set({ valid_until: new Date('2099-01-01') })
    .where('id', '=', changed)
    .execute()
  await workRests(deps)
  const [rest] = await rests(review)
  assert.equal(rest?.kept, (rest?.wanted ?? 0) - 2)
  assert.match(textOf(await chief.get(`${url}${review}/resten`)), /Ændret, efter at listen blev frosset/)
  const { withdrawn_at } = await db
    .selectFrom('role_assignment')
    .select('withdrawn_at')
    .where('id', '=', removed)
    .executeTakeFirstOrThrow()
  assert.ok(withdrawn_at)
})

test('two chief administrators who both keep the rest share it, and every role is kept by one of them', async () => {
  const review = await begin()
  await post(chief, review, { resten: 'behold' })
  await post(other, review, { resten: 'behold' })
  await workRests(deps)
  const asked = await rests(review)
  assert.equal(asked.length, 2)
  const kept = asked.reduce((sum, one) => sum + one.kept, 0)
  assert.deepEqual(await counts(review), ofRest(kept))
})

test('whoever is not administrator any more keeps no more, and what is left waits for the others', async () => {
  const review = await begin()
  await post(other, review, { resten: 'behold' })
  await db
    .updateTable('administrator_appointment')
    .set({ ended_at: clock.now() })
    .where('account_id', '=', birgitId)
    .execute()
  await workRests(deps)
  assert.deepEqual(await counts(review), ofRest(500))
  const page = await chief.get(url + review)
  assert.match(textOf(page), /[Bb]ehold resten \(\d{3}\)/)
  const shown = [...page.body.matchAll(/>\s*Made Up \d+\s*</g)].map(([name]) => name)
  assert.ok(shown.length >= 50)
  assert.equal(new Set(shown).size, shown.length, 'on the lists of earlier reviews too, and shown once')
  assert.equal((await other.get(`${url}${review}/resten`)).status, 404)
})

test('what no form of SEB sends keeps nothing, and leads to the review', async () => {
  const review = await begin()
  const before = await counts(review)
  for (const fields of [{ resten: 'slet' }, { resten: '' }, { vist: 'x', 'rolle-x': 'keep' }] as Record<
    string,
    string
  >[])
    assert.equal((await post(chief, review, fields)).url.pathname, review)
  assert.deepEqual(await counts(review), before)
  const nothing = await chief.get(`${url}${review}/resten?kept=-1&removed=99999999999999999999`)
  assert.deepEqual([nothing.status, nothing.url.pathname], [200, review])
  assert.equal((await chief.get(`${url}/admin/kontrol/x/resten`)).status, 404)
  assert.equal((await chief.get(`${url}/admin/kontrol/${randomUUID()}/resten`)).status, 404)
})
