import assert from 'node:assert/strict'
import { test } from 'node:test'
import { coversPlace, coversPower, type Power } from './covers.ts'

const chief: Power = { level: 'chief', unitIds: null, serviceIds: null }
const administrator = (unitIds: string[] | null, serviceIds: string[] | null): Power => ({
  level: 'administrator',
  unitIds,
  serviceIds,
})

test('limits cover the units and services they name, and nothing without a unit where units are named', () => {
  const place = { unitId: 'ward', serviceId: 'medicine' }
  assert.equal(coversPlace(chief, { unitId: null, serviceId: null }), true)
  assert.equal(coversPlace(administrator(null, null), place), true)
  assert.equal(coversPlace(administrator(['ward'], ['medicine']), place), true)
  assert.equal(coversPlace(administrator(['ward'], ['medicine']), { ...place, serviceId: null }), true)
  assert.equal(coversPlace(administrator(['other'], null), place), false)
  assert.equal(coversPlace(administrator(['ward'], null), { ...place, unitId: null }), false)
  assert.equal(coversPlace(administrator(null, ['referrals']), place), false)
})

test('whoever steps in may do all that the absent one may', () => {
  const ward = administrator(['ward'], ['medicine'])
  assert.equal(coversPower(chief, chief), true)
  assert.equal(coversPower(administrator(null, null), chief), false, 'no limits are not the same as chief')
  assert.equal(coversPower(administrator(null, null), ward), true)
  assert.equal(coversPower(administrator(['ward', 'other'], ['medicine']), ward), true)
  assert.equal(coversPower(ward, administrator(['ward'], null)), false)
  assert.equal(coversPower(ward, administrator(['ward', 'other'], ['medicine'])), false)
})
