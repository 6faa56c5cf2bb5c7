/** The bulk changes of an organisation and their rows, as they are kept: everybody else's are not there. */
import { type RawBuilder, type Selectable, sql } from 'kysely'
import type { Cursor } from '../../../base/cursor.ts'
import type { Ids } from '../../../base/ids.ts'
import type { Trx } from '../../../storage/database.ts'
import { type Page, readPage } from '../../../storage/keyset.ts'
import type { BulkJobTable } from '../../../storage/schema.ts'
import { insertRows } from '../../../storage/upsert-rows.ts'
import type { OrganisationCapacity } from '../../capacities/capacity.ts'
import type { Change, CheckedRow, RowMistake } from './bulk-change.ts'
import type { TypedRow } from './bulk-columns.ts'
import type { RowToCheck } from './check-rows.ts'

export type BulkState = BulkJobTable['state']

export interface BulkJob {
  id: string
  organisationId: string
  madeBy: string
  madeByName: string
  accountId: string
  capacity: string
  madeAt: Date
  source: string | null
  fileName: string | null
  state: BulkState
  startedAt: Date | null
  finishedAt: Date | null
  undoneAt: Date | null
  undoBy: string | null
  undoAccountId: string | null
  undoCapacity: string | null
}

export interface BulkCounts {
  total: number
  new: number
  changed: number
  unchanged: number
  mistake: number
  done: number
  left: number
  undone: number
  kept: number
}

/** What may be asked for by itself in an address. */
export const rowFilters = ['mistake', 'new', 'changed', 'unchanged', 'left', 'kept'] as const

export type RowFilter = (typeof rowFilters)[number]

export interface BulkRowShown {
  /** The number again, as the list's place. */
  id: string
  number: number
  person: string
  /** Null for somebody who is yet to be created. */
  accountId: string | null
  typed: TypedRow
  outcome: 'new' | 'changed' | 'unchanged' | 'mistake'
  changes: Change[]
  mistake: RowMistake | null
  result: 'done' | 'left' | 'undone' | 'kept' | null
}

type JobRow = Selectable<BulkJobTable> & { name: string }

function jobOf(row: JobRow): BulkJob {
  return {
    id: row.id,
    organisationId: row.organisation_id,
    madeBy: row.made_by,
    madeByName: row.name,
    accountId: row.account_id,
    capacity: row.capacity,
    madeAt: row.made_at,
    source: row.source,
    fileName: row.file_name,
    state: row.state,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
    undoneAt: row.undone_at,
    undoBy: row.undo_by,
    undoAccountId: row.undo_account_id,
    undoCapacity: row.undo_capacity,
  }
}

/** One's own; a chief administrator sees those of all. */
function mine({ kind, accountId, organisation }: OrganisationCapacity) {
  const all = kind === 'chief-administrator'
  return sql<boolean>`bulk_job.organisation_id = ${organisation.id} and (${all} or bulk_job.account_id = ${accountId})`
}

export async function findBulkJob(trx: Trx, acting: OrganisationCapacity, id: string): Promise<BulkJob | null> {
  const row = await trx
    .selectFrom('bulk_job')
    .innerJoin('person', 'person.id', 'bulk_job.made_by')
    .selectAll('bulk_job')
    .select('person.name')
    .where('bulk_job.id', '=', id)
    .where(mine(acting))
    .executeTakeFirst()
  return row ? jobOf(row) : null
}

/** The latest; a selection that nobody went on with is not among them. */
export async function listBulkJobs(trx: Trx, acting: OrganisationCapacity): Promise<(BulkJob & BulkCounts)[]> {
  const rows = await trx
    .selectFrom('bulk_job')
    .innerJoin('person', 'person.id', 'bulk_job.made_by')
    .selectAll('bulk_job')
    .select('person.name')
    .where(mine(acting))
    .where('state', '<>', 'chosen')
    .orderBy('made_at', 'desc')
    .orderBy('bulk_job.id')
    .limit(20)
    .execute()
  const counts = await countRows(
    trx,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => ({ ...jobOf(row), ...(counts.get(row.id) ?? noRows) }))
}

const noRows: BulkCounts = {
  total: 0,
  new: 0,
  changed: 0,
  unchanged: 0,
  mistake: 0,
  done: 0,
  left: 0,
  undone: 0,
  kept: 0,
}

export async function countBulkRows(trx: Trx, jobId: string): Promise<BulkCounts> {
  return (await countRows(trx, [jobId])).get(jobId) ?? noRows
}

async function countRows(trx: Trx, jobIds: readonly string[]): Promise<Map<string, BulkCounts>> {
  const { rows } = await sql<BulkCounts & { jobId: string }>`
    select job_id as "jobId", count(*)::integer as total,
      count(*) filter (where outcome = 'new')::integer as new,
      count(*) filter (where outcome = 'changed')::integer as changed,
      count(*) filter (where outcome = 'unchanged')::integer as unchanged,
      count(*) filter (where outcome = 'mistake')::integer as mistake,
      count(*) filter (where result in ('done', 'undone', 'kept'))::integer as done,
      count(*) filter (where result = 'left')::integer as left,
      count(*) filter (where result = 'undone')::integer as undone,
      count(*) filter (where result = 'kept')::integer as kept
    from bulk_row where job_id = any(${[...jobIds]}::uuid[]) group by job_id`.execute(trx)
  return new Map(rows.map(({ jobId, ...counts }) => [jobId, counts]))
}

/** In the order of the file, a page at a time. */
export function listBulkRows(
  trx: Trx,
  jobId: string,
  filter: RowFilter | null,
  cursor: Cursor | null,
): Promise<Page<BulkRowShown>> {
  return readPage<BulkRowShown>(
    trx,
    {
      from: sql`bulk_row`,
      where: sql<boolean>`bulk_row.job_id = ${jobId} and ${withFilter(filter)}`,
      id: sql`bulk_row.new_id`,
      order: [sql`bulk_row.number`],
      rows: sql`select bulk_row.new_id as id, bulk_row.number, bulk_row.person, account.id as "accountId",
        bulk_row.typed, bulk_row.outcome, bulk_row.changes, bulk_row.mistake, bulk_row.result
        from page join bulk_row on bulk_row.job_id = ${jobId} and bulk_row.new_id = page.id
        left join account on account.id = bulk_row.account_id`,
      countTo: null,
    },
    cursor,
  )
}

function withFilter(filter: RowFilter | null) {
  if (filter === null) return sql`true`
  return filter === 'left' || filter === 'kept' ? sql`result = ${filter}` : sql`outcome = ${filter}`
}

/** The rows with mistakes, to be corrected in a file; as many as a file may have. */
export async function listMistakes(
  trx: Trx,
  jobId: string,
): Promise<{ number: number; typed: TypedRow; mistake: RowMistake }[]> {
  const rows = await trx
    .selectFrom('bulk_row')
    .select(['number', 'typed', 'mistake'])
    .where('job_id', '=', jobId)
    .where((where) => where.or([where('outcome', '=', 'mistake'), where('result', '=', 'left')]))
    .orderBy('number')
    .execute()
  return rows.map(({ number, typed, mistake }) => ({
    number,
    typed: typed as TypedRow,
    mistake: mistake as unknown as RowMistake,
  }))
}

export type NewJob = Pick<BulkJob, 'id' | 'organisationId' | 'madeBy' | 'accountId' | 'capacity' | 'madeAt'> & {
  source: string
  fileName: string | null
  state: 'chosen' | 'checked'
}

export async function insertBulkJob(trx: Trx, job: NewJob): Promise<void> {
  await trx
    .insertInto('bulk_job')
    .values({
      id: job.id,
      organisation_id: job.organisationId,
      made_by: job.madeBy,
      account_id: job.accountId,
      capacity: job.capacity,
      made_at: job.madeAt,
      source: job.source,
      file_name: job.fileName,
      state: job.state,
    })
    .execute()
}

export async function insertBulkRows(
  trx: Trx,
  job: Pick<BulkJob, 'id' | 'organisationId'>,
  rows: readonly RowToCheck[],
  checked: readonly CheckedRow[],
): Promise<void> {
  await insertRows(
    trx,
    'bulk_row',
    rows.map((row, at) => {
      const { accountId = null, person = '', result } = checked[at] ?? {}
      return {
        job_id: job.id,
        number: row.number,
        organisation_id: job.organisationId,
        typed: row.typed,
        account_id: accountId,
        person: person.slice(0, 256),
        new_id: row.newId,
        new_person_id: row.newPersonId,
        outcome: result?.outcome ?? 'mistake',
        changes: result && result.outcome !== 'mistake' ? result.changes : [],
        mistake: result?.outcome === 'mistake' ? { ...result.mistake } : null,
      }
    }),
  )
}

/** People, before it is said what shall happen to them. */
export async function insertChosen(
  trx: Trx,
  job: Pick<BulkJob, 'id' | 'organisationId'>,
  people: readonly { id: string; name: string }[],
  ids: Ids,
): Promise<void> {
  await insertRows(
    trx,
    'bulk_row',
    people.map(({ id, name }, at) => ({
      job_id: job.id,
      number: at + 1,
      organisation_id: job.organisationId,
      typed: {},
      account_id: id,
      person: name,
      new_id: ids.uuid(),
      new_person_id: ids.uuid(),
      outcome: 'unchanged' as const,
      changes: [],
    })),
  )
}

/** In the order they were chosen. */
export async function chosenAccounts(trx: Trx, jobId: string): Promise<string[]> {
  const rows = await trx
    .selectFrom('bulk_row')
    .select('account_id')
    .where('job_id', '=', jobId)
    .orderBy('number')
    .execute()
  return rows.flatMap(({ account_id }) => account_id ?? [])
}

export type BulkRowKept = RowToCheck & {
  outcome: 'new' | 'changed' | 'unchanged' | 'mistake'
  changes: Change[]
  /** The last that history had kept when it was carried out; null where nobody wrote it down. */
  writtenAfter: number | null
}

/** The next rows that wait to be carried out, in the order of the file. */
export async function nextRows(trx: Trx, jobId: string, count: number): Promise<BulkRowKept[]> {
  const rows = await trx
    .selectFrom('bulk_row')
    .selectAll()
    .where('job_id', '=', jobId)
    .where('result', 'is', null)
    .where('outcome', 'in', ['new', 'changed'])
    .orderBy('number')
    .limit(count)
    .execute()
  return rows.map(rowOf)
}

/** The last rows that were carried out and not undone, the last first; all where no count is given. */
export async function lastRowsDone(trx: Trx, jobId: string, count?: number): Promise<BulkRowKept[]> {
  let select = trx
    .selectFrom('bulk_row')
    .selectAll()
    .where('job_id', '=', jobId)
    .where('result', '=', 'done')
    .orderBy('number', 'desc')
  if (count !== undefined) select = select.limit(count)
  return (await select.execute()).map(rowOf)
}

function rowOf(row: {
  number: number
  typed: unknown
  account_id: string | null
  new_id: string
  new_person_id: string
  outcome: BulkRowKept['outcome']
  changes: unknown
  written_after: unknown
}): BulkRowKept {
  return {
    number: row.number,
    typed: row.typed as TypedRow,
    accountId: row.account_id,
    newId: row.new_id,
    newPersonId: row.new_person_id,
    outcome: row.outcome,
    changes: row.changes as Change[],
    writtenAfter: row.written_after === null ? null : Number(row.written_after),
  }
}

export interface RowResult {
  number: number
  result: 'done' | 'left' | 'undone' | 'kept'
  mistake: RowMistake | null
}

/** In the transaction that changed what the rows are about, after it. */
export async function markRows(trx: Trx, jobId: string, results: readonly RowResult[], now: Date): Promise<void> {
  await sql`update bulk_row set result = said.result, mistake = coalesce(said.mistake, bulk_row.mistake),
      done_at = coalesce(bulk_row.done_at, ${now}::timestamptz),
      written_after = coalesce(bulk_row.written_after, (select last_value from earlier_row_sequence_seq))
    from jsonb_to_recordset(${JSON.stringify(results)}::jsonb) as said (number integer, result text, mistake jsonb)
    where bulk_row.job_id = ${jobId} and bulk_row.number = said.number`.execute(trx)
}

/** From one state to the next; false where it was not in the first. */
export async function moveJob(
  trx: Trx,
  id: string,
  from: BulkState,
  set: Partial<Selectable<BulkJobTable>> & { state: BulkState },
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('bulk_job')
    .set(set)
    .where('id', '=', id)
    .where('state', '=', from)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** The one that works on the job for the rest of the transaction; null where another does. */
export async function lockJob(trx: Trx, id: string): Promise<BulkJob | null> {
  const row = await trx
    .selectFrom('bulk_job')
    .innerJoin('person', 'person.id', 'bulk_job.made_by')
    .selectAll('bulk_job')
    .select('person.name')
    .where('bulk_job.id', '=', id)
    .forUpdate('bulk_job')
    .skipLocked()
    .executeTakeFirst()
  return row ? jobOf(row) : null
}

/** Dry runs and selections that nobody went on with. How many rows were removed. */
export function removeUnusedBulkChanges(trx: Trx, before: Date, limit: number): Promise<number> {
  return removeBulkChanges(trx, sql<boolean>`state in ('chosen', 'checked') and made_at < ${before}`, limit)
}

/** What was carried out so long ago that it is no longer undone as a whole. */
export function removeOldBulkChanges(trx: Trx, before: Date, limit: number): Promise<number> {
  return removeBulkChanges(trx, sql<boolean>`state in ('applied', 'undone') and finished_at < ${before}`, limit)
}

/** The rows first, since there are many; the changes with the last of them. */
async function removeBulkChanges(trx: Trx, which: RawBuilder<boolean>, limit: number): Promise<number> {
  const rows = await sql`
    delete from bulk_row using (
      select job_id, number from bulk_row where job_id in (select id from bulk_job where ${which}) limit ${limit}) old
    where bulk_row.job_id = old.job_id and bulk_row.number = old.number`.execute(trx)
  const removed = Number(rows.numAffectedRows ?? 0)
  if (removed < limit) await sql`delete from bulk_job where ${which}`.execute(trx)
  return removed
}
