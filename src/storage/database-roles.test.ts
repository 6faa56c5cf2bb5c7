import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { openTestDatabase } from '../../test/support/test-database.ts'
import { inOrganisation } from './in-organisation.ts'

const storage = await openTestDatabase()
after(() => storage.close())
const { db } = storage

const [clinic, municipality] = [randomUUID(), randomUUID()]
const at = new Date('2026-11-24T08:00:00Z')
const organisation = (id: string, cvr: string) =>
  ({ id, cvr, name: `Organisation ${cvr}`, kind: 'general-practice', status: 'active', created_at: at }) as const
const event = (organisationId: string) =>
  ({
    id: randomUUID(),
    at,
    action: 'test.done',
    outcome: 'success',
    actor_kind: 'system',
    organisation_id: organisationId,
  }) as const

await db
  .insertInto('organisation')
  .values([organisation(clinic, '99999901'), organisation(municipality, '99999902')])
  .execute()
await db
  .insertInto('unit')
  .values([clinic, municipality].map((id) => ({ id: randomUUID(), organisation_id: id, key: 'u', name: 'Unit' })))
  .execute()
await db
  .insertInto('audit_event')
  .values([event(clinic), event(municipality)])
  .execute()

test('administration sees the rows of its own organisation and no others', async () => {
  const seen = await inOrganisation(db, clinic, async (trx) => ({
    organisations: (await trx.selectFrom('organisation').select('id').execute()).map(({ id }) => id),
    units: (await trx.selectFrom('unit').select('organisation_id').execute()).map((row) => row.organisation_id),
    events: (await trx.selectFrom('audit_event').select('organisation_id').execute()).map((row) => row.organisation_id),
  }))
  assert.deepEqual(seen, { organisations: [clinic], units: [clinic], events: [clinic] })
})

test('administration with no organisation set sees nothing at all', async () => {
  const seen = await db.transaction().execute(async (trx) => {
    await sql`set local role seb_organisation`.execute(trx)
    return trx.selectFrom('organisation').select('id').execute()
  })
  assert.deepEqual(seen, [])
})

test('administration cannot write an event into another organisation’s log', async () => {
  await inOrganisation(db, clinic, (trx) => trx.insertInto('audit_event').values(event(clinic)).execute())
  await assert.rejects(
    inOrganisation(db, clinic, (trx) => trx.insertInto('audit_event').values(event(municipality)).execute()),
    /row-level security/,
  )
})

test('neither database role can change, remove or empty the audit', async () => {
  for (const role of ['seb_broker', 'seb_organisation'])
    for (const statement of ["update audit_event set action = 'x'", 'delete from audit_event', 'truncate audit_event'])
      await assert.rejects(
        db.transaction().execute(async (trx) => {
          await sql.raw(`set local role ${role}`).execute(trx)
          await sql.raw(statement).execute(trx)
        }),
        /permission denied/,
        `${role}: ${statement}`,
      )
})

test('administration cannot read CPR numbers, not even sealed ones', async () => {
  for (const column of ['cpr_sealed', 'cpr_hash'] as const)
    await assert.rejects(
      inOrganisation(db, clinic, (trx) => trx.selectFrom('person').select(column).execute()),
      /permission denied/,
      column,
    )
  assert.deepEqual(await inOrganisation(db, clinic, (trx) => trx.selectFrom('person').select('name').execute()), [])
})

test('administration makes accounts for people it has made, and for nobody else’s', async () => {
  const person = (more: object = {}) => ({ id: randomUUID(), name: 'Made up', created_at: at, ...more })
  const account = (person_id: string, organisation_id: string) => {
    const id = randomUUID()
    return { id, person_id, organisation_id, key: id, status: 'active' as const, valid_from: at, created_at: at }
  }
  const [theirs, citizen, written] = [person(), person({ cpr_hash: 'made up' }), person({ key: 'made-up' })]
  await db.insertInto('person').values([theirs, citizen, written]).execute()
  await db.insertInto('account').values(account(theirs.id, municipality)).execute()
  for (const { id } of [theirs, citizen, written, person()])
    await assert.rejects(
      inOrganisation(db, clinic, (trx) => trx.insertInto('account').values(account(id, clinic)).execute()),
      /row-level security/,
    )
  await assert.rejects(
    inOrganisation(db, clinic, (trx) =>
      trx
        .insertInto('person')
        .values(person({ cpr_hash: 'x' }))
        .execute(),
    ),
    /permission denied/,
  )
  const own = person()
  const seen = await inOrganisation(db, clinic, async (trx) => {
    await trx.insertInto('person').values(own).execute()
    // Before the account it is nobody's.
    assert.deepEqual(await trx.selectFrom('person').select('id').execute(), [])
    await trx.insertInto('account').values(account(own.id, clinic)).execute()
    return trx.selectFrom('person').select('id').execute()
  })
  assert.deepEqual(seen, [{ id: own.id }])
  await assert.rejects(
    inOrganisation(db, municipality, (trx) =>
      trx.insertInto('account').values(account(own.id, municipality)).execute(),
    ),
    /row-level security/,
  )
})

test('administration asks for a service and takes its request back, and cannot say that it was granted', async () => {
  const [personId, serviceId] = [randomUUID(), randomUUID()]
  await sql`insert into person (id, name, created_at) values (${personId}, 'Kim', ${at})`.execute(db)
  await sql`insert into service (id, key, protocol, entity_id, name_da, name_en, short_name, audience, lowest_assurance, access,
      log_in_kinds, metadata, metadata_read_at)
    values (${serviceId}, 's', 'saml', 's', 's', 's', 's', 'professional', 'Low', 'role', '{professional}', '{}', ${at})`.execute(
    db,
  )
  const ask = (id: string, state: 'waiting' | 'granted') =>
    inOrganisation(db, clinic, (trx) =>
      sql`insert into service_request (id, organisation_id, service_id, asked_by, asked_as, asked_at, why, people, ceilings, state, ended_at)
        values (${id}, ${clinic}, ${serviceId}, ${personId}, 'signatory', ${at}, 'x', 1, '{}', ${state},
          ${state === 'waiting' ? null : at})`.execute(trx),
    )
  await assert.rejects(ask(randomUUID(), 'granted'), /row-level security/)
  const id = randomUUID()
  await ask(id, 'waiting')
  const say = (state: string) =>
    inOrganisation(db, clinic, (trx) =>
      sql`update service_request set state = ${state}, ended_at = ${at} where id = ${id}`.execute(trx),
    )
  await assert.rejects(say('granted'), /row-level security/)
  await say('withdrawn')
})
