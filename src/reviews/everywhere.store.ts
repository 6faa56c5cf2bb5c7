/** Reviews that system management has asked many organisations for: what was asked, and how many have begun. */
import { sql } from 'kysely'
import type { Db, Trx } from '../storage/database.ts'
import type { Silence } from './review.ts'

export interface WantedEverywhere {
  id: string
  name: string
  serviceIds: readonly string[] | null
  onlySensitive: boolean
  deadline: Date
  silence: Silence
  madeBy: string
  /** Only organisations of this kind; null: all that are active. */
  kind: string | null
}

/** How many organisations it is for; 0 where it was asked for already: a form that is sent twice asks once. */
export async function insertEverywhere(trx: Trx, wanted: WantedEverywhere, now: Date): Promise<number> {
  const { id, name, serviceIds, onlySensitive, deadline, silence, madeBy, kind } = wanted
  const { numAffectedRows } = await sql`
    insert into review_batch (id, name, service_ids, only_sensitive, deadline, silence, made_by, made_at)
    values (${id}, ${name}, ${serviceIds ? [...serviceIds] : null}::uuid[], ${onlySensitive}, ${deadline}, ${silence},
      ${madeBy}, ${now}) on conflict do nothing`.execute(trx)
  if (numAffectedRows === 0n) return 0
  const asked = await sql`
    insert into review_batch_organisation (batch_id, organisation_id)
    select ${id}, id from organisation where status = 'active' and (${kind}::text is null or kind = ${kind})`.execute(
    trx,
  )
  return Number(asked.numAffectedRows)
}

/** Whether there is anybody to ask. */
export async function anyOrganisation(db: Db | Trx, kind: string | null): Promise<boolean> {
  const { rows } = await sql`
    select from organisation where status = 'active' and (${kind}::text is null or kind = ${kind}) limit 1`.execute(db)
  return rows.length > 0
}

export interface AskedEverywhere {
  id: string
  name: string
  deadline: Date
  total: number
  begun: number
  /** Begun, and about nothing: nobody there has such a role. */
  nothing: number
}

const mostShown = 50

/** The newest first. */
export async function listEverywhere(db: Db): Promise<AskedEverywhere[]> {
  const { rows } = await sql<AskedEverywhere>`
    select batch.id, batch.name, batch.deadline, count(asked.organisation_id)::integer as total,
      count(asked.begun_at)::integer as begun,
      (count(asked.begun_at) filter (where asked.review_id is null))::integer as nothing
    from (select * from review_batch order by made_at desc, id limit ${mostShown}) batch
    left join review_batch_organisation asked on asked.batch_id = batch.id
    group by batch.id, batch.name, batch.deadline, batch.made_at order by batch.made_at desc, batch.id`.execute(db)
  return rows
}
