/**
 * The one way to ask "may I?". `permissions` is the whole of it: actions × capacities, read as a table, and the test beside it
 * is the same table. Whoever may not is told "not found": an administrator's world ends at their organisation and limits.
 * (Domain model, invariants 2 and 3; security D)
 */
import { type Capacity, type CapacityKind, isOfOrganisation } from './capacities/capacity.ts'

/** Within what an action is allowed: what is the person's own whatever they act as, the organisation, the administrator's limits, one's own rows, the owned service, or all. */
export type Reach = 'all' | 'person' | 'organisation' | 'limits' | 'self' | 'service'

export const permissions = {
  'see-own-access': {
    employee: 'self',
    administrator: 'self',
    'chief-administrator': 'self',
    'security-officer': 'self',
    signatory: 'self',
  },
  'see-own-capacities': {
    'system-management': 'person',
    'service-desk': 'person',
    'service-owner': 'person',
    auditor: 'person',
  },
  'read-own-notices': {
    employee: 'person',
    administrator: 'person',
    'chief-administrator': 'person',
    'security-officer': 'person',
    signatory: 'person',
    'system-management': 'person',
    'service-desk': 'person',
    'service-owner': 'person',
    auditor: 'person',
  },
  'ask-for-access': {
    employee: 'self',
    administrator: 'self',
    'chief-administrator': 'self',
    'security-officer': 'self',
    signatory: 'self',
  },
  'ask-for-others': { administrator: 'limits' },
  'see-employees': { administrator: 'limits', 'chief-administrator': 'organisation', auditor: 'organisation' },
  'create-employee': { administrator: 'limits', 'chief-administrator': 'organisation' },
  'change-account': { administrator: 'limits', 'chief-administrator': 'organisation' },
  'simulate-access': { administrator: 'limits', 'chief-administrator': 'organisation' },
  'assign-role': { administrator: 'limits', 'chief-administrator': 'organisation' },
  'withdraw-role': { administrator: 'limits', 'chief-administrator': 'organisation' },
  'see-requests': { administrator: 'limits', 'chief-administrator': 'organisation' },
  'decide-request': { administrator: 'limits', 'chief-administrator': 'organisation' },
  'take-emergency-access': {
    employee: 'self',
    administrator: 'self',
    'chief-administrator': 'self',
    'security-officer': 'self',
    signatory: 'self',
  },
  'review-emergency': { administrator: 'limits', 'chief-administrator': 'organisation' },
  'see-emergency-patterns': { 'system-management': 'all', 'service-owner': 'service' },
  'change-request-settings': { 'chief-administrator': 'organisation' },
  'see-role-conflicts': { administrator: 'limits', 'chief-administrator': 'organisation' },
  'change-in-bulk': { administrator: 'limits', 'chief-administrator': 'organisation' },
  'ask-for-service': {
    'chief-administrator': 'organisation',
    'security-officer': 'organisation',
    signatory: 'organisation',
  },
  'let-chiefs-ask': { 'security-officer': 'organisation', signatory: 'organisation' },
  'export-access': {
    administrator: 'limits',
    'chief-administrator': 'organisation',
    'security-officer': 'organisation',
  },
  'see-organisation-log': {
    'chief-administrator': 'organisation',
    'security-officer': 'organisation',
    auditor: 'organisation',
  },
  'tell-names': { 'chief-administrator': 'organisation' },
  'allow-no-mail': { 'chief-administrator': 'organisation' },
  'appoint-administrator': { 'chief-administrator': 'organisation' },
  'name-own-stand-in': { administrator: 'self', 'chief-administrator': 'self' },
  'see-roles': { administrator: 'limits', 'chief-administrator': 'organisation' },
  'change-bundles': { 'chief-administrator': 'organisation' },
  'see-units': { administrator: 'limits', 'chief-administrator': 'organisation' },
  'change-units': { 'chief-administrator': 'organisation' },
  'review-access': {
    administrator: 'limits',
    'chief-administrator': 'organisation',
    'security-officer': 'organisation',
  },
  'start-review': { 'chief-administrator': 'organisation' },
  'read-review-report': {
    'chief-administrator': 'organisation',
    'security-officer': 'organisation',
    auditor: 'organisation',
  },
  'start-reviews-everywhere': { 'system-management': 'all' },
  'see-all-organisations': { 'system-management': 'all', 'service-desk': 'all' },
  'change-organisations': { 'system-management': 'all' },
  'appoint-first-chief': { 'system-management': 'all' },
  'grant-service': { 'system-management': 'all' },
  'see-enrolments': { 'system-management': 'all', 'service-desk': 'all' },
  'decide-enrolment': { 'system-management': 'all' },
  'change-services': { 'system-management': 'all' },
  'decide-change-request': { 'system-management': 'all' },
  'appoint-service-owner': { 'system-management': 'all' },
  'change-role-conflicts': { 'system-management': 'all', 'service-owner': 'service' },
  'change-own-service': { 'service-owner': 'service' },
  'change-identity-providers': { 'system-management': 'all' },
  'work-cases': { 'system-management': 'all', 'service-desk': 'all' },
  'publish-status': { 'system-management': 'all', 'service-desk': 'all' },
  'see-sealed-log': { 'system-management': 'all', auditor: 'organisation' },
} as const satisfies Record<string, Partial<Record<CapacityKind, Reach>>>

export type Action = keyof typeof permissions

/** What the action is about: as much of it as is known. */
export interface Subject {
  organisationId?: string
  unitId?: string | null
  serviceId?: string
  accountId?: string
}

/** The reach of an action in a capacity; null where it is not allowed at all. For menus and for narrowing queries. */
function reachOf(capacity: Capacity, action: Action): Reach | null {
  const row: Partial<Record<CapacityKind, Reach>> = permissions[action]
  return row[capacity.kind] ?? null
}

/** Nobody's right is ever presumed: an unknown action, capacity or subject is a no. */
export function may(capacity: Capacity, action: Action, subject: Subject): boolean {
  const reach = reachOf(capacity, action)
  if (reach === null) return false
  if (isOwnAffair(capacity, action, subject)) return false
  switch (reach) {
    case 'all':
    // Whoever asks for it asks for the rows of the person who is logged in.
    case 'person':
      return true
    case 'organisation':
      return organisationOf(capacity) === null || organisationOf(capacity) === subject.organisationId
    case 'limits':
      return (
        isOfOrganisation(capacity) &&
        capacity.organisation.id === subject.organisationId &&
        withinLimits(capacity, subject)
      )
    case 'self':
      return isOfOrganisation(capacity) && capacity.accountId === subject.accountId
    case 'service':
      return capacity.kind === 'service-owner' && capacity.service.id === subject.serviceId
  }
}

/** Nobody decides about themselves, with another account of theirs neither (invariant 2). */
const decisions: readonly Action[] = [
  'change-account',
  'assign-role',
  'withdraw-role',
  'review-access',
  'appoint-administrator',
]

function isOwnAffair(capacity: Capacity, action: Action, { accountId }: Subject): boolean {
  if (accountId === undefined || !decisions.includes(action) || !isOfOrganisation(capacity)) return false
  return capacity.accountId === accountId || (capacity.otherAccountIds?.includes(accountId) ?? false)
}

function organisationOf(capacity: Capacity): string | null {
  return 'organisation' in capacity ? (capacity.organisation?.id ?? null) : null
}

/** A limit to units or services holds for everything that has a unit or a service. */
function withinLimits(
  { limits }: { limits: { unitIds: readonly string[] | null; serviceIds: readonly string[] | null } },
  subject: Subject,
): boolean {
  if (limits.unitIds && subject.unitId !== undefined && !(subject.unitId && limits.unitIds.includes(subject.unitId)))
    return false
  return !limits.serviceIds || subject.serviceId === undefined || limits.serviceIds.includes(subject.serviceId)
}
