/** What waits to be counted in the mail of the morning. */
import { sql } from 'kysely'
import type { Db, Trx } from '../storage/database.ts'
import type { Language } from '../web/languages.ts'
import { isForPerson } from './notices.store.ts'
import type { Audience } from './topics.ts'

export interface Counted {
  organisation: string | null
  audience: Audience
  topic: string
  count: number
}

export interface ToGather {
  personId: string
  name: string
  email: string | null
  language: Language
  counts: Counted[]
}

/** Takes up to `limit` people who are to have the mail of this day, and what is counted in it: nobody else takes them. */
export async function gather(
  trx: Trx,
  { day, before, now, limit }: { day: string; before: Date; now: Date; limit: number },
): Promise<ToGather[]> {
  const { rows: people } = await sql<{ id: string }>`
    insert into notice_digest (person_id, day)
    select distinct person_id, ${day} from notice
    where delivery = 'digest' and gathered_at is null and created_at < ${before}
      and not exists (select from notice_digest had where had.person_id = notice.person_id and had.day = ${day})
    limit ${limit} on conflict do nothing returning person_id as id`.execute(trx)
  if (people.length === 0) return []
  const ids = people.map(({ id }) => id)
  const { rows } = await sql<Omit<ToGather, 'counts'> & Counted>`
    with gathered as (
      update notice set gathered_at = ${now}
      where person_id = any(${ids}::uuid[]) and delivery = 'digest' and gathered_at is null and created_at < ${before}
      returning id)
    select person.id as "personId", person.name, person.email, person.language, organisation.name as organisation,
      notice.audience, notice.topic, count(*)::integer as count
    from gathered join notice on notice.id = gathered.id join person on person.id = notice.person_id
    left join organisation on organisation.id = notice.organisation_id
    where notice.read_at is null and ${isForPerson(now)}
    group by person.id, organisation.name, notice.audience, notice.topic
    order by organisation.name, notice.audience, notice.topic`.execute(trx)
  return [...Map.groupBy(rows, ({ personId }) => personId).values()].flatMap((counts) => {
    const [first] = counts
    return first ? [{ ...first, counts }] : []
  })
}

/** Whether somebody waits for the mail of this day. */
export async function waitsForDigest(db: Db, { day, before }: { day: string; before: Date }): Promise<boolean> {
  const { rows } = await sql`
    select from notice where delivery = 'digest' and gathered_at is null and created_at < ${before}
      and not exists (select from notice_digest had where had.person_id = notice.person_id and had.day = ${day})
    limit 1`.execute(db)
  return rows.length > 0
}

/** Days that are over. Returns how many rows were removed: at most `limit`. */
export async function removeOldDigests(trx: Trx, before: Date, limit: number): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from notice_digest where (person_id, day) in (
      select person_id, day from notice_digest where day < ${before.toISOString().slice(0, 10)} limit ${limit})`.execute(
    trx,
  )
  return Number(numAffectedRows ?? 0)
}
