/**
 * Fills a database with a made-up nation, set by set: regions, municipalities and clinics, everybody's accounts and roles, and
 * two years of audit. What is made follows from the seed.
 */
import { type Kysely, type RawBuilder, sql } from 'kysely'
import { makeAssignments, makePeople, makeUnits, peopleOf } from '../sandbox/crowd/make-crowd.ts'
import { leafKeys } from '../sandbox/crowd/unit-trees.ts'
import type { Schema } from '../src/storage/schema.ts'
import { withoutIndexes } from './without-indexes.ts'

type Db = Kysely<Schema>

export const nationSeed = 'nation'
/** So that the nation is the same whenever it is made. */
export const nationNow = new Date('2026-11-01T06:00:00Z')
const options = { seed: nationSeed, now: nationNow }

/** The first region is the one that is measured. Clinics have 13 or 14 people. */
const kinds = [
  { kind: 'region', count: 5, people: sql`40000`, first: 1 },
  { kind: 'municipality', count: 98, people: sql`4000`, first: 1001 },
  { kind: 'general-practice', count: 29_897, people: sql`13 + least(1, number % 3)`, first: 2001 },
]

export async function makeNation(db: Db, scale: number, tell: (what: string) => void): Promise<void> {
  for (const { kind, count, first } of kinds) {
    const last = first + Math.max(1, Math.round(count * scale)) - 1
    await sql`
      insert into organisation (id, cvr, name, kind, status, created_at)
      select md5('nation' || number)::uuid, (99100000 + number)::text,
        ${{ region: 'Region', municipality: 'Kommunen', 'general-practice': 'Lægehuset' }[kind]} || ' ' || number, ${kind}, 'active',
        ${nationNow}
      from generate_series(${first}::integer, ${last}::integer) number on conflict do nothing`.execute(db)
    await makeUnits(db, sql`select id from organisation where kind = ${kind}`, kind, options)
  }
  await sql`
    insert into service_grant (id, organisation_id, service_id, valid_from)
    select md5('grant' || organisation.id || chosen.id)::uuid, organisation.id, chosen.id, ${nationNow}::timestamptz - interval '3 years'
    from organisation cross join lateral (
      select service.id from service where protocol = 'saml' order by md5(organisation.id || service.key) limit 5) chosen
    on conflict do nothing`.execute(db)
  tell('organisations, units and grants')

  await sql`create unlogged table crowd as select *, row_number() over () as seat from (${peopleOf(seats(), options)}) made`.execute(
    db,
  )
  await withoutIndexes(db, ['person', 'account', 'person_authorisation'], () =>
    makePeople(db, sql`select * from crowd`, options),
  )
  tell('people and accounts')
  await sql`analyze crowd, unit, service_grant, role, role_scope`.execute(db)
  await withoutIndexes(db, ['role_assignment'], () =>
    makeAssignments(db, sql`select * from crowd`, { least: 3, most: 7 }, options),
  )
  tell('roles')
  await withoutIndexes(db, ['audit_event'], () => makeEvents(db, Math.round(20_000_000 * scale)))
  // As if all of it had been sealed: SEB goes on from here.
  const hash = sql`sha256('made up')`
  await withoutIndexes(db, ['audit_seal'], async () => {
    await sql`
      insert into audit_seal (position, sequence, event_hash, chain_hash, organisation_id, organisation_position,
        organisation_chain_hash)
      select sequence, sequence, ${hash}, ${hash}, organisation_id, case when organisation_id is not null then sequence end,
        case when organisation_id is not null then ${hash} end
      from audit_event`.execute(db)
  })
  await sql`
    insert into audit_seal_organisation
    select organisation_id, max(organisation_position), ${hash} from audit_seal where organisation_id is not null
    group by organisation_id on conflict do nothing`.execute(db)
  tell('audit events')
  await sql`vacuum (freeze, analyze)`.execute(db)
}

function seats(): RawBuilder<unknown> {
  const numbers = kinds.map(
    ({ kind, people }) => sql`
      select organisation.id as organisation_id, seat.number, place.units
      from (select id, row_number() over (order by cvr) as number from organisation where kind = ${kind}) organisation
      join lateral (select array_agg(unit.id order by unit.key) as units from unit
        where unit.organisation_id = organisation.id and unit.key = any(${leafKeys(kind)}::text[])) place on true
      cross join lateral generate_series(1, ${people}) seat (number)`,
  )
  return sql.join(numbers, sql` union all `)
}

const slice = 1_000_000

/** In the order of their time, everybody's mixed. */
async function makeEvents(db: Db, count: number): Promise<void> {
  const actions = [
    ...Array.from({ length: 12 }, () => 'sign-in.answered'),
    ...Array.from({ length: 4 }, () => 'account.viewed'),
    ...['role-assignment.added', 'role-assignment.withdrawn', 'account.changed', 'sign-in.refused'],
  ]
  // A slice at a time, since the whole would be sorted on disk.
  for (let from = 1; from <= count; from += slice)
    await sql`
      insert into audit_event (id, at, action, outcome, actor_kind, actor_id, organisation_id, object_kind, object_id, source,
        reference, details)
      select md5('event' || event)::uuid, ${nationNow}::timestamptz - (${count}::bigint - event) * (interval '2 years' / ${count}),
        (${actions}::text[])[1 + event % 20], case when event % 20 = 19 then 'refused' else 'success' end, 'person',
        crowd.person_id::text, crowd.organisation_id, 'account', crowd.account_id::text, '10.0.0.' || event % 250,
        case when event % 20 = 19 then upper(left(md5('reference' || event), 8)) end, '{"reason": "made up"}'
      from generate_series(${from}::bigint, ${Math.min(count, from + slice - 1)}::bigint) event
      join crowd on crowd.seat = 1 + (event * 7919) % (select count(*) from crowd)
      order by event`.execute(db)
}
