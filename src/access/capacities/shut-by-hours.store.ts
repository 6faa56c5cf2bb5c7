/** Whom only the hours of the week keep out of SEB's own pages: the account that opens first, to say when. */
import { sql } from 'kysely'
import { nextBeginning, type WeeklyHours } from '../../base/weekly-hours.ts'
import type { Db, Trx } from '../../storage/database.ts'
import type { Presence } from './capacities.store.ts'

export interface ShutByHours {
  organisation: string
  hours: readonly WeeklyHours[]
  /** Null: not before the account ends. */
  opensAt: Date | null
}

export async function findShutByHours(db: Db | Trx, { personId, cvr, now }: Presence): Promise<ShutByHours | null> {
  const { rows } = await sql<{ organisation: string; hours: WeeklyHours[]; until: Date | null }>`
    select organisation.name as organisation, account.hours, account.valid_until as until
    from account join organisation on organisation.id = account.organisation_id and organisation.status = 'active'
    where account.person_id = ${personId} and account.status = 'active' and account.valid_from <= ${now}
      and (account.valid_until is null or account.valid_until > ${now}) and not in_hours(account.hours, ${now}::timestamptz)
      and (organisation.cvr = ${cvr}::text or (${cvr}::text is null and organisation.allows_private_log_in))`.execute(
    db,
  )
  const shut = rows.map(({ until, ...row }): ShutByHours => {
    const next = nextBeginning(row.hours, now)
    return { ...row, opensAt: next && (until === null || next < until) ? next : null }
  })
  const never = Number.POSITIVE_INFINITY
  return shut.sort((one, other) => (one.opensAt?.getTime() ?? never) - (other.opensAt?.getTime() ?? never))[0] ?? null
}
