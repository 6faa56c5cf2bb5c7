/** SEB as a SAML service provider: asks identity providers, and logs out there. (OIOSAML 3, protocols.md A3, A4, A6) */
import type { UpstreamProtocol } from '../../brokering/ports.ts'
import type { IdentityProvider } from '../../organisations/identity-provider.ts'
import { preferRedirect, samlProvider } from './party.ts'
import { type SamlDeps, samlAddress } from './saml-deps.ts'
import { answerLogOut, askToLogOut } from './send-log-out.ts'
import { sendMessage } from './send-message.ts'
import { writeAuthnRequest } from './write-authn-request.ts'

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
      const sessionIndexes = sessionIndex === null ? [] : [sessionIndex]
      return askToLogOut(deps, asKnownBy(deps, identityProvider), { subject, sessionIndexes })
    },

    answerLogOut: (identityProvider, asked, complete) =>
      answerLogOut(deps, asKnownBy(deps, identityProvider), asked, complete),
  }
}

function asKnownBy({ spEntityId }: SamlDeps, identityProvider: IdentityProvider) {
  return { issuer: spEntityId, endpoints: samlProvider(identityProvider).singleLogout }
}
