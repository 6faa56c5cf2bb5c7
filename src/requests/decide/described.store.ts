/** One request with all that is looked at before it is decided: who, what, where, who else has it, and what happened so far. */
import { sql } from 'kysely'
import type { Actor } from '../../access/admin/actor.ts'
import { scopesOfRole } from '../../access/admin/assign/assignable-roles.store.ts'
import { listUnitNumbers, type UnitNumbers } from '../../access/admin/assign/unit-numbers.ts'
import { type Employee, findEmployee, findNames } from '../../access/admin/employees/employee.store.ts'
import { type Holder, listHolders } from '../../access/admin/roles/roles.store.ts'
import { findAppointed } from '../../access/appointments/deciders.store.ts'
import { type Deciders, decidersOf } from '../../access/appointments/deciders.ts'
import { type Conflict, findConflicts } from '../../access/conflicts/find-conflicts.ts'
import { may } from '../../access/may.ts'
import { findRights, type Right } from '../../access/roles/rights.store.ts'
import type { Trx } from '../../storage/database.ts'
import type { AccessRequest, RequestStep } from '../request.ts'
import { type RequestState, stateNow } from '../request-state.ts'
import { findSteps } from '../requests.store.ts'
import { findGround, type Ground } from './ground.store.ts'
import { findWithin } from './place.store.ts'
import { mostTerms, type Terms } from './terms.ts'
import { findWaiting } from './waiting.store.ts'

export interface AskedRole {
  id: string
  nameDa: string
  nameEn: string
  descriptionDa: string
  descriptionEn: string
  sensitive: boolean
  scopes: readonly {
    key: string
    kind: 'sor' | 'ydernummer' | 'p-number' | 'municipality' | 'list' | 'text'
    nameDa: string
    nameEn: string
  }[]
}

export interface DescribedRequest {
  request: AccessRequest
  /** By now, whatever the row says. */
  state: RequestState
  employee: Employee
  unitName: string | null
  service: { id: string; nameDa: string; nameEn: string } | null
  role: AskedRole | null
  /** What was asked for, or of two the first agreed to. */
  most: Terms
  steps: readonly RequestStep[]
  /** Person id → name. */
  names: ReadonlyMap<string, string>
  units: readonly UnitNumbers[]
  ground: Ground
  /** What stands in the way of it, as it was asked for. */
  conflicts: readonly Conflict[]
  deciders: Deciders
  /** Other holders of the role whom the viewer administers: a few, and how many there are. */
  holders: { some: readonly Holder[]; total: number } | null
  /** What the employee has in the service already. */
  held: readonly Right[]
  earlier: readonly {
    id: string
    state: RequestState
    submittedAt: Date
    role: { nameDa: string; nameEn: string } | null
  }[]
}

const shown = 5

/** Null where the request is not there for whoever looks. */
export async function describeRequest(
  trx: Trx,
  actor: Pick<Actor, 'acting' | 'personId'>,
  id: string,
  now: Date,
): Promise<DescribedRequest | null> {
  const { acting } = actor
  const found = await findWithin(trx, acting.limits, id)
  if (!found) return null
  const { request, place } = found
  if (!may(acting, 'see-requests', { organisationId: acting.organisation.id, ...place })) return null
  const { accountId, roleId, serviceId } = request
  const employee = accountId === null ? null : await findEmployee(trx, accountId)
  const ground = await findGround(trx, actor, request, now)
  if (!employee || !ground || accountId === null) return null
  const steps = await findSteps(trx, id)
  const most = mostTerms(request, steps)
  const waiting = await findWaiting(trx, acting.organisation.id, now)
  const people = [request.askedBy, request.personId].flatMap((person) => person ?? [])
  const holders = roleId === null ? null : await listHolders(trx, acting.limits, roleId, { cursor: null, now })
  const others = holders?.rows.filter((holder) => holder.accountId !== accountId) ?? []
  const rights = serviceId === null ? [] : await findRights(trx, [accountId])
  return {
    request,
    state: stateNow(request, now),
    employee,
    unitName: await unitName(trx, place.unitId),
    service: serviceId === null ? null : await findService(trx, serviceId),
    role: roleId === null ? null : await findAskedRole(trx, roleId),
    most,
    steps,
    names: await findNames(trx, [...people, ...steps.flatMap(({ byPerson }) => byPerson ?? [])]),
    units: await listUnitNumbers(trx),
    ground,
    conflicts:
      roleId !== null && ground.stands && ground.assignable
        ? await findConflicts(trx, { wanted: [{ accountId, roleId, ...most, validFrom: most.validFrom ?? now }], now })
        : [],
    deciders: decidersOf(await findAppointed(trx, acting.organisation.id, now), {
      unitId: place.unitId,
      serviceId,
      notPersonIds: [...people, ...(request.firstApprovedBy === null ? [] : [request.firstApprovedBy])],
      escalated: request.submittedAt !== null && request.submittedAt <= waiting.since,
    }),
    holders: holders && { some: others.slice(0, shown), total: holders.total - (holders.rows.length - others.length) },
    held: rights.filter(
      ({ service, assignment }) =>
        service.id === serviceId &&
        assignment.withdrawnAt === null &&
        !(assignment.validUntil && assignment.validUntil <= now),
    ),
    earlier: await findEarlier(trx, request, now),
  }
}

async function unitName(trx: Trx, id: string | null): Promise<string | null> {
  if (id === null) return null
  const row = await trx.selectFrom('unit').select('name').where('id', '=', id).executeTakeFirst()
  return row?.name ?? null
}

async function findService(trx: Trx, id: string): Promise<DescribedRequest['service']> {
  const row = await trx
    .selectFrom('service')
    .select(['id', 'name_da', 'name_en'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row ? { id: row.id, nameDa: row.name_da, nameEn: row.name_en } : null
}

/** As it is called, whether or not it can be given any more. */
async function findAskedRole(trx: Trx, id: string): Promise<AskedRole | null> {
  const { rows } = await sql<AskedRole>`
    select role.id, role.name_da as "nameDa", role.name_en as "nameEn", role.description_da as "descriptionDa",
      role.description_en as "descriptionEn", role.sensitive, ${scopesOfRole()} as scopes
    from role where role.id = ${id}`.execute(trx)
  return rows[0] ?? null
}

async function findEarlier(
  trx: Trx,
  { id, accountId }: AccessRequest,
  now: Date,
): Promise<DescribedRequest['earlier']> {
  const { rows } = await sql<DescribedRequest['earlier'][number] & { expiresAt: Date }>`
    select request.id, request.state, request.submitted_at as "submittedAt", request.expires_at as "expiresAt",
      case when role.id is not null then jsonb_build_object('nameDa', role.name_da, 'nameEn', role.name_en) end as role
    from access_request request left join role on role.id = request.role_id
    where request.account_id = ${accountId} and request.id <> ${id} and request.state <> 'draft'
    order by request.submitted_at desc, request.id limit ${shown}`.execute(trx)
  return rows.map((row) => ({ ...row, state: stateNow(row, now) }))
}
