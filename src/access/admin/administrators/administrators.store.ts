/** The administrators of the organisation that a transaction is set to, with their limits by name. */
import { sql } from 'kysely'
import type { Trx } from '../../../storage/database.ts'

export interface Administrator {
  accountId: string
  personId: string
  name: string
  unitName: string | null
  /** False where the account is suspended or over: the appointment has no effect then. */
  active: boolean
  lastLogInAt: Date | null
  /** Null: not an administrator. */
  appointment: Appointment | null
}

export interface Appointment {
  id: string
  level: 'chief' | 'administrator'
  unitIds: string[] | null
  serviceIds: string[] | null
  appointedAt: Date
}

interface Row {
  account_id: string
  person_id: string
  name: string
  unit_name: string | null
  active: boolean
  last_log_in_at: Date | null
  id: string | null
  level: Appointment['level'] | null
  unit_ids: string[] | null
  service_ids: string[] | null
  appointed_at: Date | null
}

const people = (now: Date) => sql`
  select account.id as account_id, account.person_id, person.name, unit.name as unit_name, account.last_log_in_at,
    (account.status = 'active' and account.valid_from <= ${now} and (account.valid_until is null or account.valid_until > ${now})) as active,
    appointment.id, appointment.level, appointment.unit_ids, appointment.service_ids, appointment.appointed_at
  from account join person on person.id = account.person_id left join unit on unit.id = account.unit_id
  left join administrator_appointment appointment on appointment.account_id = account.id and appointment.ended_at is null
    and (appointment.valid_until is null or appointment.valid_until > ${now})
  where account.organisation_id = current_organisation()`

/** Chief administrators first. */
export async function listAdministrators(trx: Trx, now: Date): Promise<Administrator[]> {
  const { rows } =
    await sql<Row>`${people(now)} and appointment.id is not null order by appointment.level desc, person.name, account.id`.execute(
      trx,
    )
  return rows.map(administratorOf)
}

export const candidatesShown = 20

/** Active employees by part of the name who are not administrators: enough of them to choose from. */
export async function findCandidates(trx: Trx, text: string, now: Date): Promise<Administrator[]> {
  const part = `%${text.replace(/[\\%_]/g, '\\$&')}%`
  const { rows } = await sql<Row>`${people(now)} and appointment.id is null and account.status = 'active'
    and account.valid_from <= ${now} and (account.valid_until is null or account.valid_until > ${now})
    and person.name ilike ${part} order by person.name, account.id limit ${candidatesShown}`.execute(trx)
  return rows.map(administratorOf)
}

export async function findAdministrator(trx: Trx, accountId: string, now: Date): Promise<Administrator | null> {
  const { rows } = await sql<Row>`${people(now)} and account.id = ${accountId}`.execute(trx)
  return rows[0] ? administratorOf(rows[0]) : null
}

function administratorOf(row: Row): Administrator {
  const { id, level, appointed_at: appointedAt } = row
  return {
    accountId: row.account_id,
    personId: row.person_id,
    name: row.name,
    unitName: row.unit_name,
    active: row.active,
    lastLogInAt: row.last_log_in_at,
    appointment:
      id && level && appointedAt
        ? { id, level, unitIds: row.unit_ids, serviceIds: row.service_ids, appointedAt }
        : null,
  }
}

/** What an appointment can be limited to: the organisation's units, and the services it has been granted. */
export interface LimitChoices {
  units: { id: string; name: string }[]
  services: { id: string; nameDa: string; nameEn: string }[]
}

export async function findLimitChoices(trx: Trx): Promise<LimitChoices> {
  const units = await trx
    .selectFrom('unit')
    .select(['id', 'name'])
    .where('closed_at', 'is', null)
    .orderBy('name')
    .orderBy('id')
    .execute()
  const services = await trx
    .selectFrom('service_grant')
    .innerJoin('service', 'service.id', 'service_grant.service_id')
    .select(['service.id', 'service.name_da as nameDa', 'service.name_en as nameEn'])
    .orderBy('service.name_da')
    .execute()
  return { units, services }
}
