/** Takes a service back from all organisations of a kind at once, with what it costs known before. */
import { sql } from 'kysely'
import type { Trx } from '../../../storage/database.ts'
import { recordAndTell } from '../../telling/record-and-tell.ts'
import { type Counted, counts, covered, noRights, running, standing } from '../counted.ts'
import { type ChangeDeps, type Manager, managed } from '../manager.ts'
import type { OrganisationKind } from '../organisations/organisation.store.ts'

export interface KindLoss {
  organisations: number
  loss: Counted
}

export async function lossOfKind(
  trx: Trx,
  { kind, serviceId, now }: { kind: OrganisationKind; serviceId: string; now: Date },
): Promise<KindLoss> {
  const organisations = await sql<{ count: number }>`
    select count(*)::integer as count from service_grant given join organisation on organisation.id = given.organisation_id
    where organisation.kind = ${kind} and given.service_id = ${serviceId} and ${running(now)}`.execute(trx)
  const loss = await sql<Counted>`
    select ${counts}
    from service_grant given join organisation on organisation.id = given.organisation_id
    join account on account.organisation_id = organisation.id
    join role_assignment held on held.account_id = account.id and held.service_id = given.service_id
    where organisation.kind = ${kind} and given.service_id = ${serviceId} and ${running(now)} and ${standing(now)}
      and ${covered}`.execute(trx)
  return { organisations: organisations.rows[0]?.count ?? 0, loss: loss.rows[0] ?? noRights }
}

/** As with one: a grant that has not begun is moved back to an instant that has passed. */
export async function takeBackFromKind(
  deps: ChangeDeps,
  trx: Trx,
  manager: Manager,
  wanted: { formId: string; kind: OrganisationKind; serviceId: string; loss: KindLoss },
): Promise<void> {
  const { formId, kind, serviceId, loss } = wanted
  const now = deps.clock.now()
  const { rows } = await sql<{ id: string; organisation_id: string; until: Date | null }>`
    update service_grant set valid_until = ${now}, valid_from = least(service_grant.valid_from, ${new Date(now.getTime() - 1)})
    from organisation, service_grant given
    where organisation.id = service_grant.organisation_id and given.id = service_grant.id and organisation.kind = ${kind}
      and given.service_id = ${serviceId} and ${running(now)}
    returning service_grant.id, service_grant.organisation_id, given.valid_until as until`.execute(trx)
  await recordAndTell(deps, trx, [
    managed(manager, {
      action: 'grants.taken-back',
      object: { kind: 'service', id: serviceId },
      correlationId: formId,
      details: { kind, organisations: rows.length, ...loss.loss },
    }),
    ...rows.map(({ id, organisation_id, until }) =>
      managed(manager, {
        action: 'grant.taken-back',
        organisationId: organisation_id,
        object: { kind: 'grant', id },
        correlationId: formId,
        details: { serviceId, until: { from: until, to: now } },
      }),
    ),
  ])
}
