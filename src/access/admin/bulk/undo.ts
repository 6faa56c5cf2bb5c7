/**
 * What undoing a bulk change would do, row by row, the last first. A row whose people or roles somebody has changed since is
 * kept as it is now: what was decided later is not undone with what was decided before. So is one whose undoing would give what
 * could not be given today.
 */
import { sql } from 'kysely'
import { isWithin as hoursAreWithin, type WeeklyHours } from '../../../base/weekly-hours.ts'
import type { Trx } from '../../../storage/database.ts'
import type { OrganisationCapacity } from '../../capacities/capacity.ts'
import { sameHours } from '../../hours/typed-hours.ts'
import { may } from '../../may.ts'
import { sameScopes } from '../assign/assign-role.ts'
import { couldBeGiven } from '../assign/check-assignment.ts'
import type { Change, Period } from './bulk-change.ts'
import type { BulkFacts } from './bulk-facts.store.ts'
import type { BulkRowKept } from './bulk-jobs.store.ts'
import type { Deed } from './write-changes.store.ts'

interface AccountNow {
  id: string
  status: string
  unitId: string | null
  chief: boolean
  used: boolean
  /** Assignments that are not withdrawn. */
  roles: number
}

interface AssignmentNow {
  id: string
  scopes: Record<string, string[]>
  validFrom: Date
  validUntil: Date | null
  hours: readonly WeeklyHours[] | null
  withdrawnAt: Date | null
  /** Another of the same role and scopes stands beside it. */
  doubled: boolean
}

/** How an account or an assignment was before a change of it, in the order they were made. */
interface Earlier {
  rowId: string
  sequence: number
  status: string | null
  unitId: string | null
}

export interface Now {
  accounts: Map<string, AccountNow>
  assignments: Map<string, AssignmentNow>
  /** By account or assignment: what has been changed since the first of the rows was carried out. */
  since: Map<string, Earlier[]>
  openUnits: ReadonlySet<string>
}

export async function findNow(trx: Trx, rows: readonly BulkRowKept[]): Promise<Now> {
  const changes = rows.flatMap((row) => row.changes)
  const accountIds = [...new Set(changes.map(({ accountId }) => accountId))]
  const assignmentIds = changes.flatMap((change) => ('assignmentId' in change ? change.assignmentId : []))
  const accounts = await sql<AccountNow>`
    select account.id, account.status, account.unit_id as "unitId", account.last_log_in_at is not null as used,
      exists (select from administrator_appointment held
        where held.account_id = account.id and held.level = 'chief' and held.ended_at is null) as chief,
      (select count(*)::integer from role_assignment held
        where held.account_id = account.id and held.withdrawn_at is null) as roles
    from account where account.organisation_id = current_organisation() and account.id = any(${accountIds}::uuid[])`.execute(
    trx,
  )
  const assignments = await sql<AssignmentNow>`
    select held.id, held.scopes, held.valid_from as "validFrom", held.valid_until as "validUntil", held.hours,
      held.withdrawn_at as "withdrawnAt", exists (select from role_assignment other
        where other.account_id = held.account_id and other.role_id = held.role_id and other.id <> held.id
          and other.scopes = held.scopes and other.withdrawn_at is null
          and (other.valid_until is null or other.valid_until > held.valid_from)) as doubled
    from role_assignment held where held.id = any(${assignmentIds}::uuid[])`.execute(trx)
  const first = rows.reduce((least, { writtenAfter }) => Math.min(least, writtenAfter ?? 0), Number.MAX_SAFE_INTEGER)
  const since = await sql<Earlier>`
    select row_id as "rowId", sequence::double precision as sequence, kept->>'status' as status,
      kept->>'unit_id' as "unitId"
    from earlier_row where account_id = any(${accountIds}::uuid[]) and sequence > ${first}::bigint
    order by earlier_row.sequence`.execute(trx)
  const units = await sql<{ id: string }>`
    select id from unit where organisation_id = current_organisation() and closed_at is null`.execute(trx)
  return {
    accounts: new Map(accounts.rows.map((row) => [row.id, row])),
    assignments: new Map(assignments.rows.map((row) => [row.id, row])),
    since: Map.groupBy(since.rows, ({ rowId }) => rowId),
    openUnits: new Set(units.rows.map(({ id }) => id)),
  }
}

export interface UndoTerms {
  acting: OrganisationCapacity
  assignable: BulkFacts['assignable']
  chiefs: ReadonlySet<string>
  now: Now
}

export type RowUndo = { number: number; deeds: Deed[] } | { number: number; deeds: null }

/** Null deeds: kept. The rows come the last first, so that a new account is asked of after its roles. */
export function planUndo(rows: readonly BulkRowKept[], terms: UndoTerms): RowUndo[] {
  const chiefs = new Set(terms.chiefs)
  return rows.map((row) => {
    const deeds = row.changes.map((change) => inverse(change, row, { ...terms, chiefs }))
    if (deeds.some((deed) => deed === null)) return { number: row.number, deeds: null }
    const own = deeds.filter((deed) => deed !== null)
    for (const deed of own) take(deed, terms.now, chiefs)
    return { number: row.number, deeds: own }
  })
}

function inverse(
  change: Change,
  { writtenAfter }: BulkRowKept,
  { acting, assignable, chiefs, now }: UndoTerms & { chiefs: Set<string> },
): Deed | null {
  const account = now.accounts.get(change.accountId)
  if (!account || writtenAfter === null) return null
  const since = (id: string) => (now.since.get(id) ?? []).filter(({ sequence }) => sequence > writtenAfter)
  const subject = { organisationId: acting.organisation.id, accountId: account.id, unitId: account.unitId }
  const mayChange = may(acting, 'change-account', subject) && (!account.chief || acting.kind === 'chief-administrator')
  switch (change.kind) {
    case 'create': {
      const untouched = account.status === 'active' && account.unitId === change.unitId
      const unused = !account.used && account.roles === 0
      return mayChange && untouched && unused ? { kind: 'discard', accountId: account.id } : null
    }
    case 'status': {
      if (!mayChange || account.status !== change.after) return null
      // Suspended, opened and suspended again is the decision of whoever did it last.
      if (since(account.id).some(({ status }) => status !== change.after)) return null
      if (change.before !== 'active' && chiefs.has(account.id) && chiefs.size === 1) return null
      return { ...change, before: change.after, after: change.before }
    }
    case 'unit': {
      const back = { ...subject, unitId: change.before }
      if (!mayChange || account.unitId !== change.after || !may(acting, 'change-account', back)) return null
      if (since(account.id).some(({ unitId }) => unitId !== change.after)) return null
      if (change.before !== null && !now.openUnits.has(change.before)) return null
      return { ...change, before: change.after, after: change.before }
    }
    default:
      if (since(change.assignmentId).length > 0) return null
      return inverseOfRole(change, { acting, assignable, now, subject, ended: account.status === 'ended' })
  }
}

type RoleChange = Extract<Change, { kind: 'give' | 'period' | 'withdraw' }>

function inverseOfRole(
  change: RoleChange,
  {
    acting,
    assignable,
    now,
    subject,
    ended,
  }: Pick<UndoTerms, 'acting' | 'assignable' | 'now'> & {
    subject: { organisationId: string; accountId: string; unitId: string | null }
    ended: boolean
  },
): Deed | null {
  const held = now.assignments.get(change.assignmentId)
  const about = { ...subject, serviceId: change.serviceId }
  if (!held) return null
  const given = assignable.get(change.roleId)
  switch (change.kind) {
    case 'give':
      return may(acting, 'withdraw-role', about) &&
        !held.withdrawnAt &&
        samePeriod(held, change.period) &&
        sameScopes(held.scopes, change.scopes)
        ? { ...change, kind: 'withdraw' }
        : null
    case 'period': {
      if (!may(acting, 'assign-role', about) || held.withdrawnAt || !samePeriod(held, change.after)) return null
      const longer = !isWithin(change.before, change.after)
      if (longer && (ended || !given || !couldBeGiven(given, { scopes: held.scopes, ...datesOf(change.before) })))
        return null
      return { ...change, before: change.after, after: change.before }
    }
    case 'withdraw':
      return may(acting, 'assign-role', about) &&
        held.withdrawnAt &&
        !ended &&
        !held.doubled &&
        given &&
        couldBeGiven(given, held)
        ? { kind: 'restore', assignmentId: held.id, accountId: change.accountId, roleId: change.roleId }
        : null
  }
}

const datesOf = ({ from, until }: Period) => ({
  validFrom: new Date(from),
  validUntil: until === null ? null : new Date(until),
})

function isWithin(one: Period, other: Period): boolean {
  const [inner, outer] = [datesOf(one), datesOf(other)]
  const endsWithin =
    outer.validUntil === null || (inner.validUntil !== null && inner.validUntil.getTime() <= outer.validUntil.getTime())
  const hoursWithin = hoursAreWithin(one.hours ?? null, other.hours ?? null)
  return inner.validFrom.getTime() >= outer.validFrom.getTime() && endsWithin && hoursWithin
}

function samePeriod({ validFrom, validUntil, hours }: AssignmentNow, period: Period): boolean {
  const { from, until } = period
  const sameDates = validFrom.getTime() === Date.parse(from) && (validUntil?.toISOString() ?? null) === until
  return sameDates && (period.hours === undefined || sameHours(hours, period.hours))
}

/** The rows before it, undone after it, see it as done. */
function take(deed: Deed, { accounts }: Now, chiefs: Set<string>): void {
  const account = accounts.get(deed.accountId)
  if (!account) return
  if (deed.kind === 'withdraw') account.roles -= 1
  if (deed.kind === 'restore') account.roles += 1
  if (deed.kind === 'unit') account.unitId = deed.after
  if (deed.kind !== 'status') return
  account.status = deed.after
  if (deed.after !== 'active') chiefs.delete(account.id)
}
