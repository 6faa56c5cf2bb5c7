/** Organisations, people and numbers here are made up. */
import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { applyText, testApplyDeps } from '../../test/support/apply-text.ts'
import { openTestDatabase } from '../../test/support/test-database.ts'
import { randomIds } from '../base/ids.ts'
import { exportCommand } from './export.command.ts'
import { exportConfiguration } from './export-configuration.ts'

const written = `
organisations:
  - cvr: '99999991'
    name: Prøvekommunen
    kind: municipality
    tellsNames: true
    takesRequests: false
    units:
      - { key: annex, parent: house, name: Annekset, sor: '123456789' }
      - { key: house, name: Huset, closed: true }
identityProviders:
  - key: nemlog-in
    kind: nemlog-in
    names: { da: NemLog-in, en: NemLog-in }
    category: national
    highestAssurance: High
    metadata: { inline: '<m entityID="https://nemlog-in.example"/>' }
services:
  - key: medicine
    names: { da: Medicinkort, en: Medication Record }
    shortName: Medicin
    audience: professional
    owner: '99999991'
    lowestAssurance: Substantial
    access: role
    identityProviders: [nemlog-in]
    attributes: [{ name: cvr, legalBasis: Aftale 1 }]
    metadata: { inline: '<m entityID="https://medicine.example"/>' }
    roles:
      - key: old
        names: { da: Gammel, en: Old }
        privileges: ['urn:old']
        lowestAssurance: Substantial
        until: '2027-06-30'
        replacedBy: refer
      - key: refer
        names: { da: Henviser, en: Referrer }
        privileges: ['urn:refer']
        lowestAssurance: Substantial
        scopes: [{ key: unit, kind: sor, names: { da: Enhed, en: Unit } }]
grants:
  - { cvr: '99999991', service: medicine, roles: [refer], ceilings: { sor: ['123456789'] }, until: '2030-01-01' }
bundles:
  - { cvr: '99999991', key: nurse, name: Sygeplejerske, roles: [{ service: medicine, role: refer, scopes: { unit: unit } }] }
people:
  - key: anna
    name: Anna Prøve
    cpr: '0101010001'
    authorisations: [{ code: 0AB12, educationCode: '7170', educationType: Læge }]
    identities: [{ identityProvider: nemlog-in, subject: 'urn:anna' }]
    staff: [{ capacity: auditor, cvr: '99999991' }]
    accounts:
      - cvr: '99999991'
        key: ANNA
        unit: annex
        rid: '12'
        functions: [signatory]
        administrator: { level: administrator, units: [annex], services: [medicine] }
        assignments:
          - { service: medicine, role: refer, bundle: nurse, scopes: { unit: ['123456789'] }, reason: made up }
`

test('what is exported changes nothing where it came from, and makes an empty SEB the same; without CPR numbers', async () => {
  await using first = await opened()
  await using second = await opened()
  assert.match((await applyText(first.deps, written)).output, /^Applied|\nApplied/)
  const { document, notes } = await exportConfiguration(first.deps, 'grethe')
  assert.deepEqual(notes, [])
  assert.ok(!document.includes('0101010001'))
  assert.equal((await applyText(first.deps, document)).output, 'Nothing to change.')
  assert.match((await applyText(second.deps, document)).output, /\nApplied/)
  assert.equal((await exportConfiguration(second.deps, 'grethe')).document, document)
  const person = await first.deps.db.selectFrom('person').select('cpr_hash').executeTakeFirstOrThrow()
  assert.ok(person.cpr_hash)
  const event = first.deps.db
    .selectFrom('audit_event')
    .select('actor_id')
    .where('action', '=', 'configuration.exported')
  assert.deepEqual(await event.execute(), [{ actor_id: 'grethe' }])
})

test('the file is for its own user only, and one that is there is not written over', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'seb-export-'))
  const file = join(folder, 'seb.json')
  const run = (document: string, force = false) =>
    exportCommand({ ids: randomIds, export: async () => ({ document, notes: [] }) }, { file, force })
  assert.equal((await run('1')).exitCode, 0)
  assert.equal((await stat(file)).mode & 0o777, 0o600)
  assert.match((await run('2')).output, /is there already/)
  assert.equal(await readFile(file, 'utf8'), '1')
  assert.equal((await run('2', true)).exitCode, 0)
  assert.equal(await readFile(file, 'utf8'), '2')
  await rm(folder, { recursive: true })
})

async function opened() {
  const storage = await openTestDatabase()
  return { deps: testApplyDeps(storage.db), [Symbol.asyncDispose]: () => storage.close() }
}
