/** Which of the roles that rules speak of are held, and when. */
import { sql } from 'kysely'
import type { Trx } from '../../storage/database.ts'
import type { Holding } from './conflict-rule.ts'

export interface HeldRow extends Holding {
  accountId: string
  assignmentId: string | null
}

/**
 * What holds now or will; no longer than the role may last. A suspended account is opened again with what it had; a role that the
 * silence of a review has stopped is asked about when somebody answers for it.
 */
export async function findHeld(
  trx: Trx,
  { accountIds, roleIds, now }: { accountIds: readonly string[]; roleIds: readonly string[]; now: Date },
): Promise<HeldRow[]> {
  const { rows } = await sql<HeldRow>`
    select held.role_id as "roleId", held.account_id as "accountId", held.id as "assignmentId", held.valid_from as "from",
      least(held.valid_until, held.valid_from + role.longest_days * interval '24 hours') as until,
      jsonb_build_array(held.hours, account.hours) as hours
    from role_assignment held join account on account.id = held.account_id join role on role.id = held.role_id
    where held.account_id = any(${sql.val([...accountIds])}::uuid[]) and held.role_id = any(${sql.val([...roleIds])}::uuid[])
      and held.withdrawn_at is null and (held.unanswered_from is null or held.unanswered_from > ${now})
      and (role.retired_at is null or role.retired_at > ${now}) and role.status <> 'retired'
      and coalesce(least(held.valid_until, held.valid_from + role.longest_days * interval '24 hours') > ${now}, true)
    order by held.id`.execute(trx)
  return rows
}
