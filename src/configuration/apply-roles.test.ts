/** Organisations, people and numbers here are made up. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { applyText, testApplyDeps } from '../../test/support/apply-text.ts'
import { openTestDatabase } from '../../test/support/test-database.ts'
import type { Storage } from '../storage/database.ts'
import type { ApplyDeps } from './apply-document.ts'

let storage: Storage
let deps: ApplyDeps

before(async () => {
  storage = await openTestDatabase()
  deps = testApplyDeps(storage.db)
})
after(() => storage.close())

const role = (key: string, more = '') =>
  `{ key: ${key}, names: { da: ${key}, en: ${key} }, privileges: ['urn:${key}'], lowestAssurance: Substantial${more} }`

const service = (...roles: string[]) => `
services:
  - key: medicine
    names: { da: Medicinkort, en: Medication Record }
    shortName: Medicin
    audience: professional
    lowestAssurance: Substantial
    access: role
    metadata: { inline: '<m entityID="https://medicine.example"/>' }
    roles:
${roles.map((one) => `      - ${one}`).join('\n')}
`

const roleRow = (key: string) =>
  storage.db.selectFrom('role').selectAll().where('key', '=', key).executeTakeFirstOrThrow()

test('a role is drafted, used, and ends on a day with another in its place; applied again nothing changes', async () => {
  await applyText(deps, service(role('old', ', status: draft'), role('new')))
  assert.equal((await roleRow('old')).status, 'draft')
  const ending = service(role('old', ", until: '2027-06-30', replacedBy: new"), role('new'))
  const { output } = await applyText(deps, ending)
  for (const line of [
    '~ role medicine/old status: "draft" → "active"',
    '~ role medicine/old until: none → "2027-06-30T22:00:00.000Z"',
    '~ role medicine/old replacedBy: none → "new"',
  ])
    assert.ok(output.includes(line), output)
  const [old, other] = [await roleRow('old'), await roleRow('new')]
  assert.equal(old.replaced_by, other.id)
  assert.match((await applyText(deps, ending)).output, /[Nn]othing|no change/)
})

test('a role takes the place of another of the same service, never its own', async () => {
  const { output } = await applyText(deps, service(role('new', ', replacedBy: new'), role('old', ', replacedBy: none')))
  assert.match(output, /a role cannot take its own place/)
  assert.match(output, /service "medicine" has no role "none"/)
})

test('a draft can be neither granted nor given', async () => {
  const { output } = await applyText(
    deps,
    `organisations:
  - { cvr: '99999991', name: Prøvekommunen, kind: municipality }
${service(role('planned', ', status: draft'))}
grants:
  - { cvr: '99999991', service: medicine, roles: [planned] }
people:
  - key: anna
    name: Anna Prøve
    accounts:
      - { cvr: '99999991', key: ANNA, assignments: [{ service: medicine, role: planned, reason: made up }] }
`,
  )
  assert.match(output, /role "planned" is a draft: it cannot be granted yet/)
  assert.match(output, /role "planned" is a draft: nobody can have it yet/)
})

test('a pattern that could stop every log-in, or is none, is refused with the reason', async () => {
  const scope = (pattern: string) =>
    `, scopes: [{ key: s, kind: text, names: { da: S, en: S }, constraintName: 'urn:s', pattern: '${pattern}' }]`
  const refused = async (pattern: string) => (await applyText(deps, service(role('r', scope(pattern))))).output
  assert.match(await refused('(a)\\1'), /holds something a scope cannot use/)
  assert.match(await refused('(a'), /is not a regular expression/)
  assert.match(await refused('((a{99}){99}){99}'), /is too long/)
  assert.match(await refused('(a+)+'), /\+ role medicine\/r/)
})
