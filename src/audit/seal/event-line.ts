/**
 * An audit event as it is sealed and exported: one line of JSON, always the same bytes for the same row. Whoever checks a
 * log hashes the line as it stands, and needs no rules of ours for writing it. This is format 1: were it changed, what is
 * sealed already could no longer be checked.
 */
import { sql } from 'kysely'

/** A row of `audit_event` as PostgreSQL itself writes it: JSON and time as text, since reading them would lose digits. */
export interface EventRow {
  sequence: number
  id: string
  at: string
  action: string
  outcome: string
  actor_kind: string
  actor_id: string | null
  organisation_id: string | null
  object_kind: string | null
  object_id: string | null
  source: string | null
  correlation_id: string | null
  reference: string | null
  details: string
}

/** What to select from `audit_event e` to get an `EventRow`. `to_json` writes a time the same whatever the session's settings. */
export const eventColumns = sql`e.sequence, e.id, to_json(e.at at time zone 'UTC') #>> '{}' as at, e.action, e.outcome,
  e.actor_kind, e.actor_id, e.organisation_id, e.object_kind, e.object_id, e.source, e.correlation_id, e.reference,
  e.details::text as details`

/** The event's number in `audit_event` is not in it: its gaps would tell an organisation how much others do. */
export function eventLine(row: EventRow): string {
  const head = JSON.stringify({
    id: row.id,
    at: `${row.at}Z`,
    action: row.action,
    outcome: row.outcome,
    actorKind: row.actor_kind,
    actorId: row.actor_id,
    organisationId: row.organisation_id,
    objectKind: row.object_kind,
    objectId: row.object_id,
    source: row.source,
    correlationId: row.correlation_id,
    reference: row.reference,
  })
  return inert(`${head.slice(0, -1)},"details":${row.details}}`)
}

/** Characters that do something to a terminal or to the direction of text, or cannot be seen. JSON itself escapes U+0000–001F. */
const treacherous =
  /[\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/gu
/** Where a spreadsheet that takes the line for CSV would begin a new cell with a formula. */
const formulaStart = /[,;](?=\s*[=+\-@])/g
const strings = /"(?:[^"\\]|\\.)*"/g

/** The same JSON, harmless to whoever prints it or opens it in a spreadsheet (OWASP: CSV injection; log injection). */
function inert(json: string): string {
  const visible = json.replace(treacherous, escaped)
  return visible.search(formulaStart) === -1
    ? visible
    : visible.replace(strings, (text) => text.replace(formulaStart, escaped))
}

/** As JSON writes any character: one or two `\uXXXX`. */
function escaped(character: string): string {
  return Array.from({ length: character.length }, (_, index) => {
    return `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`
  }).join('')
}
