import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { inOrganisation } from '../../src/storage/in-organisation.ts'
import { openTestDatabase } from '../../test/support/test-database.ts'
import { makeAssignments, makePeople, makeUnits, peopleOf } from './make-crowd.ts'
import { leafKeys } from './unit-trees.ts'

const storage = await openTestDatabase()
after(() => storage.close())
const { db } = storage

const uuid = (last: number) => `00000000-0000-4000-8000-00000000000${last}`
const [municipality, clinic, service, nursing, reading, grant] = [uuid(1), uuid(2), uuid(3), uuid(4), uuid(5), uuid(6)]
const now = new Date('2026-11-25T08:00:00Z')
const options = { seed: 'test', now }
await sql`
  insert into organisation (id, cvr, name, kind, status, created_at)
  values (${municipality}, '99999902', 'Fjordby Kommune', 'municipality', 'active', ${now}),
    (${clinic}, '99999901', 'Klinikken', 'general-practice', 'active', ${now})`.execute(db)
await sql`
  insert into service (id, key, protocol, entity_id, name_da, name_en, short_name, audience, lowest_assurance, access, log_in_kinds,
    metadata, metadata_read_at)
  values (${service}, 's', 'saml', 'urn:s', 'S', 'S', 'S', 'professional', 'Low', 'role', '{professional}', '{}', ${now})`.execute(
  db,
)
await sql`
  insert into role (id, service_id, key, name_da, name_en, privileges, lowest_assurance, required_education_codes)
  values (${nursing}, ${service}, 'n', 'N', 'N', '{urn:n}', 'Low', '{5166}'), (${reading}, ${service}, 'r', 'R', 'R', '{urn:r}', 'Low', '{}')`.execute(
  db,
)
await sql`
  insert into role_scope (role_id, key, kind, name_da, name_en, constraint_name, position)
  values (${nursing}, 'enhed', 'sor', 'Enhed', 'Unit', 'urn:c', 1)`.execute(db)
await sql`
  insert into service_grant (id, organisation_id, service_id, valid_from) values (${grant}, ${municipality}, ${service}, ${now})`.execute(
  db,
)

async function make(): Promise<void> {
  const seats = sql`
    select ${municipality}::uuid as organisation_id, number, (select array_agg(id order by key) from unit
      where organisation_id = ${municipality} and key = any(${leafKeys('municipality')})) as units
    from generate_series(1, 300) number`
  await makeUnits(db, sql`select ${municipality}::uuid as id`, 'municipality', options)
  await makePeople(db, peopleOf(seats, options), options)
  await makeAssignments(db, peopleOf(seats, options), { least: 1, most: 2 }, options)
}

async function everything(): Promise<unknown> {
  const { rows } = await sql`
    select person.name, unit.name as unit, account.status, account.valid_until, held.scopes, held.role_id, held.withdrawn_at
    from account join person on person.id = account.person_id join unit on unit.id = account.unit_id
    left join role_assignment held on held.account_id = account.id order by account.id, held.role_id`.execute(db)
  return rows
}

test('a crowd that is made twice is there once, and the same', async () => {
  await make()
  const first = await everything()
  await make()
  assert.deepEqual(await everything(), first)
  const { rows } = await sql<{ people: number; names: number; units: number }>`
    select count(*)::integer as people, count(distinct person.name)::integer as names, count(distinct unit_id)::integer as units
    from account join person on person.id = person_id`.execute(db)
  assert.equal(rows[0]?.people, 300)
  assert.ok((rows[0]?.names ?? 0) > 280 && (rows[0]?.units ?? 0) > 60, JSON.stringify(rows))
})

test('roles go to those who may have them, limited to their own unit where the role asks for one', async () => {
  const { rows } = await sql<{ all: number; nurses: number; own: number }>`
    select count(*)::integer as all, count(*) filter (where authorised.code is not null)::integer as nurses,
      count(*) filter (where held.scopes = jsonb_build_object('enhed', jsonb_build_array(unit.sor)))::integer as own
    from role_assignment held join account on account.id = held.account_id join unit on unit.id = account.unit_id
    left join person_authorisation authorised on authorised.person_id = account.person_id and authorised.education_code = '5166'
    where held.role_id = ${nursing}`.execute(db)
  const [{ all, nurses, own } = { all: 0, nurses: -1, own: -1 }] = rows
  assert.ok(all > 50)
  assert.deepEqual([nurses, own], [all, all])
})

test('an assignment says whose it is, whatever was written, and goes along with its account', async () => {
  const seen = (organisation: string) =>
    inOrganisation(db, organisation, async (trx) => {
      const { rows } = await sql<{ count: number }>`select count(*)::integer from role_assignment`.execute(trx)
      return rows[0]?.count ?? 0
    })
  const all = await seen(municipality)
  assert.ok(all > 300)
  await db.updateTable('role_assignment').set({ organisation_id: clinic }).execute()
  assert.deepEqual([await seen(municipality), await seen(clinic)], [all, 0])
  await db.updateTable('account').set({ organisation_id: clinic, unit_id: null }).where('key', '=', 'p7').execute()
  const moved = await seen(clinic)
  assert.ok(moved > 0)
  assert.equal(await seen(municipality), all - moved)
})
