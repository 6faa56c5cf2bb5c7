/** From a refusal to a request, in the same breath: whoever the organisation knows, and whoever it does not know yet. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Form, Page, UserAgent } from '../interop/user-agent.ts'
import { anna, birgit, carl, clinicCvr, sor } from '../support/clinic.ts'
import { openClinicStage, textOf } from '../support/clinic-stage.ts'
import type { TestPerson } from '../support/test-provider.ts'

const stage = await openClinicStage()
after(() => stage.close())
const { db, nemlogin, medicine, referrals } = stage
await stage.apply({
  people: [
    {
      key: 'anna',
      name: anna.name,
      email: 'anna@klinik.example',
      accounts: [
        { cvr: clinicCvr, key: 'anna', unit: 'klinik', professionalUuid: anna.uuid, administrator: { level: 'chief' } },
      ],
    },
  ],
})

/** Fills in the form that has the field, and sends it. */
function fill(browser: UserAgent, page: Page, fields: Record<string, string>): Promise<Page> {
  const [first = ''] = Object.keys(fields)
  const form: Form | undefined = page.forms.find((one) => first in one.fields)
  if (!form) throw new Error(`no field ${first} on ${page.url}:\n${textOf(page)}`)
  return browser.submit({ ...form, fields: { ...form.fields, ...fields } })
}

async function refused(person: TestPerson, service = medicine) {
  const browser = stage.browser()
  const page = await stage.logIn(browser, service, nemlogin, person)
  assert.equal(page.status, 403, textOf(page))
  return { browser, page }
}

test('a refused employee asks in the same breath, without another log-in: three presses and one sentence', async () => {
  const { browser, page } = await refused(birgit)
  const need = await browser.press(page, 'Bed om')
  assert.match(need.url.pathname, /^\/mig\/anmod\/.*\/hvad$/)
  assert.match(textOf(need), /Læge, Medicinkortet/)
  const check = await fill(browser, need, { hvorfor: 'Jeg overtager receptfornyelser fra mandag.' })
  assert.match(textOf(check), /Kontrollér og send/)
  assert.match(textOf(check), new RegExp(`Klinikken \\(${sor}\\)`))
  const sent = await browser.press(check, 'Send anmodning')
  assert.match(textOf(sent), /Din anmodning er sendt/)
  assert.match(textOf(sent), /Den venter hos overbrugeradministratorerne/)
  const row = await db.selectFrom('access_request').selectAll().executeTakeFirstOrThrow()
  assert.equal(row.state, 'submitted')
  assert.equal(row.kind, 'more-access')
  assert.deepEqual(row.scopes, { enhed: [sor] })
  const [mail] = await stage.mails()
  assert.match(mail?.content.subject ?? '', /venter på dig/)
})

test('asked for twice, it is one request', async () => {
  const { browser, page } = await refused(birgit)
  const need = await browser.press(page, 'Bed om')
  const check = await fill(browser, need, { hvorfor: 'En gang til.' })
  const sent = await browser.press(check, 'Send anmodning')
  assert.match(textOf(sent), /Du havde allerede bedt om det samme/)
  assert.equal((await db.selectFrom('access_request').select('id').where('state', '<>', 'draft').execute()).length, 1)
})

test('somebody the organisation does not know asks to be created, and is known the next time', async () => {
  const { browser, page } = await refused(carl, referrals)
  assert.match(textOf(page), /Bed om at blive oprettet/)
  const need = await browser.press(page, 'Bed om')
  const check = await fill(browser, need, { hvorfor: 'Jeg er ny læge i klinikken.', mail: 'carl@klinik.example' })
  assert.match(textOf(check), /Carl Eng/)
  const sent = await browser.press(check, 'Send anmodning')
  assert.match(textOf(sent), /Din anmodning er sendt/)
  const account = await db
    .selectFrom('account')
    .innerJoin('person', 'person.id', 'account.person_id')
    .select(['account.status', 'person.name', 'person.email'])
    .where('professional_uuid', '=', carl.uuid)
    .executeTakeFirstOrThrow()
  assert.deepEqual(account, { status: 'requested', name: 'Carl Eng', email: 'carl@klinik.example' })
  // Asked for, it opens nothing; and the page leads to what was asked.
  const again = await refused(carl, referrals)
  assert.match(textOf(again.page), /Din konto venter på svar/)
  const followed = await again.browser.press(again.page, 'Se, hvor langt')
  assert.match(textOf(followed), /Mine anmodninger/)
  assert.match(textOf(followed), /Læge, Henvisninger/)
})
