/**
 * Where somebody works with one service, and as whom: system management at any, an owner at their own. What they write is the
 * same; what happens to it is not: an owner's change to something that people use waits for system management.
 */
import type { Context } from 'hono'
import type { MetadataReader } from '../../../services/metadata-reading.ts'
import type { AdminDeps, AdminEnv } from '../../admin/admin-env.ts'
import { readId } from '../../admin/employees/employee.store.ts'
import { may } from '../../may.ts'
import type { ChangeActor } from './changes/save-changes.ts'
import { findServiceFacts, type ServiceFacts } from './service.store.ts'
import { ownerPath, servicePath } from './services-paths.ts'

export interface ServiceDeps extends AdminDeps {
  /** How a service's metadata is read. (protocols is a later room, so it is passed in.) */
  metadata: MetadataReader
}

export interface Place {
  as: 'management' | 'owner'
  /** The address of the service; its parts stand below. */
  base: string
  service: ServiceFacts
  actor: ChangeActor
}

/** Null for whoever may not change this service, and for a service that there is not: nobody can tell which. */
export async function findPlace(c: Context<AdminEnv>, deps: ServiceDeps, as: Place['as']): Promise<Place | null> {
  const { acting, personId } = c.get('viewer')
  const owned = acting.kind === 'service-owner' ? acting.service.id : null
  const serviceId = as === 'owner' ? owned : readId(c.req.param('id'))
  if (!serviceId) return null
  if (!may(acting, as === 'owner' ? 'change-own-service' : 'change-services', { serviceId })) return null
  const service = await findServiceFacts(deps.db, serviceId)
  if (!service) return null
  return {
    as,
    base: as === 'owner' ? ownerPath : servicePath(serviceId),
    service,
    actor: { personId, source: deps.visit(c).source },
  }
}

/** Whether a change here is asked for instead of made. What is being tried out, and a role that is only a draft, is changed at once. */
export function mustAsk({ as, service }: Place, draft = false): boolean {
  return as === 'owner' && service.environment === 'production' && !draft
}
