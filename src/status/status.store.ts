/** The messages and the parts, as the board keeps them and the editor changes them. */
import { type Selectable, sql } from 'kysely'
import type { Db, Trx } from '../storage/database.ts'
import type { StatusMessageTable } from '../storage/schema.ts'
import type { Priority, StatusMessage } from './message.ts'
import { providerPart, type StatusPart, servicePart } from './part.ts'

/** What the page, its history and the feeds can show. Older ones stay in the database. */
const longestDays = 400
const mostMessages = 1000

/** All that is published and not too old, newest first. */
export async function readPublished(db: Db, now: Date): Promise<StatusMessage[]> {
  const rows = await db
    .selectFrom('status_message')
    .selectAll()
    .where('state', '=', 'published')
    .where('updated_at', '>', new Date(now.getTime() - longestDays * 86_400_000))
    .orderBy('updated_at', 'desc')
    .orderBy('id')
    .limit(mostMessages)
    .execute()
  return rows.map(messageOf)
}

/** The places to log in and the services that patient care hangs on; SEB's own parts are always there. */
export async function readPartsElsewhere(db: Db): Promise<StatusPart[]> {
  const providers = await db
    .selectFrom('identity_provider')
    .select(['key', 'kind', 'name_da', 'name_en'])
    .where('enabled', '=', true)
    .orderBy(sql`kind = 'local'`)
    .orderBy('name_da')
    .execute()
  const services = await db
    .selectFrom('service')
    .select(['key', 'name_da', 'name_en'])
    .where('enabled', '=', true)
    .where('critical', '=', true)
    .orderBy('name_da')
    .execute()
  return [
    ...providers.map(({ key, kind, name_da: da, name_en: en }) => ({ key: providerPart(key), kind, name: { da, en } })),
    ...services.map(({ key, name_da: da, name_en: en }) => ({
      key: servicePart(key),
      kind: 'service' as const,
      name: { da, en },
    })),
  ]
}

/** For the editor: drafts and what lasts or comes, then the latest of what is over. */
export async function listForEditor(db: Db, most: number): Promise<StatusMessage[]> {
  const rows = await db
    .selectFrom('status_message')
    .selectAll()
    .where('state', '<>', 'withdrawn')
    .orderBy('updated_at', 'desc')
    .orderBy('id')
    .limit(most)
    .execute()
  return rows.map(messageOf)
}

export async function findMessage(db: Db | Trx, id: string): Promise<StatusMessage | null> {
  const row = await db.selectFrom('status_message').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? messageOf(row) : null
}

export async function findMessages(db: Db, ids: readonly string[]): Promise<StatusMessage[]> {
  if (ids.length === 0) return []
  return (await db.selectFrom('status_message').selectAll().where('id', 'in', ids).execute()).map(messageOf)
}

/** Whoever else changes it waits. */
export async function lockMessage(trx: Trx, id: string): Promise<StatusMessage | null> {
  const row = await trx.selectFrom('status_message').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row ? messageOf(row) : null
}

/** What SEB has proposed about a part, and nobody has sent or thrown away; locked. */
export async function findMeasuredDrafts(trx: Trx, part: string): Promise<StatusMessage[]> {
  const rows = await trx
    .selectFrom('status_message')
    .selectAll()
    .where('measured_part', '=', part)
    .where('state', '=', 'draft')
    .forUpdate()
    .execute()
  return rows.map(messageOf)
}

/** False when it is there already: a form that was sent twice, or a part that has its draft. */
export async function insertMessage(trx: Trx, message: StatusMessage): Promise<boolean> {
  const inserted = await trx
    .insertInto('status_message')
    .values({ id: message.id, ...columnsOf(message), created_at: message.createdAt })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return inserted !== undefined
}

/** Whoever locked it writes it. */
export async function updateMessage(trx: Trx, message: StatusMessage): Promise<void> {
  await trx.updateTable('status_message').set(columnsOf(message)).where('id', '=', message.id).execute()
}

function columnsOf(message: StatusMessage) {
  return {
    kind: message.kind,
    effect: message.effect,
    priority: message.priority,
    parts: [...message.parts],
    title_da: message.title.da,
    title_en: message.title.en,
    text_da: message.text.da,
    text_en: message.text.en,
    starts_at: message.startsAt,
    ends_at: message.endsAt,
    state: message.state,
    measured_part: message.measuredPart,
    updated_at: message.updatedAt,
    version: message.version,
  }
}

function messageOf(row: Selectable<StatusMessageTable>): StatusMessage {
  return {
    id: row.id,
    kind: row.kind,
    effect: row.effect,
    priority: row.priority as Priority | null,
    parts: row.parts,
    title: { da: row.title_da, en: row.title_en },
    text: { da: row.text_da, en: row.text_en },
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    state: row.state,
    measuredPart: row.measured_part,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    version: row.version,
  }
}
