import assert from 'node:assert/strict'
import { test } from 'node:test'
import { withReference } from './with-reference.ts'

const violation = (constraint: string) => Object.assign(new Error('duplicate'), { code: '23505', constraint })

function drawing(references: string[]) {
  return { reference: () => references.shift() ?? 'NONE LEFT' }
}

test('a reference that is taken is replaced by another', async () => {
  const stored = await withReference(drawing(['TAKEN', 'TAKEN', 'FREE']), async (reference) => {
    if (reference === 'TAKEN') throw violation('sign_in_reference_key')
    return reference
  })
  assert.equal(stored, 'FREE')
})

test('another failure is not tried again, and a reference that is always taken fails in the end', async () => {
  let tries = 0
  const failing = (constraint: string) =>
    withReference(drawing([]), async () => {
      tries++
      throw violation(constraint)
    })
  await assert.rejects(failing('sign_in_pkey'))
  assert.equal(tries, 1)
  await assert.rejects(failing('log_out_reference_key'))
  assert.equal(tries, 6)
})
