import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseFields } from './form.ts'

test('a form with a million fields is not read at all', () => {
  assert.equal(parseFields('a&'.repeat(1_000_000)), null)
})

test('a form with as many fields as one of ours may have is read', () => {
  assert.equal(parseFields('a=1&'.repeat(900))?.getAll('a').length, 900)
})
