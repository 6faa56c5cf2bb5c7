/**
 * What differs between two states of a part of a service, field by field; and what is left of such differences when the ground
 * has changed: a field that somebody else has set to something third is a conflict, and is never overwritten.
 */
import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import type { PartValues } from '../../../../services/service-parts.store.ts'

export const fieldChanges = z.array(z.object({ field: z.string(), from: z.unknown(), to: z.unknown() }))

/** `from` and `to` are null where the field is nothing. */
export interface FieldChange {
  field: string
  from: unknown
  to: unknown
}

export function changesBetween(before: PartValues, after: PartValues): FieldChange[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((field) => {
    const [from, to] = [fieldOf(before, field), fieldOf(after, field)]
    return isDeepStrictEqual(from, to) ? [] : [{ field, from, to }]
  })
}

export interface Conflict extends FieldChange {
  /** What stands there now. */
  now: unknown
}

export interface Merged {
  values: PartValues
  /** Those of the changes that are still to be made. */
  left: FieldChange[]
  conflicts: Conflict[]
}

export function mergeChanges(current: PartValues, changes: readonly FieldChange[]): Merged {
  const left: FieldChange[] = []
  const conflicts: Conflict[] = []
  for (const change of changes) {
    const now = fieldOf(current, change.field)
    if (isDeepStrictEqual(now, change.to)) continue
    if (isDeepStrictEqual(now, change.from)) left.push(change)
    else conflicts.push({ ...change, now })
  }
  const wanted = left.map(({ field, to }) => [field, to] as const)
  return { values: { ...current, ...Object.fromEntries(wanted) }, left, conflicts }
}

function fieldOf(values: PartValues, field: string): unknown {
  return (Object.hasOwn(values, field) ? values[field] : null) ?? null
}
