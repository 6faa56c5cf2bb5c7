/** An administrator sees the organisation's own people, what each may do and why, and nothing of anybody else's. */
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, test } from 'node:test'
import { accountId, addStranger, appoint, enterAdministration } from '../support/administration.ts'
import { anna, birgit, carl } from '../support/clinic.ts'
import { fieldsFor, openClinicStage, textOf } from '../support/clinic-stage.ts'

const stage = await openClinicStage()
after(() => stage.close())
const [annaId, birgitId, erikId] = [
  await accountId(stage, 'anna'),
  await accountId(stage, 'birgit'),
  await addStranger(stage),
]
await appoint(stage, annaId, { level: 'chief' })
const { browser } = await enterAdministration(stage)
const see = (path: string) => browser.get(`${stage.url}/admin/medarbejdere${path}`)

test('the list shows everybody who works here, and nobody else', async () => {
  const page = await see('')
  assert.equal(page.status, 200)
  const text = textOf(page)
  assert.match(text, /2 medarbejdere/)
  assert.match(text, /Anna Bro Klinikken 2 .* Birgit Dal Klinikken 0/)
  assert.doesNotMatch(text, /Erik/)
})

test('a part of a name finds them, whatever characters it holds', async () => {
  assert.match(textOf(await see('?soeg=birg')), /1 medarbejder /)
  assert.match(textOf(await see('?soeg=%25')), /Ingen medarbejdere passer/)
  assert.match(textOf(await see('?soeg=Erik')), /Ingen medarbejdere passer/)
  assert.match(textOf(await see('?side=7&status=suspended&enhed=x')), /Ingen medarbejdere passer/)
})

test('a person’s page tells every role, what it applies to and that it has effect, and the look is written down', async () => {
  const text = textOf(await see(`/${annaId}`))
  assert.match(text, /Medicinkortet Rolle/)
  assert.match(text, /Læge Hvorfor\? Rollen gælder nu, fordi alle led holder/)
  assert.match(text, /Klinikken 999900000000011/)
  const looks = (await stage.events()).filter(({ action }) => action === 'account.viewed')
  assert.equal(looks.length, 1)
})

test('a role without effect says which condition fails', async () => {
  await stage.db.updateTable('service_grant').set({ role_ids: [] }).execute()
  assert.match(textOf(await see(`/${annaId}`)), /Virker ikke nu: organisationen må ikke give denne rolle/)
  await stage.db.updateTable('service_grant').set({ role_ids: null }).execute()
})

test('somebody of another organisation is not found, exactly as somebody who does not exist', async () => {
  const [stranger, nobody, nonsense] = [await see(`/${erikId}`), await see(`/${randomUUID()}`), await see('/1')]
  assert.deepEqual([stranger.status, nobody.status, nonsense.status], [404, 404, 404])
  const without = (body: string) => body.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '')
  assert.equal(without(stranger.body), without(nobody.body))
  assert.equal((await stage.events()).filter(({ action }) => action === 'account.viewed').length, 2)
})

test('the list tells when somebody last logged in to a service', async () => {
  assert.match(textOf(await see('')), /Anna Bro Klinikken 2 Ikke set endnu/)
  fieldsFor(await stage.logIn(stage.browser(), stage.medicine, stage.nemlogin, anna), stage.medicine)
  assert.doesNotMatch(textOf(await see('')), /Anna Bro Klinikken 2 Ikke set endnu/)
})

test('an employee who administers nothing finds no list', async () => {
  const birgits = await enterAdministration(stage, birgit)
  assert.equal((await birgits.browser.get(`${stage.url}/admin/medarbejdere`)).status, 404)
  assert.equal((await birgits.browser.get(`${stage.url}/admin/medarbejdere/${annaId}`)).status, 404)
  assert.equal((await enterAdministration(stage, carl)).page.status, 403)
})

test('an administrator limited to another unit sees neither the person nor the name', async () => {
  await appoint(stage, birgitId, { level: 'administrator', unit_ids: [randomUUID()] })
  const limited = (await enterAdministration(stage, birgit)).browser
  assert.match(textOf(await limited.get(`${stage.url}/admin/medarbejdere`)), /Ingen medarbejdere passer/)
  assert.equal((await limited.get(`${stage.url}/admin/medarbejdere/${annaId}`)).status, 404)
})
