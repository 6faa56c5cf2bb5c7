/**
 * Tells chief administrators of requests that have waited too long. It decides nothing: that they have them then is asked of the
 * dates, here and everywhere else.
 */
import { sql } from 'kysely'
import { findAppointed } from '../../access/appointments/deciders.store.ts'
import { decidersOf } from '../../access/appointments/deciders.ts'
import type { Job } from '../../base/run-jobs.ts'
import { beforeWorkingDays } from '../../base/working-days.ts'
import { notice } from '../../notices/notice-kind.ts'
import { type NotifyDeps, notify } from '../../notices/notify.ts'
import type { Db, Trx } from '../../storage/database.ts'
import type { AccessRequest } from '../request.ts'
import { lockRequest } from '../requests.store.ts'
import { decidePath } from './decide-paths.ts'
import { decisionNotices } from './decision-notices.ts'
import { placeOf } from './place.store.ts'

type TellDeps = NotifyDeps & { db: Db }

/** A run ends soon, since a SEB that is told to stop waits for it. */
const mostAtOnce = 100

export function tellEscalatedJob(deps: TellDeps): Job {
  return { name: 'tell-escalated', everySeconds: 300, run: () => tellEscalated(deps) }
}

export async function tellEscalated(deps: TellDeps): Promise<void> {
  const now = deps.clock.now()
  for (const id of await findUntold(deps.db, now)) await deps.db.transaction().execute((trx) => tellOne(deps, trx, id))
}

async function findUntold(db: Db, now: Date): Promise<string[]> {
  const settings = await db.selectFrom('organisation').select('escalate_after_days as days').distinct().execute()
  const limits = settings.map(({ days }) => sql`(${days}::integer, ${beforeWorkingDays(now, days)}::timestamptz)`)
  if (limits.length === 0) return []
  const { rows } = await sql<{ id: string }>`
    select request.id from access_request request join organisation on organisation.id = request.organisation_id
    join (values ${sql.join(limits)}) waiting (days, since) on waiting.days = organisation.escalate_after_days
    where request.state = 'submitted' and request.escalation_told_at is null and request.submitted_at <= waiting.since
      and request.expires_at > ${now} and organisation.status = 'active'
    order by request.submitted_at, request.id limit ${mostAtOnce}`.execute(db)
  return rows.map(({ id }) => id)
}

async function tellOne(deps: TellDeps, trx: Trx, id: string): Promise<void> {
  const now = deps.clock.now()
  const request = await lockRequest(trx, id)
  if (request?.state !== 'submitted') return
  // Whoever was first: another process finds that it has been told.
  const { numUpdatedRows } = await trx
    .updateTable('access_request')
    .set({ escalation_told_at: now })
    .where('id', '=', id)
    .where('escalation_told_at', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return
  const toPersonIds = await findChiefs(trx, request, now)
  const { organisationId, accountId, serviceId, roleId } = request
  await notify(deps, trx, [
    notice(decisionNotices['request.escalated'], {
      toPersonIds,
      organisationId,
      path: decidePath(id),
      ...(accountId !== null && { subjectAccountId: accountId }),
      ...(serviceId !== null && { serviceId }),
      ...(roleId !== null && { roleIds: [roleId] }),
    }),
  ])
}

/** Those who are here, or stand in for one who is not; nobody is told of their own. */
async function findChiefs(trx: Trx, request: AccessRequest, now: Date): Promise<string[]> {
  const place = await placeOf(trx, request)
  const { people } = decidersOf(await findAppointed(trx, request.organisationId, now), {
    unitId: place?.unitId ?? null,
    serviceId: place?.serviceId ?? null,
    notPersonIds: [request.askedBy, request.personId, request.firstApprovedBy].flatMap((personId) => personId ?? []),
    escalated: true,
  })
  return people.filter(({ level }) => level === 'chief').map(({ personId }) => personId)
}
