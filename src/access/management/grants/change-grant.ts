/** Changes what an organisation may use of a service: what it takes and gives is known before, and others' changes are seen. */
import { sql } from 'kysely'
import type { Db, Trx } from '../../../storage/database.ts'
import { recordAndTell } from '../../telling/record-and-tell.ts'
import { type Counted, counts, covered, noRights, running, standing } from '../counted.ts'
import { type ChangeDeps, type Manager, managed } from '../manager.ts'
import { withinTerms } from './give-grants.ts'
import type { GrantTerms } from './grant-terms.ts'

export interface ChangeableGrant {
  id: string
  organisationId: string
  serviceId: string
  terms: GrantTerms
}

/** Null for a grant that is not this organisation's, or is over. */
export async function findChangeableGrant(
  db: Db | Trx,
  organisationId: string,
  grantId: string,
  now: Date,
): Promise<ChangeableGrant | null> {
  const row = await db
    .selectFrom('service_grant as given')
    .selectAll()
    .where('id', '=', grantId)
    .where('organisation_id', '=', organisationId)
    .where(running(now))
    .executeTakeFirst()
  if (!row) return null
  return {
    id: row.id,
    organisationId,
    serviceId: row.service_id,
    terms: {
      roleIds: row.role_ids,
      ceilings: row.ceilings as GrantTerms['ceilings'],
      validFrom: row.valid_from,
      validUntil: row.valid_until,
    },
  }
}

export interface ChangeEffect {
  /** Gone at the next log-in. */
  lost: Counted
  /** Over on the new last day, and not later as it was. */
  sooner: Counted
  gained: Counted
}

export async function effectOfChange(
  trx: Trx,
  grant: ChangeableGrant,
  { terms, now }: { terms: GrantTerms; now: Date },
): Promise<ChangeEffect> {
  const count = async (condition: ReturnType<typeof withinTerms>) => {
    const { rows } = await sql<Counted>`
      select ${counts}
      from service_grant given join account on account.organisation_id = given.organisation_id
      join role_assignment held on held.account_id = account.id and held.service_id = given.service_id
      where given.id = ${grant.id} and ${standing(now)} and ${condition}`.execute(trx)
    return rows[0] ?? noRights
  }
  // Before its first day a grant covers nothing: one that is moved ahead takes what it gave.
  const begun = (from: Date) => sql<boolean>`${from <= now}::boolean`
  const before = sql<boolean>`(${covered} and ${begun(grant.terms.validFrom)})`
  const after = sql<boolean>`(${withinTerms(terms)} and ${begun(terms.validFrom)})`
  const until = terms.validUntil
  return {
    lost: await count(sql<boolean>`${before} and not ${after}`),
    sooner:
      until === null
        ? noRights
        : await count(sql<boolean>`${before} and ${after} and (held.valid_until is null or held.valid_until > ${until})
            and (given.valid_until is null or given.valid_until > ${until})`),
    gained: await count(sql<boolean>`${after} and not ${before}`),
  }
}

export async function changeGrant(
  deps: ChangeDeps,
  trx: Trx,
  manager: Manager,
  { grant, terms, effect }: { grant: ChangeableGrant; terms: GrantTerms; effect: ChangeEffect },
): Promise<void> {
  await trx
    .updateTable('service_grant')
    .set({
      role_ids: terms.roleIds,
      ceilings: JSON.stringify(terms.ceilings),
      valid_from: terms.validFrom,
      valid_until: terms.validUntil,
    })
    .where('id', '=', grant.id)
    .execute()
  await recordAndTell(deps, trx, [
    managed(manager, {
      action: 'grant.changed',
      organisationId: grant.organisationId,
      object: { kind: 'grant', id: grant.id },
      details: { serviceId: grant.serviceId, from: grant.terms, to: terms, lost: effect.lost, gained: effect.gained },
    }),
  ])
}
