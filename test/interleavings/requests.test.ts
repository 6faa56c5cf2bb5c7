/**
 * Requests under actors, a clock and kills by chance, against a reference model. 10,000 interleavings run through the pure state
 * machine; a sample of them, or with SEB_INTERLEAVINGS as many as it says, through the database and struck between statements.
 * The embedded engine has one connection: what is interleaved there is deeds, decided on what was looked at earlier; two
 * transactions at a time are what its lock and PostgreSQL's make of them, one after the other.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { moveRequest, type RequestMove, type RequestStanding } from '../../src/requests/request-state.ts'
import { chanceFrom } from '../histories/random-histories.ts'
import { Killed, openKillableDatabase, type Strike } from './killable.ts'
import { deedsOfEach, makeDeed, makeRequest } from './request-deeds.ts'
import { after, lapsesAfter, type ModelDeed, type ModelRequest } from './request-model.ts'
import { expectedOf, makeRequestScene } from './request-scene.ts'

const seed = 20_261_125
const interleavings = 10_000
const throughDatabase = Number(process.env['SEB_INTERLEAVINGS'] ?? 120)

test('10,000 interleavings of the state machine end where the reference model says', () => {
  const chance = chanceFrom(seed)
  const ends: Record<string, number> = {}
  for (let number = 0; number < interleavings; number += 1) {
    let model = makeRequest(chance)
    const standing: RequestStanding = {
      state: 'submitted',
      askedBy: model.asker,
      personId: 'subject',
      firstApprovedBy: null,
      expiresAt: new Date(lapsesAfter),
    }
    const deeds: ModelDeed[] = []
    for (let deed = 0; deed < deedsOfEach; deed += 1) {
      const next = makeDeed(chance, model)
      deeds.push(next)
      const move = moveOf(model, next)
      const outcome = move && moveRequest(standing, move, new Date(model.clock))
      if (outcome?.moved) Object.assign(standing, { state: outcome.state, firstApprovedBy: outcome.firstApprovedBy })
      model = after(model, next)
      assert.deepEqual([standing.state, standing.firstApprovedBy], [model.state, model.first], JSON.stringify(deeds))
    }
    ends[model.state] = (ends[model.state] ?? 0) + 1
  }
  for (const state of ['approved', 'rejected', 'withdrawn', 'returned', 'submitted'])
    assert.ok((ends[state] ?? 0) > 200, `the interleavings lead everywhere: ${JSON.stringify(ends)}`)
})

/** Null for what the state machine is not asked about: limits, versions and what the request stands on are the deed's to ask. */
function moveOf(model: ModelRequest, it: ModelDeed): RequestMove | null {
  switch (it.deed) {
    case 'withdraws':
      return { kind: 'withdraw', by: it.by }
    case 'answers':
      return { kind: 'answer', by: it.by }
    case 'approves':
    case 'asks back':
    case 'rejects': {
      if (!['ward', 'wide', 'chief'].includes(it.by) || it.version !== model.version) return null
      if (it.deed !== 'approves') return { kind: it.deed === 'rejects' ? 'reject' : 'return', by: it.by }
      // Whether it can be given at all is asked of the database; here the model's word is taken for it.
      const given = after(model, it).version !== model.version
      return given || model.first === it.by ? { kind: 'approve', by: it.by, needed: model.sensitive ? 2 : 1 } : null
    }
    default:
      return null
  }
}

test(`${throughDatabase} interleavings through the database, struck between statements: one grant, one event, one mail a fact`, async (t) => {
  const database = await openKillableDatabase()
  t.after(() => database.close())
  const scene = await makeRequestScene(database)
  const chance = chanceFrom(seed)
  const seen = { deeds: 0, struck: 0, afterCommit: 0, given: 0 }
  let mails = 0
  for (let number = 0; number < throughDatabase; number += 1) {
    let model = makeRequest(chance)
    await scene.begin(model)
    const story: unknown[] = [{ sensitive: model.sensitive, asker: model.asker }]
    let last: ModelDeed | null = null
    for (let count = 0; count < deedsOfEach; count += 1) {
      // A form that is sent again: after a kill most people do.
      const deed: ModelDeed = last && chance.seldom() ? last : makeDeed(chance, model)
      const strike = strikeBy(chance, deed)
      story.push(strike ? { ...deed, strike } : deed)
      const stands = await carryOut(deed, strike)
      if (stands) model = after(model, deed)
      last = deed
      seen.deeds += 1
      assert.deepEqual(await scene.facts(), expectedOf(model), JSON.stringify(story, null, 1))
    }
    mails += model.told.length
    assert.equal(await scene.mails(), mails, `mails: ${JSON.stringify(story, null, 1)}`)
    if (model.given !== 'nothing') seen.given += 1
  }
  t.diagnostic(JSON.stringify(seen))
  assert.ok(seen.struck > throughDatabase / 2 && seen.afterCommit > 0 && seen.given > throughDatabase / 10)

  /** False: it was struck before it was committed, so it never was. */
  async function carryOut(deed: ModelDeed, strike: Strike | null): Promise<boolean> {
    if (!strike) {
      await scene.carryOut(deed)
      return true
    }
    database.arm(strike)
    try {
      await scene.carryOut(deed)
    } catch (error) {
      if (!(error instanceof Killed)) throw error
    }
    const { struck, committed } = database.result()
    if (struck) seen.struck += 1
    if (struck && committed) seen.afterCommit += 1
    return !struck || committed
  }
})

function strikeBy(chance: ReturnType<typeof chanceFrom>, { deed }: ModelDeed): Strike | null {
  if (!['approves', 'asks back', 'rejects', 'withdraws', 'answers'].includes(deed) || chance.upTo(1) === 0) return null
  return chance.upTo(11) === 0 ? 'after-commit' : { before: 1 + chance.upTo(34) }
}
