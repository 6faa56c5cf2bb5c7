/** Every hostile Response is refused for its own reason, in time, and every honest one is read. */
import assert from 'node:assert/strict'
import { createPublicKey } from 'node:crypto'
import { test } from 'node:test'
import { readKeyPair } from '../../src/protocols/keys/key-pair.ts'
import { makeKeyPair } from '../../src/protocols/keys/make-key-pair.ts'
import { MessageRefused } from '../../src/protocols/saml/message-refused.ts'
import { type ResponseExpectations, readResponse } from '../../src/protocols/saml/response/read-response.ts'
import { type AttackContext, honestAttributes, honestName } from './forge.ts'
import { honestResponses } from './honest-responses.ts'
import { hostileResponses, responseAttacks } from './hostile-responses.ts'

const now = new Date('2026-11-24T10:00:00Z')
const makeKey = async () => {
  const terms = { subject: { commonName: 'made up' }, from: now, until: new Date('2036-01-01T00:00:00Z') }
  return readKeyPair(await makeKeyPair('rsa2048', terms), 'test')
}
const [idpKey, otherKey, rogue, ours, next] = await Promise.all([makeKey(), makeKey(), makeKey(), makeKey(), makeKey()])

const context: AttackContext = {
  idp: { entityId: 'https://saml.idp.example', key: idpKey },
  otherIdp: { entityId: 'https://saml.other-idp.example', key: otherKey },
  rogue,
  sp: {
    entityId: 'https://saml.seb.example',
    acsUrl: 'https://seb.example/saml/acs',
    encryptionKey: createPublicKey(ours.privateKey),
  },
  inResponseTo: '_request',
  now,
}

const expected: ResponseExpectations = {
  issuer: context.idp.entityId,
  keys: [createPublicKey(idpKey.privateKey)],
  decryptionKeys: [next.privateKey, ours.privateKey],
  acsUrl: context.sp.acsUrl,
  audience: context.sp.entityId,
  inResponseTo: context.inResponseTo,
  now,
}

for (const [name, write] of honestResponses) {
  test(`accepted: ${name}`, () => {
    const read = readResponse(Buffer.from(write(context)), expected)
    assert.ok(read.outcome === 'success')
    assert.equal(read.nameId.value, honestName)
    for (const [attribute, value] of honestAttributes) assert.deepEqual(read.attributes.get(attribute), [value])
  })
}

for (const { name, covers, bytes, reason } of hostileResponses(context)) {
  test(`refused (${covers}): ${name}`, () => {
    // Of the processor, not of the clock: what a hostile message may cost is a promise, how busy the machine is is not.
    const began = process.cpuUsage()
    assert.throws(
      () => readResponse(bytes, expected),
      (error) => {
        assert.ok(error instanceof MessageRefused, String(error))
        assert.equal(error.reason, reason, error.detail)
        return true
      },
    )
    const { user, system } = process.cpuUsage(began)
    assert.ok(user + system < 1_000_000, `${user + system} µs`)
  })
}

test('three thousand accidents to an honest Response either change nothing that is read or are refused as messages', () => {
  const honest = Buffer.from(honestResponses[2]?.[1](context) ?? '')
  const before = readResponse(honest, expected)
  let state = 1
  const random = (below: number) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff
    return (state >> 8) % below
  }
  for (let round = 0; round < 3000; round += 1) {
    const from = random(honest.length)
    const until = from + random(60)
    const damaged = [
      () => Buffer.from(honest).fill(random(256), from, from + 1), // another byte
      () => Buffer.concat([honest.subarray(0, from), honest.subarray(until)]), // a piece lost
      () => Buffer.concat([honest.subarray(0, until), honest.subarray(from)]), // a piece twice
      () => Buffer.concat([honest.subarray(0, from), Buffer.from('<&"\'>/!?- =;'), honest.subarray(from)]),
    ][round % 4]
    try {
      assert.deepEqual(readResponse(damaged?.() ?? honest, expected), before)
    } catch (error) {
      assert.ok(error instanceof MessageRefused, `${error}`)
    }
  }
})

test('no two attacks have the same name', () => {
  const names = responseAttacks.map((attack) => attack.name)
  assert.deepEqual(
    names.filter((name, index) => names.indexOf(name) !== index),
    [],
  )
})
