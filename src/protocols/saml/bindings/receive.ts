/** Takes a request or a log-out message as the browser brings it, and lets it be read only once its sender is proven. */
import type { KeyObject } from 'node:crypto'
import { readIssuer } from '../message-head.ts'
import { parseXml } from '../xml/parse-xml.ts'
import { requestLimits } from '../xml/scan-xml.ts'
import { verifySignature } from '../xml/verify-signature.ts'
import type { XmlElement } from '../xml/xml-element.ts'
import type { MessageParameter } from './message-parameter.ts'
import { decodePost } from './post.ts'
import { decodeRedirect, verifyRedirect } from './redirect.ts'

export type ReceivedMessage = {
  readonly parameter: MessageParameter
  readonly relayState: string | undefined
  /** Who the message says sent it: only good for finding the keys to verify it with. */
  readonly claimedIssuer: string
  /** The message, once one of these keys is proven to have signed it. Nothing else of it may be believed. */
  verified(keys: readonly KeyObject[]): XmlElement
}

/** A message in a query string, given as it was received. */
export function receiveRedirect(rawQuery: string): ReceivedMessage {
  const message = decodeRedirect(rawQuery)
  const root = parseXml(message.xml, requestLimits)
  return {
    parameter: message.parameter,
    relayState: message.relayState,
    claimedIssuer: readIssuer(root),
    verified(keys) {
      verifyRedirect(message, keys) // covers every byte that `root` was read from
      return root
    },
  }
}

/** A message in the body of a form post, given as it was received. */
export function receivePost(body: string): ReceivedMessage {
  const message = decodePost(body)
  const root = parseXml(message.xml, requestLimits)
  return {
    parameter: message.parameter,
    relayState: message.relayState,
    claimedIssuer: readIssuer(root),
    verified: (keys) => verifySignature(root, keys, requestLimits).element,
  }
}
