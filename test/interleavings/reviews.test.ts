/**
 * Reviews under reviewers, a clock, the job and kills by chance, against a reference model. 10,000 interleavings run through the pure
 * list of what an answer leads to; a sample of them, or as many as SEB_INTERLEAVINGS says, through the database and struck between
 * statements.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { daysAfter } from '../../src/reviews/review.ts'
import { type Answer, answerTo, type ItemState, type Outcome, standingOf } from '../../src/reviews/review-state.ts'
import { type Chance, chanceFrom } from '../histories/random-histories.ts'
import { Killed, openKillableDatabase, type Strike } from './killable.ts'
import { deedsOfEach, makeDeed, makeReview } from './review-deeds.ts'
import {
  administers,
  after,
  deadline,
  type Holder,
  hasEffect,
  holders,
  mayAnswer,
  type ReviewDeed,
  type ReviewModel,
  removesAfter,
  restOf,
} from './review-model.ts'
import { expectedOf, makeReviewScene } from './review-scene.ts'

const seed = 20_261_127
const interleavings = 10_000
const throughDatabase = Number(process.env['SEB_INTERLEAVINGS'] ?? 45)

test('10,000 interleavings of what an answer leads to end where the reference model says', () => {
  const chance = chanceFrom(seed)
  const ends: Record<string, number> = {}
  for (let number = 0; number < interleavings; number += 1) {
    let model = makeReview(chance)
    const states = new Map(holders.map((of) => [of, stateAtTheBeginning(model, of)]))
    const deeds: ReviewDeed[] = []
    for (let count = 0; count < deedsOfEach; count += 1) {
      const deed = makeDeed(chance, model)
      deeds.push(deed)
      for (const [of, state] of states) move(model, deed, of, state)
      model = after(model, deed)
      const now = dateOf(model.day)
      for (const [of, state] of states) {
        const { decision, at, gone } = model.items[of]
        const stands = [state.decision, dayOf(state.decidedAt), dayOf(state.withdrawnAt)]
        assert.deepEqual(stands, [decision, at, gone], `${of}: ${JSON.stringify(deeds, null, 1)}`)
        const standing = standingOf(state, now)
        if (standing === 'stopped' || standing === 'lapsed' || standing === 'waiting')
          assert.equal(hasEffect(model, model.items[of]), standing === 'waiting', `${of}: ${JSON.stringify(deeds)}`)
        ends[standing] = (ends[standing] ?? 0) + 1
      }
    }
  }
  for (const end of ['kept', 'removed', 'changed', 'lapsed', 'stopped', 'gone', 'waiting'])
    assert.ok((ends[end] ?? 0) > 1000, `the interleavings lead everywhere: ${JSON.stringify(ends)}`)
})

/** What the product's state machine makes of a deed; who may, and what goes with what, is asked elsewhere. */
function move(model: ReviewModel, it: ReviewDeed, of: Holder, state: ItemState): void {
  const now = dateOf(model.day)
  switch (it.deed) {
    case 'answers':
    case 'undoes':
    case 'confirms the rest': {
      const given = answerOf(model, it, of)
      if (given) become(state, answerTo(state, given, now).outcome, now)
      return
    }
    case 'takes back':
      if (it.of === of && administers(model, it.by, of)) state.withdrawnAt ??= now
      return
    case 'changes': {
      const isOpen = ['waiting', 'stopped'].includes(standingOf(state, now))
      if (it.of === of && administers(model, it.by, of) && isOpen)
        Object.assign(state, { decision: 'changed', decidedAt: now })
      return
    }
    case 'job runs':
      if (standingOf(state, now) === 'lapsed' && state.decision === null)
        Object.assign(state, { decision: 'lapsed', decidedAt: now, withdrawnAt: now })
  }
}

function answerOf(model: ReviewModel, it: ReviewDeed, of: Holder): Answer | null {
  switch (it.deed) {
    case 'answers':
      return mayAnswer(model, it.by, of) ? (it.answers.find((one) => one.of === of)?.answer ?? null) : null
    case 'undoes':
      return it.of === of && mayAnswer(model, it.by, of) && !model.items[of].opposite ? 'undo' : null
    case 'confirms the rest':
      return restOf(model, it.by).slice(0, it.atMost).includes(of) ? 'keep' : null
    default:
      return null
  }
}

function become(state: ItemState, outcome: Outcome['outcome'], now: Date): void {
  if (outcome === 'kept') Object.assign(state, { decision: 'kept', decidedAt: now })
  if (outcome === 'removed') Object.assign(state, { decision: 'removed', decidedAt: now, withdrawnAt: now })
  if (outcome === 'restored') Object.assign(state, { decision: 'kept', decidedAt: now, withdrawnAt: null })
}

function stateAtTheBeginning({ silence, hasOfficer }: ReviewModel, of: Holder): ItemState {
  return {
    decision: null,
    decidedAt: null,
    withdrawnAt: null,
    deadline: dateOf(deadline),
    removesAt: silence === 'remove' ? dateOf(deadline + removesAfter) : null,
    reasons: of === 'chief' && !hasOfficer ? ['no-reviewer'] : [],
  }
}

function dateOf(day: number): Date {
  return daysAfter(new Date(0), day)
}

function dayOf(at: ItemState['withdrawnAt']): number | null {
  return at instanceof Date ? at.getTime() / 86_400_000 : null
}

test(`${throughDatabase} interleavings through the database, struck between statements: one effect, one event, one notice a fact`, async (t) => {
  const database = await openKillableDatabase()
  t.after(() => database.close())
  const scene = await makeReviewScene(database)
  const chance = chanceFrom(seed)
  const seen = { deeds: 0, struck: 0, afterCommit: 0, answered: 0, undone: 0, lapsed: 0 }
  for (let number = 0; number < throughDatabase; number += 1) {
    let model = makeReview(chance)
    await scene.begin(model)
    const story: unknown[] = [{ hasOfficer: model.hasOfficer, silence: model.silence }]
    let last: ReviewDeed | null = null
    for (let count = 0; count < deedsOfEach; count += 1) {
      // A form that is sent again: after a kill most people do.
      const deed: ReviewDeed = last && chance.seldom() ? last : makeDeed(chance, model)
      const strike = strikeBy(chance, deed)
      story.push(strike ? { ...deed, strike } : deed)
      if (await carryOut(deed, strike)) model = after(model, deed)
      last = deed
      seen.deeds += 1
      assert.deepEqual(await scene.facts(), expectedOf(model), JSON.stringify(story, null, 1))
    }
    for (const { decision, told } of Object.values(model.items)) {
      if (decision !== null) seen.answered += 1
      if (decision === 'lapsed') seen.lapsed += 1
      if (told.includes('role.given')) seen.undone += 1
    }
  }
  t.diagnostic(JSON.stringify(seen))
  assert.ok(seen.struck > throughDatabase / 2 && seen.afterCommit > 0 && seen.answered > throughDatabase)
  assert.ok(seen.undone > throughDatabase / 60 && seen.lapsed > throughDatabase / 60)

  /** False: it was struck before it was committed, so it never was. */
  async function carryOut(deed: ReviewDeed, strike: Strike | null): Promise<boolean> {
    if (strike) database.arm(strike)
    try {
      await scene.carryOut(deed)
    } catch (error) {
      if (!(error instanceof Killed)) throw error
    }
    if (!strike) return true
    const { struck, committed } = database.result()
    if (struck) seen.struck += 1
    if (struck && committed) seen.afterCommit += 1
    return !struck || committed
  }
})

/** Only what is one transaction of the product can be struck. */
function strikeBy(chance: Chance, { deed }: ReviewDeed): Strike | null {
  const isOne = ['answers', 'undoes', 'confirms the rest', 'takes back', 'changes', 'job runs'].includes(deed)
  if (!isOne || chance.upTo(1) === 0) return null
  return chance.upTo(9) === 0 ? 'after-commit' : { before: 1 + chance.upTo(26) }
}
