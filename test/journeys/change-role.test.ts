/** An administrator changes a role that was given: within the same rules as when it is given, and never over another's change. */
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, test } from 'node:test'
import type { UserAgent } from '../interop/user-agent.ts'
import { accountId, addStranger, appoint, enterAdministration } from '../support/administration.ts'
import { anna, birgit, sor } from '../support/clinic.ts'
import { openClinicStage, textOf } from '../support/clinic-stage.ts'

const stage = await openClinicStage()
after(() => stage.close())
const { db, url } = stage
const [annaId, birgitId, erikId] = [
  await accountId(stage, 'anna'),
  await accountId(stage, 'birgit'),
  await addStranger(stage),
]
await appoint(stage, birgitId, { level: 'chief' })
const { browser } = await enterAdministration(stage, birgit)
const held = await db
  .selectFrom('role_assignment')
  .innerJoin('service', 'service.id', 'role_assignment.service_id')
  .selectAll('role_assignment')
  .where('account_id', '=', annaId)
  .where('service.key', '=', 'medicine')
  .executeTakeFirstOrThrow()
const path = `${url}/admin/medarbejdere/${annaId}/roller/${held.id}/ret`
const other = '999900000000099'

function send(from: UserAgent, fields: Record<string, string>, to = path) {
  const address = new URL(to)
  return from.submit({ page: address, action: address, method: 'post', buttons: [], fields })
}
const fieldsNow = async () => (await browser.get(path)).forms[0]?.fields ?? {}
const row = () => db.selectFrom('role_assignment').selectAll().where('id', '=', held.id).executeTakeFirstOrThrow()
const changes = async () =>
  (await db.selectFrom('audit_event').select(['action', 'details']).where('object_id', '=', held.id).execute()).filter(
    ({ action }) => action === 'role-assignment.changed',
  )

test('what a role applies to, until when and why is changed after it has been shown before and after', async () => {
  const page = await browser.get(`${url}/admin/medarbejdere/${annaId}`)
  assert.match(page.body, new RegExp(`/roller/${held.id}/ret`))
  const fields = await fieldsNow()
  assert.deepEqual([fields['omfang-enhed'], fields.til, fields.begrundelse], [sor, '', 'made up'])
  const changed = { ...fields, 'omfang-enhed': other, til: '2099-12-31', begrundelse: 'Flyttet' }
  const check = await send(browser, { ...changed, trin: 'kontrol' })
  assert.match(textOf(check), new RegExp(`Gælder for Klinikken \\(${sor}\\) ${other}.*made up Flyttet`))
  assert.deepEqual((await row()).scopes, { enhed: [sor] })
  const again = await browser.press(check, 'ret')
  assert.equal(again.forms[0]?.fields.begrundelse, 'Flyttet')
  for (let time = 0; time < 2; time++)
    assert.match(
      textOf(await send(browser, { ...changed, trin: 'gem' })),
      /Rollen er rettet.*Birgit Dal ændrede rollen Læge/,
    )
  const { scopes, valid_from, reason } = await row()
  assert.deepEqual([scopes, valid_from, reason], [{ enhed: [other] }, held.valid_from, 'Flyttet'])
  const events = await changes()
  assert.equal(events.length, 1)
  assert.match(JSON.stringify(events), new RegExp(`"after":.*${other}.*"before":.*${sor}`))
})

test('the second of two administrators sees what the first did, keeps what was typed, and can save then', async () => {
  const fields = await fieldsNow()
  await send(browser, { ...fields, begrundelse: 'Den første', trin: 'gem' })
  const late = await send(browser, { ...fields, begrundelse: 'Den anden', trin: 'gem' })
  assert.equal(late.status, 422)
  assert.match(textOf(late), /En anden har ændret rollen.*Begrundelse: Den første/)
  assert.equal(late.forms[0]?.fields.begrundelse, 'Den anden')
  const saved = await browser.press(await browser.press(late, 'kontrol'), 'gem')
  assert.match(textOf(saved), /Rollen er rettet/)
  assert.equal((await row()).reason, 'Den anden')
})

test('of two changes at the same moment one is told that it was second', async () => {
  const fields = await fieldsNow()
  const both = await Promise.all(
    ['Venstre', 'Højre'].map((begrundelse) => send(browser, { ...fields, begrundelse, trin: 'gem' })),
  )
  assert.deepEqual(both.map(({ status }) => status).sort(), [200, 422])
})

test('what is wrong is said beside the field, as when a role is given', async () => {
  const fields = await fieldsNow()
  const wrong = await send(browser, {
    ...fields,
    'omfang-enhed': '12',
    fra: '2020-01-01',
    til: '2019-01-01',
    begrundelse: '',
    trin: 'gem',
  })
  assert.equal(wrong.status, 422)
  for (const sentence of [
    /ikke den rigtige form/,
    /en dag, der er gået/,
    /ligger før den første/,
    /Skriv en begrundelse/,
  ])
    assert.match(textOf(wrong), sentence)
  const grant = db.updateTable('service_grant').where('service_id', '=', held.service_id)
  await grant.set({ ceilings: JSON.stringify({ sor: [sor] }) }).execute()
  assert.match(
    textOf(await send(browser, { ...fields, begrundelse: 'Igen', trin: 'gem' })),
    /ikke bruge rollen for den værdi|hvad rollen gælder for/,
  )
  await grant.set({ ceilings: '{}' }).execute()
})

test('a role that the organisation may no longer give is not changed, and says so', async () => {
  const fields = await fieldsNow()
  await db.updateTable('role').set({ status: 'retired' }).where('id', '=', held.role_id).execute()
  assert.match(textOf(await browser.get(path)), /Rollen kan ikke ændres/)
  const late = await send(browser, { ...fields, begrundelse: 'For sent', trin: 'gem' })
  assert.deepEqual([late.status, /Organisationen må ikke længere give den/.test(textOf(late))], [422, true])
  assert.doesNotMatch(
    (await browser.get(`${url}/admin/medarbejdere/${annaId}`)).body,
    new RegExp(`/roller/${held.id}/ret`),
  )
  await db.updateTable('role').set({ status: 'active' }).where('id', '=', held.role_id).execute()
})

test('nobody changes their own roles, those of other organisations, what was taken back, or beside their limits', async () => {
  await appoint(stage, annaId, { level: 'administrator', service_ids: [] })
  const limited = (await enterAdministration(stage, anna)).browser
  const own = await enterAdministration(stage, birgit)
  const at = (account: string, assignment: string) => `${url}/admin/medarbejdere/${account}/roller/${assignment}/ret`
  for (const [agent, address] of [
    [limited, path],
    [own.browser, at(birgitId, held.id)],
    [own.browser, at(erikId, held.id)],
    [own.browser, at(annaId, randomUUID())],
    [own.browser, at(annaId, 'nord')],
  ] as const) {
    assert.equal((await agent.get(address)).status, 404, address)
    assert.equal((await send(agent, { trin: 'gem', begrundelse: 'X' }, address)).status, 404, address)
  }
  await db.updateTable('role_assignment').set({ withdrawn_at: stage.clock.now() }).where('id', '=', held.id).execute()
  assert.equal((await browser.get(path)).status, 404)
  assert.equal((await send(browser, { trin: 'gem', begrundelse: 'X' })).status, 404)
})
