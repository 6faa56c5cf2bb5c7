/** What a demo service sends to SEB: log-in requests, log-out requests, and answers to SEB’s own log-out requests. */
import type { Outbound } from '../../src/brokering/ports.ts'
import { encodeRedirect } from '../../src/protocols/saml/bindings/redirect.ts'
import type { LogoutRequest } from '../../src/protocols/saml/read-logout-request.ts'
import { responseDestination, sendMessage } from '../../src/protocols/saml/send-message.ts'
import { writeAuthnRequest } from '../../src/protocols/saml/write-authn-request.ts'
import { writeLogoutRequest } from '../../src/protocols/saml/write-logout-request.ts'
import { writeLogoutResponse } from '../../src/protocols/saml/write-logout-response.ts'
import { element, withChild, writeXml } from '../../src/protocols/saml/xml/write-xml.ts'
import type { XmlElement } from '../../src/protocols/saml/xml/xml-element.ts'
import { servicePath } from '../addresses.ts'
import type { DemoService, LogInWishes } from './demo-service.ts'
import type { ReceivedLogIn } from './received-log-in.ts'

/** The address to send the browser to. `browser` is what must come back with the answer. */
export function askLogIn(service: DemoService, wishes: LogInWishes, browser: string): URL {
  const { key, entityId, publicUrl, keyPair, seb, clock, ids, waiting } = service
  const id = ids.xmlId()
  const destination = seb.identityProvider.singleSignOn
  const request = writeAuthnRequest({
    id,
    now: clock.now(),
    issuer: entityId,
    destination,
    acsUrl: new URL(servicePath(key).acs, publicUrl),
    forceAuthn: wishes.force,
    isPassive: wishes.passive,
    assurance: wishes.assurance,
    logInKind: wishes.kind,
    requesterIds: [],
  })
  waiting.set(id, { browser, wishes })
  return encodeRedirect({
    parameter: 'SAMLRequest',
    xml: writeXml(wishes.provider === null ? request : scopedTo(request, wishes.provider)),
    destination,
    // Says nothing: the service finds its own request by InResponseTo.
    relayState: id.slice(1, 17),
    signWith: keyPair,
  }).url
}

/** Scoping stands last in an AuthnRequest (SAML core §3.4.1). */
function scopedTo(request: XmlElement, provider: string): XmlElement {
  const entry = element('samlp:IDPEntry', { ProviderID: provider })
  return withChild(request, element('samlp:Scoping', {}, element('samlp:IDPList', {}, entry)), request.nodes.length)
}

export function askLogOut(service: DemoService, { nameId, sessionIndex }: ReceivedLogIn): Outbound {
  const { entityId, keyPair, seb, clock, ids } = service
  const { binding, location } = seb.identityProvider.singleLogout
  const destination = new URL(location)
  return sendMessage({
    parameter: 'SAMLRequest',
    element: writeLogoutRequest({
      id: ids.xmlId(),
      now: clock.now(),
      issuer: entityId,
      destination,
      subject: nameId,
      sessionIndexes: sessionIndex === null ? [] : [sessionIndex],
      reason: 'user',
    }),
    binding,
    destination,
    relayState: undefined,
    signWith: keyPair,
  })
}

/** Ends the sessions SEB means, and says so. */
export function answerLogOut(service: DemoService, request: LogoutRequest, relayState: string | undefined): Outbound {
  const { entityId, keyPair, seb, clock, ids, sessions } = service
  const meant = sessions.find(
    (session) =>
      session.state === 'in' &&
      session.received.nameId.value === request.subject.value &&
      (request.sessionIndexes.length === 0 || request.sessionIndexes.includes(session.received.sessionIndex ?? '')),
  )
  for (const token of meant) sessions.delete(token)
  const { singleLogout } = seb.identityProvider
  const destination = responseDestination(singleLogout)
  return sendMessage({
    parameter: 'SAMLResponse',
    element: writeLogoutResponse({
      id: ids.xmlId(),
      now: clock.now(),
      issuer: entityId,
      destination,
      inResponseTo: request.id,
      outcome: 'success',
    }),
    binding: singleLogout.binding,
    destination,
    relayState,
    signWith: keyPair,
  })
}
