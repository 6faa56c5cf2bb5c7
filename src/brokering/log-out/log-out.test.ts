import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isComplete, type LogOut, type LogOutStep, nextLogOutStep } from './log-out.ts'

const now = new Date('2026-11-24T08:00:00Z')

const step = (position: number, state: LogOutStep['state'], sentAt: Date | null = null): LogOutStep => ({
  id: `step-${position}`,
  position,
  state,
  messageId: null,
  sentAt,
  party: 'service',
  serviceId: `service-${position}`,
  subject: { name: { value: 'x', format: 'persistent' }, sessionIndex: 'i' },
})

const logOut = (...steps: LogOutStep[]): LogOut => ({
  id: 'log-out',
  reference: 'ABCD1234',
  sessionId: 'session',
  browserHash: null,
  requestedBy: null,
  startedAt: now,
  expiresAt: now,
  finishedAt: null,
  steps,
})

test('services are asked one after the other', () => {
  const next = nextLogOutStep(logOut(step(0, 'done'), step(1, 'waiting'), step(2, 'waiting')), now)
  assert.deepEqual([next.kind, next.kind === 'send' && next.step.id], ['send', 'step-1'])
})

test('a service that has been asked gets five seconds', () => {
  const asked = new Date(now.getTime() - 4999)
  assert.equal(nextLogOutStep(logOut(step(0, 'sent', asked), step(1, 'waiting')), now).kind, 'wait')
})

test('a silent service does not hold up the others', () => {
  const asked = new Date(now.getTime() - 5000)
  assert.equal(nextLogOutStep(logOut(step(0, 'sent', asked), step(1, 'waiting')), now).kind, 'give-up')
})

test('when all have been asked, it is over', () => {
  assert.equal(nextLogOutStep(logOut(step(0, 'done'), step(1, 'failed'), step(2, 'unsupported')), now).kind, 'finish')
})

test('nobody is told that all are out unless everybody said so', () => {
  assert.equal(isComplete(logOut(step(0, 'done'), step(1, 'done'))), true)
  assert.equal(isComplete(logOut(step(0, 'done'), step(1, 'unsupported'))), false)
})
