/** Holds the chain against signed heads while it is walked: those in the database, or those kept outside it. */
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import type { Db } from '../../storage/database.ts'
import type { ChainCheck } from './check-chain.ts'
import type { HeadCheck } from './check-heads.ts'
import type { Findings } from './findings.ts'
import type { Head, SignedHead } from './head.ts'
import { readHeadLine } from './heads-file.ts'
import { headsAfter } from './seals.store.ts'

/** A head with the number of events it is said to cover: the chain tells whether that is so. */
export interface PlacedHead extends SignedHead {
  head: Head
  position: number
}

export interface HeadsToMeet {
  /** Where the next head stands; infinite when there is none. */
  next: number
  /** Compares the heads up to where the chain now stands. */
  meet(at: ChainCheck['at']): Promise<void>
  /** Heads that speak of more than there is: the log was cut off. Returns the number of heads and the last. */
  finish(at: ChainCheck['at']): Promise<{ count: number; last: PlacedHead | null }>
}

export async function createHeadsToMeet({
  heads,
  check,
  findings,
  where,
}: {
  heads: AsyncIterator<PlacedHead>
  check: HeadCheck
  findings: Findings
  where: string
}): Promise<HeadsToMeet> {
  let count = 0
  let last: PlacedHead | null = null
  let ahead = await heads.next()
  let fitted = { sequence: 0, fits: true }

  const take = async (): Promise<PlacedHead | null> => {
    if (ahead.done) return null
    const head = ahead.value
    ahead = await heads.next()
    it.next = ahead.done ? Number.POSITIVE_INFINITY : ahead.value.position
    count++
    last = head
    for (const wrong of check.check(head, head.head)) findings.add(head.position, `${nameOf(head)} ${wrong}`)
    return head
  }
  const nameOf = (head: PlacedHead) => `head ${head.head.number} of ${head.head.at} (${where})`

  const it: HeadsToMeet = {
    next: ahead.done ? Number.POSITIVE_INFINITY : ahead.value.position,
    meet: async (at) => {
      while (it.next <= at.position) {
        const head = await take()
        if (!head) return
        const fits = head.position === at.position && head.head.chain === Buffer.from(at.chain).toString('hex')
        // One change makes all later heads misfit: the first tells where.
        if (!fits && fitted.fits)
          findings.add(
            at.position,
            `${nameOf(head)} was signed over something else: between events ${fitted.sequence + 1} and ${at.sequence} ` +
              'the log was changed and its seals with it',
          )
        fitted = { sequence: fits ? at.sequence : fitted.sequence, fits }
      }
    },
    finish: async (at) => {
      const missing = await take()
      if (missing) {
        let furthest = missing
        for (let head = await take(); head; head = await take()) furthest = head
        findings.add(
          Number.POSITIVE_INFINITY,
          `the log was cut off after event ${at.sequence}: ${nameOf(furthest)} covers ${furthest.position} events, ` +
            `and ${at.position} are left`,
        )
      }
      return { count, last }
    },
  }
  return it
}

export async function* headsOfDatabase(db: Db, lastNumber: number): AsyncGenerator<PlacedHead> {
  for (let number = 0; number < lastNumber; ) {
    const heads = await headsAfter(db, number, 500)
    if (heads.length === 0) return
    for (const kept of heads) {
      if (kept.number > lastNumber) return
      yield { ...kept, head: JSON.parse(kept.text) as Head }
      number = kept.number
    }
  }
}

export interface OutsideHeads {
  heads: AsyncGenerator<PlacedHead>
  /** Lines that are no heads, such as one that a crash cut short. */
  broken(): number
}

/** The heads that are in the file now; null when there is no such file. */
export async function headsOfFile(path: string): Promise<OutsideHeads | null> {
  const size = await stat(path).then(
    (found) => found.size,
    () => null,
  )
  if (size === null) return null
  let broken = 0
  const read = async function* (): AsyncGenerator<PlacedHead> {
    if (size === 0) return
    for await (const line of createInterface({ input: createReadStream(path, { end: size - 1 }) })) {
      const head = readHeadLine(line)
      if (head) yield head
      else if (line !== '') broken++
    }
  }
  return { heads: read(), broken: () => broken }
}
