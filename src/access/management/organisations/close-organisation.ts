/** Closes an organisation and opens it again. Whether it is open is asked at every log-in, so both hold at once. */
import { sql } from 'kysely'
import { recordEvents } from '../../../audit/record-events.ts'
import type { SessionLimits } from '../../../people/session.ts'
import type { Trx } from '../../../storage/database.ts'
import { type Counted, counts, covered, noRights, running, standing } from '../counted.ts'
import { type ChangeDeps, type Manager, managed } from '../manager.ts'

/** The rights that the organisation's grants cover: what closing takes and opening gives back. */
export async function rightsOfOrganisation(trx: Trx, organisationId: string, now: Date): Promise<Counted> {
  const { rows } = await sql<Counted>`
    select ${counts}
    from account join role_assignment held on held.account_id = account.id
    join service_grant given on given.organisation_id = account.organisation_id and given.service_id = held.service_id
    where account.organisation_id = ${organisationId} and ${standing(now)} and ${running(now)} and ${covered}`.execute(
    trx,
  )
  return rows[0] ?? noRights
}

/** Of `session`: those that speak for the organisation, or have used an account of it. */
const ofOrganisation = (organisationId: string) => sql<boolean>`(
  session.authentication->'attributes'->'cvr' ? (select cvr from organisation where id = ${organisationId})
  or exists (
    select from session_participant part join account on account.id = part.account_id
    where part.session_id = session.id and account.organisation_id = ${organisationId}))`

/** How many are logged in on its behalf, as far as the limits of sessions say. */
export async function liveSessions(
  trx: Trx,
  organisationId: string,
  { now, limits }: { now: Date; limits: SessionLimits },
): Promise<number> {
  const usedAfter = new Date(now.getTime() - limits.idleMinutes * 60_000)
  const startedAfter = new Date(now.getTime() - limits.absoluteHours * 3_600_000)
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from session
    where session.last_used_at > ${usedAfter} and session.started_at > ${startedAfter} and session.ended_at is null
      and ${ofOrganisation(organisationId)}`.execute(trx)
  return rows[0]?.count ?? 0
}

export async function endSessionsOfOrganisation(
  trx: Trx,
  organisationId: string,
  { now, why }: { now: Date; why: string },
): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    update session set ended_at = ${now}, ended_why = ${why}
    where session.ended_at is null and ${ofOrganisation(organisationId)} returning session.id`.execute(trx)
  return rows.length
}

/** What the caller has shown of it is recorded with the change. Asked twice, it happens once. */
export async function setOrganisationStatus(
  deps: ChangeDeps,
  trx: Trx,
  manager: Manager,
  change: { organisationId: string; to: 'active' | 'closed'; rights: Counted },
): Promise<void> {
  const { organisationId, to, rights } = change
  const before = await trx
    .selectFrom('organisation')
    .select('status')
    .where('id', '=', organisationId)
    .forUpdate()
    .executeTakeFirst()
  if (!before || before.status === to) return
  await trx.updateTable('organisation').set({ status: to }).where('id', '=', organisationId).execute()
  const sessions =
    to === 'closed'
      ? await endSessionsOfOrganisation(trx, organisationId, { now: deps.clock.now(), why: 'organisation.closed' })
      : 0
  await recordEvents(deps, trx, [
    managed(manager, {
      action: to === 'closed' ? 'organisation.closed' : 'organisation.reopened',
      organisationId,
      object: { kind: 'organisation', id: organisationId },
      details: { from: before.status, to, ...rights, ...(to === 'closed' ? { sessions } : {}) },
    }),
  ])
}
