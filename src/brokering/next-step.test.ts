import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nextStep, type SignInState } from './next-step.ts'

const now = new Date('2026-11-24T08:00:00Z')
const region = { identityProviderId: 'region', logInKind: 'professional' } as const
const nemlogin = { identityProviderId: 'nemlog-in', logInKind: 'person' } as const

const begun: SignInState = {
  now,
  expiresAt: new Date('2026-11-24T08:30:00Z'),
  answeredAt: null,
  refusal: null,
  isPassive: false,
  waysIn: [region, nemlogin],
  chosen: null,
  used: null,
  verdict: null,
}

const reasonOf = (state: SignInState) => {
  const step = nextStep(state)
  return step.kind === 'refuse' ? step.refusal.reason : step.kind
}

test('with several ways in, the person chooses', () => {
  assert.equal(nextStep(begun).kind, 'choose-provider')
})

test('with one way in, nobody is asked to choose', () => {
  assert.deepEqual(nextStep({ ...begun, waysIn: [region] }), { kind: 'authenticate', wayIn: region })
})

test('a choice is followed while the service takes it', () => {
  assert.deepEqual(nextStep({ ...begun, chosen: nemlogin }), { kind: 'authenticate', wayIn: nemlogin })
  assert.equal(reasonOf({ ...begun, waysIn: [region], chosen: nemlogin }), 'provider-not-activated')
})

test('with no way in, the person is told so', () => {
  assert.equal(reasonOf({ ...begun, waysIn: [] }), 'provider-not-activated')
})

test('a passive request never shows anything, not even the choice', () => {
  assert.equal(reasonOf({ ...begun, isPassive: true }), 'no-passive')
  assert.equal(reasonOf({ ...begun, isPassive: true, waysIn: [region] }), 'no-passive')
})

test('a sign-in that has run out is refused, whatever else holds', () => {
  assert.equal(reasonOf({ ...begun, now: begun.expiresAt }), 'too-late')
})

test('a service is answered once', () => {
  assert.equal(reasonOf({ ...begun, answeredAt: now }), 'already-answered')
})

test('a refusal stands until the person tries another way', () => {
  assert.equal(reasonOf({ ...begun, refusal: 'cookie-lost' }), 'cookie-lost')
})
