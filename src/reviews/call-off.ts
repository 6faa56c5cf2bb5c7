/** Calls off the reviews of an organisation whose people answer nothing any more: it goes into another. */
import { sql } from 'kysely'
import { recordEvents } from '../audit/record-events.ts'
import type { Clock } from '../base/clock.ts'
import type { Ids } from '../base/ids.ts'
import type { Trx } from '../storage/database.ts'

/** What silence has stopped already stays stopped: only a right that still holds is let go on. */
export async function callOffReviews(
  deps: { clock: Clock; ids: Ids },
  trx: Trx,
  organisationId: string,
  by: { personId: string; source: string },
): Promise<void> {
  const now = deps.clock.now()
  const { rows } = await sql<{ assignmentId: string; reviewId: string }>`
    update review_item set decision = 'called-off', decided_at = ${now}
    where organisation_id = ${organisationId} and decision is null
    returning assignment_id as "assignmentId", review_id as "reviewId"`.execute(trx)
  await sql`update role_assignment set unanswered_from = null
    where id = any(${rows.map(({ assignmentId }) => assignmentId)}::uuid[]) and unanswered_from > ${now}`.execute(trx)
  await recordEvents(
    deps,
    trx,
    [...new Set(rows.map(({ reviewId }) => reviewId))].map((id) => ({
      action: 'review.called-off',
      outcome: 'success',
      actor: { kind: 'person', id: by.personId },
      organisationId,
      object: { kind: 'review', id },
      source: by.source,
      correlationId: id,
    })),
  )
}
