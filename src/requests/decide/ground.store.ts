/** What a request stands on, and whether it is still there: the account, the role, the grant. What is gone is told by name. */
import { sql } from 'kysely'
import type { Actor } from '../../access/admin/actor.ts'
import { type Assignable, findAssignable } from '../../access/admin/assign/assign-role.ts'
import { type Employee, findEmployee } from '../../access/admin/employees/employee.store.ts'
import type { Trx } from '../../storage/database.ts'
import type { AccessRequest } from '../request.ts'

export const lostGrounds = [
  'account-suspended',
  'account-ended',
  'role-retired',
  'service-off',
  'grant-ended',
  'beyond-limits',
  'nothing-to-lose',
] as const

export type LostGround = (typeof lostGrounds)[number]

export type Ground =
  | { stands: true; employee: Employee; assignable: Assignable | null }
  | { stands: false; employee: Employee; lost: LostGround }

/** Null where the account is not of the organisation. */
export async function findGround(
  trx: Trx,
  actor: Pick<Actor, 'acting' | 'personId'>,
  { accountId, roleId, losingAssignmentId, kind }: AccessRequest,
  now: Date,
): Promise<Ground | null> {
  const employee = accountId === null ? null : await findEmployee(trx, accountId)
  if (!employee || accountId === null) return null
  const lost = (why: LostGround): Ground => ({ stands: false, employee, lost: why })
  const { status, validUntil } = employee.account
  if (status === 'suspended') return lost('account-suspended')
  if (status === 'ended' || (validUntil && validUntil <= now)) return lost('account-ended')
  // An account that nobody has approved is nothing to add to.
  if (status === 'requested' && kind !== 'new-account') return lost('account-ended')
  if (kind === 'less-access') {
    const held = losingAssignmentId !== null && (await isHeld(trx, losingAssignmentId, now))
    return held ? { stands: true, employee, assignable: null } : lost('nothing-to-lose')
  }
  if (roleId === null) return { stands: true, employee, assignable: null }
  const assignable = await findAssignable(trx, actor, { accountId, roleId, now })
  return assignable ? { stands: true, employee, assignable } : lost(await whyNotAssignable(trx, roleId, now))
}

async function isHeld(trx: Trx, assignmentId: string, now: Date): Promise<boolean> {
  const { rows } = await sql<{ held: boolean }>`
    select true as held from role_assignment where id = ${assignmentId} and withdrawn_at is null
      and (valid_until is null or valid_until > ${now})`.execute(trx)
  return rows.length > 0
}

async function whyNotAssignable(trx: Trx, roleId: string, now: Date): Promise<LostGround> {
  const { rows } = await sql<{ retired: boolean; enabled: boolean; granted: boolean }>`
    select (role.status <> 'active' or role.retired_at <= ${now}) is true as retired, service.enabled,
      exists (select from service_grant held where held.service_id = service.id and held.valid_from <= ${now}
        and (held.valid_until is null or held.valid_until > ${now})
        and (held.role_ids is null or role.id = any(held.role_ids))) as granted
    from role join service on service.id = role.service_id where role.id = ${roleId}`.execute(trx)
  const [role] = rows
  if (!role || role.retired) return 'role-retired'
  if (!role.enabled) return 'service-off'
  return role.granted ? 'beyond-limits' : 'grant-ended'
}
