/** An assignment that has a last day, for giving the role once more after it. */
import type { Trx } from '../../storage/database.ts'
import type { EndingAssignment } from './suggest-extension.ts'

/** Null for one of another account or role, one without an end, and one that was taken back. */
export async function findEnding(
  trx: Trx,
  { accountId, roleId, assignmentId }: { accountId: string; roleId?: string; assignmentId: string },
): Promise<(EndingAssignment & { serviceId: string; roleId: string }) | null> {
  let select = trx
    .selectFrom('role_assignment')
    .select(['scopes', 'valid_from', 'valid_until', 'hours', 'service_id', 'role_id'])
    .where('id', '=', assignmentId)
    .where('account_id', '=', accountId)
    .where('withdrawn_at', 'is', null)
  if (roleId !== undefined) select = select.where('role_id', '=', roleId)
  const row = await select.executeTakeFirst()
  if (!row?.valid_until) return null
  return {
    scopes: row.scopes as EndingAssignment['scopes'],
    validFrom: row.valid_from,
    validUntil: row.valid_until,
    hours: row.hours as EndingAssignment['hours'],
    serviceId: row.service_id,
    roleId: row.role_id,
  }
}
