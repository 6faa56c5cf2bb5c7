/** Organisations, people and numbers here are made up. */
import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { applyText, testApplyDeps } from '../../test/support/apply-text.ts'
import { openTestDatabase } from '../../test/support/test-database.ts'
import { randomIds } from '../base/ids.ts'
import type { Db } from '../storage/database.ts'
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
  const { document, notes } = await exportConfiguration(first.deps, { operator: 'grethe' })
  assert.deepEqual(notes, ['1 people have a CPR number, which is not in the file'])
  assert.ok(!document.includes('0101010001'))
  assert.equal((await applyText(first.deps, document)).output, 'Nothing to change.')
  assert.match((await applyText(second.deps, document)).output, /\nApplied/)
  assert.equal((await exportConfiguration(second.deps, { operator: 'grethe' })).document, document)
  const person = await first.deps.db.selectFrom('person').select('cpr_hash').executeTakeFirstOrThrow()
  assert.ok(person.cpr_hash)
  const event = first.deps.db
    .selectFrom('audit_event')
    .select('actor_id')
    .where('action', '=', 'configuration.exported')
  assert.deepEqual(await event.execute(), [{ actor_id: 'grethe' }])
})

test('people made in SEB have no key of an operator’s: their id is one, and they are found by it and never doubled', async () => {
  await using first = await opened()
  await using second = await opened()
  await applyText(first.deps, written)
  const [personId, accountId] = await makeInSeb(first.deps.db)
  const { document } = await exportConfiguration(first.deps, { operator: 'grethe' })
  assert.ok(document.includes(`"key": "${personId}"`))
  assert.equal((await applyText(first.deps, document)).output, 'Nothing to change.')
  const { output } = await applyText(first.deps, document.replace('Bo Prøve', 'Bo Ny'))
  assert.equal(output, `~ person ${personId} name: "Bo Prøve" → "Bo Ny"\nApplied: 0 added, 1 changed, 0 removed.`)
  assert.equal((await first.deps.db.selectFrom('person').select('id').execute()).length, 2)
  assert.match((await applyText(second.deps, document)).output, /\nApplied/)
  assert.equal((await exportConfiguration(second.deps, { operator: 'grethe' })).document, document)
  const again = document.replace('"key": "anna"', `"key": "${personId}"`)
  assert.match((await applyText(first.deps, again)).output, /this key is already used at people/)
  const account = await second.deps.db.selectFrom('account').select('id').where('key', '=', accountId).execute()
  assert.equal(account.length, 1)
})

test('what a role was given with before the role changed is written, and taken with a note; by hand it is a mistake', async () => {
  await using first = await opened()
  await using second = await opened()
  await applyText(first.deps, written)
  const narrower = written.replace(
    'kind: sor, names',
    "kind: list, allowedValues: ['9'], constraintName: 'urn:u', names",
  )
  assert.match((await applyText(first.deps, narrower)).output, /is outside the role's scope "unit"/)
  await first.deps.db
    .updateTable('role_scope')
    .set({ allowed_values: ['9'] })
    .execute()
  const { document } = await exportConfiguration(first.deps, { operator: 'grethe' })
  const note = /^! people\[0\]\.accounts\[0\]\.assignments\[0\]\.scopes\.unit\[0\] is outside the role's scope "unit"$/m
  const same = await applyText(first.deps, document)
  assert.match(same.output, note)
  assert.match(same.output, /\nNothing to change\.$/)
  assert.match((await applyText(second.deps, document)).output, note)
  assert.equal((await exportConfiguration(second.deps, { operator: 'grethe' })).document, document)
  assert.equal((await applyText(first.deps, document.replace('"exported": true,', ''))).exitCode, 1)
})

test('one organisation is taken out with what hangs on it, and nothing of what its people have elsewhere', async () => {
  await using first = await opened()
  await using second = await opened()
  await applyText(
    first.deps,
    `${written}
      - { cvr: '99999992', key: AP }`.replace(
      'identityProviders:',
      `  - { cvr: '99999992', name: Klinikken, kind: dentist }\nidentityProviders:`,
    ),
  )
  const { document } = await exportConfiguration(first.deps, { operator: 'grethe', cvr: '99999992' })
  const part = JSON.parse(document) as Record<string, { accounts: unknown[] }[]>
  assert.deepEqual(
    Object.entries(part).map(([list, entries]) => `${list}: ${entries.length ?? entries}`),
    [
      'exported: true',
      'organisations: 1',
      'identityProviders: 0',
      'services: 0',
      'conflicts: 0',
      'grants: 0',
      'bundles: 0',
      'people: 1',
    ],
  )
  assert.equal(part['people']?.[0]?.accounts.length, 1)
  assert.ok(!document.includes('99999991'))
  assert.equal((await applyText(first.deps, document)).output, 'Nothing to change.')
  assert.match(
    (await applyText(second.deps, document)).output,
    /there is no identity provider "nemlog-in" in this file or in SEB/,
  )
  const unknown = exportConfiguration(first.deps, { operator: 'grethe', cvr: '99999999' })
  await assert.rejects(unknown, { detail: 'there is no organisation with CVR 99999999' })
})

test('one service is taken out with its roles and who has been granted it', async () => {
  await using first = await opened()
  await applyText(first.deps, written)
  const { document } = await exportConfiguration(first.deps, { operator: 'grethe', service: 'medicine' })
  const part = JSON.parse(document) as Record<string, unknown[]>
  assert.deepEqual([part['services']?.length, part['grants']?.length, part['people']?.length], [1, 1, 0])
  assert.equal((await applyText(first.deps, document)).output, 'Nothing to change.')
  for (const service of ['medicin', 'seb-classic'])
    await assert.rejects(exportConfiguration(first.deps, { operator: 'grethe', service }), {
      detail: `there is no service with the key "${service}"`,
    })
})

test('without a file the document alone is on the standard output, and the notes beside it', async () => {
  const said: string[] = []
  const result = await exportCommand(
    {
      ids: randomIds,
      export: async () => ({ document: '{}\n', notes: ['a note'] }),
      print: async (text) => void said.push(text),
      tell: (line) => void said.push(line),
    },
    { file: undefined, force: false },
  )
  assert.deepEqual([said, result], [['! a note', '{}\n'], { exitCode: 0, output: '' }])
})

test('the file is for its own user only, and one that is there is not written over', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'seb-export-'))
  const file = join(folder, 'seb.json')
  const run = (document: string, force = false) =>
    exportCommand(
      { ids: randomIds, export: async () => ({ document, notes: [] }), print: assert.fail, tell: assert.fail },
      { file, force },
    )
  assert.equal((await run('1')).exitCode, 0)
  assert.equal((await stat(file)).mode & 0o777, 0o600)
  assert.match((await run('2')).output, /is there already/)
  assert.equal(await readFile(file, 'utf8'), '1')
  assert.equal((await run('2', true)).exitCode, 0)
  assert.equal(await readFile(file, 'utf8'), '2')
  await rm(folder, { recursive: true })
})

/** Somebody with an account and a role, as the pages of administrators make them: every key is an id. */
async function makeInSeb(db: Db): Promise<[string, string]> {
  const [personId, accountId, assignmentId, now] = [randomIds.uuid(), randomIds.uuid(), randomIds.uuid(), new Date()]
  const unit = await db.selectFrom('unit').select(['id', 'organisation_id']).executeTakeFirstOrThrow()
  const role = await db
    .selectFrom('role')
    .select(['id', 'service_id'])
    .where('key', '=', 'refer')
    .executeTakeFirstOrThrow()
  await db.insertInto('person').values({ id: personId, name: 'Bo Prøve', created_at: now }).execute()
  await db
    .insertInto('account')
    .values({
      ...{ id: accountId, key: accountId, person_id: personId, organisation_id: unit.organisation_id },
      ...{ unit_id: unit.id, status: 'active' as const, valid_from: now, created_at: now },
    })
    .execute()
  await db
    .insertInto('administrator_appointment')
    .values({
      ...{ id: randomIds.uuid(), account_id: accountId, level: 'chief' as const, appointed_by: personId },
      ...{ appointed_at: now, valid_until: new Date('2031-01-01'), reason: 'Vikar' },
    })
    .execute()
  await db
    .insertInto('role_assignment')
    .values({
      ...{ id: assignmentId, key: assignmentId, account_id: accountId, role_id: role.id, service_id: role.service_id },
      ...{ scopes: '{"unit":["123456789"]}', valid_from: now, assigned_by: personId, reason: 'Vagt' },
    })
    .execute()
  return [personId, accountId]
}

async function opened() {
  const storage = await openTestDatabase()
  return { deps: testApplyDeps(storage.db), [Symbol.asyncDispose]: () => storage.close() }
}
