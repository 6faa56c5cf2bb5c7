/** People with what they have, as the document writes them; without CPR numbers. */
import type { Trx } from '../storage/database.ts'

/** Keys by id, as the document writes references. */
export type Keys = ReadonlyMap<string, string>

export async function exportPeople(trx: Trx, keys: Keys) {
  const key = (id: string) => keys.get(id) ?? id
  const people = await trx.selectFrom('person').select(['id', 'key', 'name', 'email', 'language']).execute()
  const authorisations = await trx.selectFrom('person_authorisation').selectAll().execute()
  const identities = await trx.selectFrom('identity').selectAll().execute()
  const accounts = await trx.selectFrom('account').selectAll().execute()
  const assignments = await trx.selectFrom('role_assignment').selectAll().where('withdrawn_at', 'is', null).execute()
  const appointed = await trx
    .selectFrom('administrator_appointment')
    .selectAll()
    .where('ended_at', 'is', null)
    .execute()
  const functions = await trx.selectFrom('organisation_function').selectAll().where('ended_at', 'is', null).execute()
  const staff = await trx.selectFrom('staff_appointment').selectAll().where('ended_at', 'is', null).execute()
  // A document cannot say when an appointment ends: written without its end it would last for ever.
  const endless = <T extends { valid_until: Date | null }>(rows: T[]) => rows.filter((row) => row.valid_until === null)
  const authorisationsOf = Map.groupBy(authorisations, (row) => row.person_id)
  const identitiesOf = Map.groupBy(identities, (row) => row.person_id)
  const accountsOf = Map.groupBy(accounts, (row) => row.person_id)
  const assignmentsOf = Map.groupBy(assignments, (row) => row.account_id)
  const administratorOf = new Map(endless(appointed).map((row) => [row.account_id, row]))
  const functionsOf = Map.groupBy(functions, (row) => row.account_id)
  const staffOf = Map.groupBy(endless(staff), (row) => row.person_id)

  const accountDocument = (account: (typeof accounts)[number]) => {
    const administrator = administratorOf.get(account.id)
    return {
      cvr: key(account.organisation_id),
      key: account.key,
      unit: account.unit_id && key(account.unit_id),
      professionalUuid: account.professional_uuid,
      rid: account.rid,
      status: account.status,
      ...datesOf(account),
      administrator: administrator && {
        level: administrator.level,
        units: administrator.unit_ids?.map(key).sort() ?? null,
        services: administrator.service_ids?.map(key).sort() ?? null,
      },
      functions: (functionsOf.get(account.id) ?? []).map((row) => row.function).sort(),
      assignments: (assignmentsOf.get(account.id) ?? [])
        .map((row) => ({
          service: key(row.service_id),
          role: key(row.role_id),
          key: row.key,
          scopes: row.scopes,
          bundle: row.bundle_id === null ? undefined : key(row.bundle_id),
          ...datesOf(row),
          reason: row.reason,
        }))
        .sort(by((row) => `${row.service} ${row.role} ${row.key}`)),
    }
  }
  const documents = people
    .flatMap((person) => (person.key === null ? [] : [{ ...person, key: person.key }]))
    .sort(by((person) => person.key))
    .map(({ id, ...person }) => ({
      ...person,
      authorisations: (authorisationsOf.get(id) ?? []).sort(by((row) => row.code)).map((row) => ({
        code: row.code,
        educationCode: row.education_code,
        educationType: row.education_type,
        ...datesOf(row),
      })),
      identities: (identitiesOf.get(id) ?? [])
        .map((row) => ({ identityProvider: key(row.identity_provider_id), subject: row.subject, kind: row.kind }))
        .sort(by((row) => `${row.identityProvider} ${row.subject}`)),
      accounts: (accountsOf.get(id) ?? []).map(accountDocument).sort(by((account) => `${account.cvr} ${account.key}`)),
      staff: (staffOf.get(id) ?? [])
        .map((row) => ({
          capacity: row.capacity,
          service: row.service_id && key(row.service_id),
          cvr: row.organisation_id && key(row.organisation_id),
        }))
        .sort(by((row) => `${row.capacity} ${row.service} ${row.cvr}`)),
    }))
  const ending = appointed.length - administratorOf.size + staff.length - endless(staff).length
  const notes = [
    ...note(people.length - documents.length, 'people have no key, since they were made in SEB, and are left out'),
    ...note(ending, 'appointments end on a day, which a document cannot say, and are left out'),
  ]
  return { documents, notes }
}

function note(count: number, text: string): string[] {
  return count === 0 ? [] : [`${count} ${text}`]
}

export function datesOf(row: { valid_from: Date; valid_until: Date | null }) {
  return { from: row.valid_from, until: row.valid_until }
}

export function by<T>(nameOf: (one: T) => string): (one: T, other: T) => number {
  return (one, other) => (nameOf(one) < nameOf(other) ? -1 : 1)
}
