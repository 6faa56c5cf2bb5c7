/** The capacities a person holds now, by rows and dates: two queries, whatever the number of rows. */
import { sql } from 'kysely'
import type { Db, Trx } from '../../storage/database.ts'
import { isAway } from '../appointments/stand-ins.store.ts'
import type { Capacity, OrganisationCapacity } from './capacity.ts'

interface AccountRow {
  account_id: string
  other_account_ids: string[]
  organisation_id: string
  cvr: string
  organisation_name: string
  allows_private_log_in: boolean
  unit_name: string | null
  level: 'chief' | 'administrator' | null
  unit_ids: string[] | null
  service_ids: string[] | null
  functions: ('security-officer' | 'signatory')[]
  stands_in_for: { id: string; name: string; unitIds: string[] | null; serviceIds: string[] | null }[]
}

/** Through which log-in the person is here: it says for which organisations they may act. */
export interface Presence {
  personId: string
  /** The organisation a professional log-in spoke for; null after a private one. */
  cvr: string | null
  /** Whether the provider speaks for everybody. A local one speaks for its own organisation, and makes nobody staff of SEB. */
  national: boolean
  now: Date
}

/**
 * The strongest of each organisation first. A professional log-in speaks for its own organisation only, a private one for
 * those that allow it (decision 0007).
 */
export async function findCapacities(db: Db | Trx, presence: Presence): Promise<Capacity[]> {
  const [accounts, staff] = await Promise.all([
    findAccounts(db, presence),
    presence.national ? findStaff(db, presence) : [],
  ])
  return [...accounts.flatMap(capacitiesOf), ...staff]
}

async function findAccounts(db: Db | Trx, { personId, cvr, now }: Presence): Promise<AccountRow[]> {
  const { rows } = await sql<AccountRow>`
    select account.id as account_id, organisation.id as organisation_id, organisation.cvr, organisation.name as organisation_name,
      organisation.allows_private_log_in, unit.name as unit_name, appointment.level, appointment.unit_ids, appointment.service_ids,
      array(select function from organisation_function where account_id = account.id and ended_at is null order by function) as functions,
      array(select other.id from account other where other.person_id = account.person_id
        and other.organisation_id = account.organisation_id and other.id <> account.id) as other_account_ids,
      ${standsInFor(now)} as stands_in_for
    from account
    join organisation on organisation.id = account.organisation_id and organisation.status = 'active'
    left join unit on unit.id = account.unit_id
    left join administrator_appointment appointment on appointment.account_id = account.id and appointment.ended_at is null
      and (appointment.valid_until is null or appointment.valid_until > ${now})
    where account.person_id = ${personId} and account.status = 'active' and account.valid_from <= ${now}
      and (account.valid_until is null or account.valid_until > ${now}) and in_hours(account.hours, ${now}::timestamptz)
      and (organisation.cvr = ${cvr}::text or (${cvr}::text is null and organisation.allows_private_log_in))
    order by organisation.name, account.key`.execute(db)
  return rows
}

/** Of `account`: the administrators who are away now and have lent it what they may do. Nobody is lent their own. */
function standsInFor(now: Date) {
  return sql`(select coalesce(jsonb_agg(jsonb_build_object('id', stand_in.id, 'name', missed.name,
      'unitIds', appointment.unit_ids, 'serviceIds', appointment.service_ids) order by missed.name, stand_in.id), '[]')
    from stand_in join administrator_appointment appointment on appointment.id = stand_in.appointment_id
    join account absent on absent.id = appointment.account_id join person missed on missed.id = absent.person_id
    where stand_in.stand_in_account_id = account.id and stand_in.lends_rights and ${isAway(now)}
      and absent.organisation_id = account.organisation_id and absent.person_id <> account.person_id)`
}

function capacitiesOf(row: AccountRow): OrganisationCapacity[] {
  const common = {
    accountId: row.account_id,
    ...(row.other_account_ids.length > 0 && { otherAccountIds: row.other_account_ids }),
    organisation: { id: row.organisation_id, cvr: row.cvr, name: row.organisation_name },
    unitName: row.unit_name,
  }
  const unlimited = { unitIds: null, serviceIds: null }
  const make = (kind: OrganisationCapacity['kind'], limits = unlimited as OrganisationCapacity['limits']) => ({
    kind,
    key: `${kind}:${row.account_id}`,
    limits,
    ...common,
  })
  return [
    ...(row.level === 'chief' ? [make('chief-administrator')] : []),
    ...(row.level === 'administrator'
      ? [make('administrator', { unitIds: row.unit_ids, serviceIds: row.service_ids })]
      : []),
    // Also for a chief it is no more than an administrator's day: nobody who steps in appoints anybody.
    ...row.stands_in_for.map(({ id, name, ...limits }) => ({
      ...make('administrator', limits),
      key: `stand-in:${id}`,
      standsInFor: name,
    })),
    ...row.functions.map((name) => make(name)),
    make('employee'),
  ]
}

async function findStaff(db: Db | Trx, { personId, now }: Presence): Promise<Capacity[]> {
  const rows = await db
    .selectFrom('staff_appointment as staff')
    .leftJoin('service', 'service.id', 'staff.service_id')
    .leftJoin('organisation', 'organisation.id', 'staff.organisation_id')
    .select([
      'staff.capacity',
      'staff.id',
      'service.id as service_id',
      'service.name_da',
      'service.name_en',
      'organisation.id as organisation_id',
      'organisation.cvr',
      'organisation.name as organisation_name',
    ])
    .where('staff.person_id', '=', personId)
    .where('staff.ended_at', 'is', null)
    .where((where) => where.or([where('staff.valid_until', 'is', null), where('staff.valid_until', '>', now)]))
    .orderBy('staff.capacity')
    .orderBy('staff.id')
    .execute()
  return rows.flatMap((row): Capacity[] => {
    const key = `${row.capacity}:${row.id}`
    if (row.capacity === 'service-owner') {
      if (!row.service_id || row.name_da === null || row.name_en === null) return []
      return [{ kind: row.capacity, key, service: { id: row.service_id, nameDa: row.name_da, nameEn: row.name_en } }]
    }
    const organisation =
      row.organisation_id && row.cvr !== null && row.organisation_name !== null
        ? { id: row.organisation_id, cvr: row.cvr, name: row.organisation_name }
        : null
    return [{ kind: row.capacity, key, organisation }]
  })
}
