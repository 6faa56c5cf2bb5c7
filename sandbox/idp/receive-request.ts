/** Reads what SEB asks of an identity provider, and believes only what SEB's own key has signed. */
import type { LogInKind } from '../../src/brokering/authentication.ts'
import type { ReceivedMessage } from '../../src/protocols/saml/bindings/receive.ts'
import { chooseAcs } from '../../src/protocols/saml/choose-acs.ts'
import { MessageRefused } from '../../src/protocols/saml/message-refused.ts'
import { readAuthnRequest } from '../../src/protocols/saml/read-authn-request.ts'
import { providerPath } from '../addresses.ts'
import type { Asked, IdentityProvider } from './identity-provider.ts'

const bothKinds: readonly LogInKind[] = ['professional', 'person']

/** Throws a `MessageRefused`, which becomes an error page: nobody is logged in on a request that is not SEB's. */
export function receiveRequest({ key, publicUrl, seb, clock }: IdentityProvider, message: ReceivedMessage): Asked {
  if (message.claimedIssuer !== seb.service.entityId) throw new MessageRefused('party-unknown')
  const request = readAuthnRequest(message.verified(seb.service.signingKeys), {
    destination: new URL(providerPath(key).singleSignOn, publicUrl).href,
    issuer: seb.service.entityId,
    now: clock.now(),
  })
  return {
    request,
    relayState: message.relayState,
    acs: chooseAcs(request.replyTo, seb.service.acs).location,
    kinds: request.context.logInKinds ?? bothKinds,
  }
}
