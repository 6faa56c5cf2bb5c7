/** Everybody who administers an organisation now, who is away, and who steps in: what `deciders.ts` decides from. */
import { sql } from 'kysely'
import type { Db, Trx } from '../../storage/database.ts'
import type { AppointedAdministrator } from './deciders.ts'
import { isAway } from './stand-ins.store.ts'

interface Row extends Omit<AppointedAdministrator, 'away'> {
  until: Date | null
  standInAccountId: string | null
  standInPersonId: string | null
  standInName: string | null
  standInActive: boolean | null
  lendsRights: boolean | null
}

/** By name. */
export async function findAppointed(
  db: Db | Trx,
  organisationId: string,
  now: Date,
): Promise<AppointedAdministrator[]> {
  const { rows } = await sql<Row>`
    select absent.id as "accountId", absent.person_id as "personId", person.name, appointment.level,
      appointment.unit_ids as "unitIds", appointment.service_ids as "serviceIds",
      stand_in.valid_until as until, stand_in.stand_in_account_id as "standInAccountId",
      helper.person_id as "standInPersonId", helping.name as "standInName",
      stand_in.lends_rights as "lendsRights",
      helper.status = 'active' and helper.valid_from <= ${now} and (helper.valid_until is null or helper.valid_until > ${now})
        and helper.organisation_id = absent.organisation_id and helper.person_id <> absent.person_id as "standInActive"
    from administrator_appointment appointment
    join account absent on absent.id = appointment.account_id join person on person.id = absent.person_id
    left join stand_in on stand_in.appointment_id = appointment.id and ${isAway(now)}
    left join account helper on helper.id = stand_in.stand_in_account_id left join person helping on helping.id = helper.person_id
    where absent.organisation_id = ${organisationId} and appointment.ended_at is null
      and (appointment.valid_until is null or appointment.valid_until > ${now})
      and absent.status = 'active' and absent.valid_from <= ${now} and (absent.valid_until is null or absent.valid_until > ${now})
    order by person.name, absent.id`.execute(db)
  return rows.map((row) => ({
    accountId: row.accountId,
    personId: row.personId,
    name: row.name,
    level: row.level,
    unitIds: row.unitIds,
    serviceIds: row.serviceIds,
    away: awayOf(row),
  }))
}

function awayOf(row: Row): AppointedAdministrator['away'] {
  const { until, standInAccountId: accountId, standInPersonId: personId, standInName: name } = row
  if (!until || !accountId || !personId || name === null) return null
  const standIn = {
    accountId,
    personId,
    name,
    active: row.standInActive === true,
    lendsRights: row.lendsRights === true,
  }
  return { until, standIn }
}
