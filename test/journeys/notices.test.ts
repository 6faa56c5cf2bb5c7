/** Somebody is told what happened to their access, reads it, follows it to where it is acted on, and chooses what is mailed. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { randomIds } from '../../src/base/ids.ts'
import { accountId, addStranger, appoint, enterAdministration } from '../support/administration.ts'
import { anna, birgit } from '../support/clinic.ts'
import { openClinicStage, textOf } from '../support/clinic-stage.ts'
import { freePort } from '../support/free-port.ts'
import { openSmtpServer } from '../support/smtp-server.ts'

const stage = await openClinicStage()
after(() => stage.close())
const { db, url } = stage
const [annaId, birgitId] = [await accountId(stage, 'anna'), await accountId(stage, 'birgit')]
await addStranger(stage)
// Birgit administers; Anna has the roles, and a mail address.
await appoint(stage, birgitId, { level: 'chief' })
await db.updateTable('person').set({ email: 'anna@seb-demo.example' }).where('key', '=', 'anna').execute()
const administrator = (await enterAdministration(stage, birgit)).browser
const employee = (await enterAdministration(stage, anna)).browser
const list = `${url}/mig/beskeder`

function send(browser: typeof employee, address: string, fields: Record<string, string>) {
  const page = new URL(address)
  return browser.submit({ page, action: page, method: 'post', buttons: [], fields })
}
const suspend = (way: 'spaer' | 'aabn') =>
  send(administrator, `${url}/admin/medarbejdere/${annaId}/${way}`, { begrundelse: 'Orlov' })
const notices = () => db.selectFrom('notice').selectAll().orderBy('created_at').orderBy('id').execute()

test('what was done to an account is read in SEB by whom it was done to, with the count in the menu until then', async () => {
  assert.match(textOf(await employee.get(list)), /Du har ingen beskeder/)
  await suspend('spaer')
  stage.clock.moveMinutes(1)
  await suspend('aabn')
  assert.deepEqual(
    (await notices()).map(({ kind, delivery }) => `${kind} ${delivery}`),
    ['account.suspended at-once', 'account.reopened at-once'],
  )
  const back = (await enterAdministration(stage, anna)).browser
  const shown = await back.get(list)
  assert.match(textOf(shown), /Beskeder ?2/)
  assert.match(textOf(shown), /Din bruger hos Lægerne ved Broen er åben igen.*Ny.*er spærret/)
  await back.press(shown, 'Markér alle som læst')
  const after = await back.get(list)
  assert.doesNotMatch(textOf(after), /Beskeder ?2|Ny\b.*Markér/)
  assert.match(textOf(await administrator.get(list)), /Du har ingen beskeder/)
})

/** The link in the newest mail. */
async function newestLink(): Promise<string> {
  const [mail] = await stage.mails()
  const block = mail?.content.blocks.find((one) => typeof one === 'object' && 'link' in one)
  return typeof block === 'object' && 'link' in block ? block.link : assert.fail('no mail with a link')
}

/** What an administrator is told. */
async function tellAdministrator(account: string, path = '/admin/medarbejdere'): Promise<string> {
  const id = randomIds.uuid()
  const { person_id, organisation_id } = await db
    .selectFrom('account')
    .select(['person_id', 'organisation_id'])
    .where('id', '=', account)
    .executeTakeFirstOrThrow()
  const about = { kind: 'no.longer-told', topic: 'employees', audience: 'administrator', delivery: 'none' } as const
  await db
    .insertInto('notice')
    .values({ id, person_id, account_id: account, organisation_id, path, created_at: stage.clock.now(), ...about })
    .execute()
  return id
}

test('the mail’s link leads to where it is acted on, and counts as reading', async () => {
  assert.equal((await stage.mails())[0]?.to.email, 'anna@seb-demo.example')
  await db.updateTable('notice').set({ read_at: null }).execute()
  const page = await (await enterAdministration(stage, anna)).browser.get(await newestLink())
  assert.equal(page.url.pathname, '/mig')
  assert.deepEqual(
    (await notices()).map(({ read_at }) => read_at !== null),
    [false, true],
  )
})

test('nobody reads another’s message, nor marks it', async () => {
  const [first] = await notices()
  assert.ok(first)
  assert.equal((await administrator.get(`${list}/${first.id}`)).status, 404)
  for (const fields of [{ besked: first.id }, { til: first.id }]) await send(administrator, list, fields)
  assert.equal((await notices())[0]?.read_at, null)
})

test('a message to somebody in another capacity leads on with one press, and is gone with the function', async () => {
  const id = await tellAdministrator(birgitId)
  await administrator.press(await administrator.get(`${url}/admin/handl-for`), 'medarbejder')
  const turn = await administrator.get(`${list}/${id}`)
  assert.match(textOf(turn), /til dig som overbrugeradministrator hos Lægerne ved Broen/)
  const page = await administrator.press(turn, 'Handl for Lægerne ved Broen, og gå videre')
  assert.equal(page.url.pathname, '/admin/medarbejdere')
  assert.match(textOf(await administrator.get(list)), /fra en tidligere udgave/)
  const gone = await tellAdministrator(annaId)
  assert.equal((await (await enterAdministration(stage, anna)).browser.get(`${list}/${gone}`)).status, 404)
})

test('what is mailed is one’s own choice; none only where the organisation allows it, which its chief decides', async () => {
  const own = (await enterAdministration(stage, anna)).browser
  const settings = `${list}/indstillinger`
  const fields = { 'employee-own-access': 'none', 'employee-own-requests': 'digest', 'employee-endings': 'at-once' }
  assert.doesNotMatch(textOf(await own.get(settings)), /Ingen mail/)
  const forbidden = await send(own, settings, fields)
  assert.equal(forbidden.status, 422)
  assert.match(textOf(forbidden), /Vælg en af mulighederne for “Din adgang er givet/)
  assert.match(forbidden.body, /value="digest" selected/)
  assert.equal((await send(own, `${settings.replace('indstillinger', 'ingen-mail')}`, { maa: 'ja' })).status, 404)
  const rule = await administrator.get(settings)
  await administrator.press(rule, 'Lad dem vælge ingen mail')
  assert.match(textOf(await send(own, settings, fields)), /Dine valg er gemt/)
  await send(own, settings, fields)
  const changes = (await stage.events()).filter(({ action }) => action === 'notice-settings.changed')
  assert.deepEqual(
    changes.map(({ details }) => details),
    [
      {
        fields: [
          { field: 'employee-own-access', from: 'at-once', to: 'none' },
          { field: 'employee-own-requests', from: 'at-once', to: 'digest' },
        ],
      },
    ],
  )
  const before = (await stage.mails()).length
  await suspend('spaer')
  await suspend('aabn')
  assert.equal((await stage.mails()).length, before)
  assert.equal((await notices()).at(-1)?.delivery, 'none')
})

test('that mails to somebody do not arrive is seen by their administrator and by themselves, until one does', async () => {
  await db.deleteFrom('notice_setting').execute()
  await suspend('spaer')
  await suspend('aabn')
  const page = `${url}/admin/medarbejdere/${annaId}`
  assert.doesNotMatch(textOf(await administrator.get(page)), /kom ikke frem/)
  const newest = await db
    .selectFrom('notice')
    .select('id')
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  const end = (state: 'sent' | 'failed', answer: string | null) =>
    db.updateTable('mail').set({ state, answer, sealed: null }).where('id', '=', newest.id).execute()
  await end('failed', '550 5.1.1 … no such user')
  assert.match(textOf(await administrator.get(page)), /Den seneste mail kom ikke frem. Mailserveren svarede: 550 5.1.1/)
  const own = (await enterAdministration(stage, anna)).browser
  assert.match(textOf(await own.get(`${list}/indstillinger`)), /Den seneste mail til dig kom ikke frem/)
  await end('sent', null)
  assert.doesNotMatch(textOf(await administrator.get(page)), /kom ikke frem/)
})

test('a mail server that is down holds no decision up, and what was decided meanwhile is mailed when it is back, once', async () => {
  await db.deleteFrom('mail').execute()
  const port = await freePort()
  for (let hour = 0; hour < 4; hour += 1) {
    await suspend(hour % 2 === 0 ? 'spaer' : 'aabn')
    await stage.postOut(`smtp://127.0.0.1:${port}`)
    stage.clock.moveMinutes(15)
  }
  const status = await db.selectFrom('account').select('status').where('id', '=', annaId).executeTakeFirstOrThrow()
  assert.equal(status.status, 'active')
  const server = await openSmtpServer(port)
  after(() => server.close())
  for (let minutes = 0; minutes < 6; minutes += 1) {
    await stage.postOut(`smtp://127.0.0.1:${port}`)
    stage.clock.moveMinutes(1)
  }
  const subjects = server.received.map(({ data }) => /^Subject: (.*)$/m.exec(data)?.[1])
  assert.equal(subjects.length, 4)
  for (const { data } of server.received) {
    assert.match(data, /text\/plain[\s\S]*text\/html/)
    assert.doesNotMatch(data, /Birgit|Orlov/)
  }
})
