import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assuranceLevels } from '../../../base/assurance.ts'
import {
  assuranceClassRef,
  assuranceFromAttribute,
  assuranceFromClassRef,
  assuranceFromLegacyLevel,
  logInKindClassRefs,
  logInKindFromClassRef,
  looksLikeAssurance,
} from './nsis.ts'

test('each level is read back from the attribute and from both class references', () => {
  for (const level of assuranceLevels) {
    assert.equal(assuranceFromAttribute(level), level)
    assert.equal(assuranceFromClassRef(assuranceClassRef(level)), level)
    assert.equal(assuranceFromClassRef(`https://data.gov.dk/concept/core/loa/${level}`), level)
  }
})

test('anything that is not written exactly as the profile says is no level at all', () => {
  for (const odd of ['', 'low', 'HIGH', ' High', 'High ', 'Hіgh', 'Betydelig', '3', 'toString', '__proto__'])
    assert.equal(assuranceFromAttribute(odd), undefined, odd)
  for (const odd of [
    'High',
    'https://data.gov.dk/concept/core/nsis/loa/',
    'https://data.gov.dk/concept/core/nsis/loa/high',
    'https://data.gov.dk/concept/core/nsis/loa/High/',
    'https://data.gov.dk/concept/core/nsis/High',
    'http://data.gov.dk/concept/core/nsis/loa/High',
    'urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport',
  ])
    assert.equal(assuranceFromClassRef(odd), undefined, odd)
  assert.ok(looksLikeAssurance('https://data.gov.dk/concept/core/nsis/loa/Extreme'))
})

test('a service can ask for a private person or for a professional', () => {
  assert.equal(logInKindFromClassRef(logInKindClassRefs.person), 'person')
  assert.equal(logInKindFromClassRef(logInKindClassRefs.professional), 'professional')
  assert.equal(logInKindFromClassRef('https://data.gov.dk/eid/professional'), undefined)
})

test('the old scale of 1 to 4 never gives more than Substantial', () => {
  assert.deepEqual(['1', '2', '3', '4', '5', '03', ''].map(assuranceFromLegacyLevel), [
    undefined,
    'Low',
    'Substantial',
    'Substantial',
    undefined,
    undefined,
    undefined,
  ])
})
