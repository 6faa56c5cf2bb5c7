/** Reads what the rows of a bulk change are checked against, in a handful of queries whatever their number. */
import { sql } from 'kysely'
import type { WeeklyHours } from '../../../base/weekly-hours.ts'
import type { AccountAtTheDoor, AccountUnit } from '../../../people/account.ts'
import type { Trx } from '../../../storage/database.ts'
import type { Limits } from '../../capacities/capacity.ts'
import { type ConflictBench, openConflictBench } from '../../conflicts/find-conflicts.ts'
import { type AssignableRole, findAssignableRoles } from '../assign/assignable-roles.store.ts'
import type { UnitNumbers } from '../assign/unit-numbers.ts'
import { readId } from '../employees/employee.store.ts'
import { normal, type TypedRow } from './bulk-columns.ts'

export interface BulkAccount {
  id: string
  name: string
  email: string | null
  rid: string | null
  professionalUuid: string | null
  status: AccountAtTheDoor['status']
  over: boolean
  unit: AccountUnit | null
  /** The hours of the week it holds in; null: always. */
  hours: readonly WeeklyHours[] | null
  /** Holds an appointment as chief administrator. */
  chief: boolean
}

export interface HeldRole {
  id: string
  accountId: string
  roleId: string
  scopes: Record<string, string[]>
  validFrom: Date
  validUntil: Date | null
  hours: readonly WeeklyHours[] | null
}

export interface BulkUnit extends UnitNumbers {
  key: string
  closed: boolean
}

export interface BulkRole {
  id: string
  key: string
  nameDa: string
  nameEn: string
  service: { id: string; key: string; nameDa: string; nameEn: string }
}

export interface BulkFacts {
  accounts: BulkAccount[]
  held: HeldRole[]
  units: BulkUnit[]
  /** Of the services within the limits, whether or not they can be handed out now. */
  roles: BulkRole[]
  assignable: ReadonlyMap<string, AssignableRole>
  /** Account ids of the chief administrators who can act now. */
  chiefs: ReadonlySet<string>
  conflicts: ConflictBench
}

/** The people that rows point at, by their numbers, or by account where that is already known. `lock`: to do it now. */
export async function findBulkFacts(
  trx: Trx,
  { limits, now, lock }: { limits: Limits; now: Date; lock: boolean },
  rows: readonly { typed: TypedRow; accountId: string | null }[],
): Promise<BulkFacts> {
  const accounts = await findAccounts(trx, rows, now)
  const accountIds = accounts.map(({ id }) => id)
  const terms = await findTerms(trx, { limits, now })
  // Held before what they have is read.
  const roleIds = [...terms.assignable.keys()]
  const conflicts = await openConflictBench(trx, { accountIds, roleIds, now, lock })
  return {
    accounts,
    held: await findHeld(trx, accountIds, now),
    ...terms,
    conflicts,
    chiefs: await findChiefs(trx, now),
  }
}

/** Everything that is not about people. */
export async function findTerms(
  trx: Trx,
  { limits, now }: { limits: Limits; now: Date },
): Promise<Pick<BulkFacts, 'units' | 'roles' | 'assignable'>> {
  const assignable = await findAssignableRoles(trx, { limits, now })
  return {
    units: await findUnits(trx),
    roles: await findRoles(trx, limits),
    assignable: new Map(assignable.map((found) => [found.role.id, found])),
  }
}

interface AccountRow extends Omit<BulkAccount, 'unit'> {
  unitId: string | null
  unitName: string | null
  sor: string | null
  pNumber: string | null
  ydernummer: string | null
}

async function findAccounts(
  trx: Trx,
  rows: readonly { typed: TypedRow; accountId: string | null }[],
  now: Date,
): Promise<BulkAccount[]> {
  const known = [...new Set(rows.flatMap(({ accountId }) => accountId ?? []))]
  const asked = rows.filter(({ accountId }) => accountId === null).map(({ typed }) => typed)
  const rids = [...new Set(asked.flatMap(({ rid }) => (rid === '' ? [] : [rid])))]
  const uuids = [...new Set(asked.flatMap(({ uuid }) => readId(uuid) ?? []))]
  const mails = [...new Set(asked.flatMap(({ mail }) => (mail === '' ? [] : [normal(mail)])))]
  const { rows: found } = await sql<AccountRow>`
    with wanted as (
      select id from account where organisation_id = current_organisation() and id = any(${known}::uuid[])
      union select id from account where organisation_id = current_organisation() and rid = any(${rids}::text[])
      union select id from account
        where organisation_id = current_organisation() and professional_uuid = any(${uuids}::uuid[])
      union select account.id from account join person on person.id = account.person_id
        where account.organisation_id = current_organisation() and lower(person.email) = any(${mails}::text[]))
    select account.id, person.name, person.email, account.rid, account.professional_uuid as "professionalUuid",
      account.status, account.hours, coalesce(account.status = 'ended' or account.valid_until <= ${now}, false) as over,
      exists (select from administrator_appointment held
        where held.account_id = account.id and held.level = 'chief' and held.ended_at is null) as chief,
      unit.id as "unitId", unit.name as "unitName", unit.sor, unit.p_number as "pNumber", unit.ydernummer
    from wanted join account on account.id = wanted.id join person on person.id = account.person_id
    left join unit on unit.id = account.unit_id`.execute(trx)
  return found.map(({ unitId, unitName, sor, pNumber, ydernummer, ...account }) => ({
    ...account,
    unit: unitId && unitName !== null ? { id: unitId, name: unitName, sor, pNumber, ydernummer } : null,
  }))
}

async function findHeld(trx: Trx, accountIds: readonly string[], now: Date): Promise<HeldRole[]> {
  const { rows } = await sql<HeldRole>`
    select id, account_id as "accountId", role_id as "roleId", scopes, valid_from as "validFrom", valid_until as "validUntil", hours
    from role_assignment
    where account_id = any(${[...accountIds]}::uuid[]) and withdrawn_at is null
      and (valid_until is null or valid_until > ${now})
    order by id`.execute(trx)
  return rows
}

async function findUnits(trx: Trx): Promise<BulkUnit[]> {
  const { rows } = await sql<BulkUnit>`
    select id, parent_id as "parentId", key, name, sor, p_number as "pNumber", ydernummer,
      municipality_code as municipality, closed_at is not null as closed
    from unit where organisation_id = current_organisation() order by name, id`.execute(trx)
  return rows
}

interface RoleRow extends Omit<BulkRole, 'service'> {
  serviceId: string
  serviceKey: string
  serviceDa: string
  serviceEn: string
}

/** Those that the organisation was granted, or somebody in it has: names of others are nobody's business here. */
async function findRoles(trx: Trx, { serviceIds }: Limits): Promise<BulkRole[]> {
  const { rows } = await sql<RoleRow>`
    select role.id, role.key, role.name_da as "nameDa", role.name_en as "nameEn", service.id as "serviceId",
      service.key as "serviceKey", service.name_da as "serviceDa", service.name_en as "serviceEn"
    from role join service on service.id = role.service_id
    where (exists (select from service_grant given
          where given.service_id = service.id and given.organisation_id = current_organisation()
            and (given.role_ids is null or role.id = any(given.role_ids)))
        or exists (select from role_assignment held
          where held.organisation_id = current_organisation() and held.role_id = role.id))
      and (${serviceIds}::uuid[] is null or service.id = any(${serviceIds}::uuid[]))
    order by service.name_da, role.name_da, role.id`.execute(trx)
  return rows.map(({ serviceId, serviceKey, serviceDa, serviceEn, ...role }) => ({
    ...role,
    service: { id: serviceId, key: serviceKey, nameDa: serviceDa, nameEn: serviceEn },
  }))
}

/** Account ids of the chief administrators who can act now. */
export async function findChiefs(trx: Trx, now: Date): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select account.id from administrator_appointment held join account on account.id = held.account_id
    where account.organisation_id = current_organisation() and held.level = 'chief' and held.ended_at is null
      and (held.valid_until is null or held.valid_until > ${now})
      and account.status = 'active' and account.valid_from <= ${now}
      and (account.valid_until is null or account.valid_until > ${now})`.execute(trx)
  return new Set(rows.map(({ id }) => id))
}
