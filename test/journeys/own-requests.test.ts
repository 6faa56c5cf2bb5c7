/** Nobody approves their own request, by any path; and what is sensitive takes two different people. (Domain model, invariant 2) */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { accountId } from '../support/administration.ts'
import { anna, birgit, clinicCvr, sor } from '../support/clinic.ts'
import { textOf } from '../support/clinic-stage.ts'
import { erik, frida, ingrid, openRequestStage } from '../support/requests.ts'

const stage = await openRequestStage({
  people: [
    {
      key: 'erik',
      name: erik.name,
      accounts: [{ cvr: clinicCvr, key: 'erik-2', unit: 'klinik', rid: '12345678' }],
    },
    {
      key: 'ingrid',
      name: ingrid.name,
      accounts: [{ cvr: clinicCvr, key: 'ingrid-c', unit: 'klinik', rid: '87654321' }],
    },
  ],
})
after(() => stage.close())
const queue = '/admin/anmodninger'
const untouched = async (id: string) => {
  assert.equal((await stage.request(id)).state, 'submitted')
  assert.deepEqual(await stage.traces(id), { given: 0, approved: 0, added: 0, mails: [] })
}
const reject = async (id: string) => stage.decide(await stage.enter(anna), id, '/afvis', { ord: 'Nej' })

test('an administrator’s own request is shown them as their own, and no form, new or sent again, approves it', async () => {
  const other = await stage.ask('gudrun')
  const browser = await stage.enter(erik)
  const page = await stage.open(browser, `${queue}/${other}`)
  const form = page.forms.find(({ method, action }) => method === 'post' && action.pathname === `${queue}/${other}`)
  assert.ok(form)
  const id = await stage.ask('erik')
  assert.match(textOf(await stage.open(browser, `${queue}/${id}`)), /Det er en anden, der afgør den/)
  // The form of somebody else's request, sent to the address of their own.
  for (let time = 0; time < 2; time += 1)
    for (const way of ['', '/mindre', '/spoerg', '/afvis']) {
      const fields = { ...form.fields, ord: 'Ja', 'omfang-enhed': sor, fra: '', til: '' }
      const answer = await stage.post(browser, `${queue}/${id}${way}`, fields)
      assert.equal(answer.status, 422, way)
      assert.match(textOf(answer), /Ingen afgør det, de selv har bedt om/)
    }
  await untouched(id)
  assert.match(textOf(await reject(id)), /Anmodningen er afvist/, 'somebody else does')
  await reject(other)
})

test('nobody approves for another account of their own', async () => {
  const id = await stage.ask('erik-2')
  const answer = await stage.post(await stage.enter(erik), `${queue}/${id}`, { version: '1' })
  assert.match(textOf(answer), /Ingen afgør det, de selv har bedt om/)
  await untouched(id)
  await reject(id)
})

test('who administers another organisation decides nothing for themselves in this one', async () => {
  const id = await stage.ask('ingrid-c')
  const browser = await stage.enter(ingrid)
  assert.equal((await stage.open(browser, `${queue}/${id}`)).status, 404)
  assert.equal((await stage.post(browser, `${queue}/${id}`, { version: '1' })).status, 404)
  await untouched(id)
  await reject(id)
})

test('a stand-in may do what the absent one may, and still not decide for themselves', async () => {
  const chief = await stage.enter(anna)
  const path = `/admin/administratorer/${await accountId(stage, 'erik')}/vaek`
  const day = (days: number) => new Date(stage.clock.now().getTime() + days * 86_400_000).toISOString().slice(0, 10)
  const fields = { id: crypto.randomUUID(), fra: day(0), til: day(2), stedfortraeder: await accountId(stage, 'birgit') }
  await stage.post(chief, path, fields)
  const own = await stage.ask('birgit')
  const others = await stage.ask('gudrun')
  const browser = await stage.enter(birgit)
  assert.match(textOf(await stage.open(browser, queue)), /stedfortræder for Erik Graa/)
  const answer = await stage.post(browser, `${queue}/${own}`, { version: '1' })
  assert.match(textOf(answer), /Ingen afgør det, de selv har bedt om/)
  await untouched(own)
  assert.match(textOf(await stage.decide(browser, others, '', {})), /Anmodningen er godkendt/)
  const event = (await stage.events()).find(
    ({ action, details }) => action === 'access-request.approved' && JSON.stringify(details).includes(others),
  )
  assert.match(JSON.stringify(event?.details), /"capacity":"stand-in:/, 'the log says in what capacity')
  await reject(own)
})

test('whoever asked for another does not decide it either', async () => {
  const administrator = await stage.db
    .selectFrom('account')
    .select('person_id')
    .where('key', '=', 'frida')
    .executeTakeFirstOrThrow()
  const id = await stage.ask('hans', { asked_by: administrator.person_id })
  const answer = await stage.post(await stage.enter(frida), `${queue}/${id}`, { version: '1' })
  assert.match(textOf(answer), /Ingen afgør det, de selv har bedt om/)
  await untouched(id)
  await reject(id)
})

test('among several, one’s own is left as it is', async () => {
  const own = await stage.ask('frida')
  const browser = await stage.enter(frida)
  assert.doesNotMatch((await stage.open(browser, queue)).body, new RegExp(`value="${own}:`), 'there is nothing to tick')
  const result = await stage.post(browser, `${queue}/flere`, { valgt: `${own}:1`, trin: 'godkend-nu', liste: '' })
  assert.match(textOf(result), /0 af 1 er afgjort/)
  await untouched(own)
  await reject(own)
})

test('the database itself takes no decision by who asked or would get it', async () => {
  const id = await stage.ask('gudrun', { role_id: await stage.roleId('referrals') })
  const { asked_by } = await stage.db
    .selectFrom('access_request')
    .select('asked_by')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const decided = { state: 'approved' as const, decided_by: asked_by, decided_at: stage.clock.now() }
  await assert.rejects(
    stage.db.updateTable('access_request').set(decided).where('id', '=', id).execute(),
    /decided_by_another/,
  )
  await reject(id)
})

test('a role that is sensitive takes two different people, whoever they act as, and the second gives no more than the first agreed to', async () => {
  const roleId = await stage.roleId('medicine')
  await stage.db.updateTable('role').set({ sensitive: true }).where('id', '=', roleId).execute()
  const id = await stage.ask('hans')
  // Birgit still stands in for Erik, who is away.
  const standIn = await stage.enter(birgit)
  const day = new Date(stage.clock.now().getTime() + 20 * 86_400_000).toISOString().slice(0, 10)
  const first = await stage.decide(standIn, id, '/mindre', { til: day })
  assert.match(textOf(first), /Du har godkendt. En anden skal også/)
  assert.equal((await stage.traces(id)).given, 0)
  assert.match(textOf(await stage.post(standIn, `${queue}/${id}`, { version: '2' })), /En anden skal også/)
  await stage.post(standIn, `${queue}/flere`, { valgt: `${id}:2`, trin: 'godkend-nu', liste: '' })
  assert.equal((await stage.request(id)).version, 2)

  const second = await stage.enter(frida)
  assert.match(textOf(await stage.open(second, `${queue}/${id}`)), /Birgit Dal har godkendt. Siger du også ja/)
  const more = await stage.decide(second, id, '/mindre', { til: '' })
  assert.match(textOf(more), /Det er mere, end der er bedt om/)
  assert.match(textOf(await stage.decide(second, id, '', {})), /Anmodningen er godkendt/)
  const traces = await stage.traces(id)
  assert.deepEqual({ ...traces, mails: [] }, { given: 1, approved: 1, added: 1, mails: [] })
  assert.equal(traces.mails.filter((kind) => kind === 'request.approved').length, 1)
  // Frida and Anna could be the second; Erik is away, and Birgit was the first.
  assert.equal(traces.mails.filter((kind) => kind === 'request.to-second').length, 1)
  const given = await stage.db
    .selectFrom('role_assignment')
    .innerJoin('access_request', 'access_request.given_assignment_id', 'role_assignment.id')
    .select('role_assignment.valid_until')
    .where('access_request.id', '=', id)
    .executeTakeFirstOrThrow()
  assert.ok(given.valid_until)
})

test('nobody gives a role to another account of their own without being asked either', async () => {
  const browser = await stage.enter(erik)
  const path = `/admin/medarbejdere/${await accountId(stage, 'erik-2')}/tildel/${await stage.roleId('referrals')}`
  assert.equal((await stage.open(browser, path)).status, 404)
})
