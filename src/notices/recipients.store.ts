/** Whom a notice goes to, by rows and dates as they stand, with what each has chosen. */
import { sql } from 'kysely'
import type { Trx } from '../storage/database.ts'
import type { Language } from '../web/languages.ts'
import type { Administrator } from './administrators.ts'
import type { Audience, Delivery } from './topics.ts'

export interface Recipient {
  personId: string
  /** In the organisation that it is about, where they have one. */
  accountId: string | null
  name: string
  email: string | null
  language: Language
  chosen: Delivery | null
}

export interface Asking {
  audience: Audience
  topic: string
  now: Date
}

/** What the person has chosen for the topic where they are told: beside `account`. */
const chosenBy = ({ audience, topic }: Asking) => sql`left join notice_setting setting on setting.person_id = person.id
  and setting.account_id is not distinct from account.id and setting.audience = ${audience} and setting.topic = ${topic}`

/** Of those in one organisation, through their account there. */
export async function findPersons(
  trx: Trx,
  personIds: readonly string[],
  organisationId: string | null,
  asking: Asking,
): Promise<Recipient[]> {
  if (personIds.length === 0) return []
  const { rows } = await sql<Recipient>`
    select person.id as "personId", account.id as "accountId", person.name, person.email, person.language,
      setting.delivery as chosen
    from person left join lateral (
      select id from account where account.person_id = person.id and account.organisation_id = ${organisationId}
      order by account.status = 'active' desc, account.created_at desc limit 1) account on true
    ${chosenBy(asking)} where person.id = any(${[...personIds]}::uuid[])`.execute(trx)
  return rows
}

export async function findHolders(trx: Trx, accountIds: readonly string[], asking: Asking): Promise<Recipient[]> {
  if (accountIds.length === 0) return []
  const { rows } = await sql<Recipient>`
    select person.id as "personId", account.id as "accountId", person.name, person.email, person.language,
      setting.delivery as chosen
    from account join person on person.id = account.person_id ${chosenBy(asking)}
    where account.id = any(${[...accountIds]}::uuid[])`.execute(trx)
  return rows
}

/** Everybody who can act as one now, of any of the organisations. */
export async function findAdministrators(
  trx: Trx,
  organisationIds: readonly string[],
  asking: Asking,
): Promise<Administrator[]> {
  if (organisationIds.length === 0) return []
  const { now } = asking
  const { rows } = await sql<Administrator>`
    select distinct on (account.organisation_id, person.id) person.id as "personId", account.id as "accountId", person.name,
      person.email, person.language, setting.delivery as chosen, account.organisation_id as "organisationId",
      appointment.level, appointment.unit_ids as "unitIds", appointment.service_ids as "serviceIds"
    from administrator_appointment appointment join account on account.id = appointment.account_id
    join person on person.id = account.person_id ${chosenBy(asking)}
    where account.organisation_id = any(${[...organisationIds]}::uuid[]) and account.status = 'active'
      and account.valid_from <= ${now} and (account.valid_until is null or account.valid_until > ${now})
      and appointment.ended_at is null and (appointment.valid_until is null or appointment.valid_until > ${now})
    order by account.organisation_id, person.id, appointment.level desc, account.created_at`.execute(trx)
  return rows
}

export async function findStaff(
  trx: Trx,
  capacity: 'system-management' | 'service-desk' | 'service-owner',
  serviceId: string | null,
  { topic, now }: Asking,
): Promise<Recipient[]> {
  const { rows } = await sql<Recipient>`
    select person_id as "personId", null as "accountId", name, email, language, chosen
    from staff_to_tell(${capacity}, ${serviceId}::uuid, ${topic}, ${now})`.execute(trx)
  return rows
}
