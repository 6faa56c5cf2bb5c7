/** A protocol message that SEB does not accept, with the one reason it fell on: for the audit and the tests, never for the sender. */
import { Problem } from '../../base/problem.ts'

/** Every reason for which a SAML message is refused. Closed, so that audit, statistics and tests can list them. */
export const refusalReasons = [
  // the bytes (xml/scan-xml.ts, xml/parse-xml.ts)
  'xml-too-large',
  'xml-encoding',
  'xml-doctype',
  'xml-processing-instruction',
  'xml-cdata',
  'xml-comment',
  'xml-too-deep',
  'xml-too-many-elements',
  'xml-too-many-attributes',
  'xml-malformed',
  'xml-namespace',
  'xml-duplicate-id',
  'xml-id-attribute',
  'xml-structure',
  // the transport (base64, DEFLATE, query strings, form fields)
  'transport-malformed',
  'transport-too-large',
  // signatures
  'signature-missing',
  'signature-malformed',
  'signature-reference',
  'signature-transform',
  'signature-digest',
  'signature-invalid',
  'algorithm-not-allowed',
  'key-not-allowed',
  // encryption: one reason for every failure, so that the answer tells an attacker nothing (G19)
  'decryption-failed',
  'encryption-required',
  // the message and what it was expected to be
  'version-wrong',
  'id-malformed',
  'issuer-missing',
  'issuer-wrong',
  'destination-wrong',
  'in-response-to-wrong',
  'status-malformed',
  'assertion-missing',
  'assertion-not-alone',
  'assertion-with-error-status',
  'subject-missing',
  'name-id-malformed',
  'subject-confirmation-missing',
  'recipient-wrong',
  'conditions-missing',
  'condition-unknown',
  'audience-wrong',
  'time-malformed',
  'not-yet-valid',
  'expired',
  'lifetime-too-long',
  'authn-statement-missing',
  'attribute-malformed',
  'assurance-missing',
  'assurance-malformed',
  // requests and logout
  'request-malformed',
  'acs-url-wrong',
  'party-unknown',
] as const

/** Whoever sends a message can put a name of any length in it: the audit keeps as much as explains. */
const longestDetail = 300

export type RefusalReason = (typeof refusalReasons)[number]

/** Thrown wherever a message falls; `reason` is stable, `detail` is free text without personal data. */
export class MessageRefused extends Problem {
  readonly reason: RefusalReason

  constructor(reason: RefusalReason, detail = '', options?: ErrorOptions) {
    super('message-refused', detail === '' ? reason : `${reason}: ${detail.slice(0, longestDetail)}`, options)
    this.name = 'MessageRefused'
    this.reason = reason
  }
}
