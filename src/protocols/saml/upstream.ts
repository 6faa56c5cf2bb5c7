/** SEB as a SAML service provider: asks identity providers, and logs out there. (OIOSAML 3, protocols.md A3, A4, A6) */
import type { UpstreamProtocol } from '../../brokering/ports.ts'
import { preferRedirect, samlProvider } from './party.ts'
import { type SamlDeps, samlAddress } from './saml-deps.ts'
import { responseDestination, sendMessage } from './send-message.ts'
import { writeAuthnRequest } from './write-authn-request.ts'
import { writeLogoutRequest } from './write-logout-request.ts'
import { writeLogoutResponse } from './write-logout-response.ts'

export function samlUpstream(deps: SamlDeps): UpstreamProtocol {
  const [signWith] = deps.keys.signing
  return {
    begin(identityProvider, question) {
      const endpoint = preferRedirect(samlProvider(identityProvider).singleSignOn)
      if (!endpoint) throw new Error(`${identityProvider.key} takes no requests`)
      const messageId = deps.ids.xmlId()
      const destination = new URL(endpoint.location)
      const element = writeAuthnRequest({
        id: messageId,
        now: deps.clock.now(),
        issuer: deps.spEntityId,
        destination,
        acsUrl: samlAddress(deps, 'acs'),
        forceAuthn: question.forceAuthn,
        isPassive: question.isPassive,
        assurance: question.assurance,
        logInKind: question.logInKind,
        requesterIds: identityProvider.settings.sendRequesterId ? question.requesterIds : [],
      })
      // Some providers fail without a RelayState (S3); ours says nothing, since the answer is found by InResponseTo.
      const relayState = messageId.slice(1, 17)
      const outbound = sendMessage({
        parameter: 'SAMLRequest',
        element,
        binding: endpoint.binding,
        destination,
        relayState,
        signWith,
      })
      return { messageId, outbound }
    },

    logOut(identityProvider, { subject, sessionIndex }) {
      const endpoint = preferRedirect(samlProvider(identityProvider).singleLogout)
      if (!endpoint) return null
      const messageId = deps.ids.xmlId()
      const destination = new URL(endpoint.location)
      const element = writeLogoutRequest({
        id: messageId,
        now: deps.clock.now(),
        issuer: deps.spEntityId,
        destination,
        subject,
        sessionIndexes: sessionIndex === null ? [] : [sessionIndex],
        reason: 'user',
      })
      const outbound = sendMessage({
        parameter: 'SAMLRequest',
        element,
        binding: endpoint.binding,
        destination,
        relayState: undefined,
        signWith,
      })
      return { messageId, outbound }
    },

    answerLogOut(identityProvider, asked, complete) {
      const endpoint = preferRedirect(samlProvider(identityProvider).singleLogout)
      if (!endpoint) return null
      const destination = responseDestination(endpoint)
      const element = writeLogoutResponse({
        id: deps.ids.xmlId(),
        now: deps.clock.now(),
        issuer: deps.spEntityId,
        destination,
        inResponseTo: asked.messageId,
        outcome: complete ? 'success' : 'partial',
      })
      return sendMessage({
        parameter: 'SAMLResponse',
        element,
        binding: endpoint.binding,
        destination,
        relayState: asked.relayState ?? undefined,
        signWith,
      })
    },
  }
}
