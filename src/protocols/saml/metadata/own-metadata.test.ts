import assert from 'node:assert/strict'
import type { KeyObject } from 'node:crypto'
import { before, test } from 'node:test'
import { makeKeyPair } from '../../keys/make-key-pair.ts'
import { type OwnKeys, readOwnKeys } from '../../keys/own-keys.ts'
import { samlAttributeNames } from '../oio/attribute-names.ts'
import { readMetadata } from './read-metadata.ts'
import { encryptionKey } from './read-party-keys.ts'
import { writeIdpMetadata } from './write-idp-metadata.ts'
import { writeSpMetadata } from './write-sp-metadata.ts'

const now = new Date('2026-11-24T08:00:00Z')
const terms = { subject: { commonName: 'Prøve' }, from: new Date('2026-01-01'), until: new Date('2036-01-01') }
const publicKey = (key: KeyObject) => key.export({ type: 'spki', format: 'der' })
const read = (document: string) => readMetadata(document, { now })
let keys: OwnKeys
let rsa: string
let ec: string

before(async () => {
  const pem = await Promise.all([
    makeKeyPair('rsa2048', terms),
    makeKeyPair('p256', terms),
    makeKeyPair('rsa3072', terms),
  ])
  keys = readOwnKeys({ signing: [pem[0], pem[1]], decryption: [pem[0], pem[2]] })
  rsa = keys.signing[0].certificateBase64
  ec = keys.signing[1]?.certificateBase64 ?? ''
})

const about = () => ({
  keys,
  singleLogout: new URL('https://seb.example/saml/slo'),
  names: { da: 'SEB', en: 'SEB & friends' },
  descriptions: { da: 'Sundhedsvæsenets log-in', en: 'Log-in' },
  organisation: {
    names: { da: 'Opdigtet' },
    displayNames: { da: 'Opdigtet Styrelse' },
    urls: { da: 'https://o.example/' },
  },
  contacts: [{ type: 'technical', company: 'Opdigtet', mail: 'drift@seb.example', phone: '00000000' }] as const,
})

test('SEB’s metadata as identity provider says what services need, and is read back', () => {
  const document = writeIdpMetadata({
    ...about(),
    entityId: 'https://seb.example/saml/metadata',
    singleSignOn: new URL('https://seb.example/saml/sso'),
    errorUrl: new URL('https://seb.example/fejl'),
    attributes: ['fullName', 'cvr', 'userAuthorizations'],
  })
  const party = read(document)
  assert.equal(party.entityId, 'https://seb.example/saml/metadata')
  assert.deepEqual(party.organisationNames, { da: 'Opdigtet Styrelse' })
  assert.equal(party.service, null)
  const endpoints = (location: string) =>
    (['redirect', 'post'] as const).map((binding) => ({ binding, location, responseLocation: null }))
  assert.deepEqual(party.identityProvider, {
    keys: [rsa, ec].map((certificate) => ({ use: 'signing', certificate, encryptionMethods: [] })),
    singleSignOn: endpoints('https://seb.example/saml/sso'),
    singleLogout: endpoints('https://seb.example/saml/slo'),
    nameIdFormats: ['persistent', 'transient'].map((f) => `urn:oasis:names:tc:SAML:2.0:nameid-format:${f}`),
    wantsSignedRequests: true,
    presentation: { names: { da: 'SEB', en: 'SEB & friends' }, keywords: [], logos: [] },
  })
  assert.match(document, /<md:TelephoneNumber>00000000</)
  assert.match(document, /FriendlyName="cvr" Name="https:\/\/data.gov.dk\/model\/core\/eid\/professional\/cvr"/)
})

test('SEB’s metadata as service publishes both keys of each use and what to encrypt with', () => {
  const party = read(
    writeSpMetadata({
      ...about(),
      entityId: 'https://seb.example/saml/sp/metadata',
      acs: new URL('https://seb.example/saml/acs'),
      attributes: ['fullName', 'cvr'],
    }),
  )
  const service = party.service ?? assert.fail()
  const encryptionMethods = [
    'http://www.w3.org/2009/xmlenc11#aes256-gcm',
    'http://www.w3.org/2009/xmlenc11#aes128-gcm',
    'http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p',
  ]
  assert.deepEqual(service.keys, [
    ...[rsa, ec].map((certificate) => ({ use: 'signing', certificate, encryptionMethods: [] })),
    ...keys.decryption.map((key) => ({ use: 'encryption', certificate: key?.certificateBase64, encryptionMethods })),
  ])
  assert.deepEqual(service.acs, [{ location: 'https://seb.example/saml/acs', index: 0, isDefault: true }])
  assert.deepEqual([service.signsRequests, service.wantsSignedAssertions], [true, true])
  assert.deepEqual(service.attributeLists[0]?.attributes.filter(({ required }) => required).length, 2)
  assert.ok(service.attributeLists[0]?.attributes.some(({ name }) => name === samlAttributeNames.cvr))
  const target = encryptionKey(service.keys) ?? assert.fail()
  assert.deepEqual(publicKey(target.publicKey), publicKey(keys.decryption[0].certificate.publicKey))
  assert.deepEqual(target.encryptionMethods, encryptionMethods)
})

test('SEB’s metadata as service has what NemLog-in asks for, Redirect listed first for log-out', () => {
  const document = writeSpMetadata({
    ...about(),
    entityId: 'https://seb.example/saml/sp/metadata',
    acs: new URL('https://seb.example/saml/acs'),
    attributes: ['fullName'],
  })
  const service = read(document).service ?? assert.fail()
  assert.deepEqual(
    service.singleLogout.map(({ binding, location }) => [binding, location]),
    [
      ['redirect', 'https://seb.example/saml/slo'],
      ['post', 'https://seb.example/saml/slo'],
    ],
  )
  assert.deepEqual(service.nameIdFormats, ['urn:oasis:names:tc:SAML:2.0:nameid-format:persistent'])
  assert.deepEqual(service.attributeLists[0]?.names, { da: 'SEB', en: 'SEB & friends' })
  assert.match(document, /<md:ServiceName xml:lang="da">SEB</)
  assert.match(document, /<md:ContactPerson contactType="technical">.*<md:EmailAddress>mailto:drift@seb\.example</)
})
