/** A mail as it came in, taken apart: only what the desk needs, as text. Nothing in it is believed because it says so. */
import { createHash } from 'node:crypto'
import PostalMime, { type Address, type Email, type Header } from 'postal-mime'
import { readMailAddress } from '../../base/mail-address.ts'
import { cutText, withoutUnprintable } from '../../base/plain-text.ts'
import { type Trust, trustOf } from './sender-trust.ts'
import { textOfHtml } from './text-of-html.ts'

export interface IncomingAttachment {
  name: string
  bytes: Uint8Array
}

export interface IncomingMail {
  /** The same however often it is delivered. */
  digest: string
  from: { name: string; email: string | null }
  /** Every address it was to, by whatever header. */
  to: readonly string[]
  subject: string
  words: string
  attachments: readonly IncomingAttachment[]
  /** How many more there were than are looked at. */
  moreAttachments: number
  trust: Trust
  /** Written by a machine: an answer would be to nobody, or would begin a loop. (RFC 3834) */
  automatic: boolean
}

/** A mail in a mail in a mail: more are attachments, not read. */
const limits = { maxNestingDepth: 20, maxHeadersSize: 256 * 1024, maxRfc822NestingDepth: 1 }
const longestWords = 20_000
const longestSubject = 200
/** What is read of a body to find the words in it. */
const longestBody = 1_000_000
const mostAttachments = 20

/** Throws where it is no mail. `authority`: whose word on the sender is believed; null: nobody's. */
export async function readMail(bytes: Uint8Array, authority: string | null): Promise<IncomingMail> {
  const email = await PostalMime.parse(bytes, limits)
  const from = mailboxOf(email.from)
  const subject = cutText(plain(email.subject ?? ''), longestSubject)
  const words = cutText(plainLines(bodyOf(email)), longestWords)
  const named = [email.messageId ?? '', email.date ?? '', from.email ?? '', subject, words]
  // Pictures that belong to a signature are no papers.
  const papers = email.attachments.filter(({ disposition, related }) => !related || disposition === 'attachment')
  return {
    digest: createHash('sha256').update(JSON.stringify(named)).digest('base64url'),
    from,
    to: addressesOf(email),
    subject,
    words,
    attachments: papers
      .slice(0, mostAttachments)
      .map(({ filename, content }) => ({ name: cutText(plain(filename ?? ''), 200), bytes: bytesOf(content) })),
    moreAttachments: Math.max(0, papers.length - mostAttachments),
    trust: trustOf(headersOf(email, 'authentication-results'), authority),
    automatic: isAutomatic(email, from.email),
  }
}

function bodyOf({ text = '', html = '' }: Email): string {
  return text.trim() === '' ? textOfHtml(html.slice(0, longestBody)) : text.slice(0, longestBody)
}

function isAutomatic(email: Email, from: string | null): boolean {
  const first = (name: string) => headersOf(email, name)[0]?.trim().toLowerCase()
  const submitted = first('auto-submitted')
  return (
    (submitted !== undefined && submitted !== 'no') ||
    first('return-path') === '<>' ||
    ['bulk', 'list', 'junk', 'auto_reply'].includes(first('precedence') ?? '') ||
    first('list-id') !== undefined ||
    first('x-autoreply') !== undefined ||
    first('x-auto-response-suppress') !== undefined ||
    from === null ||
    /^(mailer-daemon|postmaster|no-?reply|ikke-svar)@/i.test(from)
  )
}

function addressesOf(email: Email): string[] {
  const named = [...(email.to ?? []), ...(email.cc ?? [])].flatMap(({ address }) => address ?? [])
  const delivered = ['delivered-to', 'x-original-to', 'envelope-to'].flatMap((name) => headersOf(email, name))
  return [...named, ...delivered].map((address) => address.trim().toLowerCase())
}

function headersOf({ headers }: Email, name: string): string[] {
  return headers.filter(({ key }: Header) => key === name).map(({ value }) => value)
}

function mailboxOf(from: Address | undefined): IncomingMail['from'] {
  const email = readMailAddress(from?.address ?? '')?.toLowerCase() ?? null
  return { name: cutText(plain(from?.name ?? ''), 100), email }
}

function plain(text: string): string {
  return withoutUnprintable(text).replace(/\s+/g, ' ').trim()
}

function plainLines(text: string): string {
  return withoutUnprintable(text)
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

function bytesOf(content: ArrayBuffer | Uint8Array | string): Uint8Array {
  return typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content)
}
