/** Writes the AuthnRequest that SEB sends to an identity provider. */
import type { AssuranceLevel } from '../../base/assurance.ts'
import type { LogInKind } from '../../brokering/authentication.ts'
import { headAttributes, issuerElement } from './message-head.ts'
import { assuranceClassRef, logInKindClassRefs } from './oio/nsis.ts'
import { element } from './xml/write-xml.ts'
import type { XmlElement } from './xml/xml-element.ts'

export type AuthnRequestToSend = {
  id: string
  now: Date
  issuer: string
  destination: URL
  acsUrl: URL
  forceAuthn: boolean
  isPassive: boolean
  /** What is asked for at least; null asks for nothing, for providers that do not know NSIS. */
  assurance: AssuranceLevel | null
  logInKind: LogInKind | null
  /** Those on whose behalf SEB asks, nearest first (SAML core §3.4.1.2). */
  requesterIds: readonly string[]
}

/**
 * As OIOSAML 3 and NemLog-in's own requests have it: answer by POST to a named address, both booleans spelt out, level
 * and kind of log-in in one RequestedAuthnContext. A NameIDPolicy without Format leaves the kind of name to metadata.
 */
export function writeAuthnRequest(request: AuthnRequestToSend): XmlElement {
  const { assurance, logInKind, requesterIds } = request
  const classRefs = [
    ...(assurance === null ? [] : [assuranceClassRef(assurance)]),
    ...(logInKind === null ? [] : [logInKindClassRefs[logInKind]]),
  ]
  return element(
    'samlp:AuthnRequest',
    {
      ...headAttributes(request),
      ForceAuthn: String(request.forceAuthn),
      IsPassive: String(request.isPassive),
      ProtocolBinding: 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST',
      AssertionConsumerServiceURL: request.acsUrl.href,
    },
    issuerElement(request.issuer),
    element('samlp:NameIDPolicy', { AllowCreate: 'true' }),
    list(
      'samlp:RequestedAuthnContext',
      { Comparison: 'minimum' },
      classRefs.map((classRef) => element('saml:AuthnContextClassRef', {}, classRef)),
    ),
    list(
      'samlp:Scoping',
      {},
      requesterIds.map((entityId) => element('samlp:RequesterID', {}, entityId)),
    ),
  )
}

function list(
  name: 'samlp:RequestedAuthnContext' | 'samlp:Scoping',
  attributes: { Comparison?: string },
  items: XmlElement[],
) {
  return items.length > 0 ? element(name, attributes, ...items) : undefined
}
