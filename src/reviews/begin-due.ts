/** Begins reviews where nobody presses a button: by an organisation's own schedule, and where system management has asked many. */
import { sql } from 'kysely'
import { monthsAfter } from '../base/danish-time.ts'
import type { Ids } from '../base/ids.ts'
import { inOrganisation } from '../storage/in-organisation.ts'
import { fillText } from '../web/fill.ts'
import { beginReview } from './begin-review.ts'
import { daysAfter, type Silence } from './review.ts'
import type { ReviewJobDeps } from './tell-of-reviews.ts'
import { reviewsText } from './text.ts'

type Deps = ReviewJobDeps & { ids: Ids }

const atOnce = 200

interface DueOrganisation {
  id: string
  months: number
  days: number
  onlySensitive: boolean
  silence: Silence
}

export async function beginScheduled(deps: Deps): Promise<void> {
  const now = deps.clock.now()
  const { rows } = await sql<DueOrganisation>`
    select id, review_every_months as months, review_answer_days as days, review_only_sensitive as "onlySensitive",
      review_silence as silence
    from organisation where review_next_at <= ${now} and status = 'active' order by review_next_at limit ${atOnce}`.execute(
    deps.db,
  )
  for (const { id, months, days, onlySensitive, silence } of rows)
    await inOrganisation(deps.db, id, async (trx) => {
      // Of two processes one finds that the day has been moved on.
      const { numAffectedRows } = await sql`update organisation set review_next_at = ${monthsAfter(now, months)}
        where id = ${id} and review_next_at <= ${now}`.execute(trx)
      if (numAffectedRows === 0n) return
      const deadline = monthsAfter(daysAfter(now, days + 1), 0)
      const terms = { unitIds: null, serviceIds: null, onlySensitive, deadline, silence }
      const name = nameOfMonth(now)
      await beginReview(deps, trx, id, null, { id: deps.ids.uuid(), name, ...terms, origin: 'schedule', batchId: null })
    })
}

/** Kept in the row, so in the language of those it is for. */
function nameOfMonth(now: Date): string {
  const month = new Intl.DateTimeFormat('da-DK', { month: 'long', year: 'numeric', timeZone: 'Europe/Copenhagen' })
  return fillText(reviewsText.da.begin.suggested, { month: month.format(now) })
}

interface Waiting {
  batchId: string
  organisationId: string
  name: string
  serviceIds: string[] | null
  onlySensitive: boolean
  deadline: Date
  silence: Silence
  madeBy: string
}

/** Each organisation in a transaction of its own: a process may die between any two. */
export async function beginBatches(deps: Deps): Promise<void> {
  for (let more = true; more; ) {
    const { rows } = await sql<Waiting>`
      select waiting.batch_id as "batchId", waiting.organisation_id as "organisationId", batch.name,
        batch.service_ids as "serviceIds", batch.only_sensitive as "onlySensitive", batch.deadline, batch.silence,
        batch.made_by as "madeBy"
      from review_batch_organisation waiting join review_batch batch on batch.id = waiting.batch_id
      where waiting.begun_at is null order by waiting.batch_id, waiting.organisation_id limit ${atOnce}`.execute(
      deps.db,
    )
    for (const one of rows) await beginOne(deps, one)
    more = rows.length === atOnce
  }
}

async function beginOne(deps: Deps, { batchId, organisationId, madeBy, ...terms }: Waiting): Promise<void> {
  const now = deps.clock.now()
  await deps.db.transaction().execute(async (trx) => {
    const { rows } = await sql<{ isActive: boolean }>`update review_batch_organisation asked set begun_at = ${now}
      from organisation where asked.batch_id = ${batchId} and asked.organisation_id = ${organisationId} and asked.begun_at is null
        and organisation.id = asked.organisation_id returning organisation.status = 'active' as "isActive"`.execute(trx)
    // Another process was first; or it has been closed since it was asked, and nobody there could answer.
    if (!rows[0]?.isActive) return
    const id = deps.ids.uuid()
    await sql`select set_config('seb.organisation', ${organisationId}, true)`.execute(trx)
    const by = { personId: madeBy, source: '' }
    const wanted = { id, ...terms, unitIds: null, origin: 'system-management', batchId } as const
    const begun = await beginReview(deps, trx, organisationId, by, wanted)
    if (begun === 'begun')
      await sql`update review_batch_organisation set review_id = ${id}
        where batch_id = ${batchId} and organisation_id = ${organisationId}`.execute(trx)
  })
}
