/**
 * Which rules about roles that must not be held together would be broken, if somebody were given roles. All accounts of the
 * person in the organisation count. Asked in the transaction that gives, it holds the person until the transaction ends: of
 * two who give one role each at the same moment, the second sees what the first gave.
 */
import { sql } from 'kysely'
import type { WeeklyHours } from '../../base/weekly-hours.ts'
import type { Trx } from '../../storage/database.ts'
import { type ConflictRule, type Holding, inTheWay, type RoleInConflict } from './conflict-rule.ts'
import { findHeld, type HeldRow } from './held-roles.store.ts'
import { findRulesOf } from './rules.store.ts'

/** A role that is about to be given, or changed to this. */
export interface WantedRole {
  accountId: string
  roleId: string
  validFrom: Date
  validUntil: Date | null
  /** The hours of the week it is to hold in; null: always. */
  hours?: readonly WeeklyHours[] | null
  /** Of an assignment that is there and becomes this; what it was does not count. */
  assignmentId?: string
}

/** What stands in the way: held already, or wanted by the same deed. */
export interface HeldInConflict extends Holding {
  role: RoleInConflict
  accountId: string
  unitId: string | null
  /** Null: among what is wanted. */
  assignmentId: string | null
}

export interface Conflict {
  wanted: WantedRole
  rule: ConflictRule
  with: readonly HeldInConflict[]
}

/** `without`: assignments that the same deed takes back. Each of the wanted is held against those before it, too. */
export async function findConflicts(
  trx: Trx,
  { wanted, now, without = [] }: { wanted: readonly WantedRole[]; now: Date; without?: readonly string[] },
): Promise<Conflict[]> {
  const accountIds = [...new Set(wanted.map(({ accountId }) => accountId))]
  const roleIds = [...new Set(wanted.map(({ roleId }) => roleId))]
  const bench = await openConflictBench(trx, { accountIds, roleIds, now, lock: true })
  for (const assignmentId of without) bench.takeBack(assignmentId)
  return wanted.flatMap((one) => {
    const found = bench.conflictsOf(one)
    bench.give(one)
    return found
  })
}

/** What is held of the roles that rules speak of, for asking of one deed after another. */
export interface ConflictBench {
  conflictsOf(wanted: WantedRole): Conflict[]
  /** What follows sees it as given. */
  give(wanted: WantedRole): void
  takeBack(assignmentId: string): void
}

/** Without `lock` for what is only shown: it is asked again where it is done. */
export async function openConflictBench(
  trx: Trx,
  terms: { accountIds: readonly string[]; roleIds: readonly string[]; now: Date; lock: boolean },
): Promise<ConflictBench> {
  const { accountIds, roleIds, now } = terms
  const rules = await findRulesOf(trx, roleIds)
  if (rules.length === 0) return { conflictsOf: () => [], give: () => undefined, takeBack: () => undefined }
  if (terms.lock) await lockPeople(trx, accountIds)
  const people = await findHolders(trx, accountIds, now)
  const accountOf = new Map(people.map((account) => [account.id, account]))
  // An account that is made by the same deed is nobody else's.
  const personOf = (accountId: string) => accountOf.get(accountId)?.personId ?? accountId
  const hoursOf = (accountId: string) => accountOf.get(accountId)?.hours ?? null
  const roles = new Map(rules.flatMap((rule) => rule.roles).map((role) => [role.id, role]))
  const rows = await findHeld(trx, { accountIds: people.map(({ id }) => id), roleIds: [...roles.keys()], now })
  const held = rows.flatMap((row) => heldOf(row))
  return {
    conflictsOf: (wanted) => {
      const others = held.filter(
        ({ accountId, assignmentId }) =>
          personOf(accountId) === personOf(wanted.accountId) &&
          (assignmentId === null || assignmentId !== wanted.assignmentId),
      )
      return rules.flatMap((rule): Conflict[] => {
        const found = inTheWay(rule, others, holdingOf(wanted, hoursOf(wanted.accountId)))
        return found.length > 0 ? [{ wanted, rule, with: found }] : []
      })
    },
    give: (wanted) => {
      takeBack(wanted.assignmentId)
      held.push(
        ...heldOf({ ...holdingOf(wanted, hoursOf(wanted.accountId)), accountId: wanted.accountId, assignmentId: null }),
      )
    },
    takeBack,
  }

  function heldOf(row: HeldRow): HeldInConflict[] {
    const role = roles.get(row.roleId)
    return role ? [{ ...row, role, unitId: accountOf.get(row.accountId)?.unitId ?? null }] : []
  }

  function takeBack(assignmentId: string | undefined): void {
    const at = held.findIndex((one) => one.assignmentId !== null && one.assignmentId === assignmentId)
    if (at >= 0) held.splice(at, 1)
  }
}

function holdingOf(
  { roleId, validFrom, validUntil, hours = null }: WantedRole,
  ofAccount: readonly WeeklyHours[] | null,
): Holding {
  return { roleId, from: validFrom, until: validUntil, hours: [hours, ofAccount] }
}

/** Holds the people with all their accounts in the organisation, in one order whoever asks. */
export async function lockPeople(trx: Trx, accountIds: readonly string[]): Promise<void> {
  await sql`select account.id from account
    where (account.person_id, account.organisation_id) in (
      select known.person_id, known.organisation_id from account known where known.id = any(${sql.val([...accountIds])}::uuid[]))
    order by account.id for no key update`.execute(trx)
}

interface Holder {
  id: string
  hours: WeeklyHours[] | null
  personId: string
  unitId: string | null
}

async function findHolders(trx: Trx, accountIds: readonly string[], now: Date): Promise<Holder[]> {
  const { rows } = await sql<Holder>`
    select account.id, account.person_id as "personId", account.unit_id as "unitId", account.hours from account
    where account.status <> 'ended' and coalesce(account.valid_until > ${now}, true) and (account.person_id, account.organisation_id) in (
      select known.person_id, known.organisation_id from account known where known.id = any(${sql.val([...accountIds])}::uuid[]))`.execute(
    trx,
  )
  return rows
}

/** Whether something comes to hold at a time when it did not before. */
export function isLonger(before: Period, after: Period): boolean {
  const later = before.validUntil !== null && (after.validUntil === null || after.validUntil > before.validUntil)
  const otherHours = before.hours && JSON.stringify(before.hours) !== JSON.stringify(after.hours ?? null)
  return later || Boolean(otherHours) || after.validFrom < before.validFrom
}

type Period = Pick<WantedRole, 'validFrom' | 'validUntil' | 'hours'>
