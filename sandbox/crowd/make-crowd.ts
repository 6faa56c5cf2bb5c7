/**
 * Fills organisations with made-up units, people, accounts and roles, thousands with one statement. What is made follows from
 * the seed, the organisation and the number: made twice it is there once. The sandbox and `bench/` share it.
 */
import { type RawBuilder, sql } from 'kysely'
import type { Db, Trx } from '../../src/storage/database.ts'
import { firstNames, surnameBeginnings, surnameEndings } from './made-up-names.ts'
import { unitTree } from './unit-trees.ts'

export interface CrowdOptions {
  seed: string
  /** Dates are made around it. */
  now: Date
}

/** The same for the same words: a number from 0 up to `below`. */
const chance = (words: RawBuilder<unknown>, below: number | RawBuilder<unknown>) =>
  sql`abs(hashtextextended(${words}, 0) % ${below})`

/** Units for organisations of one kind; `organisations` selects their `id`. */
export async function makeUnits(
  db: Db | Trx,
  organisations: RawBuilder<unknown>,
  kind: string,
  { seed }: CrowdOptions,
): Promise<void> {
  const id = (number: RawBuilder<unknown>) => sql`md5(${seed}::text || organisation.id || 'unit' || ${number})::uuid`
  await sql`
    insert into unit (id, organisation_id, key, parent_id, name, sor)
    select ${id(sql`tree.number`)}, organisation.id, 'enhed-' || tree.number,
      case when tree.parent is not null then ${id(sql`tree.parent`)} end, tree.name,
      '99' || lpad(${chance(sql`organisation.id::text`, 100_000_000)}::text, 8, '0') || lpad(tree.number::text, 5, '0')
    from (${organisations}) organisation,
      jsonb_to_recordset(${JSON.stringify(unitTree(kind))}::jsonb) tree (number integer, parent integer, name text)
    order by organisation.id, tree.number
    on conflict do nothing`.execute(db)
}

/**
 * The people of some seats, who are known by `person_id` and `account_id`. `seats` selects `organisation_id`, `number` and
 * `units`: the ids of those that people are employed in.
 */
export function peopleOf(seats: RawBuilder<unknown>, { seed }: CrowdOptions): RawBuilder<unknown> {
  const pick = (list: readonly string[], salt: string) =>
    sql`(${[...list]}::text[])[1 + ${chance(sql`(seat.word || ${salt})`, list.length)}]`
  const surname = (salt: string) => sql`${pick(surnameBeginnings, `b${salt}`)} || ${pick(surnameEndings, `e${salt}`)}`
  return sql`
    select seat.*, md5(word || 'person')::uuid as person_id, md5(word || 'account')::uuid as account_id,
      md5(word || 'professional')::uuid as professional_uuid,
      seat.units[1 + ${chance(sql`(word || 'unit')`, sql`cardinality(seat.units)`)}] as unit_id,
      ${chance(sql`(word || 'work')`, 100)} as work, ${chance(sql`(word || 'since')`, 3000)} as since,
      ${pick(firstNames, 'f')} || case when ${chance(sql`(word || 'm')`, 3)} = 0 then ' ' || ${surname('1')} else '' end
        || ' ' || ${surname('2')} as name
    from (select found.*, ${seed}::text || organisation_id || number as word from (${seats}) found) seat`
}

/** `people` selects what `peopleOf` does: the same, or a table that it was written to. */
export async function makePeople(db: Db | Trx, people: RawBuilder<unknown>, { now }: CrowdOptions): Promise<void> {
  const begun = sql`${now}::timestamptz - (80 + made.since) * interval '1 day'`
  await sql`
    insert into person (id, name, email, created_at)
    select made.person_id, made.name, 'p' || left(made.person_id::text, 8) || made.number || '@seb-demo.example', ${begun}
    from (${people}) made on conflict do nothing`.execute(db)
  await sql`
    insert into account (id, person_id, organisation_id, unit_id, key, professional_uuid, status, valid_from, valid_until,
      created_at, last_log_in_at, name_key)
    select made.account_id, made.person_id, made.organisation_id, made.unit_id, 'p' || made.number, made.professional_uuid,
      case when made.work < 2 then 'suspended' else 'active' end, ${begun},
      case when made.work in (2, 3) then ${now}::timestamptz - made.since * interval '1 hour' end, ${begun},
      case when made.work < 90 then ${now}::timestamptz - ${chance(sql`(word || 'seen')`, 40_000)} * interval '5 minutes' end,
      fold_name(made.name)
    from (${people}) made on conflict do nothing`.execute(db)
  // One in six is a doctor, three in six a nurse.
  await sql`
    insert into person_authorisation (person_id, code, education_code, education_type, valid_from)
    select made.person_id, 'Z' || upper(left(made.person_id::text, 4)),
      case when made.work % 6 = 0 then '7170' else '5166' end,
      case when made.work % 6 = 0 then 'Læge' else 'Sygeplejerske' end, ${begun}
    from (${people}) made where made.work % 6 <= 3 on conflict do nothing`.execute(db)
}

/**
 * Roles that the organisation's grants, the person's authorisation and the unit allow, so that most have effect: from `least`
 * to `most` each, as far as there are so many.
 */
export async function makeAssignments(
  db: Db | Trx,
  people: RawBuilder<unknown>,
  { least, most }: { least: number; most: number },
  { now }: CrowdOptions,
): Promise<void> {
  // One row an organisation, so that each person looks at what their own may give and no further.
  await sql`
    with offer as materialized (
      select held.organisation_id, array_agg(role.id) as ids, array_agg(role.service_id) as services,
        array_agg(coalesce(role.required_education_codes[1], '')) as educations, array_agg(coalesce(scope.key, '')) as scopes,
        array_agg(coalesce(scope.kind, '')) as kinds, array_agg(scope.allowed_values[1]) as values,
        array_agg(held.ceilings->scope.kind) as ceilings
      from service_grant held join role on role.service_id = held.service_id and role.status = 'active'
        and (held.role_ids is null or role.id = any(held.role_ids))
      left join role_scope scope on scope.role_id = role.id and scope.required
      where held.organisation_id in (select organisation_id from (${people}) made)
      group by held.organisation_id)
    insert into role_assignment (id, account_id, organisation_id, service_id, role_id, scopes, valid_from, valid_until,
      withdrawn_at, assigned_by, reason)
    select md5(made.word || chosen.id)::uuid, made.account_id, made.organisation_id, chosen.service, chosen.id,
      case when chosen.scope = '' then '{}' else jsonb_build_object(chosen.scope, jsonb_build_array(chosen.value)) end,
      ${now}::timestamptz - (70 + made.since) * interval '1 day',
      case when chosen.luck % 10 = 0 then ${now}::timestamptz + (chosen.luck % 400 - 60) * interval '1 day' end,
      case when chosen.luck % 33 = 1 then ${now}::timestamptz - (chosen.luck % 20) * interval '1 day' end, 'operator',
      case when chosen.luck % 4 = 0 then 'Vikar i enheden' else 'Hører til arbejdet' end
    from (select found.*, unit.sor, unit.ydernummer, unit.p_number,
        case when found.work % 6 = 0 then '7170' when found.work % 6 <= 3 then '5166' else '' end as education
      from (${people}) found join unit on unit.id = found.unit_id) made
    join offer on offer.organisation_id = made.organisation_id
    cross join lateral (
      select fitting.*, abs(hashtextextended(made.word || fitting.id, 0)) as luck
      from (select *, case kind when 'sor' then made.sor when 'ydernummer' then made.ydernummer when 'p-number' then made.p_number
            else listed end as value
          from unnest(offer.ids, offer.services, offer.educations, offer.scopes, offer.kinds, offer.values, offer.ceilings)
            as choice (id, service, education, scope, kind, listed, ceiling)) fitting
      where (education = '' or education = made.education)
        and (scope = '' or value is not null and (ceiling is null or ceiling ? value))
      order by luck
      limit ${least} + made.work % ${most - least + 1}) chosen
    on conflict do nothing`.execute(db)
}

/** The first people administer: so many the whole organisation, and so many more the unit they work in. */
export async function makeAdministrators(
  db: Db | Trx,
  people: RawBuilder<unknown>,
  { chiefs, others }: { chiefs: number; others: number },
  { now }: CrowdOptions,
): Promise<void> {
  if (others === 0) return
  await sql`
    insert into administrator_appointment (id, account_id, level, unit_ids, appointed_by, reason, appointed_at)
    select md5(made.word || 'administrator')::uuid, made.account_id,
      case when made.number <= ${chiefs} then 'chief' else 'administrator' end,
      case when made.number > ${chiefs} then array[made.unit_id] end, 'operator', 'Hører til arbejdet',
      ${now}::timestamptz - made.since * interval '1 day'
    from (${people}) made where made.number <= ${chiefs + others} and made.work between 4 and 99
    on conflict do nothing`.execute(db)
}
