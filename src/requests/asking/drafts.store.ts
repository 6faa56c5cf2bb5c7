/** Drafts: seen by their writer alone, kept for a month, and as many as somebody can keep track of. */
import { type ExpressionBuilder, sql } from 'kysely'
import type { Ids } from '../../base/ids.ts'
import type { Db, Trx } from '../../storage/database.ts'
import type { Schema } from '../../storage/schema.ts'
import type { AccessRequest, RequestKind } from '../request.ts'
import { asRequest } from '../requests.store.ts'
import type { Asker } from './asker.tsx'

const keptDays = 30
const mostDrafts = 10
const oneDay = 86_400_000

type Writer = Pick<Asker, 'personId' | 'hash' | 'organisation'>

export interface NewDraft {
  /** Chosen when the form was shown: sent twice, it is one draft. */
  id: string
  kind: RequestKind
  unitId: string | null
  serviceId: string | null
  roleId: string | null
  refusalReference: string | null
  forAccountIds?: readonly string[] | null
  losingAssignmentId?: string | null
}

/** Of the writer's drafts the oldest make room. Null where the id is somebody else's, or no draft any more. */
export async function addDraft(
  deps: { ids: Ids },
  trx: Trx,
  writer: Writer,
  draft: NewDraft,
  now: Date,
): Promise<AccessRequest | null> {
  await trx
    .insertInto('access_request')
    .values({
      id: draft.id,
      reference: deps.ids.reference(),
      organisation_id: writer.organisation.id,
      kind: draft.kind,
      state: 'draft',
      asked_by: writer.personId,
      asker_hash: writer.personId === null ? writer.hash : null,
      unit_id: draft.unitId,
      service_id: draft.serviceId,
      role_id: draft.roleId,
      refusal_reference: draft.refusalReference,
      losing_assignment_id: draft.losingAssignmentId ?? null,
      for_account_ids: draft.forAccountIds ? [...draft.forAccountIds] : null,
      created_at: now,
      updated_at: now,
      expires_at: new Date(now.getTime() + keptDays * oneDay),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const kept = trx
    .selectFrom('access_request')
    .select('id')
    .where(isOf(writer))
    .where('expires_at', '>', now)
    .orderBy('updated_at', 'desc')
    .orderBy('id', 'desc')
    .limit(mostDrafts)
  await trx.deleteFrom('access_request').where(isOf(writer)).where('id', 'not in', kept).execute()
  return findDraft(trx, writer, draft.id, now)
}

/** Null for one of somebody else, or of another organisation than the log-in speaks for. */
export async function findDraft(db: Db | Trx, writer: Writer, id: string, now: Date): Promise<AccessRequest | null> {
  const row = await db
    .selectFrom('access_request')
    .selectAll()
    .where('id', '=', id)
    .where(isOf(writer))
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return row ? asRequest(row) : null
}

/** What the writer has begun to ask for in a service for themselves, the newest. */
export async function findDraftOfService(
  db: Db | Trx,
  writer: Writer,
  serviceId: string,
  now: Date,
): Promise<AccessRequest | null> {
  const row = await db
    .selectFrom('access_request')
    .selectAll()
    .where(isOf(writer))
    .where('service_id', '=', serviceId)
    .where('kind', '<>', 'less-access')
    .where('for_account_ids', 'is', null)
    .where('expires_at', '>', now)
    .orderBy('updated_at', 'desc')
    .executeTakeFirst()
  return row ? asRequest(row) : null
}

export interface ListedDraft {
  id: string
  kind: RequestKind
  updatedAt: Date
  service: { nameDa: string; nameEn: string } | null
  role: { nameDa: string; nameEn: string } | null
}

/** The newest first. */
export async function listDrafts(db: Db | Trx, writer: Writer, now: Date): Promise<ListedDraft[]> {
  const rows = await db
    .selectFrom('access_request')
    .leftJoin('service', 'service.id', 'access_request.service_id')
    .leftJoin('role', 'role.id', 'access_request.role_id')
    .select(['access_request.id', 'access_request.kind', 'access_request.updated_at'])
    .select(['service.name_da as service_da', 'service.name_en as service_en'])
    .select(['role.name_da as role_da', 'role.name_en as role_en'])
    .where(isOf(writer))
    .where('access_request.expires_at', '>', now)
    .orderBy('access_request.updated_at', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    updatedAt: row.updated_at,
    service:
      row.service_da !== null && row.service_en !== null ? { nameDa: row.service_da, nameEn: row.service_en } : null,
    role: row.role_da !== null && row.role_en !== null ? { nameDa: row.role_da, nameEn: row.role_en } : null,
  }))
}

export type DraftChange = Partial<
  Pick<
    AccessRequest,
    'unitId' | 'serviceId' | 'roleId' | 'scopes' | 'validFrom' | 'validUntil' | 'hours' | 'reason' | 'email'
  >
>

export async function changeDraft(db: Db | Trx, { id }: { id: string }, change: DraftChange, now: Date): Promise<void> {
  const { unitId, serviceId, roleId, scopes, validFrom, validUntil, hours, reason, email } = change
  await db
    .updateTable('access_request')
    .set({
      updated_at: now,
      ...(unitId !== undefined && { unit_id: unitId }),
      ...(serviceId !== undefined && { service_id: serviceId }),
      ...(roleId !== undefined && { role_id: roleId }),
      ...(scopes !== undefined && { scopes: JSON.stringify(scopes) }),
      ...(validFrom !== undefined && { valid_from: validFrom }),
      ...(validUntil !== undefined && { valid_until: validUntil }),
      ...(hours !== undefined && { hours: hours && JSON.stringify(hours) }),
      ...(reason !== undefined && { reason }),
      ...(email !== undefined && { email }),
    })
    .where('id', '=', id)
    .where('state', '=', 'draft')
    .execute()
}

export async function removeDraft(db: Db | Trx, { id }: { id: string }): Promise<void> {
  await db.deleteFrom('access_request').where('id', '=', id).where('state', '=', 'draft').execute()
}

/** Those whose time is up. Returns how many were removed: at most `limit`. */
export async function removeOldDrafts(trx: Trx, before: Date, limit: number): Promise<number> {
  const old = trx
    .selectFrom('access_request')
    .select('id')
    .where('state', '=', 'draft')
    .where('expires_at', '<', before)
    .limit(limit)
  const result = await trx.deleteFrom('access_request').where('id', 'in', old).executeTakeFirst()
  return Number(result.numDeletedRows)
}

/** What was begun before SEB knew the person is still theirs afterwards. */
function isOf({ personId, hash, organisation }: Writer) {
  return (where: ExpressionBuilder<Schema, 'access_request'>) =>
    where.and([
      where('access_request.state', '=', 'draft'),
      where('access_request.organisation_id', '=', organisation.id),
      sql<boolean>`(access_request.asked_by = ${personId}::uuid or access_request.asker_hash = ${hash})`,
    ])
}
