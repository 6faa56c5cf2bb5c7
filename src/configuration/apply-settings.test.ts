/** What chief administrators set for their organisation. Organisations here are made up. */
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
  await apply({})
})
after(() => storage.close())

const apply = async (settings: object, dryRun = false) => {
  const organisation = { cvr: '99999991', name: 'Prøveklinikken', kind: 'dentist', ...settings }
  return (await applyText(deps, JSON.stringify({ organisations: [organisation] }), { dryRun })).output
}

const reviews = { everyMonths: 6, answerDays: 14, onlySensitive: true, silence: 'remove' }

for (const [field, value, others, mistaken] of [
  ['tellsNames', true, 'false → true', 'yes'],
  ['takesRequests', false, 'true → false', 'no'],
  ['chiefsAskForServices', true, 'false → true', 1],
  ['allowsNoMail', true, 'false → true', null],
  ['escalateAfterDays', 7, '3 → 7', 31],
  ['reviews', reviews, 'none → {"everyMonths":6,', { everyMonths: 7 }],
] as const)
  test(`${field} is set by a document, left alone by one that does not say it, and refused where it cannot be`, async () => {
    const line = `~ organisation 99999991 ${field}: ${others}`
    const setting = { [field]: value }
    assert.ok((await apply(setting, true)).startsWith(line), 'a dry run tells of it')
    assert.ok((await apply(setting)).startsWith(line), 'and has not done it')
    assert.equal(await apply(setting), 'Nothing to change.')
    assert.equal(await apply({}), 'Nothing to change.', 'what chief administrators chose is left to them')
    const output = await apply({ [field]: mistaken })
    assert.match(output, new RegExp(`organisations\\[0\\]\\.${field}`))
    assert.match(output, /Nothing was changed\.$/)
  })
