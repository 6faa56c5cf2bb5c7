/** The requests of organisations for services, and what they may ask for. */
import { sql } from 'kysely'
import type { Db, Trx } from '../../storage/database.ts'
import { running } from '../management/counted.ts'
import type { GrantTerms } from '../management/grants/grant-terms.ts'
import type { AskingKind, ServiceRequestState } from './service-request.ts'

export interface ServiceRequest {
  id: string
  organisationId: string
  organisation: string
  cvr: string
  serviceId: string
  serviceDa: string
  serviceEn: string
  askedBy: string
  askedByPersonId: string
  askedAs: AskingKind
  askedAt: Date
  why: string
  people: number
  roleIds: string[] | null
  ceilings: GrantTerms['ceilings']
  state: ServiceRequestState
  endedAt: Date | null
  answer: string
  /** Whether the organisation has the service now or will, whichever way it got it. */
  has: boolean
}

/** Of an organisation the names are its own people's; system management's stand nowhere. */
function requests(where: ReturnType<typeof sql>, now: Date) {
  return sql<ServiceRequest>`
    select request.id, request.organisation_id as "organisationId", organisation.name as organisation, organisation.cvr,
      request.service_id as "serviceId", service.name_da as "serviceDa", service.name_en as "serviceEn",
      coalesce(person.name, '') as "askedBy", request.asked_by as "askedByPersonId", request.asked_as as "askedAs",
      request.asked_at as "askedAt", request.why, request.people, request.role_ids as "roleIds", request.ceilings,
      request.state, request.ended_at as "endedAt", request.answer,
      exists (select from service_grant given where given.service_id = request.service_id
        and given.organisation_id = request.organisation_id and ${running(now)}) as has
    from service_request request
    join organisation on organisation.id = request.organisation_id
    join service on service.id = request.service_id
    left join person on person.id = request.asked_by
    ${where}`
}

const shown = 100

/** The newest first. */
export async function listOwnRequests(trx: Trx, organisationId: string, now: Date): Promise<ServiceRequest[]> {
  const where = sql`where request.organisation_id = ${organisationId} order by request.asked_at desc, request.id limit ${shown}`
  return (await requests(where, now).execute(trx)).rows
}

/** Those that wait, the oldest first; those that were answered, the newest first. */
export async function listAllRequests(
  db: Db,
  now: Date,
): Promise<{ waiting: ServiceRequest[]; ended: ServiceRequest[] }> {
  const [waiting, ended] = await Promise.all([
    requests(sql`where request.state = 'waiting' order by request.asked_at, request.id limit 500`, now).execute(db),
    requests(
      sql`where request.state <> 'waiting' order by request.ended_at desc, request.id limit ${shown}`,
      now,
    ).execute(db),
  ])
  return { waiting: waiting.rows, ended: ended.rows }
}

export async function findServiceRequest(db: Db | Trx, id: string, now: Date): Promise<ServiceRequest | null> {
  return (await requests(sql`where request.id = ${id}`, now).execute(db)).rows[0] ?? null
}

export async function findWaitingRequest(
  db: Db | Trx,
  { organisationId, serviceId }: { organisationId: string; serviceId: string },
  now: Date,
): Promise<ServiceRequest | null> {
  const where = sql`where request.organisation_id = ${organisationId} and request.service_id = ${serviceId}
    and request.state = 'waiting'`
  return (await requests(where, now).execute(db)).rows[0] ?? null
}

export interface AskableService {
  id: string
  nameDa: string
  nameEn: string
  descriptionDa: string
  descriptionEn: string
  /** Of the request that waits for it. */
  requestId: string | null
}

/** Services in production for people at work, that the organisation does not have. `serviceId`: only that one. */
export async function listAskable(
  trx: Trx,
  {
    organisationId,
    text,
    serviceId = null,
    now,
  }: { organisationId: string; text: string; serviceId?: string | null; now: Date },
): Promise<AskableService[]> {
  const part = `%${text.replace(/[\\%_]/g, '\\$&')}%`
  const { rows } = await sql<AskableService>`
    select service.id, name_da as "nameDa", name_en as "nameEn", description_da as "descriptionDa",
      description_en as "descriptionEn", request.id as "requestId"
    from service left join service_request request
      on request.service_id = service.id and request.organisation_id = ${organisationId} and request.state = 'waiting'
    where protocol <> 'seb' and audience <> 'citizen' and access <> 'authenticated' and enabled and environment = 'production'
      and (${serviceId}::uuid is null or service.id = ${serviceId}::uuid)
      and (name_da ilike ${part} or name_en ilike ${part} or short_name ilike ${part})
      and not exists (select from service_grant given where given.service_id = service.id
        and given.organisation_id = ${organisationId} and ${running(now)})
    order by name_da, service.id`.execute(trx)
  return rows
}

export interface OwnService {
  id: string
  nameDa: string
  nameEn: string
  validUntil: Date | null
}

/** What the organisation has now or will. */
export async function listOwnServices(trx: Trx, organisationId: string, now: Date): Promise<OwnService[]> {
  const { rows } = await sql<OwnService>`
    select service.id, service.name_da as "nameDa", service.name_en as "nameEn", given.valid_until as "validUntil"
    from service_grant given join service on service.id = given.service_id
    where given.organisation_id = ${organisationId} and service.protocol <> 'seb' and ${running(now)}
    order by service.name_da, service.id`.execute(trx)
  return rows
}

export async function findChiefsAsk(db: Db | Trx, organisationId: string): Promise<boolean> {
  const row = await db
    .selectFrom('organisation')
    .select('chiefs_ask_for_services')
    .where('id', '=', organisationId)
    .executeTakeFirstOrThrow()
  return row.chiefs_ask_for_services
}

/** False where it was so already. */
export async function setChiefsAsk(trx: Trx, organisationId: string, ask: boolean): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('organisation')
    .set({ chiefs_ask_for_services: ask })
    .where('id', '=', organisationId)
    .where('chiefs_ask_for_services', '<>', ask)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
