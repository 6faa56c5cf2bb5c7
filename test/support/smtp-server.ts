/**
 * A mail server in the test's hands: it speaks SMTP (RFC 5321) as far as a client needs, over TLS too (RFC 3207), asks for a
 * password where it is told to (RFC 4954), and says no, is slow or dies wherever the test wants it.
 */
import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { createSecureContext, TLSSocket } from 'node:tls'

export interface ReceivedMail {
  from: string
  to: string[]
  /** Headers and body as they were sent. */
  data: string
  /** Whether it came encrypted. */
  secure: boolean
  /** Who the client said it was. */
  user: string | null
}

/** Where in a conversation the server can be told to behave otherwise. `taken`: after the last line of a mail. */
export type Moment = 'greeting' | 'EHLO' | 'AUTH' | 'MAIL' | 'RCPT' | 'DATA' | 'taken'

export interface SmtpServer {
  port: number
  received: ReceivedMail[]
  /** What it answers, by receiver, instead of yes. */
  refuse: Map<string, string>
  /** What it answers at a moment instead of yes. `drop`: it hangs up; `silent`: it says nothing at all. */
  answer: Map<Moment, string>
  /** Hangs up when it has got so much of a mail. */
  dropAfterBytes: number | null
  /** Takes a mail and dies before it says so. */
  dieAfterTaking: boolean
  /** How many conversations there have been, and how many are open. */
  conversations: number
  open(): number
  close(): Promise<void>
}

export interface SmtpOptions {
  port?: number
  host?: string
  /** Key and certificate. */
  tls?: string
  /** Encrypted from the first byte, not from STARTTLS on. */
  fromTheStart?: boolean
  /** Who may send mail; anybody where it is left out. */
  user?: { name: string; password: string }
}

export async function openSmtpServer(port = 0, options: SmtpOptions = {}): Promise<SmtpServer> {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    smtp.conversations += 1
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => undefined)
    converse(options.fromTheStart ? secured(socket, options.tls ?? '') : socket, smtp, options)
  })
  const smtp: SmtpServer = {
    port,
    received: [],
    refuse: new Map(),
    answer: new Map(),
    dropAfterBytes: null,
    dieAfterTaking: false,
    conversations: 0,
    open: () => sockets.size,
    close: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  server.listen(port, options.host ?? '127.0.0.1')
  await once(server, 'listening')
  smtp.port = (server.address() as AddressInfo).port
  return smtp
}

function secured(socket: Socket, tls: string): TLSSocket {
  const secure = new TLSSocket(socket, { isServer: true, secureContext: createSecureContext({ key: tls, cert: tls }) })
  secure.on('error', () => undefined)
  return secure
}

const moments: readonly string[] = ['EHLO', 'AUTH', 'MAIL', 'RCPT', 'DATA'] satisfies Moment[]

function converse(first: Socket, smtp: SmtpServer, { tls, user }: SmtpOptions): void {
  let socket = first
  let waiting = ''
  let data: string | null = null
  let who: string | null = null
  let mail: Omit<ReceivedMail, 'data' | 'secure' | 'user'> = { from: '', to: [] }
  const isSecure = () => socket instanceof TLSSocket
  const say = (line: string) => void socket.write(`${line}\r\n`)
  const address = (line: string) => /<([^>]*)>/.exec(line)?.[1] ?? ''
  /** Whether the test wants something else at this moment. */
  const otherwise = (moment: Moment) => {
    const answer = smtp.answer.get(moment)
    if (answer === 'drop') socket.destroy()
    else if (answer !== undefined && answer !== 'silent') say(answer)
    return answer !== undefined
  }
  const greet = () => {
    const offers = [...(tls && !isSecure() ? ['STARTTLS'] : []), ...(user ? ['AUTH PLAIN'] : [])]
    const lines = ['test', ...offers]
    for (const [at, line] of lines.entries()) say(`250${at === lines.length - 1 ? ' ' : '-'}${line}`)
  }
  const take = (line: string) => {
    const command = line.slice(0, 4).toUpperCase()
    if (moments.includes(command) && otherwise(command as Moment)) return
    if (command === 'EHLO' || command === 'HELO') greet()
    else if (command === 'STAR' && tls) {
      say('220 go on')
      socket.removeAllListeners('data')
      listen(secured(socket, tls))
    } else if (command === 'AUTH') {
      const [, name = '', password] = Buffer.from(line.split(' ')[2] ?? '', 'base64')
        .toString()
        .split('\0')
      const known = name === user?.name && password === user.password
      who = known ? name : null
      say(known ? '235 welcome' : '535 5.7.8 not known here')
    } else if (command === 'MAIL' && user && who === null) say('530 5.7.0 who are you?')
    else if (command === 'MAIL') {
      mail = { from: address(line), to: [] }
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
  const end = (text: string) => {
    data = null
    if (otherwise('taken')) return
    smtp.received.push({ ...mail, data: text, secure: isSecure(), user: who })
    if (smtp.dieAfterTaking) socket.destroy()
    else say('250 taken')
  }
  const listen = (to: Socket) => {
    socket = to
    waiting = ''
    socket.setEncoding('utf8')
    socket.on('data', (text: string) => {
      waiting += text
      if (data !== null && smtp.dropAfterBytes !== null && data.length + waiting.length >= smtp.dropAfterBytes)
        socket.destroy()
      for (let at = waiting.indexOf('\r\n'); at !== -1 && !socket.destroyed; at = waiting.indexOf('\r\n')) {
        const line = waiting.slice(0, at)
        waiting = waiting.slice(at + 2)
        if (data === null) take(line)
        else if (line === '.') end(data)
        else data += `${line.replace(/^\./, '')}\r\n`
      }
    })
  }
  listen(socket)
  if (!otherwise('greeting')) say('220 test')
}
