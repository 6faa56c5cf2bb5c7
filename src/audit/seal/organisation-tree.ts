/**
 * A Merkle tree (RFC 6962 §2.1) over how far each organisation's chain has come. Its root is in the signed head; the path
 * from one leaf up to it proves to that organisation that its log is whole, and tells nothing of the others: every leaf
 * is blinded anew for every head, so not even whether a neighbour did anything can be seen.
 */
import { setImmediate } from 'node:timers/promises'
import { type Link, sha256 } from './chain.ts'

export interface OrganisationLink extends Link {
  organisationId: string
}

export interface OrganisationTree {
  root: Buffer
  /** Null for an organisation that has no events. */
  prove(organisationId: string): Proof | null
}

export interface Proof {
  blinding: Buffer
  /** From the leaf up: the hash beside, and on which side it stands. */
  path: { side: 'left' | 'right'; hash: Buffer }[]
}

const leafMark = Buffer.of(0)
const nodeMark = Buffer.of(1)
/** Others get their turn in between: 30,000 organisations take a tenth of a second. */
const hashesPerTurn = 2_000

export async function growTree(salt: Uint8Array, links: readonly OrganisationLink[]): Promise<OrganisationTree> {
  const sorted = links.toSorted((a, b) => (a.organisationId < b.organisationId ? -1 : 1))
  const leaves = await inTurns(sorted, (link) => leafHash(blindingOf(salt, link.organisationId), link))
  const levels = [leaves]
  for (let below = leaves; below.length > 1; ) {
    const pairs = Array.from({ length: Math.ceil(below.length / 2) }, (_, index) =>
      below.slice(2 * index, 2 * index + 2),
    )
    // The last of an odd number is taken up as it is.
    below = await inTurns(pairs, (pair) => (pair.length === 1 ? Buffer.concat(pair) : sha256(nodeMark, ...pair)))
    levels.push(below)
  }
  return {
    root: levels.at(-1)?.[0] ?? sha256(''),
    prove: (organisationId) => {
      const index = sorted.findIndex((link) => link.organisationId === organisationId)
      return index === -1 ? null : { blinding: blindingOf(salt, organisationId), path: pathFrom(index, levels) }
    },
  }
}

function pathFrom(leaf: number, levels: readonly (readonly Buffer[])[]): Proof['path'] {
  return levels.flatMap((level, height) => {
    const index = leaf >> height
    const hash = level[index ^ 1]
    return hash ? [{ side: index % 2 === 1 ? ('left' as const) : ('right' as const), hash }] : []
  })
}

function leafHash(blinding: Uint8Array, link: OrganisationLink): Buffer {
  const position = Buffer.alloc(8)
  position.writeBigUInt64BE(BigInt(link.position))
  return sha256(leafMark, blinding, uuidBytes(link.organisationId), position, link.chain)
}

function blindingOf(salt: Uint8Array, organisationId: string): Buffer {
  return sha256(salt, uuidBytes(organisationId))
}

function uuidBytes(uuid: string): Buffer {
  return Buffer.from(uuid.replaceAll('-', ''), 'hex')
}

async function inTurns<From, To>(items: readonly From[], make: (item: From) => To): Promise<To[]> {
  const made: To[] = []
  for (const item of items) {
    made.push(make(item))
    if (made.length % hashesPerTurn === 0) await setImmediate()
  }
  return made
}
