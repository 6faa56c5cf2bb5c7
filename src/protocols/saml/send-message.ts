/** Puts a signed message on its way to an endpoint, in the binding that the endpoint takes. */
import type { Outbound } from '../../brokering/ports.ts'
import type { KeyPair } from '../keys/key-pair.ts'
import type { MessageParameter } from './bindings/message-parameter.ts'
import { encodePost } from './bindings/post.ts'
import { encodeRedirect } from './bindings/redirect.ts'
import type { Endpoint } from './metadata/party-metadata.ts'
import { signElement } from './xml/sign-element.ts'
import { writeXml } from './xml/write-xml.ts'
import type { XmlElement } from './xml/xml-element.ts'

export function sendMessage(message: {
  parameter: MessageParameter
  element: XmlElement
  binding: Endpoint['binding']
  destination: URL
  relayState: string | undefined
  signWith: KeyPair
}): Outbound {
  const { parameter, element, binding, destination, relayState, signWith } = message
  return binding === 'redirect'
    ? encodeRedirect({ parameter, xml: writeXml(element), destination, relayState, signWith })
    : encodePost({ parameter, xml: writeXml(signElement(element, signWith)), destination, relayState })
}

/** Where the answer to a log-out goes: its own address where the party has one (SAML metadata §2.2.2). */
export function responseDestination(endpoint: Endpoint): URL {
  return new URL(endpoint.responseLocation ?? endpoint.location)
}
