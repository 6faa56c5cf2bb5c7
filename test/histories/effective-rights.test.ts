/** 10,000 histories by chance: the product and the reference model give the same rights, whenever they are asked. (Security D16) */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { findAssignments, findAuthorisations, findCandidates } from '../../src/access/roles/door.store.ts'
import { decideRoles } from '../../src/access/roles/effective-roles.ts'
import { randomIds } from '../../src/base/ids.ts'
import { insertRows } from '../../src/storage/upsert-rows.ts'
import { openTestDatabase } from '../support/test-database.ts'
import { at, insertService, levelOf, type Rows, rowsOf, type Written } from './histories-in-database.ts'
import { chanceFrom, makeAuthorisations, makeHistory, makeRole } from './random-histories.ts'
import { type Deed, type ModelRole, rightsOf } from './rights-model.ts'

const seed = 20_261_125
const people = 200
const historiesOfEach = 50
const rolesOfEachService = 6
const days = [0, 3, 6, 10, 10.999, 11, 15, 20, 25, 30, 31, 32.5, 33, 40]

const { db, close } = await openTestDatabase()
after(close)

test('the rights that have effect are those of the reference model, in 10,000 histories', async () => {
  const chance = chanceFrom(seed)
  const scenes: ({ roles: ModelRole[] } & Awaited<ReturnType<typeof insertService>>)[] = []
  for (let service = 0; service < 10; service++) {
    const roles = Array.from({ length: rolesOfEachService }, (_, at) => makeRole(chance, `role-${at}`))
    scenes.push({ roles, ...(await insertService(db, `service-${service}`, roles)) })
  }
  const rows: Rows = { organisations: [], accounts: [], grants: [], assignments: [] }
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

  const seen = { asked: 0, rights: 0, without: 0 }
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
})

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
