/**
 * What a registered provider says with its own right key, and may not: another's organisation, a level it has not, somebody
 * else's number, rights that only SEB gives. (A20, A21, G24, G32, G33, G35) Every person and number is made up.
 */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { randomIds } from '../../src/base/ids.ts'
import { oioAttributes, samlAttributeNames } from '../../src/protocols/saml/oio/attribute-names.ts'
import type { Page } from '../interop/user-agent.ts'
import { clinicCvr, otherCvr } from '../support/clinic.ts'
import { fieldsFor, referenceOn, textOf } from '../support/clinic-stage.ts'
import { asField, openAttackStage } from './attack-stage.ts'
import {
  type AssertionParts,
  type AttackContext,
  assertion,
  attribute,
  attributeStatement,
  authentication,
  evilName,
  honestAttributes,
  honestName,
  nameId,
  response,
  signed,
  subject,
} from './forge.ts'

const stage = await openAttackStage()
after(() => stage.close())
const { medicine } = stage

/** Each with IDs of its own: SEB takes none twice. */
const answer = (c: AttackContext, parts: AssertionParts = {}) =>
  response(c, signed(c, assertion(c, { id: randomIds.xmlId(), ...parts })), { id: randomIds.xmlId() })

/** The honest attributes with some replaced; an empty list leaves one out. */
function saying(changes: Record<string, readonly string[]>): string {
  const all = { ...Object.fromEntries(honestAttributes.map(([name, value]) => [name, [value]])), ...changes }
  const written = Object.entries(all).filter(([, values]) => values.length > 0)
  return attributeStatement(written.map(([name, values]) => attribute(name, ...values)).join(''))
}

/** Sends it as the answer to a request of the browser's own, and reads what SEB shows then. */
async function say(forge: (c: AttackContext) => string): Promise<Page> {
  const { browser, context } = await stage.pending()
  return stage.carry(browser, asField(forge(context)))
}

async function refused(forge: (c: AttackContext) => string, reason: string, detail = /./): Promise<void> {
  const before = await stage.logIns()
  const page = await say(forge)
  assert.equal(page.status, 403, textOf(page))
  const told = (await stage.events(referenceOn(page))).map((event) => event.details as Record<string, unknown>)
  assert.ok(
    told.some((details) => details.reason === reason && detail.test(String(details.detail))),
    JSON.stringify(told.map((details) => [details.reason, details.detail])),
  )
  assert.equal(await stage.logIns(), before)
}

async function released(forge: (c: AttackContext) => string) {
  return medicine.read(fieldsFor(await say(forge), medicine))
}

const { loa, ial, aal, specVersion, legacyAssuranceLevel } = oioAttributes
const { cvr, orgName, cpr, professionalUuid, privileges, userAuthorizations, hasUserAuthorization, sor } =
  samlAttributeNames

test('the honest answer is believed', async () => {
  const profile = await released((c) => answer(c))
  assert.equal(profile[loa], 'Substantial')
})

const malformed: readonly (readonly [name: string, changes: Record<string, readonly string[]>, detail: RegExp])[] = [
  ['no level', { [loa]: [] }, /^assurance-missing/],
  ['two levels', { [loa]: ['Low', 'Substantial'] }, /^attribute-malformed/],
  ['a level in small letters', { [loa]: ['substantial'] }, /^assurance-malformed/],
  ['a level with a space', { [loa]: ['Substantial '] }, /^assurance-malformed/],
  ['a level in numbers', { [loa]: ['3'] }, /^assurance-malformed/],
  [
    'an old level from a provider that is not believed in it',
    { [loa]: [], [legacyAssuranceLevel]: ['3'] },
    /^assurance-missing/,
  ],
  ['an odd level of the identity', { [ial]: ['Highest'] }, /^assurance-malformed/],
  ['two levels of the authenticator', { [aal]: ['High', 'High'] }, /^attribute-malformed/],
  ['two CVR numbers', { [cvr]: ['99999991', clinicCvr] }, /^attribute-malformed/],
  ['no name of the organisation', { [orgName]: [] }, /^attribute-malformed/],
  ['another version of the profile', { [specVersion]: ['OIO-SAML-2.0'] }, /^attribute-malformed/],
  ['no version of the profile', { [specVersion]: [] }, /^attribute-malformed/],
  ['two versions of the profile', { [specVersion]: ['OIO-SAML-3.0', 'OIO-SAML-3.0'] }, /^attribute-malformed/],
  ['a UUID that is none', { [professionalUuid]: ["' or 1=1 --"] }, /^attribute-malformed/],
  ['two UUIDs', { [professionalUuid]: [uuidIn(honestName), uuidIn(evilName)] }, /^attribute-malformed/],
  ['a CPR number with a letter', { [cpr]: ['010101999X'] }, /^attribute-malformed/],
  ['a CPR number in full-width digits', { [cpr]: ['０１０１０１９９９６'] }, /^attribute-malformed/],
  ['a name of ten thousand letters', { [samlAttributeNames.fullName]: ['x'.repeat(10_000)] }, /^attribute-malformed/],
]
for (const [name, changes, detail] of malformed)
  test(`refused: ${name}`, () => refused((c) => answer(c, { attributes: saying(changes) }), 'answer-wrong', detail))

for (const [name, value] of [
  ['none at all', []],
  ['with a space', [`${clinicCvr} `]],
  ['of seven digits', ['9999990']],
  ['of nine digits', [`${clinicCvr}0`]],
  ['in full-width digits', ['９９９９９９９１']],
  ['with a no-break space', [`\u00a0${clinicCvr}`]],
  ['with a line break', [`${clinicCvr}&#10;`]],
  ['that is a query', ["99999991' or '1'='1"]],
] as const)
  test(`refused: a CVR number ${name}`, () =>
    refused((c) => answer(c, { attributes: saying({ [cvr]: value }) }), 'answer-wrong'))

test('refused: an organisation that the provider may not speak for', () =>
  refused((c) => answer(c, { attributes: saying({ [cvr]: [otherCvr] }) }), 'organisation-not-allowed'))

test('refused: a level below what the service takes, in the attribute, the context, or one of its parts', async () => {
  await refused((c) => answer(c, { attributes: saying({ [loa]: ['Low'] }) }), 'level-too-low')
  const low = (c: AttackContext) => authentication(c).replace('loa/Substantial', 'loa/Low')
  await refused((c) => answer(c, { authentication: low(c) }), 'level-too-low')
  const spaced = (c: AttackContext) =>
    low(c).replace('loa/Low', 'loa/Low\n').replace('ClassRef>https', 'ClassRef>\n https')
  await refused((c) => answer(c, { authentication: spaced(c) }), 'level-too-low')
  await refused((c) => answer(c, { attributes: saying({ [ial]: ['Low'] }) }), 'level-too-low')
  await refused((c) => answer(c, { attributes: saying({ [aal]: ['Low'] }) }), 'level-too-low')
})

test('refused: a level in the context that nobody knows', async () => {
  const odd = (c: AttackContext) => authentication(c).replace('loa/Substantial', 'loa/Highest')
  await refused((c) => answer(c, { authentication: odd(c) }), 'answer-wrong', /^assurance-malformed/)
})

test('a level above what the provider is notified at is passed on as the lower one', async () => {
  const high = { [loa]: ['High'], [ial]: ['High'], [aal]: ['High'] }
  const context = (c: AttackContext) => authentication(c).replace('loa/Substantial', 'loa/High')
  const profile = await released((c) => answer(c, { attributes: saying(high), authentication: context(c) }))
  assert.deepEqual([profile[loa], profile[ial], profile[aal]], ['Substantial', 'Substantial', 'Substantial'])
})

test('a private person where the workplace was asked for', () =>
  refused(
    (c) =>
      answer(c, {
        subject: subject(
          c,
          nameId('https://data.gov.dk/model/core/eid/person/uuid/11111111-1111-4111-8111-111111111111'),
        ),
      }),
    'wrong-log-in-kind',
  ))

test('rights, authorisations and places of work that a provider claims do not reach the service', async () => {
  const claimed = Buffer.from(
    '<bpp:PrivilegeList xmlns:bpp="http://digst.dk/oiosaml/basic_privilege_profile"><PrivilegeGroup Scope="urn:dk:gov:saml:cvrNumberIdentifier:99999991"><Privilege>urn:evil:everything</Privilege></PrivilegeGroup></bpp:PrivilegeList>',
  ).toString('base64')
  const attributes = saying({
    [privileges]: [claimed],
    [userAuthorizations]: [claimed],
    [hasUserAuthorization]: ['true'],
    [sor]: ['666'],
  })
  const profile = await released((c) => answer(c, { attributes }))
  const given = JSON.stringify(profile.attributes)
  assert.ok(!Buffer.from(String(profile[privileges]), 'base64').toString().includes('urn:evil'))
  assert.ok(!given.includes('666'))
  assert.equal(profile[hasUserAuthorization], undefined)
})

test('refused: a status that is not Success, also with a right assertion inside', async () => {
  const failed =
    '<samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Responder"></samlp:StatusCode></samlp:Status>'
  await refused(
    (c) => response(c, signed(c, assertion(c)), { status: failed }),
    'answer-wrong',
    /^assertion-with-error-status/,
  )
})

test('what a provider writes about its failure is shown to nobody', async () => {
  const text = 'Ring straks til 66 66 66 66'
  const page = await say((c) =>
    response(c, '', {
      status: `<samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Responder"></samlp:StatusCode><samlp:StatusMessage>${text}</samlp:StatusMessage></samlp:Status>`,
    }),
  )
  assert.equal(page.status, 403)
  assert.ok(!page.body.includes('66 66 66 66'))
})

test('refused: somebody else’s CPR number on a log-in that SEB knows', async () => {
  await stage.apply({ people: [{ key: 'honest', name: 'honest', cpr: '0101019996' }] })
  await refused((c) => answer(c, { attributes: saying({ [cpr]: ['0202029996'] }) }), 'answer-wrong', /cpr/)
  await released((c) => answer(c, { attributes: saying({ [cpr]: ['0101019996'] }) }))
})

test('refused: a colleague’s UUID on a log-in that SEB knows', () =>
  refused(
    (c) => answer(c, { attributes: saying({ [professionalUuid]: [uuidIn(evilName)] }) }),
    'answer-wrong',
    /professional-uuid/,
  ))

test('nobody is known again by a name that was made for one log-in', async () => {
  const name = nameId('_made-anew').replace(':persistent', ':transient')
  const once = (c: AttackContext, name: string, uuid: string) =>
    answer(c, { subject: subject(c, name), attributes: saying({ [professionalUuid]: [uuid] }) })
  const first = await released((c) => once(c, name, uuidIn(honestName)))
  const second = await released((c) => once(c, name, uuidIn(evilName)))
  assert.notEqual(first.nameID, second.nameID, 'the same made-up name, another person')
  const linked = await stage.db.selectFrom('identity').select('subject').where('subject', '=', '_made-anew').execute()
  assert.equal(linked.length, 0)
})

test('a local provider finds nobody by CPR number, and nobody is let into other organisations by it', async () => {
  const { id } = await stage.db
    .selectFrom('identity_provider')
    .select('id')
    .where('key', '=', 'region')
    .executeTakeFirstOrThrow()
  await stage.db
    .updateTable('identity_provider')
    .set({ log_in_kinds: ['professional', 'person'] })
    .where('id', '=', id)
    .execute()
  await stage.db
    .updateTable('service')
    .set({ log_in_kinds: ['professional', 'person'] })
    .where('key', '=', 'medicine')
    .execute()
  await stage.db.updateTable('organisation').set({ allows_private_log_in: true }).execute()
  stage.clock.moveMinutes(1)
  const { browser, context: c } = await stage.pending({ ask: { logInKind: 'person' } })
  const someone = nameId('https://data.gov.dk/model/core/eid/person/uuid/99999999-9999-4999-8999-999999999999')
  const forged = answer(c, { subject: subject(c, someone), attributes: saying({ [cpr]: ['0101019996'] }) })
  const page = await stage.carry(browser, asField(forged))
  assert.equal(page.status, 403)
  assert.match(JSON.stringify(await stage.events(referenceOn(page))), /no-account/)
})

function uuidIn(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1)
}
