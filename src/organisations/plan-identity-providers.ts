/** What must change for identity providers to be as a document says. */
import type { Selectable } from 'kysely'
import { type At, reportRepeated } from '../storage/plan/mistake.ts'
import { type Item, type Plan, type PlanDeps, planItems } from '../storage/plan/planned-change.ts'
import { placeholderId, References } from '../storage/plan/references.ts'
import type { IdentityProviderTable } from '../storage/schema.ts'
import { findRows, upsertRows } from '../storage/upsert-rows.ts'
import { fingerprint, prefixed } from './describe-party.ts'
import type { ReadMetadata } from './document-parts.ts'
import type { IdentityProviderDocument } from './identity-provider-document.ts'
import { identityProviderSettings } from './identity-provider-settings.ts'

export interface KnownIdentityProvider {
  id: string
  key: string
}

type Row = Selectable<IdentityProviderTable>
type Wanted = At<{ document: IdentityProviderDocument; metadata: ReadMetadata }>

/** `referredTo` are keys that other parts of the document need; `broken` those whose own entry is wrong. */
export async function planIdentityProviders(
  deps: PlanDeps,
  wanted: readonly Wanted[],
  referredTo: readonly string[],
  broken: ReadonlySet<string>,
): Promise<{ plan: Plan; identityProviders: References<KnownIdentityProvider> }> {
  reportRepeated(wanted, ({ document }) => document.key, deps.report, 'key', 'this key')
  reportRepeated(wanted, partyOf, deps.report, 'metadata', 'the entity id')
  const keys = [...wanted.map(({ value }) => value.document.key), ...referredTo]
  const rows = await findRows(
    deps.trx,
    'identity_provider',
    keys.map((key) => ({ key })),
  )
  const current = new Map(rows.map((row) => [row.key, row]))
  const items = wanted.map(({ value }): Item<Row> => {
    const row = current.get(value.document.key)
    return { label: value.document.key, current: row, wanted: wantedRow(deps, value, row) }
  })
  await reportTaken(deps, wanted)
  const { changes, rows: changed } = planItems('identity-provider', items, describe)
  const known = new Map([...rows, ...items.map((item) => item.wanted)].map(({ id, key }) => [key, { id, key }]))
  for (const key of broken) if (!known.has(key)) known.set(key, { id: placeholderId, key })
  return {
    plan: { changes, write: (trx) => upsertRows(trx, 'identity_provider', ['id'], changed) },
    identityProviders: new References('identity provider', known, deps.report),
  }
}

function partyOf({ document, metadata }: Wanted['value']): string {
  return `${document.profile} ${metadata.entityId}`
}

/** An entity id and profile that another provider in the database has, and keeps. */
async function reportTaken(deps: PlanDeps, wanted: readonly Wanted[]): Promise<void> {
  const taken = await findRows(
    deps.trx,
    'identity_provider',
    wanted.map(({ value }) => ({ entity_id: value.metadata.entityId, profile: value.document.profile })),
  )
  const owners = new Map(taken.map((row) => [`${row.profile} ${row.entity_id}`, row.key]))
  const rewritten = new Set(wanted.map(({ value }) => value.document.key))
  for (const { path, value } of wanted) {
    const owner = owners.get(partyOf(value))
    if (owner && owner !== value.document.key && !rewritten.has(owner))
      deps.report(
        [...path, 'metadata'],
        `the entity id ${value.metadata.entityId} belongs to identity provider "${owner}"`,
      )
  }
}

function wantedRow({ ids, now }: PlanDeps, { document, metadata }: Wanted['value'], current: Row | undefined): Row {
  const local = document.kind === 'local'
  return {
    id: current?.id ?? ids.uuid(),
    key: document.key,
    entity_id: metadata.entityId,
    profile: document.profile,
    kind: document.kind,
    name_da: document.names.da,
    name_en: document.names.en,
    category: document.category,
    region: document.region,
    municipality: document.municipality,
    aliases: document.aliases,
    keywords: document.keywords,
    highest_assurance: document.highestAssurance,
    allowed_cvrs: document.allowedCvrs,
    log_in_kinds: document.logInKinds ?? (local ? ['professional'] : ['professional', 'person']),
    enabled: document.enabled,
    metadata,
    settings: document.settings,
    metadata_read_at: now,
    metadata_address: document.metadata.address ?? null,
    metadata_checked_at: now,
    metadata_problem: null,
  }
}

function describe(row: Row) {
  return {
    entityId: row.entity_id,
    profile: row.profile,
    kind: row.kind,
    'names.da': row.name_da,
    'names.en': row.name_en,
    category: row.category,
    region: row.region,
    municipality: row.municipality,
    aliases: row.aliases,
    keywords: row.keywords,
    highestAssurance: row.highest_assurance,
    allowedCvrs: row.allowed_cvrs,
    logInKinds: row.log_in_kinds,
    enabled: row.enabled,
    metadata: fingerprint(row.metadata),
    'metadata.address': row.metadata_address,
    ...prefixed('settings', identityProviderSettings.parse(row.settings)),
  }
}
