/** Freezes the list of a review: every assignment it is about, with its terms as they are now and what stands out about each. */
import { sql } from 'kysely'
import type { Trx } from '../storage/database.ts'
import { daysAfter } from './review.ts'

export interface ToFreeze {
  reviewId: string
  unitIds: readonly string[] | null
  serviceIds: readonly string[] | null
  onlySensitive: boolean
  deadline: Date
  now: Date
  /** People whose own roles nobody but an administrator can answer for, if there is one whose limits cover them. */
  withoutReviewer: readonly string[]
}

/** Services are not used every day; an account that ends soon is worth a look. */
const unusedDays = 90
const endingDays = 30
/** Whose role is compared with whose: fewer people than this have no pattern to stand out from. */
const fewestColleagues = 6

/** What can be compared of an assignment. Seconds, since dates as text depend on where they are written. */
export const terms = (held: string) =>
  sql.raw(
    `jsonb_build_object('scopes', ${held}.scopes, 'from', extract(epoch from ${held}.valid_from),
      'until', extract(epoch from ${held}.valid_until), 'hours', ${held}.hours)`,
  )

/**
 * How many there are. What already waits in another review is not asked of twice. Everything is joined as sets: while thousands of
 * rows are written, the planner knows of none of them.
 */
export async function freezeItems(trx: Trx, wanted: ToFreeze): Promise<number> {
  const { reviewId, unitIds, serviceIds, onlySensitive, deadline, now, withoutReviewer } = wanted
  const list = (ids: readonly string[] | null) => sql`${ids ? [...ids] : null}::uuid[]`
  const { numAffectedRows } = await sql`
    with current as (
      select held.*, account.person_id, account.unit_id, account.status, account.valid_until as account_until, role.sensitive
      from role_assignment held join account on account.id = held.account_id join role on role.id = held.role_id
      where held.organisation_id = current_organisation() and held.withdrawn_at is null
        and (held.valid_until is null or held.valid_until > ${now})),
    earlier as (select id, started_at from review where organisation_id = current_organisation() and id <> ${reviewId}),
    last as materialized (
      select distinct on (assignment_id) assignment_id, answered from review_item
      where review_id in (select id from earlier) and decision in ('kept', 'changed')
      order by assignment_id, decided_at desc),
    people as (
      select unit_id, count(*) as people from account
      where organisation_id = current_organisation() and status = 'active' and unit_id is not null group by unit_id),
    administrators as (
      select account.person_id, appointment.unit_ids, appointment.service_ids
      from administrator_appointment appointment join account on account.id = appointment.account_id
      where account.organisation_id = current_organisation() and appointment.level = 'administrator'
        and appointment.ended_at is null and (appointment.valid_until is null or appointment.valid_until > ${now})
        and account.status = 'active' and (account.valid_until is null or account.valid_until > ${now})),
    shared as (select unit_id, role_id, count(distinct account_id) as holders from current group by unit_id, role_id),
    conflicting as materialized (
      select distinct current.person_id, unnest(array_agg(current.role_id)) as role_id
      from role_conflict rule join role_conflict_role part on part.conflict_id = rule.id
      join current on current.role_id = part.role_id
      where rule.ended_at is null
      group by current.person_id, rule.id, rule.at_most having count(distinct current.role_id) > rule.at_most)
    insert into review_item (review_id, assignment_id, organisation_id, account_id, person_id, service_id, role_id, unit_id, frozen, reasons)
    select ${reviewId}, held.id, current_organisation(), held.account_id, held.person_id, held.service_id, held.role_id, held.unit_id,
      ${terms('held')},
      array_remove(array[
        case when held.person_id = any(${list(withoutReviewer)}) and not exists (select from administrators other
          where other.person_id <> held.person_id and (other.unit_ids is null or held.unit_id = any(other.unit_ids))
            and (other.service_ids is null or held.service_id = any(other.service_ids))) then 'no-reviewer' end,
        case when conflicting.role_id is not null then 'conflict' end,
        case when held.status <> 'active' or held.account_until <= ${daysAfter(now, endingDays)} then 'account-ending' end,
        case when last.answered is null and held.given_at > (select min(started_at) from earlier) then 'new' end,
        case when last.answered is distinct from ${terms('held')} and last.answered is not null then 'changed' end,
        case when greatest(held.given_at, held.valid_from) < ${daysAfter(now, -unusedDays)}
          and coalesce(used.last_used_at < ${daysAfter(now, -unusedDays)}, true) then 'unused' end,
        case when people.people >= ${fewestColleagues} and shared.holders <= greatest(1, people.people / 20)
          then 'unlike-colleagues' end,
        case when held.sensitive then 'sensitive' end], null)
    from current held
    left join people on people.unit_id = held.unit_id
    left join shared on shared.unit_id = held.unit_id and shared.role_id = held.role_id
    left join account_service_use used on used.account_id = held.account_id and used.service_id = held.service_id
    left join conflicting on conflicting.person_id = held.person_id and conflicting.role_id = held.role_id
    left join last on last.assignment_id = held.id
    where held.status <> 'ended'
      and (${list(unitIds)} is null or held.unit_id = any(${list(unitIds)}))
      and (${list(serviceIds)} is null or held.service_id = any(${list(serviceIds)}))
      and (not ${onlySensitive}::boolean or held.sensitive)
    on conflict do nothing`.execute(trx)
  // What nobody can answer for is told of, and does not stop.
  await sql`update role_assignment held set unanswered_from = ${deadline}
    from review_item item where item.review_id = ${reviewId} and held.id = item.assignment_id
      and not 'no-reviewer' = any(item.reasons)`.execute(trx)
  return Number(numAffectedRows ?? 0n)
}

/** Whoever is the only chief administrator, where no security officer is somebody else: no chief answers for their roles. */
export async function findWithoutReviewer(trx: Trx, chiefs: readonly string[]): Promise<string[]> {
  const [only, ...others] = chiefs
  if (only === undefined || others.length > 0) return []
  const { rows } = await sql<{ found: boolean }>`
    select exists (select from organisation_function held join account on account.id = held.account_id
      where account.organisation_id = current_organisation() and held.function = 'security-officer' and held.ended_at is null
        and account.status = 'active' and account.person_id <> ${only}) as found`.execute(trx)
  return rows[0]?.found ? [] : [only]
}

/** The persons who are chief administrators now. */
export async function findChiefs(trx: Trx, now: Date): Promise<string[]> {
  const { rows } = await sql<{ personId: string }>`
    select distinct account.person_id as "personId"
    from administrator_appointment appointment join account on account.id = appointment.account_id
    where account.organisation_id = current_organisation() and appointment.level = 'chief' and appointment.ended_at is null
      and (appointment.valid_until is null or appointment.valid_until > ${now})
      and account.status = 'active' and account.valid_from <= ${now}
      and (account.valid_until is null or account.valid_until > ${now})`.execute(trx)
  return rows.map(({ personId }) => personId)
}
