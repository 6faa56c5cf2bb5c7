/** Makes the next signed head when one is due: every 1,000 events, and every minute in which something happened. */
import { randomBytes } from 'node:crypto'
import type { Trx } from '../../storage/database.ts'
import type { Link } from './chain.ts'
import { type Head, headHash, signHead } from './head.ts'
import type { SealKeys } from './load-seal-keys.ts'
import { growTree } from './organisation-tree.ts'
import { allOrganisationLinks, type KeptHead, writeHead } from './seals.store.ts'

export const eventsPerHead = 1_000
const millisecondsPerHead = 60_000

export interface HeadsSoFar {
  last: KeptHead | null
  lastWithTree: KeptHead | null
}

/**
 * The tree of organisations is only grown once a minute, since it takes a hash or three for each of them; heads that 1,000
 * events ask for in between go without. Whether a head was made.
 */
export async function makeHeadIfDue(
  deps: { keys: SealKeys; trx: Trx; now: Date },
  { last, lastWithTree }: HeadsSoFar,
  end: Link,
  atOnce: boolean,
): Promise<boolean> {
  const waited = lastWithTree === null || deps.now.getTime() - lastWithTree.at.getTime() >= millisecondsPerHead
  const treeIsDue = end.position > (lastWithTree?.position ?? 0) && (waited || atOnce)
  const due = treeIsDue || end.position - (last?.position ?? 0) >= eventsPerHead
  if (due) await makeHead(deps, last, end, treeIsDue)
  return due
}

async function makeHead(
  { keys, trx, now }: { keys: SealKeys; trx: Trx; now: Date },
  last: KeptHead | null,
  end: Link,
  withTree: boolean,
): Promise<void> {
  const treeSalt = withTree ? randomBytes(32) : null
  const tree = treeSalt && (await growTree(treeSalt, await allOrganisationLinks(trx)))
  const head: Head = {
    format: 1,
    number: (last?.number ?? 0) + 1,
    at: now.toISOString(),
    chain: Buffer.from(end.chain).toString('hex'),
    organisations: tree === null ? null : tree.root.toString('hex'),
    previous: last && headHash(last.text),
    key: keys.key,
    next: keys.next,
  }
  const signed = signHead(keys.privateKey, head)
  await writeHead(trx, { ...signed, number: head.number, position: end.position, at: now, treeSalt })
}
