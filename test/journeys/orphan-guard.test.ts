/** An organisation that loses its last chief administrator by a date or from outside is warned, and found by those who help. */
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { after, test } from 'node:test'
import { warnOrphans } from '../../src/access/appointments/warn-orphans.job.ts'
import { randomIds } from '../../src/base/ids.ts'
import { findKeptMails } from '../../src/mail/mails.store.ts'
import { mailKeyFrom } from '../../src/mail/seal-mail.ts'
import { accountId, appoint } from '../support/administration.ts'
import { anna, birgit, clinicCvr } from '../support/clinic.ts'
import { textOf } from '../support/clinic-stage.ts'
import { gitte, openManagementStage } from '../support/management-stage.ts'

const stage = await openManagementStage()
after(() => stage.close())
const { db, clock } = stage
const account = (key: string, name: string, more: object, language = 'da') => ({
  key,
  name,
  language,
  email: `${key}@seb-demo.example`,
  accounts: [{ cvr: clinicCvr, key, ...more }],
})
await stage.apply({
  people: [
    account('anna', anna.name, { unit: 'klinik', professionalUuid: anna.uuid, administrator: { level: 'chief' } }),
    account('sikker', 'Sigrid Sikker', { functions: ['security-officer'] }, 'en'),
    account('bruger', 'Bo Bruger', { administrator: { level: 'administrator', units: ['klinik'] } }),
    account('menig', 'Mie Menig', {}),
  ],
})
const annaId = await accountId(stage, 'anna')
await appoint(stage, await accountId(stage, 'gitte'), { level: 'chief' })

const mailKey = mailKeyFrom(randomBytes(32))
const deps = { db, clock, ids: randomIds, mailKey, publicUrl: new URL(stage.url) }
const warned = async () =>
  (await findKeptMails(db, mailKey)).map(({ to, content }) => `${to.email}: ${content.subject}`).sort()
const orphans = '/forvaltning/uden-administrator'
const inDays = (days: number) => new Date(clock.now().getTime() + days * 86_400_000)
const change = (set: object) => db.updateTable('account').set(set).where('id', '=', annaId).execute()

test('while there is one who stays, nobody is warned and nothing is listed', async () => {
  await warnOrphans(deps)
  assert.deepEqual(await warned(), [])
  const page = await stage.open(await stage.enter(gitte, 'systemforvaltning'), orphans)
  assert.match(textOf(page), /Alle organisationer har en overbrugeradministrator/)
})

test('when the last one’s account is about to end, those who can do something are warned once, in their language', async () => {
  await change({ valid_until: inDays(20) })
  await Promise.all([warnOrphans(deps), warnOrphans(deps)])
  await warnOrphans(deps)
  assert.deepEqual(await warned(), [
    'anna@seb-demo.example: Lægerne ved Broen mister snart sin sidste overbrugeradministrator i SEB',
    'bruger@seb-demo.example: Lægerne ved Broen mister snart sin sidste overbrugeradministrator i SEB',
    'sikker@seb-demo.example: Lægerne ved Broen is about to lose its last chief user administrator in SEB',
  ])
  assert.equal((await stage.eventsOf('organisation.chief-ending')).length, 1)
  const text = textOf(await stage.open(await stage.enter(gitte, 'systemforvaltning'), orphans))
  assert.match(text, /1 organisation .*Lægerne ved Broen 99999901 Den sidste stopper efter/)
  assert.match(text, /Anna Bro overbrugeradministrator, ikke set endnu Bo Bruger brugeradministrator, ikke set endnu/)
})

test('without any job having run, the list says what is so now, and the desk sees it too', async () => {
  await change({ valid_until: null, status: 'suspended' })
  const desk = await stage.open(await stage.enter(birgit, 'servicedesk'), orphans)
  assert.match(
    textOf(desk),
    /Lægerne ved Broen 99999901 Ingen nu Bo Bruger brugeradministrator.* Sigrid Sikker sikkerhedsansvarlig/,
  )
  assert.doesNotMatch(desk.body, /overbrugeradministrator"/)
  const page = await stage.open(await stage.enter(gitte, 'systemforvaltning'), orphans)
  assert.ok(page.body.includes(`/forvaltning/organisationer/${stage.clinicId}/overbrugeradministrator`))
})

test('when the last one has gone, the others are told whom to call', async () => {
  await db.deleteFrom('mail').execute()
  await warnOrphans(deps)
  assert.deepEqual(
    (await warned()).map((line) => line.split(':')[0]),
    ['bruger@seb-demo.example', 'sikker@seb-demo.example'],
  )
  // Written at the same moment, so in no order.
  const mail = (await findKeptMails(db, mailKey)).find(({ to }) => to.email === 'bruger@seb-demo.example')
  assert.ok(/Ring til servicedesk/.test(JSON.stringify(mail?.content.blocks)))
})

test('once it is well again, the next time is told of anew', async () => {
  await change({ status: 'active' })
  await warnOrphans(deps)
  await db.deleteFrom('mail').execute()
  await db
    .updateTable('administrator_appointment')
    .set({ valid_until: inDays(10) })
    .where('account_id', '=', annaId)
    .execute()
  await warnOrphans(deps)
  assert.equal((await warned()).length, 3)
  assert.equal((await stage.eventsOf('organisation.chief-ending')).length, 2)
})

test('whoever looks at the list leaves a trace with each organisation whose people are named', async () => {
  const before = (await stage.eventsOf('organisation.viewed')).length
  await stage.open(await stage.enter(gitte, 'systemforvaltning'), orphans)
  assert.equal((await stage.eventsOf('organisation.viewed')).length, before + 1)
})
