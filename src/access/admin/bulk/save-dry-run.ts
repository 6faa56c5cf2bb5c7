/** Works out what a file or a selection would do, and keeps it. Nothing else is saved. */
import { recordEvents } from '../../../audit/record-events.ts'
import type { Clock } from '../../../base/clock.ts'
import type { Ids } from '../../../base/ids.ts'
import type { Trx } from '../../../storage/database.ts'
import type { Actor } from '../actor.ts'
import type { TypedRow } from './bulk-columns.ts'
import { findBulkFacts } from './bulk-facts.store.ts'
import { countBulkRows, insertBulkJob, insertBulkRows } from './bulk-jobs.store.ts'
import { checkRows, type RowToCheck } from './check-rows.ts'

export interface RowWanted {
  number: number
  typed: TypedRow
  /** Known where people were ticked in a list. */
  accountId: string | null
}

/** The id of the kept dry run. */
export async function saveDryRun(
  deps: { clock: Clock; ids: Ids },
  trx: Trx,
  { acting, personId, source }: Actor,
  { fileName, wanted }: { fileName: string | null; wanted: readonly RowWanted[] },
): Promise<string> {
  const madeAt = deps.clock.now()
  const job = { id: deps.ids.uuid(), organisationId: acting.organisation.id }
  const rows: RowToCheck[] = wanted.map((row) => ({ ...row, newId: deps.ids.uuid(), newPersonId: deps.ids.uuid() }))
  const facts = await findBulkFacts(trx, { limits: acting.limits, now: madeAt, lock: false }, rows)
  const checked = checkRows(rows, { acting, madeAt, facts })
  await insertBulkJob(trx, {
    ...job,
    madeBy: personId,
    accountId: acting.accountId,
    capacity: acting.key,
    madeAt,
    source,
    fileName,
    state: 'checked',
  })
  await insertBulkRows(trx, job, rows, checked)
  await recordEvents(deps, trx, [
    {
      action: 'bulk-change.checked',
      outcome: 'success',
      actor: { kind: 'person', id: personId },
      organisationId: job.organisationId,
      object: { kind: 'bulk-change', id: job.id },
      source,
      correlationId: job.id,
      details: { ...(await countBulkRows(trx, job.id)) },
    },
  ])
  return job.id
}
