/**
 * What a form about a part of a service leads to: written at once, or asked for. Either way it is held against what the form was
 * made on, so that a second person does not overwrite what the first did.
 */
import { fingerprint } from '../../../../organisations/describe-party.ts'
import { type PartValues, readPart, type ServicePart } from '../../../../services/service-parts.store.ts'
import type { Trx } from '../../../../storage/database.ts'
import { lockConfiguration } from '../../../../storage/lock-configuration.ts'
import { askForChange } from './ask-for-change.ts'
import { changesBetween, type FieldChange } from './field-changes.ts'
import { type ChangeActor, type ChangeDeps, saveChanges } from './save-changes.ts'

export interface Submission {
  part: ServicePart
  /** From what is there now to what is wanted: what the form does not touch stays. */
  wanted: (current: PartValues) => PartValues
  /** The answer of `shownPart` when the form was made. */
  shown: string
  /** Null: written at once. The id was chosen when the form was made: sent twice, it is one request. */
  ask: { id: string; reason: string } | null
}

export type SubmitOutcome =
  | { kind: 'saved' }
  | { kind: 'asked' }
  | { kind: 'nothing-changed' }
  /** Somebody was there since: what differs now from what is wanted. */
  | { kind: 'changed-meanwhile'; differs: readonly FieldChange[]; shown: string }
  | { kind: 'entity-id-taken' }
  | { kind: 'unknown' }

export function shownPart(values: PartValues): string {
  return fingerprint(values)
}

export async function submitChange(
  deps: ChangeDeps,
  trx: Trx,
  { part, wanted, shown, ask }: Submission,
  by: ChangeActor,
): Promise<SubmitOutcome> {
  await lockConfiguration(trx)
  const current = await readPart(trx, part)
  if (!current) return { kind: 'unknown' }
  const changes = changesBetween(current, wanted(current))
  const same = shownPart(current) === shown
  // The same form a second time finds its own work done.
  if (changes.length === 0) return same && ask ? { kind: 'nothing-changed' } : { kind: 'saved' }
  if (!same) return { kind: 'changed-meanwhile', differs: changes, shown: shownPart(current) }
  if (ask) {
    await askForChange(deps, trx, part, { ...ask, changes }, by)
    return { kind: 'asked' }
  }
  const outcome = await saveChanges(deps, trx, part, changes, by)
  return outcome.kind === 'conflicts' ? { kind: 'unknown' } : outcome
}
