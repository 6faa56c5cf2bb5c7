/**
 * A broken expectation with a stable code. The code is translated at each edge (page text, SAML status); the detail is
 * for the log and the audit only and is never shown to a person.
 */
export const problemCodes = [
  'bad-request', // the request itself cannot be understood
  'not-found',
  'not-permitted',
  'message-refused', // a protocol message failed verification
  'configuration', // what an operator wrote cannot be used
] as const

export type ProblemCode = (typeof problemCodes)[number]

export class Problem extends Error {
  readonly code: ProblemCode
  /** For log and audit; no personal data. */
  readonly detail: string

  constructor(code: ProblemCode, detail: string, options?: ErrorOptions) {
    super(`${code}: ${detail}`, options)
    this.name = 'Problem'
    this.code = code
    this.detail = detail
  }
}
