/** Gives a service to one organisation, or to all of a kind at once: set by set, and once however often the form is sent. */
import { sql } from 'kysely'
import type { Trx } from '../../../storage/database.ts'
import { upsertRows } from '../../../storage/upsert-rows.ts'
import { type AnswerDeps, answerWithGrant } from '../../new-service/answer-service-request.ts'
import { recordAndTell } from '../../telling/record-and-tell.ts'
import { type Counted, counts, noRights, running, standing, within } from '../counted.ts'
import { type Manager, managed } from '../manager.ts'
import type { OrganisationKind } from '../organisations/organisation.store.ts'
import type { GrantTerms } from './grant-terms.ts'

/** Who is given to or taken from. Of a kind, the open ones are given to; whoever has the service keeps it as it is. */
export type Target = { organisationId: string } | { kind: OrganisationKind }

/** Of `organisation`. */
function among(target: Target) {
  return 'kind' in target
    ? sql<boolean>`organisation.kind = ${target.kind}`
    : sql<boolean>`organisation.id = ${target.organisationId}`
}

export interface GiveEffect {
  /** Organisations that get the service, and those that have it already. */
  get: number
  have: number
  /** Roles that stand from an earlier grant and have effect again. */
  revived: Counted
}

export async function effectOfGiving(
  trx: Trx,
  { target, serviceId, terms, now }: { target: Target; serviceId: string; terms: GrantTerms; now: Date },
): Promise<GiveEffect> {
  const organisations = await sql<{ get: number; have: number }>`
    select count(*) filter (where given.id is null)::integer as get, count(given.id)::integer as have
    from organisation left join service_grant given
      on given.organisation_id = organisation.id and given.service_id = ${serviceId} and ${running(now)}
    where ${among(target)} and organisation.status = 'active'`.execute(trx)
  const revived = await sql<Counted>`
    select ${counts}
    from organisation join account on account.organisation_id = organisation.id
    join role_assignment held on held.account_id = account.id and held.service_id = ${serviceId}
    where ${among(target)} and organisation.status = 'active' and ${standing(now)} and ${withinTerms(terms)}
      and not exists (select from service_grant given
        where given.organisation_id = organisation.id and given.service_id = ${serviceId} and ${running(now)})`.execute(
    trx,
  )
  return { ...(organisations.rows[0] ?? { get: 0, have: 0 }), revived: revived.rows[0] ?? noRights }
}

export function withinTerms({ roleIds, ceilings }: GrantTerms) {
  return within(sql`${roleIds === null ? null : sql.val(roleIds)}::uuid[]`, sql`${JSON.stringify(ceilings)}::jsonb`)
}

/** True when the form with this id has been carried out already: its events are there. */
export async function isDone(trx: Trx, formId: string): Promise<boolean> {
  const event = await trx
    .selectFrom('audit_event')
    .select('sequence')
    .where('correlation_id', '=', formId)
    .limit(1)
    .executeTakeFirst()
  return event !== undefined
}

/** An event for each organisation, in its own log, and one that tells of all of them where it is a kind. */
export async function giveGrants(
  deps: AnswerDeps,
  trx: Trx,
  manager: Manager,
  wanted: { formId: string; target: Target; serviceId: string; terms: GrantTerms },
): Promise<void> {
  const { formId, target, serviceId, terms } = wanted
  const { rows } = await sql<{ id: string; earlier: string | null }>`
    select organisation.id, earlier.id as earlier
    from organisation left join service_grant earlier
      on earlier.organisation_id = organisation.id and earlier.service_id = ${serviceId}
    where ${among(target)} and organisation.status = 'active'
      and (earlier.id is null or earlier.valid_until <= ${deps.clock.now()})
    order by organisation.id`.execute(trx)
  const grants = rows.map((row) => ({ id: row.earlier ?? deps.ids.uuid(), organisation_id: row.id }))
  const columns = {
    service_id: serviceId,
    role_ids: terms.roleIds,
    ceilings: terms.ceilings,
    valid_from: terms.validFrom,
    valid_until: terms.validUntil,
  }
  await upsertRows(
    trx,
    'service_grant',
    ['organisation_id', 'service_id'],
    grants.map((grant) => ({ ...grant, ...columns })),
  )
  const all = managed(manager, {
    action: 'grants.given',
    object: { kind: 'service', id: serviceId },
    correlationId: formId,
    details: { ...target, organisations: grants.length, to: terms },
  })
  await recordAndTell(deps, trx, [
    ...('kind' in target ? [all] : []),
    ...grants.map(({ id, organisation_id }) =>
      managed(manager, {
        action: 'grant.added',
        organisationId: organisation_id,
        object: { kind: 'grant', id },
        correlationId: formId,
        details: { serviceId, to: terms },
      }),
    ),
  ])
  // Whoever asked for it has an answer, whichever page it was given from.
  await answerWithGrant(deps, trx, manager, {
    serviceId,
    organisationIds: grants.map(({ organisation_id }) => organisation_id),
  })
}
