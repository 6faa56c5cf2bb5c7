/** Roles and accounts that hold at certain times of the week, where it counts: at the services, session or not. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { minuteOfWeek, readMoment, writeDay } from '../../src/base/danish-time.ts'
import { formatDateTime } from '../../src/web/format.ts'
import { formatHours } from '../../src/web/format-weekly-hours.ts'
import { anna } from '../support/clinic.ts'
import { fieldsFor, openClinicStage, textOf } from '../support/clinic-stage.ts'

const stage = await openClinicStage()
after(() => stage.close())
const { db, clock, url, region, nemlogin, medicine, referrals } = stage
const start = clock.now().getTime()
/** So many days from when the test began, as a date field has it. */
const day = (days: number) => writeDay(new Date(start + days * 86_400_000))
const momentOf = (days: number, time: string) => readMoment(day(days), time) ?? assert.fail()
const moveTo = (days: number, time: string) =>
  clock.moveMinutes((momentOf(days, time).getTime() - clock.now().getTime()) / 60_000)
/** As pages and answers write it. */
const words = (days: number, time: string) => formatDateTime(momentOf(days, time), 'da')
const instant = (days: number, time: string) => momentOf(days, time).toISOString().replace('.000Z', 'Z')
const saying = (text: string) => new RegExp(text.replaceAll('.', '\\.'))
const weekday = Math.floor(minuteOfWeek(momentOf(2, '12:00')) / 1440) + 1
const evening = [{ days: [weekday], from: '15:00', until: '23:00' }]
const shift = formatHours(evening, 'da')
const ofAccount = (hours: typeof evening | null) =>
  db
    .updateTable('account')
    .set({ hours: hours && JSON.stringify(hours) })
    .where('key', '=', 'anna')
    .execute()
const ofRole = (key: string, hours: typeof evening | null) =>
  db
    .updateTable('role_assignment')
    .set({ hours: hours && JSON.stringify(hours) })
    .where('service_id', 'in', (some) => some.selectFrom('service').select('id').where('service.key', '=', key))
    .execute()
/** As the service reads it in the answer. */
const sessionEnd = ({ SAMLResponse = '' }: Record<string, string>) =>
  /SessionNotOnOrAfter="([^"]+)"/.exec(Buffer.from(SAMLResponse, 'base64').toString())?.[1] ?? null
// So that the test can read it, too.
await sql`update service set settings = settings || '{"encryptAssertion": false}'`.execute(db)

test('outside the times of a role the person is told the times and when they come next, and let in when they do', async () => {
  await ofRole('medicine', evening)
  moveTo(2, '14:59')
  const page = await stage.logIn(stage.browser(), medicine, region, anna)
  assert.equal(page.status, 403)
  assert.match(textOf(page), /Din adgang gælder ikke lige nu/)
  assert.match(textOf(page), saying(`Det er ${shift}. Næste gang er ${words(2, '15:00')}`))
  moveTo(2, '15:00')
  const fields = fieldsFor(await stage.logIn(stage.browser(), medicine, region, anna), medicine)
  assert.equal(sessionEnd(fields), instant(2, '23:00'), 'so its own session ends with the shift')
})

test('a session at SEB opens no service once the times are over, and none is told of an end that is far away', async () => {
  moveTo(2, '22:45')
  const browser = stage.browser()
  fieldsFor(await stage.logIn(browser, medicine, region, anna), medicine)
  assert.equal(sessionEnd(fieldsFor(await browser.get(medicine.ask().url), medicine)), instant(2, '23:00'))
  moveTo(2, '23:00')
  const late = await browser.get(medicine.ask().url)
  assert.equal(late.status, 403)
  assert.match(textOf(late), saying(`Næste gang er ${words(9, '15:00')}`))
  fieldsFor(await browser.get(referrals.ask().url), referrals)
  await ofRole('medicine', null)
  assert.equal(sessionEnd(fieldsFor(await browser.get(medicine.ask().url), medicine)), null)
})

test('outside the times of an account nothing is opened by it, SEB’s own pages neither, and its times are told', async () => {
  await ofAccount(evening)
  const page = await stage.logIn(stage.browser(), referrals, region, anna)
  assert.equal(page.status, 403)
  assert.match(textOf(page), saying(`Det er ${shift}. Næste gang er ${words(9, '15:00')}`))
  assert.doesNotMatch(textOf(page), /Din konto er lukket|Nødadgang|Bed om adgang/)
  moveTo(9, '22:50')
  const browser = stage.browser()
  const choice = await browser.get(`${url}/mig`)
  const door = await browser.goOn(await browser.press(choice, 'MitID Erhverv'))
  const own = await stage.carry(browser, nemlogin.answer(nemlogin.read(door.url), anna))
  assert.match(textOf(own), saying(`Kun ${shift}.`))
  moveTo(9, '23:00')
  const closed = await browser.get(`${url}/mig`)
  assert.equal(closed.status, 403)
  assert.match(textOf(closed), saying(`gælder kun ${shift}. Du kan logge ind igen ${words(16, '15:00')}`))
  moveTo(9, '23:05')
  await ofAccount(null)
  assert.equal((await browser.get(`${url}/mig`)).status, 200)
})
