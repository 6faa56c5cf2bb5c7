/** Switches an identity provider off and on, and chooses what it can be used for: whom that shuts out is known before. */
import { sql } from 'kysely'
import { recordEvents } from '../../../audit/record-events.ts'
import type { SessionLimits } from '../../../people/session.ts'
import type { Trx } from '../../../storage/database.ts'
import { type ChangeDeps, type Manager, managed } from '../manager.ts'
import type { ProviderRow } from './providers.store.ts'

export interface SwitchEffect {
  /** Known by a log-in of this provider. */
  people: number
  /** Of them, those that SEB knows by no other provider that is on. */
  only: number
  sessions: number
}

export async function effectOfSwitch(
  trx: Trx,
  providerId: string,
  { now, limits }: { now: Date; limits: SessionLimits },
): Promise<SwitchEffect> {
  const { rows } = await sql<SwitchEffect>`
    with known as (select distinct person_id from identity where identity_provider_id = ${providerId})
    select (select count(*)::integer from known) as people,
      (select count(*)::integer from known where not exists (
        select from identity other join identity_provider provider on provider.id = other.identity_provider_id
        where other.person_id = known.person_id and provider.enabled and provider.id <> ${providerId})) as only,
      (select count(*)::integer from session where identity_provider_id = ${providerId} and ended_at is null
        and last_used_at > ${new Date(now.getTime() - limits.idleMinutes * 60_000)}
        and started_at > ${new Date(now.getTime() - limits.absoluteHours * 3_600_000)}) as sessions`.execute(trx)
  return rows[0] ?? { people: 0, only: 0, sessions: 0 }
}

/** Sessions that began with it end with it. */
export async function switchProvider(
  deps: ChangeDeps,
  trx: Trx,
  manager: Manager,
  { provider, enabled, effect }: { provider: ProviderRow; enabled: boolean; effect: SwitchEffect },
): Promise<void> {
  await trx.updateTable('identity_provider').set({ enabled }).where('id', '=', provider.id).execute()
  if (!enabled)
    await trx
      .updateTable('session')
      .set({ ended_at: deps.clock.now(), ended_why: 'identity-provider.switched-off' })
      .where('identity_provider_id', '=', provider.id)
      .where('ended_at', 'is', null)
      .execute()
  await recordEvents(deps, trx, [
    managed(manager, {
      action: enabled ? 'identity-provider.switched-on' : 'identity-provider.switched-off',
      object: { kind: 'identity-provider', id: provider.id },
      details: { label: provider.key, from: provider.enabled, to: enabled, ...effect },
    }),
  ])
}

/** Which provider for which service: one of the two is the same for all. */
export interface Pair {
  serviceId: string
  providerId: string
}

/** People in live sessions that such a log-in began and such a service takes part in. */
export async function peopleOfPairs(
  trx: Trx,
  pairs: readonly Pair[],
  { now, limits }: { now: Date; limits: SessionLimits },
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(distinct session.person_id)::integer as count
    from jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as pair("serviceId" uuid, "providerId" uuid)
    join session on session.identity_provider_id = pair."providerId"
    join session_participant part on part.session_id = session.id and part.service_id = pair."serviceId"
    where session.ended_at is null and part.left_at is null
      and session.last_used_at > ${new Date(now.getTime() - limits.idleMinutes * 60_000)}`.execute(trx)
  return rows[0]?.count ?? 0
}

export async function changePairs(
  deps: ChangeDeps,
  trx: Trx,
  manager: Manager,
  { added, removed }: { added: readonly Pair[]; removed: readonly Pair[] },
): Promise<void> {
  for (const { serviceId, providerId } of added)
    await trx
      .insertInto('service_identity_provider')
      .values({ service_id: serviceId, identity_provider_id: providerId })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  for (const { serviceId, providerId } of removed)
    await trx
      .deleteFrom('service_identity_provider')
      .where('service_id', '=', serviceId)
      .where('identity_provider_id', '=', providerId)
      .execute()
  const event = (action: string) => (pair: Pair) =>
    managed(manager, { action, object: { kind: 'service', id: pair.serviceId }, details: { ...pair } })
  await recordEvents(deps, trx, [
    ...added.map(event('identity-provider.activated')),
    ...removed.map(event('identity-provider.deactivated')),
  ])
}
