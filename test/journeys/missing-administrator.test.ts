/** An employee is told who administers the organisation, and says that nobody does: one case, with what the orphan guard knows. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Page, UserAgent } from '../interop/user-agent.ts'
import { accountId, appoint, enterAdministration } from '../support/administration.ts'
import { anna, birgit, clinicCvr } from '../support/clinic.ts'
import { textOf } from '../support/clinic-stage.ts'
import { openManagementStage } from '../support/management-stage.ts'

const stage = await openManagementStage()
after(() => stage.close())
const { db, clinicId } = stage
await stage.apply({
  people: [
    {
      key: 'anna',
      name: anna.name,
      email: 'anna@seb-demo.example',
      accounts: [{ cvr: clinicCvr, key: 'anna', professionalUuid: anna.uuid }],
    },
    {
      key: 'bo',
      name: 'Bo Chef',
      accounts: [{ cvr: clinicCvr, key: 'bo', functions: ['signatory'] }],
    },
  ],
})
const { browser } = await enterAdministration(stage, anna)
const missing = () => stage.open(browser, '/mig/administrator')
const report = (as: UserAgent, page: Page, fields: Record<string, string> = {}) =>
  stage.fill(as, page, {
    aarsag: 'gone',
    telefon: '12 34 56 78',
    navn: 'Bo Chef',
    besked: 'Hun stoppede i går.',
    ...fields,
  })

test('where there is somebody, they are told by function, and by name only where the organisation shows names', async () => {
  const bo = await accountId(stage, 'bo')
  await appoint(stage, bo, { level: 'chief' })
  await db.updateTable('organisation').set({ tells_names: false }).where('id', '=', clinicId).execute()
  const text = textOf(await missing())
  assert.match(text, /En overbrugeradministrator .*viser ikke navne/)
  assert.doesNotMatch(text, /Bo Chef/)
  await db.updateTable('organisation').set({ tells_names: true }).where('id', '=', clinicId).execute()
  assert.match(textOf(await missing()), /Bo Chef, overbrugeradministrator/)
  await db
    .updateTable('administrator_appointment')
    .set({ ended_at: stage.clock.now() })
    .where('account_id', '=', bo)
    .execute()
})

test('where there is nobody, that is said, and a telephone number is asked for', async () => {
  const page = await missing()
  assert.match(textOf(page), /Ingen er overbrugeradministrator lige nu/)
  const wrong = await report(browser, page, { aarsag: '', telefon: '' })
  assert.equal(wrong.status, 422)
  assert.match(textOf(wrong), /Vælg, hvad der er galt\..*mindst otte cifre/)
  assert.ok(wrong.body.includes('Hun stoppede i går.'))
})

test('told twice by the same form it is one case; told by another it is written in that one', async () => {
  const page = await stage.open(browser, '/mig/administrator?reference=4f7k92qd')
  const [told] = await Promise.all([report(browser, page), report(browser, page)])
  assert.match(textOf(told), /Servicedesk har fået besked\. Sagsnummeret er/)
  const again = await missing()
  assert.match(textOf(again), /Servicedesk er allerede i gang/)
  await report(browser, again, { besked: 'Det haster.' })
  const cases = await db.selectFrom('desk_case').selectAll().execute()
  assert.equal(cases.length, 1)
  const [opened] = cases
  assert.deepEqual(
    [opened?.kind, opened?.organisation_id, opened?.cvr, opened?.asker_email, opened?.log_in_reference],
    ['missing-administrator', clinicId, clinicCvr, 'anna@seb-demo.example', '4F7K92QD'],
  )
  assert.equal((await db.selectFrom('desk_entry').select('id').execute()).length, 2)
})

test('the desk has the case with who asked, who it might be, and what the orphan guard knows', async () => {
  const desk = await stage.enter(birgit, 'servicedesk')
  const { id } = await db.selectFrom('desk_case').select('id').executeTakeFirstOrThrow()
  const text = textOf(await stage.open(desk, `/desk/sager/${id}`))
  assert.match(text, /Mangler administrator: Lægerne ved Broen/)
  assert.match(text, /Den, det var, er stoppet eller syg\. Kunne være: Bo Chef Hun stoppede i går\./)
  assert.match(text, /Organisationen har ingen overbrugeradministrator/)
  assert.match(text, /Bo Chef, befuldmægtiget, har aldrig logget ind/)
})

test('the refusal page leads whoever has an account there, with its number', async () => {
  const refused = await stage.logIn(stage.browser(), stage.medicine, stage.nemlogin, { ...birgit })
  const link = /href="(\/(?:mig\/administrator|kontakt)\?reference=[0-9A-Z]{8}[^"]*)"/.exec(refused.body)?.[1]
  assert.match(link ?? '', /^\/mig\/administrator\?reference=/)
})
