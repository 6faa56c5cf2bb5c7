/** How long the roles that have effect take to find at a log-in, among few assignments and among many. */
import { type Kysely, sql } from 'kysely'
import { makeAssignments, makePeople, peopleOf } from '../sandbox/crowd/make-crowd.ts'
import { findAssignments, findAuthorisations, findCandidates } from '../src/access/roles/door.store.ts'
import { decideRoles } from '../src/access/roles/effective-roles.ts'
import type { Schema } from '../src/storage/schema.ts'
import type { Postgres } from '../test/support/postgres.ts'
import { nationNow } from './make-nation.ts'
import { madeDatabase, openAsSeb } from './nation-database.ts'
import { percentile, rounded } from './timings.ts'
import { withoutIndexes } from './without-indexes.ts'

const options = { seed: 'door', now: nationNow }
const people = 500
const rolesEach = 5
const rounds = 5

export interface DoorFigures {
  assignments: number
  leastMs: number
  p50Ms: number
  p95Ms: number
  roles: number
}

/** One organisation with so many assignments, five a person. */
export async function measureDoor(postgres: Postgres, assignments: number): Promise<DoorFigures> {
  const url = await madeDatabase(postgres, `door_${assignments}`, (db) => makeDoor(db, assignments))
  await using stack = new AsyncDisposableStack()
  const storage = await openAsSeb(url)
  stack.defer(() => storage.close())
  const { db } = storage
  const { rows } = await sql<{ person: string; service: string }>`
    select person_id as person, (select id from service where key = 'door') as service from account
    where abs(hashtextextended(key, 7) % ${Math.max(1, Math.floor(assignments / rolesEach / people))}) = 0 limit ${people}`.execute(
    db,
  )
  const times: number[] = []
  let roles = 0
  const look = async ({ person, service }: { person: string; service: string }) => {
    const begun = performance.now()
    const candidates = await findCandidates(db, person, service)
    const ids = candidates.map(({ account }) => account.id)
    const found = await findAssignments(db, ids, service)
    const authorisations = await findAuthorisations(db, person, nationNow)
    const decided = candidates.flatMap(({ account, grant }) =>
      decideRoles(
        {
          now: nationNow,
          account,
          grant,
          assurance: 'High',
          educationCodes: authorisations.map((one) => one.educationCode),
        },
        found.filter(({ accountId }) => accountId === account.id),
      ),
    )
    times.push(performance.now() - begun)
    roles += decided.length
  }
  // The first round is for the database's memory and for the compiler.
  for (const row of rows) await look(row)
  times.length = 0
  roles = 0
  for (let round = 0; round < rounds; round += 1) for (const row of rows) await look(row)
  return {
    assignments,
    leastMs: rounded(Math.min(...times)),
    p50Ms: rounded(percentile(times, 50)),
    p95Ms: rounded(percentile(times, 95)),
    roles: rounded(roles / rows.length / rounds),
  }
}

async function makeDoor(db: Kysely<Schema>, assignments: number): Promise<void> {
  const made = sql`md5('door')::uuid`
  await sql`
    insert into organisation (id, cvr, name, kind, status, created_at)
    values (${made}, '99100001', 'Region Storhavn', 'region', 'active', ${nationNow})`.execute(db)
  await sql`insert into unit (id, organisation_id, key, name) values (${made}, ${made}, 'enhed-1', 'Enheden')`.execute(
    db,
  )
  await sql`
    insert into service (id, key, protocol, entity_id, name_da, name_en, short_name, audience, lowest_assurance, access,
      log_in_kinds, metadata, metadata_read_at)
    values (${made}, 'door', 'saml', 'urn:door', 'Dør', 'Door', 'Dør', 'professional', 'Low', 'role', '{professional}', '{}',
      ${nationNow})`.execute(db)
  await sql`
    insert into role (id, service_id, key, name_da, name_en, privileges, lowest_assurance)
    select md5('role' || number)::uuid, ${made}, 'rolle-' || number, 'Rolle ' || number, 'Role ' || number, '{urn:door}', 'Low'
    from generate_series(1, ${rolesEach}::integer) number`.execute(db)
  await sql`
    insert into service_grant (id, organisation_id, service_id, valid_from)
    values (${made}, ${made}, ${made}, ${nationNow}::timestamptz - interval '10 years')`.execute(db)
  const seats = sql`
    select ${made} as organisation_id, number, array[${made}] as units
    from generate_series(1, ${assignments / rolesEach}::integer) number`
  await sql`create unlogged table crowd as ${peopleOf(seats, options)}`.execute(db)
  await sql`analyze`.execute(db)
  await withoutIndexes(db, ['person', 'account', 'person_authorisation', 'role_assignment'], async () => {
    await makePeople(db, sql`select * from crowd`, options)
    await makeAssignments(db, sql`select * from crowd`, { least: rolesEach, most: rolesEach }, options)
  })
  await sql`drop table crowd`.execute(db)
  await sql`vacuum (freeze, analyze)`.execute(db)
}
