/** Services and identity providers as the sign-in looks them up, each kept for a moment. */
import type { Clock } from '../base/clock.ts'
import type { IdentityProvider, ListedIdentityProvider } from '../organisations/identity-provider.ts'
import {
  allIdentityProviders,
  findIdentityProvider,
  identityProvidersOfService,
} from '../organisations/identity-providers.store.ts'
import { type Service, sebClassicId } from '../services/service.ts'
import { findService, findServiceByEntityId } from '../services/services.store.ts'
import type { Db } from '../storage/database.ts'
import { shortCache } from '../storage/short-cache.ts'

export interface Directory {
  service(id: string): Promise<Service | null>
  serviceByEntityId(entityId: string): Promise<Service | null>
  identityProvider(id: string): Promise<IdentityProvider | null>
  /** Those the service has activated, enabled or not. */
  identityProvidersOf(serviceId: string): Promise<readonly ListedIdentityProvider[]>
}

export function createDirectory(db: Db, clock: Clock): Directory {
  return {
    service: shortCache(clock, (id) => findService(db, id)),
    serviceByEntityId: shortCache(clock, (entityId) => findServiceByEntityId(db, entityId)),
    identityProvider: shortCache(clock, (id) => findIdentityProvider(db, id)),
    identityProvidersOf: shortCache(clock, (id) =>
      id === sebClassicId ? allIdentityProviders(db) : identityProvidersOfService(db, id),
    ),
  }
}
