/** Gathers what the page of one employee shows: every role with whether it has effect now, and who gave it. */
import type { AssuranceLevel } from '../../../base/assurance.ts'
import { findRefusal } from '../../../notices/notices.store.ts'
import type { Trx } from '../../../storage/database.ts'
import type { Limits } from '../../capacities/capacity.ts'
import { findAuthorisations, type PersonAuthorisation } from '../../roles/door.store.ts'
import type { DoorFacts } from '../../roles/effective-roles.ts'
import { findRights, type Right } from '../../roles/rights.store.ts'
import {
  type Employee,
  findLastUsed,
  findNames,
  findTimeline,
  findUnitNames,
  type TimelineEvent,
} from './employee.store.ts'

export interface HeldRight {
  right: Right
  facts: DoorFacts
}

export interface EmployeeDescription {
  employee: Employee
  authorisations: PersonAuthorisation[]
  /** By service and role. */
  rights: HeldRight[]
  timeline: TimelineEvent[]
  /** Person id → name, for whoever gave or did something. */
  names: ReadonlyMap<string, string>
  /** A number in a data scope → the unit that has it. */
  unitNames: ReadonlyMap<string, string>
  /** Service id → when the account was last used there. */
  lastUsed: ReadonlyMap<string, Date>
  /** What the mail server said when it would not take the last mail to them; null: nothing is known to be wrong. */
  mailRefusal: string | null
}

/**
 * A role is judged as at the best log-in this installation believes in: which log-in the employee will use is not known.
 * Roles in services beyond the administrator's limits are not shown.
 */
export async function describeEmployee(
  trx: Trx,
  employee: Employee,
  { limits, now, highestAssurance }: { limits: Limits; now: Date; highestAssurance: AssuranceLevel },
): Promise<EmployeeDescription> {
  const { account } = employee
  const authorisations = await findAuthorisations(trx, account.personId, now)
  const educationCodes = authorisations.map(({ educationCode }) => educationCode)
  const rights = (await findRights(trx, [account.id]))
    .filter(({ service }) => !limits.serviceIds || limits.serviceIds.includes(service.id))
    .map((right) => ({
      right,
      facts: { now, account, grant: right.grant, assurance: highestAssurance, educationCodes },
    }))
  const timeline = await findTimeline(trx, account.id)
  const givers = rights.map(({ right }) => right.assignment.assignedBy)
  const actors = timeline.flatMap(({ actorId }) => actorId ?? [])
  const numbers = rights.flatMap(({ right }) => Object.values(right.assignment.scopes).flat())
  return {
    employee,
    authorisations,
    rights,
    timeline,
    names: await findNames(trx, [...givers, ...actors]),
    unitNames: await findUnitNames(trx, numbers),
    lastUsed: await findLastUsed(trx, account.id),
    mailRefusal: await findRefusal(trx, account.personId),
  }
}
