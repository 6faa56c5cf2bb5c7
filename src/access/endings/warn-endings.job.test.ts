/** Who is told of what ends, and how often. People, organisations and numbers are made up. */
import assert from 'node:assert/strict'
import { after, beforeEach, test } from 'node:test'
import { applyText, testApplyDeps } from '../../../test/support/apply-text.ts'
import { notifyDeps } from '../../../test/support/notify-deps.ts'
import { openTestDatabase } from '../../../test/support/test-database.ts'
import { warnEndings } from './warn-endings.job.ts'

const { db, close } = await openTestDatabase()
after(close)
let now = new Date()
const deps = { db, ...notifyDeps({ now: () => now }) }
/** Midnight after the last day, in winter. */
const until = new Date('2026-12-31T23:00:00Z')

const account = (key: string, unit: string, more = '') =>
  `{ key: ${key}, name: ${key}, email: ${key}@seb-demo.example, accounts: [{ cvr: '99999901', key: ${key}, unit: ${unit}, from: '2020-01-01'${more} }] }`
const has = (role: string) =>
  `, assignments: [{ service: medicine, role: ${role}, reason: made up, from: '2026-01-01', until: '2026-12-31' }]`
const role = (key: string) =>
  `{ key: ${key}, names: { da: ${key}, en: ${key} }, privileges: ['urn:${key}'], lowestAssurance: Substantial }`
const applied = await applyText(
  testApplyDeps(db),
  `
organisations:
  - cvr: '99999901'
    name: Klinikken
    kind: general-practice
    units: [{ key: house, name: Huset }, { key: annex, name: Annekset }]
services:
  - key: medicine
    names: { da: Medicinkort, en: Medication Record }
    shortName: Medicin
    audience: professional
    lowestAssurance: Substantial
    access: role
    metadata: { inline: '<m entityID="https://medicine.example"/>' }
    roles: [${role('laege')}, ${role('sekretaer')}]
grants: [{ cvr: '99999901', service: medicine }]
people:
  - ${account('anna', 'house', has('laege'))}
  - ${account('bo', 'annex', ", until: '2026-12-31'")}
  - ${account('chief', 'house', ', administrator: { level: chief }')}
  - ${account('annex', 'annex', ', administrator: { level: administrator, units: [annex] }')}
`,
)
assert.match(applied.output, /Applied/)
await db
  .updateTable('role_assignment')
  .set({ given_at: new Date('2026-01-01T00:00:00Z') })
  .execute()
await db
  .updateTable('account')
  .set({ created_at: new Date('2020-01-01T00:00:00Z') })
  .execute()

beforeEach(async () => {
  for (const table of ['notice', 'mail', 'ending_warning'] as const) await db.deleteFrom(table).execute()
})

/** Who is told what when it is so many days before the end. */
async function toldAt(days: number): Promise<string[]> {
  now = new Date(until.getTime() - days * 86_400_000)
  await db.deleteFrom('notice').execute()
  await Promise.all([warnEndings(deps), warnEndings(deps)])
  await warnEndings(deps)
  const rows = await db
    .selectFrom('notice')
    .innerJoin('person', 'person.id', 'notice.person_id')
    .select(['person.key', 'notice.kind'])
    .execute()
  return rows.map(({ key, kind }) => `${key}: ${kind}`).sort()
}
const everybody = [
  'anna: role.ending',
  'annex: account.ending-of',
  'bo: account.ending',
  'chief: account.ending-of',
  'chief: role.ending-of',
]

test('what ends is told of 30, 7 and 1 days before, once each, to whom it is and to who administers it', async () => {
  assert.deepEqual(await toldAt(31), [])
  assert.deepEqual(await toldAt(30), everybody)
  assert.deepEqual(await toldAt(20), [])
  assert.deepEqual(await toldAt(7), everybody)
  assert.deepEqual(await toldAt(2), [])
  assert.deepEqual(await toldAt(1), everybody)
  assert.deepEqual(await toldAt(0.2), [])
  assert.deepEqual(await toldAt(-1), [])
})

test('a run that is late tells of it as it is now, and not of what it has missed', async () => {
  assert.deepEqual(await toldAt(5), everybody)
  assert.deepEqual(await toldAt(4), [])
  const last = await db.selectFrom('notice').select('facts').execute()
  assert.deepEqual(last, [])
})

test('what was given with less time to go is not told of at once, and another end is told of anew', async () => {
  const roles = async () => (await toldAt(20)).filter((line) => line.includes('role.'))
  await db
    .updateTable('role_assignment')
    .set({ given_at: new Date(until.getTime() - 25 * 86_400_000) })
    .execute()
  assert.deepEqual(await roles(), [])
  await db
    .updateTable('role_assignment')
    .set({ given_at: new Date('2026-01-01T00:00:00Z'), valid_until: new Date(until.getTime() - 86_400_000) })
    .execute()
  assert.deepEqual(await roles(), ['anna: role.ending', 'chief: role.ending-of'])
  await db.updateTable('role_assignment').set({ valid_until: until }).execute()
  assert.deepEqual(await roles(), ['anna: role.ending', 'chief: role.ending-of'])
})

test('what goes on in another assignment, was taken back or ends with its account is not told of', async () => {
  const roles = async () => (await toldAt(7)).filter((line) => line.includes('role.'))
  const [held] = await db.selectFrom('role_assignment').selectAll().execute()
  assert.ok(held)
  const { organisation_id: _, ...copy } = held
  const next = { ...copy, id: crypto.randomUUID(), key: 'next', scopes: '{}', hours: null }
  await db
    .insertInto('role_assignment')
    .values({ ...next, valid_from: until, valid_until: null })
    .execute()
  assert.deepEqual(await roles(), [])
  await db.deleteFrom('role_assignment').where('key', '=', 'next').execute()
  await db.updateTable('role_assignment').set({ withdrawn_at: now }).execute()
  assert.deepEqual(await roles(), [])
  await db.updateTable('role_assignment').set({ withdrawn_at: null }).execute()
  await db.updateTable('account').set({ valid_until: until }).where('key', '=', 'anna').execute()
  assert.deepEqual(await roles(), [])
  await db.updateTable('account').set({ valid_until: null }).where('key', '=', 'anna').execute()
})

test('an administrator of many that end gets one message of them', async () => {
  const [held] = await db.selectFrom('role_assignment').selectAll().execute()
  const accounts = await db.selectFrom('account').select('id').where('key', 'in', ['bo', 'annex', 'chief']).execute()
  const secretary = await db.selectFrom('role').select('id').where('key', '=', 'sekretaer').executeTakeFirstOrThrow()
  assert.ok(held)
  for (const [at, { id }] of accounts.entries()) {
    const { organisation_id: _, ...copy } = held
    const one = {
      ...copy,
      id: crypto.randomUUID(),
      key: `more-${at}`,
      account_id: id,
      role_id: secretary.id,
      scopes: '{}',
      hours: null,
    }
    await db.insertInto('role_assignment').values(one).execute()
  }
  await db.updateTable('account').set({ valid_until: null }).where('key', '=', 'bo').execute()
  const told = await toldAt(7)
  assert.deepEqual(
    told.filter((line) => /^(chief|annex)/.test(line)),
    [
      'annex: role.ending',
      'annex: role.ending-of',
      'chief: role.ending',
      'chief: role.ending-of',
      'chief: role.ending-of',
      'chief: role.ending-of',
    ],
  )
  await db.deleteFrom('ending_warning').execute()
  await db.updateTable('account').set({ unit_id: null }).where('key', '=', 'annex').execute()
  await db
    .insertInto('role_assignment')
    .values({ ...held, id: crypto.randomUUID(), key: 'again', role_id: secretary.id, scopes: '{}' } as never)
    .execute()
  assert.deepEqual(
    (await toldAt(7)).filter((line) => /^chief/.test(line)),
    ['chief: endings.many', 'chief: role.ending'],
  )
})
