import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isCvrNumber, plainCvr } from './cvr.ts'

test('a CVR number with one digit mistyped, or two that changed places, is told from a real one', () => {
  assert.equal(isCvrNumber('99010010'), true)
  for (let at = 0; at < 8; at++)
    for (const digit of '0123456789') {
      const slipped = `${'99010010'.slice(0, at)}${digit}${'99010010'.slice(at + 1)}`
      if (slipped !== '99010010') assert.equal(isCvrNumber(slipped), false, slipped)
    }
  assert.equal(isCvrNumber('90910010'), false)
})

test('a CVR number is read however people write it', () => {
  for (const typed of ['99010010', ' 99 01 00 10 ', 'DK-99010010', 'dk99.01.00.10'])
    assert.equal(plainCvr(typed), '99010010')
  for (const wrong of ['', '9901001', '990100100', '00000000', '9901001x'])
    assert.equal(isCvrNumber(wrong), false, wrong)
})
