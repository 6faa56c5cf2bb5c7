/** What the desk needs to know about a case: what was said, whose it is, the organisation, its people, log-ins, earlier cases. */
import { sql } from 'kysely'
import type { Candidate, Orphan } from '../../access/appointments/orphans.store.ts'
import { findOrphan } from '../../access/appointments/orphans.store.ts'
import type { OrganisationKind, OrganisationStatus } from '../../access/management/organisations/organisation.store.ts'
import type { Db, Trx } from '../../storage/database.ts'
import { nameHas } from '../../storage/name-search.ts'
import type { Case, CaseState } from './case.ts'
import type { NewEntry } from './cases.store.ts'

export interface Entry extends NewEntry {
  author: string | null
  /** What became of the mail: null where there is none, or it is forgotten. */
  mail: 'waiting' | 'captured' | 'sent' | 'failed' | null
}

export async function findEntries(db: Db | Trx, caseId: string): Promise<Entry[]> {
  const { rows } = await sql<Entry>`
    select entry.id, entry.case_id as "caseId", entry.at, entry.kind, entry.author_id as "authorId", entry.words,
      entry.details, person.name as author, mail.state as mail
    from desk_entry entry left join person on person.id = entry.author_id
    left join mail on mail.id = (entry.details ->> 'mail')::uuid
    where entry.case_id = ${caseId} order by entry.at, entry.id`.execute(db)
  return rows
}

export interface AdministratorThere {
  accountId: string
  name: string
  level: 'chief' | 'administrator'
  lastLogInAt: Date | null
}

export interface OrganisationThere {
  id: string
  cvr: string
  name: string
  kind: OrganisationKind
  status: OrganisationStatus
  tellsNames: boolean
  employees: number
  administrators: AdministratorThere[]
  /** What the orphan guard knows: null where somebody can administer it. */
  orphan: (Orphan & { candidates: Candidate[] }) | null
}

export async function findOrganisationThere(trx: Trx, id: string, now: Date): Promise<OrganisationThere | null> {
  const isOpen = sql<boolean>`(account.status = 'active' and account.valid_from <= ${now}
    and (account.valid_until is null or account.valid_until > ${now}))`
  const { rows } = await sql<Omit<OrganisationThere, 'administrators' | 'orphan'>>`
    select id, cvr, name, kind, status, tells_names as "tellsNames",
      (select count(*)::integer from account where account.organisation_id = organisation.id and ${isOpen}) as employees
    from organisation where id = ${id}`.execute(trx)
  const [row] = rows
  if (!row) return null
  const administrators = await sql<AdministratorThere>`
    select account.id as "accountId", person.name, appointment.level, account.last_log_in_at as "lastLogInAt"
    from administrator_appointment appointment join account on account.id = appointment.account_id
    join person on person.id = account.person_id
    where account.organisation_id = ${id} and appointment.ended_at is null
      and (appointment.valid_until is null or appointment.valid_until > ${now}) and ${isOpen}
    order by appointment.level desc, person.name, account.id limit 20`.execute(trx)
  return { ...row, administrators: administrators.rows, orphan: await findOrphan(trx, id, now) }
}

export interface FoundPerson {
  accountId: string
  name: string
  unit: string | null
  status: string
  level: 'chief' | 'administrator' | null
  lastLogInAt: Date | null
}

/** More people of one name than that are asked for by more of it. */
export const peopleShown = 20

/** Of one organisation, by parts of the name. Whoever is found has been looked at. */
export async function findPeople(trx: Trx, organisationId: string, text: string): Promise<FoundPerson[]> {
  const { rows } = await sql<FoundPerson>`
    select account.id as "accountId", person.name, unit.name as unit, account.status, appointment.level,
      account.last_log_in_at as "lastLogInAt"
    from account join person on person.id = account.person_id left join unit on unit.id = account.unit_id
    left join administrator_appointment appointment on appointment.account_id = account.id and appointment.ended_at is null
    where account.organisation_id = ${organisationId} and ${nameHas(sql`account.name_key`, text)}
    order by account.name_key, account.id limit ${peopleShown}`.execute(trx)
  return rows
}

export interface EarlierCase {
  id: string
  reference: string
  subject: string
  state: CaseState
  openedAt: Date
}

const earlierShown = 5

/** Others about the same CVR number, the newest first. */
export async function findEarlier(trx: Trx, { id, cvr }: Case): Promise<{ cases: EarlierCase[]; total: number }> {
  if (cvr === null) return { cases: [], total: 0 }
  const { rows } = await sql<EarlierCase & { total: number }>`
    select id, reference, subject, state, opened_at as "openedAt", count(*) over ()::integer as total from desk_case
    where cvr = ${cvr} and id <> ${id} order by opened_at desc, id limit ${earlierShown}`.execute(trx)
  return { cases: rows, total: rows[0]?.total ?? 0 }
}

export interface Names {
  service: { da: string; en: string; critical: boolean } | null
  assignee: string | null
}

export async function findCaseNames(trx: Trx, { serviceId, assigneeId }: Case): Promise<Names> {
  const { rows } = await sql<{
    da: string | null
    en: string | null
    critical: boolean | null
    assignee: string | null
  }>`
    select service.name_da as da, service.name_en as en, service.critical, person.name as assignee from (select) one
    left join service on service.id = ${serviceId}::uuid left join person on person.id = ${assigneeId}::uuid`.execute(
    trx,
  )
  const [row] = rows
  const { da = null, en = null, critical = false, assignee = null } = row ?? {}
  return { service: da !== null && en !== null ? { da, en, critical: critical ?? false } : null, assignee }
}
