/** Where a request is now: who has it, by the rules that decide who may, and how long it usually takes. */

import { findAppointed } from '../../access/appointments/deciders.store.ts'
import { type Deciders, decidersOf } from '../../access/appointments/deciders.ts'
import { beforeWorkingDays } from '../../base/working-days.ts'
import type { Db } from '../../storage/database.ts'
import { stateNow } from '../request-state.ts'
import { type MyRequest, usualWait } from './my-requests.store.ts'

export interface Whereabouts {
  /** Null where it waits for nobody. */
  deciders: Deciders | null
  /** In milliseconds; null where too few have been decided. */
  usual: number | null
}

export async function whereaboutsOf(db: Db, request: MyRequest, now: Date): Promise<Whereabouts> {
  if (stateNow(request, now) !== 'submitted') return { deciders: null, usual: null }
  const { organisation, unit, service, askedBy, personId, submittedAt } = request
  const [appointed, usual] = await Promise.all([
    findAppointed(db, organisation.id, now),
    usualWait(db, organisation.id),
  ])
  const place = {
    unitId: unit?.id ?? null,
    serviceId: service?.id ?? null,
    notPersonIds: [askedBy, personId],
    escalated: submittedAt <= beforeWorkingDays(now, organisation.escalateAfterDays),
  }
  return { deciders: decidersOf(appointed, place), usual }
}
