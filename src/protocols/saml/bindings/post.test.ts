import assert from 'node:assert/strict'
import { test } from 'node:test'
import { MessageRefused, type RefusalReason } from '../message-refused.ts'
import { decodePost, encodePost } from './post.ts'

const xml = '<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="_1">æøå</samlp:Response>'
const base64 = Buffer.from(xml).toString('base64')
const refused = (reason: RefusalReason) => (error: unknown) =>
  error instanceof MessageRefused && error.reason === reason
const form = (fields: Record<string, string>) => new URLSearchParams(fields).toString()

test('what is posted is read back whole', () => {
  const outbound = encodePost({
    parameter: 'SAMLResponse',
    xml,
    destination: new URL('https://service.example/acs'),
    relayState: "a+b & 'c' å",
  })
  assert.equal(outbound.kind, 'post')
  if (outbound.kind !== 'post') return
  assert.deepEqual(Object.keys(outbound.fields), ['SAMLResponse', 'RelayState'])
  const message = decodePost(form(outbound.fields))
  assert.equal(message.parameter, 'SAMLResponse')
  assert.equal(message.xml.toString(), xml)
  assert.equal(message.relayState, "a+b & 'c' å")
})

test('line breaks in the base64 are overlooked, as mail’s form of it has them, and nothing else is', () => {
  const broken = base64.replace(/.{20}/g, '$&\r\n')
  assert.equal(decodePost(form({ SAMLResponse: broken })).xml.toString(), xml)
  for (const odd of [`${base64}A`, base64.slice(0, -1), `${base64}====`, base64.replace('x', '-'), '', '\n', '='])
    assert.throws(() => decodePost(form({ SAMLResponse: odd })), refused('transport-malformed'), odd)
  assert.throws(() => decodePost('SAMLResponse=%ff'), refused('transport-malformed'))
})

test('a doubled field, two messages at once, or none, is refused', () => {
  const one = form({ SAMLResponse: base64, RelayState: 'r' })
  assert.throws(() => decodePost(`${one}&${form({ SAMLResponse: base64 })}`), refused('transport-malformed'))
  assert.throws(() => decodePost(`${one}&RelayState=s`), refused('transport-malformed'))
  assert.throws(() => decodePost(`${one}&${form({ SAMLRequest: base64 })}`), refused('transport-malformed'))
  assert.throws(() => decodePost(''), refused('transport-malformed'))
  assert.throws(() => decodePost('RelayState=r'), refused('transport-malformed'))
})

test('a message that is too large is refused before it is decoded: about 64 KiB for a request, 512 KiB for a response', () => {
  const text = (bytes: number) => Buffer.alloc(bytes, 'a').toString('base64')
  assert.equal(decodePost(form({ SAMLRequest: text(64 * 1024) })).xml.length, 64 * 1024)
  assert.equal(decodePost(form({ SAMLResponse: text(512 * 1024) })).xml.length, 512 * 1024)
  assert.throws(() => decodePost(form({ SAMLRequest: text(67 * 1024) })), refused('transport-too-large'))
  assert.throws(() => decodePost(form({ SAMLResponse: text(530 * 1024) })), refused('transport-too-large'))
  assert.throws(() => decodePost(`SAMLResponse=${'%41'.repeat(2_000_000)}`), refused('transport-too-large'))
  assert.throws(
    () => decodePost(form({ SAMLResponse: base64, RelayState: 'x'.repeat(1025) })),
    refused('transport-too-large'),
  )
})

test('a body cut anywhere is refused, or still carries the whole message', () => {
  const body = form({ SAMLResponse: base64 })
  for (let end = 0; end < body.length; end++) {
    try {
      const { xml: read } = decodePost(body.slice(0, end))
      assert.ok(xml.startsWith(read.toString().replace(/\ufffd+$/, '')))
    } catch (error) {
      assert.ok(error instanceof MessageRefused, String(error))
    }
  }
})
