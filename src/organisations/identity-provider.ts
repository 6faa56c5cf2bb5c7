/** Who SEB asks to say who somebody is: NemLog-in, or the local identity provider of a region or municipality. */
import type { AssuranceLevel } from '../base/assurance.ts'
import type { IdentityProviderSettings } from './identity-provider-settings.ts'

export interface IdentityProvider {
  id: string
  key: string
  entityId: string
  profile: string
  kind: 'nemlog-in' | 'local'
  nameDa: string
  nameEn: string
  category: 'national' | 'region' | 'municipality' | 'private' | 'other'
  region: string | null
  municipality: string | null
  aliases: readonly string[]
  keywords: readonly string[]
  highestAssurance: AssuranceLevel
  /** null: any organisation */
  allowedCvrs: readonly string[] | null
  logInKinds: readonly ('professional' | 'person')[]
  enabled: boolean
  /** The protocol's own description of the provider, as last read: only the protocol looks into it. */
  metadata: unknown
  settings: IdentityProviderSettings
}
