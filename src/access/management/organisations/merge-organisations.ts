/**
 * Merges one organisation into another: what moves, what ends, and nothing that gives anybody more than they had. The rule
 * stands in docs/decisions/0050-merging-organisations.md. (Security D12)
 */
import { sql } from 'kysely'
import type { AuditEvent } from '../../../audit/audit-event.ts'
import { recordEvents } from '../../../audit/record-events.ts'
import type { Trx } from '../../../storage/database.ts'
import type { ReviewPort } from '../../admin/review-port.ts'
import { type Counted, covered, running, standing, within } from '../counted.ts'
import { type ChangeDeps, type Manager, managed } from '../manager.ts'
import { endSessionsOfOrganisation } from './close-organisation.ts'

export interface MergedAccount {
  id: string
  personId: string
  /** The person has an account in the receiving organisation already: this one ends. */
  doubled: boolean
}

export interface MergedRight {
  id: string
  accountId: string
  personId: string
  /** It had effect by the grants of the organisation that is merged. */
  had: boolean
  /** It had, its account moves, and a grant of the receiving organisation covers it. */
  follows: boolean
}

export interface MergeEffect {
  accounts: MergedAccount[]
  rights: MergedRight[]
  units: number
  /** Appointments as administrator, and functions such as signatory, that end. */
  appointments: number
  grants: number
  /** Identity providers that speak for the organisation that is merged and not for the receiving one. */
  providers: { da: string; en: string }[]
}

/** Silence in a review has not stopped it. */
function notStopped(now: Date) {
  return sql<boolean>`(held.unanswered_from is null or held.unanswered_from > ${now})`
}

interface Merge {
  fromId: string
  intoId: string
}

export async function effectOfMerging(trx: Trx, { fromId, intoId }: Merge, now: Date): Promise<MergeEffect> {
  const accounts = await sql<MergedAccount>`
    select account.id, account.person_id as "personId", exists (
      select from account other where other.organisation_id = ${intoId} and other.person_id = account.person_id
        and other.status <> 'ended') as doubled
    from account where account.organisation_id = ${fromId} and account.status <> 'ended' order by account.id`.execute(
    trx,
  )
  const rights = await sql<MergedRight>`
    select held.id, account.id as "accountId", account.person_id as "personId",
      exists (select from service_grant given where given.organisation_id = ${fromId}
        and given.service_id = held.service_id and ${running(now)} and ${covered}) and ${notStopped(now)} as had,
      exists (select from service_grant given where given.organisation_id = ${fromId}
        and given.service_id = held.service_id and ${running(now)} and ${covered})
      and exists (select from service_grant taking where taking.organisation_id = ${intoId}
        and taking.service_id = held.service_id and (taking.valid_until is null or taking.valid_until > ${now})
        and ${within(sql.ref('taking.role_ids'), sql.ref('taking.ceilings'))})
      and not exists (select from account other where other.organisation_id = ${intoId}
        and other.person_id = account.person_id and other.status <> 'ended') and ${notStopped(now)} as follows
    from account join role_assignment held on held.account_id = account.id
    where account.organisation_id = ${fromId} and ${standing(now)} order by held.id`.execute(trx)
  const counted = await sql<Pick<MergeEffect, 'units' | 'appointments' | 'grants'>>`
    select (select count(*)::integer from unit where organisation_id = ${fromId}) as units,
      (select count(*)::integer from service_grant given where organisation_id = ${fromId} and ${running(now)}) as grants,
      (select count(*)::integer from administrator_appointment a join account on account.id = a.account_id
        where account.organisation_id = ${fromId} and a.ended_at is null)
      + (select count(*)::integer from organisation_function f join account on account.id = f.account_id
        where account.organisation_id = ${fromId} and f.ended_at is null) as appointments`.execute(trx)
  const providers = await sql<{ da: string; en: string }>`
    select provider.name_da as da, provider.name_en as en
    from identity_provider provider, organisation merged, organisation receiving
    where merged.id = ${fromId} and receiving.id = ${intoId} and provider.allowed_cvrs @> array[merged.cvr]
      and not provider.allowed_cvrs @> array[receiving.cvr] order by provider.name_da`.execute(trx)
  const parts = counted.rows[0] ?? { units: 0, appointments: 0, grants: 0 }
  return { accounts: accounts.rows, rights: rights.rows, ...parts, providers: providers.rows }
}

export function followingRights({ rights }: MergeEffect): Counted {
  return countOf(rights.filter(({ follows }) => follows))
}

export function lostRights({ rights }: MergeEffect): Counted {
  return countOf(rights.filter(({ had, follows }) => had && !follows))
}

function countOf(rights: readonly MergedRight[]): Counted {
  return { rights: rights.length, people: new Set(rights.map(({ personId }) => personId)).size }
}

/** Everything in the transaction of the caller; the deferred rules of the database are held when it ends. */
export async function mergeOrganisations(
  deps: ChangeDeps & { reviews: Pick<ReviewPort, 'callOff'> },
  trx: Trx,
  manager: Manager,
  { fromId, intoId }: Merge,
  effect: MergeEffect,
): Promise<void> {
  const now = deps.clock.now()
  const sessions = await endSessionsOfOrganisation(trx, fromId, { now, why: 'organisation.merged' })
  const moved = effect.accounts.filter(({ doubled }) => !doubled).map(({ id }) => id)
  const following = effect.rights.filter(({ follows }) => follows).map(({ id }) => id)
  await endWhatDoesNotFollow(trx, fromId, { now, following })
  await deps.reviews.callOff(deps, trx, fromId, manager)
  await sql`update unit set organisation_id = ${intoId}, key = case when exists (
      select from unit other where other.organisation_id = ${intoId} and other.key = unit.key)
    then unit.id::text else unit.key end where organisation_id = ${fromId}`.execute(trx)
  // A RID number means somebody else under another CVR number, so it stays behind.
  await sql`update account set organisation_id = ${intoId}, rid = null,
    professional_uuid = case when exists (select from account other where other.organisation_id = ${intoId}
      and other.professional_uuid = account.professional_uuid) then null else account.professional_uuid end,
    key = case when exists (select from account other where other.organisation_id = ${intoId}
      and other.key = account.key) then account.id::text else account.key end
    where id = any(${sql.val(moved)}::uuid[])`.execute(trx)
  await sql`update account set status = 'ended', unit_id = null where organisation_id = ${fromId}`.execute(trx)
  await sql`update service set owner_organisation_id = ${intoId} where owner_organisation_id = ${fromId}`.execute(trx)
  await trx
    .updateTable('organisation')
    .set({ status: 'closed', merged_into: intoId })
    .where('id', '=', fromId)
    .execute()
  await recordEvents(deps, trx, eventsOf(deps, manager, { fromId, intoId }, { effect, sessions }))
}

async function endWhatDoesNotFollow(
  trx: Trx,
  fromId: string,
  { now, following }: { now: Date; following: readonly string[] },
): Promise<void> {
  const follows = sql<boolean>`held.id = any(${sql.val([...following])}::uuid[])`
  // A bundle is its organisation's own, and stays behind.
  await sql`update role_assignment held set bundle_id = null where ${follows} and bundle_id is not null`.execute(trx)
  await sql`update role_assignment held set withdrawn_at = ${now} from account
    where account.id = held.account_id and account.organisation_id = ${fromId} and held.withdrawn_at is null
      and (held.valid_until is null or held.valid_until > ${now}) and not ${follows}`.execute(trx)
  await sql`update administrator_appointment ended set ended_at = ${now} from account
    where account.id = ended.account_id and account.organisation_id = ${fromId} and ended.ended_at is null`.execute(trx)
  await sql`update organisation_function ended set ended_at = ${now} from account
    where account.id = ended.account_id and account.organisation_id = ${fromId} and ended.ended_at is null`.execute(trx)
  await sql`update staff_appointment set ended_at = ${now}
    where organisation_id = ${fromId} and ended_at is null`.execute(trx)
  await sql`update invitation set ended_at = ${now}, ended_why = 'withdrawn'
    where organisation_id = ${fromId} and ended_at is null`.execute(trx)
  await sql`update service_grant given set valid_until = ${now}, valid_from = least(given.valid_from, ${new Date(now.getTime() - 1)})
    where given.organisation_id = ${fromId} and ${running(now)}`.execute(trx)
}

/** What has happened stands in the log of both organisations, and for each account in the one where it is now. */
function eventsOf(
  deps: ChangeDeps,
  manager: Manager,
  { fromId, intoId }: Merge,
  { effect, sessions }: { effect: MergeEffect; sessions: number },
): AuditEvent[] {
  const correlationId = deps.ids.uuid()
  const rightsOf = Map.groupBy(effect.rights, ({ accountId }) => accountId)
  const details = {
    from: fromId,
    into: intoId,
    moved: effect.accounts.filter(({ doubled }) => !doubled).length,
    ended: effect.accounts.filter(({ doubled }) => doubled).length,
    units: effect.units,
    appointments: effect.appointments,
    grants: effect.grants,
    follow: followingRights(effect),
    lost: lostRights(effect),
    sessions,
  }
  const ofOrganisations = [fromId, intoId].map((id) =>
    managed(manager, {
      action: id === fromId ? 'organisation.merged' : 'organisation.received',
      organisationId: id,
      object: { kind: 'organisation', id },
      correlationId,
      details,
    }),
  )
  const ofAccounts = effect.accounts.map(({ id, doubled }) => {
    const rights = rightsOf.get(id) ?? []
    return managed(manager, {
      action: doubled ? 'account.ended' : 'account.moved',
      organisationId: doubled ? fromId : intoId,
      object: { kind: 'account', id },
      correlationId,
      details: {
        from: fromId,
        into: intoId,
        follow: rights.filter(({ follows }) => follows).map((right) => right.id),
        withdrawn: rights.filter(({ follows }) => !follows).map((right) => right.id),
      },
    })
  })
  return [...ofOrganisations, ...ofAccounts]
}
