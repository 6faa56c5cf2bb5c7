/** Hands mails to the organisation's mail server, and tells what its answer means: delivered, refused for good, or not now. */
import { createTransport } from 'nodemailer'
import type { Message } from './write-message.tsx'

export type Carried =
  | { outcome: 'sent' }
  /** This mail will never be taken, whoever asks again. */
  | { outcome: 'refused'; answer: string }
  /** `down`: there is nobody to hand any mail to. */
  | { outcome: 'later'; answer: string; down: boolean }

export interface MailCarrier {
  carry(message: Message): Promise<Carried>
  close(): void
}

const second = 1000

/** How long a server may take to be reached, to greet, and to answer. */
const patience = { connectionTimeout: 20 * second, greetingTimeout: 20 * second, socketTimeout: 60 * second }

/** For many mails, none of which anybody waits for: a server that is slow gets them another time. */
export const hurriedPatience = {
  connectionTimeout: 10 * second,
  greetingTimeout: 10 * second,
  socketTimeout: 15 * second,
}

/**
 * Content goes over the network encrypted, always: only a server on this very machine may be spoken to in clear. `connections`: so many are
 * kept open, for many mails at once; 0: each mail has its own.
 */
export function smtpCarrier(
  mailUrl: string,
  { waits = patience, connections = 0 }: { waits?: typeof patience; connections?: number } = {},
): MailCarrier {
  const url = new URL(mailUrl)
  const secure = url.protocol === 'smtps:'
  const here = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)
  const settings = {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? (secure ? 465 : 587) : Number(url.port),
    secure,
    requireTLS: !secure && !here,
    ignoreTLS: here && !secure,
    ...(url.username && { auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } }),
    ...waits,
    // What is in a mail is its own: nothing of it is fetched from files or addresses.
    disableFileAccess: true,
    disableUrlAccess: true,
  }
  const transport =
    connections === 0
      ? createTransport(settings)
      : createTransport({ ...settings, pool: true, maxConnections: connections, maxMessages: 1000, maxRequeues: 0 })
  return {
    carry: async (message) => {
      try {
        await transport.sendMail(message)
        return { outcome: 'sent' }
      } catch (error) {
        return meaningOf(error, message)
      }
    },
    close: () => transport.close(),
  }
}

/** The commands in whose answer a 5xx is about this mail; in any other it is about us, and is to be put right. */
const aboutTheMail = ['RCPT TO', 'DATA']

/** What nodemailer says of a mail that it has not even begun to hand over. */
const ownCodes = ['EENVELOPE', 'EMESSAGE']

function meaningOf(error: unknown, { to }: Message): Carried {
  const { code, command, responseCode, response, message } = error as Record<string, unknown>
  const status = typeof responseCode === 'number' ? responseCode : null
  const said = typeof response === 'string' ? response : String(message)
  const answer = withoutAddresses(said, to.address)
  // 421: it is closing, whatever it was asked. (RFC 5321 §3.8) Before a mail is named, a no is to whoever asks.
  const turnsEveryMailAway = status === 421 || !['MAIL FROM', ...aboutTheMail].includes(String(command))
  if (status !== null && status >= 500 && aboutTheMail.includes(String(command))) return { outcome: 'refused', answer }
  return { outcome: 'later', answer, down: status === null ? !ownCodes.includes(String(code)) : turnsEveryMailAway }
}

/** Servers like to repeat whom they refuse; who a mail is to is nobody's business afterwards. */
function withoutAddresses(said: string, address: string): string {
  return said
    .replaceAll(address, '…')
    .replace(/[^\s<>]+@[^\s<>]+/g, '…')
    .replace(/\s+/g, ' ')
    .slice(0, 200)
}
