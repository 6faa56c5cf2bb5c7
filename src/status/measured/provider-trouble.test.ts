import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ProviderLogIns } from './log-ins.store.ts'
import { troubleIn } from './provider-trouble.ts'

const at = new Date('2026-11-25T08:00:00Z')
const seen = (more: Partial<ProviderLogIns>): ProviderLogIns => ({
  ...{ key: 'region', name: { da: 'Region', en: 'Region' }, sent: 0, succeeded: 0, medianSeconds: null },
  ...{ lastSuccessAt: null, waitingSince: at, waiting: 0 },
  ...more,
})

test('one that hundreds came through a minute ago is down as soon as five in a row do not', () => {
  assert.equal(troubleIn(seen({ sent: 205, succeeded: 200, waiting: 5, lastSuccessAt: at }))?.effect, 'down')
  assert.equal(troubleIn(seen({ sent: 204, succeeded: 200, waiting: 4, lastSuccessAt: at })), null)
})

test('one that most fail at is unstable, and one or two who give up are nothing', () => {
  assert.equal(troubleIn(seen({ sent: 40, succeeded: 8, waiting: 1 }))?.effect, 'unstable')
  assert.equal(troubleIn(seen({ sent: 10, succeeded: 2, waiting: 2 })), null)
  assert.equal(troubleIn(seen({ sent: 40, succeeded: 40, waitingSince: null })), null)
})
