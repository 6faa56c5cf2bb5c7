/** A SEB that is set up from another's export logs people in, by metadata that was read from XML in the first. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { randomIds } from '../../src/base/ids.ts'
import { Problem } from '../../src/base/problem.ts'
import { applyDocument } from '../../src/configuration/apply-document.ts'
import { exportConfiguration } from '../../src/configuration/export-configuration.ts'
import { readRegistration, restoreRegistration } from '../../src/protocols/saml/register-party.ts'
import { testApplyDeps } from '../support/apply-text.ts'
import { anna } from '../support/clinic.ts'
import { fieldsFor, openClinicStage } from '../support/clinic-stage.ts'
import { testClock } from '../support/test-clock.ts'
import { openTestDatabase } from '../support/test-database.ts'

const first = await openTestDatabase()
const clock = testClock()
const now = () => clock.now()
const deps = {
  ...testApplyDeps(first.db),
  clock,
  ids: randomIds,
  readMetadata: (xml: Uint8Array, registration: Parameters<typeof readRegistration>[1]) =>
    readRegistration(xml, registration, now()),
  restoreMetadata: (read: unknown, registration: Parameters<typeof restoreRegistration>[1]) =>
    restoreRegistration(read, registration, now()),
}
let exported = ''

/** Into one SEB by XML, and from there into the one that people log in through. */
async function throughTheFirst(document: unknown): Promise<unknown> {
  const { mistakes } = await applyDocument(deps, { document, files: {}, dryRun: false, operator: 'grethe' })
  assert.deepEqual(mistakes, [])
  exported = (await exportConfiguration(deps, { operator: 'grethe' })).document
  return JSON.parse(exported)
}

const stage = await openClinicStage({}, [], null, throughTheFirst)
after(async () => {
  await stage.close()
  await first.close()
})

test('somebody logs in to a service that came with an export, encrypted to its key, and is let in with their role', async () => {
  assert.equal((await exportConfiguration({ ...deps, db: stage.db }, { operator: 'grethe' })).document, exported)
  const page = await stage.logIn(stage.browser(), stage.medicine, stage.nemlogin, anna)
  const told = await stage.medicine.read(fieldsFor(page, stage.medicine))
  assert.ok(
    told['dk:gov:saml:attribute:Privileges_intermediate'] ??
      told['https://data.gov.dk/model/core/eid/privilegesIntermediate'],
    JSON.stringify(told),
  )
})

test('what an export kept of metadata is held to all that XML is held to', async () => {
  const read = (change: (text: string) => string) =>
    applyDocument(deps, { document: JSON.parse(change(exported)), files: {}, dryRun: true, operator: 'grethe' })
  const refusedFor = async (change: (text: string) => string): Promise<string> => {
    assert.notEqual(change(exported), exported)
    return (await read(change)).mistakes.map(({ path, text }) => `${path[0]} ${path.at(-1)}: ${text}`).join('\n')
  }
  assert.deepEqual((await read((text) => text)).changes, [])
  const certificate = /"certificate": "([^"]+)"/.exec(exported)?.[1] ?? ''
  const acs = /"location": "(http[^"]+acs[^"]*)"/.exec(exported)?.[1] ?? ''
  assert.match(
    await refusedFor((text) => text.replaceAll(certificate, 'AAAA')),
    /read: metadata: a certificate cannot be read/,
  )
  assert.match(
    await refusedFor((text) => text.replaceAll(acs, 'javascript:alert(1)')),
    /an address is not an absolute https URL/,
  )
  assert.match(
    await refusedFor((text) => text.replaceAll(acs, 'http://elsewhere.example/acs')),
    /does not begin with https/,
  )
  assert.match(
    await refusedFor((text) => text.replace('"validUntil": null', '"validUntil": "2020-01-01T00:00:00Z"')),
    /was valid until 2020/,
  )
  assert.match(
    await refusedFor((text) => text.replaceAll('"use": "signing"', '"use": "encryption"')),
    /holds no certificate for signing/,
  )
  assert.match(
    await refusedFor((text) => text.replace('"entityId": "http', '"entityId": "hæ')),
    /the entity id is not an absolute URI/,
  )
  assert.match(await refusedFor((text) => text.replace('"signsRequests": true,', '')), /not in the present form/)
})

test('a certificate that has expired since is refused in another SEB, and left alone where it is registered', () => {
  const { services } = JSON.parse(exported) as { services: { metadata: { read: unknown } }[] }
  const read = services[0]?.metadata.read
  const later = new Date('2199-01-01')
  const registration = { party: 'service' as const, settings: { encryptAssertion: true } }
  assert.throws(
    () => restoreRegistration(read, { ...registration, asNow: false }, later),
    (error) => error instanceof Problem && /expired on/.test(error.detail),
  )
  assert.ok(restoreRegistration(read, { ...registration, asNow: true }, later).service)
})
