/** Takes a service back from an organisation: what it costs is known before, and change and audit are one transaction. */
import { sql } from 'kysely'
import type { Trx } from '../../../storage/database.ts'
import { recordAndTell } from '../../telling/record-and-tell.ts'
import { type Counted, counts, covered, noRights, running, standing } from '../counted.ts'
import { type ChangeDeps, type Manager, managed } from '../manager.ts'

export interface RunningGrant {
  id: string
  organisationId: string
  serviceId: string
  serviceDa: string
  serviceEn: string
  validFrom: Date
  validUntil: Date | null
  /** Assignments that are in force or to come, and the people who hold them. */
  loss: Counted
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
  const lost = await sql<Counted>`
    select ${counts} from role_assignment held join account on account.id = held.account_id
    join service_grant given on given.id = ${grantId}
    where account.organisation_id = ${organisationId} and held.service_id = ${grant.serviceId}
      and ${standing(now)} and ${running(now)} and ${covered}`.execute(trx)
  return { ...grant, loss: lost.rows[0] ?? noRights }
}

/** The grant ends now. One that has not begun is moved back to an instant that has passed, since none is of no length. */
export async function takeBackGrant(deps: ChangeDeps, trx: Trx, grant: RunningGrant, manager: Manager): Promise<void> {
  const now = deps.clock.now()
  const dates = grant.validFrom < now ? {} : { valid_from: new Date(now.getTime() - 1) }
  await trx
    .updateTable('service_grant')
    .set({ ...dates, valid_until: now })
    .where('id', '=', grant.id)
    .execute()
  await recordAndTell(deps, trx, [
    managed(manager, {
      action: 'grant.taken-back',
      organisationId: grant.organisationId,
      object: { kind: 'grant', id: grant.id },
      details: { serviceId: grant.serviceId, ...grant.loss, until: { from: grant.validUntil, to: now } },
    }),
  ])
}
