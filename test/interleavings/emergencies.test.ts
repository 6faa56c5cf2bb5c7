/**
 * Emergency access under actors, a clock and kills by chance, against a reference model. 10,000 interleavings run through the pure
 * list of what may happen; a sample of them, or as many as SEB_INTERLEAVINGS says, through the database and struck between statements.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Emergency, isGoingOn, moveEmergency } from '../../src/emergency/emergency.ts'
import { type Chance, chanceFrom } from '../histories/random-histories.ts'
import { after, beginning, type EmergencyDeed, hoursOfRole, type Model, persons } from './emergency-model.ts'
import { expectedOf, makeEmergencyScene } from './emergency-scene.ts'
import { Killed, openKillableDatabase, type Strike } from './killable.ts'

const seed = 20_261_126
const interleavings = 10_000
const deedsOfEach = 9
const throughDatabase = Number(process.env['SEB_INTERLEAVINGS'] ?? 100)
const hour = 3_600_000

test('10,000 interleavings of what may happen to an emergency end where the reference model says', () => {
  const chance = chanceFrom(seed)
  const ends: Record<string, number> = {}
  for (let number = 0; number < interleavings; number += 1) {
    let model = after(beginning, { deed: 'takes', by: 'taker', form: 0 })
    let emergency = takenAtTheBeginning
    const deeds: EmergencyDeed[] = []
    for (let deed = 0; deed < deedsOfEach; deed += 1) {
      const next = makeDeed(chance, model)
      if (next.deed === 'takes') continue
      deeds.push(next)
      const now = new Date(model.clock * hour)
      if (next.deed === 'ends' || (next.deed === 'judges' && next.by.endsWith('chief'))) {
        const move =
          next.deed === 'ends'
            ? { kind: 'end' as const, by: next.by }
            : { kind: 'review' as const, by: next.by, verdict: next.verdict, words: '' }
        const moved = moveEmergency(emergency, move, now)
        if (moved.moved) emergency = moved.emergency
      }
      model = after(model, next)
      const [said] = model.emergencies
      assert.deepEqual(
        [emergency.endedAt && emergency.endedAt.getTime() / hour, emergency.verdict, emergency.reviewedBy],
        [said?.endedAt, said?.verdict, said?.reviewedBy],
        JSON.stringify(deeds),
      )
    }
    const end = `${emergency.verdict ?? 'waits'} ${isGoingOn(emergency, new Date(model.clock * hour)) ? 'lasts' : 'over'}`
    ends[end] = (ends[end] ?? 0) + 1
  }
  for (const end of ['waits lasts', 'waits over', 'justified over', 'not-justified lasts'])
    assert.ok((ends[end] ?? 0) > 100, `the interleavings lead everywhere: ${JSON.stringify(ends)}`)
})

test(`${throughDatabase} interleavings through the database, struck between statements: one grant, one event, one notice a fact`, async (t) => {
  const database = await openKillableDatabase()
  t.after(() => database.close())
  const scene = await makeEmergencyScene(database)
  const chance = chanceFrom(seed)
  const seen = { deeds: 0, struck: 0, afterCommit: 0, taken: 0 }
  for (let number = 0; number < throughDatabase; number += 1) {
    let model = beginning
    await scene.begin()
    const story: unknown[] = []
    let last: EmergencyDeed | null = null
    for (let count = 0; count < deedsOfEach; count += 1) {
      // A form that is sent again: after a kill most people do.
      const deed: EmergencyDeed = last && chance.seldom() ? last : makeDeed(chance, model)
      const strike = strikeBy(chance, deed)
      story.push(strike ? { ...deed, strike } : deed)
      if (await carryOut(deed, strike)) model = after(model, deed)
      last = deed
      seen.deeds += 1
      assert.deepEqual(await scene.facts(), expectedOf(model), JSON.stringify(story, null, 1))
    }
    seen.taken += model.emergencies.length
  }
  t.diagnostic(JSON.stringify(seen))
  assert.ok(seen.struck > throughDatabase / 2 && seen.afterCommit > 0 && seen.taken > throughDatabase / 2)

  /** False: it was struck before it was committed, so it never was. */
  async function carryOut(deed: EmergencyDeed, strike: Strike | null): Promise<boolean> {
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

const takenAtTheBeginning: Emergency = {
  id: '1',
  reference: '4F7K92QD',
  organisationId: 'o',
  accountId: 'a',
  personId: 'taker',
  serviceId: 's',
  roleId: 'r',
  assignmentId: 'x',
  reason: 'made up',
  takenAt: new Date(0),
  endsAt: new Date(hoursOfRole * hour),
  endedAt: null,
  verdict: null,
  reviewWords: '',
  reviewedBy: null,
  reviewedAt: null,
  version: 1,
}

function makeDeed(chance: Chance, model: Model): EmergencyDeed {
  const form = chance.upTo(2) === 0 ? Math.max(0, model.emergencies.length - 1) : model.clock
  switch (chance.upTo(11)) {
    case 0:
    case 1:
    case 2:
      return { deed: 'takes', by: chance.seldom() ? 'chief' : 'taker', form }
    case 3:
    case 4:
      return { deed: 'ends', by: chance.pick(persons) }
    case 5:
    case 6:
    case 7:
      return { deed: 'judges', by: chance.pick(persons), verdict: chance.pick(['justified', 'not-justified']) }
    case 8:
    case 9:
      return { deed: 'time passes', hours: chance.pick([1, 3, 5, 200]) }
    case 10:
      return { deed: model.suspended ? 'account reopened' : 'account suspended' }
    default:
      return { deed: chance.pick(['overdue told', model.granted ? 'grant taken' : 'grant back']) }
  }
}

/** Only what is one transaction of the product can be struck. */
function strikeBy(chance: Chance, { deed }: EmergencyDeed): Strike | null {
  if (!['takes', 'ends', 'judges', 'overdue told'].includes(deed) || chance.upTo(1) === 0) return null
  return chance.upTo(9) === 0 ? 'after-commit' : { before: 1 + chance.upTo(26) }
}
