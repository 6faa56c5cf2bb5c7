/**
 * Says what each row would do, in the order of the file and each after those before it, under the rules of the single deeds:
 * may.ts, the limits, the grants with their ceilings, the last chief administrator. Pure: the facts are read beforehand.
 */
import { cprTakenOut } from '../../../base/cpr-in-text.ts'
import { isPlainText } from '../../../base/plain-text.ts'
import type { OrganisationCapacity } from '../../capacities/capacity.ts'
import type { WantedRole } from '../../conflicts/find-conflicts.ts'
import { may } from '../../may.ts'
import { readId } from '../employees/employee.store.ts'
import { type Change, type CheckedRow, type Period, type RowMistake, type RowOutcome, thingOf } from './bulk-change.ts'
import { type Deed, readDeed, type TypedRow } from './bulk-columns.ts'
import type { BulkAccount, BulkFacts, BulkUnit, HeldRole } from './bulk-facts.store.ts'
import { createLookUp, type LookUp } from './look-up.ts'
import { giveRole, takeRoleBack } from './role-rows.ts'

export interface RowToCheck {
  number: number
  typed: TypedRow
  /** Set where the person was found before. */
  accountId: string | null
  newId: string
  newPersonId: string
}

export interface CheckTerms {
  acting: OrganisationCapacity
  /** When the file was sent: "from today" is the day of it. */
  madeAt: Date
  facts: BulkFacts
}

/** What rows see of the rows before them. */
export interface Bench extends CheckTerms {
  lookUp: LookUp
  heldBy: Map<string, HeldRole[]>
  chiefs: Set<string>
}

export function checkRows(rows: readonly RowToCheck[], terms: CheckTerms): CheckedRow[] {
  const { facts } = terms
  const bench: Bench = {
    ...terms,
    lookUp: createLookUp(facts),
    heldBy: Map.groupBy(facts.held, ({ accountId }) => accountId),
    chiefs: new Set(facts.chiefs),
  }
  const touched = new Map<string, number>()
  return rows.map((row) => {
    const { account, result } = checkRow(row, bench)
    const about = {
      number: row.number,
      accountId: account?.id ?? null,
      person: account?.name ?? (row.typed.name || row.typed.rid || row.typed.mail || row.typed.uuid),
    }
    if (result.outcome === 'mistake' || result.outcome === 'unchanged') return { ...about, result }
    const other = result.changes.map((change) => touched.get(thingOf(change))).find((number) => number !== undefined)
    if (other !== undefined) return { ...about, result: wrong({ mistake: 'conflict', row: other }) }
    for (const change of result.changes) {
      touched.set(thingOf(change), row.number)
      take(bench, change)
    }
    return { ...about, result }
  })
}

interface Checked {
  account: BulkAccount | null
  result: RowOutcome
}

function checkRow(row: RowToCheck, bench: Bench): Checked {
  const { typed } = row
  if (!Object.values(typed).every(isPlainText)) return { account: null, result: wrong('not-text') }
  if (Object.values(typed).some((text) => text.includes(cprTakenOut))) return { account: null, result: wrong('cpr') }
  const deed = readDeed(typed.deed)
  if (!deed) return { account: null, result: wrong('deed-unknown') }
  if (deed === 'create') return { account: null, result: create(row, bench) }
  const found = findPerson(row, bench)
  if ('mistake' in found) return { account: null, result: wrong(found) }
  return { account: found, result: decide(deed, row, found, bench) }
}

function decide(deed: Exclude<Deed, 'create'>, row: RowToCheck, account: BulkAccount, bench: Bench): RowOutcome {
  if (account.id === bench.acting.accountId) return wrong('yourself')
  if (account.status === 'ended') return deed === 'end' ? unchanged : wrong('ended')
  if (row.typed.reason === '') return wrong({ mistake: 'assignment', what: 'reason-missing', days: 0 })
  switch (deed) {
    case 'give':
      return giveRole(row, account, bench)
    case 'take-back':
      return takeRoleBack(row, account, bench)
    case 'move':
      return move(row, account, bench)
    case 'suspend':
    case 'reopen':
    case 'end':
      return changeStatus(deed, row, account, bench)
  }
}

/** Somebody beyond the limits is not found, whatever is known of them. */
function findPerson({ typed, accountId }: RowToCheck, { acting, lookUp }: Bench): BulkAccount | RowMistake {
  if (typed.uuid !== '' && !readId(typed.uuid)) return { mistake: 'uuid-wrong' }
  const found = accountId ? [[lookUp.byId.get(accountId)].filter((one) => one !== undefined)] : lookUp.people(typed)
  if (found.length === 0) return { mistake: 'person-missing' }
  const seen = found.map((some) =>
    some.filter(({ id, unit }) =>
      may(acting, 'see-employees', {
        organisationId: acting.organisation.id,
        accountId: id,
        unitId: unit?.id ?? null,
      }),
    ),
  )
  if (seen.some((some) => some.length === 0)) return { mistake: 'person-unknown' }
  const [first] = seen[0] ?? []
  if (seen.some((some) => some.length > 1)) return { mistake: 'person-ambiguous' }
  if (!first || seen.some((some) => some[0]?.id !== first.id)) return { mistake: 'person-differs' }
  return first
}

const statusDeeds = {
  suspend: { from: ['active'], to: 'suspended' },
  reopen: { from: ['suspended'], to: 'active' },
  end: { from: ['active', 'suspended', 'requested'], to: 'ended' },
} as const

function changeStatus(
  deed: keyof typeof statusDeeds,
  { typed }: RowToCheck,
  account: BulkAccount,
  bench: Bench,
): RowOutcome {
  const { from, to } = statusDeeds[deed]
  const denied = mayNotChange(account, bench)
  if (denied) return wrong(denied)
  if (account.status === to) return unchanged
  if (!(from as readonly string[]).includes(account.status)) return wrong('not-active')
  if (to !== 'active' && bench.chiefs.has(account.id) && bench.chiefs.size === 1) return wrong('last-chief')
  return changed([{ kind: 'status', accountId: account.id, before: account.status, after: to, reason: typed.reason }])
}

function mayNotChange(account: BulkAccount, { acting }: Bench): 'person-unknown' | 'chief' | null {
  const subject = {
    organisationId: acting.organisation.id,
    accountId: account.id,
    unitId: account.unit?.id ?? null,
  }
  if (!may(acting, 'change-account', subject)) return 'person-unknown'
  return account.chief && acting.kind !== 'chief-administrator' ? 'chief' : null
}

function move({ typed }: RowToCheck, account: BulkAccount, bench: Bench): RowOutcome {
  const denied = mayNotChange(account, bench)
  if (denied) return wrong(denied)
  if (typed.unit === '') return wrong('unit-missing')
  const unit = findUnit(typed.unit, bench)
  if ('mistake' in unit) return wrong(unit)
  if (unit.id === account.unit?.id) return unchanged
  return changed([
    { kind: 'unit', accountId: account.id, before: account.unit?.id ?? null, after: unit.id, reason: typed.reason },
  ])
}

function findUnit(text: string, { acting, lookUp }: Bench): BulkUnit | RowMistake {
  const within = lookUp
    .units(text)
    .filter(({ id }) => may(acting, 'change-account', { organisationId: acting.organisation.id, unitId: id }))
  const [unit] = within
  if (!unit) return { mistake: 'unit-unknown' }
  return within.length > 1 ? { mistake: 'unit-ambiguous' } : unit
}

const ridPattern = /^[A-Za-z0-9-]{1,40}$/
const mailPattern = /^[^\s@]{1,100}@[^\s@]{1,150}$/

function create({ typed, newId, newPersonId }: RowToCheck, bench: Bench): RowOutcome {
  const { acting, lookUp } = bench
  const unit = typed.unit === '' ? null : findUnit(typed.unit, bench)
  if (unit && 'mistake' in unit) return wrong(unit)
  if (!unit && acting.limits.unitIds) return wrong('unit-missing')
  if (!may(acting, 'create-employee', { organisationId: acting.organisation.id, unitId: unit?.id ?? null }))
    return wrong('unit-unknown')
  if (typed.name === '' || typed.name.length > 256) return wrong('name-missing')
  if (typed.rid === '' && typed.uuid === '') return wrong('number-missing')
  if (typed.rid !== '' && !ridPattern.test(typed.rid)) return wrong('rid-wrong')
  const professionalUuid = readId(typed.uuid)
  if (typed.uuid !== '' && !professionalUuid) return wrong('uuid-wrong')
  if (typed.mail !== '' && !mailPattern.test(typed.mail)) return wrong('mail-wrong')
  const holders = lookUp.people({ ...typed, mail: '' }).flat()
  const [holder] = holders
  if (holder) {
    const same = holders.every(({ id }) => id === holder.id) && holder.name === typed.name && !holder.over
    const subject = { organisationId: acting.organisation.id, accountId: holder.id, unitId: holder.unit?.id ?? null }
    return same && may(acting, 'see-employees', subject) ? unchanged : wrong('number-taken')
  }
  return {
    outcome: 'new',
    changes: [
      {
        kind: 'create',
        accountId: newId,
        personId: newPersonId,
        name: typed.name,
        email: typed.mail || null,
        rid: typed.rid || null,
        professionalUuid,
        unitId: unit?.id ?? null,
      },
    ],
  }
}

/** The rows that follow see it as done. */
function take(bench: Bench, change: Change): void {
  const { lookUp, heldBy, chiefs, facts } = bench
  switch (change.kind) {
    case 'create': {
      const { accountId, name, email, rid, professionalUuid } = change
      const unit = facts.units.find(({ id }) => id === change.unitId) ?? null
      lookUp.add({
        id: accountId,
        name,
        email,
        rid,
        professionalUuid,
        unit,
        hours: null,
        status: 'active',
        over: false,
        chief: false,
      })
      return
    }
    case 'status': {
      const account = lookUp.byId.get(change.accountId)
      if (account) account.status = change.after
      if (change.after !== 'active') chiefs.delete(change.accountId)
      return
    }
    case 'unit': {
      const account = lookUp.byId.get(change.accountId)
      if (account) account.unit = facts.units.find(({ id }) => id === change.after) ?? null
      return
    }
    case 'give': {
      const { assignmentId, accountId, roleId, scopes, period } = change
      const held = heldBy.get(accountId) ?? []
      held.push({
        id: assignmentId,
        accountId,
        roleId,
        scopes,
        validFrom: new Date(period.from),
        validUntil: period.until === null ? null : new Date(period.until),
        hours: period.hours ?? null,
      })
      heldBy.set(accountId, held)
      facts.conflicts.give(wantedOf(change, period))
      return
    }
    // A row that touches the same role again is a conflict, so nothing but other roles sees the new period.
    case 'period':
      facts.conflicts.give(wantedOf(change, change.after))
      return
    case 'withdraw':
      facts.conflicts.takeBack(change.assignmentId)
  }
}

/** As conflicts are asked of it; one that is there becomes this. */
export function wantedOf(
  { accountId, roleId, assignmentId, kind }: Extract<Change, { kind: 'give' | 'period' }>,
  { from, until, hours = null }: Period,
): WantedRole {
  return {
    accountId,
    roleId,
    validFrom: new Date(from),
    validUntil: until === null ? null : new Date(until),
    hours,
    ...(kind === 'period' ? { assignmentId } : {}),
  }
}

const unchanged: RowOutcome = { outcome: 'unchanged', changes: [] }

const changed = (changes: Change[]): RowOutcome => ({ outcome: 'changed', changes })

type PlainMistake = Exclude<RowMistake['mistake'], 'conflict' | 'assignment' | 'role-conflict'>

function wrong(mistake: PlainMistake | RowMistake): RowOutcome {
  return { outcome: 'mistake', mistake: typeof mistake === 'string' ? { mistake } : mistake }
}
