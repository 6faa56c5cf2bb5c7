/**
 * Two SEB processes at the same request, review or emergency in the same second, on a real PostgreSQL: it ends as if one had been after the
 * other, in either order, by the reference models of test/interleavings.
 */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { isDeepStrictEqual } from 'node:util'
import { openStorage, type Storage } from '../../src/storage/database.ts'
import { type Chance, chanceFrom } from '../histories/random-histories.ts'
import {
  type EmergencyDeed,
  after as emergencyAfter,
  beginning as emergencyBeginning,
} from '../interleavings/emergency-model.ts'
import { expectedOf as emergencyFacts, makeEmergencyScene } from '../interleavings/emergency-scene.ts'
import { makeRequest, makeDeed as requestDeed } from '../interleavings/request-deeds.ts'
import { type ModelDeed, after as requestAfter } from '../interleavings/request-model.ts'
import { makeRequestScene, expectedOf as requestFacts } from '../interleavings/request-scene.ts'
import { makeReview, makeDeed as reviewDeed } from '../interleavings/review-deeds.ts'
import { holders, type ReviewDeed, after as reviewAfter } from '../interleavings/review-model.ts'
import { makeReviewScene, expectedOf as reviewFacts } from '../interleavings/review-scene.ts'
import { type Postgres, startPostgres } from '../support/postgres.ts'

const pairs = Number(process.env['SEB_PAIRS'] ?? 100)
const chance = chanceFrom(20_261_128)

let postgres: Postgres
/** Of two processes. */
let [one, other] = [] as unknown as [Storage, Storage]
before(async () => {
  postgres = await startPostgres()
  const url = await postgres.createDatabase()
  one = await openStorage({ engine: 'postgresql', url, poolSize: 3 })
  other = await openStorage({ engine: 'postgresql', url, poolSize: 3 })
})
after(async () => {
  await Promise.all([one.close(), other.close()])
  await postgres[Symbol.asyncDispose]()
})

interface Scene<Deed, Facts> {
  carryOut(deed: Deed, through?: Storage['db']): Promise<void>
  facts(): Promise<Facts>
}

/** Whether it made a difference who was first. */
async function atOnce<Model, Deed, Facts>(
  scene: Scene<Deed, Facts>,
  model: Model,
  [first, second]: readonly [Deed, Deed],
  { after, expected, story }: { after: (m: Model, d: Deed) => Model; expected: (m: Model) => Facts; story: unknown },
): Promise<boolean> {
  await Promise.all([scene.carryOut(first, one.db), scene.carryOut(second, other.db)])
  const facts = await scene.facts()
  const ends = [expected(after(after(model, first), second)), expected(after(after(model, second), first))]
  if (!ends.some((end) => isDeepStrictEqual(facts, end)))
    assert.deepEqual(facts, ends[0], `neither order:\n${JSON.stringify({ story, first, second }, null, 1)}`)
  return !isDeepStrictEqual(ends[0], ends[1])
}

test(`two at one request in the same second, ${pairs} times: one decision, one grant, one event and one mail a fact`, async (t) => {
  const scene = await makeRequestScene(one)
  const seen = { approvals: 0, contended: 0 }
  for (let pair = 0; pair < pairs; pair += 1) {
    let model = makeRequest(chance)
    await scene.begin(model)
    const story: ModelDeed[] = []
    for (let deeds = chance.upTo(3); deeds > 0; deeds -= 1) {
      const deed = requestDeed(chance, model)
      story.push(deed)
      await scene.carryOut(deed)
      model = requestAfter(model, deed)
    }
    const both = [contendedRequestDeed(), contendedRequestDeed()] as const
    const how = { after: requestAfter, expected: requestFacts, story: { model: makeStory(model), story } }
    if (await atOnce(scene, model, both, how)) seen.contended += 1
    if (both.every(({ deed }) => deed === 'approves')) seen.approvals += 1

    function contendedRequestDeed(): ModelDeed {
      const { version } = model
      if (chance.upTo(2) > 0)
        return { deed: 'approves', by: chance.pick(['ward', 'wide', 'chief']), less: chance.seldom(), version }
      for (;;) {
        const deed = requestDeed(chance, model)
        if (['approves', 'asks back', 'rejects', 'withdraws', 'answers'].includes(deed.deed)) return deed
      }
    }
  }
  t.diagnostic(JSON.stringify(seen))
  assert.ok(seen.approvals > pairs / 10 && seen.contended > pairs / 10, JSON.stringify(seen))
})

function makeStory({ sensitive, asker }: { sensitive: boolean; asker: string }) {
  return { sensitive, asker }
}

test(`two at one review in the same second, ${pairs} times: whoever is second finds what the first did`, async (t) => {
  const scene = await makeReviewScene(one)
  const seen = { answers: 0, rests: 0, jobs: 0, contended: 0 }
  for (let pair = 0; pair < pairs; pair += 1) {
    let model = makeReview(chance)
    await scene.begin(model)
    const story: unknown[] = [{ hasOfficer: model.hasOfficer, silence: model.silence }]
    for (let deeds = chance.upTo(4); deeds > 0; deeds -= 1) {
      const deed = reviewDeed(chance, model)
      story.push(deed)
      await scene.carryOut(deed)
      model = reviewAfter(model, deed)
    }
    const change = { deed: 'changes', by: 'chief', of: chance.pick(holders) } as const
    const both = [chance.seldom() ? change : contendedReviewDeed(chance), contendedReviewDeed(chance)] as const
    if (both.every(({ deed }) => deed === 'answers')) seen.answers += 1
    if (both.some(({ deed }) => deed === 'confirms the rest') && both.some(({ deed }) => deed === 'answers'))
      seen.rests += 1
    if (both.every(({ deed }) => deed === 'job runs')) seen.jobs += 1
    if (await atOnce(scene, model, both, { after: reviewAfter, expected: reviewFacts, story })) seen.contended += 1
  }
  t.diagnostic(JSON.stringify(seen))
  assert.ok(
    Object.values(seen).every((count) => count > pairs / 30),
    JSON.stringify(seen),
  )
})

function contendedReviewDeed(chance: Chance): ReviewDeed {
  const by = chance.pick(['ward', 'chief', 'chief', 'officer'] as const)
  switch (chance.upTo(7)) {
    case 0:
    case 1:
    case 2:
      return {
        deed: 'answers',
        by,
        answers: holders.map((of) => ({ of, answer: chance.pick(['keep', 'remove'] as const) })),
      }
    case 3:
      return { deed: 'confirms the rest', by: chance.pick(['ward', 'chief']), atMost: 5 }
    case 4:
      return { deed: 'undoes', by: 'chief', of: chance.pick(holders) }
    case 5:
      return { deed: 'takes back', by: 'chief', of: chance.pick(holders) }
    default:
      return { deed: 'job runs' }
  }
}

test(`two at one emergency in the same second, ${pairs} times: taken once, ended once, judged once`, async (t) => {
  const scene = await makeEmergencyScene(one)
  const seen = { taken: 0, judged: 0, contended: 0 }
  for (let pair = 0; pair < pairs; pair += 1) {
    let model = emergencyBeginning
    await scene.begin()
    const story: EmergencyDeed[] = []
    if (chance.often()) story.push({ deed: 'takes', by: 'taker', form: 0 })
    if (chance.upTo(2) === 0) story.push({ deed: 'time passes', hours: chance.pick([1, 5, 200]) })
    for (const deed of story) {
      await scene.carryOut(deed)
      // So that the scene has seen which was first.
      await scene.facts()
      model = emergencyAfter(model, deed)
    }
    // Of both kinds: taken twice at once, by one form or two, and decided on twice at once.
    const both =
      chance.upTo(2) === 0
        ? ([taking(chance), taking(chance)] as const)
        : ([deciding(chance), deciding(chance)] as const)
    if (both.every(({ deed }) => deed === 'takes')) seen.taken += 1
    if (both.every(({ deed }) => deed === 'judges')) seen.judged += 1
    const how = { after: emergencyAfter, expected: emergencyFacts, story }
    if (await atOnce(scene, model, both, how)) seen.contended += 1
  }
  t.diagnostic(JSON.stringify(seen))
  assert.ok(
    Object.values(seen).every((count) => count > pairs / 30),
    JSON.stringify(seen),
  )
})

function taking(chance: Chance): EmergencyDeed {
  return { deed: 'takes', by: 'taker', form: chance.upTo(1) }
}

function deciding(chance: Chance): EmergencyDeed {
  switch (chance.upTo(4)) {
    case 0:
      return { deed: 'ends', by: 'taker' }
    case 1:
      return { deed: 'overdue told' }
    default:
      return {
        deed: 'judges',
        by: chance.pick(['chief', 'other chief', 'taker']),
        verdict: chance.pick(['justified', 'not-justified']),
      }
  }
}
