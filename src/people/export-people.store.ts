/** People with their log-ins and accounts, as the document of `seb apply` writes them; without CPR numbers. */
import { sql } from 'kysely'
import type { Trx } from '../storage/database.ts'
import { by } from '../storage/plan/in-order.ts'

/** All of them, or only those who have an account in this organisation, with nothing of what they have in others. */
export interface PeopleOf {
  organisation: { id: string; cvr: string } | null
}

/** Ids stand beside what the document says, for what other rooms add. */
export async function exportPeople(trx: Trx, { organisation }: PeopleOf) {
  const isOne = (personId: string) =>
    organisation === null
      ? sql.lit(true)
      : sql<boolean>`exists (select from account own where own.person_id = ${sql.ref(personId)} and own.organisation_id = ${organisation.id})`
  const people = await trx
    .selectFrom('person')
    .select(['id', 'key', 'name', 'email', 'language'])
    .select(sql<boolean>`cpr_hash is not null`.as('has_cpr'))
    .where(isOne('person.id'))
    .execute()
  const authorisations = await trx
    .selectFrom('person_authorisation')
    .selectAll()
    .where(isOne('person_authorisation.person_id'))
    .execute()
  const authorisationsOf = Map.groupBy(authorisations, (row) => row.person_id)
  const identitiesOf = Map.groupBy(await readIdentities(trx, { organisation }), (row) => row.person_id)
  const accountsOf = Map.groupBy(await readAccounts(trx, { organisation }), (row) => row.person_id)
  return people
    .map((person) => ({ ...person, key: keyOf(person) }))
    .sort(by(({ key }) => key))
    .map(({ id, has_cpr, ...person }) => ({
      id,
      hasCpr: has_cpr,
      person: {
        ...person,
        authorisations: (authorisationsOf.get(id) ?? []).sort(by(({ code }) => code)).map((row) => ({
          code: row.code,
          educationCode: row.education_code,
          educationType: row.education_type,
          from: row.valid_from,
          until: row.valid_until,
        })),
        identities: (identitiesOf.get(id) ?? [])
          .map((row) => ({ identityProvider: row.provider_key, subject: row.subject, kind: row.kind }))
          .sort(by((row) => `${row.identityProvider} ${row.subject}`)),
      },
      accounts: (accountsOf.get(id) ?? []).sort(by((row) => `${row.cvr} ${row.key}`)).map((row) => ({
        id: row.id,
        account: {
          cvr: row.cvr,
          key: row.key,
          unit: row.unit_key,
          professionalUuid: row.professional_uuid,
          rid: row.rid,
          status: row.status,
          from: row.valid_from,
          until: row.valid_until,
          hours: row.hours,
        },
      })),
    }))
}

/** Who was made in SEB has no key of an operator's: the id is one, and `seb apply` finds them by it. */
function keyOf({ id, key }: { id: string; key: string | null }): string {
  return key ?? id
}

/** What a provider of another organisation calls somebody is no business of this one's. */
function readIdentities(trx: Trx, { organisation }: PeopleOf) {
  return trx
    .selectFrom('identity')
    .innerJoin('identity_provider as provider', 'provider.id', 'identity.identity_provider_id')
    .select(['identity.person_id', 'identity.subject', 'identity.kind', 'provider.key as provider_key'])
    .where(
      organisation === null
        ? sql.lit(true)
        : sql<boolean>`(provider.allowed_cvrs is null or ${organisation.cvr} = any(provider.allowed_cvrs)) and exists (
            select from account own where own.person_id = identity.person_id and own.organisation_id = ${organisation.id})`,
    )
    .execute()
}

function readAccounts(trx: Trx, { organisation }: PeopleOf) {
  return trx
    .selectFrom('account')
    .innerJoin('organisation', 'organisation.id', 'account.organisation_id')
    .leftJoin('unit', 'unit.id', 'account.unit_id')
    .select(['account.id', 'account.person_id', 'account.key', 'account.professional_uuid', 'account.rid'])
    .select([
      'account.status',
      'account.valid_from',
      'account.valid_until',
      'account.hours',
      'organisation.cvr',
      'unit.key as unit_key',
    ])
    .where(organisation === null ? sql.lit(true) : sql<boolean>`account.organisation_id = ${organisation.id}`)
    .execute()
}
