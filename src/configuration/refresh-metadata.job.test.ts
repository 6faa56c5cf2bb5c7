/** Metadata that is fetched by itself. The parties are made up; their keys are real. */
import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { applyText, testApplyDeps } from '../../test/support/apply-text.ts'
import { testClock } from '../../test/support/test-clock.ts'
import { openTestDatabase } from '../../test/support/test-database.ts'
import { testKey } from '../../test/support/test-keys.ts'
import { Problem } from '../base/problem.ts'
import { readRegistration } from '../protocols/saml/register-party.ts'
import type { Storage } from '../storage/database.ts'
import type { ApplyDeps } from './apply-document.ts'
import { type RefreshDeps, refreshDueMetadata } from './refresh-metadata.job.ts'

const clock = testClock()
let storage: Storage
let deps: ApplyDeps & RefreshDeps
let keys: string[]
/** What stands at each address; a text that is missing cannot be reached. */
const web = new Map<string, string>()
let asked: string[]

const key = (certificate: string) =>
  `<md:KeyDescriptor><ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:X509Data><ds:X509Certificate>${certificate}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>`
const entity = (name: string, role: string) =>
  `<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="https://${name}.example">${role}</md:EntityDescriptor>`
const protocol = 'protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol"'
const provider = (certificate: string, name = 'nord') =>
  entity(
    name,
    `<md:IDPSSODescriptor ${protocol}>${key(certificate)}<md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" Location="https://nord.example/sso"/></md:IDPSSODescriptor>`,
  )
const service = (certificate: string) =>
  entity(
    'medicine',
    `<md:SPSSODescriptor ${protocol}>${key(certificate)}<md:AssertionConsumerService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="https://medicine.example/acs" index="0"/></md:SPSSODescriptor>`,
  )
const addresses = { nord: 'https://nord.example/metadata', medicine: 'https://medicine.example/metadata' }

const document = (metadataOfNord: object = { address: addresses.nord }) =>
  JSON.stringify({
    identityProviders: [
      {
        key: 'nord',
        kind: 'local',
        names: { da: 'Nord', en: 'North' },
        category: 'region',
        highestAssurance: 'Substantial',
        allowedCvrs: ['99999991'],
        metadata: metadataOfNord,
      },
    ],
    services: [
      {
        key: 'medicine',
        names: { da: 'Medicinkort', en: 'Medication Record' },
        shortName: 'Medicin',
        audience: 'professional',
        lowestAssurance: 'Substantial',
        access: 'role',
        metadata: { address: addresses.medicine },
      },
    ],
  })

before(async () => {
  storage = await openTestDatabase()
  keys = await Promise.all([1, 2, 3].map(async () => (await testKey()).certificateBase64))
  deps = {
    ...testApplyDeps(storage.db),
    clock,
    readMetadata: (xml, registration) => readRegistration(xml, registration, clock.now()),
    fetchMetadata: async (address) => {
      asked.push(address)
      const found = web.get(address)
      if (found === undefined) throw new Problem('configuration', 'metadata address: could not be fetched')
      return Buffer.from(found)
    },
  }
})
after(() => storage.close())

/** Both parties are registered with their first key, and the hour has passed. */
beforeEach(async () => {
  web.set(addresses.nord, provider(keys[0] ?? ''))
  web.set(addresses.medicine, service(keys[0] ?? ''))
  asked = []
  clock.moveMinutes(60)
  await applyText(deps, document())
  await refreshDueMetadata(deps)
  clock.moveMinutes(60)
  asked = []
})

/** The certificate that is believed of a party. */
async function believed(table: 'identity_provider' | 'service'): Promise<string | undefined> {
  const key = table === 'service' ? 'medicine' : 'nord'
  const { metadata } = await storage.db
    .selectFrom(table)
    .select('metadata')
    .where('key', '=', key)
    .executeTakeFirstOrThrow()
  return /"certificate": ?"([^"]+)"/.exec(JSON.stringify(metadata))?.[1]
}

/** What the audit was told since it was asked the last time. */
let seen = 0
async function told(): Promise<{ action: string; outcome: string; details: Record<string, unknown> }[]> {
  const rows = await storage.db
    .selectFrom('audit_event')
    .select(['sequence', 'action', 'outcome', 'actor_kind', 'details'])
    .where('sequence', '>', seen)
    .where('actor_kind', '=', 'system')
    .orderBy('sequence')
    .execute()
  seen = rows.at(-1)?.sequence ?? seen
  return rows.map(({ action, outcome, details }) => ({
    action,
    outcome,
    details: details as Record<string, unknown>,
  }))
}

test('a new key at the address holds within the hour, and the audit says so', async () => {
  await told()
  web.set(addresses.nord, provider(keys[1] ?? ''))
  web.set(addresses.medicine, service(keys[2] ?? ''))
  await refreshDueMetadata(deps)
  assert.equal(await believed('identity_provider'), keys[1])
  assert.equal(await believed('service'), keys[2])
  const events = await told()
  assert.deepEqual(events.map(({ action }) => action).sort(), ['identity-provider.changed', 'service.changed'])
  assert.ok(events.every(({ details }) => Array.isArray(details['fields'])))
})

test('what has not changed is no event', async () => {
  await told()
  await refreshDueMetadata(deps)
  assert.deepEqual(asked.sort(), [addresses.medicine, addresses.nord])
  assert.deepEqual(await told(), [])
})

test('an address is asked once an hour, by one of all processes', async () => {
  await Promise.all([refreshDueMetadata(deps), refreshDueMetadata(deps), refreshDueMetadata(deps)])
  assert.equal(asked.length, 2)
  clock.moveMinutes(59)
  await refreshDueMetadata(deps)
  assert.equal(asked.length, 2)
  clock.moveMinutes(1)
  await refreshDueMetadata(deps)
  assert.equal(asked.length, 4)
})

test('an address that cannot be reached leaves what was there; it is told once, and once when it is back', async () => {
  await told()
  web.delete(addresses.nord)
  for (const _ of [1, 2]) {
    await refreshDueMetadata(deps)
    clock.moveMinutes(60)
  }
  assert.equal(await believed('identity_provider'), keys[0])
  const [failed, ...more] = await told()
  assert.equal(more.length, 0)
  assert.equal(`${failed?.action} ${failed?.outcome}`, 'metadata.not-refreshed failed')
  assert.equal(failed?.details['problem'], 'metadata address: could not be fetched')
  web.set(addresses.nord, provider(keys[0] ?? ''))
  await refreshDueMetadata(deps)
  assert.deepEqual(
    (await told()).map(({ action }) => action),
    ['metadata.refreshed'],
  )
})

test('a document that SEB would not register leaves what was there', async () => {
  const bad = {
    'a DOCTYPE': `<!DOCTYPE x>${provider(keys[1] ?? '')}`,
    'another party': provider(keys[1] ?? '', 'somebody'),
    'another role': service(keys[1] ?? '').replace('medicine.example"', 'nord.example"'),
    'no key': provider(keys[1] ?? '').replace(/<md:KeyDescriptor>.*<\/md:KeyDescriptor>/, ''),
    nonsense: 'not XML',
  }
  for (const [name, text] of Object.entries(bad)) {
    web.set(addresses.nord, text)
    await told()
    await refreshDueMetadata(deps)
    assert.equal(await believed('identity_provider'), keys[0], name)
    assert.deepEqual(
      (await told()).map(({ action }) => action),
      ['metadata.not-refreshed'],
      name,
    )
    clock.moveMinutes(60)
  }
})

test('a party that an operator has given a document is not fetched any more', async () => {
  await applyText(deps, document({ inline: provider(keys[2] ?? '') }))
  await refreshDueMetadata(deps)
  assert.deepEqual(
    asked.filter((address) => address === addresses.nord),
    [],
  )
  assert.equal(await believed('identity_provider'), keys[2])
})

test('what an operator applies while an address is being fetched stands', async () => {
  web.set(addresses.nord, provider(keys[1] ?? ''))
  const meanwhile: RefreshDeps = {
    ...deps,
    fetchMetadata: async (address) => {
      if (address === addresses.nord) await applyText(deps, document({ inline: provider(keys[2] ?? '') }))
      return deps.fetchMetadata(address)
    },
  }
  await refreshDueMetadata(meanwhile)
  assert.equal(await believed('identity_provider'), keys[2])
})
