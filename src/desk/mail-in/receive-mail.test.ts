/** Mails as mail servers leave them: filed by case, by CVR number or as new; forged, automatic, too large and twice; killed in between. */
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { notifyDeps } from '../../../test/support/notify-deps.ts'
import { temporaryDirectory } from '../../../test/support/temporary-directory.ts'
import { testClock } from '../../../test/support/test-clock.ts'
import { openTestDatabase } from '../../../test/support/test-database.ts'
import { randomIds } from '../../base/ids.ts'
import { createLog } from '../../base/log.ts'
import { findKeptMails } from '../../mail/mails.store.ts'
import { serviceDesk } from '../../web/desk.ts'
import { openCase } from '../cases/open-case.ts'
import { findAttachment, listAttachments } from './mails-in.store.ts'
import { receiveMails } from './receive-mail.job.ts'
import { openAttachment } from './seal-attachment.ts'

const { db, close } = await openTestDatabase()
const stack = new AsyncDisposableStack()
after(async () => {
  await close()
  await stack.disposeAsync()
})
const directory = await temporaryDirectory(stack, 'seb-mail-in')
mkdirSync(join(directory, 'new'))
const clock = testClock(new Date('2026-11-25T08:00:00Z'))
const attachmentKey = randomBytes(32)
const deps = {
  ...notifyDeps(clock),
  ...{ db, attachmentKey, directory, log: createLog('silent'), authority: 'mx.seb.example' },
  desk: { ...serviceDesk, caseMail: 'sag@seb.example' },
  checkFile: async (bytes: Uint8Array) =>
    Buffer.from(bytes).toString('latin1').startsWith('%PDF-')
      ? { kind: 'pdf' as const, bytes }
      : { refused: 'unknown-kind' },
}
const organisationId = randomIds.uuid()
await db
  .insertInto('organisation')
  .values({
    ...{ id: organisationId, cvr: '99999901', name: 'Klinikken', kind: 'general-practice', status: 'active' },
    created_at: clock.now(),
  })
  .execute()

const verified = { 'Authentication-Results': 'mx.seb.example; dmarc=pass header.from=klinik.example' }
let count = 0
const eml = (headers: Record<string, string>, body = 'Vores administrator er stoppet.\nRing på 12 34 56 78.') => {
  count += 1
  const all = {
    From: 'Mie Menig <mie@klinik.example>',
    To: 'servicedesk@sundhedsdata.dk',
    Subject: 'SEB',
    'Message-ID': `<${count}@klinik.example>`,
    Date: 'Wed, 25 Nov 2026 09:00:00 +0100',
    'Content-Type': 'text/plain; charset=utf-8',
    ...headers,
  }
  return `${Object.entries(all)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\r\n')}\r\n\r\n${body}\r\n`
}
const drop = (text: string | Buffer, name = randomIds.uuid()) => writeFileSync(join(directory, 'new', name), text)
const receive = async (...mails: string[]) => {
  for (const mail of mails) drop(mail)
  clock.moveMinutes(1)
  await receiveMails(deps)
}
const cases = () => db.selectFrom('desk_case').selectAll().orderBy('opened_at').execute()
const newest = async () => (await cases()).at(-1)
const lastEntry = () => db.selectFrom('desk_entry').selectAll().orderBy('at', 'desc').executeTakeFirst()
const detailsOfLast = async () =>
  ((await lastEntry())?.details ?? {}) as { trust?: string; otherSender?: boolean; tooLarge?: boolean }
const answersTo = async (email: string) =>
  (await findKeptMails(db, deps.mailKey)).filter(({ to }) => to.email === email).map(({ content }) => content)
const files = (folder: string) => readdirSync(join(directory, folder))

test('a mail with the CVR number in its subject opens a case about that organisation, with the telephone number in it', async () => {
  await receive(eml({ Subject: 'SEB 99 99 99 01 kender ikke vores administrator' }))
  const opened = await newest()
  assert.deepEqual(
    [opened?.kind, opened?.organisation_id, opened?.cvr, opened?.asker_name, opened?.asker_email, opened?.asker_phone],
    ['missing-administrator', organisationId, '99999901', 'Mie Menig', 'mie@klinik.example', '12 34 56 78'],
  )
  const [receipt] = await answersTo('mie@klinik.example')
  assert.equal(receipt?.subject, `[SEB ${opened?.reference}] Vi har modtaget din henvendelse`)
  assert.deepEqual([files('new').length, files('done').length], [0, 1])
})

test('an answer lands on its case, by the address it is to or by its subject, and takes it up again', async () => {
  const found = await newest()
  await db.updateTable('desk_case').set({ state: 'waiting', solve_by: null, minutes_left: 60 }).execute()
  await receive(
    eml({ To: `sag+${found?.reference.toLowerCase()}@seb.example`, Subject: 'SV: helt andet' }, 'Det er Bo.'),
  )
  await receive(eml({ Subject: `Re: [SEB ${found?.reference}] hej`, From: 'Bo <bo@klinik.example>' }, 'Og mig.'))
  assert.deepEqual([(await cases()).length, (await newest())?.state], [1, 'in-progress'])
  const entry = await lastEntry()
  assert.equal(entry?.words, 'Og mig.')
  assert.equal((await detailsOfLast()).otherSender, true)
  assert.deepEqual(await answersTo('bo@klinik.example'), [])
})

test('anything else is a new case, asked for a telephone number; CPR numbers are taken out and HTML is read as text', async () => {
  const html =
    '<style>p{}</style><p>Hej &aelig;<br>Mit CPR er 010190-1234</p><script>alert(1)</script><img src=x onerror=alert(1)>'
  await receive(
    eml(
      { Subject: 'Hj=?utf-8?Q?=C3=A6lp?=', From: 'ny@klinik.example', 'Content-Type': 'text/html; charset=utf-8' },
      html,
    ),
  )
  const opened = await newest()
  assert.deepEqual([opened?.kind, opened?.cvr, opened?.asker_phone], ['other', null, ''])
  assert.equal((await lastEntry())?.words, 'Hej æ\nMit CPR er [CPR]')
  assert.match(JSON.stringify(await answersTo('ny@klinik.example')), /telefonnummer, du kan træffes på/)
})

test('the same mail twice is one, whoever brings it, and a process killed before it was moved away loses nothing', async () => {
  const mail = eml({ From: 'to@klinik.example' })
  const before = (await cases()).length
  drop(`Received: by one\r\n${mail}`)
  drop(`Received: by another\r\n${mail}`)
  await Promise.all([receiveMails(deps), receiveMails(deps)])
  // As after a kill between writing it down and moving it: the file is there again.
  const [done = ''] = files('done').slice(-1)
  renameSync(join(directory, 'done', done), join(directory, 'new', done))
  await receiveMails(deps)
  assert.equal((await cases()).length, before + 1)
  assert.equal((await answersTo('to@klinik.example')).length, 1)
  assert.deepEqual(files('new'), [])
})

test('a forged sender is marked and not written to; only our own mail server’s word counts', async () => {
  const results = { 'Authentication-Results': 'mx.seb.example; dmarc=fail header.from=minister.example' }
  await receive(eml({ ...results, From: 'Ministeren <chef@minister.example>' }))
  assert.equal((await detailsOfLast()).trust, 'failed')
  assert.deepEqual(await answersTo('chef@minister.example'), [])
  await receive(eml({ 'Authentication-Results': 'mx.seb.example; dmarc=pass', From: 'ven@klinik.example' }))
  assert.equal((await detailsOfLast()).trust, 'verified')
  await receive(eml({ 'Authentication-Results': 'mx.elsewhere.example; dmarc=pass', From: 'x@klinik.example' }))
  assert.equal((await detailsOfLast()).trust, 'unknown')
})

test('a machine’s answer opens nothing and is never answered; on a case it is noted, and moves nothing', async () => {
  const before = await cases()
  const automatic = { 'Auto-Submitted': 'auto-replied', From: 'ferie@klinik.example' }
  await receive(eml({ ...automatic, Subject: 'Ikke til stede' }))
  await receive(eml({ From: 'MAILER-DAEMON@klinik.example', 'Return-Path': '<>', Subject: 'Undelivered' }))
  assert.equal((await cases()).length, before.length)
  assert.equal(files('refused').length, 2)
  const [first] = before
  await db
    .updateTable('desk_case')
    .set({ state: 'resolved', resolved_at: clock.now() })
    .where('id', '=', first?.id ?? '')
    .execute()
  await receive(eml({ ...automatic, Subject: `[SEB ${first?.reference}] Ikke til stede` }))
  assert.equal((await cases())[0]?.state, 'resolved')
  assert.equal((await lastEntry())?.case_id, first?.id)
  assert.deepEqual(await answersTo('ferie@klinik.example'), [])
})

test('a loop ends after three answers in an hour', async () => {
  for (let at = 0; at < 5; at += 1) await receive(eml({ From: 'ring@klinik.example', Subject: `Nummer ${at}` }))
  assert.equal((await answersTo('ring@klinik.example')).length, 3)
})

test('a signed paper is kept encrypted; what may not be kept is refused with an answer', async () => {
  const part = (type: string, name: string, content: string) =>
    `--x\r\nContent-Type: ${type}; name="${name}"\r\nContent-Disposition: attachment; filename="${name}"\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(content).toString('base64')}\r\n`
  const body = `--x\r\nContent-Type: text/plain\r\n\r\nSe blanketten.\r\n${part('application/pdf', 'blanket.pdf', '%PDF-1.7 made up')}${part('application/pdf', 'virus.pdf', 'MZ made up')}--x--`
  const type = { 'Content-Type': 'multipart/mixed; boundary=x' }
  await receive(eml({ ...type, ...verified, From: 'papir@klinik.example' }, body))
  const opened = await newest()
  const [kept, ...others] = await db.transaction().execute((trx) => listAttachments(trx, opened?.id ?? ''))
  assert.deepEqual([kept?.name, others.length], ['blanket.pdf', 0])
  const stored = await findAttachment(db, opened?.id ?? '', kept?.id ?? '')
  assert.ok(stored && !Buffer.from(stored.sealed).toString('latin1').includes('made up'))
  assert.equal(openAttachment(attachmentKey, stored.id, stored.sealed).toString(), '%PDF-1.7 made up')
  assert.match(JSON.stringify(await answersTo('papir@klinik.example')), /Vi kan ikke tage imod disse filer: virus\.pdf/)
  await receive(eml({ ...type, From: 'maaske@klinik.example' }, body))
  const unsure = JSON.stringify(await answersTo('maaske@klinik.example'))
  assert.match(unsure, /Nogle af dine filer/)
  assert.doesNotMatch(unsure, /virus/)
})

test('whoever writes in somebody else’s name has SEB say nothing of theirs to them', async () => {
  const from = '"Ring nu til 99 99 99 99" <offer@klinik.example>'
  await receive(eml({ From: from, Subject: 'Din adgang er lukket: se https://ond.example' }))
  const [mail] = (await findKeptMails(db, deps.mailKey)).filter(({ to }) => to.email === 'offer@klinik.example')
  assert.ok(mail)
  assert.doesNotMatch(JSON.stringify([mail.to, mail.content]), /Ring nu|lukket|ond\.example/)
})

test('of what our own mail server found out, nothing that the sender wrote in it is believed', async () => {
  const found = async (results: string) => {
    await receive(eml({ 'Authentication-Results': `mx.seb.example; ${results}`, From: 'chef@minister.example' }))
    return (await detailsOfLast()).trust
  }
  for (const said of [
    'spf=pass smtp.mailfrom=dmarc=pass@ond.example; dmarc=none header.from=minister.example',
    'spf=pass (sender is dmarc=pass@ond.example) smtp.mailfrom=x@ond.example',
    'spf=pass smtp.mailfrom="a; dmarc=pass "@ond.example; dmarc=none',
    'spf=pass (sender is "a); dmarc=pass (x"@ond.example) smtp.helo=x; dmarc=none',
    'dmarc=none; spf=pass; dmarc=pass',
  ])
    assert.equal(await found(said), 'unknown', said)
  assert.equal(await found('dmarc=pass (p=reject) header.from=minister.example; dkim=pass'), 'verified')
  assert.equal(await found('spf=softfail (not of "minister.example") smtp.mailfrom=x; dkim=none'), 'failed')
})

test('a name that ends in half of a character stops no mail, neither its own nor the next', async () => {
  const before = (await cases()).length
  const name = `=?utf-8?B?${Buffer.from(`${'x'.repeat(99)}😀`).toString('base64')}?=`
  drop(eml({ From: `${name} <lang@klinik.example>`, Subject: `${'y'.repeat(199)}😀` }), '0000-first')
  await receive(eml({ From: 'efter-navn@klinik.example' }))
  assert.equal((await cases()).length, before + 2)
  assert.deepEqual(files('new'), [])
})

test('a mail that the database will never take is set aside, and the next is filed all the same', async () => {
  const before = (await cases()).length
  const checkFile = () => Promise.reject(Object.assign(new Error('unsupported Unicode escape'), { code: '22P05' }))
  const body = '--x\r\nContent-Disposition: attachment; filename=a.pdf\r\n\r\n%PDF-1.7\r\n--x--'
  drop(eml({ 'Content-Type': 'multipart/mixed; boundary=x' }, body), '0000-first')
  drop(eml({ From: 'efter-fejl@klinik.example' }))
  clock.moveMinutes(1)
  await receiveMails({ ...deps, checkFile })
  assert.deepEqual([(await cases()).length, files('new')], [before + 1, []])
})

test('millions of unclosed tags are read in one go', async () => {
  const type = { 'Content-Type': 'text/html; charset=utf-8', From: 'tung@klinik.example' }
  await receive(eml(type, `<p>Hej</p>${'<br '.repeat(2_000_000)}`))
  assert.match((await lastEntry())?.words ?? '', /^Hej/)
})

test('of a thousand attachments twenty are looked at, and the answer is no longer for the rest', async () => {
  const part = '--x\r\nContent-Disposition: attachment; filename=virus.exe\r\n\r\nMZ\r\n'
  const type = { ...verified, 'Content-Type': 'multipart/mixed; boundary=x', From: 'mange@klinik.example' }
  await receive(eml(type, `${part.repeat(1000)}--x--`))
  const { refused } = ((await lastEntry())?.details ?? {}) as { refused?: string[] }
  assert.deepEqual([refused?.length, refused?.at(-1)], [21, '+ 980'])
  const [{ blocks } = { blocks: [] }] = await answersTo('mange@klinik.example')
  assert.ok(JSON.stringify(blocks).length < 2000)
})

test('a mail of more than 30 MB is not read, is told of on the case, and its sender is told', async () => {
  await receive(eml({ From: 'stor@klinik.example', Subject: 'SEB 99999901 alt' }, 'x'.repeat(31 * 1024 * 1024)))
  const opened = await newest()
  assert.equal(opened?.cvr, '99999901')
  const entry = await lastEntry()
  assert.deepEqual([entry?.words, (await detailsOfLast()).tooLarge], ['', true])
  assert.match(JSON.stringify(await answersTo('stor@klinik.example')), /over 30 MB/)
})

test('what is no mail is set aside, and the next is filed all the same', async () => {
  const before = (await cases()).length
  drop(randomBytes(4096), '0000-noise')
  await receive(eml({ From: 'efter@klinik.example' }))
  assert.equal((await cases()).length, before + 1)
  assert.deepEqual(files('new'), [])
})

test('a case that the desk opened answers to the address with its number', async () => {
  const opened = await db.transaction().execute((trx) =>
    openCase(deps, trx, {
      kind: 'other',
      subject: 'x',
      words: 'x',
      name: 'x',
      email: null,
      phone: '',
      language: 'da',
    }),
  )
  await receive(eml({ To: `"SEB" <sag+${opened.reference}@seb.example>`, Subject: '' }, 'Her er jeg.'))
  assert.equal((await lastEntry())?.case_id, opened.id)
})
