/** The operational log: JSON lines on standard output, without personal data. The audit is something else: see audit/. */
import { pino } from 'pino'

export interface Log {
  debug(fields: object, message: string): void
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
}

/** What must never reach a log line, wherever in the fields it stands. */
const secretFields = ['cookie', 'authorization', 'SAMLResponse', 'SAMLRequest', 'cpr', 'token', 'password']

export function createLog(level: string): Log {
  return pino({
    level,
    base: null,
    redact: { paths: secretFields.flatMap((field) => [field, `*.${field}`]), censor: '[removed]' },
  })
}
