/** What a service is told: what is agreed with it and it asks for, never more, and each thing left out with a reason. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { explainSignIn } from '../../src/brokering/explain-sign-in.ts'
import { attributeNameOf, oioAttributes, samlAttributeNames } from '../../src/protocols/saml/oio/attribute-names.ts'
import { anna } from '../support/clinic.ts'
import { fieldsFor, openClinicStage, statusIn } from '../support/clinic-stage.ts'
import type { AskOptions, TestService } from '../support/test-service.ts'

const stage = await openClinicStage()
after(() => stage.close())
const { region } = stage
const { fullName, cvr, orgName, email, cpr, privileges } = samlAttributeNames

/** A service that lists what it asks for; it is agreed to get name, organisation and privileges, but neither mail nor CPR number. */
async function listing(key: string, ...attributeLists: string[][]): Promise<TestService> {
  const service = await stage.service(key, { attributeLists })
  await stage.apply({
    services: [
      {
        key,
        names: { da: key, en: key },
        shortName: key,
        audience: 'professional',
        lowestAssurance: 'Substantial',
        access: 'authenticated',
        logInKinds: ['professional'],
        identityProviders: ['region'],
        attributes: ['fullName', 'cvr', 'orgName', 'privileges'].map((name) => ({ name, legalBasis: 'made up' })),
        metadata: { inline: service.metadata },
      },
    ],
  })
  return service
}

/** SEB's names of what the service was told of the person. */
async function told(service: TestService, ask: AskOptions = {}): Promise<string[]> {
  const page = await stage.logIn(stage.browser(), service, region, anna, ask)
  const profile = await service.read(fieldsFor(page, service))
  return Object.keys(profile)
    .flatMap((name) => attributeNameOf(name) ?? [])
    .sort()
}

test('what a service asks for and has no agreement on is not sent, nor what is agreed and not asked for', async () => {
  const service = await listing('names-only', [fullName, email, cpr])
  assert.deepEqual(await told(service), ['fullName'])
})

test('a service whose metadata lists nothing is told all that is agreed', async () => {
  assert.deepEqual(await told(await listing('no-list')), ['cvr', 'fullName', 'orgName'])
})

test('the number of a list in the request chooses what is sent; without one it is the default list', async () => {
  const service = await listing('two-lists', [fullName], [cvr, orgName])
  assert.deepEqual(await told(service), ['fullName'])
  assert.deepEqual(await told(service, { attributeList: 1 }), ['cvr', 'orgName'])
  assert.deepEqual(await told(service, { attributeList: 0 }), ['fullName'])
})

test('a list that the service does not have is answered with a no, not with a guess', async () => {
  const service = await listing('one-list', [fullName])
  const page = await stage.browser().get(service.ask({ attributeList: 7 }).url)
  assert.equal(statusIn(fieldsFor(page, service)), 'RequestUnsupported')
})

test('the choice of a list holds for one log-in, also in a session', async () => {
  const service = await listing('in-session', [fullName], [orgName])
  const browser = stage.browser()
  fieldsFor(await stage.logIn(browser, service, region, anna), service)
  const again = await service.read(fieldsFor(await browser.get(service.ask({ attributeList: 1 }).url), service))
  assert.equal(again[orgName], anna.orgName)
  assert.equal(again[fullName], undefined)
})

test('the level of assurance and the version are always told: they speak of the log-in, not of the person', async () => {
  const service = await listing('nothing', [privileges])
  const page = await stage.logIn(stage.browser(), service, region, anna)
  const profile = await service.read(fieldsFor(page, service))
  assert.equal(profile[oioAttributes.loa], 'Substantial')
  assert.equal(profile[oioAttributes.specVersion], 'OIO-SAML-3.0')
})

test('the explanation says of each value why it was sent or left out', async () => {
  const service = await listing('explained', [fullName, email])
  const person = { ...anna, attributes: { [email]: ['anna@example.dk'] } }
  fieldsFor(await stage.logIn(stage.browser(), service, region, person), service)
  const completed = (await stage.events()).findLast(({ action }) => action === 'sign-in.completed')
  const story = await explainSignIn(stage.db, completed?.reference ?? '')
  assert.match(story ?? '', /✓ sent {5}fullName: agreed and asked for/)
  assert.match(story ?? '', /✗ left out email: not agreed with the service/)
  assert.match(story ?? '', /✗ left out orgName: the service does not ask for it/)
  assert.ok(!story?.includes('anna@example.dk'), 'names and reasons only')
})
