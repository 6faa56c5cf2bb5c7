/** The mails that wait, and how it went with them. Each is claimed by one process at a time. */
import { sql } from 'kysely'
import type { Db, Trx } from '../storage/database.ts'
import type { Letter } from './mail.ts'
import { openLetter } from './seal-mail.ts'

export interface ClaimedMail {
  id: string
  kind: string
  sealed: string
  createdAt: Date
  /** This one counted. */
  attempts: number
}

/** Longer than any conversation with a mail server: a process that dies in the middle leaves the mail to others after it. */
const leaseMinutes = 10

/** The one that has waited longest among those that are due; null when there is none. */
export async function claimMail(db: Db, now: Date): Promise<ClaimedMail | null> {
  const until = new Date(now.getTime() + leaseMinutes * 60_000)
  const { rows } = await sql<ClaimedMail>`
    update mail set due_at = ${until}, attempts = attempts + 1
    where id = (select id from mail where state = 'waiting' and due_at <= ${now} and sealed is not null
      order by due_at limit 1 for update skip locked)
    returning id, kind, sealed, created_at as "createdAt", attempts`.execute(db)
  return rows[0] ?? null
}

/** Whether any waits to be sent now. */
export async function isMailDue(db: Db, now: Date): Promise<boolean> {
  const { rows } = await sql`select from mail where state = 'waiting' and due_at <= ${now} limit 1`.execute(db)
  return rows.length > 0
}

/** What was in it is forgotten, unless it is kept to be shown. */
export async function endMail(
  db: Db,
  id: string,
  end: { state: 'sent' | 'captured' | 'failed'; at: Date; answer: string | null },
): Promise<void> {
  await db
    .updateTable('mail')
    .set({ state: end.state, ended_at: end.at, answer: end.answer, ...(end.state !== 'captured' && { sealed: null }) })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .execute()
}

export async function deferMail(db: Db, id: string, { until, answer }: { until: Date; answer: string }): Promise<void> {
  await db
    .updateTable('mail')
    .set({ due_at: until, answer })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .execute()
}

export interface KeptMail extends Letter {
  id: string
  at: Date
}

/** What has been captured or is about to be, the newest first: for the sandbox, which shows mails instead of sending them. */
export async function findKeptMails(db: Db, mailKey: Uint8Array): Promise<KeptMail[]> {
  const rows = await db
    .selectFrom('mail')
    .select(['id', 'created_at', 'sealed'])
    .where('state', 'in', ['waiting', 'captured'])
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(50)
    .execute()
  return rows.flatMap(({ id, created_at: at, sealed }) => (sealed ? [{ id, at, ...openLetter(mailKey, sealed) }] : []))
}

export interface TroubledMail {
  id: string
  kind: string
  /** Null: SEB's own. */
  organisation: string | null
  at: Date
  attempts: number
  /** When it is tried again; null: it has been given up. */
  dueAt: Date | null
  /** What the mail server said, without addresses. */
  answer: string | null
}

/** What could not be delivered, given up or not, the newest first. Who a mail is to is not told. */
export async function findTroubledMails(db: Db, limit: number): Promise<TroubledMail[]> {
  const { rows } = await sql<TroubledMail>`
    select mail.id, mail.kind, organisation.name as organisation, mail.created_at as at, mail.attempts, mail.answer,
      case mail.state when 'waiting' then mail.due_at end as "dueAt"
    from mail left join organisation on organisation.id = mail.organisation_id
    where mail.answer is not null and mail.state in ('waiting', 'failed')
    order by mail.created_at desc, mail.id desc limit ${limit}`.execute(db)
  return rows
}

/** Those that ended before then. Returns how many were removed: at most `limit`. */
export async function removeOldMails(trx: Trx, before: Date, limit: number): Promise<number> {
  const old = trx.selectFrom('mail').select('id').where('ended_at', '<', before).limit(limit)
  const result = await trx.deleteFrom('mail').where('id', 'in', old).executeTakeFirst()
  return Number(result.numDeletedRows)
}
