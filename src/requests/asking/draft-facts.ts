/** What a draft is about as it stands now: what it names may have gone since it was written. */

import { sameScopes } from '../../access/admin/assign/assign-role.ts'
import type { AssignableRole } from '../../access/admin/assign/assignable-roles.store.ts'
import type { TypedAssignment } from '../../access/admin/assign/check-assignment.ts'
import { suggestAssignment } from '../../access/admin/assign/suggest-assignment.ts'
import { listUnitNumbers, type UnitNumbers } from '../../access/admin/assign/unit-numbers.ts'
import { writeDay } from '../../base/danish-time.ts'
import type { Trx } from '../../storage/database.ts'
import type { AccessRequest } from '../request.ts'
import { type AskableService, findAskableRole, findAskableServices } from './askable.store.ts'
import type { Asker } from './asker.tsx'

export interface DraftFacts {
  /** Null: none chosen yet, or it cannot be asked for any more. */
  service: AskableService | null
  assignable: AssignableRole | null
  /** Where the account is, or is asked for. */
  unit: { id: string; name: string } | null
  /** Open ones of the organisation. */
  units: readonly UnitNumbers[]
  /** What the account has of the same role already, and until when. */
  held: readonly { scopes: Record<string, string[]>; validUntil: Date | null }[]
}

/** In the organisation's transaction. */
export async function findDraftFacts(
  trx: Trx,
  draft: AccessRequest,
  { account }: Pick<Asker, 'account'>,
  now: Date,
): Promise<DraftFacts> {
  const units = await listUnitNumbers(trx)
  const [service] = draft.serviceId ? await findAskableServices(trx, { now, id: draft.serviceId }) : []
  const assignable = service && draft.roleId ? await findAskableRole(trx, draft.roleId, now) : null
  const forOthers = draft.forAccountIds !== null
  const unitId = account && !forOthers ? account.unitId : draft.unitId
  const known = units.find(({ id }) => id === unitId)
  return {
    service: service ?? null,
    assignable: assignable?.service.id === service?.id ? assignable : null,
    unit:
      account && !forOthers && account.unitId !== null
        ? { id: account.unitId, name: account.unitName ?? '' }
        : (known ?? null),
    units,
    held: account && !forOthers && assignable ? await findHeld(trx, account.id, assignable.role.id, now) : [],
  }
}

async function findHeld(trx: Trx, accountId: string, roleId: string, now: Date): Promise<DraftFacts['held']> {
  const rows = await trx
    .selectFrom('role_assignment')
    .select(['scopes', 'valid_until'])
    .where('account_id', '=', accountId)
    .where('role_id', '=', roleId)
    .where('withdrawn_at', 'is', null)
    .where((where) => where.or([where('valid_until', 'is', null), where('valid_until', '>', now)]))
    .execute()
  return rows.map((row) => ({ scopes: row.scopes as Record<string, string[]>, validUntil: row.valid_until }))
}

/** From the day after the last it is no more than going on. */
export function isHeldAlready(
  { held }: DraftFacts,
  { scopes, validFrom }: { scopes: Record<string, string[]>; validFrom: Date },
): boolean {
  return held.some((one) => sameScopes(one.scopes, scopes) && !(one.validUntil && one.validUntil <= validFrom))
}

/** The first step that still lacks something. Somebody new says where they work; an account alone needs no service. */
export function openStep(
  draft: AccessRequest,
  { service, assignable, unit, units }: DraftFacts,
  asker: Asker,
): 'enhed' | 'tjeneste' | 'rolle' | null {
  if (asker.account === null && unit === null && units.length > 0) return 'enhed'
  if (draft.serviceId === null) return asker.account === null ? null : 'tjeneste'
  if (service === null) return 'tjeneste'
  if (assignable === null && (service.needsRole || draft.roleId !== null)) return 'rolle'
  return null
}

/** As the form shows it: what was written, else what is likely. A first day that has passed meanwhile is today. */
export function typedOf(draft: AccessRequest, { assignable, unit, units }: DraftFacts, now: Date): TypedAssignment {
  if (!assignable) return { scopes: {}, from: writeDay(now), until: '', hours: [], reason: draft.reason }
  const suggested = suggestAssignment({ unitId: unit?.id ?? null, assignable, units }, now)
  if (draft.validFrom === null) return { ...suggested, reason: draft.reason }
  const { scopes, validFrom, validUntil, hours, reason } = draft
  return {
    scopes,
    from: writeDay(validFrom < now ? now : validFrom),
    until: validUntil ? writeDay(new Date(validUntil.getTime() - 1)) : '',
    hours: hours ?? [],
    reason,
  }
}
