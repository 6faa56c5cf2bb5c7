/** The whole corpus, so that it can be read by the code or sent to a running product. */
import type { RefusalReason } from '../../src/protocols/saml/message-refused.ts'
import { encryptionAttacks } from './encryption-attacks.ts'
import { expectationAttacks } from './expectation-attacks.ts'
import type { AttackContext } from './forge.ts'
import { issuerAttacks } from './issuer-attacks.ts'
import { markupAttacks } from './markup-attacks.ts'
import { misplacedSignatureAttacks } from './misplaced-signature-attacks.ts'
import { signatureAttacks } from './signature-attacks.ts'
import { signedInfoAttacks } from './signed-info-attacks.ts'
import { wrappingAttacks } from './wrapping-attacks.ts'

export const responseAttacks = [
  ...wrappingAttacks,
  ...misplacedSignatureAttacks,
  ...issuerAttacks,
  ...signatureAttacks,
  ...signedInfoAttacks,
  ...markupAttacks,
  ...expectationAttacks,
  ...encryptionAttacks,
]

export interface HostileResponse {
  readonly name: string
  readonly covers: string
  readonly bytes: Uint8Array
  readonly reason: RefusalReason
}

/** Each is made when it is asked for: `context` may be a function that opens a new request for each one. */
export function* hostileResponses(context: AttackContext | (() => AttackContext)): Generator<HostileResponse> {
  for (const { name, covers, reason, forge } of responseAttacks) {
    const made = forge(typeof context === 'function' ? context() : context)
    yield { name, covers, reason, bytes: typeof made === 'string' ? Buffer.from(made) : made }
  }
}
