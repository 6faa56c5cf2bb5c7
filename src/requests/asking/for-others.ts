/** On whose behalf an administrator may ask: colleagues within their limits, for what they may not give themselves. */
import { may } from '../../access/may.ts'
import type { Trx } from '../../storage/database.ts'
import type { AskableService } from './askable.store.ts'
import type { Asker } from './asker.tsx'

export interface ForOthers {
  people: readonly { accountId: string; personId: string; name: string }[]
}

/** At once. */
export const mostOthers = 50

/** Whoever may give every role of the services they have has nothing to ask for. */
export function asksForOthers({ viewer, organisation }: Pick<Asker, 'viewer' | 'organisation'>): boolean {
  if (!viewer || !('limits' in viewer.acting)) return false
  const { acting } = viewer
  return acting.limits.serviceIds !== null && may(acting, 'ask-for-others', { organisationId: organisation.id })
}

/** Null where one of them is not theirs to ask for: the draft is older than their limits. */
export async function findForOthers(
  trx: Trx,
  asker: Pick<Asker, 'viewer' | 'organisation' | 'personId'>,
  accountIds: readonly string[],
): Promise<ForOthers | null> {
  const { viewer, organisation, personId } = asker
  if (!viewer || !asksForOthers(asker)) return null
  const rows = await trx
    .selectFrom('account')
    .innerJoin('person', 'person.id', 'account.person_id')
    .select(['account.id', 'account.person_id', 'account.unit_id', 'person.name'])
    .where('account.id', 'in', [...accountIds])
    .where('account.organisation_id', '=', organisation.id)
    .where('account.status', 'in', ['active', 'requested'])
    .orderBy('account.name_key')
    .orderBy('account.id')
    .execute()
  const people = rows
    .filter((row) => row.person_id !== personId)
    .filter((row) =>
      may(viewer.acting, 'ask-for-others', { organisationId: organisation.id, unitId: row.unit_id, accountId: row.id }),
    )
    .map((row) => ({ accountId: row.id, personId: row.person_id, name: row.name }))
  return people.length > 0 ? { people } : null
}

/** Those they may not give roles in themselves. */
export function servicesOfOthers(
  services: readonly AskableService[],
  { viewer, organisation }: Asker,
): AskableService[] {
  return services.filter(
    ({ id }) => viewer && !may(viewer.acting, 'assign-role', { organisationId: organisation.id, serviceId: id }),
  )
}
