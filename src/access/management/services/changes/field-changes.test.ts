import assert from 'node:assert/strict'
import { test } from 'node:test'
import { changesBetween, mergeChanges } from './field-changes.ts'

const before = { name: 'A', list: ['x'], days: null }

test('only what differs is a change, and nothing that is not there is null', () => {
  assert.deepEqual(changesBetween(before, { ...before, list: ['x'] }), [])
  assert.deepEqual(changesBetween(before, { name: 'A', list: ['x', 'y'], days: 30 }), [
    { field: 'list', from: ['x'], to: ['x', 'y'] },
    { field: 'days', from: null, to: 30 },
  ])
  assert.deepEqual(changesBetween({}, { cvr: 'law' }), [{ field: 'cvr', from: null, to: 'law' }])
})

test('what others did to other fields since stays, and what they did already is done', () => {
  const changes = changesBetween(before, { ...before, name: 'B', days: 30 })
  const merged = mergeChanges({ ...before, list: ['z'], days: 30 }, changes)
  assert.deepEqual(merged.conflicts, [])
  assert.deepEqual(merged.values, { name: 'B', list: ['z'], days: 30 })
  assert.deepEqual(
    merged.left.map(({ field }) => field),
    ['name'],
  )
})

test('a field that somebody else has set to something third is told of and kept', () => {
  const merged = mergeChanges({ ...before, name: 'C' }, changesBetween(before, { ...before, name: 'B' }))
  assert.deepEqual(merged.conflicts, [{ field: 'name', from: 'A', to: 'B', now: 'C' }])
  assert.equal(merged.values['name'], 'C')
})

test('a field that is called as something every object has is a field like any other', () => {
  const changes = changesBetween({}, { constructor: 'law' })
  assert.deepEqual(changes, [{ field: 'constructor', from: null, to: 'law' }])
  assert.deepEqual(mergeChanges({}, changes).conflicts, [])
})
