/**
 * Carries bulk changes out, and undoes them, a chunk at a time. Each chunk is one transaction with its rows marked, so a
 * process may die anywhere and another goes on: each row happens once. Every row is checked again against what holds now.
 */
import { isDeepStrictEqual } from 'node:util'
import { recordEvents } from '../../../audit/record-events.ts'
import type { Job } from '../../../base/run-jobs.ts'
import type { NotifyDeps } from '../../../notices/notify.ts'
import type { Db, Trx } from '../../../storage/database.ts'
import { inOrganisation } from '../../../storage/in-organisation.ts'
import { refreshStatistics } from '../../../storage/statistics.job.ts'
import { chiefsWithout } from '../../appointments/orphan-guard.ts'
import type { OrganisationCapacity } from '../../capacities/capacity.ts'
import { findActing } from '../../capacities/find-acting.ts'
import { lockPeople } from '../../conflicts/find-conflicts.ts'
import { lockUnits } from '../units/units.store.ts'
import type { RowMistake, RowOutcome } from './bulk-change.ts'
import { findBulkFacts, findChiefs, findTerms } from './bulk-facts.store.ts'
import {
  type BulkJob,
  type BulkRowKept,
  countBulkRows,
  lastRowsDone,
  lockJob,
  markRows,
  moveJob,
  nextRows,
  type RowResult,
} from './bulk-jobs.store.ts'
import { checkRows } from './check-rows.ts'
import { findNow, planUndo } from './undo.ts'
import { keepWhatConflicts } from './undo-conflicts.ts'
import { type Deed, type Doer, writeChanges } from './write-changes.store.ts'

export type BulkDeps = NotifyDeps & { db: Db }

/** Few enough that others are served meanwhile on the embedded engine's one connection. */
const rowsAtOnce = 500
const chunksBetweenLooks = 8

export function bulkJob(deps: BulkDeps): Job {
  return { name: 'bulk-change', everySeconds: 1, run: () => workBulkJobs(deps) }
}

export async function workBulkJobs(deps: BulkDeps): Promise<void> {
  const waiting = await deps.db
    .selectFrom('bulk_job')
    .select(['id', 'organisation_id'])
    .where('state', 'in', ['applying', 'undoing'])
    .orderBy('started_at')
    .limit(20)
    .execute()
  for (const { id, organisation_id } of waiting)
    for (let chunk = 0; ; chunk++) {
      // The tables have grown by thousands of rows since they were last looked at.
      if (chunk % chunksBetweenLooks === 0) await refreshStatistics(deps.db)
      if (!(await inOrganisation(deps.db, organisation_id, (trx) => workChunk(deps, trx, id)))) break
    }
}

/** Whether there may be more to do. */
async function workChunk(deps: BulkDeps, trx: Trx, jobId: string): Promise<boolean> {
  const job = await lockJob(trx, jobId)
  switch (job?.state) {
    case 'applying':
      return applyChunk(deps, trx, job)
    case 'undoing':
      return undoChunk(deps, trx, job)
    default:
      return false
  }
}

async function applyChunk(deps: BulkDeps, trx: Trx, job: BulkJob): Promise<boolean> {
  const rows = await nextRows(trx, job.id, rowsAtOnce)
  const now = deps.clock.now()
  const doer = { personId: job.madeBy, organisationId: job.organisationId, source: job.source, jobId: job.id }
  if (rows.length === 0) {
    await moveJob(trx, job.id, 'applying', { state: 'applied', finished_at: now })
    await tell(deps, trx, doer, 'bulk-change.applied')
    return false
  }
  const acting = await findActing(trx, job.madeBy, { accountId: job.accountId, key: job.capacity }, now)
  const results = acting ? await checkAgain(deps, trx, job, rows, acting) : rows.map(noLongerAdministrator)
  const written = rows.flatMap((row, at) =>
    results[at]?.result === 'done' ? row.changes.map((change) => ({ number: row.number, change, undoing: false })) : [],
  )
  await writeChanges(deps, trx, doer, written)
  await markRows(trx, job.id, results, now)
  return true
}

/** What would now come of a row must be what was shown, or nobody has agreed to it. */
async function checkAgain(
  { clock }: BulkDeps,
  trx: Trx,
  { organisationId, madeAt }: BulkJob,
  rows: readonly BulkRowKept[],
  acting: OrganisationCapacity,
): Promise<RowResult[]> {
  const now = clock.now()
  // Nobody takes the last chief administrator away meanwhile.
  if (rows.some(({ changes }) => changes.some(({ kind }) => kind === 'status')))
    await chiefsWithout(trx, { organisationId, accountId: null, now })
  await holdTouched(trx, organisationId, rows)
  const facts = await findBulkFacts(trx, { limits: acting.limits, now, lock: true }, rows)
  return checkRows(rows, { acting, madeAt, facts }).map(({ number, result }, at) => {
    const mistake = differs(result, rows[at]?.changes ?? [])
    return { number, result: mistake ? 'left' : 'done', mistake }
  })
}

function differs(result: RowOutcome, changes: BulkRowKept['changes']): RowMistake | null {
  if (result.outcome === 'mistake') return result.mistake
  return isDeepStrictEqual(result.changes, changes) ? null : { mistake: 'changed-since' }
}

const noLongerAdministrator = ({ number }: BulkRowKept): RowResult => ({
  number,
  result: 'left',
  mistake: { mistake: 'no-longer-administrator' },
})

async function undoChunk(deps: BulkDeps, trx: Trx, job: BulkJob): Promise<boolean> {
  const { undoBy, undoAccountId, undoCapacity } = job
  const rows = await lastRowsDone(trx, job.id, rowsAtOnce)
  const now = deps.clock.now()
  if (!undoBy || !undoAccountId || !undoCapacity) return false
  const doer = { personId: undoBy, organisationId: job.organisationId, source: job.source, jobId: job.id }
  if (rows.length === 0) {
    await moveJob(trx, job.id, 'undoing', { state: 'undone', undone_at: now })
    await tell(deps, trx, doer, 'bulk-change.undone')
    return false
  }
  const acting = await findActing(trx, undoBy, { accountId: undoAccountId, key: undoCapacity }, now)
  const { done, results } = acting ? await planChunk(trx, rows, acting, now) : { done: [], results: rows.map(kept) }
  await writeChanges(deps, trx, doer, done)
  await markRows(trx, job.id, results, now)
  return true
}

/** Units stay open until people are in them, and nobody else gives a role to those whom the rows give one. */
async function holdTouched(trx: Trx, organisationId: string, rows: readonly BulkRowKept[]): Promise<void> {
  const changes = rows.flatMap((row) => row.changes)
  if (changes.some(({ kind }) => kind === 'unit' || kind === 'create')) await lockUnits(trx, organisationId)
  await lockPeople(
    trx,
    changes.map(({ accountId }) => accountId),
  )
}

const kept = ({ number }: { number: number }): RowResult => ({ number, result: 'kept', mistake: null })

async function planChunk(
  trx: Trx,
  rows: readonly BulkRowKept[],
  acting: OrganisationCapacity,
  now: Date,
): Promise<{ done: { number: number; change: Deed; undoing: boolean }[]; results: RowResult[] }> {
  await chiefsWithout(trx, { organisationId: acting.organisation.id, accountId: null, now })
  await holdTouched(trx, acting.organisation.id, rows)
  const found = await findNow(trx, rows)
  const planned = planUndo(rows, {
    acting,
    assignable: (await findTerms(trx, { limits: acting.limits, now })).assignable,
    chiefs: await findChiefs(trx, now),
    now: found,
  })
  const plans = await keepWhatConflicts(trx, planned, found, now)
  return {
    done: plans.flatMap(({ number, deeds }) => (deeds ?? []).map((change) => ({ number, change, undoing: true }))),
    results: plans.map(({ number, deeds }) => (deeds ? { number, result: 'undone', mistake: null } : kept({ number }))),
  }
}

async function tell(
  deps: BulkDeps,
  trx: Trx,
  { personId, organisationId, source, jobId }: Doer,
  action: 'bulk-change.applied' | 'bulk-change.undone',
): Promise<void> {
  await recordEvents(deps, trx, [
    {
      action,
      outcome: 'success',
      actor: { kind: 'person', id: personId },
      organisationId,
      object: { kind: 'bulk-change', id: jobId },
      source: source ?? undefined,
      correlationId: jobId,
      details: { ...(await countBulkRows(trx, jobId)) },
    },
  ])
}
