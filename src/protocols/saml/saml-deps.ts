/** What SEB is in SAML: two entities, one towards services and one towards identity providers, and their keys. */
import type { Clock } from '../../base/clock.ts'
import type { Ids } from '../../base/ids.ts'
import type { OwnKeys } from '../keys/own-keys.ts'

export interface SamlDeps {
  clock: Clock
  ids: Ids
  keys: OwnKeys
  publicUrl: URL
  /** Towards services. */
  idpEntityId: string
  /** Towards identity providers. */
  spEntityId: string
  /** Whom other parties' operators may call. */
  desk: { phone: string; mail: string }
}

/** Paths of SEB's own endpoints; they are stable, since they stand in other parties' configuration. */
export const samlPaths = {
  idpMetadata: '/saml/metadata',
  singleSignOn: '/saml/sso',
  idpSingleLogout: '/saml/slo',
  spMetadata: '/saml/sp/metadata',
  acs: '/saml/acs',
  spSingleLogout: '/saml/sp/slo',
} as const

/** The full address of an endpoint: what Destination and Recipient must say, to the letter. */
export function samlAddress({ publicUrl }: Pick<SamlDeps, 'publicUrl'>, path: keyof typeof samlPaths): URL {
  return new URL(samlPaths[path], publicUrl)
}
