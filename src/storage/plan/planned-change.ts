/**
 * Compares what is in the database with what it should be, before anything is written: the same comparison gives the rows
 * to write, the lines an operator reads and the audit events.
 */
import { isDeepStrictEqual } from 'node:util'
import type { Ids } from '../../base/ids.ts'
import type { Trx } from '../database.ts'
import type { Report } from './mistake.ts'

export interface FieldChange {
  field: string
  /** Absent where the value must not be shown. */
  from?: unknown
  to?: unknown
}

export interface PlannedChange {
  /** `service`, `role-assignment` */
  kind: string
  /** How people know it: `fmk/henviser`. */
  label: string
  id: string
  organisationId: string | null
  change: 'added' | 'changed' | 'removed'
  fields: readonly FieldChange[]
}

/** The changes to one or several tables, and how they are written. */
export interface Plan {
  changes: readonly PlannedChange[]
  write(trx: Trx): Promise<void>
}

/** What planning needs. Everything is read through `trx`, in the transaction that the plan is written in. */
export interface PlanDeps {
  trx: Trx
  now: Date
  ids: Ids
  report: Report
  /** What no longer fits what it refers to: a mistake where somebody wrote it, a note where an export repeats it. */
  reportUnfit: Report
}

/** One thing as it is (undefined: not there yet) and as it should be. */
export interface Item<Row> {
  label: string
  organisationId?: string | null
  current: Row | undefined
  wanted: Row
}

/**
 * `describe` says what of a row counts, under the names that operators write; the fields in `concealed` are compared but
 * never shown. Returns the changes and the rows to write.
 */
export function planItems<Row extends { id: string }>(
  kind: string,
  items: readonly Item<Row>[],
  describe: (row: Row) => Record<string, unknown>,
  concealed: readonly string[] = [],
): { changes: PlannedChange[]; rows: Row[] } {
  const changes: PlannedChange[] = []
  const rows: Row[] = []
  for (const { label, organisationId = null, current, wanted } of items) {
    const fields = compare(current && describe(current), describe(wanted), concealed)
    if (current && fields.length === 0) continue
    changes.push({ kind, label, id: wanted.id, organisationId, change: current ? 'changed' : 'added', fields })
    rows.push(wanted)
  }
  return { changes, rows }
}

function compare(
  before: Record<string, unknown> | undefined,
  after: Record<string, unknown>,
  concealed: readonly string[],
): FieldChange[] {
  return [...new Set([...Object.keys(after), ...Object.keys(before ?? {})])].flatMap((field) => {
    const from = before?.[field] ?? null
    const to = after[field] ?? null
    if (isDeepStrictEqual(from, to)) return []
    if (concealed.includes(field)) return [{ field }]
    return [before ? { field, from: shown(from), to: shown(to) } : { field, to: shown(to) }]
  })
}

/** As JSON has it: a change may travel to another process before it is shown. */
function shown(value: unknown): unknown {
  return value instanceof Date ? value.toISOString() : value
}
