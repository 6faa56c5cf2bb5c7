/** A service that people log in to through SEB. */
import type { AssuranceLevel } from '../base/assurance.ts'
import type { AttributeName } from './attribute.ts'

export interface ServiceSettings {
  /** Also sign the Response around the signed assertion: some services want it, OIOSAML advises against it. */
  signResponse: boolean
  encryptAssertion: boolean
  bppVersion: '1.1' | '1.2'
  nameIdFormat: 'persistent' | 'transient'
  /** `nsis`: the level of assurance as a URI; anything else is sent as it is. */
  authnContextClassRef: string
  /** May a session from another service answer? */
  singleSignOn: boolean
  /** At most 300 seconds. */
  assertionLifetimeSeconds: number
  /** A person without a role: shown SEB's page, or sent on without privileges. */
  withoutRole: 'page' | 'empty-privileges'
}

export interface Service {
  id: string
  key: string
  protocol: 'saml'
  entityId: string
  nameDa: string
  nameEn: string
  shortName: string
  descriptionDa: string
  descriptionEn: string
  /** Where people open it; null when there is no such page. */
  address: string | null
  audience: 'citizen' | 'professional' | 'both'
  environment: 'test' | 'production'
  lowestAssurance: AssuranceLevel
  access: 'role' | 'account' | 'authenticated'
  logInKinds: readonly ('professional' | 'person')[]
  critical: boolean
  enabled: boolean
  /** What the service may be told, each on a legal basis. */
  agreedAttributes: readonly AttributeName[]
  /** The protocol's own description of the service, as last read: only the protocol looks into it. */
  metadata: unknown
  settings: ServiceSettings
}
