/** Writes what a service is, or a new service: held against what was seen, once however often it is sent, with its audit event. */
import { recordEvents } from '../../../../audit/record-events.ts'
import { fingerprint } from '../../../../organisations/describe-party.ts'
import type { ReadMetadata } from '../../../../organisations/document-parts.ts'
import type { Trx } from '../../../../storage/database.ts'
import { changesBetween } from '../changes/field-changes.ts'
import type { ChangeActor, ChangeDeps } from '../changes/save-changes.ts'
import type { ServiceFacts } from '../service.store.ts'
import { factsAsTyped, type TypedFacts } from './read-facts.ts'

/** Names what a form showed, so that a second person does not overwrite what the first did. */
export function shownFacts(facts: ServiceFacts): string {
  return fingerprint(factsAsTyped(facts))
}

/** The facts must have been read in the same transaction. */
export async function saveFacts(
  deps: ChangeDeps,
  trx: Trx,
  current: ServiceFacts,
  wanted: { typed: TypedFacts; ownerId: string | null },
  by: ChangeActor,
): Promise<void> {
  const changes = changesBetween({ ...factsAsTyped(current) }, { ...wanted.typed })
  if (changes.length === 0) return
  await trx.updateTable('service').set(columnsOf(wanted.typed, wanted.ownerId)).where('id', '=', current.id).execute()
  await recordEvents(deps, trx, [
    {
      action: 'service.changed',
      outcome: 'success',
      actor: { kind: 'person', id: by.personId },
      object: { kind: 'service', id: current.id },
      source: by.source,
      details: { label: current.key, part: 'facts', fields: changes },
    },
  ])
}

export interface NewService {
  id: string
  key: string
  typed: TypedFacts
  ownerId: string | null
  metadata: ReadMetadata
}

/** `taken`: the key or the entity id is another service's. */
export async function createService(
  deps: ChangeDeps,
  trx: Trx,
  service: NewService,
  by: ChangeActor,
): Promise<'done' | 'taken'> {
  const same = await trx.selectFrom('service').select('id').where('id', '=', service.id).executeTakeFirst()
  if (same) return 'done'
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('service')
    .values({
      id: service.id,
      key: service.key,
      protocol: 'saml',
      entity_id: service.metadata.entityId,
      ...columnsOf(service.typed, service.ownerId),
      metadata: JSON.stringify(service.metadata),
      metadata_read_at: deps.clock.now(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  if (numInsertedOrUpdatedRows === 0n) return 'taken'
  await recordEvents(deps, trx, [
    {
      action: 'service.added',
      outcome: 'success',
      actor: { kind: 'person', id: by.personId },
      object: { kind: 'service', id: service.id },
      source: by.source,
      details: { label: service.key, fields: { ...service.typed, metadata: fingerprint(service.metadata) } },
    },
  ])
  return 'done'
}

function columnsOf(typed: TypedFacts, ownerId: string | null) {
  return {
    name_da: typed['navn-da'],
    name_en: typed['navn-en'],
    short_name: typed['kort-navn'],
    description_da: typed['beskrivelse-da'],
    description_en: typed['beskrivelse-en'],
    address: typed.adresse === '' ? null : typed.adresse,
    contact: typed.kontakt === '' ? null : typed.kontakt,
    owner_organisation_id: ownerId,
    audience: typed.maalgruppe,
    environment: typed.miljoe,
    access: typed.adgang,
    lowest_assurance: typed.niveau,
    log_in_kinds: typed.kinds,
    critical: typed.kritisk,
    enabled: typed.aktiv,
  }
}
