/** Who SEB asks to say who somebody is: NemLog-in, or the local identity provider of a region or municipality. */
import type { AssuranceLevel } from '../base/assurance.ts'
import type { IdentityProviderSettings } from './identity-provider-settings.ts'

/** What a list of providers needs of each. */
export interface ListedIdentityProvider {
  id: string
  key: string
  entityId: string
  kind: 'nemlog-in' | 'local'
  nameDa: string
  nameEn: string
  category: 'national' | 'region' | 'municipality' | 'private' | 'other'
  region: string | null
  municipality: string | null
  aliases: readonly string[]
  keywords: readonly string[]
  logInKinds: readonly ('professional' | 'person')[]
  enabled: boolean
}

export interface IdentityProvider extends ListedIdentityProvider {
  profile: string
  highestAssurance: AssuranceLevel
  /** null: any organisation */
  allowedCvrs: readonly string[] | null
  /** The protocol's own description of the provider, as last read: only the protocol looks into it. */
  metadata: unknown
  settings: IdentityProviderSettings
}
