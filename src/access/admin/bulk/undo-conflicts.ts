/** What is not undone, since a role would come back that does not go with what has been given meanwhile. */
import type { Trx } from '../../../storage/database.ts'
import { openConflictBench, type WantedRole } from '../../conflicts/find-conflicts.ts'
import { wantedOf } from './check-rows.ts'
import type { Now, RowUndo } from './undo.ts'
import type { Deed } from './write-changes.store.ts'

/** Rows in the order they are undone in; each is held against those before it. */
export async function keepWhatConflicts(
  trx: Trx,
  plans: readonly RowUndo[],
  { assignments }: Pick<Now, 'assignments'>,
  now: Date,
): Promise<RowUndo[]> {
  const given = plans.flatMap(({ deeds }) => (deeds ?? []).flatMap((deed) => wantedBy(deed, assignments) ?? []))
  const bench = await openConflictBench(trx, {
    accountIds: [...new Set(given.map(({ accountId }) => accountId))],
    roleIds: [...new Set(given.map(({ roleId }) => roleId))],
    now,
    lock: true,
  })
  return plans.map((plan): RowUndo => {
    const wanted = (plan.deeds ?? []).flatMap((deed) => wantedBy(deed, assignments) ?? [])
    if (wanted.some((one) => bench.conflictsOf(one).length > 0)) return { number: plan.number, deeds: null }
    for (const deed of plan.deeds ?? []) if (deed.kind === 'withdraw') bench.takeBack(deed.assignmentId)
    for (const one of wanted) bench.give(one)
    return plan
  })
}

function wantedBy(deed: Deed, assignments: Now['assignments']): WantedRole | null {
  if (deed.kind === 'period') return wantedOf(deed, deed.after)
  const held = deed.kind === 'restore' ? assignments.get(deed.assignmentId) : undefined
  return deed.kind === 'restore' && held ? { accountId: deed.accountId, roleId: deed.roleId, ...held } : null
}
