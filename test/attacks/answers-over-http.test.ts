/**
 * The whole corpus of hostile answers at the product's own door. Each answers a log-in that a browser has really begun; each is
 * refused with a page, an audit event that its reference finds, and nobody is let in. (A1–A23, G1–G36)
 */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { referenceOn, textOf } from '../support/clinic-stage.ts'
import { asField, openAttackStage } from './attack-stage.ts'
import { evilName, honestName } from './forge.ts'
import { responseAttacks } from './hostile-responses.ts'

const stage = await openAttackStage()
after(() => stage.close())

/** Nothing of how SEB is made, and nothing of what was sent, may stand on a page. */
const internals = /node:|\.[jt]sx?:\d|at async|libxml|pglite|select .* from|<saml|xmlns:|stack/i

/** What is seen already by how it travels, before there is any XML. */
const transport: readonly string[] = ['xml-too-large', 'xml-encoding']

for (const { name, covers, reason, forge } of responseAttacks) {
  test(`refused (${covers}): ${name}`, async () => {
    const { browser, context } = await stage.pending()
    const began = performance.now()
    const page = await stage.carry(browser, asField(forge(context)))
    const took = performance.now() - began
    assert.ok([400, 403, 413].includes(page.status), `${page.status} ${textOf(page)}`)
    assert.ok(took < 5000, `${took} ms`)
    assert.doesNotMatch(page.body, internals)
    const events = await stage.events(referenceOn(page))
    assert.ok(events.some(({ outcome }) => outcome === 'refused'))
    if (page.status === 413) return
    const details = events.map(({ details }) => String((details as { detail?: string }).detail))
    // One that answers no request of ours is not looked into any further.
    const expected = page.status === 400 && reason === 'in-response-to-wrong' ? 'nothing is waiting' : reason
    assert.ok(
      details.some(
        (detail) => detail.startsWith(expected) || (transport.includes(reason) && /^transport-/.test(detail)),
      ),
      `${details} instead of ${expected}`,
    )
  })
}

test('after all of them nobody has been logged in, and the name that the forgeries tell stands nowhere', async () => {
  assert.equal(await stage.logIns(), 0)
  const tables = ['session', 'sign_in', 'consumed_message'] as const
  const kept = await Promise.all(tables.map((table) => stage.db.selectFrom(table).selectAll().execute()))
  const events = await stage.db
    .selectFrom('audit_event')
    .selectAll()
    .where('action', 'like', 'identity-provider.%')
    .execute()
  const everything = JSON.stringify([kept, events])
  assert.ok(!everything.includes(evilName) && !everything.includes(honestName))
})
