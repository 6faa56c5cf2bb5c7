/** In what capacity somebody acts: one at a time, for one organisation at a time, shown on every page. (Domain model, "Who") */

export const capacityKinds = [
  'employee',
  'administrator',
  'chief-administrator',
  'security-officer',
  'signatory',
  'system-management',
  'service-desk',
  'service-owner',
  'auditor',
] as const

export type CapacityKind = (typeof capacityKinds)[number]

/** What an administrator's world is limited to; null: no limit within the organisation. */
export interface Limits {
  unitIds: readonly string[] | null
  serviceIds: readonly string[] | null
}

export interface OrganisationCapacity {
  kind: 'employee' | 'administrator' | 'chief-administrator' | 'security-officer' | 'signatory'
  /** Names the capacity in a form and in the session: kind and account. */
  key: string
  accountId: string
  /** Of the same person in the same organisation, whatever their state: what is decided about them is decided about oneself. */
  otherAccountIds?: readonly string[]
  organisation: { id: string; cvr: string; name: string }
  unitName: string | null
  limits: Limits
  /** The name of the administrator who is away, where this is what they may do and not one's own. */
  standsInFor?: string | undefined
}

export interface StaffCapacity {
  kind: 'system-management' | 'service-desk' | 'auditor'
  key: string
  /** Only an auditor may be set to one organisation. */
  organisation: { id: string; cvr: string; name: string } | null
}

export interface ServiceOwnerCapacity {
  kind: 'service-owner'
  key: string
  service: { id: string; nameDa: string; nameEn: string }
}

export type Capacity = OrganisationCapacity | StaffCapacity | ServiceOwnerCapacity

export function isOfOrganisation(capacity: Capacity): capacity is OrganisationCapacity {
  return 'accountId' in capacity
}

/** The organisation that a capacity looks into, and how much of it: also for an auditor who is set to one. */
export function worldOf(capacity: Capacity): Pick<OrganisationCapacity, 'organisation' | 'limits'> | null {
  if (isOfOrganisation(capacity)) return capacity
  const organisation = 'organisation' in capacity ? capacity.organisation : null
  return organisation && { organisation, limits: { unitIds: null, serviceIds: null } }
}
