/** Administration on a real PostgreSQL, where several connections work at once. */
import assert from 'node:assert/strict'
import { randomBytes, randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { assignRole } from '../../src/access/admin/assign/assign-role.ts'
import { changeAccount } from '../../src/access/admin/decide/change-account.ts'
import { findTimeline } from '../../src/access/admin/employees/employee.store.ts'
import { listEmployees } from '../../src/access/admin/employees/employees.store.ts'
import { randomIds } from '../../src/base/ids.ts'
import { mailKeyFrom } from '../../src/mail/seal-mail.ts'
import { openStorage, type Storage } from '../../src/storage/database.ts'
import { inOrganisation } from '../../src/storage/in-organisation.ts'
import { type Postgres, startPostgres } from '../support/postgres.ts'
import { testClock } from '../support/test-clock.ts'

let postgres: Postgres
let storage: Storage
before(async () => {
  postgres = await startPostgres()
  storage = await openStorage({ engine: 'postgresql', url: await postgres.createDatabase(), poolSize: 4 })
})
after(async () => {
  await storage.close()
  await postgres[Symbol.asyncDispose]()
})

const clock = testClock()
const mailKey = mailKeyFrom(randomBytes(32))
const deps = { clock, ids: randomIds, mailKey, publicUrl: new URL('https://seb.example') }
const [clinic, municipality, service, role] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()]
const unlimited = { unitIds: null, serviceIds: null }

/** An organisation with one employee; the same person may work in two. */
async function employ(organisation: string, cvr: string, person: string): Promise<string> {
  const { db } = storage
  const at = clock.now()
  await db
    .insertInto('organisation')
    .values({ id: organisation, cvr, name: cvr, kind: 'supplier', status: 'active', created_at: at })
    .execute()
  await db
    .insertInto('person')
    .values({ id: person, name: `Person ${person}`, created_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const id = randomUUID()
  await db
    .insertInto('account')
    .values({
      id,
      person_id: person,
      organisation_id: organisation,
      key: id,
      status: 'active',
      valid_from: at,
      created_at: at,
    })
    .execute()
  return id
}

test('administrators at work at once give a role once, end the sessions of one organisation only, and leave no rights behind', async () => {
  const { db } = storage
  const person = randomUUID()
  const account = await employ(clinic, '99999901', person)
  await employ(municipality, '99999902', person)
  const at = clock.now()
  await db
    .insertInto('service')
    .values({
      id: service,
      key: 's',
      protocol: 'saml',
      entity_id: 'urn:s',
      name_da: 'S',
      name_en: 'S',
      short_name: 'S',
      audience: 'professional',
      lowest_assurance: 'Low',
      access: 'role',
      log_in_kinds: ['professional'],
      metadata: '{}',
      metadata_read_at: at,
    })
    .execute()
  await db
    .insertInto('role')
    .values({
      id: role,
      service_id: service,
      key: 'r',
      name_da: 'R',
      name_en: 'R',
      privileges: ['urn:r'],
      lowest_assurance: 'Low',
    })
    .execute()
  await db
    .insertInto('service_grant')
    .values({ id: randomUUID(), organisation_id: clinic, service_id: service, valid_from: at })
    .execute()

  const acting = {
    kind: 'chief-administrator',
    key: 'k',
    accountId: randomUUID(),
    organisation: { id: clinic, cvr: '99999901', name: 'Clinic' },
    unitName: null,
    limits: unlimited,
  } as const
  const actor = { acting, personId: randomUUID(), source: '127.0.0.1' }
  const typed = { scopes: {}, from: at.toISOString().slice(0, 10), until: '', hours: [], reason: 'because' }
  const wanted = { accountId: account, roleId: role, assignmentId: randomUUID(), typed, exception: '' }
  const other = { ...wanted, assignmentId: randomUUID() }
  const outcomes = await Promise.all(
    [wanted, other, wanted, other].map((one) => inOrganisation(db, clinic, (trx) => assignRole(deps, trx, actor, one))),
  )
  const [first, second, ...again] = outcomes.map((outcome) => outcome?.outcome)
  assert.deepEqual([first, second].sort(), ['assigned', 'mistakes'])
  assert.deepEqual(again, [first, second])
  const timeline = await inOrganisation(db, clinic, (trx) => findTimeline(trx, account))
  assert.deepEqual(
    timeline.map(({ action, reason }) => [action, reason]),
    [['role-assignment.added', 'because']],
  )
  const query = { text: 'person', unitId: null, status: 'current' } as const
  const list = await inOrganisation(db, clinic, (trx) => listEmployees(trx, unlimited, query, null, clock.now()))
  assert.deepEqual([list.total, list.rows[0]?.roles], [1, 1])

  const provider = randomUUID()
  await db
    .insertInto('identity_provider')
    .values({
      id: provider,
      key: 'p',
      entity_id: 'urn:p',
      profile: 'p',
      kind: 'nemlog-in',
      name_da: 'P',
      name_en: 'P',
      category: 'national',
      highest_assurance: 'High',
      log_in_kinds: ['professional'],
      metadata: '{}',
      metadata_read_at: at,
    })
    .execute()
  const sessions = ['99999901', '99999902'].map((cvr) => ({
    id: randomUUID(),
    token_hash: cvr,
    person_id: person,
    identity_provider_id: provider,
    authentication: JSON.stringify({ attributes: { cvr: [cvr] } }),
    started_at: at,
    last_used_at: at,
  }))
  await db.insertInto('session').values(sessions).execute()
  const suspend = { accountId: account, change: 'suspend', reason: 'leave' } as const
  await Promise.all([1, 2].map(() => inOrganisation(db, clinic, (trx) => changeAccount(deps, trx, actor, suspend))))
  const live = await db.selectFrom('session').select('token_hash').where('ended_at', 'is', null).execute()
  assert.deepEqual(live, [{ token_hash: '99999902' }])
  const events = await db.selectFrom('audit_event').select('action').orderBy('sequence').execute()
  assert.deepEqual(
    events.map(({ action }) => action),
    ['role-assignment.added', 'account.suspended'],
  )

  const left = await sql<{ role: string; organisation: string | null }>`
    select current_user as role, nullif(current_setting('seb.organisation', true), '') as organisation`.execute(db)
  assert.deepEqual(left.rows, [{ role: 'seb_broker', organisation: null }])
})
