/** The HTTP POST binding (SAML bindings §3.5): a message as base64 in a form field; its signature, if any, is inside it. */
import type { Outbound } from '../../../brokering/ports.ts'
import { parseFields } from '../../../web/form.ts'
import { MessageRefused } from '../message-refused.ts'
import { requestLimits, responseLimits } from '../xml/scan-xml.ts'
import { base64Bytes, checkedRelayState, type MessageParameter, onlyMessage } from './message-parameter.ts'

/** A message as it came; nobody has vouched for it yet. */
export type PostMessage = {
  readonly parameter: MessageParameter
  readonly xml: Buffer
  readonly relayState: string | undefined
}

const fieldNames = ['SAMLRequest', 'SAMLResponse', 'RelayState'] as const

/** Reads the body of a form post (`application/x-www-form-urlencoded`) as it was received. Other fields are let be. */
export function decodePost(body: string): PostMessage {
  // Each character may come as three.
  if (body.length > 3 * mimeLength(responseLimits.bytes)) throw new MessageRefused('transport-too-large', 'form')
  const fields = parseFields(body)
  if (fields === null) throw new MessageRefused('transport-malformed', 'more fields than any form has')
  const field = (name: (typeof fieldNames)[number]) => {
    const values = fields.getAll(name)
    if (values.length > 1) throw new MessageRefused('transport-malformed', `${name} more than once`)
    return values[0]
  }
  const { parameter, value } = onlyMessage(field('SAMLRequest'), field('SAMLResponse'))
  const relayState = checkedRelayState(field('RelayState'))
  const limit = parameter === 'SAMLRequest' ? requestLimits : responseLimits
  if (value.length > mimeLength(limit.bytes)) throw new MessageRefused('transport-too-large', parameter)
  return { parameter, xml: base64Bytes(value, parameter), relayState }
}

/** The form that carries a message, which has been signed where it needs to be. */
export function encodePost(message: {
  parameter: MessageParameter
  xml: string
  destination: URL
  relayState?: string | undefined
}): Outbound {
  const relayState = checkedRelayState(message.relayState)
  return {
    kind: 'post',
    url: message.destination,
    fields: {
      [message.parameter]: Buffer.from(message.xml, 'utf8').toString('base64'),
      ...(relayState === undefined ? {} : { RelayState: relayState }),
    },
  }
}

/** The length of base64 in lines of 76 characters (RFC 2045 §6.8): the longest spelling anyone has use for. */
function mimeLength(bytes: number): number {
  const characters = Math.ceil(bytes / 3) * 4
  return characters + Math.ceil(characters / 76) * 2
}
