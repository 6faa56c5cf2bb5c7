/** The simulator's answer is what the next log-in sends: byte for byte in the list of privileges, and word for word in a no. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { samlAttributeNames } from '../../src/protocols/saml/oio/attribute-names.ts'
import type { Page } from '../interop/user-agent.ts'
import { accountId, addStranger, enterAdministration } from '../support/administration.ts'
import { anna, birgit, clinicCvr, clinicDocument, otherCvr, sor } from '../support/clinic.ts'
import { fieldsFor, openClinicStage, textOf } from '../support/clinic-stage.ts'
import type { TestPerson } from '../support/test-provider.ts'

const stage = await openClinicStage()
after(() => stage.close())
const { db, url, medicine, referrals, nemlogin, region } = stage

const names = (name: string) => ({ da: name, en: name })
const pNumbers = ['1099999901', '1099999902']
const scope = (key: string, kind: string, more: object = {}) => ({ key, kind, names: names(key), ...more })
const role = (key: string, more: object) => ({
  key,
  names: names(key),
  lowestAssurance: 'Substantial',
  privileges: [`urn:dk:test:medicine:${key}`],
  ...more,
})
const [original] = clinicDocument(stage).services
assert.ok(original)
const emil: TestPerson = { ...anna, uuid: 'eeeeeeee-eeee-4eee-8eee-eeeeeeeeeeee', name: 'Emil Ø. Æbelø' }
const gitte: TestPerson = { ...anna, uuid: '99999999-9999-4999-8999-999999999999', name: 'Gitte Å' }

await stage.apply({
  organisations: [
    {
      cvr: clinicCvr,
      name: 'Lægerne ved Broen',
      kind: 'general-practice',
      units: [{ key: 'klinik', name: 'Klinikken', sor, pNumber: pNumbers[0] }],
    },
  ],
  services: [
    {
      ...original,
      attributes: ['fullName', 'cvr', 'orgName', 'privileges', 'hasUserAuthorization', 'userAuthorizations', 'cpr'].map(
        (name) => ({ name, legalBasis: 'made up' }),
      ),
      roles: [
        ...original.roles,
        role('p', { privilegeScope: 'p-number', scopes: [scope('sted', 'p-number', { many: true, required: false })] }),
        role('autoriseret', { privilegeScope: 'authorisation', requiredEducationCodes: ['7170'] }),
        role('hoej', { lowestAssurance: 'High' }),
        role('mange', {
          privileges: ['urn:dk:test:medicine:a', 'urn:dk:test:medicine:b?c=1&d="2"'],
          scopes: [
            scope('steder', 'sor', { many: true }),
            scope('register', 'list', { allowedValues: ['a<b', 'æøå'], constraintName: 'urn:dk:test:register' }),
          ],
        }),
      ],
    },
  ],
  people: [
    {
      key: 'anna',
      name: anna.name,
      accounts: [
        {
          cvr: clinicCvr,
          key: 'anna',
          unit: 'klinik',
          professionalUuid: anna.uuid,
          administrator: { level: 'chief' },
        },
      ],
    },
    {
      key: 'emil',
      name: emil.name,
      authorisations: [{ code: 'ZZ999', educationCode: '7170', educationType: 'Læge', from: '2020-01-01' }],
      accounts: [
        {
          cvr: clinicCvr,
          key: 'emil',
          unit: 'klinik',
          professionalUuid: emil.uuid,
          assignments: [
            { service: 'medicine', role: 'laege', scopes: { enhed: [sor] }, reason: 'made up' },
            { service: 'medicine', role: 'autoriseret', reason: 'made up' },
            { service: 'medicine', role: 'hoej', reason: 'made up' },
          ],
        },
      ],
    },
    {
      key: 'gitte',
      name: gitte.name,
      accounts: [{ cvr: clinicCvr, key: 'gitte', professionalUuid: gitte.uuid, status: 'suspended' }],
    },
  ],
})
const erikId = await addStranger(stage)
const [annaId, birgitId, emilId, gitteId] = await Promise.all(
  ['anna', 'birgit', 'emil', 'gitte'].map((key) => accountId(stage, key)),
)
assert.ok(annaId && birgitId && emilId && gitteId)
const roleIds = new Map(
  (
    await db
      .selectFrom('role')
      .innerJoin('service', 'service.id', 'service_id')
      .select(['role.id', 'role.key', 'service.key as service'])
      .execute()
  ).map((row) => [`${row.service} ${row.key}`, row.id]),
)
const roleId = (service: string, key: string) => {
  const id = roleIds.get(`${service} ${key}`)
  assert.ok(id)
  return id
}
const ids = Object.fromEntries(
  (await db.selectFrom('service').select(['id', 'key']).execute()).map(({ id, key }) => [key, id]),
)
const providerIds = Object.fromEntries(
  (await db.selectFrom('identity_provider').select(['id', 'key']).execute()).map(({ id, key }) => [key, id]),
)
const { browser } = await enterAdministration(stage)
const today = () => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen' }).format(stage.clock.now())

const pathOf = (account: string, service = 'medicine') =>
  `${url}/admin/medarbejdere/${account}/simulator?tjeneste=${ids[service]}`

function simulate(account: string, fields: Record<string, string> = {}, service = 'medicine'): Promise<Page> {
  const action = new URL(pathOf(account, service))
  const usual = { login: `${providerIds.nemlogin}:professional`, niveau: 'Substantial', dag: today(), kl: '' }
  return browser.submit({ page: action, action, method: 'post', buttons: [], fields: { ...usual, ...fields } })
}

/** The list of privileges as the page shows it, base64; null when it says that none is sent. */
function listOn(page: Page): string | null {
  assert.equal(page.status, 200, textOf(page))
  return /id="rettighedsliste">\s*([A-Za-z0-9+/=]+)\s*</.exec(page.body)?.[1] ?? null
}

async function sentTo(person: TestPerson, service = medicine, provider = nemlogin): Promise<string | null> {
  const page = await stage.logIn(stage.browser(), service, provider, person)
  const profile = await service.read(fieldsFor(page, service))
  const sent = profile[samlAttributeNames.privileges]
  return typeof sent === 'string' ? sent : null
}

/** Gives what was tried, the way the page goes on to. */
async function give(answer: Page, chosen: Record<string, string> = {}): Promise<void> {
  const form = await browser.press(answer, 'Fortsæt til tildeling')
  const typed = form.forms.map((each) => ({
    ...each,
    fields: { ...each.fields, ...chosen, begrundelse: 'Prøvet først' },
  }))
  const check = await browser.press({ ...form, forms: typed }, 'kontrol')
  const done = await browser.press(check, 'giv')
  assert.match(textOf(done), /Rollen er givet/)
}

test('what somebody gets as it is, is what their log-in sends', async () => {
  const simulated = listOn(await simulate(emilId))
  assert.ok(simulated)
  assert.equal(simulated, await sentTo(emil))
  const strong = listOn(await simulate(emilId, { niveau: 'High' }))
  assert.notEqual(strong, simulated)
  assert.equal(strong, await sentTo({ ...emil, loa: 'High' }))
  const local = listOn(await simulate(emilId, { login: `${providerIds.region}:professional`, niveau: 'High' }))
  assert.equal(local, await sentTo({ ...emil, loa: 'High' }, medicine, region))
})

test('what somebody would get by roles that are not given yet, is what their log-in sends once they are', async () => {
  const tries: Record<string, string>[] = [
    { 'r0-rolle': roleId('medicine', 'p'), 'r0-omfang-sted': pNumbers.join(' '), 'r0-fra': today() },
    {
      'r0-rolle': roleId('medicine', 'mange'),
      'r0-omfang-steder': `${sor} 999900000000022`,
      'r0-omfang-register': 'a<b',
      'r0-fra': today(),
    },
    { 'r0-rolle': roleId('medicine', 'laege'), 'r0-omfang-enhed': '999900000000033', 'r0-fra': today() },
  ]
  for (const [account, person] of [
    [birgitId, birgit],
    [emilId, emil],
  ] as const)
    for (const typed of tries) {
      const answer = await simulate(account, typed)
      assert.match(textOf(answer), /Ny /)
      const simulated = listOn(answer)
      await give(answer, typed['r0-omfang-register'] ? { 'omfang-register': typed['r0-omfang-register'] } : {})
      assert.equal(simulated, await sentTo(person), JSON.stringify(typed))
    }
})

test('a role that is only chosen is tried for the employee’s own unit', async () => {
  const answer = await simulate(birgitId, { rolle: roleId('referrals', 'laege') }, 'referrals')
  const simulated = listOn(answer)
  assert.match(Buffer.from(simulated ?? '', 'base64').toString(), new RegExp(sor))
  await give(answer)
  assert.equal(simulated, await sentTo(birgit, referrals))
})

test('roles without effect say which condition fails, and each value where it comes from', async () => {
  const text = textOf(await simulate(emilId, { rolle: roleId('medicine', 'hoej') }))
  assert.match(text, /Roller, der ikke virker .*hoej .*Den kræver et stærkere log-in/)
  assert.match(text, /CVR-nummer 99999901 Organisationen i SEB/)
  assert.match(text, /Har autorisation Ja Autorisationer, som SEB kender dem/)
  assert.match(text, /Det laveste af det, log-in’et siger \(Betydelig\)/)
  assert.match(text, /Det, du prøver/)
})

test('a CPR number is said to be sent, and never shown', async () => {
  const person = { ...emil, cpr: '0101019996' }
  await stage.logIn(stage.browser(), medicine, nemlogin, person)
  const page = await simulate(emilId)
  assert.match(textOf(page), /CPR-nummer Sendes, men vises ikke her/)
  assert.doesNotMatch(page.body, /0101019996/)
})

test('a refusal is told in the words that the refused person reads', async () => {
  const cases: [string, TestPerson, Record<string, string>, string][] = [
    [gitteId, gitte, {}, 'medicine'],
    [emilId, { ...emil, loa: 'Low' }, { niveau: 'Low' }, 'medicine'],
    [emilId, emil, {}, 'referrals'],
  ]
  for (const [account, person, fields, service] of cases) {
    const refused = await stage.logIn(stage.browser(), service === 'medicine' ? medicine : referrals, nemlogin, person)
    assert.equal(refused.status, 403)
    const title = /<h1>(.*?)<\/h1>/.exec(refused.body)?.[1]
    const lead = /<p class="lead">(.*?)<\/p>/.exec(refused.body)?.[1]
    assert.ok(title && lead)
    const page = await simulate(account, fields, service)
    assert.match(textOf(page), /bliver ikke lukket ind/)
    assert.ok(page.body.includes(title) && page.body.includes(lead), textOf(page))
    assert.equal(listOn(page), null)
  }
})

test('a day that comes is answered as on that day', async () => {
  const soon = new Date(stage.clock.now().getTime() + 40 * 86_400_000).toISOString().slice(0, 10)
  const tomorrow = new Date(stage.clock.now().getTime() + 86_400_000).toISOString().slice(0, 10)
  const typed = {
    'r0-rolle': roleId('medicine', 'p'),
    'r0-omfang-sted': '1099999903',
    'r0-fra': tomorrow,
    'r0-til': tomorrow,
  }
  assert.match(textOf(await simulate(birgitId, typed)), /Den er ikke begyndt endnu/)
  assert.match(textOf(await simulate(birgitId, { ...typed, dag: tomorrow })), /nye?\b/)
  assert.match(textOf(await simulate(birgitId, { ...typed, dag: soon })), /Den er udløbet/)
})

test('from the form that gives a role it is one button to see what it gives, with what was typed', async () => {
  const form = await browser.get(`${url}/admin/medarbejdere/${birgitId}/tildel/${roleId('medicine', 'laege')}`)
  assert.match(form.body, /formaction="[^"]*\/simulator\?rolle=/)
  const action = new URL(`${url}/admin/medarbejdere/${birgitId}/simulator?rolle=${roleId('medicine', 'laege')}`)
  const fields = { 'omfang-enhed': '999900000000044', fra: today(), til: '', begrundelse: 'Vikar' }
  const answer = await browser.submit({ page: form.url, action, method: 'post', buttons: [], fields })
  assert.match(Buffer.from(listOn(answer) ?? '', 'base64').toString(), /999900000000044/)
})

test('what is wrong is said beside the field, and what was typed stays', async () => {
  const typed = { 'r0-rolle': roleId('medicine', 'laege'), 'r0-omfang-enhed': 'nord', 'r0-fra': today() }
  const wrong = await simulate(birgitId, { ...typed, dag: '2020-01-01', login: 'x' })
  assert.equal(wrong.status, 422)
  assert.match(
    textOf(wrong),
    /Vælg et log-in .*Vælg i dag eller en senere dag .*Læge: Ingen enhed med sådan et nummer hedder det/,
  )
  assert.equal(wrong.forms[0]?.fields['r0-omfang-enhed'], 'nord')
  for (const fields of [{ dag: 'i morgen' }, { kl: '25:61' }, { dag: '' }])
    assert.equal((await simulate(birgitId, fields)).status, 422)
})

test('trying changes nothing, and is written in the log', async () => {
  const before = await db.selectFrom('role_assignment').select('id').execute()
  await simulate(birgitId, { rolle: roleId('medicine', 'hoej') })
  assert.deepEqual(await db.selectFrom('role_assignment').select('id').execute(), before)
  const event = await db
    .selectFrom('audit_event')
    .selectAll()
    .where('action', '=', 'access.simulated')
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  assert.equal(event.object_id, birgitId)
})

test('nobody tries for people or services that are not theirs, and only what they may give', async () => {
  assert.equal((await simulate(erikId)).status, 404)
  assert.equal((await browser.get(pathOf(erikId))).status, 404)
  assert.equal((await browser.get(`${url}/admin/medarbejdere/${birgitId}/simulator?tjeneste=${birgitId}`)).status, 404)
  assert.equal((await browser.get(pathOf(birgitId, 'citizens'))).status, 404)
  const own = await browser.get(pathOf(annaId))
  assert.equal(own.status, 200)
  assert.doesNotMatch(textOf(own), /Hvis jeg giver rollen/)
  await stage.apply({
    people: [
      {
        key: 'birgit',
        name: birgit.name,
        accounts: [
          { cvr: clinicCvr, key: 'birgit', unit: 'klinik', professionalUuid: birgit.uuid },
          { cvr: otherCvr, key: 'birgit2', rid: '77777777' },
        ],
      },
    ],
  })
  // What she has elsewhere stays there.
  assert.doesNotMatch(textOf(await simulate(birgitId)), /Fjordby/)
  const employee = await enterAdministration(stage, emil)
  assert.equal((await employee.browser.get(pathOf(birgitId))).status, 404)
})
