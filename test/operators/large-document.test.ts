/** A document of the size of a country's health sector. Organisations, people and numbers here are made up. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { ConfigurationDocument } from '../../src/configuration/document.ts'
import type { Storage } from '../../src/storage/database.ts'
import { applyText, testApplyDeps } from '../support/apply-text.ts'
import { openTestDatabase } from '../support/test-database.ts'

let storage: Storage
before(async () => {
  storage = await openTestDatabase()
})
after(() => storage.close())

const list = <T>(length: number, make: (index: number) => T): T[] => Array.from({ length }, (_, index) => make(index))
const cvr = (index: number) => String(99_000_000 + (index % 1000))
const sor = (index: number) => String(900_000_000 + index)
const metadata = (name: string) => ({ inline: `<m entityID="https://${name}.example">${'x'.repeat(6000)}</m>` })

function largeDocument(surname: string): ConfigurationDocument {
  return {
    organisations: list(1000, (i) => ({
      cvr: cvr(i),
      name: `Klinik ${i}`,
      kind: 'general-practice',
      units: [{ key: 'u', name: `Enhed ${i}`, sor: sor(i) }],
    })),
    identityProviders: list(1000, (i) => ({
      key: `idp-${i}`,
      kind: 'local',
      names: { da: `Login ${i}`, en: `Log-in ${i}` },
      category: 'private',
      highestAssurance: 'Substantial',
      allowedCvrs: [cvr(i)],
      metadata: metadata(`idp-${i}`),
    })),
    services: [
      {
        key: 'medicine',
        names: { da: 'Medicinkort', en: 'Medication Record' },
        shortName: 'Medicin',
        audience: 'professional',
        lowestAssurance: 'Substantial',
        access: 'role',
        identityProviders: list(1000, (i) => `idp-${i}`),
        metadata: metadata('medicine'),
        roles: [
          {
            key: 'refer',
            names: { da: 'Henviser', en: 'Referrer' },
            privileges: ['urn:dk:example:refer'],
            lowestAssurance: 'Substantial',
            scopes: [{ key: 'unit', kind: 'sor', names: { da: 'Enhed', en: 'Unit' } }],
          },
        ],
      },
    ],
    grants: list(1000, (i) => ({ cvr: cvr(i), service: 'medicine' })),
    people: list(10_000, (i) => ({
      key: `p-${i}`,
      name: `Person ${i} ${surname}`,
      cpr: `010101${String(i).padStart(4, '0')}`,
      identities: [{ identityProvider: `idp-${i % 1000}`, subject: `urn:example:${i}` }],
      accounts: [
        {
          cvr: cvr(i),
          key: `a-${i}`,
          unit: 'u',
          rid: String(i),
          assignments: [{ service: 'medicine', role: 'refer', scopes: { unit: [sor(i)] } }],
        },
      ],
    })),
  }
}

test('a document with 1,000 identity providers and 10,000 accounts is applied, and again with nothing to do', async () => {
  const deps = testApplyDeps(storage.db)
  const applied = async (surname: string) =>
    (await applyText(deps, JSON.stringify(largeDocument(surname), null, 1))).output
  assert.match(await applied('A'), /\nApplied: 44002 added, 0 changed, 0 removed.$/)
  assert.equal(await applied('A'), 'Nothing to change.')
  assert.match(await applied('B'), /\nApplied: 0 added, 10000 changed, 0 removed.$/)
})
