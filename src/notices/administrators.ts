/** Who administers what, for telling them. (What they may do is asked through access/may.ts.) */
import type { Recipient } from './recipients.store.ts'

export interface Administrator extends Recipient {
  organisationId: string
  level: 'chief' | 'administrator'
  /** What they are limited to; null: nothing. */
  unitIds: string[] | null
  serviceIds: string[] | null
}

/** A limit to units or services holds for everything that has a unit or a service. */
export function administers(
  { level, unitIds, serviceIds }: Pick<Administrator, 'level' | 'unitIds' | 'serviceIds'>,
  { unitId, serviceId, chiefsOnly = false }: { unitId?: string | null; serviceId?: string; chiefsOnly?: boolean },
): boolean {
  if (level === 'chief') return true
  const ofUnit = unitIds === null || unitId === undefined || (unitId !== null && unitIds.includes(unitId))
  const ofService = serviceIds === null || serviceId === undefined || serviceIds.includes(serviceId)
  return !chiefsOnly && ofUnit && ofService
}
