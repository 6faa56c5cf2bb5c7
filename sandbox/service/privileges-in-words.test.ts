import assert from 'node:assert/strict'
import { test } from 'node:test'
import { groupInWords } from './privileges-in-words.ts'

test('privileges are told as roles, with what they hold for and what they are limited to', () => {
  const words = groupInWords(
    'henvisning',
    {
      scope: 'urn:dk:gov:saml:cvrNumberIdentifier:99010003',
      constraints: [{ name: 'urn:dk:gov:saml:sorIdentifier', value: '990100000000031' }],
      privileges: ['urn:dk:sundhed:seb:demo:henvisning:hente'],
    },
    'da',
  )
  assert.deepEqual(
    words.roles.map(({ name }) => name),
    ['Behandler'],
  )
  assert.equal(words.scope, 'Vesterfjord Kommune, CVR\u00a099010003')
  assert.deepEqual(words.constraints, ['Hjemmesygeplejen Øst (SOR\u00a0990100000000031)'])
})

test('an authorisation is told by its code and profession', () => {
  const scope = 'urn:dk:healthcare:saml:userAuthorization:AuthorizationCode:ZZ001:EducationCode:7170'
  assert.equal(
    groupInWords('medicinkort', { scope, constraints: [], privileges: [] }, 'en').scope,
    'Authorisation ZZ001, Læge',
  )
})

test('what nobody here knows is shown as it stands', () => {
  const group = { scope: 'urn:x', constraints: [{ name: 'urn:y', value: 'z' }], privileges: ['urn:strange'] }
  assert.deepEqual(groupInWords('borger', group, 'da'), {
    roles: [{ name: 'urn:strange', description: null }],
    scope: 'urn:x',
    constraints: ['urn:y: z'],
  })
})
