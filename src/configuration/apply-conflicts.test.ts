/** Services and roles here are made up. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { applyText, testApplyDeps } from '../../test/support/apply-text.ts'
import { openTestDatabase } from '../../test/support/test-database.ts'
import type { Storage } from '../storage/database.ts'

let storage: Storage
before(async () => {
  storage = await openTestDatabase()
})
after(() => storage.close())

const service = (key: string, ...roles: string[]) => ({
  key,
  names: { da: key, en: key },
  shortName: key,
  audience: 'professional',
  lowestAssurance: 'Substantial',
  access: 'role',
  metadata: { inline: `<m entityID="https://${key}.example"/>` },
  roles: roles.map((role) => ({
    key: role,
    names: { da: role, en: role },
    privileges: [`urn:${role}`],
    lowestAssurance: 'Low',
  })),
})
const rule = {
  key: 'two-hands',
  names: { da: 'To hænder', en: 'Two hands' },
  effect: 'blocked',
  roles: [
    { service: 'purchase', role: 'order' },
    { service: 'payment', role: 'pay' },
  ],
}
const apply = (document: unknown) => applyText(testApplyDeps(storage.db), JSON.stringify(document))

test('a rule about roles that do not go together is made, changed and ended by a document', async () => {
  const services = [service('purchase', 'order'), service('payment', 'pay', 'approve')]
  assert.match((await apply({ services, conflicts: [rule] })).output, /\+ role-conflict two-hands/)
  assert.equal((await apply({ conflicts: [rule] })).output, 'Nothing to change.')
  const wider = { ...rule, atMost: 2, roles: [...rule.roles, { service: 'payment', role: 'approve' }] }
  const { output } = await apply({ conflicts: [wider] })
  assert.match(output, /~ role-conflict two-hands atMost: 1 → 2\n~ role-conflict two-hands roles: /)
  assert.match((await apply({ conflicts: [{ ...wider, ended: true }] })).output, /ended: false → true/)
  // It does not begin again by a file that does not speak of it.
  assert.equal((await apply({ conflicts: [wider] })).output, 'Nothing to change.')
})

test('a rule that would forbid nothing, or that is a service’s own about the roles of others, is a mistake', async () => {
  assert.match(
    (await apply({ conflicts: [{ ...rule, atMost: 2 }] })).output,
    /conflicts\[0\]\.atMost: must be less than/,
  )
  assert.match(
    (await apply({ conflicts: [{ ...rule, service: 'purchase' }] })).output,
    /conflicts\[0\]\.roles\[1\]\.service: the rule is that of service "purchase"/,
  )
  const unknown = { ...rule, roles: [rule.roles[0], { service: 'payment', role: 'fly' }] }
  assert.match((await apply({ conflicts: [unknown] })).output, /there is no role of service payment "fly"/)
})
