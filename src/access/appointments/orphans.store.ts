/** Organisations that nobody can administer, or soon nobody can, and who might: asked of the dates as they stand now. */
import { sql } from 'kysely'
import type { Cursor } from '../../base/cursor.ts'
import type { Db, Trx } from '../../storage/database.ts'
import { type Page, readPage } from '../../storage/keyset.ts'
import { isChief } from './orphan-guard.ts'

export interface Candidate {
  accountId: string
  name: string
  level: 'administrator' | 'chief' | null
  functions: ('security-officer' | 'signatory')[]
  lastLogInAt: Date | null
}

export interface Orphan {
  /** Of the organisation. */
  id: string
  cvr: string
  name: string
  /** When the last chief administrator's time ends; null: there is none now. */
  endsAt: Date | null
}

const oneDay = 86_400_000
/** An end is told of so long before. */
const soonDays = 30

/** One row an organisation that has or had a chief administrator: whether it has one now, and in 30 days, and until when. */
const chiefsOf = (now: Date) => {
  const soon = new Date(now.getTime() + soonDays * oneDay)
  return sql`(select account.organisation_id, bool_or(${isChief(now)}) as now, bool_or(${isChief(soon)}) as soon,
      max(least(account.valid_until, appointment.valid_until)) filter (where ${isChief(now)}) as ends_at
    from administrator_appointment appointment join account on account.id = appointment.account_id
    where appointment.level = 'chief' and appointment.ended_at is null group by account.organisation_id)`
}

const withChiefs = (now: Date) =>
  sql`organisation left join ${chiefsOf(now)} chiefs on chiefs.organisation_id = organisation.id`

const isOrphan = sql<boolean>`organisation.status = 'active' and not coalesce(chiefs.now and chiefs.soon, false)`

/** By name. */
export function listOrphans(
  db: Db | Trx,
  cursor: Cursor | null,
  now: Date,
): Promise<Page<Orphan & { candidates: Candidate[] }>> {
  return readPage<Orphan & { candidates: Candidate[] }>(
    db,
    {
      from: withChiefs(now),
      where: isOrphan,
      id: sql`organisation.id`,
      order: [sql`fold_name(organisation.name)`, sql`organisation.id`],
      rows: sql`select organisation.id, organisation.cvr, organisation.name, ${endsAt} as "endsAt"
        from page join ${withChiefs(now)} on organisation.id = page.id`,
      countTo: null,
    },
    cursor,
  ).then(async (page) => {
    const candidates = await findCandidates(
      db,
      page.rows.map(({ id }) => id),
      now,
    )
    return { ...page, rows: page.rows.map((row) => ({ ...row, candidates: candidates.get(row.id) ?? [] })) }
  })
}

const endsAt = sql`case when chiefs.now then chiefs.ends_at end`

/** One organisation; null where somebody can administer it, or it is not active. */
export async function findOrphan(
  trx: Trx,
  organisationId: string,
  now: Date,
): Promise<(Orphan & { candidates: Candidate[] }) | null> {
  const { rows } = await sql<Orphan>`
    select organisation.id, organisation.cvr, organisation.name, ${endsAt} as "endsAt" from ${withChiefs(now)}
    where organisation.id = ${organisationId} and ${isOrphan}`.execute(trx)
  const [orphan] = rows
  if (!orphan) return null
  return { ...orphan, candidates: (await findCandidates(trx, [orphan.id], now)).get(orphan.id) ?? [] }
}

/** Those that have not been warned of how it is now. */
export async function findUnwarned(db: Db, now: Date, limit: number): Promise<Orphan[]> {
  const { rows } = await sql<Orphan>`
    select organisation.id, organisation.cvr, organisation.name, ${endsAt} as "endsAt" from ${withChiefs(now)}
    where ${isOrphan} and not exists (select from orphan_warning warning where warning.organisation_id = organisation.id
      and warning.kind = case when chiefs.now then 'ending' else 'none' end)
    order by organisation.id limit ${limit}`.execute(db)
  return rows
}

/** Whoever was first: false where another process has warned it. */
export async function noteWarning(trx: Trx, { id, endsAt: end }: Orphan, now: Date): Promise<boolean> {
  const kind = end ? 'ending' : 'none'
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('orphan_warning')
    .values({ organisation_id: id, kind, warned_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** Where it is well again, the next time is told of anew. */
export async function forgetWarnings(db: Db, now: Date): Promise<void> {
  await sql`delete from orphan_warning warning where not exists (
    select from ${withChiefs(now)} where organisation.id = warning.organisation_id and ${isOrphan}
      and warning.kind = case when chiefs.now then 'ending' else 'none' end)`.execute(db)
}

const candidatesShown = 3

/** Administrators, security officers and signatories first, then whoever logged in last. */
async function findCandidates(
  db: Db | Trx,
  organisationIds: readonly string[],
  now: Date,
): Promise<Map<string, Candidate[]>> {
  if (organisationIds.length === 0) return new Map()
  const { rows } = await sql<Candidate & { organisationId: string }>`
    select organisation.id as "organisationId", candidate.* from unnest(${[...organisationIds]}::uuid[]) as organisation (id)
    cross join lateral (
      select account.id as "accountId", person.name, appointment.level, account.last_log_in_at as "lastLogInAt",
        array(select function from organisation_function where account_id = account.id and ended_at is null
          order by function) as functions
      from account join person on person.id = account.person_id
      left join administrator_appointment appointment on appointment.account_id = account.id and appointment.ended_at is null
        and (appointment.valid_until is null or appointment.valid_until > ${now})
      where account.organisation_id = organisation.id and ${isOpen(now)}
      order by appointment.level is null, not exists (
        select from organisation_function held where held.account_id = account.id and held.ended_at is null),
        account.last_log_in_at desc nulls last, account.id
      limit ${candidatesShown}) candidate`.execute(db)
  return Map.groupBy(rows, ({ organisationId }) => organisationId)
}

/** Administrators, security officers and signatories of the organisation who can still log in. */
export async function findToWarn(trx: Trx, organisationId: string, now: Date): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct account.person_id as id from account
    where account.organisation_id = ${organisationId} and ${isOpen(now)}
      and (exists (select from administrator_appointment appointment where appointment.account_id = account.id
          and appointment.ended_at is null and (appointment.valid_until is null or appointment.valid_until > ${now}))
        or exists (select from organisation_function held where held.account_id = account.id and held.ended_at is null))
    limit 50`.execute(trx)
  return rows.map(({ id }) => id)
}

const isOpen = (now: Date) => sql<boolean>`(account.status = 'active' and account.valid_from <= ${now}
  and (account.valid_until is null or account.valid_until > ${now}))`
