/**
 * A mail server that others wrote (`smtp-server`), as a process of its own: it takes every mail and writes a line of each, its Message-ID and
 * whom it is to, before it says yes. `node dist/bench/take-mail.js PORT FILE`
 */
import { appendFileSync } from 'node:fs'
import { SMTPServer } from 'smtp-server'

const [port = '', file = ''] = process.argv.slice(2)

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS', 'AUTH'],
  disableReverseLookup: true,
  logger: false,
  onData: (stream, session, callback) => {
    const chunks: Buffer[] = []
    stream.on('data', (chunk: Buffer) => chunks.push(chunk))
    stream.on('end', () => {
      const head = Buffer.concat(chunks).toString('latin1')
      const id = /^Message-ID: *(\S+)/im.exec(head)?.[1] ?? '-'
      for (const { address } of session.envelope.rcptTo) appendFileSync(file, `${id}\t${address}\n`)
      callback()
    })
  },
})
server.on('error', () => undefined)
server.listen(Number(port), '127.0.0.1')
