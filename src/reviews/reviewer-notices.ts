/** Whom a review is told to: the administrators, and the security officer where it holds what only they can answer for. */
import { sql } from 'kysely'
import type { Addressees } from '../notices/notice-kind.ts'
import type { Trx } from '../storage/database.ts'
import { findChiefs } from './freeze.store.ts'
import { isWaiting } from './items.store.ts'

/** Somebody may be among both: what is told to them has a name that they are told of once. */
export async function toReviewers(
  trx: Trx,
  { id, organisationId }: { id: string; organisationId: string },
  now: Date,
): Promise<Addressees[]> {
  const officers = await findOfficers(trx, id, now)
  const toAdministrators = { toAdministratorsOf: { organisationId } }
  return officers.length > 0 ? [toAdministrators, { toPersonIds: officers }] : [toAdministrators]
}

/** Those who answer for the only chief administrator, while there is something of theirs to answer for. */
async function findOfficers(trx: Trx, reviewId: string, now: Date): Promise<string[]> {
  const [only, ...others] = await findChiefs(trx, now)
  if (only === undefined || others.length > 0) return []
  const { rows } = await sql<{ personId: string }>`
    select distinct account.person_id as "personId"
    from organisation_function held join account on account.id = held.account_id
    where account.organisation_id = current_organisation() and held.function = 'security-officer' and held.ended_at is null
      and account.status = 'active' and account.valid_from <= ${now}
      and (account.valid_until is null or account.valid_until > ${now}) and account.person_id <> ${only}
      and exists (select from review_item item join role_assignment held on held.id = item.assignment_id
        where item.review_id = ${reviewId} and item.person_id = ${only} and ${isWaiting})`.execute(trx)
  return rows.map(({ personId }) => personId)
}
