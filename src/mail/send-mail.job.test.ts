/** Mail over a real SMTP conversation. Every person and address is made up. */
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { after, test } from 'node:test'
import { freePort } from '../../test/support/free-port.ts'
import { openSmtpServer, type ReceivedMail, type SmtpServer } from '../../test/support/smtp-server.ts'
import { testClock } from '../../test/support/test-clock.ts'
import { openTestDatabase } from '../../test/support/test-database.ts'
import { randomIds } from '../base/ids.ts'
import type { Log } from '../base/log.ts'
import { serviceDesk } from '../web/desk.ts'
import type { Mail } from './mail.ts'
import { findKeptMails, removeOldMails } from './mails.store.ts'
import { queueMail } from './queue-mail.ts'
import { mailKeyFrom } from './seal-mail.ts'
import { type SendMailDeps, sendMails } from './send-mail.job.ts'
import { smtpCarrier } from './smtp-carrier.ts'

const { db, close } = await openTestDatabase()
after(close)
const clock = testClock()
const mailKey = mailKeyFrom(randomBytes(32))
const deps = { clock, ids: randomIds, mailKey }
const lines: string[] = []
const note = (fields: object, message: string) => void lines.push(JSON.stringify({ ...fields, message }))
const log: Log = { debug: note, info: note, warn: note, error: note }
const sender = { from: 'SEB <seb@seb.example>', publicUrl: new URL('https://seb.example'), desk: serviceDesk }

const mailTo = (email: string, language: Mail['language'] = 'da'): Mail => ({
  kind: 'test.sent',
  organisationId: null,
  to: { name: 'Søren Ærø', email },
  language,
  content: {
    subject: 'Kom indenfor på afdelingen',
    blocks: [
      'Du er inviteret.',
      { link: 'https://seb.example/invitation?kode=hemmelig', text: 'Tag imod' },
      { list: ['et', 'to'] },
    ],
    why: 'Du får mailen, fordi vi prøver.',
  },
})
const queue = (...mails: Mail[]) => db.transaction().execute((trx) => queueMail(deps, trx, mails))
const rows = () => db.selectFrom('mail').selectAll().orderBy('created_at').orderBy('id').execute()

async function openServer(port = 0): Promise<SmtpServer> {
  const server = await openSmtpServer(port)
  after(() => server.close())
  return server
}

function post(port: number): SendMailDeps {
  const carrier = smtpCarrier(`smtp://127.0.0.1:${port}`)
  after(() => carrier.close())
  return { db, clock, log, mailKey, sender, carrier }
}

/** A part of a mail as people read it. */
function part({ data }: ReceivedMail, type: string): string {
  const [, after = ''] = data.split(`Content-Type: ${type}`)
  const [head = '', ...body] = after.split('\r\n\r\n')
  const text = body.join('\r\n\r\n').split('\r\n----')[0] ?? ''
  return /base64/i.test(head)
    ? Buffer.from(text, 'base64').toString()
    : Buffer.from(
        text
          .replace(/=\r\n/g, '')
          .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
        'latin1',
      ).toString()
}

test('a mail whose change is committed is sent, and one whose change is not never is', async () => {
  const server = await openServer()
  const changed = db.transaction().execute(async (trx) => {
    await queueMail(deps, trx, [mailTo('nobody@seb-demo.example')])
    throw new Error('the change failed')
  })
  await assert.rejects(changed)
  const [id] = await queue(mailTo('soeren@seb-demo.example'))
  await sendMails(post(server.port))
  assert.deepEqual(
    server.received.map(({ to }) => to),
    [['soeren@seb-demo.example']],
  )
  const [mail] = server.received
  assert.ok(mail)
  assert.equal(mail.from, 'seb@seb.example')
  assert.match(mail.data, /^Auto-Submitted: auto-generated\r$/m)
  assert.match(mail.data, /^List-Id: SEB <seb\.seb\.example>\r$/im)
  assert.ok(mail.data.includes(`Message-ID: <${id}@seb.example>`))
})

test('both parts say the same, in the language of the person', async () => {
  const server = await openServer()
  await queue(mailTo('ann@seb-demo.example', 'en'))
  await sendMails(post(server.port))
  const [mail] = server.received
  assert.ok(mail)
  const [text, html] = [part(mail, 'text/plain'), part(mail, 'text/html')]
  for (const said of [
    'Hello Søren Ærø,',
    'Du er inviteret.',
    'https://seb.example/invitation?kode=hemmelig',
    'Service desk',
    'fordi vi prøver',
  ])
    for (const body of [text, html]) assert.ok(body.includes(said), `${said} in\n${body}`)
  assert.match(html, /<html lang="en"/)
})

test('while a mail waits nobody can read it in the database, and afterwards it is not there', async () => {
  await queue(mailTo('secret@seb-demo.example'))
  const waiting = (await rows()).at(-1)
  assert.ok(waiting?.sealed)
  for (const word of ['secret', 'hemmelig', 'Søren']) assert.ok(!JSON.stringify(waiting).includes(word), word)
  const server = await openServer()
  await sendMails(post(server.port))
  const sent = (await rows()).at(-1)
  assert.equal(sent?.state, 'sent')
  assert.equal(sent?.sealed, null)
})

test('an address that is refused is given up at once, with the answer but not the address, and the others go out', async () => {
  const server = await openServer()
  server.refuse.set('gone@seb-demo.example', '550 5.1.1 <gone@seb-demo.example> does not live here')
  await queue(mailTo('gone@seb-demo.example'), mailTo('here@seb-demo.example'))
  await sendMails(post(server.port))
  assert.deepEqual(
    server.received.map(({ to }) => to),
    [['here@seb-demo.example']],
  )
  const failed = (await rows()).find(({ state }) => state === 'failed')
  assert.match(failed?.answer ?? '', /^550 5\.1\.1 <…> does not live here$/)
  assert.equal(failed?.sealed, null)
  assert.ok(lines.some((line) => line.includes('a mail was given up') && line.includes('550')))
  assert.ok(!lines.some((line) => line.includes('@')), 'no address in the log')
})

test('a server that is down gets the mail when it is back, and no mail is tried in vain meanwhile', async () => {
  const port = await freePort()
  const out = post(port)
  await queue(mailTo('one@seb-demo.example'), mailTo('two@seb-demo.example'))
  await sendMails(out)
  const attempts = (await rows()).filter(({ state }) => state === 'waiting').map((row) => row.attempts)
  assert.deepEqual(attempts.sort(), [0, 1])
  const server = await openServer(port)
  await sendMails(out)
  assert.equal(server.received.length, 1)
  clock.moveMinutes(2)
  await sendMails(out)
  assert.deepEqual(server.received.flatMap(({ to }) => to).sort(), ['one@seb-demo.example', 'two@seb-demo.example'])
})

test('a server that is down for an hour holds nobody up, and when it is back every mail goes out within minutes, once', async () => {
  const port = await freePort()
  const out = post(port)
  const people = Array.from({ length: 12 }, (_, number) => `hour${number}@seb-demo.example`)
  for (let minutes = 0; minutes < 60; minutes++) {
    const person = people[minutes / 5]
    if (person !== undefined) await queue(mailTo(person))
    for (let run = 0; run < 12; run++) await sendMails(out)
    clock.moveMinutes(1)
  }
  const server = await openServer(port)
  for (let minutes = 0; minutes < 6; minutes++) {
    await sendMails(out)
    clock.moveMinutes(1)
  }
  assert.deepEqual(server.received.flatMap(({ to }) => to).sort(), people.toSorted())
})

test('"not now" is tried again with growing patience, and after five days it is given up', async () => {
  const server = await openServer()
  server.refuse.set('full@seb-demo.example', '452 4.2.2 the mailbox is full')
  await queue(mailTo('full@seb-demo.example'))
  const out = post(server.port)
  const tries: number[] = []
  for (let minutes = 0; minutes <= 6 * 24 * 60; minutes += 1) {
    const before = (await rows()).at(-1)?.attempts
    await sendMails(out)
    const after = (await rows()).at(-1)
    if (after?.attempts !== before) tries.push(minutes)
    if (after?.state === 'failed') break
    // To the moment it is due again, as nobody would wait for every minute of it.
    const step = Math.max(1, Math.ceil(((after?.due_at.getTime() ?? 0) - clock.now().getTime()) / 60_000))
    clock.moveMinutes(step)
    minutes += step - 1
  }
  assert.deepEqual(tries.slice(0, 6), [0, 1, 6, 21, 81, 321])
  assert.ok((tries.at(-1) ?? 0) >= 5 * 24 * 60)
  assert.match((await rows()).at(-1)?.answer ?? '', /^452 4\.2\.2/)
})

test('of two processes one sends each mail', async () => {
  const server = await openServer()
  await queue(...Array.from({ length: 10 }, (_, number) => mailTo(`n${number}@seb-demo.example`)))
  await Promise.all([sendMails(post(server.port)), sendMails(post(server.port))])
  assert.equal(new Set(server.received.flatMap(({ to }) => to)).size, 10)
  assert.equal(server.received.length, 10)
})

test('a mail whose sender dies in the middle is sent by another after a while, and is seen to be the same', async () => {
  const server = await openServer()
  const [id] = await queue(mailTo('kept@seb-demo.example'))
  server.dieAfterTaking = true
  await sendMails(post(server.port))
  server.dieAfterTaking = false
  clock.moveMinutes(15)
  await sendMails(post(server.port))
  const ids = server.received.map(({ data }) => /^Message-ID: (.*?)\r$/m.exec(data)?.[1])
  assert.deepEqual(ids, [`<${id}@seb.example>`, `<${id}@seb.example>`])
})

test('without a mail server mails are kept to be shown, and old rows are removed', async () => {
  await queue(mailTo('shown@seb-demo.example'))
  await sendMails({ db, clock, log, mailKey, sender, carrier: null })
  const [kept] = await findKeptMails(db, mailKey)
  assert.equal(kept?.to.email, 'shown@seb-demo.example')
  assert.equal(kept?.content.subject, 'Kom indenfor på afdelingen')
  clock.moveMinutes(1)
  await db.transaction().execute((trx) => removeOldMails(trx, clock.now(), 1000))
  assert.deepEqual(await rows(), [])
})
