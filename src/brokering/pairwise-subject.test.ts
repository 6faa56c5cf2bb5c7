import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Authentication } from './authentication.ts'
import { pairwiseSubject, type SubjectOf } from './pairwise-subject.ts'

const key = Buffer.alloc(32, 7)
const authentication = { subject: { value: 'anna' } } as Authentication
const anna: SubjectOf = { serviceId: 'medicine', accountId: 'account-1', identityProviderId: 'region', authentication }

test('one service always knows a person by the same name', () => {
  assert.equal(pairwiseSubject(key, anna), pairwiseSubject(key, { ...anna }))
})

test('two services cannot see that a person is the same', () => {
  assert.notEqual(pairwiseSubject(key, anna), pairwiseSubject(key, { ...anna, serviceId: 'referrals' }))
})

test('the name stays when the person logs in another way to the same account', () => {
  assert.equal(pairwiseSubject(key, anna), pairwiseSubject(key, { ...anna, identityProviderId: 'nemlog-in' }))
})

test('without an account the log-in itself is the person', () => {
  const citizen = { ...anna, accountId: null }
  assert.notEqual(pairwiseSubject(key, citizen), pairwiseSubject(key, { ...citizen, identityProviderId: 'nemlog-in' }))
})

test('the name is a UUID, and nobody can make it without the key', () => {
  assert.match(pairwiseSubject(key, anna), /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  assert.notEqual(pairwiseSubject(key, anna), pairwiseSubject(Buffer.alloc(32, 8), anna))
})
