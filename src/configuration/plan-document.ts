/** What must change for SEB to be as a document says: the plans of all slices, left to right, so that references resolve. */
import { planAppointments } from '../access/plan-appointments.ts'
import { planAssignments } from '../access/plan-assignments.ts'
import { planBundles } from '../access/plan-bundles.ts'
import { planConflicts } from '../access/plan-conflicts.ts'
import { planGrants } from '../access/plan-grants.ts'
import { planStaff } from '../access/plan-staff.ts'
import type { ReadMetadata } from '../organisations/document-parts.ts'
import { planIdentityProviders } from '../organisations/plan-identity-providers.ts'
import { planOrganisations } from '../organisations/plan-organisations.ts'
import type { CprKeys } from '../people/cpr.ts'
import { planAccounts } from '../people/plan-accounts.ts'
import { planIdentities } from '../people/plan-identities.ts'
import { planPeople } from '../people/plan-people.ts'
import { planServices } from '../services/plan-services.ts'
import { type At, eachAt } from '../storage/plan/mistake.ts'
import type { Plan, PlanDeps } from '../storage/plan/planned-change.ts'
import type { CheckedDocument } from './check-document.ts'
import type { ListName, Part } from './document.ts'

type WithMetadata<Name extends ListName> = readonly At<{ document: Part<Name>; metadata: ReadMetadata }>[]

/** The checked document, with the metadata of its parties read. */
export interface ReadDocument {
  parts: Pick<CheckedDocument['parts'], 'organisations' | 'conflicts' | 'grants' | 'bundles' | 'people'> & {
    identityProviders: WithMetadata<'identityProviders'>
    services: WithMetadata<'services'>
  }
  broken: CheckedDocument['broken']
}

/** The plans in the order in which they must be written. */
export async function planDocument(
  deps: PlanDeps & { cprKeys: CprKeys },
  { parts, broken }: ReadDocument,
): Promise<{ plans: Plan[]; notes: string[] }> {
  const accounts = parts.people.flatMap((person) =>
    eachAt([...person.path, 'accounts'], person.value.accounts).map((account) => ({
      ...account,
      person: person.value.key,
    })),
  )
  const referred = referredTo(parts)
  const organisations = await planOrganisations(deps, parts.organisations, referred.cvrs, broken.organisations)
  const identityProviders = await planIdentityProviders(
    deps,
    parts.identityProviders,
    referred.identityProviders,
    broken.identityProviders,
  )
  const known = { ...organisations, ...identityProviders }
  const services = await planServices(deps, parts.services, known, referred.services, broken.services)
  const conflicts = await planConflicts(deps, parts.conflicts, services.services)
  const grants = await planGrants(deps, parts.grants, { ...organisations, ...services })
  const people = await planPeople(deps, parts.people)
  const identities = await planIdentities(deps, parts.people, people.ids, identityProviders.identityProviders)
  const planned = await planAccounts(deps, accounts, people.ids, organisations.organisations)
  const placed = accounts.flatMap((account) => {
    const row = planned.of(account)
    return row ? [{ ...account, account: row }] : []
  })
  const bundles = await planBundles(
    deps,
    parts.bundles,
    { ...organisations, ...services },
    placed.flatMap(({ value, account }) =>
      value.assignments.some(({ bundle }) => bundle !== undefined) ? [account.organisationId] : [],
    ),
  )
  const assignments = await planAssignments(
    deps,
    placed.flatMap(({ path, value, account }) =>
      eachAt([...path, 'assignments'], value.assignments).map((one) => ({ ...one, account })),
    ),
    { ...services, ...bundles },
  )
  const appointments = await planAppointments(deps, placed, {
    ...{ ...organisations, ...services },
    people: { incomplete: broken.people.size > 0 },
  })
  const staff = await planStaff(
    deps,
    parts.people.flatMap(({ path, value }) =>
      eachAt([...path, 'staff'], value.staff).map((one) => ({ ...one, person: value.key })),
    ),
    people.ids,
    { ...organisations, ...services },
  )
  return {
    plans: [
      organisations.plan,
      identityProviders.plan,
      services.plan,
      conflicts,
      grants,
      people.plan,
      identities,
      planned.plan,
      bundles.plan,
      assignments.plan,
      appointments.plan,
      staff.plan,
    ],
    notes: [...assignments.notes, ...appointments.notes, ...staff.notes],
  }
}

/** Keys that one part of the document uses for another, which may be in the database only. */
function referredTo(parts: ReadDocument['parts']) {
  const people = parts.people.map(({ value }) => value)
  const accounts = people.flatMap((person) => person.accounts)
  const staff = people.flatMap((person) => person.staff)
  const services = parts.services.map(({ value }) => value.document)
  return {
    cvrs: [
      ...parts.organisations.flatMap(({ value }) => value.mergedInto ?? []),
      ...services.flatMap(({ owner }) => owner ?? []),
      ...parts.grants.map(({ value }) => value.cvr),
      ...parts.bundles.map(({ value }) => value.cvr),
      ...accounts.map(({ cvr }) => cvr),
      ...staff.flatMap(({ cvr }) => cvr ?? []),
    ],
    identityProviders: [
      ...services.flatMap((service) => service.identityProviders),
      ...people.flatMap((person) => person.identities.map((identity) => identity.identityProvider)),
    ],
    services: [
      ...parts.conflicts.flatMap(({ value }) => value.service ?? []),
      ...parts.conflicts.flatMap(({ value }) => value.roles.map(({ service }) => service)),
      ...parts.grants.map(({ value }) => value.service),
      ...parts.bundles.flatMap(({ value }) => value.roles.map(({ service }) => service)),
      ...accounts.flatMap((account) => account.assignments.map((assignment) => assignment.service)),
      ...accounts.flatMap(({ administrator }) => administrator?.services ?? []),
      ...staff.flatMap(({ service }) => service ?? []),
    ],
  }
}
