import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { deflateRawSync } from 'node:zlib'
import { Problem } from '../../base/problem.ts'
import { type KeyPair, readKeyPair } from '../keys/key-pair.ts'
import { makeKeyPair } from '../keys/make-key-pair.ts'
import { receivePost, receiveRedirect } from './bindings/receive.ts'
import { readMetadata } from './metadata/read-metadata.ts'
import { writeSpMetadata } from './metadata/write-sp-metadata.ts'
import { readPrivileges } from './oio/read-privileges.ts'
import { writePrivileges } from './oio/write-privileges.ts'
import { readAuthnRequest } from './read-authn-request.ts'
import { readLogoutRequest } from './read-logout-request.ts'
import { readLogoutResponse } from './read-logout-response.ts'
import { writeAuthnRequest } from './write-authn-request.ts'
import { writeLogoutRequest } from './write-logout-request.ts'
import { writeLogoutResponse } from './write-logout-response.ts'
import { parseXml } from './xml/parse-xml.ts'
import { signElement } from './xml/sign-element.ts'
import { writeXml } from './xml/write-xml.ts'
import type { XmlElement } from './xml/xml-element.ts'

const now = new Date('2026-11-24T08:00:00Z')
const destination = new URL('https://seb.example/saml')
const issuer = 'https://saml.service.example'
const expected = { destination: destination.href, issuer, now }
const subject = { value: 'x', format: null, nameQualifier: null, spNameQualifier: null }
const head = { id: '_1', now, issuer, destination }
let key: KeyPair

before(async () => {
  const terms = { subject: { commonName: 'Prøve' }, from: now, until: new Date('2036-01-01') }
  key = readKeyPair(await makeKeyPair('rsa2048', terms), 'key')
})

/** The same "random" numbers in every run (a linear congruential generator), so that what fails once fails again. */
function numbers(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const morsels = [
  '<',
  '>',
  '&',
  '"',
  "'",
  '/',
  '=',
  '&#0;',
  '&#x41;',
  '<!--',
  ']]>',
  '<?x?>',
  '\0',
  'ÿ',
  '😀',
  ' ',
  '%',
  '+',
]

/** Leaves out, doubles, moves or replaces a piece of the text. */
function damaged(text: string, next: (below: number) => number): string {
  const start = next(text.length)
  const end = start + next(40)
  const piece = text.slice(start, end)
  const elsewhere = next(text.length)
  switch (next(5)) {
    case 0:
      return text.slice(0, start) + text.slice(end)
    case 1:
      return text.slice(0, start) + piece + text.slice(start)
    case 2:
      return text.slice(0, elsewhere) + piece + text.slice(elsewhere)
    case 3:
      return text.slice(0, start) + (morsels[next(morsels.length)] ?? '') + text.slice(end)
    default:
      return text.slice(0, start) + String.fromCharCode(text.charCodeAt(start) ^ (1 << next(7))) + text.slice(start + 1)
  }
}

/** Reads many damaged copies: each is read after all, or refused with a Problem; nothing else may come out. */
function survives(text: string, read: (damagedText: string) => unknown, rounds = 1500): number {
  const next = numbers(text.length)
  let refused = 0
  for (let round = 0; round < rounds; round++) {
    const hostile = damaged(text, next)
    try {
      read(hostile)
    } catch (error) {
      assert.ok(error instanceof Problem, `${error instanceof Error ? error.stack : error}\n${hostile}`)
      refused++
    }
  }
  return refused
}

const posted = (xml: string) =>
  receivePost(new URLSearchParams({ SAMLRequest: Buffer.from(xml).toString('base64') }).toString())

const messages: readonly [string, () => XmlElement, (message: XmlElement) => unknown][] = [
  [
    'authentication requests',
    () =>
      writeAuthnRequest({
        ...head,
        acsUrl: destination,
        forceAuthn: true,
        isPassive: true,
        assurance: 'High',
        logInKind: 'person',
        requesterIds: ['https://saml.one.example'],
      }),
    (message) => readAuthnRequest(message, expected),
  ],
  [
    'log-out requests',
    () => writeLogoutRequest({ ...head, subject, sessionIndexes: ['_s'], reason: 'user' }),
    (message) => readLogoutRequest(message, expected),
  ],
  [
    'log-out responses',
    () => writeLogoutResponse({ ...head, inResponseTo: '_q', outcome: 'partial' }),
    (message) => readLogoutResponse(message, expected),
  ],
]

for (const [name, write, read] of messages) {
  test(`damaged ${name} are refused, whatever the damage`, () => {
    survives(writeXml(write()), (xml) => read(parseXml(xml)))
  })

  test(`no damage to signed ${name} goes unnoticed`, () => {
    const keys = [key.certificate.publicKey]
    const good = read(posted(writeXml(signElement(write(), key))).verified(keys))
    survives(writeXml(signElement(write(), key)), (xml) =>
      // White space within a tag, KeyInfo and the like are not covered; then what is read is what was signed.
      assert.deepEqual(read(posted(xml).verified(keys)), good),
    )
  })
}

test('damaged query strings are refused', () => {
  const query = `SAMLRequest=${encodeURIComponent(deflateRawSync('<a/>').toString('base64'))}&RelayState=r&SigAlg=x&Signature=AA`
  survives(query, receiveRedirect)
})

test('damaged privileges are refused', () => {
  const groups = [{ scope: 'urn:s', constraints: [{ name: 'urn:c', value: '1' }], privileges: ['urn:p'] }]
  const written = writePrivileges(groups, '1.2') ?? ''
  survives(Buffer.from(written, 'base64').toString(), (xml) => readPrivileges(Buffer.from(xml).toString('base64')))
  survives(written, readPrivileges)
})

test('damaged metadata is refused', () => {
  const names = { da: 'Prøve' }
  const document = writeSpMetadata({
    keys: { signing: [key], decryption: [key] },
    singleLogout: destination,
    names,
    descriptions: names,
    organisation: { names, displayNames: names, urls: names },
    contacts: [],
    entityId: issuer,
    acs: destination,
    attributes: ['cvr'],
  })
  const refused = survives(document, (xml) => readMetadata(xml, { now }), 4000)
  assert.ok(refused > 1000)
})
