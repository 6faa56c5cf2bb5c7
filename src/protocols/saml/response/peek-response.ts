/**
 * The first look at a Response: who says to have sent it, and to which request it says to be the answer. Nothing here is
 * verified; it only serves to find the request that was sent, and with it the keys and expectations. (A12, G22)
 */
import { MessageRefused } from '../message-refused.ts'
import { ns } from '../xml/namespaces.ts'
import { parseXml } from '../xml/parse-xml.ts'
import { responseLimits } from '../xml/scan-xml.ts'
import type { XmlElement } from '../xml/xml-element.ts'

export interface UnverifiedResponse {
  readonly claimedIssuer: string | undefined
  readonly claimedInResponseTo: string | undefined
  /** For `readResponse`, so that the message is parsed once. */
  readonly root: XmlElement
}

export function peekResponse(bytes: Uint8Array | string): UnverifiedResponse {
  const root = parseXml(bytes, responseLimits)
  if (!root.is(ns.samlp, 'Response')) throw new MessageRefused('xml-structure', 'not a samlp:Response')
  return {
    claimedIssuer: root.optionalChild(ns.saml, 'Issuer')?.text,
    claimedInResponseTo: root.attribute('InResponseTo'),
    root,
  }
}
