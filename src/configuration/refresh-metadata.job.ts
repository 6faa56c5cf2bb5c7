/**
 * Fetches metadata again from the addresses that operators have given, so that a party's new key holds without anybody
 * doing anything. What cannot be fetched or is refused leaves the metadata of before in force. (protocols.md M5)
 */
import type { AuditEvent } from '../audit/audit-event.ts'
import { recordEvents } from '../audit/record-events.ts'
import type { Clock } from '../base/clock.ts'
import type { Ids } from '../base/ids.ts'
import { Problem } from '../base/problem.ts'
import type { Job } from '../base/run-jobs.ts'
import { fingerprint } from '../organisations/describe-party.ts'
import type { ReadMetadata } from '../organisations/document-parts.ts'
import {
  claimDueParty,
  currentMetadata,
  type FetchedParty,
  keepMetadata,
  keepProblem,
  type PartyTable,
} from '../organisations/fetched-metadata.store.ts'
import type { Registration } from '../protocols/saml/register-party.ts'
import { serviceSettings } from '../services/service-settings.ts'
import type { Db, Trx } from '../storage/database.ts'
import { lockConfiguration } from '../storage/lock-configuration.ts'
import type { MetadataDeps } from './read-metadata.ts'

export interface RefreshDeps extends MetadataDeps {
  db: Db
  clock: Clock
  ids: Ids
}

const everyMinutes = 60
const atOnce = 10
/** A run ends soon, since a SEB that is told to stop waits for it. What is left is taken a minute later. */
const mostInOneRun = 50

export function refreshMetadataJob(deps: RefreshDeps): Job {
  return { name: 'refresh metadata', everySeconds: 60, run: () => refreshDueMetadata(deps) }
}

/** Those whose address was last asked an hour ago. Each is claimed first, so of two processes one does it. */
export async function refreshDueMetadata(deps: RefreshDeps): Promise<void> {
  let left = mostInOneRun
  const work = async () => {
    while (left-- > 0) {
      const now = deps.clock.now()
      const times = { now, before: new Date(now.getTime() - everyMinutes * 60_000) }
      const provider = await claimDueParty(deps.db, 'identity_provider', times)
      const service = provider ? null : await claimDueParty(deps.db, 'service', times)
      if (provider) await refresh(deps, 'identity_provider', provider)
      else if (service) await refresh(deps, 'service', service)
      else return
    }
  }
  const ended = await Promise.allSettled(Array.from({ length: atOnce }, work))
  for (const one of ended) if (one.status === 'rejected') throw one.reason
}

async function refresh(deps: RefreshDeps, table: PartyTable, party: FetchedParty): Promise<void> {
  const read = await fetchAndRead(deps, registrationOf(table, party), party.address)
  await deps.db.transaction().execute(async (trx) => {
    await lockConfiguration(trx)
    const current = await currentMetadata(trx, table, party)
    // Somebody has said otherwise while it was fetched.
    if (!current) return
    const events =
      'problem' in read
        ? await keepOld(trx, table, party, read.problem, current)
        : await takeNew(deps, trx, table, party, read.metadata, current)
    await recordEvents(deps, trx, events)
  })
}

type Read = { metadata: ReadMetadata } | { problem: string }

async function fetchAndRead(deps: RefreshDeps, registration: Registration, address: string): Promise<Read> {
  try {
    return { metadata: deps.readMetadata(await deps.fetchMetadata(address), registration) }
  } catch (error) {
    if (error instanceof Problem) return { problem: error.detail }
    throw error
  }
}

/** Always under the name that is registered: a document that now tells of somebody else is refused. */
function registrationOf(table: PartyTable, { entityId, settings }: FetchedParty): Registration {
  return table === 'service'
    ? { party: 'service', entityId, settings: serviceSettings.parse(settings) }
    : { party: 'identity-provider', entityId }
}

/** An address that is of no use is told of once, not every hour. */
async function keepOld(
  trx: Trx,
  table: PartyTable,
  party: FetchedParty,
  problem: string,
  current: { problem: string | null },
): Promise<AuditEvent[]> {
  if (current.problem === problem) return []
  await keepProblem(trx, table, party.id, problem)
  return [eventOf(table, party, { action: 'metadata.not-refreshed', outcome: 'failed', details: { problem } })]
}

async function takeNew(
  { clock }: RefreshDeps,
  trx: Trx,
  table: PartyTable,
  party: FetchedParty,
  metadata: ReadMetadata,
  current: { metadata: unknown; problem: string | null },
): Promise<AuditEvent[]> {
  const [from, to] = [fingerprint(current.metadata), fingerprint(metadata)]
  await keepMetadata(trx, table, party.id, { metadata, now: clock.now() })
  const changed = {
    action: `${kindOf(table)}.changed`,
    details: { fields: [{ field: 'metadata', from, to }] },
  } as const
  const recovered = { action: 'metadata.refreshed', details: { after: current.problem } } as const
  return [...(from === to ? [] : [changed]), ...(current.problem === null ? [] : [recovered])].map((event) =>
    eventOf(table, party, { ...event, outcome: 'success' }),
  )
}

function kindOf(table: PartyTable): 'service' | 'identity-provider' {
  return table === 'service' ? 'service' : 'identity-provider'
}

function eventOf(
  table: PartyTable,
  { id, key, address }: FetchedParty,
  event: Pick<AuditEvent, 'action' | 'outcome' | 'details'>,
): AuditEvent {
  return {
    ...event,
    actor: { kind: 'system' },
    object: { kind: kindOf(table), id },
    details: { label: key, address, ...event.details },
  }
}
