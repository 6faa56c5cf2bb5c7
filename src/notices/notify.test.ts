/** Who is told, how, and never without the change. People, organisations and numbers are made up. */
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { after, test } from 'node:test'
import { applyText, testApplyDeps } from '../../test/support/apply-text.ts'
import { testClock } from '../../test/support/test-clock.ts'
import { openTestDatabase } from '../../test/support/test-database.ts'
import { randomIds } from '../base/ids.ts'
import { findKeptMails } from '../mail/mails.store.ts'
import { mailKeyFrom } from '../mail/seal-mail.ts'
import { inOrganisation } from '../storage/in-organisation.ts'
import { type About, notice, noticeKinds } from './notice-kind.ts'
import { notify } from './notify.ts'

const { db, close } = await openTestDatabase()
after(close)
const clock = testClock()
const mailKey = mailKeyFrom(randomBytes(32))
const deps = { clock, ids: randomIds, mailKey, publicUrl: new URL('https://seb.example') }

const account = (cvr: string, key: string, more = '') =>
  `accounts: [{ cvr: '${cvr}', key: ${key}, unit: house, from: '2020-01-01'${more} }]`
const role = (key: string, more = '') =>
  `{ key: ${key}, names: { da: ${key}, en: ${key} }, privileges: ['urn:${key}'], lowestAssurance: Substantial${more} }`
const applied = await applyText(
  testApplyDeps(db),
  `
organisations:
  - { cvr: '99999901', name: Klinikken, kind: general-practice, units: [{ key: house, name: Huset }, { key: annex, name: Annekset }] }
  - { cvr: '99999902', name: Kommunen, kind: municipality, allowsNoMail: true, units: [{ key: house, name: Huset }] }
services:
  - key: medicine
    names: { da: Medicinkort, en: Medication Record }
    shortName: Medicin
    audience: professional
    lowestAssurance: Substantial
    access: role
    metadata: { inline: '<m entityID="https://medicine.example"/>' }
    roles: [${role('laege')}, ${role('rusmiddel', ', sensitive: true')}]
people:
  - { key: anna, name: Anna Bro, email: anna@seb-demo.example, ${account('99999901', 'anna')} }
  - { key: ann, name: Ann Hill, email: ann@seb-demo.example, language: en, ${account('99999902', 'ann')} }
  - { key: carl, name: Carl Uden Mail, ${account('99999901', 'carl')} }
  - { key: chief, name: Charlotte Chef, email: chief@seb-demo.example, ${account('99999901', 'chief', ', administrator: { level: chief }')} }
  - { key: house, name: Hanne Hus, email: house@seb-demo.example, ${account('99999901', 'house', ', administrator: { level: administrator, units: [house] }')} }
  - { key: annex, name: Anders Anneks, email: annex@seb-demo.example, ${account('99999901', 'annex', ', administrator: { level: administrator, units: [annex] }')} }
  - { key: owner, name: Ove Ejer, email: owner@seb-demo.example, staff: [{ capacity: service-owner, service: medicine }] }
`,
)
assert.match(applied.output, /Applied/)
const idsOf = async (
  table: 'organisation' | 'person' | 'account' | 'role' | 'service' | 'unit',
  column: 'cvr' | 'key',
) => {
  const rows = await db
    .selectFrom(table as 'account')
    .select(['id', column as 'key'])
    .execute()
  return (key: string) => rows.find((row) => row[column as 'key'] === key)?.id ?? ''
}
const organisation = await idsOf('organisation', 'cvr')
const person = await idsOf('person', 'key')
const accountOf = await idsOf('account', 'key')
const roleOf = await idsOf('role', 'key')
const serviceOf = await idsOf('service', 'key')
const unitOf = await idsOf('unit', 'key')
const clinic = organisation('99999901')

const words = {
  subject: 'Nyt i {service}',
  mail: '{organisation} siger {roles} til {until}.',
  shown: '{person}: {roles}, {why}',
  link: 'Se det',
}
const facts = { until: 'date', why: 'text' } as const
const same = { own: words, waiting: words, alarm: words, asked: words }
const kinds = noticeKinds(
  {
    own: { audience: 'employee', topic: 'own-access', facts },
    waiting: { audience: 'administrator', topic: 'employees', facts },
    alarm: { audience: 'administrator', topic: 'employees', mandatory: true, facts },
    asked: { audience: 'staff', topic: 'services', facts },
  },
  { da: same, en: same },
)
const about = { until: new Date('2026-12-24T11:00:00Z'), why: 'hemmelig grund' }
const toAnna = (more: object = {}): About => ({
  toAccountIds: [accountOf('anna')],
  organisationId: clinic,
  serviceId: serviceOf('medicine'),
  roleIds: [roleOf('laege')],
  path: '/mig',
  ...more,
})
const tell = (kind: (typeof kinds)[keyof typeof kinds], to: About) =>
  inOrganisation(db, clinic, (trx) => notify(deps, trx, [notice(kind, { ...to, facts: about })]))

/** What has been written since the last time it was asked. */
async function told() {
  const notices = await db
    .selectFrom('notice')
    .innerJoin('person', 'person.id', 'notice.person_id')
    .selectAll('notice')
    .select('person.key as to')
    .execute()
  const mails = await findKeptMails(db, mailKey)
  await db.deleteFrom('notice').execute()
  await db.deleteFrom('mail').execute()
  return { notices: notices.sort((one, other) => ((one.to ?? '') < (other.to ?? '') ? -1 : 1)), mails }
}
const list = (notices: { to: string | null; delivery: string }[]) =>
  notices.map(({ to, delivery }) => `${to} ${delivery}`)

test('whoever it concerns has a notice and a mail in the transaction of the change, and neither without it', async () => {
  const failing = inOrganisation(db, clinic, async (trx) => {
    await notify(deps, trx, [notice(kinds.own, { ...toAnna(), facts: about })])
    throw new Error('the change failed')
  })
  await assert.rejects(failing)
  assert.deepEqual(await told(), { notices: [], mails: [] })
  await tell(kinds.own, toAnna())
  const { notices, mails } = await told()
  assert.deepEqual(list(notices), ['anna at-once'])
  assert.equal(notices[0]?.account_id, accountOf('anna'))
  const [mail] = mails
  assert.equal(mail?.content.subject, 'Nyt i Medicinkort')
  assert.deepEqual(mail?.content.blocks, [
    'Klinikken siger laege til 24. dec. 2026.',
    { link: `https://seb.example/mig/beskeder/${notices[0]?.id}`, text: 'Se det' },
  ])
})

test('a mail names no role that is marked sensitive, and nothing that somebody wrote', async () => {
  await tell(kinds.own, toAnna({ roleIds: [roleOf('rusmiddel'), roleOf('laege')] }))
  const { mails } = await told()
  assert.match(JSON.stringify(mails), /2 roller/)
  assert.doesNotMatch(JSON.stringify(mails), /rusmiddel|hemmelig/)
})

test('the mail is in the language of its receiver', async () => {
  await db.transaction().execute((trx) =>
    notify(deps, trx, [
      notice(kinds.own, {
        ...toAnna(),
        toAccountIds: [accountOf('ann')],
        organisationId: organisation('99999902'),
        facts: about,
      }),
    ]),
  )
  const { mails } = await told()
  assert.match(JSON.stringify(mails), /24 Dec 2026/)
  assert.match(JSON.stringify(mails), /Medication Record/)
})

test('administrators are told within their limits, and whoever did it is not', async () => {
  const of = { organisationId: clinic, path: '/admin' }
  await tell(kinds.alarm, { ...of, toAdministratorsOf: { organisationId: clinic, unitId: unitOf('annex') } })
  assert.deepEqual(list((await told()).notices), ['annex at-once', 'chief at-once'])
  await tell(kinds.alarm, {
    ...of,
    toAdministratorsOf: { organisationId: clinic, chiefsOnly: true },
    exceptPersonId: person('chief'),
  })
  assert.deepEqual(list((await told()).notices), [])
  await tell(kinds.waiting, { ...of, toAdministratorsOf: { organisationId: clinic } })
  const { notices, mails } = await told()
  assert.equal(notices.filter(({ delivery }) => delivery === 'digest').length, 3)
  assert.deepEqual(mails, [])
})

test('the owner of a service can be told by an organisation that sees nothing of them', async () => {
  await tell(kinds.asked, { toOwnersOfService: serviceOf('medicine'), organisationId: clinic, path: '/tjenesteejer' })
  const { notices, mails } = await told()
  assert.deepEqual(list(notices), ['owner at-once'])
  assert.equal(mails[0]?.to.email, 'owner@seb-demo.example')
})

test('how it reaches somebody is their own choice, within what the organisation allows and what must be seen', async () => {
  const choose = (key: string, audience: 'employee' | 'administrator', topic: string, delivery: 'none' | 'digest') =>
    db
      .insertInto('notice_setting')
      .values({ id: randomIds.uuid(), person_id: person(key), account_id: accountOf(key), audience, topic, delivery })
      .execute()
  await choose('anna', 'employee', 'own-access', 'none')
  await choose('ann', 'employee', 'own-access', 'none')
  await choose('chief', 'administrator', 'employees', 'digest')
  await tell(kinds.own, toAnna())
  assert.deepEqual(list((await told()).notices), ['anna digest'])
  const elsewhere = { ...toAnna(), toAccountIds: [accountOf('ann')], organisationId: organisation('99999902') }
  await db.transaction().execute((trx) => notify(deps, trx, [notice(kinds.own, { ...elsewhere, facts: about })]))
  assert.deepEqual(list((await told()).notices), ['ann none'])
  await tell(kinds.alarm, {
    organisationId: clinic,
    path: null,
    toAdministratorsOf: { organisationId: clinic, chiefsOnly: true },
  })
  assert.deepEqual(list((await told()).notices), ['chief at-once'])
})

test('a fact that is found twice is told once, and whoever has no mail address reads it in SEB', async () => {
  await db.deleteFrom('notice_setting').execute()
  const once = toAnna({ toAccountIds: [accountOf('anna'), accountOf('carl')], once: 'ends in 7 days' })
  await Promise.all([tell(kinds.own, once), tell(kinds.own, once)])
  const { notices, mails } = await told()
  assert.deepEqual(
    notices.map(({ to }) => to),
    ['anna', 'carl'],
  )
  assert.equal(mails.length, 1)
})
