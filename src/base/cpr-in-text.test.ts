/** The CPR numbers here are made up. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hasCprNumber, withoutCprNumbers } from './cpr-in-text.ts'

test('a CPR number is taken out of a sentence, however it is written', () => {
  for (const number of ['6101019990', '610101-9990', '610101 9990', '010101–9996'])
    assert.equal(withoutCprNumbers(`Vikar for ${number}, til fredag`), 'Vikar for [CPR], til fredag')
})

test('other numbers are left as they are', () => {
  for (const text of [
    '33 32 39 00',
    'SOR 999900000000011',
    '99999901',
    '4501019990',
    '0113019990',
    'urn:uuid:6101019990a1'.slice(0, 15),
  ])
    assert.equal(withoutCprNumbers(text), text)
  assert.equal(hasCprNumber('SOR 999900000000011'), false)
})
