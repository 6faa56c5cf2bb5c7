/** A mail as the slice that sends it writes it: once, as sentences; the text part and the HTML part are both made from it. */
import type { Language } from '../web/languages.ts'

/** A paragraph, the one thing to press, a list, or a list of places to go with what is said after each. */
export type MailBlock =
  | string
  | { link: string; text: string }
  | { list: readonly string[] }
  | { links: readonly { link: string; text: string; after: string }[] }

export interface MailContent {
  subject: string
  blocks: readonly MailBlock[]
  /** One sentence under the mail: why the person gets it. */
  why: string
  /** Where one click, in the mail program itself, ends mails of this kind (RFC 8058); only where somebody subscribes to them. */
  unsubscribe?: string
}

export interface Letter {
  /** `name` is empty where SEB knows the address only. */
  to: { name: string; email: string }
  /** The language of the person it is to. */
  language: Language
  content: MailContent
  /** Whoever reads an answer to it; null: nobody does. */
  replyTo?: string | null
}

export interface Mail extends Letter {
  /** Chosen by whoever has to find it again. */
  id?: string
  /** The event it tells of: `invitation.sent`. For counts and the log, so nothing in it is personal. */
  kind: string
  /** The organisation that it is sent for; null: SEB itself. */
  organisationId: string | null
}
