/** Registers an identity provider, changes what is set for it, and takes new metadata into use. */
import { recordEvents } from '../../../audit/record-events.ts'
import { type AssuranceLevel, assuranceLevels } from '../../../base/assurance.ts'
import { fingerprint } from '../../../organisations/describe-party.ts'
import type { ReadMetadata } from '../../../organisations/document-parts.ts'
import {
  type IdentityProviderSettings,
  identityProviderSettings,
} from '../../../organisations/identity-provider-settings.ts'
import type { Trx } from '../../../storage/database.ts'
import { fillText } from '../../../web/fill.ts'
import type { FormFields } from '../../../web/form.ts'
import type { Language } from '../../../web/languages.ts'
import { isWrong, type Wrong } from '../fields.tsx'
import { type ChangeDeps, type Manager, managed } from '../manager.ts'
import { typedChoice, typedLines, typedText } from '../typed.ts'
import { findProvider, type ProviderRow } from './providers.store.ts'
import { providersText } from './text.ts'

export const providerKinds = ['nemlog-in', 'local'] as const
export const categories = ['national', 'region', 'municipality', 'private', 'other'] as const
export const logInKinds = ['professional', 'person'] as const

/** What people may change of it. */
export interface ProviderTerms {
  nameDa: string
  nameEn: string
  category: (typeof categories)[number] | null
  region: string
  municipality: string
  aliases: string[]
  keywords: string[]
  allowedCvrs: string[]
  highestAssurance: AssuranceLevel | null
  logInKinds: (typeof logInKinds)[number][]
  settings: IdentityProviderSettings
}

export interface TypedProvider extends ProviderTerms {
  key: string
  kind: (typeof providerKinds)[number] | null
}

export function readTypedProvider(form: FormFields): TypedProvider {
  const ticked = (name: string) => form.get(name) !== null
  return {
    key: typedText(form, 'noegle', 128),
    kind: typedChoice(form, 'slags', providerKinds),
    nameDa: typedText(form, 'navn-da'),
    nameEn: typedText(form, 'navn-en'),
    category: typedChoice(form, 'gruppe', categories),
    region: typedText(form, 'region'),
    municipality: typedText(form, 'kommune'),
    aliases: typedLines(form, 'alias'),
    keywords: typedLines(form, 'soegeord'),
    allowedCvrs: typedLines(form, 'cvr').map((cvr) => cvr.replace(/\s/g, '')),
    highestAssurance: typedChoice(form, 'niveau', assuranceLevels),
    logInKinds: logInKinds.filter((kind) => form.all('log-in').includes(kind)),
    settings: {
      requireEncryption: ticked('krypteret'),
      allowCbc: ticked('cbc'),
      sendRequesterId: ticked('tjenesten'),
      privileges: ticked('rettigheder') ? 'merge' : 'ignore',
      acceptLegacyAssuranceLevel: ticked('gammelt-niveau'),
    },
  }
}

export function termsOf(row: ProviderRow): ProviderTerms {
  return {
    nameDa: row.name_da,
    nameEn: row.name_en,
    category: row.category,
    region: row.region ?? '',
    municipality: row.municipality ?? '',
    aliases: row.aliases,
    keywords: row.keywords,
    allowedCvrs: row.allowed_cvrs ?? [],
    highestAssurance: row.highest_assurance,
    logInKinds: row.log_in_kinds,
    settings: identityProviderSettings.parse(row.settings),
  }
}

/** Only what can be changed, whatever else the object holds. */
export function shownTerms(terms: ProviderTerms): string {
  const { nameDa, nameEn, category, region, municipality, aliases, keywords, allowedCvrs, highestAssurance, settings } =
    terms
  const kinds = terms.logInKinds.toSorted()
  return fingerprint({
    ...{ nameDa, nameEn, category, region, municipality, aliases, keywords, allowedCvrs, highestAssurance, settings },
    kinds,
  })
}

export type ProviderOutcome =
  | { outcome: 'saved' }
  | { outcome: 'wrong'; wrong: Wrong }
  | { outcome: 'meanwhile'; provider: ProviderRow }

export async function registerProvider(
  deps: ChangeDeps,
  trx: Trx,
  manager: Manager,
  wanted: { id: string; typed: TypedProvider; metadata: ReadMetadata; address: string | null; language: Language },
): Promise<ProviderOutcome> {
  const { id, typed, metadata, address, language } = wanted
  if (await findProvider(trx, id)) return { outcome: 'saved' }
  const wrong = { ...(await wrongIdentity(trx, typed, metadata, language)), ...wrongTerms(typed, typed.kind, language) }
  const columns = columnsOf(typed)
  if (isWrong(wrong) || !typed.kind || !columns) return { outcome: 'wrong', wrong }
  const now = deps.clock.now()
  await trx
    .insertInto('identity_provider')
    .values({
      id,
      key: typed.key,
      entity_id: metadata.entityId,
      profile: 'oiosaml-3',
      kind: typed.kind,
      ...columns,
      metadata: JSON.stringify(metadata),
      metadata_read_at: now,
      metadata_address: address,
      metadata_checked_at: now,
    })
    .execute()
  await recordEvents(deps, trx, [
    managed(manager, {
      action: 'identity-provider.added',
      object: { kind: 'identity-provider', id },
      details: { label: typed.key, entityId: metadata.entityId, metadata: fingerprint(metadata), address, to: typed },
    }),
  ])
  return { outcome: 'saved' }
}

export async function changeProvider(
  deps: ChangeDeps,
  trx: Trx,
  manager: Manager,
  { id, typed, shown, language }: { id: string; typed: ProviderTerms; shown: string; language: Language },
): Promise<ProviderOutcome | null> {
  const provider = await findProvider(trx, id)
  if (!provider) return null
  const from = termsOf(provider)
  if (shownTerms(from) === shownTerms(typed)) return { outcome: 'saved' }
  if (shown !== shownTerms(from)) return { outcome: 'meanwhile', provider }
  const wrong = wrongTerms(typed, provider.kind, language)
  const columns = columnsOf(typed)
  if (isWrong(wrong) || !columns) return { outcome: 'wrong', wrong }
  await trx.updateTable('identity_provider').set(columns).where('id', '=', id).execute()
  await recordEvents(deps, trx, [
    managed(manager, {
      action: 'identity-provider.changed',
      object: { kind: 'identity-provider', id },
      details: { label: provider.key, from, to: typed },
    }),
  ])
  return { outcome: 'saved' }
}

/** New metadata holds at the next log-in. Brought by hand, it is no longer fetched. */
export async function replaceMetadata(
  deps: ChangeDeps,
  trx: Trx,
  manager: Manager,
  { provider, metadata, address }: { provider: ProviderRow; metadata: ReadMetadata; address: string | null },
): Promise<void> {
  const now = deps.clock.now()
  await trx
    .updateTable('identity_provider')
    .set({
      metadata: JSON.stringify(metadata),
      metadata_read_at: now,
      metadata_address: address,
      metadata_checked_at: now,
      metadata_problem: null,
    })
    .where('id', '=', provider.id)
    .execute()
  const [from, to] = [fingerprint(provider.metadata), fingerprint(metadata)]
  await recordEvents(deps, trx, [
    managed(manager, {
      action: 'identity-provider.changed',
      object: { kind: 'identity-provider', id: provider.id },
      details: {
        label: provider.key,
        fields: [
          { field: 'metadata', from, to },
          { field: 'metadata.address', from: provider.metadata_address, to: address },
        ],
      },
    }),
  ])
}

function columnsOf(typed: ProviderTerms) {
  const { category, highestAssurance } = typed
  if (!category || !highestAssurance) return null
  return {
    name_da: typed.nameDa,
    name_en: typed.nameEn,
    category,
    region: typed.region || null,
    municipality: typed.municipality || null,
    aliases: typed.aliases,
    keywords: typed.keywords,
    allowed_cvrs: typed.allowedCvrs.length > 0 ? typed.allowedCvrs : null,
    highest_assurance: highestAssurance,
    log_in_kinds: typed.logInKinds,
    settings: JSON.stringify(typed.settings),
  }
}

async function wrongIdentity(
  trx: Trx,
  { key, kind }: TypedProvider,
  { entityId }: ReadMetadata,
  language: Language,
): Promise<Wrong> {
  const text = providersText[language].wrong
  const others = await trx
    .selectFrom('identity_provider')
    .select(['key', 'entity_id', 'profile', 'name_da', 'name_en'])
    .where((where) => where.or([where('key', '=', key), where('entity_id', '=', entityId)]))
    .execute()
  const same = others.find((other) => other.entity_id === entityId && other.profile === 'oiosaml-3')
  const provider = same && (language === 'da' ? same.name_da : same.name_en)
  return {
    ...(provider === undefined ? {} : { metadata: fillText(text.entityTaken, { provider }) }),
    ...(/^[\p{L}\p{N}][\p{L}\p{N}._@:-]{0,127}$/u.test(key) ? {} : { noegle: text.key }),
    ...(others.some((other) => other.key === key) ? { noegle: text.keyTaken } : {}),
    ...(kind ? {} : { slags: text.kind }),
  }
}

function wrongTerms(typed: ProviderTerms, kind: TypedProvider['kind'], language: Language): Wrong {
  const text = providersText[language].wrong
  const notCvr = typed.allowedCvrs.find((cvr) => !/^\d{8}$/.test(cvr))
  return {
    ...(typed.nameDa === '' ? { 'navn-da': text.name } : {}),
    ...(typed.nameEn === '' ? { 'navn-en': text.name } : {}),
    ...(typed.category ? {} : { gruppe: text.category }),
    ...(kind === 'local' && typed.allowedCvrs.length === 0 ? { cvr: text.cvrNeeded } : {}),
    ...(notCvr === undefined ? {} : { cvr: fillText(text.cvr, { value: notCvr }) }),
    ...(typed.highestAssurance ? {} : { niveau: text.highest }),
    ...(typed.logInKinds.length === 0 ? { 'log-in': text.logInKinds } : {}),
  }
}
