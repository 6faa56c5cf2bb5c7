/** People by part of the name, for appointing an owner of a service. Names and workplaces only. */
import { sql } from 'kysely'
import type { Trx } from '../../../../storage/database.ts'

export interface OwnerCandidate {
  personId: string
  name: string
  /** Organisations the person has an active account in: tells people of one name apart. */
  organisations: string[]
  isOwner: boolean
}

export const candidatesShown = 20

export async function findOwnerCandidates(
  trx: Trx,
  { serviceId, text, now }: { serviceId: string; text: string; now: Date },
): Promise<OwnerCandidate[]> {
  if (text === '') return []
  const part = `%${text.replace(/[\\%_]/g, '\\$&')}%`
  const { rows } = await sql<OwnerCandidate>`
    select person.id as "personId", person.name,
      array(select distinct organisation.name from account join organisation on organisation.id = account.organisation_id
        where account.person_id = person.id and account.status = 'active' order by 1) as organisations,
      exists (select from staff_appointment staff where staff.person_id = person.id and staff.service_id = ${serviceId}
        and staff.capacity = 'service-owner' and staff.ended_at is null
        and (staff.valid_until is null or staff.valid_until > ${now})) as "isOwner"
    from person where person.name ilike ${part} order by person.name, person.id limit ${candidatesShown}`.execute(trx)
  return rows
}
