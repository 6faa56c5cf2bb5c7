/** Checks one sealed event after the other against the chain: that it is there, unchanged, and in its place. */
import { chainStart, type Link, organisationChainStart, sha256 } from './chain.ts'
import { eventLine } from './event-line.ts'
import type { Findings } from './findings.ts'
import type { SealedEvent } from './walk-audit.store.ts'

export interface ChainCheck {
  check(sealed: SealedEvent): void
  /** Tells what can only be told when all have been seen. */
  finish(): void
  /** Where the check stands: the chain as the seals have it. */
  at: Link & { sequence: number }
  organisations: ReadonlyMap<string, Link>
}

/** Where a chain stands by what is written, and by what was computed: after one wrong link, the next is right by the other. */
interface TwoLinks extends Link {
  computed: Uint8Array
}

interface Changed {
  place: number
  event: number
  /** The hash that was sealed, and that of what stands there now. */
  sealed: string
  found: string
}

/** Swaps are looked for among so many. */
const mostCompared = 10_000

export function createChainCheck(findings: Findings): ChainCheck {
  const organisations = new Map<string, TwoLinks>()
  const at = { ...twoLinks(chainStart), sequence: 0 }
  const changed: Changed[] = []

  const checkEvent = (sealed: SealedEvent, found: Buffer | null, unchanged: boolean): void => {
    const { eventHash, chain, position, sequence } = sealed
    const fits = goOn(at, eventHash, chain)
    if (!fits)
      findings.add(position, `the seal of event ${sequence} was altered${found ? '' : ' and the event deleted'}`)
    else if (!found) findings.addEvent(position, sequence, 'deleted')
    else if (!unchanged) changed.push({ place: position, event: sequence, sealed: hex(eventHash), found: hex(found) })
    if (changed.length > mostCompared) tellChanged(changed.splice(0), findings)
  }

  const checkOrganisation = (sealed: SealedEvent, unchanged: boolean): void => {
    const { event, organisationId: id, organisationPosition: place, organisationChain: chain, eventHash } = sealed
    let fits = !unchanged || event?.organisation_id === id
    if (id !== null && place !== null && chain !== null) {
      const own = organisations.get(id) ?? twoLinks(organisationChainStart(id))
      organisations.set(id, own)
      fits = place === own.position + 1 && fits
      own.position = place
      fits = goOn(own, eventHash, chain) && fits
    }
    if (!fits) findings.add(sealed.position, `the seal of event ${sealed.sequence} within its organisation was altered`)
  }

  return {
    at,
    organisations,
    check: (sealed) => {
      const { position, sequence, event, eventHash } = sealed
      const missing = position - at.position - 1
      if (missing > 0)
        findings.add(position, `${missing} seals between events ${at.sequence} and ${sequence} are missing`)
      if (sequence <= at.sequence) findings.add(position, `the seal of event ${sequence} is not in its place`)
      const found = event && sha256(eventLine(event))
      const unchanged = found !== null && same(found, eventHash)
      checkEvent(sealed, found, unchanged)
      checkOrganisation(sealed, unchanged)
      at.position = position
      at.sequence = sequence
    },
    finish: () => tellChanged(changed, findings),
  }
}

function twoLinks(link: Link): TwoLinks {
  return { ...link, computed: link.chain }
}

/** Takes the chain one link on, to the hash that is written. Whether that is the right one. */
function goOn(link: TwoLinks, eventHash: Uint8Array, chain: Uint8Array): boolean {
  const fits = same(sha256(link.chain, eventHash), chain) || same(sha256(link.computed, eventHash), chain)
  link.computed = fits ? chain : sha256(link.computed, eventHash)
  link.chain = chain
  return fits
}

/** Two events that hold each other's content were swapped; the others were altered. */
function tellChanged(changed: readonly Changed[], findings: Findings): void {
  const byFound = new Map(changed.map((one) => [one.found, one]))
  for (const one of changed) {
    const other = byFound.get(one.sealed)
    if (other && other.sealed === one.found) {
      if (one.event < other.event) findings.add(one.place, `events ${one.event} and ${other.event} were swapped`)
    } else findings.addEvent(one.place, one.event, 'altered')
  }
}

function same(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.compare(one, other) === 0
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex')
}
