import assert from 'node:assert/strict'
import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import { before, test } from 'node:test'
import { SAML } from '@node-saml/node-saml'
import samlp from 'samlp'
import { Problem } from '../../../base/problem.ts'
import { makeKeyPair } from '../../keys/make-key-pair.ts'
import { type OwnKeys, readOwnKeys } from '../../keys/own-keys.ts'
import { selfSign } from '../../keys/self-sign.ts'
import { chooseAcs } from '../choose-acs.ts'
import { MessageRefused } from '../message-refused.ts'
import { type ServiceRole, storedIdentityProvider, storedService } from './party-metadata.ts'
import { readMetadata } from './read-metadata.ts'
import { encryptionKey, signingKeys } from './read-party-keys.ts'

const now = new Date('2026-11-24T08:00:00Z')
const terms = { subject: { commonName: 'Prøve' }, from: new Date('2026-01-01'), until: new Date('2036-01-01') }
const publicKey = (key: KeyObject) => key.export({ type: 'spki', format: 'der' })
let keys: OwnKeys
let rsa: string

before(async () => {
  const pem = await makeKeyPair('rsa2048', terms)
  keys = readOwnKeys({ signing: [pem], decryption: [pem] })
  rsa = keys.signing[0].certificateBase64
})

const redirect = 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect'
const post = 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST'
const descriptor = (certificate: string, use = 'use="signing"') =>
  `<md:KeyDescriptor ${use}><ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:X509Data><ds:X509Certificate>${certificate}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>`
const acs = (location: string, attributes = 'index="0"', binding = post) =>
  `<md:AssertionConsumerService Binding="${binding}" Location="${location}" ${attributes}/>`
const spRole = (inner: string) =>
  `<md:SPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">${inner}</md:SPSSODescriptor>`
const entity = (inner: string, attributes = 'entityID="https://saml.service.example"') =>
  `<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" ${attributes}>${inner}</md:EntityDescriptor>`
const goodAcs = acs('https://service.example/acs')
const sp = (inner: string) => entity(spRole(inner))
const good = () => sp(descriptor(rsa) + goodAcs)
const read = (document: string, entityId?: string) =>
  readMetadata(document, entityId === undefined ? { now } : { now, entityId })
const serviceOf = (document: string): ServiceRole => read(document).service ?? assert.fail('no service')
const refusedBecause = (text: RegExp) => (error: unknown) => error instanceof Problem && text.test(error.detail)

test('what was read goes through a database column unchanged, and nothing else comes out of one', () => {
  const party = read(good())
  const column: unknown = JSON.parse(JSON.stringify(party))
  assert.deepEqual(column, party)
  assert.deepEqual(storedService(column), party.service)
  assert.throws(() => storedIdentityProvider(column), refusedBecause(/does not tell of an identity provider/))
  for (const odd of [null, {}, 'x', { ...party, entityId: 1 }])
    assert.throws(() => storedService(odd), refusedBecause(/not in the present form/))
})

test('metadata made by node-saml and by samlp is read', async () => {
  const service = new SAML({
    callbackUrl: 'https://service.example/acs',
    logoutCallbackUrl: 'https://service.example/slo',
    issuer: 'https://saml.service.example',
    idpCert: rsa,
    identifierFormat: 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent',
    privateKey: keys.signing[0].privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    decryptionPvk: keys.decryption[0].privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    wantAssertionsSigned: true,
  })
  const {
    acs,
    singleLogout,
    keys: partyKeys,
  } = serviceOf(
    service.generateServiceProviderMetadata(
      keys.decryption[0].certificate.toString(),
      keys.signing[0].certificate.toString(),
    ),
  )
  assert.deepEqual(acs, [{ location: 'https://service.example/acs', index: 1, isDefault: true }])
  assert.equal(singleLogout[0]?.location, 'https://service.example/slo')
  assert.deepEqual(signingKeys(partyKeys).map(publicKey), [publicKey(keys.signing[0].certificate.publicKey)])
  assert.ok(encryptionKey(partyKeys)?.encryptionMethods.includes('http://www.w3.org/2009/xmlenc11#aes256-gcm'))

  const document = await new Promise<string>((resolve) => {
    type Handler = (request: object, response: object) => void
    const handler = samlp.metadata({
      issuer: 'https://idp.example/metadata',
      cert: keys.signing[0].certificate.toString(),
      redirectEndpointPath: '/sso',
      postEndpointPath: '/sso',
      logoutEndpointPaths: { redirect: '/slo' },
    }) as unknown as Handler
    const request = {
      protocol: 'https',
      headers: { host: 'idp.example' },
      originalUrl: '/metadata',
      get: () => 'idp.example',
    }
    handler(request, { set() {}, send: resolve })
  })
  const provider = read(document).identityProvider ?? assert.fail()
  assert.deepEqual(
    provider.singleSignOn.map(({ binding }) => binding),
    ['redirect', 'post'],
  )
  assert.equal(signingKeys(provider.keys).length, 1)
})

test('metadata is read as people write it: comments, other roles, odd order, line breaks in certificates', () => {
  const document = `\ufeff<?xml version="1.0" encoding="UTF-8"?>
    <!-- the service's own words -->
    ${entity(
      `<md:SPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:1.1:protocol"/>
       <md:AttributeAuthorityDescriptor protocolSupportEnumeration="urn:x"/>
       ${spRole(`<!-- keys -->
        <md:KeyDescriptor><ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:KeyName>only a name</ds:KeyName></ds:KeyInfo></md:KeyDescriptor>
        ${descriptor(`\n${rsa.replace(/.{64}/g, '$&\n    ')}\n`, '')}
        <md:NameIDFormat>\n urn:oasis:names:tc:SAML:2.0:nameid-format:persistent\n</md:NameIDFormat>
        <md:SingleLogoutService Binding="urn:oasis:names:tc:SAML:2.0:bindings:SOAP" Location="http://inside.example/"/>
        <md:SingleLogoutService Binding="${redirect}" Location="https://service.example/slo" ResponseLocation="https://service.example/slo/done"/>
        ${acs('http://inside.example/', 'index="9"', 'urn:oasis:names:tc:SAML:2.0:bindings:PAOS')}
        ${acs('https://service.example/a', 'index="3" isDefault="false"')}
        ${acs('https://service.example/b', 'index="4"')}
        <md:Extensions><mdui:UIInfo xmlns:mdui="urn:oasis:names:tc:SAML:metadata:ui">
          <mdui:DisplayName xml:lang="da">  Fælles\n  kort </mdui:DisplayName>
          <mdui:DisplayName xml:lang="EN">Shared card</mdui:DisplayName>
          <mdui:Keywords xml:lang="da">kort medicin+kort kort</mdui:Keywords>
          <mdui:Logo height="16" width="16">data:image/png;base64,AAAA</mdui:Logo>
          <mdui:Logo height="60" width="80">https://service.example/logo.png</mdui:Logo>
        </mdui:UIInfo></md:Extensions>`)}`,
      'entityID="urn:example:service" validUntil="2026-12-01T00:00:00Z"',
    )}`
  const party = read(document)
  const service = party.service ?? assert.fail()
  assert.equal(party.entityId, 'urn:example:service')
  assert.equal(party.validUntil, '2026-12-01T00:00:00.000Z')
  assert.deepEqual(service.keys, [{ use: 'both', certificate: rsa, encryptionMethods: [] }])
  assert.deepEqual(service.nameIdFormats, ['urn:oasis:names:tc:SAML:2.0:nameid-format:persistent'])
  assert.deepEqual(service.singleLogout, [
    {
      binding: 'redirect',
      location: 'https://service.example/slo',
      responseLocation: 'https://service.example/slo/done',
    },
  ])
  assert.deepEqual(service.acs, [
    { location: 'https://service.example/a', index: 3, isDefault: false },
    { location: 'https://service.example/b', index: 4, isDefault: true },
  ])
  assert.deepEqual(service.presentation, {
    names: { da: 'Fælles kort', en: 'Shared card' },
    keywords: ['kort', 'medicin kort'],
    logos: [{ url: 'https://service.example/logo.png', width: 80, height: 60 }],
  })
})

test('of a federation’s list only the party asked for is read', () => {
  const list = (inner: string) =>
    `<md:EntitiesDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata">${inner}</md:EntitiesDescriptor>`
  const other = good().replace('saml.service.example', 'saml.other.example')
  assert.equal(read(list(good())).entityId, 'https://saml.service.example')
  assert.equal(read(list(list(other) + good()), 'https://saml.other.example').entityId, 'https://saml.other.example')
  assert.throws(() => read(list(other + good())), refusedBecause(/2 parties/))
  assert.throws(() => read(list(good() + good()), 'https://saml.service.example'), refusedBecause(/2 parties/))
  assert.throws(() => read(good(), 'https://saml.other.example'), refusedBecause(/entity id asked for/))
  assert.throws(() => read(list('')), refusedBecause(/no EntityDescriptor/))
})

test('a certificate that is weak, expired, broken or not alone is refused, and the operator is told which', () => {
  const certificate = (key: KeyObject, until = terms.until) => selfSign(key, { ...terms, until }).toString('base64')
  const rsa1024 = generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey
  const p224 = generateKeyPairSync('ec', { namedCurve: 'secp224r1' }).privateKey
  const p256 = generateKeyPairSync('ec', { namedCurve: 'prime256v1' }).privateKey
  const fails = (inner: string, why: RegExp) => assert.throws(() => read(sp(inner + goodAcs)), refusedBecause(why))
  fails(descriptor(certificate(rsa1024)), /serial number [0-9A-F]+ cannot be used: the RSA key has 1024 bits/)
  fails(descriptor(certificate(p224)), /cannot be used/)
  fails(
    descriptor(certificate(p256, new Date('2026-11-23T12:00:00Z'))),
    /serial number [0-9A-F]+ expired on 2026-11-23/,
  )
  fails(descriptor(rsa) + descriptor(certificate(p256, now), 'use="encryption"'), /expired on 2026-11-24/)
  fails(descriptor('AAAA'), /cannot be read/)
  fails(descriptor('not base64!'), /not base64/)
  fails(descriptor(''), /not base64/)
  fails(descriptor(rsa, 'use="other"'), /unknown use/)
  fails(descriptor(rsa).replace(/(<ds:X509Certificate>.*<\/ds:X509Certificate>)/, '$1$1'), /several certificates/)
  fails(descriptor(rsa, 'use="encryption"'), /no certificate for signing/)
  fails('', /no certificate for signing/)
})

test('addresses that no browser should be sent to are refused', () => {
  const fails = (location: string) => assert.throws(() => read(sp(descriptor(rsa) + acs(location))), Problem, location)
  for (const location of [
    'javascript:alert(1)',
    'http://service.example/acs',
    'HTTP://service.example/acs',
    '//service.example/acs',
    '/acs',
    'https://',
    ' https://service.example/acs',
    'https://service.example/a cs',
    'https://service.example/å',
    'https://user:pw@service.example/acs',
    'https://service.example/acs#x',
    'data:text/html,x',
    '',
  ])
    fails(location)
  for (const location of [
    'http://127.0.0.2:8080/acs',
    'http://localhost/acs',
    'http://[::1]/acs',
    'https://service.example/acs?a=1&amp;b',
  ])
    read(sp(descriptor(rsa) + acs(location)))
})

test('metadata without a usable role, address or name is refused in words', () => {
  const fails = (document: string, why: RegExp) => assert.throws(() => read(document), refusedBecause(why), document)
  fails(entity(''), /neither/)
  fails(entity('<md:SPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:1.1:protocol"/>'), /neither/)
  fails(entity(spRole('') + spRole('')), /2 SPSSODescriptor/)
  fails(sp(descriptor(rsa)), /no assertions by POST/)
  fails(sp(descriptor(rsa) + acs('https://s.example/', 'index="0"', redirect)), /no assertions by POST/)
  fails(sp(descriptor(rsa) + goodAcs + goodAcs), /same index/)
  fails(sp(descriptor(rsa) + acs('https://s.example/', '')), /no index/)
  fails(
    good().replace('SPSSODescriptor', 'IDPSSODescriptor').replace('</md:SPSSO', '</md:IDPSSO'),
    /neither by Redirect/,
  )
  for (const odd of [
    '',
    'saml.service.example',
    'https://saml.service.example/ ',
    'https://sаml.service.example',
    `urn:${'x'.repeat(1021)}`,
  ])
    fails(good().replace('https://saml.service.example', odd), /entity id/)
  fails(good().replace('entityID=', 'validUntil="2026-11-24T08:00:00Z" entityID='), /was valid until 2026-11-24/)
  assert.throws(() => read(good().replace('entityID=', 'validUntil="soon" entityID=')), MessageRefused)
  assert.throws(() => read('<html/>'), refusedBecause(/no EntityDescriptor/))
})

test('metadata with a DOCTYPE, an entity, a processing instruction or over 1 MB is refused before it is read', () => {
  assert.throws(() => read(`<!DOCTYPE md:EntityDescriptor SYSTEM "http://127.0.0.1/x">${good()}`), MessageRefused)
  assert.throws(() => read(`<!DOCTYPE x [<!ENTITY a "b">]>${good()}`), MessageRefused)
  assert.throws(() => read(`<?xml-stylesheet href="x"?>${good()}`), MessageRefused)
  assert.throws(() => read(good() + ' '.repeat(1024 * 1024)), MessageRefused)
})

test('metadata cut anywhere is refused', () => {
  const document = good()
  for (let end = 0; end < document.length; end += end > 400 && end < 1300 ? 29 : 1)
    assert.throws(() => read(document.slice(0, end)), Problem, `cut at ${end}`)
})

test('an answer goes to a registered address to the letter, by number, or to the default, and nowhere else', () => {
  const { acs: registered } = serviceOf(
    sp(
      descriptor(rsa) +
        acs('https://service.example/a', 'index="1"') +
        acs('https://service.example/b', 'index="2" isDefault="true"'),
    ),
  )
  const choose = (url: string | null, index: number | null = null, binding: string | null = null) =>
    chooseAcs({ url, index, binding }, registered).location
  assert.equal(choose(null), 'https://service.example/b')
  assert.equal(choose(null, 1, post), 'https://service.example/a')
  assert.equal(choose('https://service.example/a'), 'https://service.example/a')
  for (const near of [
    'https://service.example/A',
    'https://service.example/a/',
    'https://service.example/a?',
    'https://service.example:443/a',
    'HTTPS://service.example/a',
    'https://service.example/a#',
    'https://service.example/%61',
    'https://evil.example/a',
    '',
  ])
    assert.throws(() => choose(near), MessageRefused, near)
  assert.throws(() => choose(null, 3), MessageRefused)
  assert.throws(() => choose('https://service.example/a', null, redirect), MessageRefused)
})
