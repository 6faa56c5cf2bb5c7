/** Who steps in for an administrator, said by a document. Organisations, people and numbers here are made up. */
import assert from 'node:assert/strict'
import { afterEach, beforeEach, test } from 'node:test'
import { applyText, testApplyDeps } from '../../test/support/apply-text.ts'
import { type TestClock, testClock } from '../../test/support/test-clock.ts'
import { openTestDatabase } from '../../test/support/test-database.ts'
import type { Storage } from '../storage/database.ts'
import type { ApplyDeps } from './apply-document.ts'
import { exportConfiguration } from './export-configuration.ts'

let storage: Storage
let clock: TestClock
let deps: ApplyDeps

beforeEach(async () => {
  storage = await openTestDatabase()
  clock = testClock(new Date('2026-06-01T08:00:00Z'))
  deps = { ...testApplyDeps(storage.db), clock }
})
afterEach(() => storage.close())

/** Bo administers one unit, Carl the whole of the organisation, Dina is an employee, and Eva works elsewhere. */
function written(...standIns: string[]): string {
  return `
organisations:
  - cvr: '99999991'
    name: Prøvekommunen
    kind: municipality
    units: [{ key: east, name: Øst }, { key: west, name: Vest }]
  - { cvr: '99999992', name: Klinikken, kind: dentist }
people:
  - key: bo
    name: Bo Prøve
    accounts:
      - { cvr: '99999991', key: BO-2 }
      - cvr: '99999991'
        key: BO
        administrator: { level: administrator, units: [east], standIns: [${standIns.join(', ')}] }
  - key: carl
    name: Carl Prøve
    accounts: [{ cvr: '99999991', key: CARL, administrator: { level: administrator } }]
  - { key: dina, name: Dina Prøve, accounts: [{ cvr: '99999991', key: DINA }] }
  - { key: eva, name: Eva Prøve, accounts: [{ cvr: '99999992', key: EVA }] }
`
}
const july = "{ account: CARL, from: '2026-07-01', until: '2026-07-14' }"
const september = "{ account: DINA, from: '2026-09-01', until: '2026-09-02', lendsRights: true }"
const apply = async (...standIns: string[]) => (await applyText(deps, written(...standIns))).output
const rows = () => storage.db.selectFrom('stand_in').selectAll().orderBy('valid_from').execute()

test('somebody steps in as the document says; the days are Danish, and applied again it changes nothing', async () => {
  const { output } = await applyText(deps, written(july, september), { dryRun: true })
  assert.match(output, /\n\+ stand-in 99999991\/BO CARL 2026-07-01\n\+ stand-in 99999991\/BO DINA 2026-09-01\n/)
  assert.deepEqual(await rows(), [], 'a dry run changes nothing')
  await apply(july, september)
  assert.deepEqual(
    (await rows()).map((row) => [row.valid_from.toISOString(), row.valid_until.toISOString(), row.lends_rights]),
    [
      ['2026-06-30T22:00:00.000Z', '2026-07-14T22:00:00.000Z', false],
      ['2026-08-31T22:00:00.000Z', '2026-09-02T22:00:00.000Z', true],
    ],
  )
  assert.equal(await apply(july, september), 'Nothing to change.')
  assert.equal(await apply(july), 'Nothing to change.', 'one that is left out stays')
  const events = storage.db.selectFrom('audit_event').select('actor_id').where('action', '=', 'stand-in.added')
  assert.deepEqual(await events.execute(), [{ actor_id: 'grethe' }, { actor_id: 'grethe' }])
})

test('the rules of the form hold: what cannot be is told where it stands, and nothing is changed', async () => {
  const cases: [string[], RegExp][] = [
    [["{ account: BO-2, from: '2026-07-01', until: '2026-07-02', lendsRights: true }"], /\.account: .*for themselves/],
    [["{ account: BO, from: '2026-07-01', until: '2026-07-02', lendsRights: true }"], /\.account: .*for themselves/],
    [["{ account: DINA, from: '2026-07-01', until: '2026-07-02' }"], /\.account: may not do all that 99999991\/BO may/],
    [["{ account: EVA, from: '2026-07-01', until: '2026-07-02' }"], /\.account: there is no account "EVA"/],
    [["{ account: CARL, from: '2026-07-02', until: '2026-07-01' }"], /\.until: ends before it begins/],
    [["{ account: CARL, from: '2026-07-02', until: '2027-07-05' }"], /\.until: is more than a year later/],
    [["{ account: CARL, until: '2026-07-01' }"], /\.from: is missing/],
    [["{ account: CARL, from: '2026-02-30', until: '2026-07-01' }"], /\.from: there is no such day/],
    [[july, july], /standIns\[1\]\.account: this account from this day is already used/],
    [
      [july, "{ account: DINA, from: '2026-07-14', until: '2026-07-20', lendsRights: true }"],
      /standIns\[1\]\.from: somebody steps in already/,
    ],
  ]
  for (const [standIns, mistake] of cases) {
    const output = await apply(...standIns)
    assert.match(output, mistake)
    assert.match(output, /\n1 mistake\. Nothing was changed\./, output)
  }
  assert.deepEqual(await rows(), [])
})

test('days that SEB has already are not given to another, until the file ends the first', async () => {
  await apply(july)
  const other = "{ account: DINA, from: '2026-07-10', until: '2026-07-20', lendsRights: true }"
  assert.match(await apply(other), /somebody steps in already in those days/)
  const ended = july.replace(' }', ', ended: true }')
  const output = await apply(ended, other)
  assert.match(output, /~ stand-in 99999991\/BO CARL 2026-07-01 ended: false → true/)
  assert.match(output, /\+ stand-in 99999991\/BO DINA 2026-07-10/)
  assert.equal(await apply(ended, other), 'Nothing to change.')
})

test('an earlier last day is a change, and one that was stopped in SEB stays stopped', async () => {
  await apply(july)
  const shorter = july.replace('07-14', '07-07')
  const [before, after] = ['"2026-07-14T22:00:00.000Z"', '"2026-07-07T22:00:00.000Z"']
  assert.match(await apply(shorter), new RegExp(`~ stand-in 99999991/BO CARL 2026-07-01 until: ${before} → ${after}`))
  await storage.db.updateTable('stand_in').set({ ended_at: clock.now() }).execute()
  const note = '! stand-in 99999991/BO CARL 2026-07-01 was stopped in SEB and stays stopped\n'
  assert.equal(await apply(shorter), `${note}Nothing to change.`)
  assert.equal((await rows()).length, 1)
})

test('what has been agreed goes on being applied when whoever steps in is suspended since, and when it is over', async () => {
  await apply(july)
  const narrower = written(july).replace('CARL, administrator: { level: administrator }', 'CARL, status: suspended')
  assert.match((await applyText(deps, narrower)).output, /account 99999991\/CARL status: "active" → "suspended"/)
  assert.equal((await applyText(deps, narrower)).output, 'Nothing to change.')
  clock.moveMinutes(60 * 24 * 365)
  assert.equal((await applyText(deps, narrower)).output, 'Nothing to change.')
  const late = "{ account: CARL, from: '2026-08-01', until: '2026-08-02' }"
  assert.match(await apply(late), /! stand-in 99999991\/BO CARL 2026-08-01 is over already and was not added/)
})

test('it is exported until it is over, and an empty SEB gets it; also where whoever steps in may no longer', async () => {
  await using second = await openSecond()
  await apply(july, september)
  // A document of one organisation knows its own people only.
  const { document, notes } = await exportConfiguration(deps, { operator: 'grethe', cvr: '99999991' })
  assert.deepEqual(notes, [])
  assert.equal((await applyText(deps, document)).output, 'Nothing to change.')
  assert.match((await applyText(second.deps, document)).output, /\+ stand-in 99999991\/BO DINA 2026-09-01/)
  const there = await exportConfiguration(second.deps, { operator: 'grethe', cvr: '99999991' })
  assert.equal(there.document, document)

  const weaker = JSON.parse(document) as { people: { key: string; accounts: Record<string, unknown>[] }[] }
  for (const { accounts } of weaker.people)
    for (const account of accounts) if (account['key'] === 'CARL') delete account['administrator']
  await using third = await openSecond()
  const { output } = await applyText(third.deps, JSON.stringify(weaker))
  assert.match(output, /! people\[\d\]\.accounts\[\d\]\.administrator\.standIns\[0\]\.account may not do all/)
  assert.match(output, /\+ stand-in 99999991\/BO CARL 2026-07-01/)

  clock.moveMinutes(60 * 24 * 60)
  const later = await exportConfiguration(deps, { operator: 'grethe', cvr: '99999991' })
  assert.doesNotMatch(later.document, /"account": "CARL"/)
  assert.match(later.document, /"account": "DINA"/)
})

test('a mistake in one person’s entry is not blamed on the administrator they step in for', async () => {
  const { output } = await applyText(deps, written(july).replace('name: Carl Prøve', 'nam: Carl Prøve'))
  assert.match(output, /people\[1\]\.nam: there is no such field/)
  assert.doesNotMatch(output, /standIns/)
})

async function openSecond() {
  const other = await openTestDatabase()
  return { deps: { ...testApplyDeps(other.db), clock }, [Symbol.asyncDispose]: () => other.close() }
}
