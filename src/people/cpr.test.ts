/** The CPR numbers here are made up. */
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { cprPattern, hashCpr, openCpr, sealCpr } from './cpr.ts'

const keys = { encryption: randomBytes(32), hash: randomBytes(32) }

test('a sealed CPR number opens with the same key and shows nothing of itself', () => {
  const sealed = sealCpr(keys, '0101019990')
  assert.equal(openCpr(keys, sealed), '0101019990')
  assert.ok(!sealed.includes('0101019990'))
  assert.ok(!Buffer.from(sealed.slice(2), 'base64url').includes('0101019990'))
  assert.notEqual(sealCpr(keys, '0101019990'), sealed)
})

test('a sealed CPR number that was changed, cut short or sealed with another key does not open', () => {
  const sealed = sealCpr(keys, '0101019990')
  const last = sealed.endsWith('A') ? 'Q' : 'A'
  for (const other of [
    sealed.slice(0, -1) + last,
    sealed.slice(0, 20),
    '1.',
    '',
    `3.${sealed.slice(2)}`,
    `1.${sealed.slice(2)}`,
  ])
    assert.throws(() => openCpr(keys, other), other)
  assert.throws(() => openCpr({ ...keys, encryption: randomBytes(32) }, sealed))
})

test('a person is found by the hash of the number, which says nothing without the key', () => {
  assert.equal(hashCpr(keys, '0101019990'), hashCpr(keys, '0101019990'))
  assert.notEqual(hashCpr(keys, '0101019990'), hashCpr(keys, '0101019991'))
  assert.notEqual(hashCpr(keys, '0101019990'), hashCpr({ ...keys, hash: randomBytes(32) }, '0101019990'))
})

test('a CPR number is ten digits that begin with a date; replacement numbers count', () => {
  for (const good of ['0101019990', '010101-9990', '6101019990', '9112999999']) assert.match(good, cprPattern)
  for (const bad of ['101019990', '3201019990', '0113019990', '0001019990', '0101019990 ', '０101019990', '9201019990'])
    assert.doesNotMatch(bad, cprPattern)
})
