/** Whom a notice goes to, by rows and dates as they stand, with what each has chosen. */
import { sql } from 'kysely'
import type { Trx } from '../storage/database.ts'
import type { Language } from '../web/languages.ts'
import type { Addressees } from './notice-kind.ts'
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

interface Asking {
  organisationId: string | null
  audience: Audience
  topic: string
  now: Date
}

export async function findRecipients(trx: Trx, to: Addressees, asking: Asking): Promise<Recipient[]> {
  if ('toAccountIds' in to) return findHolders(trx, to.toAccountIds, asking)
  if ('toPersonIds' in to) return findPersons(trx, to.toPersonIds, asking)
  if ('toAdministratorsOf' in to) return findAdministrators(trx, to.toAdministratorsOf, asking)
  return 'toStaff' in to
    ? findStaff(trx, to.toStaff, null, asking)
    : findStaff(trx, 'service-owner', to.toOwnersOfService, asking)
}

/** What the person has chosen for the topic where they are told: beside `account`. */
const chosenBy = ({ audience, topic }: Asking) => sql`left join notice_setting setting on setting.person_id = person.id
  and setting.account_id is not distinct from account.id and setting.audience = ${audience} and setting.topic = ${topic}`

async function findPersons(trx: Trx, personIds: readonly string[], asking: Asking): Promise<Recipient[]> {
  if (personIds.length === 0) return []
  const { rows } = await sql<Recipient>`
    select person.id as "personId", account.id as "accountId", person.name, person.email, person.language,
      setting.delivery as chosen
    from person left join lateral (
      select id from account where account.person_id = person.id and account.organisation_id = ${asking.organisationId}
      order by account.status = 'active' desc, account.created_at desc limit 1) account on true
    ${chosenBy(asking)} where person.id = any(${[...personIds]}::uuid[])`.execute(trx)
  return rows
}

async function findHolders(trx: Trx, accountIds: readonly string[], asking: Asking): Promise<Recipient[]> {
  if (accountIds.length === 0) return []
  const { rows } = await sql<Recipient>`
    select person.id as "personId", account.id as "accountId", person.name, person.email, person.language,
      setting.delivery as chosen
    from account join person on person.id = account.person_id ${chosenBy(asking)}
    where account.id = any(${[...accountIds]}::uuid[])`.execute(trx)
  return rows
}

async function findAdministrators(
  trx: Trx,
  {
    organisationId,
    unitId,
    serviceId,
    chiefsOnly = false,
  }: Extract<Addressees, { toAdministratorsOf: unknown }>['toAdministratorsOf'],
  asking: Asking,
): Promise<Recipient[]> {
  const { now } = asking
  const ofUnit =
    unitId === undefined
      ? sql`true`
      : sql`(appointment.unit_ids is null or ${unitId}::uuid = any(appointment.unit_ids))`
  const ofService =
    serviceId === undefined
      ? sql`true`
      : sql`(appointment.service_ids is null or ${serviceId}::uuid = any(appointment.service_ids))`
  const { rows } = await sql<Recipient>`
    select distinct on (person.id) person.id as "personId", account.id as "accountId", person.name, person.email,
      person.language, setting.delivery as chosen
    from administrator_appointment appointment join account on account.id = appointment.account_id
    join person on person.id = account.person_id ${chosenBy(asking)}
    where account.organisation_id = ${organisationId} and account.status = 'active' and account.valid_from <= ${now}
      and (account.valid_until is null or account.valid_until > ${now}) and appointment.ended_at is null
      and (appointment.valid_until is null or appointment.valid_until > ${now})
      and (appointment.level = 'chief' or (not ${chiefsOnly}::boolean and coalesce(${ofUnit}, false) and ${ofService}))
    order by person.id, account.created_at`.execute(trx)
  return rows
}

async function findStaff(
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
