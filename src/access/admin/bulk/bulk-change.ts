/** What a row of a bulk change comes to: the single changes it makes, each with what was before, or what is wrong with it. */
import type { WeeklyHours } from '../../../base/weekly-hours.ts'
import type { AssignmentMistake } from '../assign/check-assignment.ts'

type AccountStatus = 'requested' | 'active' | 'suspended' | 'ended'

export interface Period {
  /** Instants as ISO texts: they are kept as JSON, and compared with it. */
  from: string
  until: string | null
  /** Of the week; null: always. Not there in what was kept before there were any: left as they are. */
  hours?: readonly WeeklyHours[] | null
}

export type Change =
  | {
      kind: 'create'
      accountId: string
      personId: string
      name: string
      email: string | null
      rid: string | null
      professionalUuid: string | null
      unitId: string | null
    }
  | { kind: 'status'; accountId: string; before: AccountStatus; after: AccountStatus; reason: string }
  | { kind: 'unit'; accountId: string; before: string | null; after: string | null; reason: string }
  | {
      kind: 'give'
      assignmentId: string
      accountId: string
      serviceId: string
      roleId: string
      scopes: Record<string, string[]>
      period: Period
      reason: string
    }
  | {
      kind: 'period'
      assignmentId: string
      accountId: string
      serviceId: string
      roleId: string
      before: Period
      after: Period
      reason: string
    }
  | {
      kind: 'withdraw'
      assignmentId: string
      accountId: string
      serviceId: string
      roleId: string
      scopes: Record<string, string[]>
      reason: string
    }

export type RowMistake =
  | {
      mistake:
        | 'deed-unknown'
        | 'not-text'
        | 'cpr'
        | 'person-missing'
        | 'person-unknown'
        | 'person-ambiguous'
        | 'person-differs'
        | 'uuid-wrong'
        | 'rid-wrong'
        | 'mail-wrong'
        | 'name-missing'
        | 'number-missing'
        | 'number-taken'
        | 'yourself'
        | 'ended'
        | 'not-active'
        | 'chief'
        | 'last-chief'
        | 'unit-missing'
        | 'unit-unknown'
        | 'unit-ambiguous'
        | 'service-unknown'
        | 'service-ambiguous'
        | 'role-unknown'
        | 'role-ambiguous'
        | 'role-not-assignable'
        | 'scope-unknown'
        | 'scope-own-missing'
        | 'hours-unreadable'
        | 'changed-since'
        | 'no-longer-administrator'
    }
  | { mistake: 'conflict'; row: number }
  | { mistake: 'assignment'; what: AssignmentMistake; days: number }
  /** A rule about roles that must not be held together: kept as sentences, since what is held may be another when they are read. */
  | { mistake: 'role-conflict'; da: string; en: string }

export type RowOutcome =
  | { outcome: 'new' | 'changed' | 'unchanged'; changes: Change[] }
  | { outcome: 'mistake'; mistake: RowMistake }

/** What the page and the job know of a row beside its outcome. */
export interface CheckedRow {
  number: number
  accountId: string | null
  /** The name where the person is known, else as written. */
  person: string
  result: RowOutcome
}

/** What another row of the same file must not touch as well. */
export function thingOf(change: Change): string {
  switch (change.kind) {
    case 'create':
    case 'status':
      return `status ${change.accountId}`
    case 'unit':
      return `unit ${change.accountId}`
    case 'give':
    case 'period':
    case 'withdraw':
      return `role ${change.assignmentId}`
  }
}
