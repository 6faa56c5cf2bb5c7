import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openTestDatabase } from '../../test/support/test-database.ts'
import { findIdentityProvider, identityProvidersOfService } from '../organisations/identity-providers.store.ts'
import type { Storage } from '../storage/database.ts'
import { findService, findServiceByEntityId } from './services.store.ts'

let storage: Storage
const service = '018f0000-0000-7000-8000-000000000001'
const providers = ['018f0000-0000-7000-8000-00000000000a', '018f0000-0000-7000-8000-00000000000b'] as const
const at = new Date('2026-11-23T12:00:00Z')

before(async () => {
  storage = await openTestDatabase()
  const { db } = storage
  await db
    .insertInto('service')
    .values({
      id: service,
      key: 'journal',
      protocol: 'saml',
      entity_id: 'https://journal.example/',
      name_da: 'Prøvejournal',
      name_en: 'Trial record',
      short_name: 'Journal',
      audience: 'professional',
      lowest_assurance: 'Substantial',
      access: 'role',
      log_in_kinds: ['professional'],
      metadata: JSON.stringify({ entityId: 'https://journal.example/' }),
      settings: JSON.stringify({ bppVersion: '1.1' }),
      metadata_read_at: at,
    })
    .execute()
  await db
    .insertInto('identity_provider')
    .values(
      providers.map((id, index) => ({
        id,
        key: `provider-${index}`,
        entity_id: `https://idp-${index}.example/`,
        profile: 'oiosaml-3',
        kind: 'local' as const,
        name_da: index === 0 ? 'Øst' : 'Nord',
        name_en: index === 0 ? 'East' : 'North',
        category: 'region' as const,
        highest_assurance: 'Substantial' as const,
        allowed_cvrs: ['99999991'],
        log_in_kinds: ['professional' as const],
        metadata: JSON.stringify({ certificates: ['x'] }),
        metadata_read_at: at,
      })),
    )
    .execute()
  await db
    .insertInto('service_identity_provider')
    .values(providers.map((identity_provider_id) => ({ service_id: service, identity_provider_id })))
    .execute()
  await db
    .insertInto('service_attribute')
    .values([
      { service_id: service, attribute: 'privileges', legal_basis: 'Aftale 7' },
      { service_id: service, attribute: 'cvr', legal_basis: 'Aftale 7' },
    ])
    .execute()
})
after(() => storage.close())

test('a service is found by entity id, to the letter, with what it is agreed to receive', async () => {
  const found = await findServiceByEntityId(storage.db, 'https://journal.example/')
  assert.equal(found?.id, service)
  assert.deepEqual(found?.agreedAttributes, ['cvr', 'privileges'])
  assert.deepEqual(await findService(storage.db, service), found)
  assert.equal(await findServiceByEntityId(storage.db, 'https://journal.example'), null)
})

test('what an operator has not set has the secure default', async () => {
  const found = await findService(storage.db, service)
  assert.equal(found?.settings.bppVersion, '1.1')
  assert.equal(found?.settings.encryptAssertion, true)
  const provider = await findIdentityProvider(storage.db, providers[0])
  assert.deepEqual(provider?.settings, {
    requireEncryption: true,
    allowCbc: false,
    sendRequesterId: true,
    privileges: 'ignore',
    acceptLegacyAssuranceLevel: false,
  })
})

test('the identity providers of a service come by name', async () => {
  const found = await identityProvidersOfService(storage.db, service)
  assert.deepEqual(
    found.map((provider) => provider.nameDa),
    ['Nord', 'Øst'],
  )
  assert.deepEqual((await findIdentityProvider(storage.db, found[0]?.id ?? ''))?.allowedCvrs, ['99999991'])
  assert.deepEqual(await identityProvidersOfService(storage.db, providers[0]), [])
})
