/**
 * Holds back whoever asks for more than any number of people would: a bucket of requests for each network address, or each
 * person, that fills up again as time goes. It is a brake and no lock: each process keeps its own, so that with n processes
 * n times as much is let through, and nothing is lost when one dies.
 */
import { isIPv6 } from 'node:net'
import type { Clock } from '../base/clock.ts'
import { isLoopbackAddress } from './request-source.ts'

export interface Brake {
  /** Takes one request from the bucket of this key; null when there was one, else how long until there is one again. */
  take(key: string): HeldBack | null
}

export interface HeldBack {
  retryAfterSeconds: number
  /** True once a minute for each key: a flood must not become a flood of audit events too. */
  worthTelling: boolean
}

interface Bucket {
  left: number
  at: number
  toldAt: number
}

/** Buckets that are kept; a flood from more addresses than that is for the network in front of SEB. */
const mostBuckets = 50_000

/** A bucket holds what comes in one minute, so that everybody of a workplace may come at once. 0: no brake. */
export function createBrake(clock: Clock, perMinute: number): Brake {
  const buckets = new Map<string, Bucket>()
  const perMs = perMinute / 60_000

  function bucketOf(key: string, now: number): Bucket {
    const known = buckets.get(key)
    if (known) {
      known.left = Math.min(perMinute, known.left + Math.max(0, now - known.at) * perMs)
      known.at = now
      return known
    }
    // The one that came first has had the longest time to fill up again.
    const [oldest] = buckets.keys()
    if (buckets.size >= mostBuckets && oldest !== undefined) buckets.delete(oldest)
    const fresh = { left: perMinute, at: now, toldAt: Number.NEGATIVE_INFINITY }
    buckets.set(key, fresh)
    return fresh
  }

  return {
    take: (key) => {
      if (perMinute === 0) return null
      const now = clock.now().getTime()
      const bucket = bucketOf(key, now)
      if (bucket.left >= 1) {
        bucket.left -= 1
        return null
      }
      const worthTelling = now - bucket.toldAt >= 60_000
      if (worthTelling) bucket.toldAt = now
      return { retryAfterSeconds: Math.max(1, Math.ceil((1 - bucket.left) / perMs / 1000)), worthTelling }
    },
  }
}

/**
 * Whom an address stands for: an IPv6 network of 64 bits is one household or workplace (RFC 6177). Null for the machine itself, which
 * a proxy that nobody told SEB of would make everybody come from.
 */
export function brakeKey(source: string): string | null {
  if (isLoopbackAddress(source) || source === 'unknown') return null
  const address = source.toLowerCase().replace(/^::ffff:(?=\d+\.)/, '')
  return isIPv6(address) ? networkOf(address) : address
}

function networkOf(address: string): string {
  const [head = '', tail] = address.split('::')
  const groups = head === '' ? [] : head.split(':')
  const after = tail ? tail.split(':').length : 0
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - groups.length - after)
  const all = [...groups, ...Array.from({ length: zeros }, () => '0'), ...(tail ? tail.split(':') : [])]
  return all
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')
}
