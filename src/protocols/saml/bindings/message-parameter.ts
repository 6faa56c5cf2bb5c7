/** What the Redirect and POST bindings have in common: the names of the parameters, base64, and RelayState. */
import { MessageRefused } from '../message-refused.ts'
import { decodeBase64 } from '../xml/base64.ts'

export type MessageParameter = 'SAMLRequest' | 'SAMLResponse'

/**
 * RelayState should not exceed 80 bytes (SAML bindings §3.4.3, §3.5.3), and SEB's own never does; but services in wide
 * use send whole addresses in it (mod_auth_mellon does), which SEB carries back to the letter.
 */
const relayStateBytes = 1024

/** Returns the RelayState, or refuses one that is too long or that no address bar could hold. */
export function checkedRelayState(relayState: string | undefined): string | undefined {
  if (relayState === undefined) return undefined
  if (Buffer.byteLength(relayState) > relayStateBytes) throw new MessageRefused('transport-too-large', 'RelayState')
  if (/\p{Cc}/u.test(relayState)) throw new MessageRefused('transport-malformed', 'RelayState')
  return relayState
}

/** Decodes base64, which must be there; broken into lines, perhaps, as the POST binding allows (§3.5.4). */
export function base64Bytes(text: string, what: string): Buffer {
  const bytes = decodeBase64(text)
  if (bytes === undefined || bytes.length === 0)
    throw new MessageRefused('transport-malformed', `${what} is not base64`)
  return bytes
}

/** The one of the two messages that is there. Neither, or both, is a refusal. */
export function onlyMessage(
  request: string | undefined,
  response: string | undefined,
): { parameter: MessageParameter; value: string } {
  if (request !== undefined && response === undefined) return { parameter: 'SAMLRequest', value: request }
  if (response !== undefined && request === undefined) return { parameter: 'SAMLResponse', value: response }
  throw new MessageRefused('transport-malformed', 'exactly one of SAMLRequest and SAMLResponse is needed')
}
