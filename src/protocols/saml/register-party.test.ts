import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { testKey } from '../../../test/support/test-keys.ts'
import { Problem } from '../../base/problem.ts'
import { type Registration, readRegistration } from './register-party.ts'

const now = new Date('2026-11-24T08:00:00Z')
let rsa: string
let ec: string

before(async () => {
  rsa = (await testKey()).certificateBase64
  ec = (await testKey('p256')).certificateBase64
})

const key = (use: string, certificate: string, ...methods: string[]) =>
  `<md:KeyDescriptor${use && ` use="${use}"`}><ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:X509Data><ds:X509Certificate>${certificate}</ds:X509Certificate></ds:X509Data></ds:KeyInfo>${methods.map((method) => `<md:EncryptionMethod Algorithm="${method}"/>`).join('')}</md:KeyDescriptor>`
const entity = (role: string) =>
  Buffer.from(
    `<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="https://party.example">${role}</md:EntityDescriptor>`,
  )
const service = (...keys: string[]) =>
  entity(
    `<md:SPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">${keys.join('')}<md:AssertionConsumerService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="https://party.example/acs" index="0"/></md:SPSSODescriptor>`,
  )
const provider = (endpoint: string) =>
  entity(
    `<md:IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">${key('signing', rsa)}${endpoint}</md:IDPSSODescriptor>`,
  )
const encrypted: Registration = { party: 'service', settings: { encryptAssertion: true } }
const inClear: Registration = { party: 'service', settings: { encryptAssertion: false } }
const refused = (xml: Buffer, registration: Registration, text: RegExp) =>
  assert.throws(
    () => readRegistration(xml, registration, now),
    (error) => error instanceof Problem && text.test(error.detail),
  )

test('a service that answers cannot be encrypted for is refused when it is registered, unless they go in clear', () => {
  const signingOnly = () => service(key('signing', rsa))
  refused(signingOnly(), encrypted, /no RSA key .* settings\.encryptAssertion must be false/)
  assert.ok(readRegistration(signingOnly(), inClear, now).service)
  refused(service(key('', ec)), encrypted, /no RSA key/)
  assert.ok(readRegistration(service(key('signing', ec), key('encryption', rsa)), encrypted, now).service)
  assert.ok(readRegistration(service(key('', rsa)), encrypted, now).service, 'a key for both uses will do')
})

test('a service that can only be encrypted for with what SEB does not use is refused when it is registered', () => {
  const only = (...methods: string[]) => service(key('signing', rsa), key('encryption', rsa, ...methods))
  refused(only('http://www.w3.org/2001/04/xmlenc#rsa-1_5'), encrypted, /AES-GCM, and RSA-OAEP/)
  refused(only('http://www.w3.org/2001/04/xmlenc#aes256-cbc'), encrypted, /AES-GCM, and RSA-OAEP/)
  const both = only('http://www.w3.org/2001/04/xmlenc#aes256-cbc', 'http://www.w3.org/2009/xmlenc11#aes128-gcm')
  assert.ok(readRegistration(both, encrypted, now).service)
})

test('an identity provider that takes requests in no way SEB can send them is refused when it is registered', () => {
  const at = (binding: string) =>
    `<md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:${binding}" Location="https://party.example/sso"/>`
  const registration: Registration = { party: 'identity-provider' }
  refused(provider(''), registration, /neither by Redirect nor by POST/)
  refused(provider(at('SOAP')), registration, /neither by Redirect nor by POST/)
  assert.ok(readRegistration(provider(at('SOAP') + at('HTTP-POST')), registration, now).identityProvider)
})

test('the metadata of the wrong kind of party is refused in words', () => {
  refused(service(key('', rsa)), { party: 'identity-provider' }, /of a service, not of an identity provider/)
  refused(
    provider(
      '<md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" Location="https://party.example/sso"/>',
    ),
    encrypted,
    /of an identity provider, not of a service/,
  )
})
