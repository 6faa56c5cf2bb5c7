/** A mail server in the test's hands: it speaks SMTP (RFC 5321) as far as a client needs, and says no where it is told to. */
import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'

export interface ReceivedMail {
  from: string
  to: string[]
  /** Headers and body as they were sent. */
  data: string
}

export interface SmtpServer {
  port: number
  received: ReceivedMail[]
  /** What it answers, by receiver, instead of yes. */
  refuse: Map<string, string>
  /** Takes a mail and dies before it says so. */
  dieAfterTaking: boolean
  close(): Promise<void>
}

export async function openSmtpServer(port = 0): Promise<SmtpServer> {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => undefined)
    converse(socket, smtp)
  })
  const smtp: SmtpServer = {
    port,
    received: [],
    refuse: new Map(),
    dieAfterTaking: false,
    close: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  smtp.port = (server.address() as AddressInfo).port
  return smtp
}

function converse(socket: Socket, smtp: SmtpServer): void {
  let waiting = ''
  let data: string | null = null
  let mail: ReceivedMail = { from: '', to: [], data: '' }
  const say = (line: string) => socket.write(`${line}\r\n`)
  const address = (line: string) => /<([^>]*)>/.exec(line)?.[1] ?? ''
  const take = (line: string) => {
    const command = line.slice(0, 4).toUpperCase()
    if (command === 'EHLO' || command === 'HELO') say('250 test')
    else if (command === 'MAIL') {
      mail = { from: address(line), to: [], data: '' }
      say('250 ok')
    } else if (command === 'RCPT') {
      const no = smtp.refuse.get(address(line))
      if (!no) mail.to.push(address(line))
      say(no ?? '250 ok')
    } else if (command === 'DATA') {
      data = ''
      say('354 go on')
    } else if (command === 'QUIT') socket.end('221 bye\r\n')
    else say('250 ok')
  }
  say('220 test')
  socket.setEncoding('utf8')
  socket.on('data', (text: string) => {
    waiting += text
    for (let end = waiting.indexOf('\r\n'); end !== -1; end = waiting.indexOf('\r\n')) {
      const line = waiting.slice(0, end)
      waiting = waiting.slice(end + 2)
      if (data === null) take(line)
      else if (line !== '.') data += `${line.replace(/^\./, '')}\r\n`
      else {
        smtp.received.push({ ...mail, data })
        data = null
        if (smtp.dieAfterTaking) socket.destroy()
        else say('250 taken')
      }
    }
  })
}
