/** The times roles were taken in an emergency. */
import { type Selectable, sql } from 'kysely'
import type { Db, Trx } from '../storage/database.ts'
import type { EmergencyAccessTable } from '../storage/schema.ts'
import type { Emergency } from './emergency.ts'

export async function insertEmergency(trx: Trx, emergency: Emergency, refusalReference: string | null): Promise<void> {
  await trx
    .insertInto('emergency_access')
    .values({
      id: emergency.id,
      reference: emergency.reference,
      organisation_id: emergency.organisationId,
      account_id: emergency.accountId,
      person_id: emergency.personId,
      service_id: emergency.serviceId,
      role_id: emergency.roleId,
      assignment_id: emergency.assignmentId,
      reason: emergency.reason,
      refusal_reference: refusalReference,
      taken_at: emergency.takenAt,
      ends_at: emergency.endsAt,
    })
    .execute()
}

/** Whoever else moves it waits. */
export async function lockEmergency(trx: Trx, id: string): Promise<Emergency | null> {
  const row = await trx.selectFrom('emergency_access').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row ? emergencyOf(row) : null
}

export async function findEmergency(db: Db | Trx, id: string): Promise<Emergency | null> {
  const row = await db.selectFrom('emergency_access').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? emergencyOf(row) : null
}

/** Of the role by the account, while it lasts. */
export async function findGoingOn(
  trx: Trx,
  { accountId, roleId, now }: { accountId: string; roleId: string; now: Date },
): Promise<Emergency | null> {
  const row = await trx
    .selectFrom('emergency_access')
    .selectAll()
    .where('account_id', '=', accountId)
    .where('role_id', '=', roleId)
    .where('ended_at', 'is', null)
    .where('ends_at', '>', now)
    .executeTakeFirst()
  return row ? emergencyOf(row) : null
}

/** Whoever locked it writes it. */
export async function saveEmergency(trx: Trx, emergency: Emergency): Promise<void> {
  await trx
    .updateTable('emergency_access')
    .set({
      ended_at: emergency.endedAt,
      verdict: emergency.verdict,
      review_words: emergency.reviewWords,
      reviewed_by: emergency.reviewedBy,
      reviewed_at: emergency.reviewedAt,
      version: emergency.version,
    })
    .where('id', '=', emergency.id)
    .execute()
}

export interface ListedEmergency extends Emergency {
  person: string
  unitId: string | null
  service: { da: string; en: string }
  role: { da: string; en: string }
  reviewer: string | null
}

/** With names. Within limits where there are any: units of the account, services of the role. */
export function selectListed(db: Db | Trx) {
  return db
    .selectFrom('emergency_access')
    .innerJoin('person', 'person.id', 'emergency_access.person_id')
    .innerJoin('account', 'account.id', 'emergency_access.account_id')
    .innerJoin('service', 'service.id', 'emergency_access.service_id')
    .innerJoin('role', 'role.id', 'emergency_access.role_id')
    .leftJoin('person as reviewer', 'reviewer.id', 'emergency_access.reviewed_by')
    .selectAll('emergency_access')
    .select(['person.name as person', 'account.unit_id as unit', 'reviewer.name as reviewer'])
    .select(['service.name_da as service_da', 'service.name_en as service_en'])
    .select(['role.name_da as role_da', 'role.name_en as role_en'])
}

type ListedRow = Awaited<ReturnType<ReturnType<typeof selectListed>['execute']>>[number]

export function listedOf(row: ListedRow): ListedEmergency {
  return {
    ...emergencyOf(row),
    person: row.person,
    unitId: row.unit,
    service: { da: row.service_da, en: row.service_en },
    role: { da: row.role_da, en: row.role_en },
    reviewer: row.reviewer,
  }
}

export interface Pattern {
  organisation: string
  service: { da: string; en: string }
  role: { da: string; en: string }
  taken: number
  people: number
  notJustified: number
  waiting: number
}

/** How often, by organisation and role, the most first; at one service where it is given. */
export async function listPatterns(
  db: Db,
  { since, serviceId, most }: { since: Date; serviceId: string | null; most: number },
): Promise<Pattern[]> {
  const rows = await db
    .selectFrom('emergency_access as taken')
    .innerJoin('organisation', 'organisation.id', 'taken.organisation_id')
    .innerJoin('service', 'service.id', 'taken.service_id')
    .innerJoin('role', 'role.id', 'taken.role_id')
    .select(['organisation.name', 'service.name_da as service_da', 'service.name_en as service_en'])
    .select(['role.name_da as role_da', 'role.name_en as role_en'])
    .select(sql<string>`count(*)`.as('taken'))
    .select(sql<string>`count(distinct taken.person_id)`.as('people'))
    .select(sql<string>`count(*) filter (where taken.verdict = 'not-justified')`.as('not_justified'))
    .select(sql<string>`count(*) filter (where taken.verdict is null)`.as('waiting'))
    .where('taken.taken_at', '>', since)
    .where(sql<boolean>`(${serviceId}::uuid is null or taken.service_id = ${serviceId}::uuid)`)
    .groupBy(['organisation.id', 'organisation.name', 'service.id', 'service.name_da', 'service.name_en'])
    .groupBy(['role.id', 'role.name_da', 'role.name_en'])
    .orderBy(sql`count(*)`, 'desc')
    .orderBy('organisation.name')
    .orderBy('role.name_da')
    .limit(most)
    .execute()
  return rows.map((row) => ({
    organisation: row.name,
    service: { da: row.service_da, en: row.service_en },
    role: { da: row.role_da, en: row.role_en },
    taken: Number(row.taken),
    people: Number(row.people),
    notJustified: Number(row.not_justified),
    waiting: Number(row.waiting),
  }))
}

function emergencyOf(row: Selectable<EmergencyAccessTable>): Emergency {
  return {
    id: row.id,
    reference: row.reference,
    organisationId: row.organisation_id,
    accountId: row.account_id,
    personId: row.person_id,
    serviceId: row.service_id,
    roleId: row.role_id,
    assignmentId: row.assignment_id,
    reason: row.reason,
    takenAt: row.taken_at,
    endsAt: row.ends_at,
    endedAt: row.ended_at,
    verdict: row.verdict,
    reviewWords: row.review_words,
    reviewedBy: row.reviewed_by,
    reviewedAt: row.reviewed_at,
    version: row.version,
  }
}
