/** Takes a service back from an organisation: what it costs is known before, and change and audit are one transaction. */
import { sql } from 'kysely'
import { recordEvents } from '../../audit/record-events.ts'
import type { Clock } from '../../base/clock.ts'
import type { Ids } from '../../base/ids.ts'
import type { Trx } from '../../storage/database.ts'

/** What is lost: assignments that are in force or to come, and the people who hold them. */
export interface GrantLoss {
  rights: number
  people: number
}

export interface RunningGrant {
  id: string
  organisationId: string
  serviceId: string
  serviceDa: string
  serviceEn: string
  validFrom: Date
  validUntil: Date | null
  loss: GrantLoss
}

/** Null for a grant that is not this organisation's, or is over. */
export async function findRunningGrant(
  trx: Trx,
  organisationId: string,
  grantId: string,
  now: Date,
): Promise<RunningGrant | null> {
  const { rows } = await sql<Omit<RunningGrant, 'loss'>>`
    select held.id, held.organisation_id as "organisationId", held.service_id as "serviceId",
      service.name_da as "serviceDa", service.name_en as "serviceEn", held.valid_from as "validFrom",
      held.valid_until as "validUntil"
    from service_grant held join service on service.id = held.service_id
    where held.id = ${grantId} and held.organisation_id = ${organisationId}
      and (held.valid_until is null or held.valid_until > ${now}) for update of held`.execute(trx)
  const grant = rows[0]
  if (!grant) return null
  const lost = await sql<GrantLoss>`
    select count(*)::integer as rights, count(distinct account.person_id)::integer as people
    from role_assignment held join account on account.id = held.account_id
    join service_grant given on given.id = ${grantId}
    where account.organisation_id = ${organisationId} and held.service_id = ${grant.serviceId}
      and held.withdrawn_at is null and (held.valid_until is null or held.valid_until > ${now})
      and (given.role_ids is null or held.role_id = any(given.role_ids))
      and account.status <> 'ended' and (account.valid_until is null or account.valid_until > ${now})`.execute(trx)
  return { ...grant, loss: lost.rows[0] ?? { rights: 0, people: 0 } }
}

/** The grant ends now. One that has not begun is moved back to an instant that has passed, since none is of no length. */
export async function takeBackGrant(
  deps: { clock: Clock; ids: Ids },
  trx: Trx,
  grant: RunningGrant,
  by: { personId: string; source: string },
): Promise<void> {
  const now = deps.clock.now()
  const dates = grant.validFrom < now ? {} : { valid_from: new Date(now.getTime() - 1) }
  await trx
    .updateTable('service_grant')
    .set({ ...dates, valid_until: now })
    .where('id', '=', grant.id)
    .execute()
  await recordEvents(deps, trx, [
    {
      action: 'grant.taken-back',
      outcome: 'success',
      actor: { kind: 'person', id: by.personId },
      organisationId: grant.organisationId,
      object: { kind: 'grant', id: grant.id },
      source: by.source,
      details: { serviceId: grant.serviceId, ...grant.loss, until: { from: grant.validUntil, to: now } },
    },
  ])
}
