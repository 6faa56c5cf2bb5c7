/** Change requests: what owners have asked for, with the names that people know the service and the role by. */
import { sql } from 'kysely'
import type { ServicePart } from '../../../../services/service-parts.store.ts'
import type { Db, Trx } from '../../../../storage/database.ts'
import { type FieldChange, fieldChanges } from './field-changes.ts'

export type RequestStatus = 'open' | 'approved' | 'rejected' | 'withdrawn'

export interface ListedRequest {
  id: string
  serviceId: string
  serviceDa: string
  serviceEn: string
  part: ServicePart['part']
  roleId: string | null
  roleDa: string | null
  roleEn: string | null
  reason: string
  requestedBy: string
  requestedById: string
  requestedAt: Date
  status: RequestStatus
  decidedBy: string | null
  decidedById: string | null
  decidedAt: Date | null
  decisionReason: string
}

export interface ChangeRequest extends ListedRequest {
  changes: FieldChange[]
}

const columns = sql`
  request.id, request.service_id as "serviceId", service.name_da as "serviceDa", service.name_en as "serviceEn", request.part,
  request.role_id as "roleId", role.name_da as "roleDa", role.name_en as "roleEn", request.reason,
  asker.name as "requestedBy", request.requested_by as "requestedById", request.requested_at as "requestedAt",
  request.status, decider.name as "decidedBy", request.decided_by as "decidedById", request.decided_at as "decidedAt",
  request.decision_reason as "decisionReason"`
const tables = sql`
  change_request request join service on service.id = request.service_id left join role on role.id = request.role_id
  join person asker on asker.id = request.requested_by left join person decider on decider.id = request.decided_by`

const requestsShown = 50

/** Those that wait, oldest first; or those that are decided, newest first. With a service only its own. */
export async function listRequests(
  db: Db | Trx,
  { open, serviceId }: { open: boolean; serviceId: string | null },
): Promise<ListedRequest[]> {
  const order = open ? sql`request.requested_at, request.id` : sql`request.decided_at desc, request.id`
  const { rows } = await sql<ListedRequest>`select ${columns} from ${tables}
    where (request.status = 'open') = ${open} and (${serviceId}::uuid is null or request.service_id = ${serviceId}::uuid)
    order by ${order} limit ${requestsShown}`.execute(db)
  return rows
}

/** With a service only one of its own: nobody can tell another's from what does not exist. */
export async function findRequest(trx: Trx, id: string, serviceId: string | null): Promise<ChangeRequest | null> {
  const { rows } = await sql<Omit<ChangeRequest, 'changes'> & { changes: unknown }>`
    select ${columns}, request.changes from ${tables} where request.id = ${id}
      and (${serviceId}::uuid is null or request.service_id = ${serviceId}::uuid) for update of request`.execute(trx)
  return rows[0] ? { ...rows[0], changes: fieldChanges.parse(rows[0].changes) } : null
}

/** The others that wait for an answer about the same part of the service. */
export async function otherRequests(trx: Trx, part: ServicePart, except: string | null): Promise<ListedRequest[]> {
  const { rows } = await sql<ListedRequest>`select ${columns} from ${tables}
    where request.status = 'open' and request.service_id = ${part.serviceId} and request.part = ${part.part}
      and request.role_id is not distinct from ${part.roleId}::uuid and request.id is distinct from ${except}::uuid
    order by request.requested_at, request.id limit ${requestsShown}`.execute(trx)
  return rows
}

export function partOf({ serviceId, part, roleId }: Pick<ListedRequest, 'serviceId' | 'part' | 'roleId'>): ServicePart {
  if (part === 'role' && roleId !== null) return { serviceId, part, roleId }
  return { serviceId, part: part === 'metadata' ? 'metadata' : 'attributes', roleId: null }
}
