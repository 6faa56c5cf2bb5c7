/** Who can be on the other side of a log-out message, and who of them is proven to have sent it. */
import { Problem } from '../../base/problem.ts'
import type { LogOutStep, RequestedBy } from '../../brokering/log-out/log-out.ts'
import type { Outbound } from '../../brokering/ports.ts'
import type { IdentityProvider } from '../../organisations/identity-provider.ts'
import { findIdentityProvidersByEntityId } from '../../organisations/identity-providers.store.ts'
import { findParticipants, findSessionsOfSubject } from '../../people/sessions.store.ts'
import type { Service } from '../../services/service.ts'
import type { Language } from '../../web/languages.ts'
import type { ReceivedMessage } from './bindings/receive.ts'
import { samlProvider, samlService } from './party.ts'
import type { LogoutRequest } from './read-logout-request.ts'
import { samlAddress } from './saml-deps.ts'
import type { SamlWebDeps } from './saml-web-deps.ts'
import type { XmlElement } from './xml/xml-element.ts'

/** The other side of a log-out message: who it is, and how it is known and answered. */
export interface Party {
  entityId: string
  /** What people know it as. */
  name: Record<Language, string>
  keys: Parameters<ReceivedMessage['verified']>[0]
  address: string
  requestedBy: (messageId: string, relayState: string | null) => RequestedBy
  /** Live sessions that a request means. */
  sessions: (request: LogoutRequest) => Promise<string[]>
  /** The answer to somebody who was not logged in at all: that is no failure (LO4). */
  nothingToDo: (asked: { messageId: string; relayState: string | null }) => Outbound | null
  owns: (step: LogOutStep) => boolean
}

/** Usually one. The profiles of NemLog-in share an entity id, and perhaps their keys. (protocols.md M4) */
export type FindParties = (deps: SamlWebDeps, entityId: string) => Promise<readonly Party[]>

export type Senders = readonly [Party, ...Party[]]

/** Those of the parties whose keys prove that the message is theirs. */
export function sendersOf(
  message: ReceivedMessage,
  parties: readonly Party[],
): { senders: Senders; element: XmlElement } {
  let refusal = new Problem('not-found', 'party-unknown')
  const proven = parties.flatMap((party) => {
    try {
      return [{ party, element: message.verified(party.keys) }]
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      refusal = error
      return []
    }
  })
  const [first, ...others] = proven
  if (!first) throw refusal
  return { senders: [first.party, ...others.map(({ party }) => party)], element: first.element }
}

export async function serviceParties(deps: SamlWebDeps, entityId: string): Promise<readonly Party[]> {
  const service = await deps.brokering.directory.serviceByEntityId(entityId)
  return service?.enabled ? [serviceParty(deps, service)] : []
}

function serviceParty(deps: SamlWebDeps, service: Service): Party {
  const { db, services } = deps.brokering
  return {
    entityId: service.entityId,
    name: { da: service.nameDa, en: service.nameEn },
    keys: samlService(service).signingKeys,
    address: samlAddress(deps.saml, 'idpSingleLogout').href,
    requestedBy: (messageId, relayState) => ({ party: 'service', id: service.id, messageId, relayState }),
    sessions: async ({ subject, sessionIndexes }) => {
      const parts = await findParticipants(db, { serviceId: service.id, name: subject.value, sessionIndexes })
      return parts.map(({ sessionId }) => sessionId)
    },
    nothingToDo: (asked) => services[service.protocol].answerLogOut(service, asked, true),
    owns: (step) => step.party === 'service' && step.serviceId === service.id,
  }
}

export async function identityProviderParties(deps: SamlWebDeps, entityId: string): Promise<readonly Party[]> {
  const found = await findIdentityProvidersByEntityId(deps.brokering.db, entityId)
  return found.map((identityProvider) => identityProviderParty(deps, identityProvider))
}

function identityProviderParty(deps: SamlWebDeps, identityProvider: IdentityProvider): Party {
  const { db, upstreams } = deps.brokering
  return {
    entityId: identityProvider.entityId,
    name: { da: identityProvider.nameDa, en: identityProvider.nameEn },
    keys: samlProvider(identityProvider).signingKeys,
    address: samlAddress(deps.saml, 'spSingleLogout').href,
    requestedBy: (messageId, relayState) => ({
      party: 'identity-provider',
      id: identityProvider.id,
      messageId,
      relayState,
    }),
    sessions: async ({ subject, sessionIndexes }) => {
      const { id: identityProviderId } = identityProvider
      const found = await findSessionsOfSubject(db, { identityProviderId, subject: subject.value, sessionIndexes })
      return found.map(({ id }) => id)
    },
    nothingToDo: (asked) => upstreams.saml.answerLogOut(identityProvider, asked, true),
    owns: (step) => step.party === 'identity-provider' && step.identityProviderId === identityProvider.id,
  }
}
