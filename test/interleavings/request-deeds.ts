/** Deeds by chance: those who ask, those who decide, the clock, and the ground that is taken away meanwhile. */
import type { Chance } from '../histories/random-histories.ts'
import { everybody, type ModelDeed, type ModelRequest, newRequest, type Who } from './request-model.ts'

const deciders: readonly Who[] = ['ward', 'ward', 'wide', 'wide', 'chief', 'subject', 'colleague']
const askers: readonly Who[] = ['subject', 'subject', 'subject', 'colleague', 'wide']

export function makeRequest(chance: Chance): ModelRequest {
  return newRequest(chance.upTo(2) === 0, chance.pick(askers))
}

export const deedsOfEach = 9

/** Most decide on what they have looked at; some on what was there before. */
export function makeDeed(chance: Chance, request: ModelRequest): ModelDeed {
  const by = chance.pick(deciders)
  const version = chance.often() ? request.version : (request.seen[by] ?? 1)
  switch (chance.upTo(15)) {
    case 0:
    case 1:
      return { deed: 'looks', by }
    case 2:
    case 3:
    case 4:
    case 5:
      return { deed: 'approves', by, less: chance.upTo(2) === 0, version }
    case 6:
    case 7:
      return { deed: 'asks back', by, version }
    case 8:
      return { deed: 'rejects', by, version }
    case 9:
      return { deed: 'withdraws', by: chance.pick(everybody) }
    case 10:
    case 11:
      return { deed: 'answers', by: chance.pick(['subject', 'subject', request.asker, by]) }
    case 12:
      return { deed: 'time passes', hours: chance.pick([1, 24, 240, 480]) }
    case 13:
      return { deed: request.suspended ? 'account reopened' : 'account suspended' }
    case 14:
      return { deed: request.retired ? 'role back' : 'role retired' }
    default:
      return { deed: request.suspended ? 'account reopened' : request.retired ? 'role back' : 'looks', by }
  }
}
