/** What the desk and those who follow do: mail asked for, said yes to, sent, changed, ended; and whom a window meets. All of it is made up. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { dayAfter } from '../../src/base/calendar-day.ts'
import { writeDay } from '../../src/base/danish-time.ts'
import { tidy } from '../../src/brokering/tidy.job.ts'
import { countLogIns } from '../../src/status/reach/count-log-ins.job.ts'
import { anna, birgit } from '../support/clinic.ts'
import { textOf } from '../support/clinic-stage.ts'
import { fillFirst } from '../support/fill-first.ts'
import { openManagementStage } from '../support/management-stage.ts'
import { openSmtpServer } from '../support/smtp-server.ts'

const stage = await openManagementStage()
after(() => stage.close())

const ask = '/driftsstatus/tilmeld'
const everything = { om: 'alt', tempo: 'at-once', sprog: 'da' }

async function subscribe(mail: string, choices: Record<string, string> = everything) {
  const browser = stage.browser()
  const page = await stage.open(browser, ask)
  return stage.fill(browser, page, { ...choices, mail })
}
/** Those to one address, the newest first, after the jobs have run. */
async function mailsTo(address: string) {
  await stage.postOut(null)
  return (await stage.mails()).filter(({ to }) => to.email === address)
}
function linkIn(mail: { content: { blocks: readonly unknown[] } } | undefined): string {
  const [block] = (mail?.content.blocks ?? []).filter((one): one is { link: string } =>
    Object.hasOwn(Object(one), 'link'),
  )
  assert.ok(block)
  return new URL(block.link).pathname
}
async function confirmed(mail: string, choices: Record<string, string> = everything): Promise<string> {
  await subscribe(mail, choices)
  const path = linkIn((await mailsTo(mail))[0])
  const browser = stage.browser()
  await stage.fill(browser, await stage.open(browser, path), {})
  return path
}
async function publish(title: string, more: Record<string, string> = {}) {
  stage.clock.moveMinutes(1)
  const browser = await stage.enter(birgit, 'servicedesk')
  const form = await stage.open(browser, '/desk/drift/ny?slags=notice')
  return stage.fill(browser, form, { overskrift: title, tekst: 'Som altid.', gem: 'udgiv', ...more })
}
const subjects = async (address: string) => (await mailsTo(address)).map(({ content }) => content.subject)

test('nothing is sent before somebody who reads the mailbox has said yes, and opening the link is not saying it', async () => {
  const answer = await subscribe('anna@seb-demo.example')
  assert.match(textOf(answer), /Tjek din mail/)
  const [mail] = await mailsTo('anna@seb-demo.example')
  assert.equal(mail?.content.subject, 'Sig ja til driftsbeskeder fra SEB')
  const browser = stage.browser()
  const page = await stage.open(browser, linkIn(mail))
  assert.match(textOf(page), /Vil du have driftsbeskeder på mail\?.*anna@seb-demo\.example/)
  await publish('SEB - Før ja')
  assert.equal((await mailsTo('anna@seb-demo.example')).length, 1)
  assert.match(textOf(await stage.fill(browser, page, {})), /Du er tilmeldt\./)
  await publish('SEB - Efter ja')
  assert.deepEqual(await subjects('anna@seb-demo.example'), ['SEB - Efter ja', 'Sig ja til driftsbeskeder fra SEB'])
})

test('who subscribes cannot be told from the answer, and an address gets one mail a day of being asked for', async () => {
  const known = await subscribe('anna@seb-demo.example')
  const unknown = await subscribe('nobody@seb-demo.example')
  assert.equal(known.url.pathname, unknown.url.pathname)
  assert.equal(known.body, unknown.body)
  await subscribe('Nobody@SEB-demo.example')
  assert.deepEqual(await subjects('nobody@seb-demo.example'), ['Sig ja til driftsbeskeder fra SEB'])
  assert.deepEqual(await subjects('anna@seb-demo.example'), ['SEB - Efter ja', 'Sig ja til driftsbeskeder fra SEB'])
  stage.clock.moveMinutes(24 * 60 + 1)
  await subscribe('anna@seb-demo.example', { om: 'valgte', dele: 'seb-borger', tempo: 'daily', sprog: 'en' })
  const [again] = await mailsTo('anna@seb-demo.example')
  assert.equal(again?.content.subject, 'Du får allerede driftsbeskeder fra SEB')
  await publish('SEB - Intet er ændret')
  assert.equal((await subjects('anna@seb-demo.example'))[0], 'SEB - Intet er ændret')
})

test('what is typed wrong gets its sentence, and nothing that was typed is lost', async () => {
  const wrong = await subscribe('anna@', { om: 'valgte', tempo: 'daily', sprog: 'en' })
  assert.equal(wrong.status, 422)
  assert.match(textOf(wrong), /Skriv en mailadresse.*Vælg mindst én del/)
  assert.match(wrong.body, /value="anna@"/)
  assert.match(wrong.body, /value="daily" checked/)
})

test('one gets what is about the parts one chose, changes it, and is told of a message again when it is changed', async () => {
  const path = await confirmed('bo@seb-demo.example', {
    om: 'valgte',
    dele: 'seb-classic',
    tempo: 'at-once',
    sprog: 'en',
  })
  await publish('SEB - Borgere', { dele: 'seb-borger' })
  const written = await publish('SEB - Classic', { dele: 'seb-classic' })
  const own = async () => (await subjects('bo@seb-demo.example')).filter((subject) => subject.startsWith('SEB -'))
  assert.deepEqual(await own(), ['SEB - Classic'])
  const browser = await stage.enter(birgit, 'servicedesk')
  const form = await stage.open(browser, written.url.pathname)
  await fillFirst(browser, form, { overskrift: 'SEB - Classic igen', gem: 'udgiv' })
  assert.deepEqual(await own(), ['SEB - Classic igen', 'SEB - Classic'])
  const later = await stage.open(browser, written.url.pathname)
  await fillFirst(browser, later, { overskrift: 'SEB - Clasic', gem: 'udgiv', stille: 'ja' })
  assert.equal((await own()).length, 2, 'a small correction is nobody’s mail')
  const reader = stage.browser()
  await fillFirst(reader, await stage.open(reader, path), { om: 'valgte', dele: 'idp:nemlogin', lokal: 'local' })
  await publish('SEB - Regionens log-in', { dele: 'idp:region' })
  assert.equal((await own())[0], 'SEB - Regionens log-in', 'one of the local log-ins')
})

test('whoever wants one mail in the morning gets it at seven, with all that was told since the last', async () => {
  await confirmed('dina@seb-demo.example', { ...everything, tempo: 'daily' })
  await publish('SEB - Første')
  await publish('SEB - Anden')
  assert.equal((await subjects('dina@seb-demo.example')).length, 1)
  stage.clock.moveMinutes(24 * 60)
  const [mail, ...others] = await mailsTo('dina@seb-demo.example')
  assert.equal(others.length, 1)
  assert.equal(mail?.content.subject, 'Driftsbeskeder fra SEB: 2')
  assert.match(JSON.stringify(mail.content.blocks), /SEB - Anden.*SEB - Første/)
  stage.clock.moveMinutes(24 * 60)
  assert.equal((await mailsTo('dina@seb-demo.example')).length, 2, 'nothing new, no mail')
})

test('mails carry what mail programs need to end it with one click, which needs no cookie, and once over it is over', async () => {
  const server = await openSmtpServer()
  await confirmed('eva@seb-demo.example')
  await publish('SEB - Til Eva')
  await stage.postOut(`smtp://127.0.0.1:${server.port}`)
  await server.close()
  const received = server.received.filter(({ to }) => to.includes('eva@seb-demo.example'))
  assert.equal(received.length, 1)
  const head = (received[0]?.data ?? '').replace(/\r\n[ \t]+/g, ' ')
  assert.match(head, /^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/im)
  const [, address = ''] = /^List-Unsubscribe: <([^>]+)>\r$/im.exec(head) ?? []
  assert.equal((await stage.open(stage.browser(), new URL(address).pathname)).status, 200, 'a look at it ends nothing')
  const click = () =>
    fetch(address, {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', 'Sec-Fetch-Site': 'cross-site' },
      body: 'List-Unsubscribe=One-Click',
    })
  assert.equal((await click()).status, 200)
  assert.equal((await click()).status, 200, 'twice is once')
  assert.equal(
    (await fetch(`${address.slice(0, -3)}AAA`, { method: 'POST' })).status,
    404,
    'a made-up code ends nothing',
  )
  const rows = await stage.db.selectFrom('status_subscription').selectAll().execute()
  await publish('SEB - Ikke til Eva')
  assert.ok((await subjects('eva@seb-demo.example')).every((subject) => subject !== 'SEB - Ikke til Eva'))
  assert.ok(!JSON.stringify(rows).includes('@'), 'no address stands in clear')
  const events = JSON.stringify(await stage.events())
  assert.ok(events.includes('status-subscription.ended') && !events.includes('seb-demo.example'))
})

test('an address that takes no mail is stopped: at once where there is no such mailbox, else after three', async () => {
  const server = await openSmtpServer()
  const url = `smtp://127.0.0.1:${server.port}`
  await confirmed('gone@seb-demo.example')
  await confirmed('full@seb-demo.example')
  server.refuse.set('gone@seb-demo.example', '550 5.1.1 no such user')
  server.refuse.set('full@seb-demo.example', '554 5.7.1 not wanted')
  const stopped = async () =>
    (await stage.events()).filter(({ action }) => action === 'status-subscription.stopped').length
  for (const [round, expected] of [1, 1, 2].entries()) {
    await publish(`SEB - Runde ${round}`)
    await stage.postOut(url)
    assert.equal(await stopped(), expected)
  }
  await server.close()
})

test('what nobody says yes to is gone after a week', async () => {
  await subscribe('late@seb-demo.example')
  const path = linkIn((await mailsTo('late@seb-demo.example'))[0])
  stage.clock.moveMinutes(8 * 24 * 60)
  await tidy({ db: stage.db, clock: stage.clock })
  const gone = await stage.open(stage.browser(), path)
  assert.equal(gone.status, 404)
  assert.match(textOf(gone), /Linket virker ikke.*Tilmeld dig igen/)
})

test('before a window is announced the desk sees who usually logs in then, and a quieter hour that fills the form', async () => {
  // To noon in Denmark, summer or winter.
  stage.clock.moveMinutes((24 + 10.5 - stage.clock.now().getUTCHours()) * 60 - stage.clock.now().getUTCMinutes())
  const day = writeDay(stage.clock.now())
  await stage.logIn(stage.browser(), stage.medicine, stage.nemlogin, anna)
  stage.clock.moveMinutes(120)
  // Counted to there before; the rest is a day's work.
  const counted = new Date(Math.floor(stage.clock.now().getTime() / 3_600_000) * 3_600_000 - 26 * 3_600_000)
  await stage.db.insertInto('log_in_hour').values({ begins_at: counted, people: 0, organisations: 0 }).execute()
  await countLogIns(stage)
  await Promise.all([countLogIns(stage), countLogIns(stage)])
  const browser = await stage.enter(birgit, 'servicedesk')
  const clock = formatClock(new Date(stage.clock.now().getTime() - 120 * 60_000))
  const times = { begynder: dayAfter(day, 7), 'begynder-kl': `${clock}:00`, 'slutter-kl': `${clock}:59`, slutter: '' }
  const form = await stage.open(browser, `/desk/drift/ny?${new URLSearchParams({ slags: 'window', ...times })}`)
  assert.match(textOf(form), /I det tidsrum plejer 1 mennesker at logge ind\. Når der er flest, er de fra 1 org/)
  assert.match(textOf(form), /Roligere: .* Da plejer 0 mennesker fra 0 organisationer at logge ind/)
  const [, href = ''] = /href="([^"]+)">\s*Brug det tidspunkt/.exec(form.body) ?? []
  const quieter = await stage.open(browser, href.replaceAll('&amp;', '&'))
  assert.match(textOf(quieter), /I det tidsrum plejer 0 mennesker/)
})

/** The hour on a clock in Denmark. */
function formatClock(at: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen', hour: '2-digit' }).format(at)
}
