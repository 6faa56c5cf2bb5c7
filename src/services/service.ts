/** A service that people log in to through SEB. */
import type { AssuranceLevel } from '../base/assurance.ts'
import type { AttributeName } from './attribute.ts'
import type { ServiceSettings } from './service-settings.ts'

/** SEB's own pages: the one service that every installation has (storage/migrations/0010-administration.sql). */
export const sebClassicId = '00000000-0000-7000-8000-000000000001'

export interface Service {
  id: string
  key: string
  /** How it talks to SEB; `seb` is SEB's own pages. */
  protocol: 'saml' | 'seb'
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
  /** Who answers for it. */
  contact: string | null
}
