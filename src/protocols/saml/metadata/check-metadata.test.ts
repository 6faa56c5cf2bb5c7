import assert from 'node:assert/strict'
import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import { test } from 'node:test'
import { isFault } from '../../../services/metadata-reading.ts'
import { selfSign } from '../../keys/self-sign.ts'
import { checkMetadata } from './check-metadata.ts'
import { summariseMetadata } from './summarise-metadata.ts'

const now = new Date('2026-11-24T08:00:00Z')
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
const certificate = (key: KeyObject, until: string) =>
  selfSign(key, { subject: { commonName: 'Prøve' }, from: new Date('2026-01-01'), until: new Date(until) }).toString(
    'base64',
  )
const fresh = certificate(rsa, '2036-01-01')

const key = (data: string, use = 'signing') =>
  `<md:KeyDescriptor use="${use}"><ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:X509Data><ds:X509Certificate>${data}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>`
const acs = (location: string, binding = 'HTTP-POST') =>
  `<md:AssertionConsumerService Binding="urn:oasis:names:tc:SAML:2.0:bindings:${binding}" Location="${location}" index="0"/>`
const logOut =
  '<md:SingleLogoutService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" Location="https://service.example/slo"/>'
const format = (name: string) => `<md:NameIDFormat>urn:oasis:names:tc:SAML:${name}</md:NameIDFormat>`
const asks =
  '<md:AttributeConsumingService index="0"><md:RequestedAttribute Name="urn:a"/></md:AttributeConsumingService>'
const goodKeys = key(fresh) + key(fresh, 'encryption')
const goodAcs = acs('https://service.example/acs')
const signs = 'AuthnRequestsSigned="true" WantAssertionsSigned="true"'
const sp = (inner: string, attributes = signs, entity = 'entityID="https://service.example"') =>
  `<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" ${entity}><md:SPSSODescriptor ${attributes} protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">${inner}</md:SPSSODescriptor></md:EntityDescriptor>`
const good = sp(goodKeys + logOut + format('2.0:nameid-format:persistent') + goodAcs + asks)

const check = (xml: string, encryptAssertion = true) => checkMetadata(xml, { encryptAssertion }, now)
const faults = (xml: string) =>
  check(xml)
    .findings.filter(isFault)
    .map(({ code }) => code)
const codes = (xml: string) => check(xml).findings.map(({ code }) => code)

test('good metadata is praised for each thing, and is what would be registered', () => {
  const { findings, metadata } = check(good)
  assert.deepEqual(
    findings.map(({ code }) => code),
    ['entity-id', 'signing-key', 'encryption-key', 'acs', 'log-out', 'attributes'],
  )
  assert.equal(metadata?.entityId, 'https://service.example')
  const summary = summariseMetadata(JSON.parse(JSON.stringify(metadata)))
  assert.deepEqual(summary?.acs, ['https://service.example/acs'])
  assert.equal(summary?.keys[0]?.kind, 'RSA 2048')
  assert.equal(summariseMetadata({ entityId: 'x' }), null)
})

test('what is no XML, has a DOCTYPE or tells of nobody is told apart', () => {
  assert.deepEqual(faults('hello'), ['not-xml'])
  assert.deepEqual(faults(''), ['not-xml'])
  assert.deepEqual(faults(good.slice(0, 300)), ['not-xml'])
  assert.deepEqual(faults(`<!DOCTYPE x [<!ENTITY a "b">]>${good}`), ['doctype'])
  assert.deepEqual(faults(`<?xml-stylesheet href="x"?>${good}`), ['xml-not-allowed'])
  assert.deepEqual(faults(good + ' '.repeat(1024 * 1024)), ['too-large'])
  assert.deepEqual(faults('<a/>'), ['no-entity'])
  assert.deepEqual(faults(good.replace('SPSSODescriptor', 'X').replace('</md:SPSSODescriptor', '</md:X')), ['no-role'])
  assert.deepEqual(faults(good.replaceAll('SPSSODescriptor', 'IDPSSODescriptor')), ['not-a-service'])
})

test('everything that is wrong is told at once', () => {
  const weak = generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey
  const expired = certificate(rsa, '2026-11-01')
  const many = sp(
    key(certificate(weak, '2036-01-01')) + key(expired, 'encryption') + acs('http://service.example/acs'),
    signs,
    '',
  )
  assert.deepEqual(faults(many), ['entity-id-missing', 'key-weak', 'certificate-expired', 'address-not-https'])
  assert.equal(check(many).metadata, null)
  const { values } = check(many).findings.find(({ code }) => code === 'key-weak') ?? assert.fail()
  assert.equal(values['key'], 'RSA 1024')
})

test('a service must take answers by POST, sign with a key, and have one to encrypt to unless it is agreed otherwise', () => {
  assert.deepEqual(faults(sp(goodKeys)), ['acs-missing'])
  assert.deepEqual(faults(sp(goodKeys + acs('https://service.example/acs', 'HTTP-Artifact'))), ['acs-missing'])
  assert.deepEqual(faults(sp(key(fresh) + goodAcs)), ['encryption-key-missing'])
  assert.ok(check(sp(key(fresh) + goodAcs), false).metadata)
  assert.deepEqual(faults(sp(key(fresh, 'encryption') + goodAcs)), ['signing-key-missing'])
  assert.deepEqual(faults(sp(goodKeys + goodAcs + goodAcs)), ['acs-same-index'])
})

test('what can be used, but should be looked at, is no fault', () => {
  const soon = sp(key(certificate(rsa, '2027-01-10')) + key(fresh, 'encryption') + goodAcs, '')
  assert.deepEqual(faults(soon), [])
  assert.ok(check(soon).metadata)
  for (const remark of [
    'certificate-expires-soon',
    'requests-unsigned',
    'assertions-unsigned',
    'log-out-missing',
    'attributes-missing',
  ])
    assert.ok(
      codes(soon).some((code) => code === remark),
      remark,
    )
  assert.ok(codes(sp(goodKeys + format('1.1:nameid-format:emailAddress') + goodAcs)).includes('name-id-format'))
})
