/** Bundles as an operator writes them, and assignments that came from one. Organisations, people and numbers are made up. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { applyText, testApplyDeps } from '../../test/support/apply-text.ts'
import { openTestDatabase } from '../../test/support/test-database.ts'

const storage = await openTestDatabase()
const deps = testApplyDeps(storage.db)
after(() => storage.close())

const clinic = `
organisations:
  - cvr: '99999991'
    name: Prøveklinikken
    kind: general-practice
    units: [{ key: house, name: Huset, sor: '123456789' }]
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
    lowestAssurance: Substantial
    access: role
    identityProviders: [nemlog-in]
    metadata: { inline: '<m entityID="https://medicine.example"/>' }
    roles:
      - key: refer
        names: { da: Henviser, en: Referrer }
        privileges: ['urn:dk:example:refer']
        lowestAssurance: Substantial
        scopes:
          - { key: unit, kind: sor, names: { da: Enhed, en: Unit } }
          - { key: area, kind: list, names: { da: Område, en: Area }, required: false, allowedValues: [north, south],
              constraintName: 'urn:dk:example:area' }
      - key: read
        names: { da: Læser, en: Reader }
        privileges: ['urn:dk:example:read']
        lowestAssurance: Low
grants: [{ cvr: '99999991', service: medicine }]
`
const bundles = `
bundles:
  - cvr: '99999991'
    key: nurse
    name: Ny sygeplejerske
    roles:
      - { service: medicine, role: refer, scopes: { unit: unit, area: [north] } }
      - { service: medicine, role: read }
`
const people = `
people:
  - key: anna
    name: Anna Prøve
    accounts:
      - cvr: '99999991'
        key: ANNA
        unit: house
        assignments:
          - { service: medicine, role: read, bundle: nurse }
`

test('a document makes a bundle and what was given with it, and applied again it changes nothing', async () => {
  const { output } = await applyText(deps, clinic + bundles + people)
  assert.match(output, /\+ bundle 99999991\/nurse\n\+ role-assignment 99999991\/ANNA medicine\/read/)
  assert.equal((await applyText(deps, clinic + bundles + people)).output, 'Nothing to change.')
  const parts = await storage.db.selectFrom('bundle_role').select(['scopes', 'position']).orderBy('position').execute()
  assert.deepEqual(
    parts.map(({ scopes }) => scopes),
    [{ unit: 'unit', area: ['north'] }, {}],
  )
  const held = await storage.db.selectFrom('role_assignment').select('bundle_id').executeTakeFirstOrThrow()
  assert.notEqual(held.bundle_id, null)
  const without = people.replace(', bundle: nurse', '')
  assert.equal((await applyText(deps, clinic + without)).output, 'Nothing to change.')
})

test('a change is told role by role, and raises the version that administrators’ forms are held against', async () => {
  const changed = bundles
    .replace('area: [north]', 'area: [south]')
    .replace('\n      - { service: medicine, role: read }', '')
  assert.equal(
    (await applyText(deps, changed)).output,
    `~ bundle 99999991/nurse roles: - "medicine/read"
~ bundle 99999991/nurse roles.medicine/refer.scopes: {"area":["north"],"unit":"unit"} → {"unit":"unit","area":["south"]}
~ bundle 99999991/nurse roles.medicine/read.scopes: {} → none
Applied: 0 added, 1 changed, 0 removed.`,
  )
  const { version } = await storage.db.selectFrom('bundle').select('version').executeTakeFirstOrThrow()
  assert.equal(version, 2)
  await applyText(deps, bundles.replace('    roles:', '    deleted: true\n    roles:'))
  assert.equal((await applyText(deps, bundles)).output, 'Nothing to change.')
})

test('what cannot be is told where it stands, and nothing is changed', async () => {
  const wrong = bundles
    .replace('unit: unit', "unit: ['12']")
    .replace('area: [north]', 'area: unit')
    .replace('role: read', 'role: nothing')
  const { output } = await applyText(deps, wrong + people.replace('bundle: nurse', 'bundle: doctor'))
  assert.match(output, /bundles\[0\].roles\[0\].scopes.unit\[0\]: is outside/)
  assert.match(output, /bundles\[0\].roles\[0\].scopes.area: is nothing that a unit has/)
  assert.match(output, /bundles\[0\].roles\[1\].role: there is no role/)
  assert.match(output, /assignments\[0\].bundle: there is no bundle of this organisation "doctor"/)
})
