/** What the environment may say. Read once at start: all mistakes are listed together, and nothing starts insecurely. */
import { isIP } from 'node:net'
import { join } from 'node:path'
import { z } from 'zod'
import { assuranceLevels } from './assurance.ts'
import { readWeekHours } from './opening-hours.ts'

const wholeNumber = (least: number, most: number) => z.coerce.number().int().min(least).max(most)
const secretKey = z.string().refine((text) => Buffer.from(text, 'base64').length === 32, 'must be 32 bytes in base64')
const weekHours = z
  .string()
  .refine((text) => readWeekHours(text) !== null, 'must read as `mon-thu 08:00-16:00, fri 08:00-15:30`')
const daysOfYear = z
  .string()
  .refine((text) => namesIn(text).every((day) => /^\d{2}-\d{2}$/.test(day)), 'must be months and days: `12-24, 12-31`')
/** An absolute URI of at most 256 characters, as OIOSAML 3 follows saml2int in. */
const entityId = z.url().max(256)

/** One entry a setting; the text of `describe` becomes the reference page `docs/operators/settings.md`. */
export const settings = z.object({
  PORT: wholeNumber(1, 65535).default(3000).describe('The port SEB listens on.'),
  HOST: z
    .string()
    .optional()
    .describe('The address SEB listens on. Unset: 127.0.0.1 on a loopback `PUBLIC_URL`, else all.'),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe(
      'The address people and services know SEB by. Unset: `http://localhost:PORT`. Must be https unless loopback.',
    ),
  DATA_DIR: z.string().default('data').describe('Where the embedded database and generated keys are kept.'),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/ })
    .optional()
    .describe(
      'PostgreSQL 15 or newer. Unset: the embedded engine in `DATA_DIR`, for trial, tests and small installations.',
    ),
  DATABASE_POOL: wholeNumber(1, 500).default(10).describe('Connections to PostgreSQL held by one process.'),
  SANDBOX: z
    .enum(['on', 'small', 'off'])
    .optional()
    .describe(
      'Test identity providers, demo services and made-up people; `small`: without the 42,000 who cannot log in. Unset: on while `PUBLIC_URL` is loopback; impossible otherwise.',
    ),
  SAML_IDP_ENTITY_ID: entityId.optional().describe('Entity id towards services. Unset: `PUBLIC_URL/saml/metadata`.'),
  SAML_SP_ENTITY_ID: entityId
    .optional()
    .describe('Entity id towards identity providers. Unset: `PUBLIC_URL/saml/sp/metadata`.'),
  SAML_SIGNING_KEY_FILE: z
    .string()
    .optional()
    .describe('PEM file with private key and certificate that SEB signs with.'),
  SAML_SIGNING_KEY_NEXT_FILE: z.string().optional().describe('The next signing key: published, not yet used.'),
  SAML_DECRYPTION_KEY_FILE: z
    .string()
    .optional()
    .describe('PEM file with the key that identity providers encrypt for.'),
  SAML_DECRYPTION_KEY_NEXT_FILE: z
    .string()
    .optional()
    .describe('The next decryption key: published and already accepted.'),
  PSEUDONYM_KEY: secretKey
    .optional()
    .describe('32 bytes, base64. Makes the name that each service knows a person by. Never changed.'),
  CPR_ENCRYPTION_KEY: secretKey.optional().describe('32 bytes, base64. Encrypts CPR numbers in the database.'),
  CPR_HASH_KEY: secretKey.optional().describe('32 bytes, base64. Finds a person by CPR number without decrypting.'),
  CPR_ENCRYPTION_KEY_NEXT: secretKey
    .optional()
    .describe('The next key, or the one before: what it encrypted is read. Only with `CPR_HASH_KEY_NEXT`.'),
  CPR_HASH_KEY_NEXT: secretKey
    .optional()
    .describe('The next key, or the one before: people are found by it too. Only with `CPR_ENCRYPTION_KEY_NEXT`.'),
  AUDIT_SIGNING_KEY_FILE: z
    .string()
    .optional()
    .describe('PEM file with the Ed25519 private key that seals the audit (docs/operators/audit.md).'),
  AUDIT_SIGNING_KEY_NEXT_FILE: z
    .string()
    .optional()
    .describe('The next key that seals the audit, or its public half: announced, not yet used.'),
  AUDIT_EARLIER_KEYS_FILE: z
    .string()
    .optional()
    .describe('PEM file with the public keys that sealed the audit before, for `seb verify-audit`.'),
  AUDIT_HEADS_FILE: z
    .string()
    .optional()
    .describe(
      'Where the signed heads of the audit are kept outside the database. Unset: `DATA_DIR/audit-heads.jsonl`.',
    ),
  HIGHEST_ASSURANCE: z
    .enum(assuranceLevels)
    .default('High')
    .describe('The highest level of assurance SEB itself may state (NSIS).'),
  SESSION_IDLE_MINUTES: wholeNumber(1, 720).default(30).describe('A session ends when unused for so long.'),
  SESSION_HOURS: wholeNumber(1, 24).default(8).describe('A session ends after so long in any case.'),
  SIGN_IN_MINUTES: wholeNumber(1, 240)
    .default(30)
    .describe('How long a log-in may take from the service’s request to its answer.'),
  TRUSTED_PROXIES: wholeNumber(0, 5)
    .default(0)
    .describe('How many proxies in front of SEB write `X-Forwarded-For`. 0: the header is ignored.'),
  REQUESTS_PER_MINUTE_PER_ADDRESS: wholeNumber(0, 1_000_000)
    .default(6000)
    .describe(
      'How many log-in messages, and how many log-in pages, one network address may send or open in a minute, in each process. More are answered 429. Everybody at a workplace often shares one address. 0: any number.',
    ),
  REQUESTS_PER_MINUTE_PER_PERSON: wholeNumber(0, 1_000_000)
    .default(1200)
    .describe(
      'How many pages and forms of the administration one person may use in a minute, in each process. 0: any number.',
    ),
  METRICS_TOKEN: z
    .string()
    .min(16)
    .optional()
    .describe(
      'Whoever reads `/metrics` must show it (`Authorization: Bearer …`). Unset: only the machine itself may read, past no proxy.',
    ),
  DESK_PHONE: z.string().default('33 32 39 00').describe('The service desk’s telephone number, shown on pages.'),
  DESK_MAIL: z
    .email()
    .default('servicedesk@sundhedsdata.dk')
    .describe('The service desk’s mail address, shown on pages.'),
  DESK_CASE_MAIL: z
    .email()
    .optional()
    .describe(
      'The address whose mail SEB files by itself (docs/operators/mail-in.md). Answers to the desk’s mails go there with the case’s number: `seb+4F7K92QD@example.dk`. Unset: they go to `DESK_MAIL`, with the number in the subject.',
    ),
  MAIL_IN_DIRECTORY: z
    .string()
    .optional()
    .describe(
      'The Maildir in which the mail server leaves mails to the service desk (docs/operators/mail-in.md). Unset: SEB receives none.',
    ),
  MAIL_IN_AUTHORITY: z
    .string()
    .optional()
    .describe(
      'The name under which your mail server writes `Authentication-Results`; it must take away those that others have written in its name. Unset: no sender is believed.',
    ),
  DESK_PHONE_HOURS: weekHours
    .default('mon-fri 09:00-15:00')
    .describe(
      'When the service desk answers the telephone, in Danish time. Public holidays are left out by themselves.',
    ),
  DESK_MAIL_HOURS: weekHours
    .default('mon-thu 08:00-16:00, fri 08:00-15:30')
    .describe('When the service desk reads mail, in Danish time.'),
  DESK_CLOSED_DAYS: daysOfYear
    .default('06-05, 12-24, 12-31')
    .describe('Days of each year (month and day) when the service desk is closed besides the public holidays.'),
  DESK_ON_CALL_PHONE: z
    .string()
    .default('44 22 80 75')
    .describe('The telephone on call outside the service desk’s hours, shown on pages.'),
  DESK_ON_CALL_SERVICES: z
    .string()
    .default('FMK-Online, Sundhed.dk')
    .describe('What the telephone on call is for, with commas between: services that patient care hangs on.'),
  OPERATOR_NAME: z
    .string()
    .min(1)
    .default('Sundhedsdatastyrelsen')
    .describe('Who runs this SEB and answers for its data: `/tilgaengelighed` and `/privatliv` say so.'),
  DATA_PROTECTION_MAIL: z
    .email()
    .optional()
    .describe('Where people send questions about their data (`/privatliv`). Unset: `DESK_MAIL`.'),
  ACCESSIBILITY_REVIEWED: z.iso
    .date()
    .default('2026-11-25')
    .describe('The day the accessibility statement (`/tilgaengelighed`) was last reviewed: at least once a year.'),
  NEMLOGIN_STATUS_URL: z
    .url({ protocol: /^https$/ })
    .default('https://www.nemlog-in.dk')
    .describe('Where NemLog-in tells of its own operation; the operational status leads there.'),
  MAIL_URL: z
    .url({ protocol: /^smtps?$/ })
    .optional()
    .describe(
      'The mail server: `smtps://user:password@host` or `smtp://host:587`, which then must offer STARTTLS. Unset: mails are kept and shown in the sandbox.',
    ),
  MAIL_FROM: z
    .string()
    .regex(/^([^<>\r\n]+<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/, 'must be an address, or a name and <address>')
    .optional()
    .describe('Whom mails are from: `SEB <seb@example.dk>`.'),
  STATUS_MAILS_PER_SECOND: wholeNumber(1, 10_000)
    .default(100)
    .describe(
      'How many mails about the operational status one process sends in a second at most, behind all other mail. The busier SEB is with other things, the fewer it sends, down to a tenth.',
    ),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'])
    .default('info')
    .describe('What the operational log tells.'),
})

export type Settings = z.infer<typeof settings>

export interface Config extends Omit<Settings, 'PUBLIC_URL' | 'SANDBOX' | 'HOST'> {
  publicUrl: URL
  host: string
  loopback: boolean
  sandbox: boolean
  /** The sandbox fills its organisations with people besides those who can log in. */
  sandboxCrowd: boolean
  idpEntityId: string
  spEntityId: string
  databaseDirectory: string
  keyDirectory: string
  auditHeadsFile: string
  statusCopyFile: string
}

/** What stands between the commas of a setting. */
export function namesIn(text: string): string[] {
  return text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
}

/** What must be set as soon as people can reach SEB: nothing of this is made up behind an operator's back. */
export const requiredInProduction = [
  'DATABASE_URL',
  'SAML_SIGNING_KEY_FILE',
  'SAML_DECRYPTION_KEY_FILE',
  'PSEUDONYM_KEY',
  'CPR_ENCRYPTION_KEY',
  'CPR_HASH_KEY',
  'AUDIT_SIGNING_KEY_FILE',
  'MAIL_URL',
  'MAIL_FROM',
] as const satisfies (keyof Settings)[]

/** Never shown, not even by `seb settings`. */
export const secretSettings: readonly (keyof Settings)[] = [
  'DATABASE_URL',
  'PSEUDONYM_KEY',
  'CPR_ENCRYPTION_KEY',
  'CPR_HASH_KEY',
  'CPR_ENCRYPTION_KEY_NEXT',
  'CPR_HASH_KEY_NEXT',
  'MAIL_URL',
  'METRICS_TOKEN',
]

export type ConfigReading = { ok: true; config: Config } | { ok: false; mistakes: string[] }

/** Reads the settings. Unknown variables are not SEB's business; every mistake in known ones is listed. */
export function readConfig(environment: Record<string, string | undefined>): ConfigReading {
  const given = Object.fromEntries(
    Object.keys(settings.shape).flatMap((name) => (environment[name] ? [[name, environment[name]]] : [])),
  )
  const parsed = settings.safeParse(given)
  if (!parsed.success) {
    const mistakes = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
    return { ok: false, mistakes: [...mistakes, ...productionMistakes(given, publicUrlOf(given))] }
  }
  const values = parsed.data
  const publicUrl = new URL(values.PUBLIC_URL ?? `http://localhost:${values.PORT}`)
  const mistakes = productionMistakes(given, publicUrl)
  if (publicUrl.pathname !== '/' || publicUrl.search || publicUrl.hash || publicUrl.username)
    mistakes.push('PUBLIC_URL: must be an origin only, such as https://seb.example')
  if ((values.CPR_ENCRYPTION_KEY_NEXT === undefined) !== (values.CPR_HASH_KEY_NEXT === undefined))
    mistakes.push('CPR_ENCRYPTION_KEY_NEXT, CPR_HASH_KEY_NEXT: the keys of CPR numbers are changed together')
  if (mistakes.length > 0) return { ok: false, mistakes }
  const loopback = isLoopback(publicUrl)
  return {
    ok: true,
    config: {
      ...values,
      publicUrl,
      loopback,
      host: values.HOST ?? (loopback ? '127.0.0.1' : '::'),
      sandbox: loopback && values.SANDBOX !== 'off',
      sandboxCrowd: values.SANDBOX !== 'small',
      idpEntityId: values.SAML_IDP_ENTITY_ID ?? new URL('/saml/metadata', publicUrl).href,
      spEntityId: values.SAML_SP_ENTITY_ID ?? new URL('/saml/sp/metadata', publicUrl).href,
      databaseDirectory: join(values.DATA_DIR, 'database'),
      keyDirectory: join(values.DATA_DIR, 'keys'),
      statusCopyFile: join(values.DATA_DIR, 'status-copy.json'),
      auditHeadsFile: values.AUDIT_HEADS_FILE ?? join(values.DATA_DIR, 'audit-heads.jsonl'),
    },
  }
}

function publicUrlOf(given: Record<string, string | undefined>): URL | null {
  return given['PUBLIC_URL'] && URL.canParse(given['PUBLIC_URL']) ? new URL(given['PUBLIC_URL']) : null
}

function productionMistakes(given: Record<string, string | undefined>, publicUrl: URL | null): string[] {
  if (!publicUrl || isLoopback(publicUrl)) return []
  const mistakes = requiredInProduction
    .filter((name) => !given[name])
    .map((name) => `${name}: must be set when PUBLIC_URL is not loopback`)
  if (publicUrl.protocol !== 'https:') mistakes.push('PUBLIC_URL: must be https unless it is loopback')
  if (given['SANDBOX'] === 'on' || given['SANDBOX'] === 'small')
    mistakes.push('SANDBOX: cannot be on when PUBLIC_URL is not loopback')
  return mistakes
}

/** True for localhost and the loopback addresses: only there may SEB make its own keys and show the sandbox. */
function isLoopback(url: URL): boolean {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  return (
    host === 'localhost' ||
    host.endsWith('.localhost') ||
    host === '::1' ||
    (isIP(host) === 4 && host.startsWith('127.'))
  )
}
