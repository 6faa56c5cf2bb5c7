/** What somebody has asked for, or what is asked for on their behalf, as they are shown it. */
import { sql } from 'kysely'
import type { Viewer } from '../../access/viewer.ts'
import type { WeeklyHours } from '../../base/weekly-hours.ts'
import type { Db, Trx } from '../../storage/database.ts'
import type { RequestKind, RequestStepKind } from '../request.ts'
import type { RequestState } from '../request-state.ts'

export interface MyRequest {
  id: string
  reference: string
  kind: RequestKind
  state: RequestState
  organisation: { id: string; name: string; tellsNames: boolean; escalateAfterDays: number }
  /** Whom it is for. */
  personId: string
  accountId: string
  person: string
  askedBy: string
  unit: { id: string; name: string } | null
  service: { id: string; nameDa: string; nameEn: string; address: string | null } | null
  role: { id: string; nameDa: string; nameEn: string; sensitive: boolean } | null
  scopes: Record<string, string[]>
  validFrom: Date | null
  validUntil: Date | null
  hours: readonly WeeklyHours[] | null
  reason: string
  refusalReference: string | null
  /** One of two who must agree has. */
  firstApproved: boolean
  submittedAt: Date
  updatedAt: Date
  decidedAt: Date | null
  expiresAt: Date
  accountStatus: 'requested' | 'active' | 'suspended' | 'ended'
}

/** One with a log-in of a local provider is shown what is of its organisation. */
export interface Whose {
  personId: string | null
  viewer: Pick<Viewer, 'sight'> | null
  organisation: { cvr: string }
}

interface Row extends Omit<MyRequest, 'organisation' | 'unit' | 'service' | 'role'> {
  organisation_id: string
  organisation_name: string
  tells_names: boolean
  escalate_after_days: number
  unit_id: string | null
  unit_name: string | null
  service_id: string | null
  service_da: string
  service_en: string
  address: string | null
  role_id: string | null
  role_da: string
  role_en: string
  sensitive: boolean
}

const mostShown = 100

/** The newest first. */
export async function listMyRequests(db: Db | Trx, whose: Whose): Promise<MyRequest[]> {
  return findRows(db, whose, sql`true`)
}

/** Null for one that is neither theirs nor asked for by them. */
export async function findMyRequest(db: Db | Trx, whose: Whose, id: string): Promise<MyRequest | null> {
  const [found] = await findRows(db, whose, sql`request.id = ${id}::uuid`)
  return found ?? null
}

async function findRows(db: Db | Trx, { personId, viewer, organisation }: Whose, which: ReturnType<typeof sql>) {
  if (personId === null) return []
  const narrow = viewer === null || viewer.sight.only !== null
  const { rows } = await sql<Row>`
    select request.id, request.reference, request.kind, request.state, request.person_id as "personId", request.account_id as "accountId", person.name as person,
      request.asked_by as "askedBy", request.scopes, request.valid_from as "validFrom", request.valid_until as "validUntil", request.hours,
      request.reason, request.refusal_reference as "refusalReference", request.first_approved_by is not null as "firstApproved",
      request.submitted_at as "submittedAt",
      request.updated_at as "updatedAt", request.decided_at as "decidedAt", request.expires_at as "expiresAt",
      account.status as "accountStatus", organisation.id as organisation_id, organisation.name as organisation_name,
      organisation.tells_names, organisation.escalate_after_days, unit.id as unit_id, unit.name as unit_name, service.id as service_id,
      service.name_da as service_da, service.name_en as service_en, service.address, role.id as role_id,
      role.name_da as role_da, role.name_en as role_en, role.sensitive
    from access_request request join organisation on organisation.id = request.organisation_id
    join account on account.id = request.account_id join person on person.id = request.person_id
    left join unit on unit.id = account.unit_id left join service on service.id = request.service_id
    left join role on role.id = request.role_id
    where request.state <> 'draft' and (request.asked_by = ${personId} or request.person_id = ${personId})
      and (not ${narrow}::boolean or organisation.cvr = ${organisation.cvr}) and ${which}
    order by request.submitted_at desc, request.id limit ${mostShown}`.execute(db)
  return rows.map(myRequest)
}

function myRequest(row: Row): MyRequest {
  return {
    ...row,
    organisation: {
      id: row.organisation_id,
      name: row.organisation_name,
      tellsNames: row.tells_names,
      escalateAfterDays: row.escalate_after_days,
    },
    unit: row.unit_id !== null && row.unit_name !== null ? { id: row.unit_id, name: row.unit_name } : null,
    service:
      row.service_id === null
        ? null
        : { id: row.service_id, nameDa: row.service_da, nameEn: row.service_en, address: row.address },
    role:
      row.role_id === null
        ? null
        : { id: row.role_id, nameDa: row.role_da, nameEn: row.role_en, sensitive: row.sensitive },
  }
}

export interface ToldStep {
  at: Date
  step: RequestStepKind
  byMyself: boolean
  /** Of those in an organisation that tells its people, and of who asked. */
  name: string | null
  words: string
}

export async function findToldSteps(
  db: Db | Trx,
  { id, organisation, askedBy, personId }: MyRequest,
  myself: string,
): Promise<ToldStep[]> {
  const rows = await db
    .selectFrom('access_request_step as step')
    .leftJoin('person', 'person.id', 'step.by_person')
    .select(['step.at', 'step.step', 'step.by_person', 'step.words', 'person.name'])
    .where('step.request_id', '=', id)
    .orderBy('step.position')
    .execute()
  return rows.map((row) => ({
    at: row.at,
    step: row.step,
    byMyself: row.by_person === myself,
    name: organisation.tellsNames || row.by_person === askedBy || row.by_person === personId ? row.name : null,
    words: row.words,
  }))
}

/** Of the last that were decided, half took no longer; null where too few were. In milliseconds. */
export async function usualWait(db: Db | Trx, organisationId: string): Promise<number | null> {
  const { rows } = await sql<{ wait: number | null; count: number }>`
    select percentile_cont(0.5) within group (order by extract(epoch from decided_at - submitted_at)) * 1000 as wait,
      count(*)::integer as count
    from (select decided_at, submitted_at from access_request where organisation_id = ${organisationId}
      and decided_at is not null order by decided_at desc limit 20) last`.execute(db)
  const [row] = rows
  return row && row.count >= 3 ? row.wait : null
}
