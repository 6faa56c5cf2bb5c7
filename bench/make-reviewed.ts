/** Fills a database with what reviews are measured on: a region with 5,000 assignments, and a thousand clinics. All of it is made up. */
import { sql } from 'kysely'
import type { Db } from '../src/storage/database.ts'
import { refreshStatistics } from '../src/storage/statistics.job.ts'

export const reviewedSize = { people: 2_500, rolesEach: 2, clinics: 1_000, clinicPeople: 10 } as const

/** One in so many has not used their services for 90 days, and stands out. */
const unusedEach = 20

export async function makeReviewed(db: Db, regionCvr: string): Promise<void> {
  const { people, rolesEach, clinics, clinicPeople } = reviewedSize
  await sql`insert into unit (id, organisation_id, key, name, sor)
    select md5('unit' || n)::uuid, organisation.id, 'afsnit-' || n, 'Afsnit ' || n, (999900000000000 + n)::text
    from organisation, generate_series(1, 50) n where cvr = ${regionCvr}`.execute(db)
  await sql`insert into organisation (id, cvr, name, kind, status, created_at)
    select md5('clinic' || n)::uuid, (99200000 + n)::text, 'Lægehuset ' || n, 'general-practice', 'active', now()
    from generate_series(1, ${clinics}) n`.execute(db)
  await sql`insert into service_grant (id, organisation_id, service_id, valid_from)
    select gen_random_uuid(), organisation.id, service.id, now() - interval '1 year' from organisation cross join service`.execute(
    db,
  )
  await makePeople(db, 'region', people, sql`(select id from organisation where cvr = ${regionCvr})`)
  await makePeople(db, 'clinic', clinics * clinicPeople, sql`md5('clinic' || ceil(n / ${clinicPeople}::numeric))::uuid`)
  await sql`update account set unit_id = md5('unit' || 1 + ('x' || left(md5(key), 7))::bit(28)::integer % 50)::uuid
    where organisation_id = (select id from organisation where cvr = ${regionCvr})`.execute(db)
  await sql`insert into administrator_appointment (id, account_id, level, appointed_by, appointed_at)
    select gen_random_uuid(), md5('clinic account' || n)::uuid, 'chief', 'bench', now()
    from generate_series(1, ${clinics * clinicPeople}) n where n % ${clinicPeople} < 2`.execute(db)
  await makeRoles(db, 'region', rolesEach)
  await makeRoles(db, 'clinic', 3)
  await sql`insert into account_service_use (account_id, service_id, last_used_at)
    select distinct held.account_id, held.service_id, now() - interval '5 days'
    from role_assignment held join account on account.id = held.account_id
    where ('x' || left(md5(account.key), 7))::bit(28)::integer % ${unusedEach} <> 0`.execute(db)
  await refreshStatistics(db)
}

/** `organisation`: of person number `n`. */
async function makePeople(db: Db, kind: string, count: number, organisation: ReturnType<typeof sql>): Promise<void> {
  await sql`insert into person (id, name, email, created_at)
    select md5(${`${kind} person`} || n)::uuid, 'Made Up ' || left(md5(n::text), 5), ${kind} || n || '@example.org', now()
    from generate_series(1, ${count}) n`.execute(db)
  await sql`insert into account (id, person_id, organisation_id, key, status, valid_from, created_at)
    select md5(${`${kind} account`} || n)::uuid, md5(${`${kind} person`} || n)::uuid, ${organisation}, md5(${kind} || n), 'active',
      now() - interval '1 year', now() - interval '1 year'
    from generate_series(1, ${count}) n`.execute(db)
}

/** Those of a unit have the roles of one service. */
async function makeRoles(db: Db, kind: string, each: number): Promise<void> {
  await sql`insert into role_assignment (id, account_id, service_id, role_id, scopes, valid_from, given_at, assigned_by, reason)
    select gen_random_uuid(), account.id, role.service_id, role.id,
      case when role.key = 'rolle-2' and unit.sor is not null then jsonb_build_object('enhed', jsonb_build_array(unit.sor)) else '{}' end,
      now() - interval '200 days', now() - interval '200 days', 'bench', 'made up'
    from account join person on person.id = account.person_id left join unit on unit.id = account.unit_id
    join service on service.key = 'tjeneste-' || coalesce(('x' || left(md5(unit.key), 7))::bit(28)::integer % 40, 0)
    join role on role.service_id = service.id and role.key <= 'rolle-' || ${each}::text
    where person.email like ${`${kind}%`}`.execute(db)
}
