import assert from 'node:assert/strict'
import { test } from 'node:test'
import { serviceDesk } from '../../web/desk.ts'
import { aimsFrom, toldAt } from './aims.ts'
import type { Case } from './case.ts'
import { after, type Deed } from './case-state.ts'

/** A Wednesday at 9 in Denmark; mail is read from 8 to 16. */
const opened = new Date('2026-11-25T08:00:00Z')
const hours = (count: number) => new Date(opened.getTime() + count * 3_600_000)

const fresh: Case = {
  id: '1',
  reference: '4F7K92QD',
  kind: 'other',
  state: 'new',
  priority: 3,
  source: 'form',
  subject: 'Hvem er vores administrator?',
  organisationId: null,
  cvr: null,
  serviceId: null,
  asker: { name: 'Bo', email: 'bo@seb-demo.example', phone: '', personId: null, language: 'da' },
  logInReference: null,
  path: null,
  assigneeId: null,
  openedAt: opened,
  ...aimsFrom(serviceDesk, 3, opened),
  minutesLeft: null,
  answeredAt: null,
  resolvedAt: null,
  updatedAt: opened,
  version: 1,
}

function work(found: Case, deed: Deed, at: Date): Case {
  const next = after(found, deed, { now: at, desk: serviceDesk })
  assert.ok(next, `${deed.kind} in ${found.state}`)
  return next
}

test('aims are counted in the hours the desk is open, past nights, weekends and holidays', () => {
  assert.deepEqual(aimsFrom(serviceDesk, 3, opened), { answerBy: hours(4), solveBy: new Date('2026-11-26T12:00:00Z') })
  const friday = new Date('2026-11-27T14:00:00Z')
  assert.deepEqual(aimsFrom(serviceDesk, 3, friday).answerBy, new Date('2026-11-30T10:30:00Z'))
  const beforeChristmas = new Date('2026-12-23T14:00:00Z')
  assert.deepEqual(aimsFrom(serviceDesk, 3, beforeChristmas).answerBy, new Date('2026-12-28T10:00:00Z'))
})

test('what patient care hangs on is counted by the clock', () => {
  const night = new Date('2026-11-28T02:00:00Z')
  assert.deepEqual(aimsFrom(serviceDesk, 1, night).solveBy, new Date('2026-11-28T04:00:00Z'))
})

test('outside the hours only what is urgent is told at once; the rest is told when the desk opens', () => {
  const opens = new Date('2026-11-26T07:00:00Z')
  assert.deepEqual(toldAt({ open: false, next: opens }, false, opened), opens)
  assert.deepEqual(toldAt({ open: false, next: opens }, true, opened), opened)
  assert.deepEqual(toldAt({ open: true }, false, opened), opened)
})

test('the time to solve it stands still while the case waits, and goes on with what was left', () => {
  const waiting = work(fresh, { kind: 'write', leaving: 'waiting' }, hours(1))
  assert.deepEqual(
    [waiting.state, waiting.answerBy, waiting.solveBy, waiting.minutesLeft],
    ['waiting', null, null, 660],
  )
  const back = work(waiting, { kind: 'receive' }, new Date('2026-12-01T07:00:00Z'))
  assert.deepEqual([back.state, back.solveBy], ['in-progress', new Date('2026-12-02T10:00:00Z')])
})

test('a case put on hold unanswered is still to be answered', () => {
  const held = work(fresh, { kind: 'hold' }, hours(1))
  assert.deepEqual([held.answerBy, held.solveBy], [fresh.answerBy, null])
  assert.deepEqual(work(held, { kind: 'resume' }, hours(2)).solveBy, new Date('2026-11-26T13:00:00Z'))
})

test('whoever writes in a solved case opens it again, and the aim begins anew', () => {
  const solved = work(fresh, { kind: 'write', leaving: 'resolved' }, hours(1))
  assert.deepEqual([solved.state, solved.solveBy, solved.resolvedAt], ['resolved', null, hours(1)])
  const again = work(solved, { kind: 'receive' }, hours(2))
  assert.deepEqual([again.state, again.resolvedAt], ['in-progress', null])
  assert.equal(again.solveBy?.toISOString(), aimsFrom(serviceDesk, 3, hours(2)).solveBy.toISOString())
})

test('another priority moves the aims from when the case was opened', () => {
  const organisation = { organisationId: null, cvr: null }
  const sorted = work(fresh, { kind: 'sort', priority: 2, caseKind: 'log-in-trouble', organisation }, hours(1))
  assert.deepEqual([sorted.kind, sorted.answerBy, sorted.solveBy], ['log-in-trouble', hours(2), hours(3)])
})

test('a solved case is neither solved, held, answered nor given to anybody; an open one is not reopened', () => {
  const solved = work(fresh, { kind: 'resolve' }, hours(1))
  const deeds: Deed[] = [
    { kind: 'resolve' },
    { kind: 'hold' },
    { kind: 'resume' },
    { kind: 'write', leaving: 'waiting' },
    { kind: 'assign', toPersonId: 'p' },
  ]
  for (const deed of deeds) assert.equal(after(solved, deed, { now: hours(2), desk: serviceDesk }), null, deed.kind)
  assert.equal(after(fresh, { kind: 'reopen' }, { now: hours(2), desk: serviceDesk }), null)
})

test('whoever takes a new case begins it; given back, it stays begun', () => {
  const taken = work(fresh, { kind: 'assign', toPersonId: 'p' }, hours(1))
  assert.deepEqual([taken.state, taken.assigneeId, taken.version], ['in-progress', 'p', 2])
  assert.equal(work(taken, { kind: 'assign', toPersonId: null }, hours(2)).state, 'in-progress')
})
