/** Verifies a service's AuthnRequest and turns it into the neutral request: after this nothing knows that it was SAML. */
import type { SignInRequest } from '../../brokering/sign-in.ts'
import type { Service } from '../../services/service.ts'
import type { AuthnRequest } from './authn-request.ts'
import type { ReceivedMessage } from './bindings/receive.ts'
import { chooseAcs } from './choose-acs.ts'
import { samlService } from './party.ts'
import { readAuthnRequest } from './read-authn-request.ts'
import { type SamlDeps, samlAddress } from './saml-deps.ts'
import type { Status } from './status.ts'

export type ReadSignInRequest = {
  request: SignInRequest
  /** What the request asks for and SEB cannot give, whoever logs in: answered at once. */
  impossible: Status | null
}

export function readSignInRequest(deps: SamlDeps, service: Service, message: ReceivedMessage): ReadSignInRequest {
  const verified = message.verified(samlService(service).signingKeys)
  const read = readAuthnRequest(verified, {
    destination: samlAddress(deps, 'singleSignOn').href,
    issuer: service.entityId,
    now: deps.clock.now(),
  })
  return {
    request: {
      protocol: 'saml',
      messageId: read.id,
      replyTo: chooseAcs(read.replyTo, samlService(service).acs).location,
      relayState: message.relayState ?? null,
      forceAuthn: read.forceAuthn,
      isPassive: read.isPassive,
      assurance: read.context.assurance,
      logInKinds: read.context.logInKinds,
      identityProviders: read.scoping.identityProviders,
      requesterIds: read.scoping.requesterIds,
    },
    impossible: impossible(read),
  }
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
