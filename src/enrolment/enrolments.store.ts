/** Enrolments, the steps they took and their signatures. */
import { type Selectable, type SelectQueryBuilder, sql } from 'kysely'
import type { Db, Trx } from '../storage/database.ts'
import type { EnrolmentSignatureTable, EnrolmentStepTable, EnrolmentTable, Schema } from '../storage/schema.ts'
import type { Language } from '../web/languages.ts'
import { type EnrolmentState, enrolmentStateNow, type HandedIn } from './enrolment-state.ts'
import { readStored, type TypedEnrolment } from './typed-enrolment.ts'

export interface Enrolment {
  id: string
  reference: string
  /** As it is now, also where no job has written that it lapsed. */
  state: EnrolmentState
  /** As its row says. */
  written: EnrolmentState
  handedIn: HandedIn | null
  version: number
  language: Language
  contact: { name: string; email: string }
  cvr: string | null
  typed: TypedEnrolment
  createdAt: Date
  updatedAt: Date
  handedInAt: Date | null
  expiresAt: Date
  decidedAt: Date | null
  organisationId: string | null
  /** A link has been mailed to whoever signs. */
  isMailed: boolean
}

type Row = Selectable<EnrolmentTable>

function enrolmentOfRow(row: Row, now: Date): Enrolment {
  return {
    id: row.id,
    reference: row.reference,
    state: enrolmentStateNow({ state: row.state, expiresAt: row.expires_at }, now),
    written: row.state,
    handedIn: row.handed_in,
    version: row.version,
    language: row.language,
    contact: { name: row.contact_name, email: row.contact_email },
    cvr: row.cvr,
    typed: readStored(row.typed),
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    handedInAt: row.handed_in_at,
    expiresAt: row.expires_at,
    decidedAt: row.decided_at,
    organisationId: row.organisation_id,
    isMailed: row.sign_link_hash !== null,
  }
}

type Select = SelectQueryBuilder<Schema, 'enrolment', Row>

async function findOne(db: Db | Trx, now: Date, where: (select: Select) => Select): Promise<Enrolment | null> {
  const row = await where(db.selectFrom('enrolment').selectAll()).executeTakeFirst()
  return row ? enrolmentOfRow(row, now) : null
}

export function findEnrolment(db: Db | Trx, id: string, now: Date): Promise<Enrolment | null> {
  return findOne(db, now, (select) => select.where('id', '=', id))
}

export function findByLink(db: Db | Trx, linkHash: string, now: Date): Promise<Enrolment | null> {
  return findOne(db, now, (select) => select.where('link_hash', '=', linkHash))
}

export function findBySignLink(db: Db | Trx, linkHash: string, now: Date): Promise<Enrolment | null> {
  return findOne(db, now, (select) => select.where('sign_link_hash', '=', linkHash))
}

const forPapersShown = 10

/** Of the CVR number, or with one of the references; the newest first. */
export async function findForPapers(
  db: Db | Trx,
  { cvr, references }: { cvr: string | null; references: readonly string[] },
  now: Date,
): Promise<Enrolment[]> {
  const rows = await db
    .selectFrom('enrolment')
    .selectAll()
    .where((where) => where.or([where('cvr', '=', cvr ?? ''), where('reference', 'in', ['', ...references])]))
    .where('state', 'in', ['checked', 'awaiting-signature', 'paper-received', 'returned'])
    .orderBy('updated_at', 'desc')
    .orderBy('id')
    .limit(forPapersShown)
    .execute()
  return rows.map((row) => enrolmentOfRow(row, now))
}

/** Of two that move it at once, the second waits and sees what the first did. */
export function lockEnrolment(trx: Trx, id: string, now: Date): Promise<Enrolment | null> {
  return findOne(trx, now, (select) => select.where('id', '=', id).forUpdate())
}

export async function addEnrolment(
  trx: Trx,
  { id, reference, linkHash, language, contact, now, expiresAt }: NewEnrolment,
): Promise<void> {
  await trx
    .insertInto('enrolment')
    .values({
      id,
      reference,
      link_hash: linkHash,
      state: 'draft',
      language,
      contact_name: contact.name,
      contact_email: contact.email,
      created_at: now,
      updated_at: now,
      expires_at: expiresAt,
    })
    .execute()
}

interface NewEnrolment {
  id: string
  reference: string
  linkHash: string
  language: Language
  contact: { name: string; email: string }
  now: Date
  expiresAt: Date
}

/** False where it is no draft any more: another tab has sent it. */
export async function saveTyped(db: Db | Trx, id: string, typed: TypedEnrolment, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('enrolment')
    .set({ typed: JSON.stringify(typed), cvr: typed.organisation.cvr || null, updated_at: now })
    .where('id', '=', id)
    .where('state', '=', 'draft')
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** What is mailed to whoever signs; what was mailed before opens nothing from now on. */
export async function setSignLink(trx: Trx, id: string, linkHash: string): Promise<void> {
  await trx.updateTable('enrolment').set({ sign_link_hash: linkHash }).where('id', '=', id).execute()
}

/** How many links to sign have been mailed since then, to this address or for this enrolment. */
export async function countMailedToSign(
  trx: Trx,
  { id, to, since }: { id: string; to: string; since: Date },
): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::integer as count from enrolment_step
    where step = 'sent-for-signature' and at > ${since}
      and (details ->> 'to' = ${to} or enrolment_id = ${id} and details ->> 'to' is not null)`.execute(trx)
  return rows[0]?.count ?? 0
}

export interface EnrolmentStep {
  at: Date
  step: EnrolmentStepTable['step']
  by: EnrolmentStepTable['by_kind']
  words: string
}

export async function listSteps(db: Db | Trx, id: string): Promise<EnrolmentStep[]> {
  const rows = await db
    .selectFrom('enrolment_step')
    .select(['at', 'step', 'by_kind', 'words'])
    .where('enrolment_id', '=', id)
    .orderBy('position')
    .execute()
  return rows.map((row) => ({ at: row.at, step: row.step, by: row.by_kind, words: row.words }))
}

export async function addStep(
  trx: Trx,
  row: Omit<Selectable<EnrolmentStepTable>, 'position' | 'details'> & { details: unknown },
): Promise<void> {
  await sql`insert into enrolment_step (id, enrolment_id, position, at, step, by_kind, by_person, words, details)
    select ${row.id}, ${row.enrolment_id}, coalesce(max(position), 0) + 1, ${row.at}, ${row.step}, ${row.by_kind}, ${row.by_person},
      ${row.words}, ${JSON.stringify(row.details)}::jsonb
    from enrolment_step where enrolment_id = ${row.enrolment_id}`.execute(trx)
}

export type Signature = Selectable<EnrolmentSignatureTable>

export async function addSignature(trx: Trx, signature: Signature): Promise<void> {
  await trx.insertInto('enrolment_signature').values(signature).execute()
}

/** Whether another enrolment of the same number has been signed for and waits. Of two at once the second finds the first. */
export async function hasSignedAnother(trx: Trx, cvr: string, id: string): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`enrolment of ${cvr}`}, 0))`.execute(trx)
  const other = await trx
    .selectFrom('enrolment')
    .select('id')
    .where('cvr', '=', cvr)
    .where('id', '<>', id)
    .where('handed_in', '=', 'signed')
    .where('state', 'in', ['signed', 'returned'])
    .executeTakeFirst()
  return other !== undefined
}

/** The newest: one that was signed for again after a correction has several. */
export async function findSignature(db: Db | Trx, enrolmentId: string): Promise<Signature | null> {
  const row = await db
    .selectFrom('enrolment_signature')
    .selectAll()
    .where('enrolment_id', '=', enrolmentId)
    .orderBy('at', 'desc')
    .executeTakeFirst()
  return row ?? null
}

/** How many enrolments this address has been written to about since then. */
export async function countOfContact(db: Db | Trx, email: string, since: Date): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::integer as count from enrolment
    where lower(contact_email) = lower(${email}) and created_at > ${since}`.execute(db)
  return rows[0]?.count ?? 0
}

/** Those of an address that are not over, the newest first, and not asked for again since then: each is asked for from now. */
export async function takeOpenOfContact(
  trx: Trx,
  email: string,
  { now, since }: { now: Date; since: Date },
): Promise<Enrolment[]> {
  const { rows } = await sql<Row>`
    update enrolment set link_mailed_at = ${now} where id in (
      select id from enrolment where lower(contact_email) = lower(${email})
        and state in ('draft', 'checked', 'awaiting-signature', 'signed', 'paper-received', 'returned')
        and (link_mailed_at is null or link_mailed_at < ${since})
      order by created_at desc limit 3 for update)
    returning *`.execute(trx)
  return rows.map((row) => enrolmentOfRow(row, now)).filter(({ state }) => state !== 'expired')
}

/** Those whose row does not say yet that their time ran out. */
export async function findLapsedEnrolments(db: Db, now: Date, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('enrolment')
    .select('id')
    .where('state', 'in', ['draft', 'checked', 'awaiting-signature', 'returned'])
    .where('expires_at', '<=', now)
    .orderBy('expires_at')
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id)
}

/** Forgets what was typed of those that came to nothing before then. Returns how many: at most `limit`. */
export async function forgetOldEnrolments(trx: Trx, before: Date, limit: number): Promise<number> {
  const { numAffectedRows } = await sql`
    update enrolment set typed = '{}', contact_name = '', contact_email = '', link_hash = 'forgotten ' || id, sign_link_hash = null
    where id in (select id from enrolment where contact_email <> '' and updated_at < ${before}
      and state in ('rejected', 'withdrawn', 'expired') limit ${limit})`.execute(trx)
  return Number(numAffectedRows ?? 0)
}

/** Until anybody has been answered. */
const firstGuess = 2

/** How many days an answer usually takes: what four of five of the newest twenty were answered by. */
export async function usualDays(db: Db | Trx): Promise<number> {
  const { rows } = await sql<{ days: number | null }>`
    select percentile_cont(0.8) within group (order by extract(epoch from decided_at - handed_in_at)) / 86400 as days
    from (select decided_at, handed_in_at from enrolment where state in ('approved', 'rejected') and handed_in_at is not null
      order by decided_at desc limit 20) as latest`.execute(db)
  const days = rows[0]?.days ?? null
  return days === null ? firstGuess : Math.max(1, Math.ceil(days))
}

/** System management has had it to decide at some time. */
export async function wasHandedIn(trx: Trx, id: string): Promise<boolean> {
  const step = await trx
    .selectFrom('enrolment_step')
    .select('id')
    .where('enrolment_id', '=', id)
    .where('step', 'in', ['signed', 'paper-received'])
    .limit(1)
    .executeTakeFirst()
  return step !== undefined
}

/** Another of the same number is handed in, and has no answer. */
export async function anotherWaits(trx: Trx, { id, cvr }: { id: string; cvr: string }, now: Date): Promise<boolean> {
  const other = await trx
    .selectFrom('enrolment')
    .select('id')
    .where('cvr', '=', cvr)
    .where('id', '<>', id)
    .where((where) =>
      where.or([
        where('state', 'in', ['signed', 'paper-received']),
        where.and([where('state', '=', 'returned'), where('expires_at', '>', now)]),
      ]),
    )
    .limit(1)
    .executeTakeFirst()
  return other !== undefined
}
