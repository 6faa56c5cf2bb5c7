/** The lines that `seb apply` prints for a change. */
import type { FieldChange, PlannedChange } from '../storage/plan/planned-change.ts'

const signs = { added: '+', changed: '~', removed: '-' } as const

/** `+ service fmk`, or one line a field: `~ role fmk/henviser names.da: "a" → "b"`. */
export function describeChange({ kind, label, change, fields }: PlannedChange): string[] {
  const head = `${signs[change]} ${kind} ${label}`
  return change === 'changed' ? fields.map((field) => `${head} ${describeField(field)}`) : [head]
}

function describeField(change: FieldChange): string {
  if (!('to' in change)) return `${change.field}: changed (not shown)`
  const { field, from, to } = change
  if (isList(from) && isList(to)) {
    const gone = from.filter((value) => !to.includes(value)).map((value) => `- ${show(value)}`)
    const come = to.filter((value) => !from.includes(value)).map((value) => `+ ${show(value)}`)
    if (gone.length + come.length > 0) return `${field}: ${[...gone, ...come].join(', ')}`
  }
  return `${field}: ${show(from)} → ${show(to)}`
}

function isList(value: unknown): value is unknown[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string')
}

function show(value: unknown): string {
  return value === null || value === undefined ? 'none' : JSON.stringify(value)
}
