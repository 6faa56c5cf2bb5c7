/** What becomes of a mail, whatever the mail server says or does: conversations over real sockets. Every address is made up. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { freePort } from '../../test/support/free-port.ts'
import { type Moment, openSmtpServer, type SmtpOptions, type SmtpServer } from '../../test/support/smtp-server.ts'
import { tlsCertificate } from '../../test/support/tls-certificate.ts'
import { smtpCarrier } from './smtp-carrier.ts'
import type { Message } from './write-message.tsx'

const to = 'anna@seb-demo.example'
const message = (text = 'Hej'): Message => ({
  from: 'SEB <seb@seb.example>',
  to: { name: 'Anna Bro', address: to },
  subject: 'Prøve',
  text,
  html: `<p>${text}</p>`,
  messageId: '<one@seb.example>',
  headers: {},
})

async function server(options: SmtpOptions = {}): Promise<SmtpServer> {
  const smtp = await openSmtpServer(0, options)
  after(() => smtp.close())
  return smtp
}

/** As impatient as a test must be. */
function carrierTo(address: string) {
  const carrier = smtpCarrier(address, { waits: { connectionTimeout: 2000, greetingTimeout: 150, socketTimeout: 300 } })
  after(() => carrier.close())
  return carrier
}
const carry = (smtp: SmtpServer, mail = message()) => carrierTo(`smtp://127.0.0.1:${smtp.port}`).carry(mail)

test('a mail that the server takes is sent', async () => {
  const smtp = await server()
  assert.deepEqual(await carry(smtp), { outcome: 'sent' })
  assert.deepEqual(
    smtp.received.map((mail) => [mail.from, ...mail.to]),
    [['seb@seb.example', to]],
  )
})

/** What is said when, and what it means: for this mail for good, for this mail not now, or for every mail not now. */
const meanings: readonly [Moment, string, 'refused' | 'later' | 'down'][] = [
  ['RCPT', '550 5.1.1 no such user', 'refused'],
  ['RCPT', '553 5.1.3 not an address', 'refused'],
  ['RCPT', '450 4.2.0 greylisted', 'later'],
  ['RCPT', '452 4.2.2 full', 'later'],
  ['DATA', '554 5.6.0 not such a mail', 'refused'],
  ['DATA', '451 4.3.0 local error', 'later'],
  ['taken', '554 5.7.1 looks like spam', 'refused'],
  ['taken', '452 4.3.1 no room', 'later'],
  ['MAIL', '550 5.7.1 you may not send as that', 'later'],
  ['MAIL', '421 4.7.0 too many of yours', 'down'],
  ['greeting', '421 4.3.2 closing down', 'down'],
  ['greeting', '554 5.7.1 not from where you are', 'down'],
  ['EHLO', 'drop', 'down'],
  ['greeting', 'silent', 'down'],
  ['greeting', 'HTTP/1.1 400 Bad Request', 'down'],
  ['MAIL', 'drop', 'down'],
  ['RCPT', 'silent', 'down'],
  ['DATA', 'drop', 'down'],
  ['taken', 'drop', 'down'],
  ['taken', 'silent', 'down'],
]
for (const [moment, said, meaning] of meanings)
  test(`"${said}" at ${moment} means ${meaning}`, async () => {
    const smtp = await server()
    smtp.answer.set(moment, said)
    const carried = await carry(smtp)
    assert.notEqual(carried.outcome, 'sent')
    const means = carried.outcome === 'later' && carried.down ? 'down' : carried.outcome
    assert.equal(means, meaning, JSON.stringify(carried))
    assert.ok(!JSON.stringify(carried).includes(to), 'nobody’s address')
    assert.deepEqual(smtp.received, [])
    // The same server in a better mood takes it.
    smtp.answer.clear()
    assert.deepEqual(await carry(smtp), { outcome: 'sent' })
  })

test('a server that hangs up in the middle of a mail has not got it, and gets the whole of it later', async () => {
  const smtp = await server()
  smtp.dropAfterBytes = 20_000
  const long = message('Hej. '.repeat(20_000))
  const carried = await carry(smtp, long)
  assert.ok(carried.outcome === 'later' && carried.down)
  assert.deepEqual(smtp.received, [])
  smtp.dropAfterBytes = null
  assert.deepEqual(await carry(smtp, long), { outcome: 'sent' })
  assert.equal(smtp.received.length, 1)
})

test('nobody who listens is nobody to hand a mail to', async () => {
  const carried = await carrierTo(`smtp://127.0.0.1:${await freePort()}`).carry(message())
  assert.ok(carried.outcome === 'later' && carried.down)
})

const elsewhere = '127.0.0.2'
const tls = tlsCertificate(elsewhere)

test('beyond this machine a mail goes encrypted or not at all, and only to a server that somebody vouches for', async () => {
  const plain = await server({ host: elsewhere })
  const unknown = await server({ host: elsewhere, tls, user: { name: 'seb', password: 'hemmelig' } })
  for (const smtp of [plain, unknown]) {
    const carried = await carrierTo(`smtp://seb:hemmelig@${elsewhere}:${smtp.port}`).carry(message())
    assert.ok(carried.outcome === 'later' && carried.down, JSON.stringify(carried))
    assert.deepEqual(smtp.received, [])
  }
})

test('a server with a certificate that is trusted gets the mail over STARTTLS or TLS, with name and password', async () => {
  setDefaultCACertificates([...getCACertificates('default'), tls.slice(tls.indexOf('-----BEGIN CERTIFICATE'))])
  const user = { name: 'seb@region', password: 'p@ss:ord' }
  const login = `${encodeURIComponent(user.name)}:${encodeURIComponent(user.password)}`
  const [upgraded, fromTheStart] = [
    await server({ host: elsewhere, tls, user }),
    await server({ host: elsewhere, tls, user, fromTheStart: true }),
  ]
  assert.deepEqual(await carrierTo(`smtp://${login}@${elsewhere}:${upgraded.port}`).carry(message()), {
    outcome: 'sent',
  })
  assert.deepEqual(await carrierTo(`smtps://${login}@${elsewhere}:${fromTheStart.port}`).carry(message()), {
    outcome: 'sent',
  })
  for (const { received } of [upgraded, fromTheStart])
    assert.deepEqual(
      received.map(({ secure, user: who }) => [secure, who]),
      [[true, user.name]],
    )
})

test('a password that the server does not take is for the operator to put right: every mail waits', async () => {
  const smtp = await server({ host: elsewhere, tls, user: { name: 'seb', password: 'ny' } })
  const carried = await carrierTo(`smtp://seb:gammel@${elsewhere}:${smtp.port}`).carry(message())
  assert.ok(carried.outcome === 'later' && carried.down, JSON.stringify(carried))
  assert.match(carried.answer, /^535/)
  assert.ok(!JSON.stringify(carried).includes('gammel'))
})
