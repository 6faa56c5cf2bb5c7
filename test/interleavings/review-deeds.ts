/** Deeds by chance: those who answer, those who change things meanwhile, the job and the clock. */
import type { Chance } from '../histories/random-histories.ts'
import { type Holder, holders, newReview, type ReviewDeed, type ReviewModel, reviewers } from './review-model.ts'

export const deedsOfEach = 10

export function makeReview(chance: Chance): ReviewModel {
  return newReview(chance.often(), chance.pick(['suspend', 'remove', 'remove']))
}

export function makeDeed(chance: Chance, review: ReviewModel): ReviewDeed {
  const by = chance.pick(reviewers)
  const of = chance.pick(holders)
  switch (chance.upTo(18)) {
    case 0:
    case 1:
    case 2:
    case 3:
      return { deed: 'answers', by, answers: answersBy(chance) }
    case 4:
    case 5:
      return { deed: 'confirms the rest', by: chance.pick(['ward', 'chief']), atMost: 1 + chance.upTo(2) }
    case 6:
    case 7:
    case 8:
      return { deed: 'undoes', by: chance.pick(['chief', 'chief', by]), of: removedOr(chance, review, of) }
    case 9:
      return { deed: 'takes back', by, of }
    case 10:
      return { deed: 'changes', by, of }
    case 11:
      return { deed: chance.pick(['changed elsewhere', 'moved', 'given the opposite']), of }
    case 12:
    case 13:
    case 14:
      return { deed: 'job runs' }
    default:
      return { deed: 'time passes', days: chance.pick([1, 6, 7, 13, 14, 21]) }
  }
}

function answersBy(chance: Chance) {
  return chance.some(holders).map((of) => ({ of, answer: chance.pick(['keep', 'remove'] as const) }))
}

function removedOr(chance: Chance, { items }: ReviewModel, of: Holder): Holder {
  const removed = holders.filter((one) => items[one].decision === 'removed')
  return removed.length > 0 && chance.often() ? chance.pick(removed) : of
}
