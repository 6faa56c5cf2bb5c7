/** Services and identity providers as the sign-in looks them up, each kept while nothing of them changes. */
import type { Clock } from '../base/clock.ts'
import { isUuid } from '../base/ids.ts'
import type { IdentityProvider, ListedIdentityProvider } from '../organisations/identity-provider.ts'
import {
  allIdentityProviders,
  findIdentityProvider,
  identityProvidersOfService,
} from '../organisations/identity-providers.store.ts'
import { type Service, sebClassicId } from '../services/service.ts'
import { findService, findServiceByEntityId } from '../services/services.store.ts'
import type { Db } from '../storage/database.ts'
import { revisionCache } from '../storage/revision-cache.ts'

/** Ids come from cookies and addresses too: what is not one is nobody's, and no question to the database. */
export interface Directory {
  service(id: string): Promise<Service | null>
  serviceByEntityId(entityId: string): Promise<Service | null>
  identityProvider(id: string): Promise<IdentityProvider | null>
  /** Those the service has activated, enabled or not. */
  identityProvidersOf(serviceId: string): Promise<readonly ListedIdentityProvider[]>
}

export function createDirectory(db: Db, clock: Clock): Directory {
  const keep = revisionCache(db, clock)
  const service = keep((id) => findService(db, id))
  const identityProvider = keep((id) => findIdentityProvider(db, id))
  return {
    service: async (id) => (isUuid(id) ? service(id) : null),
    serviceByEntityId: keep((entityId) => findServiceByEntityId(db, entityId)),
    identityProvider: async (id) => (isUuid(id) ? identityProvider(id) : null),
    identityProvidersOf: keep((id) =>
      id === sebClassicId ? allIdentityProviders(db) : identityProvidersOfService(db, id),
    ),
  }
}
