/** `seb explain-sign-in REFERENCE`: what happened in a sign-in, and for every value why it was sent or left out. */
import { findEventsByReference, type RecordedEvent } from '../audit/find-events.ts'
import type { Db } from '../storage/database.ts'
import type { TraceLine } from './attributes/claims.ts'

/** Null when no event has the reference. Holds names and reasons only, never a value of a person. */
export async function explainSignIn(db: Db, reference: string): Promise<string | null> {
  const events = await findEventsByReference(db, reference)
  if (events.length === 0) return null
  return events.flatMap(describe).join('\n')
}

function describe({ at, action, outcome, actor, object, source, details = {} }: RecordedEvent): string[] {
  const { trace, ...rest } = details
  const who = actor.id ? `${actor.kind} ${actor.id}` : actor.kind
  const what = object ? ` ${object.kind} ${object.id}` : ''
  const from = source ? ` from ${source}` : ''
  return [
    `${at.toISOString()} ${action} (${outcome}) by ${who}:${what}${from}`,
    ...Object.entries(rest)
      .filter(([, value]) => value !== null)
      .map(([name, value]) => `    ${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`),
    ...(isTrace(trace) ? trace.map(describeLine) : []),
  ]
}

function describeLine({ what, sent, why }: TraceLine): string {
  return `    ${sent ? '✓ sent    ' : '✗ left out'} ${what}: ${why}`
}

function isTrace(value: unknown): value is TraceLine[] {
  return Array.isArray(value) && value.every((line) => typeof line === 'object' && line !== null && 'what' in line)
}
