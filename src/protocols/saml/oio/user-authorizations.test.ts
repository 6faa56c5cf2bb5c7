import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Problem } from '../../../base/problem.ts'
import { writeUserAuthorizations } from './user-authorizations.ts'

// Made-up authorisations.
const doctor = { code: 'ZZ001', educationCode: '7170', educationType: 'Læge' }
const nurse = { code: 'ZZ002', educationCode: '5166', educationType: 'Sygeplejerske' }

test('authorisations are written as the profile’s own example has them, each once', () => {
  const xml =
    '<uap:UserAuthorizationList xmlns:uap="urn:dk:healthcare:saml:user_authorization_profile:1.0"><uap:UserAuthorization><uap:AuthorizationCode>ZZ001</uap:AuthorizationCode><uap:EducationCode>7170</uap:EducationCode><uap:EducationType>Læge</uap:EducationType></uap:UserAuthorization><uap:UserAuthorization><uap:AuthorizationCode>ZZ002</uap:AuthorizationCode><uap:EducationCode>5166</uap:EducationCode><uap:EducationType>Sygeplejerske</uap:EducationType></uap:UserAuthorization></uap:UserAuthorizationList>'
  assert.equal(writeUserAuthorizations([doctor, nurse, { ...doctor }], 'xml'), xml)
  assert.equal(writeUserAuthorizations([doctor, nurse], 'base64'), Buffer.from(xml).toString('base64'))
})

test('nobody’s authorisations are an empty list', () => {
  assert.equal(writeUserAuthorizations([], 'xml'), undefined)
})

test('an authorisation that is not of the register’s form is not sent', () => {
  for (const odd of [{ code: 'ZZ01' }, { code: 'zz001' }, { educationCode: '717' }, { educationType: '' }])
    assert.throws(() => writeUserAuthorizations([{ ...doctor, ...odd }], 'xml'), Problem)
})
