/**
 * What undoing a bulk change would do, row by row, the last first. A row whose people or roles somebody has changed since is
 * kept as it is now: what was decided later is not undone with what was decided before.
 */
import { sql } from 'kysely'
import type { Trx } from '../../../storage/database.ts'
import type { OrganisationCapacity } from '../../capacities/capacity.ts'
import { may } from '../../may.ts'
import { sameScopes } from '../assign/assign-role.ts'
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
  withdrawnAt: Date | null
}

export interface Now {
  accounts: Map<string, AccountNow>
  assignments: Map<string, AssignmentNow>
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
    select id, scopes, valid_from as "validFrom", valid_until as "validUntil", withdrawn_at as "withdrawnAt"
    from role_assignment where id = any(${assignmentIds}::uuid[])`.execute(trx)
  return {
    accounts: new Map(accounts.rows.map((row) => [row.id, row])),
    assignments: new Map(assignments.rows.map((row) => [row.id, row])),
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
  { doneAt }: BulkRowKept,
  { acting, assignable, chiefs, now }: UndoTerms & { chiefs: Set<string> },
): Deed | null {
  const account = now.accounts.get(change.accountId)
  if (!account) return null
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
      if (change.before !== 'active' && chiefs.has(account.id) && chiefs.size === 1) return null
      return { ...change, before: change.after, after: change.before }
    }
    case 'unit': {
      const back = { ...subject, unitId: change.before }
      if (!mayChange || account.unitId !== change.after || !may(acting, 'change-account', back)) return null
      return { ...change, before: change.after, after: change.before }
    }
    default:
      return inverseOfRole(change, { acting, assignable, now, subject, doneAt })
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
    doneAt,
  }: Pick<UndoTerms, 'acting' | 'assignable' | 'now'> & {
    subject: { organisationId: string; accountId: string; unitId: string | null }
    doneAt: Date | null
  },
): Deed | null {
  const held = now.assignments.get(change.assignmentId)
  const about = { ...subject, serviceId: change.serviceId }
  if (!held) return null
  switch (change.kind) {
    case 'give':
      return may(acting, 'withdraw-role', about) &&
        !held.withdrawnAt &&
        samePeriod(held, change.period) &&
        sameScopes(held.scopes, change.scopes)
        ? { ...change, kind: 'withdraw' }
        : null
    case 'period':
      return may(acting, 'assign-role', about) && !held.withdrawnAt && samePeriod(held, change.after)
        ? { ...change, before: change.after, after: change.before }
        : null
    case 'withdraw':
      return may(acting, 'assign-role', about) &&
        assignable.has(change.roleId) &&
        held.withdrawnAt?.getTime() === doneAt?.getTime()
        ? { kind: 'restore', assignmentId: held.id, accountId: change.accountId, roleId: change.roleId }
        : null
  }
}

function samePeriod({ validFrom, validUntil }: AssignmentNow, { from, until }: Period): boolean {
  return validFrom.getTime() === Date.parse(from) && (validUntil?.toISOString() ?? null) === until
}

/** The rows before it, undone after it, see it as done. */
function take(deed: Deed, { accounts }: Now, chiefs: Set<string>): void {
  const account = accounts.get(deed.accountId)
  if (!account) return
  if (deed.kind === 'withdraw') account.roles -= 1
  if (deed.kind === 'restore') account.roles += 1
  if (deed.kind === 'status' && deed.after !== 'active') chiefs.delete(account.id)
}
