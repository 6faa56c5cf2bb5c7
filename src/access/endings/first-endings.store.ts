/** The roles that end first among an administrator's people: each can be extended from where it is shown. */
import { sql } from 'kysely'
import type { Trx } from '../../storage/database.ts'
import { withinLimits } from '../admin/employees/employees.store.ts'
import type { Limits } from '../capacities/capacity.ts'

export interface FirstEnding {
  assignmentId: string
  accountId: string
  roleId: string
  person: string
  role: { da: string; en: string }
  service: { da: string; en: string }
  until: Date
}

const shown = 5
const withinDays = 30

/** One that goes on in another assignment does not end; one of hours, as in an emergency, is meant to. The administrator's own is another's to extend. */
export async function findFirstEndings(
  trx: Trx,
  { limits, accountId }: { limits: Limits; accountId: string },
  now: Date,
): Promise<FirstEnding[]> {
  const soon = new Date(now.getTime() + withinDays * 86_400_000)
  const { rows } = await sql<FirstEnding>`
    select held.id as "assignmentId", account.id as "accountId", held.role_id as "roleId", person.name as person,
      jsonb_build_object('da', role.name_da, 'en', role.name_en) as role,
      jsonb_build_object('da', service.name_da, 'en', service.name_en) as service, held.valid_until as until
    from role_assignment held join account on account.id = held.account_id join person on person.id = account.person_id
    join role on role.id = held.role_id and role.status = 'active' join service on service.id = held.service_id
    where held.organisation_id = current_organisation() and held.withdrawn_at is null
      and held.valid_until > ${now} and held.valid_until <= ${soon} and held.valid_until - held.valid_from > interval '1 day'
      and account.status = 'active' and account.id <> ${accountId} and ${withinLimits(limits)}
      and (${limits.serviceIds}::uuid[] is null or held.service_id = any(${limits.serviceIds}::uuid[]))
      and not exists (select from role_assignment more where more.account_id = held.account_id and more.role_id = held.role_id
        and more.withdrawn_at is null and more.valid_from <= held.valid_until
        and (more.valid_until is null or more.valid_until > held.valid_until))
    order by held.valid_until, held.id limit ${shown}`.execute(trx)
  return rows
}
