/** What accounts and people have been given, as the document of `seb apply` writes it. What was withdrawn or ended in SEB is left out. */
import { sql } from 'kysely'
import type { Trx } from '../storage/database.ts'
import { by } from '../storage/plan/in-order.ts'

/** All of it, or only that of this organisation's accounts. */
export async function exportAccess(trx: Trx, organisationId: string | null, now: Date) {
  const ofOrganisation =
    organisationId === null ? sql.lit(true) : sql<boolean>`account.organisation_id = ${organisationId}`
  const assignments = await readAssignments(trx, organisationId)
  const appointments = await trx
    .selectFrom('administrator_appointment')
    .innerJoin('account', 'account.id', 'administrator_appointment.account_id')
    .select(['account_id', 'level', 'administrator_appointment.valid_until', 'reason'])
    .select(sql<string[] | null>`${keysOf('unit')}`.as('units'))
    .select(sql<string[] | null>`${keysOf('service')}`.as('services'))
    .where('ended_at', 'is', null)
    .where(ofOrganisation)
    .execute()
  const standIns = await readStandIns(trx, organisationId, now)
  const functions = await trx
    .selectFrom('organisation_function')
    .innerJoin('account', 'account.id', 'organisation_function.account_id')
    .select(['account_id', 'function'])
    .where('ended_at', 'is', null)
    .where(ofOrganisation)
    .execute()
  const assignmentsOf = Map.groupBy(assignments, (row) => row.account_id)
  const administratorOf = new Map(appointments.map((row) => [row.account_id, row]))
  const standInsOf = Map.groupBy(standIns, (row) => row.account_id)
  const functionsOf = Map.groupBy(functions, (row) => row.account_id)
  return (accountId: string) => {
    const administrator = administratorOf.get(accountId)
    return {
      administrator: administrator && {
        level: administrator.level,
        units: administrator.units?.sort() ?? null,
        services: administrator.services?.sort() ?? null,
        until: administrator.valid_until,
        reason: administrator.reason,
        standIns: (standInsOf.get(accountId) ?? [])
          .map(({ account, from, until, lendsRights }) => ({ account, from, until, lendsRights }))
          .sort(by((row) => row.from.toISOString())),
      },
      functions: (functionsOf.get(accountId) ?? []).map((row) => row.function).sort(),
      assignments: (assignmentsOf.get(accountId) ?? [])
        .map((row) => ({
          service: row.service,
          role: row.role,
          key: row.key,
          scopes: row.scopes,
          bundle: row.bundle ?? undefined,
          from: row.valid_from,
          until: row.valid_until,
          hours: row.hours,
          reason: row.reason,
        }))
        .sort(by((row) => `${row.service} ${row.role} ${row.key}`)),
    }
  }
}

/** The keys of what an appointment is limited to. */
function keysOf(table: 'unit' | 'service') {
  const ids = sql.ref(`administrator_appointment.${table}_ids`)
  return sql`case when ${ids} is not null then array(select key from ${sql.table(table)} where id = any(${ids})) end`
}

function readAssignments(trx: Trx, organisationId: string | null) {
  return trx
    .selectFrom('role_assignment as given')
    .innerJoin('service', 'service.id', 'given.service_id')
    .innerJoin('role', 'role.id', 'given.role_id')
    .leftJoin('bundle', 'bundle.id', 'given.bundle_id')
    .select([
      'given.account_id',
      'given.key',
      'given.scopes',
      'given.valid_from',
      'given.valid_until',
      'given.hours',
      'given.reason',
    ])
    .select(['service.key as service', 'role.key as role', 'bundle.key as bundle'])
    .where('given.withdrawn_at', 'is', null)
    .where(organisationId === null ? sql.lit(true) : sql<boolean>`given.organisation_id = ${organisationId}`)
    .execute()
}

/** Those that are not over, and have an effect: a merger may have made one person, or two organisations, of the two. */
function readStandIns(trx: Trx, organisationId: string | null, now: Date) {
  return trx
    .selectFrom('stand_in')
    .innerJoin('administrator_appointment as held', 'held.id', 'stand_in.appointment_id')
    .innerJoin('account', 'account.id', 'held.account_id')
    .innerJoin('account as helper', 'helper.id', 'stand_in.stand_in_account_id')
    .select(['held.account_id', 'helper.key as account'])
    .select(['stand_in.valid_from as from', 'stand_in.valid_until as until', 'stand_in.lends_rights as lendsRights'])
    .where('held.ended_at', 'is', null)
    .where('stand_in.ended_at', 'is', null)
    .where('stand_in.valid_until', '>', now)
    .whereRef('helper.organisation_id', '=', 'account.organisation_id')
    .whereRef('helper.person_id', '<>', 'account.person_id')
    .where(organisationId === null ? sql.lit(true) : sql<boolean>`account.organisation_id = ${organisationId}`)
    .execute()
}

/** What people do for SEB itself. Of two appointments to the same thing the one that lasts longest is told. */
export async function exportStaff(trx: Trx) {
  const rows = await trx
    .selectFrom('staff_appointment')
    .leftJoin('service', 'service.id', 'staff_appointment.service_id')
    .leftJoin('organisation', 'organisation.id', 'staff_appointment.organisation_id')
    .select(['person_id', 'capacity', 'service.key as service', 'organisation.cvr', 'valid_until as until'])
    .distinctOn(['person_id', 'capacity', 'service_id', 'organisation_id'])
    .where('ended_at', 'is', null)
    .orderBy('person_id')
    .orderBy('capacity')
    .orderBy('service_id')
    .orderBy('organisation_id')
    .orderBy('valid_until', (until) => until.desc().nullsFirst())
    .execute()
  const of = Map.groupBy(rows, (row) => row.person_id)
  return (personId: string) =>
    (of.get(personId) ?? [])
      .map(({ capacity, service, cvr, until }) => ({ capacity, service, cvr, until }))
      .sort(by((row) => `${row.capacity} ${row.service} ${row.cvr}`))
}
