/** The requests of an organisation that an administrator may see, a page at a time: what waits the oldest first, what is over the newest. */
import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../../access/admin/actor.ts'
import type { Limits } from '../../access/capacities/capacity.ts'
import type { Cursor } from '../../base/cursor.ts'
import type { Trx } from '../../storage/database.ts'
import { type Page, readPage } from '../../storage/keyset.ts'
import { type RequestKind, requestKinds } from '../request.ts'
import type { RequestState } from '../request-state.ts'
import { isWithin, placeInSql } from './place.store.ts'
import { findWaiting } from './waiting.store.ts'

export const queueStates = ['waiting', 'asked', 'over'] as const
export type QueueState = (typeof queueStates)[number]

export interface QueueQuery {
  state: QueueState
  serviceId: string | null
  unitId: string | null
  kind: RequestKind | null
  /** Only what waits for whoever looks. */
  mine: boolean
}

export interface QueuedRequest {
  id: string
  version: number
  kind: RequestKind
  state: RequestState
  name: string
  personId: string
  askedBy: string
  unitName: string | null
  service: { nameDa: string; nameEn: string } | null
  role: { nameDa: string; nameEn: string; sensitive: boolean } | null
  submittedAt: Date
  decidedAt: Date | null
  firstApprovedBy: string | null
  expiresAt: Date
}

export interface Looking {
  actor: Pick<Actor, 'acting' | 'personId'>
  now: Date
  /** What was sent then or before is for the chief administrators too. */
  escalatedSince: Date
}

export async function listQueue(
  trx: Trx,
  query: QueueQuery,
  looking: Looking,
  cursor: Cursor | null,
): Promise<Page<QueuedRequest>> {
  const waits = query.state !== 'over'
  return readPage<QueuedRequest>(
    trx,
    {
      from: sql`access_request request join account on account.id = request.account_id`,
      where: sql<boolean>`${isWithin(looking.actor.acting.limits)} and ${isIn(query.state, looking.now)}
        and ${query.serviceId ? sql`request.service_id = ${query.serviceId}` : sql`true`}
        and ${query.unitId ? sql`${placeInSql} = ${query.unitId}` : sql`true`}
        and ${query.kind ? sql`request.kind = ${query.kind}` : sql`true`}
        and ${query.mine ? isFor(looking) : sql`true`}`,
      id: sql`request.id`,
      order: [waits ? sql`request.submitted_at` : sql`request.updated_at`, sql`request.id`],
      descending: !waits,
      rows: sql`select ${columns} from page join access_request request on request.id = page.id ${joined}`,
      countTo: null,
    },
    cursor,
  )
}

/** Of those with these ids, what may be seen; the longest waiting first. */
export async function findQueued(trx: Trx, limits: Limits, ids: readonly string[]): Promise<QueuedRequest[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<QueuedRequest>`
    select ${columns} from access_request request ${joined}
    where ${isWithin(limits)} and request.state <> 'draft' and request.id = any(${[...ids]}::uuid[])
    order by request.submitted_at, request.id`.execute(trx)
  return rows
}

/** How many wait for whoever looks, for the first page of the administration. */
export async function countForMe(trx: Trx, actor: Looking['actor'], now: Date): Promise<number> {
  const { acting } = actor
  const { since } = await findWaiting(trx, acting.organisation.id, now)
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from access_request request join account on account.id = request.account_id
    where ${isWithin(acting.limits)} and ${isIn('waiting', now)} and ${isFor({ actor, now, escalatedSince: since })}`.execute(
    trx,
  )
  return rows[0]?.count ?? 0
}

const columns = sql`request.id, request.version, request.kind, request.state, person.name,
  request.person_id as "personId", request.asked_by as "askedBy", unit.name as "unitName",
  request.submitted_at as "submittedAt", request.decided_at as "decidedAt", request.first_approved_by as "firstApprovedBy",
  request.expires_at as "expiresAt",
  case when service.id is not null then jsonb_build_object('nameDa', service.name_da, 'nameEn', service.name_en) end as service,
  case when role.id is not null then jsonb_build_object('nameDa', role.name_da, 'nameEn', role.name_en,
    'sensitive', role.sensitive) end as role`

const joined = sql`join account on account.id = request.account_id join person on person.id = request.person_id
  left join unit on unit.id = ${placeInSql} left join service on service.id = request.service_id
  left join role on role.id = request.role_id`

function isIn(state: QueueState, now: Date): RawBuilder<boolean> {
  switch (state) {
    case 'waiting':
      return sql`(request.state = 'submitted' and request.expires_at > ${now})`
    case 'asked':
      return sql`(request.state = 'returned' and request.expires_at > ${now})`
    case 'over':
      return sql`(request.state in ('approved', 'rejected', 'withdrawn', 'expired')
        or (request.state in ('submitted', 'returned') and request.expires_at <= ${now}))`
  }
}

/** Not their own, not agreed to by them already; for a chief what nobody else has, or what has waited. */
function isFor({ actor: { acting, personId }, now, escalatedSince }: Looking): RawBuilder<boolean> {
  const chief = sql`(request.submitted_at <= ${escalatedSince} or not exists (
    select from administrator_appointment held join account administrator on administrator.id = held.account_id
    where administrator.organisation_id = current_organisation() and held.level = 'administrator' and held.ended_at is null
      and (held.valid_until is null or held.valid_until > ${now})
      and administrator.status = 'active' and administrator.valid_from <= ${now}
      and (administrator.valid_until is null or administrator.valid_until > ${now})
      and administrator.person_id not in (request.asked_by, request.person_id)
      and administrator.person_id is distinct from request.first_approved_by
      and (held.unit_ids is null or coalesce(${placeInSql} = any(held.unit_ids), false))
      and (held.service_ids is null or request.service_id is null or request.service_id = any(held.service_ids))))`
  return sql<boolean>`(request.asked_by <> ${personId} and request.person_id <> ${personId}
    and request.first_approved_by is distinct from ${personId}
    and ${acting.kind === 'chief-administrator' ? chief : sql`true`})`
}

/** What the filters offer: the services that are asked for here. */
export async function listAskedServices(
  trx: Trx,
  { serviceIds }: Limits,
): Promise<{ id: string; nameDa: string; nameEn: string }[]> {
  const { rows } = await sql<{ id: string; nameDa: string; nameEn: string }>`
    select service.id, service.name_da as "nameDa", service.name_en as "nameEn" from service
    where service.id in (select service_id from access_request where organisation_id = current_organisation())
      and ${serviceIds ? sql`service.id = any(${[...serviceIds]}::uuid[])` : sql`true`}
    order by service.name_da, service.id`.execute(trx)
  return rows
}

export function readQueueQuery(
  get: (name: string) => string | null | undefined,
  readId: (text: string | null | undefined) => string | null,
): QueueQuery {
  return {
    state: queueStates.find((state) => state === get('status')) ?? 'waiting',
    serviceId: readId(get('tjeneste')),
    unitId: readId(get('enhed')),
    kind: requestKinds.find((kind) => kind === get('slags')) ?? null,
    mine: get('mine') === '1',
  }
}

/** As the address of the list says it; empty: as it is at first. */
export function writeQueueQuery({ state, serviceId, unitId, kind, mine }: QueueQuery): string {
  const values = {
    status: state === 'waiting' ? '' : state,
    tjeneste: serviceId ?? '',
    enhed: unitId ?? '',
    slags: kind ?? '',
    mine: mine ? '1' : '',
  }
  return new URLSearchParams(Object.entries(values).filter(([, value]) => value !== '')).toString()
}
