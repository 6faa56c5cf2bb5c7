/** One identity provider of the sandbox as the rest of it sees one: its keys, what it knows of SEB, what it remembers. */
import type { Clock } from '../../src/base/clock.ts'
import type { Ids } from '../../src/base/ids.ts'
import type { LogInKind } from '../../src/brokering/authentication.ts'
import type { Outbound } from '../../src/brokering/ports.ts'
import type { KeyPair } from '../../src/protocols/keys/key-pair.ts'
import type { AuthnRequest } from '../../src/protocols/saml/authn-request.ts'
import type { ProviderKey } from '../data/providers.ts'
import type { Kept } from '../kept.ts'
import type { KnownSeb } from '../party/known-seb.ts'
import type { Persona, PersonaLogIn } from '../people/persona.ts'

/** What SEB asked, verified: kept while the person chooses. */
export interface Asked {
  request: AuthnRequest
  relayState: string | undefined
  /** SEB's registered address for answers. */
  acs: string
  kinds: readonly LogInKind[]
}

/** Somebody is logged in at the provider in this browser. */
export interface ProviderSession {
  persona: Persona
  logIn: PersonaLogIn
  since: Date
  sessionIndex: string
  /** The last answer, so that the switchboard can have it sent once more. */
  lastAnswer: Outbound | null
}

export interface IdentityProvider {
  key: ProviderKey
  entityId: string
  publicUrl: URL
  keyPair: KeyPair
  /** A key that SEB has never heard of, for the answers that are to be refused. */
  strangeKey: KeyPair
  seb: KnownSeb
  clock: Clock
  ids: Ids
  asked: Kept<Asked>
  sessions: Kept<ProviderSession>
}
