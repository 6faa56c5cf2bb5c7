/** Cases in a real database: opened once, worked on once, nothing lost. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { notifyDeps } from '../../../test/support/notify-deps.ts'
import { testClock } from '../../../test/support/test-clock.ts'
import { openTestDatabase } from '../../../test/support/test-database.ts'
import type { NewCase } from '../../access/admin/case-port.ts'
import { randomIds } from '../../base/ids.ts'
import { findKeptMails } from '../../mail/mails.store.ts'
import { inOrganisation } from '../../storage/in-organisation.ts'
import { serviceDesk } from '../../web/desk.ts'
import { findCase } from './cases.store.ts'
import { openCase } from './open-case.ts'
import { type Work, workOnCase } from './work-case.ts'

const { db, close } = await openTestDatabase()
after(close)
const clock = testClock(new Date('2026-11-25T08:00:00Z'))
const deps = { ...notifyDeps(clock), db, desk: serviceDesk }
const [personId, colleagueId, organisationId] = [randomIds.uuid(), randomIds.uuid(), randomIds.uuid()]
const created_at = clock.now()
await db
  .insertInto('person')
  .values([
    { id: personId, key: 'dina', name: 'Dina Desk', created_at },
    { id: colleagueId, key: 'dan', name: 'Dan Desk', created_at },
  ])
  .execute()
await db
  .insertInto('organisation')
  .values({
    id: organisationId,
    cvr: '99999901',
    name: 'Klinikken',
    kind: 'general-practice',
    status: 'active',
    created_at,
  })
  .execute()

const asked: NewCase = {
  kind: 'missing-administrator',
  subject: 'Vi kender ikke vores administrator',
  words: 'Hun er stoppet. Mit CPR-nummer er 010190-1234.',
  name: 'Bo Bruger',
  email: 'bo@seb-demo.example',
  phone: '12 34 56 78',
  language: 'da',
  cvr: '99999901',
}
const open = (more: Partial<NewCase> = {}) =>
  db.transaction().execute((trx) => openCase(deps, trx, { ...asked, ...more }))
const work = (caseId: string, version: number, deed: Work['deed'], formId = randomIds.uuid(), by = personId) =>
  workOnCase(deps, { caseId, version, deed, formId, words: 'Vi ser på det.', by: { personId: by, source: '::1' } })
const entriesOf = (id: string) =>
  db.selectFrom('desk_entry').select(['kind', 'words']).where('case_id', '=', id).orderBy('id').execute()

test('a case finds its organisation by the CVR number, and keeps no CPR number', async () => {
  const { id, opened } = await open()
  const found = await findCase(db, id)
  assert.deepEqual([opened, found?.organisationId, found?.state], [true, organisationId, 'new'])
  assert.deepEqual(await entriesOf(id), [{ kind: 'asked', words: 'Hun er stoppet. Mit CPR-nummer er [CPR].' }])
})

test('a form sent twice is one case, and a fact reported again is written in the open one', async () => {
  const twice = { id: randomIds.uuid(), once: `missing ${organisationId}` }
  const [first, second] = await Promise.all([open(twice), open(twice)])
  assert.deepEqual([first.id, [first.opened, second.opened].sort()], [second.id, [false, true]])
  const third = await open({ once: twice.once, words: 'Det er stadig sådan.' })
  assert.deepEqual([third.id, third.opened, (await entriesOf(third.id)).length], [first.id, false, 2])
  const solved = await work(first.id, 1, { kind: 'resolve' })
  assert.equal(solved.outcome, 'done')
  assert.equal((await open({ once: twice.once })).opened, true)
})

test('an organisation opens cases about itself, and reads what the desk writes about nobody', async () => {
  const { id } = await inOrganisation(db, organisationId, (trx) => openCase(deps, trx, { ...asked, organisationId }))
  assert.equal((await findCase(db, id))?.cvr, '99999901')
  await assert.rejects(
    inOrganisation(db, organisationId, (trx) => trx.selectFrom('desk_entry').selectAll().execute()),
    /permission denied/,
  )
})

test('of two who answer at the same time one does, and the other sees what happened; a form sent twice is one mail', async () => {
  const { id, reference } = await open()
  const formId = randomIds.uuid()
  const write = { kind: 'write', leaving: 'waiting' } as const
  const [one, other, again] = await Promise.all([
    work(id, 1, write, formId),
    work(id, 1, write, randomIds.uuid(), colleagueId),
    work(id, 1, write, formId),
  ])
  assert.deepEqual([one.outcome, other.outcome, again.outcome], ['done', 'meanwhile', 'done'])
  const mails = (await findKeptMails(db, deps.mailKey)).filter(({ content }) => content.subject.includes(reference))
  assert.deepEqual(
    mails.map(({ to, replyTo, content }) => [to.email, replyTo, content.subject]),
    [['bo@seb-demo.example', serviceDesk.mail, `[SEB ${reference}] ${asked.subject}`]],
  )
})

test('a note is added whatever has happened since the page was shown', async () => {
  const { id } = await open()
  await work(id, 1, { kind: 'assign', toPersonId: personId })
  assert.equal((await work(id, 1, { kind: 'note' }, randomIds.uuid(), colleagueId)).outcome, 'done')
  const kinds = (await entriesOf(id)).map(({ kind }) => kind).sort()
  assert.deepEqual(kinds, ['asked', 'changed', 'note'])
})

test('nobody is written to who left no address', async () => {
  const { id } = await open({ email: null })
  assert.equal((await work(id, 1, { kind: 'write', leaving: 'resolved' })).outcome, 'no-address')
})
