/** Who administers the organisation of whoever asks, and whether the desk has been told already. */

import { findAppointed } from '../../access/appointments/deciders.store.ts'
import type { AppointedAdministrator } from '../../access/appointments/deciders.ts'
import type { Trx } from '../../storage/database.ts'

export interface WhoAdministers {
  tellsNames: boolean
  administrators: readonly Pick<AppointedAdministrator, 'name' | 'level'>[]
  /** When the case that the desk has open about it came in. */
  openSince: Date | null
}

/** One open case an organisation, however many report it. */
export function missingOnce(organisationId: string): string {
  return `missing-administrator ${organisationId}`
}

export async function findWhoAdministers(trx: Trx, organisationId: string, now: Date): Promise<WhoAdministers> {
  const { tells_names: tellsNames } = await trx
    .selectFrom('organisation')
    .select('tells_names')
    .where('id', '=', organisationId)
    .executeTakeFirstOrThrow()
  const standing = await trx
    .selectFrom('desk_case')
    .select('opened_at')
    .where('once', '=', missingOnce(organisationId))
    .where('state', '<>', 'resolved')
    .executeTakeFirst()
  const administrators = await findAppointed(trx, organisationId, now)
  return { tellsNames, administrators, openSince: standing?.opened_at ?? null }
}

export async function findOwnMail(trx: Trx, personId: string): Promise<string | null> {
  const row = await trx.selectFrom('person').select('email').where('id', '=', personId).executeTakeFirst()
  return row?.email ?? null
}
