/** What an event changed, as pairs of before and after, and what else it says: from the several shapes that details have. */

export interface Difference {
  /** As it is called in the details. */
  field: string
  before: unknown
  after: unknown
}

export interface ToldDetails {
  differences: Difference[]
  /** What is said beside: a reason, a level. */
  remarks: { field: string; value: unknown }[]
}

/** For machines, or told elsewhere on the page. */
const untold = ['trace', 'session', 'messageId', 'label', 'path', 'method']

export function toldDetails(details: Readonly<Record<string, unknown>>): ToldDetails {
  const { fields, before, after, from, to, ...others } = details
  const differences = [
    ...(Array.isArray(fields) ? fields.flatMap(fieldChange) : []),
    ...between(before, after),
    ...(to !== undefined || isRecord(from) ? between(from, to) : []),
  ]
  const remarks: ToldDetails['remarks'] =
    from !== undefined && to === undefined && !isRecord(from) ? [{ field: 'from', value: from }] : []
  for (const [field, value] of Object.entries(others)) {
    if (untold.includes(field) || isEmpty(value)) continue
    if (isRecord(value) && ('from' in value || 'to' in value))
      differences.push({ field, before: value.from, after: value.to })
    else remarks.push({ field, value })
  }
  return { differences, remarks }
}

function fieldChange(change: unknown): Difference[] {
  if (!isRecord(change) || typeof change.field !== 'string') return []
  return [{ field: change.field, before: change.from, after: change.to }]
}

/** Two values, or field by field where they have fields. */
function between(before: unknown, after: unknown): Difference[] {
  if (before === undefined && after === undefined) return []
  if (!isRecord(before) && !isRecord(after)) return [{ field: '', before, after }]
  const [one, other] = [isRecord(before) ? before : {}, isRecord(after) ? after : {}]
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].flatMap((field) => {
    const [was, is] = [one[field], other[field]]
    return JSON.stringify(was) === JSON.stringify(is) || (isEmpty(was) && isEmpty(is))
      ? []
      : [{ field, before: was, after: is }]
  })
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isEmpty(value: unknown): boolean {
  return (
    value === null ||
    value === undefined ||
    value === '' ||
    (Array.isArray(value) && value.length === 0) ||
    (isRecord(value) && Object.keys(value).length === 0)
  )
}
