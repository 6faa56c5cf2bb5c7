import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isPhone } from './phone.ts'

test('a telephone number is taken as it is written, here and abroad', () => {
  for (const number of ['33323900', '33 32 39 00', '+45 3332 3900', '(+46) 8-123 456 78', '0045 33323900'])
    assert.ok(isPhone(number), number)
})

test('a CPR number is no telephone number, however it is written', () => {
  for (const number of ['6101999000', '610199-9000', '610199 9000', '12345', 'ring bare'])
    assert.ok(!isPhone(number), number)
})
