import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assuranceLevels } from '../../../base/assurance.js'
import {
  assuranceClassRef,
  assuranceFromAttribute,
  assuranceFromClassRef,
  identityKindClassRefs,
  identityKindFromClassRef,
  looksLikeAssurance,
} from './nsis.js'

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
  assert.equal(identityKindFromClassRef(identityKindClassRefs.person), 'person')
  assert.equal(identityKindFromClassRef(identityKindClassRefs.professional), 'professional')
  assert.equal(identityKindFromClassRef('https://data.gov.dk/eid/professional'), undefined)
})
