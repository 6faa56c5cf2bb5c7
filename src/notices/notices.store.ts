/** What people have been told: written once, read by nobody but them. */
import { type RawBuilder, type Selectable, sql } from 'kysely'
import type { Cursor } from '../base/cursor.ts'
import type { Db, Trx } from '../storage/database.ts'
import { type Page, readPage } from '../storage/keyset.ts'
import type { NoticeTable } from '../storage/schema.ts'
import type { Audience } from './topics.ts'

type NewNotice = Omit<Selectable<NoticeTable>, 'read_at' | 'gathered_at'>

/** The ids of those that were written: whoever has been told of the same fact before is not told again. */
export async function writeNotices(trx: Trx, notices: readonly NewNotice[]): Promise<Set<string>> {
  if (notices.length === 0) return new Set()
  const columns = sql.join(Object.keys(notices[0] ?? {}).map((column) => sql.ref(column)))
  const { rows } = await sql<{ id: string }>`
    insert into notice (${columns})
    select ${columns} from jsonb_populate_recordset(null::notice, ${JSON.stringify(notices)}::jsonb)
    on conflict do nothing returning id`.execute(trx)
  return new Set(rows.map(({ id }) => id))
}

/** What was told to somebody ahead of their first log-in is for whoever turns out to be them. */
export async function handOverNotices(trx: Trx, fromId: string, toId: string): Promise<void> {
  await sql`update notice set person_id = ${toId} where person_id = ${fromId}
    and not exists (select from notice other where other.person_id = ${toId} and other.once = notice.once)`.execute(trx)
  await trx.deleteFrom('notice').where('person_id', '=', fromId).execute()
  await trx.deleteFrom('notice_digest').where('person_id', '=', fromId).execute()
}

/** Who reads, and how much of theirs their log-in shows. */
export interface Reader {
  personId: string
  /** The CVR number of the only organisation that the log-in speaks for; null: it is the person's own. */
  onlyCvr: string | null
  now: Date
}

/** Of `notice` and `organisation`: what the reader may see. */
function isFor({ personId, onlyCvr, now }: Reader) {
  return sql<boolean>`(notice.person_id = ${personId}
    and (${onlyCvr}::text is null or (organisation.cvr = ${onlyCvr} and notice.audience <> 'staff')) and ${isForPerson(now)})`
}

/**
 * Of `notice`: that its person still sees it. What administrators and staff are told names others, so it goes with the function;
 * what is told of oneself stays.
 */
export function isForPerson(now: Date) {
  const held = (appointment: RawBuilder<unknown>) =>
    sql<boolean>`(${appointment}.ended_at is null and (${appointment}.valid_until is null or ${appointment}.valid_until > ${now}))`
  return sql<boolean>`case notice.audience
      when 'administrator' then exists (
        select from account where account.id = notice.account_id and account.status = 'active' and account.valid_from <= ${now}
          and (account.valid_until is null or account.valid_until > ${now})
          and (exists (select from administrator_appointment appointment
              where appointment.account_id = account.id and ${held(sql`appointment`)})
            or exists (select from organisation_function function
              where function.account_id = account.id and function.ended_at is null)))
      when 'staff' then exists (
        select from staff_appointment staff where staff.person_id = notice.person_id and ${held(sql`staff`)})
      else true end`
}

const notices = sql`notice left join organisation on organisation.id = notice.organisation_id`

/** Nobody has the time to count more. */
const mostCounted = 99

/** How many have not been read; one more than `mostCounted` where there are more. */
export async function countUnread(db: Db, reader: Reader): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from (
      select from ${notices} where notice.read_at is null and ${isFor(reader)} limit ${mostCounted + 1}) unread`.execute(
    db,
  )
  return rows[0]?.count ?? 0
}

export interface ListedNotice {
  id: string
  kind: string
  facts: unknown
  audience: Audience
  accountId: string | null
  organisationId: string | null
  serviceId: string | null
  roleIds: string[]
  /** Whom it is about. */
  person: string | null
  path: string | null
  createdAt: Date
  readAt: Date | null
}

const shown = sql`notice.id, notice.kind, notice.facts, notice.audience, notice.account_id as "accountId",
  notice.organisation_id as "organisationId", notice.service_id as "serviceId", notice.role_ids as "roleIds",
  somebody.name as person, notice.path, notice.created_at as "createdAt", notice.read_at as "readAt"`
const about = sql`left join account subject on subject.id = notice.subject_account_id
  left join person somebody on somebody.id = subject.person_id`

export interface Subject {
  audience: Audience
  topic: string
}

/** The newest first; `subject`: only those of one thing. */
export function listNotices(
  db: Db,
  reader: Reader,
  { subject, cursor }: { subject: Subject | null; cursor: Cursor | null },
): Promise<Page<ListedNotice>> {
  const wanted = subject
    ? sql<boolean>`(notice.audience = ${subject.audience} and notice.topic = ${subject.topic})`
    : sql<boolean>`true`
  return readPage<ListedNotice>(
    db,
    {
      from: notices,
      where: sql<boolean>`${isFor(reader)} and ${wanted}`,
      id: sql`notice.id`,
      order: [sql`notice.created_at`, sql`notice.id`],
      descending: true,
      rows: sql`select ${shown} from page join notice on notice.id = page.id ${about}`,
      countTo: null,
    },
    cursor,
  )
}

/** Null for another's as for what is not there. */
export async function findNotice(db: Db, reader: Reader, id: string): Promise<ListedNotice | null> {
  const { rows } = await sql<ListedNotice>`
    select ${shown} from ${notices} ${about} where notice.id = ${id} and ${isFor(reader)}`.execute(db)
  return rows[0] ?? null
}

/** One notice, or all up to one: what has come since it was shown stays unread, and what is not shown too. */
export async function markRead(db: Db, reader: Reader, which: { id: string } | { upTo: string }): Promise<void> {
  const marked =
    'id' in which
      ? sql<boolean>`notice.id = ${which.id}`
      : sql<boolean>`(notice.created_at, notice.id) <= (select last.created_at, last.id from notice last
          where last.id = ${which.upTo} and last.person_id = ${reader.personId})`
  await sql`update notice set read_at = ${reader.now} where notice.read_at is null and notice.id in (
    select notice.id from ${notices} where ${isFor(reader)} and notice.read_at is null and ${marked})`.execute(db)
}

/** Older than that. Returns how many were removed: at most `limit`. */
export async function removeOldNotices(trx: Trx, before: Date, limit: number): Promise<number> {
  const old = trx.selectFrom('notice').select('id').where('created_at', '<', before).limit(limit)
  const result = await trx.deleteFrom('notice').where('id', 'in', old).executeTakeFirst()
  return Number(result.numDeletedRows)
}

/**
 * What the mail server said of the last mail to the person, where it would not take it; null where it took it, or none was sent
 * lately. In an organisation's transaction, of what was told there.
 */
export async function findRefusal(db: Db | Trx, personId: string): Promise<string | null> {
  const { rows } = await sql<{ state: string; answer: string | null }>`
    select mail.state, mail.answer from notice join mail on mail.id = notice.id
    where notice.person_id = ${personId} and mail.state in ('sent', 'failed')
    order by notice.created_at desc, notice.id desc limit 1`.execute(db)
  const [last] = rows
  return last?.state === 'failed' ? (last.answer ?? '') : null
}
