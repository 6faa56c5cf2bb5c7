/** Seals what has been committed since last time. Log-ins do not wait for it, and know nothing of it. */
import type { Clock } from '../../base/clock.ts'
import type { Db, Trx } from '../../storage/database.ts'
import { type Link, nextLink, sha256 } from './chain.ts'
import { type EventRow, eventLine } from './event-line.ts'
import type { HeadsFile } from './heads-file.ts'
import { createHorizon } from './horizon.ts'
import type { SealKeys } from './load-seal-keys.ts'
import { eventsPerHead, makeHeadIfDue } from './make-head.ts'
import type { OrganisationLink } from './organisation-tree.ts'
import { asSealer, eventsToSeal, lastHeads, lastSeal, organisationLinks, type Seal, writeSeals } from './seals.store.ts'

export interface SealerDeps {
  db: Db
  clock: Clock
  keys: SealKeys
  /** Where heads are kept outside the database. What does not follow from them is not sealed. */
  headsFile?: HeadsFile
}

export interface Sealer {
  /** Seals what is settled; nothing, where another process is at it or where it must not. */
  seal(options?: { headAtOnce?: boolean }): Promise<SealOutcome>
}

/** Refused: the audit is not the one whose heads are kept outside the database. */
export type SealOutcome = 'sealed' | 'more-to-seal' | 'elsewhere' | 'refused'

/** After so many batches the next run goes on: SEB must be able to stop. */
const batchesPerRun = 20

export function createSealer({ db, clock, keys, headsFile }: SealerDeps): Sealer {
  const horizon = createHorizon()
  const batch = (headAtOnce: boolean) =>
    asSealer(db, async (trx) => {
      const settled = await horizon.look(trx)
      return sealBatch({ trx, keys, now: clock.now(), headAtOnce }, settled)
    })
  return {
    seal: async ({ headAtOnce = false } = {}) => {
      if (headsFile && !(await headsFile.keep())) return 'refused'
      for (let batches = 0; batches < batchesPerRun; batches++) {
        const done = await batch(headAtOnce)
        if (!done) return 'elsewhere'
        if (done.headMade) await headsFile?.keep()
        if (!done.more) return 'sealed'
      }
      return 'more-to-seal'
    },
  }
}

/** One batch ends at the latest where a head is due. */
async function sealBatch(
  deps: { trx: Trx; keys: SealKeys; now: Date; headAtOnce: boolean },
  settled: number,
): Promise<{ more: boolean; headMade: boolean }> {
  const { trx } = deps
  const before = await lastSeal(trx)
  const heads = await lastHeads(trx)
  const room = Math.max(1, eventsPerHead - (before.position - (heads.last?.position ?? 0)))
  const events = before.sequence < settled ? await eventsToSeal(trx, before.sequence, settled, room) : []
  const seals = linkUp(before, await organisationLinks(trx, organisationsOf(events)), events)
  const more = events.length === room
  if (seals.length > 0) await writeSeals(trx, seals)
  const end = seals.at(-1) ?? before
  const headMade = await makeHeadIfDue(deps, heads, end, deps.headAtOnce && !more)
  return { more, headMade }
}

function organisationsOf(events: readonly EventRow[]): string[] {
  return [...new Set(events.flatMap(({ organisation_id: id }) => (id === null ? [] : [id])))]
}

function linkUp(
  before: Link,
  organisations: ReadonlyMap<string, OrganisationLink>,
  events: readonly EventRow[],
): Seal[] {
  const ends = new Map(organisations)
  let link = before
  return events.map((event) => {
    const eventHash = sha256(eventLine(event))
    link = nextLink(link, eventHash)
    const own = event.organisation_id === null ? undefined : ends.get(event.organisation_id)
    const organisation = own ? { organisationId: own.organisationId, ...nextLink(own, eventHash) } : null
    if (organisation) ends.set(organisation.organisationId, organisation)
    return { ...link, sequence: event.sequence, eventHash, organisation }
  })
}
