/** An administrator takes a role back, suspends, reopens and ends an account: consequences first, a reason, once, and at once. */
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, test } from 'node:test'
import { accountId, addStranger, appoint, enterAdministration } from '../support/administration.ts'
import { anna, birgit } from '../support/clinic.ts'
import { fieldsFor, openClinicStage, textOf } from '../support/clinic-stage.ts'

const stage = await openClinicStage()
after(() => stage.close())
const { db, url } = stage
const [annaId, birgitId, erikId] = [
  await accountId(stage, 'anna'),
  await accountId(stage, 'birgit'),
  await addStranger(stage),
]
// Birgit administers; Anna has the roles.
await appoint(stage, birgitId, { level: 'chief' })
const { browser } = await enterAdministration(stage, birgit)
const pathOf = (account: string, rest: string) => `${url}/admin/medarbejdere/${account}/${rest}`
const assignments = await db
  .selectFrom('role_assignment')
  .innerJoin('service', 'service.id', 'role_assignment.service_id')
  .select(['role_assignment.id', 'service.key as service'])
  .orderBy('service.key')
  .execute()
const assignmentIn = (service: string) => assignments.find((row) => row.service === service)?.id ?? ''

function send(address: string, fields: Record<string, string>) {
  const page = new URL(address)
  return browser.submit({ page, action: page, method: 'post', buttons: [], fields })
}
const statusOf = async (account: string) =>
  (await db.selectFrom('account').select('status').where('id', '=', account).executeTakeFirstOrThrow()).status
const eventsNamed = async (name: string) => (await stage.events()).filter(({ action }) => action === name).length

test('a role is taken back with its consequences told and a reason, and is gone at the next log-in', async () => {
  const path = pathOf(annaId, `roller/${assignmentIn('referrals')}/tag-tilbage`)
  assert.match(textOf(await browser.get(path)), /Anna Bro mister rollen Læge i Henvisninger.*Det er den sidste rolle/)
  const without = await send(path, { begrundelse: ' ' })
  assert.equal(without.status, 422)
  assert.match(textOf(without), /Skriv en begrundelse/)
  const done = await send(path, { begrundelse: 'Ikke længere i vagten', withdrawn_at: '2099-01-01' })
  assert.match(textOf(done), /Rollen er taget tilbage.*Virker ikke nu: den er trukket tilbage/)
  assert.match(textOf(done), /Birgit Dal tog rollen Læge tilbage Begrundelse: Ikke længere i vagten/)
  await send(path, { begrundelse: 'igen' })
  assert.equal(await eventsNamed('role-assignment.withdrawn'), 1)
  const refused = await stage.logIn(stage.browser(), stage.referrals, stage.nemlogin, anna)
  assert.match(textOf(refused), /rolle/)
  assert.throws(() => fieldsFor(refused, stage.referrals))
})

test('a suspended account ends its sessions at once, and opens again with its roles', async () => {
  const visit = stage.browser()
  fieldsFor(await stage.logIn(visit, stage.medicine, stage.nemlogin, anna), stage.medicine)
  const live = () =>
    db
      .selectFrom('session')
      .innerJoin('account', 'account.person_id', 'session.person_id')
      .select('session.id')
      .where('account.id', '=', annaId)
      .where('ended_at', 'is', null)
      .execute()
  assert.equal((await live()).length, 1)
  assert.match(textOf(await browser.get(pathOf(annaId, 'spaer'))), /log-in, Anna Bro har åbne.*slutter nu/)
  await Promise.all([1, 2].map(() => send(pathOf(annaId, 'spaer'), { begrundelse: 'Orlov' })))
  assert.equal(await statusOf(annaId), 'suspended')
  assert.equal(await eventsNamed('account.suspended'), 1)
  assert.deepEqual(await live(), [])
  assert.match(textOf(await send(pathOf(annaId, 'aabn'), { begrundelse: 'Tilbage' })), /Kontoen er åbnet igen/)
  fieldsFor(await stage.logIn(stage.browser(), stage.medicine, stage.nemlogin, anna), stage.medicine)
})

test('nobody changes their own account, or anybody’s in another organisation, and nothing tells the two apart', async () => {
  for (const account of [birgitId, erikId, randomUUID()])
    for (const change of ['spaer', 'ophoer', 'aabn']) {
      assert.equal((await browser.get(pathOf(account, change))).status, 404)
      assert.equal((await send(pathOf(account, change), { begrundelse: 'x' })).status, 404)
    }
  assert.deepEqual([await statusOf(birgitId), await statusOf(erikId)], ['active', 'active'])
  const foreign = pathOf(birgitId, `roller/${assignmentIn('medicine')}/tag-tilbage`)
  assert.equal((await send(foreign, { begrundelse: 'x' })).status, 404)
  assert.equal(await eventsNamed('role-assignment.withdrawn'), 1)
})

test('an administrator does not touch a chief administrator', async () => {
  await db.updateTable('administrator_appointment').set({ level: 'administrator' }).execute()
  await appoint(stage, annaId, { level: 'chief' })
  assert.equal((await browser.get(pathOf(annaId, 'spaer'))).status, 404)
  assert.equal((await send(pathOf(annaId, 'ophoer'), { begrundelse: 'x' })).status, 404)
  assert.equal(await statusOf(annaId), 'active')
  await db.deleteFrom('administrator_appointment').where('account_id', '=', annaId).execute()
})

test('an account that has ended stays ended, and gets no more roles', async () => {
  assert.match(textOf(await send(pathOf(annaId, 'ophoer'), { begrundelse: 'Fratrådt' })), /Kontoen er ophørt/)
  assert.equal((await send(pathOf(annaId, 'aabn'), { begrundelse: 'fortrudt' })).status, 404)
  assert.equal((await browser.get(pathOf(annaId, 'tildel'))).status, 404)
  assert.equal(await statusOf(annaId), 'ended')
})
