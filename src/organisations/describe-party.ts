/** How the larger fields of a service or identity provider are compared and shown. */
import { createHash } from 'node:crypto'

/** The parts of a field one by one, so that a change tells which. */
export function prefixed(field: string, parts: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(parts).map(([name, value]) => [`${field}.${name}`, value]))
}

/** Metadata is too long to show: equal metadata has equal fingerprints, however its fields are ordered. */
export function fingerprint(metadata: unknown): string {
  return `sha256 ${createHash('sha256').update(canonical(metadata)).digest('hex').slice(0, 16)}`
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  )
}
