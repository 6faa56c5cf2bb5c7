/** From what was asked to the events: names become ids, days become moments, and what is not to be found finds nothing. */
import { type EventQuery, type LoggedEvent, listEvents } from '../../audit/list-events.store.ts'
import type { Trx } from '../../storage/database.ts'
import { actionsOf } from './action-words.ts'
import { findLogNames, findPeopleCalled, findPersonOfAccount, idsIn, type LogNames } from './log-names.store.ts'
import { type LogQuery, momentsOf } from './log-query.ts'

export interface AskedLog {
  /** Null: nothing can fit. */
  events: EventQuery | null
  /** The person that the events are about, by name, where an account was given. */
  about: string | null
}

/** `organisationId` is null for the log of all of SEB, in which the query may name one organisation. */
export async function askLog(trx: Trx, query: LogQuery, organisationId: string | null): Promise<AskedLog> {
  const within = organisationId ?? (query.cvr ? await organisationWith(trx, query.cvr) : null)
  const account = query.account ? await findPersonOfAccount(trx, query.account) : null
  const actors = query.actor ? await findPeopleCalled(trx, query.actor, organisationId) : null
  const concerned = query.concerned ? await findPeopleCalled(trx, query.concerned, organisationId) : null
  const lost = (query.account && !account) || (query.cvr && organisationId === null && !within)
  const events = {
    organisationId: within,
    ...momentsOf(query),
    actions: query.action ? actionsOf(query.action) : null,
    actorIds: actors?.personIds ?? null,
    objectIds: account?.objectIds ?? concerned?.objectIds ?? null,
    outcome: query.outcome,
    reference: query.reference || null,
  }
  return { events: lost ? null : events, about: account?.name ?? null }
}

async function organisationWith(trx: Trx, cvr: string): Promise<string | null> {
  const row = await trx.selectFrom('organisation').select('id').where('cvr', '=', cvr).executeTakeFirst()
  return row?.id ?? null
}

export interface ReadLog {
  events: LoggedEvent[]
  names: LogNames
  /** What the next page begins after. */
  next: string | null
}

export async function readLog(
  trx: Trx,
  events: EventQuery | null,
  page: { after: string | null; most: number },
): Promise<ReadLog> {
  const found = events ? await listEvents(trx, events, page) : { events: [], more: false }
  return {
    events: found.events,
    names: await findLogNames(trx, idsIn(found.events)),
    next: found.more ? (found.events.at(-1)?.id ?? null) : null,
  }
}
