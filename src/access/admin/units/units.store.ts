/** The units of the organisation that a transaction is set to, each with the number of employees it has now. */
import { sql } from 'kysely'
import type { Trx } from '../../../storage/database.ts'

export interface Unit {
  id: string
  parentId: string | null
  name: string
  sor: string | null
  pNumber: string | null
  ydernummer: string | null
  municipality: string | null
  region: string | null
  closedAt: Date | null
  /** Accounts that are not over. */
  employees: number
}

/** In alphabet; closed ones are among them. */
export async function listAllUnits(trx: Trx, now: Date): Promise<Unit[]> {
  const { rows } = await sql<Unit>`
    with employed as (
      select unit_id, count(*)::integer as employees from account
      where organisation_id = current_organisation() and unit_id is not null and status <> 'ended'
        and (valid_until is null or valid_until > ${now}) group by unit_id)
    select unit.id, unit.parent_id as "parentId", unit.name, unit.sor, unit.p_number as "pNumber", unit.ydernummer,
      unit.municipality_code as municipality, unit.region_code as region, unit.closed_at as "closedAt",
      coalesce(employed.employees, 0) as employees
    from unit left join employed on employed.unit_id = unit.id
    where unit.organisation_id = current_organisation() order by unit.name, unit.id`.execute(trx)
  return rows
}

/** Changes of one organisation's units wait for each other: two moves at once could make a ring, two closings an orphan. */
export async function lockUnits(trx: Trx, organisationId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`units of ${organisationId}`}, 0))`.execute(trx)
}
