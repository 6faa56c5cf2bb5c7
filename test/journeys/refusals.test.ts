/** Every way a log-in can be refused: its own page in both languages, a reference that tells the story, a way on. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { explainSignIn } from '../../src/brokering/explain-sign-in.ts'
import type { RefusalReason } from '../../src/brokering/refusal.ts'
import { oioAttributes } from '../../src/protocols/saml/oio/attribute-names.ts'
import type { Page } from '../interop/user-agent.ts'
import { anna, birgit, carl, clinicCvr, dorte, sor } from '../support/clinic.ts'
import { openClinicStage, referenceOn, textOf } from '../support/clinic-stage.ts'
import type { TestPerson, TestProvider } from '../support/test-provider.ts'

const stage = await openClinicStage()
after(() => stage.close())
const { region, nemlogin, medicine } = stage

const municipality = '99999902'
const uuid = (digit: string) =>
  `${digit.repeat(8)}-${digit.repeat(4)}-4${digit.repeat(3)}-8${digit.repeat(3)}-${digit.repeat(12)}`
const person = (digit: string, name: string, cvr = clinicCvr): TestPerson => ({ ...anna, uuid: uuid(digit), name, cvr })

const ended = person('1', 'Erik Gade')
const suspended = person('2', 'Fie Holm')
const visitor = person('3', 'Gert Ibsen', municipality)

await stage.apply({
  people: [
    {
      key: 'erik',
      name: ended.name,
      accounts: [
        {
          cvr: clinicCvr,
          key: 'erik',
          professionalUuid: ended.uuid,
          assignments: [
            {
              service: 'medicine',
              role: 'laege',
              scopes: { enhed: [sor] },
              from: '2020-01-01',
              until: '2021-01-01',
              reason: 'made up',
            },
          ],
        },
      ],
    },
    {
      key: 'fie',
      name: suspended.name,
      accounts: [{ cvr: clinicCvr, key: 'fie', professionalUuid: suspended.uuid, status: 'suspended' }],
    },
    { key: 'gert', name: visitor.name, accounts: [{ cvr: municipality, key: 'gert', professionalUuid: visitor.uuid }] },
  ],
})

/** Logs in and checks what every refusal owes the person. */
async function refused(reason: RefusalReason, who: TestPerson, provider: TestProvider = nemlogin): Promise<Page> {
  const browser = stage.browser()
  const page = await stage.logIn(browser, medicine, provider, who)
  await owesNothing(page, reason, browser)
  return page
}

async function owesNothing(
  page: Page,
  reason: RefusalReason,
  browser: ReturnType<typeof stage.browser>,
): Promise<void> {
  assert.equal(page.status, 403)
  assert.ok(page.forms.length > 0 || page.body.includes('class="seb-way"'), 'there is a way on')
  const reference = referenceOn(page)
  const story = await explainSignIn(stage.db, reference)
  assert.match(story ?? '', new RegExp(`reason: ${reason}`))
  const english = await browser.get(`${page.url.href}&sprog=en`)
  assert.match(english.body, /<html lang="en"/)
  assert.notEqual(titleOf(english), titleOf(page))
  assert.equal(referenceOn(english), reference, 'the reference is the same in both languages')
}

const titleOf = (page: Page) => /<h1>([\s\S]*?)<\/h1>/.exec(page.body)?.[1]

test('an organisation that is not in SEB', async () => {
  await refused('unknown-organisation', person('4', 'Hans Juul', '99999909'))
})

test('an organisation that has not been given the service', async () => {
  const page = await refused('service-not-granted', visitor)
  assert.match(textOf(page), /Fjordby Kommune/)
})

test('a person the organisation does not know', async () => {
  await refused('no-account', carl)
})

test('an account that is suspended', async () => {
  await refused('account-not-active', suspended)
})

test('no role in the service', async () => {
  const page = await refused('role-missing', birgit)
  assert.match(textOf(page), /Læge/, 'the role that would help is named')
})

test('a role that has ended, with the day it did', async () => {
  const page = await refused('role-ended', ended)
  assert.match(textOf(page), /1\. jan\. 2021/)
})

test('a log-in that is too weak for the service, whatever was asked of the provider', async () => {
  await refused('level-too-low', { ...anna, loa: 'Low' })
})

test('a provider never states more than it is notified at', async () => {
  const browser = stage.browser()
  const request = await stage.toProvider(browser, medicine, region, { assurance: 'High' })
  const page = await stage.carry(browser, region.answer(request, { ...anna, loa: 'High' }))
  await owesNothing(page, 'level-too-low', browser)
})

test('a provider that speaks for an organisation that is not its own', async () => {
  await refused('organisation-not-allowed', visitor, region)
})

test('a private log-in where a professional one was asked for', async () => {
  const page = await refused('wrong-log-in-kind', dorte)
  assert.match(textOf(page), /MitID Erhverv/)
})

test('a provider that cannot answer just now', async () => {
  const browser = stage.browser()
  const request = await stage.toProvider(browser, medicine, region)
  const page = await stage.carry(browser, region.refuse(request, { top: 'Responder', second: null }))
  await owesNothing(page, 'provider-down', browser)
})

test('somebody who cancels at the provider', async () => {
  const browser = stage.browser()
  const request = await stage.toProvider(browser, medicine, region)
  const page = await stage.carry(browser, region.refuse(request, { top: 'Responder', second: 'AuthnFailed' }))
  await owesNothing(page, 'cancelled', browser)
})

test('an answer that does not hold', async () => {
  const page = await refused('answer-wrong', { ...anna, attributes: { [oioAttributes.specVersion]: ['DK-SAML-2.0'] } })
  assert.doesNotMatch(textOf(page), /specVersion|attribute|SAML/i, 'nothing of the internals is shown')
})

test('a request that names only providers the service has not activated', async () => {
  const browser = stage.browser()
  const page = await browser.get(medicine.ask({ providers: ['https://elsewhere.example'] }).url)
  await owesNothing(page, 'provider-not-activated', browser)
})

test('a role that comes back opens the door at the next log-in, with nobody having to restart anything', async () => {
  await refused('role-missing', birgit)
  await stage.apply({
    people: [
      {
        key: 'birgit',
        name: birgit.name,
        accounts: [
          {
            cvr: clinicCvr,
            key: 'birgit',
            unit: 'klinik',
            professionalUuid: birgit.uuid,
            assignments: [{ service: 'medicine', role: 'laege', scopes: { enhed: [sor] }, reason: 'made up' }],
          },
        ],
      },
    ],
  })
  const page = await stage.logIn(stage.browser(), medicine, nemlogin, birgit)
  assert.equal(page.status, 200)
})

test('the story of a log-in that went well says why each value was sent or left out', async () => {
  const page = await stage.logIn(stage.browser(), medicine, region, {
    ...anna,
    attributes: { 'https://data.gov.dk/model/core/eid/email': ['anna@example.dk'] },
  })
  assert.equal(page.status, 200)
  const [last] = await stage.db
    .selectFrom('audit_event')
    .select('reference')
    .where('action', '=', 'sign-in.completed')
    .orderBy('sequence', 'desc')
    .limit(1)
    .execute()
  const story = (await explainSignIn(stage.db, last?.reference ?? '')) ?? ''
  assert.match(story, /✓ sent {4} role laege: assigned by/)
  assert.match(story, /✗ left out email: not agreed with the service/)
  assert.match(story, /✓ sent {4} level of assurance Substantial: as the identity provider stated it/)
  assert.doesNotMatch(story, /anna@example\.dk|Anna Bro/, 'no value of a person stands in it')
})
