/** Where a service's answer goes: always to an address it has registered, never to one it only mentions. */
import type { ReplyTo } from './authn-request.ts'
import { MessageRefused } from './message-refused.ts'
import { type AcsEndpoint, bindingUris } from './metadata/party-metadata.ts'

/** By address to the letter, by number, or the default (SAML core §3.4.1; saml2int SDP-IDP06). */
export function chooseAcs({ url, index, binding }: ReplyTo, registered: readonly AcsEndpoint[]): AcsEndpoint {
  if (binding !== null && binding !== bindingUris.post) throw new MessageRefused('acs-url-wrong', 'ProtocolBinding')
  const chosen = registered.find((acs) => {
    if (url !== null) return acs.location === url
    return index !== null ? acs.index === index : acs.isDefault
  })
  if (chosen === undefined) throw new MessageRefused('acs-url-wrong', 'not registered')
  return chosen
}
