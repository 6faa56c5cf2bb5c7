/** The chain: every hash is made of the one before and of one event, so nothing before it can be changed unnoticed. */
import { hash } from 'node:crypto'

export function sha256(...parts: readonly (string | Uint8Array)[]): Buffer {
  const [only] = parts
  if (parts.length === 1 && only !== undefined) return hash('sha256', only, 'buffer')
  return hash(
    'sha256',
    Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part))),
    'buffer',
  )
}

/** How far a chain has come: how many events, and the last hash. */
export interface Link {
  position: number
  chain: Uint8Array
}

/** Before the first event of all. */
export const chainStart: Link = { position: 0, chain: sha256('seb audit 1') }

/** Before the first event of an organisation. */
export function organisationChainStart(organisationId: string): Link {
  return { position: 0, chain: sha256(`seb audit 1 organisation ${organisationId}`) }
}

export function nextLink(previous: Link, eventHash: Uint8Array): Link {
  return { position: previous.position + 1, chain: sha256(previous.chain, eventHash) }
}
