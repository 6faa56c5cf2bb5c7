/** 10,000 histories by chance, and mergers among them: the product and the reference model give the same rights, whenever they are asked. (Security D16) */
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { after, test } from 'node:test'
import { effectOfMerging, mergeOrganisations } from '../../src/access/management/organisations/merge-organisations.ts'
import { findAssignments, findAuthorisations, findCandidates } from '../../src/access/roles/door.store.ts'
import { decideRoles } from '../../src/access/roles/effective-roles.ts'
import { randomIds } from '../../src/base/ids.ts'
import { mailKeyFrom } from '../../src/mail/seal-mail.ts'
import { reviewPort } from '../../src/reviews/review-port.ts'
import { insertRows } from '../../src/storage/upsert-rows.ts'
import { openTestDatabase } from '../support/test-database.ts'
import { at, insertService, levelOf, type Rows, rowsOf, type Written } from './histories-in-database.ts'
import { chanceFrom, makeAuthorisations, makeHistory, makeRole } from './random-histories.ts'
import { type Deed, type ModelRole, mergedInto, rightsIn, rightsOf, tell } from './rights-model.ts'

const seed = 20_261_125
const people = 200
const historiesOfEach = 50
const rolesOfEachService = 6
/** Each touches two of the histories. */
const merges = 150
/** Of the day, by the clock in Greenwich. */
const night = (day: number, hour: number) => day + (hour + 0.05 - 12.5) / 24
/** The last are the nights in which clocks go back, on 25 October 2026, and forward, on 28 March 2027. */
const days = [
  ...[0, 6, 10, 10.999, 11, 20, 30, 31, 33, 40],
  ...[night(297, -1), night(297, 0.25), night(297, 1.25), night(297, 2)],
  ...[night(451, 0.75), night(451, 1), night(451, 4)],
]

const mailKey = mailKeyFrom(randomBytes(32))
const publicUrl = new URL('https://seb.example')
const { db, close } = await openTestDatabase()
after(close)

test('the rights that have effect are those of the reference model, in 10,000 histories', async () => {
  const chance = chanceFrom(seed)
  const scenes: ({ roles: ModelRole[] } & Awaited<ReturnType<typeof insertService>>)[] = []
  for (let service = 0; service < 10; service++) {
    const roles = Array.from({ length: rolesOfEachService }, (_, at) => makeRole(chance, `role-${at}`))
    scenes.push({ roles, ...(await insertService(db, `service-${service}`, roles)) })
  }
  const rows: Rows = { organisations: [], accounts: [], grants: [], assignments: [], reviews: [], items: [] }
  const persons = Array.from({ length: people }, (_, number) => {
    const scene = chance.pick(scenes)
    const personId = randomIds.uuid()
    const histories = Array.from({ length: historiesOfEach }, (_, history) => {
      const deeds = makeHistory(chance, scene.roles)
      const cvr = String(99_000_000 + number * historiesOfEach + history)
      return { deeds, written: rowsOf(deeds, { personId, cvr, ...scene }, rows) }
    })
    return { personId, scene, histories, authorisations: makeAuthorisations(chance) }
  })
  await insertRows(
    db,
    'person',
    persons.map(({ personId }) => ({ id: personId, name: 'Made up', created_at: at(0) })),
  )
  const authorisations = persons.flatMap(({ personId, authorisations }) =>
    authorisations.map(({ profession, period }, number) => ({
      person_id: personId,
      code: `0000${number}`,
      education_code: profession,
      education_type: 'made up',
      valid_from: at(period.from),
      valid_until: period.until === null ? null : at(period.until),
    })),
  )
  await insertRows(db, 'person_authorisation', authorisations)
  await insertRows(db, 'organisation', rows.organisations)
  await insertRows(db, 'account', rows.accounts)
  await insertRows(db, 'service_grant', rows.grants)
  await insertRows(db, 'role_assignment', rows.assignments)
  await insertRows(db, 'review', rows.reviews)
  await insertRows(db, 'review_item', rows.items)

  const seen = { asked: 0, rights: 0, without: 0 }
  assert.ok(rows.items.length > 1000, 'silence stops some')
  for (const person of persons) {
    const candidates = await findCandidates(db, person.personId, person.scene.serviceId)
    const ids = candidates.map(({ account }) => account.id)
    const assignments = await findAssignments(db, ids, person.scene.serviceId)
    for (const on of days) {
      const level = chance.pick([1, 2, 2, 3] as const)
      const found = await findAuthorisations(db, person.personId, at(on))
      const educationCodes = found.map(({ educationCode }) => educationCode)
      for (const { deeds, written } of person.histories) {
        const candidate = candidates.find(({ account }) => account.id === written.accountId)
        assert.ok(candidate)
        const facts = { now: at(on), ...candidate, assurance: levelOf(level), educationCodes }
        const own = assignments.filter(({ accountId }) => accountId === written.accountId)
        const effective = decideRoles(facts, own).flatMap(({ assignment, fails }) => (fails ? [] : assignment.id))
        const circumstances = { on, level, authorisations: person.authorisations }
        compare(effective, { deeds, written, roles: person.scene.roles, circumstances })
        seen.asked += own.length
        seen.rights += effective.length
        if (own.length > 0 && effective.length === 0) seen.without += 1
      }
    }
  }
  assert.ok(
    seen.rights > seen.asked / 20 && seen.without > 10_000,
    `the histories tell something: ${JSON.stringify(seen)}`,
  )

  // Organisations go into others, in the middle of their histories. The rest of what was told goes on as it was.
  const stories = persons.flatMap((person) => person.histories.map((history) => ({ ...person, ...history })))
  const used = new Set<string>()
  const met = { merged: 0, moved: 0, doubled: 0, rights: 0, lost: 0 }
  while (met.merged < merges) {
    const from = chance.pick(stories)
    const same = chance.upTo(9) === 0
    const into = chance.pick(
      stories.filter((one) => one.scene === from.scene && (one.personId === from.personId) === same),
    )
    const [told, receiving] = [tell(from.deeds), tell(into.deeds)]
    const [fromId, intoId] = [from.written.organisationId, into.written.organisationId]
    if (fromId === intoId || used.has(fromId) || used.has(intoId)) continue
    if (!told.organisationOpen || !receiving.organisationOpen) continue
    used.add(fromId).add(intoId)
    met.merged += 1
    const on = chance.pick(days)
    await db.transaction().execute(async (trx) => {
      const effect = await effectOfMerging(trx, { fromId, intoId }, at(on))
      const deps = { clock: { now: () => at(on) }, ids: randomIds, mailKey, publicUrl, reviews: reviewPort }
      await mergeOrganisations(deps, trx, { personId: from.personId, source: 'test' }, { fromId, intoId }, effect)
    })
    const { roles } = from.scene
    const hasAccountThere = same && receiving.account !== null && receiving.account.state !== 'over'
    const standing = mergedInto(receiving, told, { on, roles, hasAccountThere })
    if (standing.account) met.moved += 1
    if (hasAccountThere) met.doubled += 1
    for (const later of days.filter((day) => day >= on)) {
      const level = chance.pick([1, 2, 2, 3] as const)
      const asked = { on: later, level, authorisations: from.authorisations }
      const product = await rightsNow(from, { later, level })
      const model = rightsIn(standing, roles, asked)
      assert.deepEqual(
        product,
        model,
        JSON.stringify({ on, later, level, from: from.deeds, into: into.deeds }, null, 1),
      )
      met.rights += product.length
      met.lost += rightsIn(told, roles, asked).length - product.length
      const theirs = rightsIn(receiving, roles, { ...asked, authorisations: into.authorisations })
      assert.deepEqual(await rightsNow(into, { later, level }), theirs, 'those who were there keep what they had')
    }
  }
  assert.ok(met.rights > merges / 2 && met.lost > merges / 2 && met.doubled > 0, `mergers: ${JSON.stringify(met)}`)
})

/** By what each was given as, of the account of this story, wherever it is now. */
async function rightsNow(
  { personId, scene, written }: { personId: string; scene: { serviceId: string }; written: Written },
  { later, level }: { later: number; level: 1 | 2 | 3 },
): Promise<string[]> {
  const candidates = await findCandidates(db, personId, scene.serviceId)
  const candidate = candidates.find(({ account }) => account.id === written.accountId)
  assert.ok(candidate)
  const own = await findAssignments(db, [written.accountId], scene.serviceId)
  const found = await findAuthorisations(db, personId, at(later))
  const educationCodes = found.map(({ educationCode }) => educationCode)
  const facts = { now: at(later), ...candidate, assurance: levelOf(level), educationCodes }
  const effective = decideRoles(facts, own).flatMap(({ assignment, fails }) => (fails ? [] : assignment.id))
  return effective.map((id) => written.names.get(id) ?? id).sort()
}

function compare(
  effective: readonly string[],
  history: {
    deeds: readonly Deed[]
    written: Written
    roles: readonly ModelRole[]
    circumstances: Parameters<typeof rightsOf>[2]
  },
): void {
  const product = effective.map((id) => history.written.names.get(id) ?? id).sort()
  const model = rightsOf(history.deeds, history.roles, history.circumstances)
  if (product.join() !== model.join())
    assert.fail(`product: ${product}\nmodel: ${model}\n${JSON.stringify(history, null, 1)}`)
}
