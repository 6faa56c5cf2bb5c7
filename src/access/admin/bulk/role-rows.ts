/** The rows that give a role, change how long it is held, or take it back; checked as the form of a single role is. */
import { writeDay } from '../../../base/danish-time.ts'
import type { Language } from '../../../web/languages.ts'
import { isLonger } from '../../conflicts/find-conflicts.ts'
import { sayConflict } from '../../conflicts/say-conflict.ts'
import { readHoursText } from '../../hours/read-hours-text.ts'
import { sameHours } from '../../hours/typed-hours.ts'
import { may } from '../../may.ts'
import type { ScopeKind } from '../../roles/role-at-the-door.ts'
import { sameScopes } from '../assign/assign-role.ts'
import { type CheckedAssignment, checkAssignment } from '../assign/check-assignment.ts'
import type { Change, Period, RowMistake, RowOutcome } from './bulk-change.ts'
import { normal } from './bulk-columns.ts'
import type { BulkAccount, BulkRole, HeldRole } from './bulk-facts.store.ts'
import { type Bench, type RowToCheck, wantedOf } from './check-rows.ts'
import { type LookUp, rolesNamed } from './look-up.ts'

export function giveRole({ typed, newId }: RowToCheck, account: BulkAccount, bench: Bench): RowOutcome {
  const role = findRole(typed, bench)
  if ('mistake' in role) return wrong(role)
  if (!mayRole('assign-role', account, role, bench)) return wrong({ mistake: 'role-unknown' })
  const assignable = bench.facts.assignable.get(role.id)
  if (!assignable) return wrong({ mistake: 'role-not-assignable' })
  const scopes = readScopes(typed.scope, assignable.role.scopes, account, bench.lookUp)
  if ('mistake' in scopes) return wrong(scopes)
  const hours = typed.hours === '' ? null : readHoursText(typed.hours)
  if (hours && 'mistake' in hours) return wrong(hours)
  const from = readDay(typed.from)
  const held = (bench.heldBy.get(account.id) ?? []).filter(
    (one) => one.roleId === role.id && sameScopes(one.scopes, sorted(scopes.values)),
  )
  const before = held.find(({ validUntil }) => !validUntil || from === '' || validUntil > beginning(from)) ?? null
  const checking = checkAssignment(
    assignable,
    {
      scopes: scopes.values,
      from: from === '' ? writeDay(before?.validFrom ?? bench.madeAt) : from,
      until: readDay(typed.until),
      // An empty cell leaves those of a role that is there.
      hours: (hours ? hours.hours : before?.hours) ?? [],
      reason: typed.reason.slice(0, 500),
    },
    { now: bench.madeAt, before, accountHours: account.hours },
  )
  if (!checking.ok)
    return wrong({
      mistake: 'assignment',
      what: checking.mistakes[0]?.mistake ?? 'scope-shape',
      days: assignable.role.longestDays ?? 0,
    })
  const result = compare(before, checking.assignment, { account, role, newId })
  return conflictOf(result, before, bench) ?? result
}

/** What the role would not go with. One that comes to hold for less time than before breaks nothing by it. */
function conflictOf(result: RowOutcome, before: HeldRole | null, { acting, facts }: Bench): RowOutcome | null {
  if (result.outcome === 'mistake') return null
  for (const change of result.changes) {
    if (change.kind !== 'give' && change.kind !== 'period') continue
    const wanted = wantedOf(change, change.kind === 'give' ? change.period : change.after)
    if (before && !isLonger(before, wanted)) continue
    const [conflict] = facts.conflicts.conflictsOf(wanted)
    if (!conflict) continue
    const say = (language: Language) => sayConflict(conflict, acting.limits, language)
    return wrong({ mistake: 'role-conflict', da: say('da'), en: say('en') })
  }
  return null
}

function compare(
  before: HeldRole | null,
  wanted: CheckedAssignment,
  { account, role, newId }: { account: BulkAccount; role: BulkRole; newId: string },
): RowOutcome {
  const { scopes, validFrom, validUntil, reason } = wanted
  const period = periodOf(wanted)
  const about = { accountId: account.id, serviceId: role.service.id, roleId: role.id, reason }
  if (!before) return { outcome: 'new', changes: [{ kind: 'give', assignmentId: newId, ...about, scopes, period }] }
  const sameDates =
    before.validFrom.getTime() === validFrom.getTime() && before.validUntil?.getTime() === validUntil?.getTime()
  if (sameDates && sameHours(before.hours, wanted.hours)) return { outcome: 'unchanged', changes: [] }
  return {
    outcome: 'changed',
    changes: [{ kind: 'period', assignmentId: before.id, ...about, before: periodOf(before), after: period }],
  }
}

/** Every assignment of the role, or only the one with the scope that is written. */
export function takeRoleBack({ typed }: RowToCheck, account: BulkAccount, bench: Bench): RowOutcome {
  const role = findRole(typed, bench)
  if ('mistake' in role) return wrong(role)
  if (!mayRole('withdraw-role', account, role, bench)) return wrong({ mistake: 'role-unknown' })
  const held = (bench.heldBy.get(account.id) ?? []).filter(({ roleId }) => roleId === role.id)
  const scopes = bench.facts.assignable.get(role.id)?.role.scopes
  const wanted = typed.scope === '' ? null : readScopes(typed.scope, scopes ?? [], account, bench.lookUp)
  if (wanted && 'mistake' in wanted) return wrong(wanted)
  const some = wanted ? held.filter((one) => sameScopes(one.scopes, sorted(wanted.values))) : held
  if (some.length === 0) return { outcome: 'unchanged', changes: [] }
  return {
    outcome: 'changed',
    changes: some.map(
      (one): Change => ({
        kind: 'withdraw',
        assignmentId: one.id,
        accountId: account.id,
        serviceId: role.service.id,
        roleId: role.id,
        scopes: one.scopes,
        reason: typed.reason.slice(0, 500),
      }),
    ),
  }
}

function findRole(typed: { service: string; role: string }, { lookUp }: Bench): BulkRole | RowMistake {
  const ofService = lookUp.servicesOf(typed.service)
  if (ofService.length === 0) return { mistake: 'service-unknown' }
  if (new Set(ofService.map(({ service }) => service.id)).size > 1) return { mistake: 'service-ambiguous' }
  const named = rolesNamed(ofService, typed.role)
  const [role] = named
  if (!role) return { mistake: 'role-unknown' }
  return named.length > 1 ? { mistake: 'role-ambiguous' } : role
}

function mayRole(
  action: 'assign-role' | 'withdraw-role',
  account: BulkAccount,
  role: BulkRole,
  { acting }: Bench,
): boolean {
  return may(acting, action, {
    organisationId: acting.organisation.id,
    accountId: account.id,
    unitId: account.unit?.id ?? null,
    serviceId: role.service.id,
  })
}

type Scope = { key: string; kind: ScopeKind; many: boolean; nameDa: string; nameEn: string }

/** What the words for "the number of the employee's own unit" are. */
const ownUnitWords = ['egen enhed', 'own unit']

/** `999900000000011`, `egen enhed`, or for a role with several: `enhed=9999… 9999… | kommune=751`. */
function readScopes(
  text: string,
  scopes: readonly Scope[],
  account: BulkAccount,
  lookUp: LookUp,
): { values: Record<string, string[]> } | RowMistake {
  const values: Record<string, string[]> = Object.fromEntries(scopes.map(({ key }) => [key, []]))
  for (const part of text.split('|').map((one) => one.trim())) {
    if (part === '') continue
    const [, name, after = ''] = /^([^=]{1,100})=(.*)$/s.exec(part) ?? []
    const scope =
      name === undefined
        ? scopes.length === 1
          ? scopes[0]
          : undefined
        : scopes.find(({ key, nameDa, nameEn }) => [key, nameDa, nameEn].some((one) => normal(one) === normal(name)))
    if (!scope) return { mistake: 'scope-unknown' }
    const value = (name === undefined ? part : after).trim()
    if (ownUnitWords.includes(normal(value))) {
      const number = lookUp.nearest(account.unit?.id ?? null, scope.kind)
      if (!number) return { mistake: 'scope-own-missing' }
      values[scope.key] = [number]
    } else {
      const several = scope.many ? value.split(',').flatMap((one) => named(lookUp, scope.kind, one)) : [value]
      values[scope.key] = [...new Set(several.filter((one) => one !== '').map((one) => lookUp.number(scope.kind, one)))]
    }
  }
  return { values }
}

/** The name of a unit may have spaces in it; between numbers they stand for themselves. */
function named(lookUp: LookUp, kind: ScopeKind, text: string): string[] {
  const number = lookUp.number(kind, text.trim())
  return number === text.trim() ? text.trim().split(/\s+/) : [number]
}

/** As an assignment keeps them: without those that have no value. */
function sorted(values: Record<string, string[]>): Record<string, string[]> {
  return Object.fromEntries(Object.entries(values).filter(([, some]) => some.length > 0))
}

/** `31-12-2026` and `31.12.2026` as well as `2026-12-31`; what is none of them is told by the check of dates. */
function readDay(text: string): string {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})[-./ ]+(\d{1,2})[-./ ]+(\d{4})$/.exec(text) ?? []
  return year === '' ? text : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

const beginning = (day: string) => new Date(`${day}T00:00:00Z`)

function periodOf({
  validFrom,
  validUntil,
  hours,
}: Pick<CheckedAssignment, 'validFrom' | 'validUntil' | 'hours'>): Period {
  return { from: validFrom.toISOString(), until: validUntil?.toISOString() ?? null, hours }
}

const wrong = (mistake: RowMistake): RowOutcome => ({ outcome: 'mistake', mistake })
