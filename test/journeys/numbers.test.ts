/** The numbers that SEB knows an employee's log-in by are set and corrected by an administrator of theirs. People are made up. */
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, test } from 'node:test'
import type { Page, UserAgent } from '../interop/user-agent.ts'
import { accountId, appoint, enterAdministration } from '../support/administration.ts'
import { anna, birgit } from '../support/clinic.ts'
import { openClinicStage, textOf } from '../support/clinic-stage.ts'

const stage = await openClinicStage()
after(() => stage.close())
const annaId = await accountId(stage, 'anna')
const birgitId = await accountId(stage, 'birgit')
await appoint(stage, annaId, { level: 'chief' })
const { browser: admin } = await enterAdministration(stage)

const pageOf = (id: string) => `${stage.url}/admin/medarbejdere/${id}/ret`

async function correct(
  fields: Record<string, string>,
  { id = birgitId, browser = admin, set = '' } = {},
): Promise<Page> {
  const action = new URL(pageOf(id))
  const seen = set || (await setOf(browser, id))
  return browser.submit({ page: action, action, method: 'post', fields: { set: seen, ...fields }, buttons: [] })
}

const setOf = async (browser: UserAgent, id: string) =>
  /name="set" value="([^"]*)"/.exec((await browser.get(pageOf(id))).body)?.[1] ?? ''

const numbersOf = (id: string) =>
  stage.db.selectFrom('account').select(['professional_uuid', 'rid']).where('id', '=', id).executeTakeFirstOrThrow()

test('a number that was lost is set, once however often it is sent, with before and after in the log, and the employee is told', async () => {
  await stage.db.updateTable('account').set({ rid: null }).where('id', '=', birgitId).execute()
  const before = await numbersOf(birgitId)
  const uuid = randomUUID()
  const set = await setOf(admin, birgitId)
  const fields = { uuid: `urn:uuid:${uuid.toUpperCase()}`, rid: ' 1118061020231 ', begrundelse: 'Nyt nummer' }
  for (let time = 0; time < 2; time++) {
    const page = await correct(fields, { set })
    assert.equal(page.status, 200)
    assert.match(textOf(page), /Numrene er rettet/)
  }
  assert.match(
    textOf(await admin.get(`${stage.url}/admin/medarbejdere/${birgitId}`)),
    /rettede de numre, log-in kendes på Begrundelse: Nyt nummer/,
  )
  assert.deepEqual(await numbersOf(birgitId), { professional_uuid: uuid, rid: '1118061020231' })
  const events = (await stage.events()).filter(({ action }) => action === 'account.corrected')
  assert.deepEqual(
    events.map(({ details }) => details),
    [
      {
        before: { professionalUuid: before.professional_uuid, rid: null },
        after: { professionalUuid: uuid, rid: '1118061020231' },
        reason: 'Nyt nummer',
      },
    ],
  )
  const told = await stage.db.selectFrom('notice').select('kind').where('account_id', '=', birgitId).execute()
  assert.deepEqual(told, [{ kind: 'account.corrected' }])
  const inside = await stage.logIn(stage.browser(), stage.medicine, stage.nemlogin, { ...birgit, uuid })
  // Known by the new number: what she lacks is a role.
  assert.match(textOf(inside), /Du mangler en rolle/)
})

test('what is wrong, or another account’s, is told beside each field, and what was typed is kept', async () => {
  const before = await numbersOf(birgitId)
  const wrong = await correct({ uuid: 'abc', rid: 'to ord', begrundelse: '' })
  assert.equal(wrong.status, 422)
  assert.match(textOf(wrong), /Et UUID har 32 cifre .*Et RID-nummer har højst 64 tegn .*Skriv, hvorfor/)
  for (const typed of ['abc', 'to ord']) assert.ok(wrong.body.includes(`value="${typed}"`), typed)
  const taken = await correct({ uuid: anna.uuid, rid: '', begrundelse: 'Fejl' })
  assert.equal(taken.status, 422)
  assert.match(textOf(taken), /En anden konto i organisationen har allerede dette UUID/)
  assert.match(textOf(await correct({ uuid: '', rid: '0101029995', begrundelse: 'Fejl' })), /ligner et CPR-nummer/)
  assert.deepEqual(await numbersOf(birgitId), before)
})

test('the second of two administrators sees what the first did, and saves over it knowingly', async () => {
  const set = await setOf(admin, birgitId)
  const { professional_uuid } = await numbersOf(birgitId)
  await correct({ uuid: professional_uuid ?? '', rid: '22', begrundelse: 'Først' })
  const page = await correct({ uuid: professional_uuid ?? '', rid: '33', begrundelse: 'Så' }, { set })
  assert.equal(page.status, 422)
  assert.match(textOf(page), /En anden har rettet numrene, mens du skrev: UUID .*, RID 22/)
  assert.ok(page.body.includes('value="33"'))
  const again = /name="set" value="([^"]*)"/.exec(page.body)?.[1] ?? ''
  await correct({ uuid: professional_uuid ?? '', rid: '33', begrundelse: 'Så' }, { set: again })
  assert.equal((await numbersOf(birgitId)).rid, '33')
})

test('nobody corrects their own numbers, those of a chief without being one, or of an account that has ended', async () => {
  const tried = await Promise.all(
    [annaId, randomUUID()].map((id) => correct({ uuid: '', begrundelse: 'x' }, { id, set: 'x' })),
  )
  assert.deepEqual(
    tried.map(({ status }) => status),
    [404, 404],
  )
  const { professional_uuid } = await numbersOf(birgitId)
  await appoint(stage, birgitId, { level: 'administrator' })
  const { browser } = await enterAdministration(stage, { ...birgit, uuid: professional_uuid ?? '' })
  assert.equal((await browser.get(pageOf(annaId))).status, 404)
  await stage.db.updateTable('account').set({ status: 'ended' }).where('id', '=', birgitId).execute()
  assert.equal((await admin.get(pageOf(birgitId))).status, 404)
})
