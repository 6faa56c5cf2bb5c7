/** What an address asks of the log. What cannot be read counts as not said. */

import type { LoggedEvent } from '../../audit/list-events.store.ts'
import { readBeginning, readEnd } from '../../base/danish-time.ts'
import { isUuid } from '../../base/ids.ts'
import { actionsOf } from './action-words.ts'

export interface LogQuery {
  from: string
  until: string
  /** An action, a group of them, or empty. */
  action: string
  /** The beginning of a name, as typed. */
  actor: string
  concerned: string
  /** An account, where a page about one person led here. */
  account: string | null
  outcome: LoggedEvent['outcome'] | null
  reference: string
  cvr: string
}

export const outcomes = ['success', 'refused', 'failed'] as const

/** In addresses. */
const names = {
  from: 'fra',
  until: 'til',
  action: 'hvad',
  actor: 'hvem',
  concerned: 'om',
  account: 'konto',
  outcome: 'udfald',
  reference: 'nummer',
  cvr: 'cvr',
} as const

export function readLogQuery(get: (name: string) => string | undefined): LogQuery {
  const text = (field: keyof typeof names) => (get(names[field]) ?? '').trim().slice(0, 100)
  const day = (field: 'from' | 'until') =>
    /^\d{4}-\d{2}-\d{2}$/.test(text(field)) && readBeginning(text(field)) ? text(field) : ''
  const account = text('account').toLowerCase()
  return {
    from: day('from'),
    until: day('until'),
    action: actionsOf(text('action')) ? text('action') : '',
    actor: text('actor'),
    concerned: text('concerned'),
    account: isUuid(account) ? account : null,
    outcome: outcomes.find((outcome) => outcome === text('outcome')) ?? null,
    reference: text('reference').replace(/\s/g, '').toUpperCase(),
    cvr: /^\d{8}$/.test(text('cvr')) ? text('cvr') : '',
  }
}

/** The same question as the query of an address. */
export function writeLogQuery(query: LogQuery): string {
  const set = Object.entries(names).flatMap(([field, name]) => {
    const value = query[field as keyof LogQuery]
    return value ? [[name, value]] : []
  })
  return new URLSearchParams(set).toString()
}

/** The moments between which; what ends before it begins finds nothing. */
export function momentsOf({ from, until }: LogQuery): { from: Date | null; until: Date | null } {
  return { from: from ? readBeginning(from) : null, until: until ? readEnd(until) : null }
}

/** Which filters are set: for the event that says that the log was read. Not what they hold, which may be names. */
export function filtersIn(query: LogQuery): string[] {
  return Object.entries(query).flatMap(([field, value]) => (value ? [field] : []))
}
