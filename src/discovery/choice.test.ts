import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readChoice, writeChoice } from './choice.ts'

test('a choice comes back from the form as it was written', () => {
  for (const logInKind of ['professional', 'person'] as const) {
    const choice = { identityProviderId: '0198f3c2-7d1e-7a54-9a3b-2f6c1d0e9b77', logInKind }
    assert.deepEqual(readChoice(writeChoice(choice)), choice)
  }
})

test('anything else is no choice', () => {
  for (const value of ['', 'professional', 'professional:', 'admin:x', ':x', null, undefined, 7, {}, ['person:x']]) {
    assert.equal(readChoice(value), null, String(value))
  }
})
