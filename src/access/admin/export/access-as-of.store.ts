/** Who had what at a moment: the rows as they were then, a few hundred people at a time. */
import { sql } from 'kysely'
import type { WeeklyHours } from '../../../base/weekly-hours.ts'
import type { Trx } from '../../../storage/database.ts'
import type { Limits } from '../../capacities/capacity.ts'

export interface AccessThen {
  name: string
  rid: string | null
  email: string | null
  unitName: string | null
  status: 'requested' | 'active' | 'suspended' | 'ended'
  /** Those of the account. */
  hours: readonly WeeklyHours[] | null
  /** Null for a person who had no role. */
  right: {
    serviceDa: string
    serviceEn: string
    roleDa: string
    roleEn: string
    scopes: Record<string, string[]>
    validFrom: Date
    validUntil: Date | null
    /** The hours of the week it held in; null: always. */
    hours: readonly WeeklyHours[] | null
    givenBy: string
    reason: string
  } | null
}

/** The accounts of the organisation there were then, by name: of those in the units of the limits on that day, wherever they are now. */
export async function findAccountsThen(trx: Trx, { unitIds }: Limits, at: Date): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from account where organisation_id = current_organisation() and created_at <= ${at}
      and (${unitIds}::uuid[] is null or (
        select case when was.kept is null then account.unit_id else (was.kept->>'unit_id')::uuid end
        from (select 1) as always left join lateral (
          select kept from earlier_row
          where account_id = account.id and kind = 'account' and until > ${at} order by until, sequence limit 1) as was on true
      ) = any(${unitIds}::uuid[]))
    order by name_key, id`.execute(trx)
  return rows.map(({ id }) => id)
}

interface Row {
  name: string
  rid: string | null
  email: string | null
  unit_name: string | null
  status: AccessThen['status']
  service_da: string | null
  service_en: string
  role_da: string
  role_en: string
  scopes: Record<string, string[]>
  valid_from: Date
  valid_until: Date | null
  account_hours: WeeklyHours[] | null
  hours: WeeklyHours[] | null
  given_by: string
  reason: string
}

/** In the order of the accounts given; those that had ended are left out. */
export async function findAccessThen(
  trx: Trx,
  { serviceIds }: Limits,
  { accountIds, at }: { accountIds: readonly string[]; at: Date },
): Promise<AccessThen[]> {
  const { rows } = await sql<Row>`
    with people as (
      select id, place from unnest(${[...accountIds]}::uuid[]) with ordinality as asked (id, place)),
    accounts as (
      select distinct on (people.id) people.id, people.place, version.* from people
      cross join lateral (
        select until, sequence, kept from earlier_row
        where account_id = people.id and kind = 'account' and until > ${at}
        union all
        select 'infinity', null, to_jsonb(account) from account where account.id = people.id) as version
      order by people.id, version.until, version.sequence),
    assignments as (
      select distinct on (version.row_id) accounts.id as account_id, version.kept from accounts
      cross join lateral (
        select row_id, until, sequence, kept from earlier_row
        where account_id = accounts.id and kind = 'role-assignment' and until > ${at}
        union all
        select held.id, 'infinity', null, to_jsonb(held) from role_assignment held where held.account_id = accounts.id) as version
      order by version.row_id, version.until, version.sequence),
    rights as (
      select assignments.account_id, held.* from assignments
      cross join lateral jsonb_to_record(assignments.kept) as held (id uuid, service_id uuid, role_id uuid, scopes jsonb,
        valid_from timestamptz, valid_until timestamptz, withdrawn_at timestamptz, unanswered_from timestamptz, given_at timestamptz, assigned_by text,
        hours jsonb, reason text)
      where held.given_at <= ${at} and held.valid_from <= ${at} and (held.valid_until is null or held.valid_until > ${at})
        and (held.withdrawn_at is null or held.withdrawn_at > ${at})
        and (held.unanswered_from is null or held.unanswered_from > ${at})
        and (${serviceIds}::uuid[] is null or held.service_id = any(${serviceIds}::uuid[])))
    select person.name, accounts.kept->>'rid' as rid, person.email, unit.name as unit_name, accounts.kept->>'status' as status,
      service.name_da as service_da, service.name_en as service_en, role.name_da as role_da, role.name_en as role_en,
      rights.scopes, rights.valid_from, rights.valid_until, nullif(accounts.kept->'hours', 'null') as account_hours, rights.hours,
      coalesce(giver.name, '') as given_by, rights.reason
    from accounts join account on account.id = accounts.id join person on person.id = account.person_id
    left join unit on unit.id = (accounts.kept->>'unit_id')::uuid
    left join rights on rights.account_id = accounts.id
    left join service on service.id = rights.service_id left join role on role.id = rights.role_id
    left join person giver on giver.id::text = rights.assigned_by
    where accounts.kept->>'status' <> 'ended'
      and coalesce((accounts.kept->>'valid_until')::timestamptz > ${at}, true)
    order by accounts.place, service.name_da, role.name_da, rights.id`.execute(trx)
  return rows.map((row) => ({
    name: row.name,
    rid: row.rid,
    email: row.email,
    unitName: row.unit_name,
    status: row.status,
    hours: row.account_hours,
    right:
      row.service_da === null
        ? null
        : {
            serviceDa: row.service_da,
            serviceEn: row.service_en,
            roleDa: row.role_da,
            roleEn: row.role_en,
            scopes: row.scopes,
            validFrom: row.valid_from,
            validUntil: row.valid_until,
            hours: row.hours,
            givenBy: row.given_by,
            reason: row.reason,
          },
  }))
}
