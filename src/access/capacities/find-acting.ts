/** The capacity that something was asked for in, for work that goes on after the request: what it allows is asked again. */
import type { Trx } from '../../storage/database.ts'
import { findCapacities } from './capacities.store.ts'
import { isOfOrganisation, type OrganisationCapacity } from './capacity.ts'

/** Null where it is not held any more. */
export async function findActing(
  trx: Trx,
  personId: string,
  { accountId, key }: { accountId: string; key: string },
  now: Date,
): Promise<OrganisationCapacity | null> {
  const organisation = await trx
    .selectFrom('account')
    .innerJoin('organisation', 'organisation.id', 'account.organisation_id')
    .select('organisation.cvr')
    .where('account.id', '=', accountId)
    .executeTakeFirst()
  if (!organisation) return null
  const capacities = await findCapacities(trx, { personId, cvr: organisation.cvr, national: false, now })
  return capacities.filter(isOfOrganisation).find((capacity) => capacity.key === key) ?? null
}
