/** Verifies a service's AuthnRequest and turns it into the neutral request: after this nothing knows that it was SAML. */
import type { SignInRequest } from '../../brokering/sign-in.ts'
import type { Service } from '../../services/service.ts'
import type { AuthnRequest } from './authn-request.ts'
import type { ReceivedMessage } from './bindings/receive.ts'
import { chooseAcs } from './choose-acs.ts'
import { type AskedAttributes, samlService, usualList } from './party.ts'
import { readAuthnRequest } from './read-authn-request.ts'
import { type SamlDeps, samlAddress } from './saml-deps.ts'
import type { Status } from './status.ts'

export type ReadSignInRequest = {
  request: SignInRequest
  /** What the request asks for and SEB cannot give, whoever logs in: answered at once. */
  impossible: Status | null
}

export function readSignInRequest(deps: SamlDeps, service: Service, message: ReceivedMessage): ReadSignInRequest {
  const { signingKeys, acs, attributeLists } = samlService(service)
  const verified = message.verified(signingKeys)
  const read = readAuthnRequest(verified, {
    destination: samlAddress(deps, 'singleSignOn').href,
    issuer: service.entityId,
    now: deps.clock.now(),
  })
  const list = listAskedFor(attributeLists, read.attributeListIndex)
  return {
    request: {
      protocol: 'saml',
      messageId: read.id,
      replyTo: chooseAcs(read.replyTo, acs).location,
      relayState: message.relayState ?? null,
      forceAuthn: read.forceAuthn,
      isPassive: read.isPassive,
      assurance: read.context.assurance,
      logInKinds: read.context.logInKinds,
      identityProviders: read.scoping.identityProviders,
      attributes: list === 'unknown' ? [] : (list?.names ?? null),
      requesterIds: read.scoping.requesterIds,
    },
    // Another list than the one that was meant could tell the service what it did not want to know.
    impossible: list === 'unknown' ? { top: 'Requester', second: 'RequestUnsupported' } : impossible(read),
  }
}

/**
 * By number, else the default (SAML metadata §2.4.4.2). A service without lists asks for nothing in particular, whatever
 * number its software puts in the request.
 */
function listAskedFor(lists: readonly AskedAttributes[], index: number | null): AskedAttributes | null | 'unknown' {
  if (lists.length === 0) return null
  if (index !== null) return lists.find((list) => list.index === index) ?? 'unknown'
  return usualList(lists)
}

const knownFormats = ['persistent', 'transient'].map((format) => `urn:oasis:names:tc:SAML:2.0:nameid-format:${format}`)
const anyFormat = 'urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified'

function impossible({ nameIdPolicy, scoping }: AuthnRequest): Status | null {
  // SEB always asks somebody else: a service that forbids it cannot be served (SAML core §3.4.1.5.1).
  if (scoping.proxyCount === 0) return { top: 'Responder', second: 'ProxyCountExceeded' }
  const format = nameIdPolicy?.format ?? anyFormat
  return format === anyFormat || knownFormats.includes(format)
    ? null
    : { top: 'Requester', second: 'InvalidNameIDPolicy' }
}
