/**
 * `seb apply`: makes what SEB knows be as a document says. All of it and its audit events are one transaction; with a
 * single mistake nothing is changed; what the document does not name is left alone.
 */
import { z } from 'zod'
import type { AuditEvent } from '../audit/audit-event.ts'
import { recordEvents } from '../audit/record-events.ts'
import type { Clock } from '../base/clock.ts'
import type { Ids } from '../base/ids.ts'
import { fingerprint } from '../organisations/describe-party.ts'
import type { MetadataSource } from '../organisations/document-parts.ts'
import type { CprKeys } from '../people/cpr.ts'
import type { Db } from '../storage/database.ts'
import { lockConfiguration } from '../storage/lock-configuration.ts'
import { type At, type Mistake, type Report, showPath } from '../storage/plan/mistake.ts'
import type { PlannedChange } from '../storage/plan/planned-change.ts'
import { findRows } from '../storage/upsert-rows.ts'
import { violatedConstraint } from '../storage/violated-constraint.ts'
import { checkDocument } from './check-document.ts'
import { planDocument, type ReadDocument } from './plan-document.ts'
import { type MetadataDeps, readMetadataOf } from './read-metadata.ts'

export interface ApplyDeps extends MetadataDeps {
  db: Db
  clock: Clock
  ids: Ids
  cprKeys: CprKeys
}

/** A schema, since it may come from another process. */
export const applyRequest = z.object({
  /** As it was read from JSON or YAML. */
  document: z.unknown(),
  /** Contents of the files that the document names, in base64. A file that is not here could not be read. */
  files: z.record(z.string(), z.string()),
  /** Do everything, then let go of it. */
  dryRun: z.boolean(),
  /** Who runs the command, for the audit. */
  operator: z.string().min(1),
})

export type ApplyRequest = z.output<typeof applyRequest>

export interface ApplyOutcome {
  mistakes: readonly Mistake[]
  changes: readonly PlannedChange[]
  /** What the operator should know though nothing is wrong. */
  notes: readonly string[]
}

export async function applyDocument(deps: ApplyDeps, request: ApplyRequest): Promise<ApplyOutcome> {
  const { parts, broken, exported, mistakes } = checkDocument(request.document)
  const report: Report = (path, text) => mistakes.push({ path, text })
  const unfit: string[] = []
  // What SEB let happen must be possible to write back: a role may have changed since it was given.
  const reportUnfit: Report = exported ? (path, text) => unfit.push(`${showPath(path)} ${text}`) : report
  const source = { ...deps, files: request.files, report }
  const document: ReadDocument = {
    parts: {
      ...parts,
      identityProviders: await readMetadataOf(
        source,
        parts.identityProviders,
        () => ({ party: 'identity-provider' }),
        broken.identityProviders,
        await fingerprints(deps.db, 'identity_provider', parts.identityProviders),
      ),
      services: await readMetadataOf(
        source,
        parts.services,
        ({ settings }) => ({ party: 'service', settings }),
        broken.services,
        await fingerprints(deps.db, 'service', parts.services),
      ),
    },
    broken,
  }
  try {
    return await deps.db.transaction().execute(async (trx) => {
      await lockConfiguration(trx)
      const planning = { ...deps, trx, now: deps.clock.now(), report, reportUnfit }
      const { plans, notes } = await planDocument(planning, document)
      const changes = plans.flatMap((plan) => plan.changes)
      const outcome = { mistakes, changes, notes: [...notes, ...unfit] }
      if (mistakes.length > 0) throw new Undone({ mistakes, changes: [], notes: [] })
      if (changes.length === 0) return outcome
      for (const plan of plans) await plan.write(trx)
      if (request.dryRun) throw new Undone(outcome)
      await recordEvents(deps, trx, eventsOf(deps.ids.uuid(), request.operator, changes))
      return outcome
    })
  } catch (error) {
    if (error instanceof Undone) return error.outcome
    const constraint = violatedConstraint(error)
    if (!constraint) throw error
    return { mistakes: [{ path: [], text: `breaks a rule of the database: ${constraint}` }], changes: [], notes: [] }
  }
}

/** Of the metadata that parties have now, by key; read for those whose metadata came with an export. */
async function fingerprints(
  db: Db,
  table: 'service' | 'identity_provider',
  wanted: readonly At<{ key: string; metadata: MetadataSource }>[],
): Promise<Map<string, string>> {
  const exported = wanted.flatMap(({ value }) => (value.metadata.read ? [{ key: value.key }] : []))
  const rows = await findRows(db, table, exported)
  return new Map(rows.map(({ key, metadata }) => [key, fingerprint(metadata)]))
}

/** Carries the outcome out of a transaction that is rolled back. */
class Undone extends Error {
  readonly outcome: ApplyOutcome

  constructor(outcome: ApplyOutcome) {
    super('rolled back on purpose')
    this.outcome = outcome
  }
}

function eventsOf(correlationId: string, operator: string, changes: readonly PlannedChange[]): AuditEvent[] {
  const actor = { kind: 'operator' as const, id: operator }
  const counts = { added: 0, changed: 0, removed: 0 }
  for (const { change } of changes) counts[change]++
  return [
    { action: 'configuration.applied', outcome: 'success', actor, correlationId, details: counts },
    ...changes.map(
      ({ kind, label, id, organisationId, change, fields }): AuditEvent => ({
        action: `${kind}.${change}`,
        outcome: 'success',
        actor,
        organisationId: organisationId ?? undefined,
        object: { kind, id },
        correlationId,
        details: { label, fields },
      }),
    ),
  ]
}
