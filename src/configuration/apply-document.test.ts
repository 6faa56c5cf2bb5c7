/** Organisations, people and numbers here are made up. */
import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { sql } from 'kysely'
import { applyText, testApplyDeps, testCprKeys } from '../../test/support/apply-text.ts'
import { openTestDatabase } from '../../test/support/test-database.ts'
import { openCpr } from '../people/cpr.ts'
import type { Storage } from '../storage/database.ts'
import type { ApplyDeps } from './apply-document.ts'

let storage: Storage
let deps: ApplyDeps

const tables = [
  'organisation',
  'unit',
  'identity_provider',
  'service',
  'service_attribute',
  'service_identity_provider',
]
const more = ['role', 'role_scope', 'service_grant', 'person', 'person_authorisation', 'account', 'identity']
const everything = [...tables, ...more, 'role_assignment', 'audit_event'] as const

before(async () => {
  storage = await openTestDatabase()
  deps = testApplyDeps(storage.db)
  // The sign-in's own role may not empty the audit.
  await sql`reset role`.execute(storage.db)
})
beforeEach(() => sql`truncate ${sql.join(everything.map((name) => sql.table(name)))} cascade`.execute(storage.db))
after(() => storage.close())

/** Every row of every table, with `xmin`: a row that is written again, though with the same values, shows. */
async function contents(): Promise<string> {
  const rows = []
  for (const table of everything)
    rows.push((await sql`select xmin::text, * from ${sql.table(table)} order by 2, 3`.execute(storage.db)).rows)
  return JSON.stringify(rows)
}

const clinic = `
organisations:
  - cvr: '99999991'
    name: Prøveklinikken
    kind: general-practice
    units:
      - { key: annex, parent: house, name: Annekset, sor: '123456789' }
      - { key: house, name: Huset, ydernummer: '123456' }
`
const providers = `
identityProviders:
  - key: nemlog-in
    kind: nemlog-in
    names: { da: NemLog-in, en: NemLog-in }
    category: national
    highestAssurance: High
    metadata: { inline: '<m entityID="https://nemlog-in.example"/>' }
  - key: nord
    kind: local
    names: { da: Region Nord, en: Region Nord }
    category: region
    highestAssurance: Substantial
    allowedCvrs: ['99999991']
    metadata: { inline: '<m entityID="https://nord.example"/>' }
`
const services = `
services:
  - key: medicine
    names: { da: Medicinkort, en: Medication Record }
    shortName: Medicin
    audience: professional
    owner: '99999991'
    lowestAssurance: Substantial
    access: role
    identityProviders: [nemlog-in, nord]
    attributes: [{ name: cvr, legalBasis: Aftale 1 }]
    metadata: { inline: '<m entityID="https://medicine.example"/>' }
    roles:
      - key: refer
        names: { da: Henviser, en: Referrer }
        privileges: ['urn:dk:example:refer']
        lowestAssurance: Substantial
        scopes:
          - { key: unit, kind: sor, names: { da: Enhed, en: Unit } }
          - { key: area, kind: list, names: { da: Område, en: Area }, required: false, many: true,
              allowedValues: [north, south], constraintName: 'urn:dk:example:area' }
      - key: read
        names: { da: Læser, en: Reader }
        privileges: ['urn:dk:example:read']
        lowestAssurance: Low
grants:
  - { cvr: '99999991', service: medicine, roles: [refer], from: 2026-01-01, ceilings: { sor: ['123456789'] } }
`
const people = `
people:
  - key: anna
    name: Anna Prøve
    cpr: 010101-9990
    authorisations: [{ code: ZZ001, educationCode: '7170', educationType: Læge, from: 2020-01-01 }]
    identities: [{ identityProvider: nemlog-in, subject: 'https://data.gov.dk/anna' }]
    accounts:
      - cvr: '99999991'
        key: ANNA
        unit: annex
        rid: '1234'
        assignments:
          - { service: medicine, role: refer, scopes: { unit: ['123456789'], area: [south] }, from: 2026-01-01 }
`
const whole = clinic + providers + services + people

test('a document makes everything it names, and applied again it changes nothing', async () => {
  const first = await applyText(deps, whole)
  assert.equal(
    first.output,
    `+ organisation 99999991
+ unit 99999991/house
+ unit 99999991/annex
+ identity-provider nemlog-in
+ identity-provider nord
+ service medicine
+ role medicine/refer
+ role medicine/read
+ grant 99999991 medicine
+ person anna
+ authorisation anna/ZZ001
+ identity anna nemlog-in/https://data.gov.dk/anna
+ account 99999991/ANNA
+ role-assignment 99999991/ANNA medicine/refer
Applied: 14 added, 0 changed, 0 removed.`,
  )
  const before = await contents()
  assert.deepEqual(await applyText(deps, whole), { exitCode: 0, output: 'Nothing to change.' })
  assert.equal(await contents(), before)
})

test('a dry run prints what would be done and writes nothing', async () => {
  const before = await contents()
  const dry = await applyText(deps, whole, { dryRun: true })
  assert.equal(await contents(), before)
  const real = await applyText(deps, whole)
  const lines = (output: string) => output.split('\n').slice(0, -1)
  assert.deepEqual(lines(dry.output), lines(real.output))
  assert.match(dry.output, /14 to add, 0 to change, 0 to remove. Nothing was changed: this was a dry run.$/)
})

test('a change is shown field by field, and what the document does not name is left alone', async () => {
  await applyText(deps, whole)
  const changed = services
    .replace('da: Henviser', 'da: Henvisende')
    .replace("['urn:dk:example:refer']", "['urn:dk:example:refer', 'urn:dk:example:sign']")
    .replace('legalBasis: Aftale 1 }', 'legalBasis: Aftale 1 }, { name: rid, legalBasis: Aftale 2 }')
    .replace('[nemlog-in, nord]', '[nord]')
    .replace('many: true', 'many: false')
    .replace(/ +- key: read[\s\S]*Low\n/, '')
    .replace(
      'lowestAssurance: Substantial\n    access',
      'settings: { bppVersion: "1.1" }\n    lowestAssurance: High\n    access',
    )
  assert.equal(
    (await applyText(deps, changed)).output,
    `~ service medicine lowestAssurance: "Substantial" → "High"
~ service medicine identityProviders: - "nemlog-in"
~ service medicine attributes.rid: none → "Aftale 2"
~ service medicine settings.bppVersion: "1.2" → "1.1"
~ role medicine/refer names.da: "Henviser" → "Henvisende"
~ role medicine/refer privileges: + "urn:dk:example:sign"
~ role medicine/refer scopes.area.many: true → false
Applied: 0 added, 2 changed, 0 removed.`,
  )
  assert.equal((await applyText(deps, changed)).output, 'Nothing to change.')
  const roles = await storage.db.selectFrom('role').select('key').orderBy('key').execute()
  assert.deepEqual(roles, [{ key: 'read' }, { key: 'refer' }])
})

test('every change is one audit event by the operator, in the same transaction', async () => {
  await applyText(deps, whole)
  const events = await storage.db.selectFrom('audit_event').selectAll().orderBy('sequence').execute()
  assert.equal(events.length, 15)
  assert.deepEqual(events[0]?.details, { added: 14, changed: 0, removed: 0 })
  assert.ok(events.every((event) => event.actor_kind === 'operator' && event.actor_id === 'grethe'))
  assert.equal(new Set(events.map((event) => event.correlation_id)).size, 1)
  const service = events.find((event) => event.action === 'service.added')
  const row = await storage.db.selectFrom('service').select('id').executeTakeFirst()
  assert.equal(service?.object_id, row?.id)
  const account = events.find((event) => event.action === 'account.added')
  assert.equal(
    account?.organisation_id,
    (await storage.db.selectFrom('organisation').select('id').executeTakeFirst())?.id,
  )
})

test('a CPR number is sealed, and is in no output, no audit event and no mistake', async () => {
  const outputs = [await applyText(deps, whole)]
  const row = await storage.db.selectFrom('person').selectAll().executeTakeFirstOrThrow()
  assert.equal(openCpr(testCprKeys, row.cpr_sealed ?? ''), '0101019990')
  const twice = people.replace('key: anna', 'key: bodil').replace('key: ANNA', 'key: BODIL')
  outputs.push(
    await applyText(deps, people.replace('010101-9990', '010101-9991')),
    await applyText(deps, people.replace('010101-9990', "'0101019990x'")),
    await applyText(deps, people.replace('010101-9990', '1101019990')),
    await applyText(deps, people + people.replace('people:\n', '').replace('anna', 'bodil')),
    await applyText(deps, people.replace('010101-9990', '010101-9990: [')),
    await applyText(deps, twice.replace('010101-9990', '010101-9991')),
  )
  const events = JSON.stringify(await storage.db.selectFrom('audit_event').selectAll().execute())
  for (const text of [...outputs.map(({ output }) => output), events])
    for (const secret of ['0101019990', '010101-9990', '0101019991', '010101-9991', '1101019990'])
      assert.ok(!text.includes(secret), text)
  assert.match(outputs[1]?.output ?? '', /~ person anna cpr: changed \(not shown\)/)
  assert.match(outputs[6]?.output ?? '', /people\[0\].cpr: belongs to "anna"/)
})

test('a CPR number and a beginning that are not written again stay as they are', async () => {
  await applyText(deps, whole)
  const without = people.replace('    cpr: 010101-9990\n', '').replaceAll(', from: 2026-01-01', '')
  assert.equal((await applyText(deps, without)).output, 'Nothing to change.')
})

test('access ends by a date, a status or a flag; the link of a log-in is removed', async () => {
  await applyText(deps, whole)
  const ended = `
services:${services.split('services:')[1]?.split('grants:')[0]}
grants: [{ cvr: '99999991', service: medicine, roles: [refer], from: 2026-01-01, until: 2026-06-30, ceilings: { sor: ['123456789'] } }]
${people.replace('subject: ', 'remove: true, subject: ').replace('unit: annex', 'unit: annex\n        status: ended')}`
  const text = ended.replace('audience:', 'enabled: false\n    audience:')
  assert.equal(
    (await applyText(deps, text)).output,
    `~ service medicine enabled: true → false
~ grant 99999991 medicine until: none → "2026-06-30T22:00:00.000Z"
- identity anna nemlog-in/https://data.gov.dk/anna
~ account 99999991/ANNA status: "active" → "ended"
Applied: 0 added, 3 changed, 1 removed.`,
  )
  assert.equal((await applyText(deps, text)).output, 'Nothing to change.')
})

test('a log-in moves to another person only when it is removed from the first', async () => {
  await applyText(deps, whole)
  const bodil = `
  - key: bodil
    name: Bodil Prøve
    identities: [{ identityProvider: nemlog-in, subject: 'https://data.gov.dk/anna' }]
`
  const kept = await applyText(deps, people + bodil)
  assert.match(kept.output, /people\[0\].identities|people\[1\].identities\[0\].subject: is/)
  const moved = await applyText(deps, people.replace('subject: ', 'remove: true, subject: ') + bodil)
  assert.match(moved.output, /- identity anna .*\n\+ identity bodil /)
})

test('an assignment that was withdrawn in SEB stays withdrawn, and the operator is told', async () => {
  await applyText(deps, whole)
  await storage.db
    .updateTable('role_assignment')
    .set({ withdrawn_at: new Date('2026-05-01') })
    .execute()
  assert.equal(
    (await applyText(deps, whole)).output,
    '! role-assignment 99999991/ANNA medicine/refer was withdrawn in SEB and stays withdrawn\nNothing to change.',
  )
})

test('metadata is read from a file beside the document', async () => {
  const text = providers.replace(/inline: '<m entityID="https:\/\/nord[^}]*/, 'file: nord.xml ')
  const missing = await applyText(deps, text)
  assert.match(missing.output, /^\d+:\d+ identityProviders\[1\].metadata.file: this file cannot be read/)
  const found = await applyText(deps, text, { files: { 'nord.xml': '<m entityID="https://nord.example/file"/>' } })
  assert.match(found.output, /\+ identity-provider nord/)
  const row = await storage.db
    .selectFrom('identity_provider')
    .select('entity_id')
    .where('key', '=', 'nord')
    .executeTakeFirst()
  assert.equal(row?.entity_id, 'https://nord.example/file')
})
