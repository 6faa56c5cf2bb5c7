import assert from 'node:assert/strict'
import { test } from 'node:test'
import { currentStatus } from './current-status.ts'
import { historyOf } from './history.ts'
import type { StatusMessage } from './message.ts'
import { updateDue } from './update-due.ts'

const now = new Date('2026-11-25T10:00:00Z')
const hours = (count: number) => new Date(now.getTime() + count * 3_600_000)
const part = { key: 'seb-classic', kind: 'seb' as const, name: { da: 'SEB Classic', en: 'SEB Classic' } }

function message(more: Partial<StatusMessage>): StatusMessage {
  return {
    id: '1',
    kind: 'incident',
    effect: 'down',
    priority: 1,
    parts: ['seb-classic'],
    title: { da: 'x', en: 'x' },
    text: { da: 'x', en: 'x' },
    startsAt: hours(-1),
    endsAt: null,
    state: 'published',
    measuredPart: null,
    createdAt: hours(-1),
    updatedAt: hours(-1),
    version: 1,
    ...more,
  }
}
const light = (...messages: StatusMessage[]) => currentStatus([part], messages, now).light
const window = (more: Partial<StatusMessage>) => message({ kind: 'window', priority: null, endsAt: hours(1), ...more })

test('the light is the worst of what goes on', () => {
  assert.equal(light(), 'green')
  assert.equal(light(message({ priority: 4 })), 'yellow')
  assert.equal(light(message({ priority: 4 }), message({ priority: 2 })), 'orange')
  assert.equal(light(message({ priority: 2 }), message({ priority: 1 })), 'red')
})

test('what is solved, withdrawn or only a draft gives no light', () => {
  assert.equal(light(message({ endsAt: now })), 'green')
  assert.equal(light(message({ state: 'draft' })), 'green')
  assert.equal(light(message({ state: 'withdrawn' })), 'green')
})

test('a window changes nothing before its first minute or after its last', () => {
  assert.equal(light(window({ startsAt: hours(0.1) })), 'green')
  assert.equal(light(window({ startsAt: now })), 'yellow')
  assert.equal(light(window({ endsAt: now })), 'green')
})

test('news of a critical fault is due every half hour, and not between midnight and six', () => {
  assert.deepEqual(updateDue(message({ updatedAt: now }), now), hours(0.5))
  const night = new Date('2026-11-25T22:45:00Z')
  assert.deepEqual(updateDue(message({ updatedAt: night }), night), new Date('2026-11-26T05:00:00Z'))
  assert.equal(updateDue(message({ endsAt: now }), now), null)
})

test('ninety days end today, and time that two faults share is counted once', () => {
  const fault = { startsAt: hours(-24), endsAt: hours(-14.4) }
  const { days, uptime } = historyOf(['seb-classic'], [message(fault), message({ ...fault, id: '2' })], now)
  assert.equal(days.length, 90)
  assert.deepEqual(days.at(-1), { day: '2026-11-25', state: 'normal' })
  assert.deepEqual(days.at(-2), { day: '2026-11-24', state: 'down' })
  assert.equal(uptime, 99.55)
})

test('a minute down is never a hundred per cent', () => {
  assert.equal(historyOf(['seb-classic'], [message({ startsAt: hours(-1), endsAt: hours(-0.98) })], now).uptime, 99.99)
})
