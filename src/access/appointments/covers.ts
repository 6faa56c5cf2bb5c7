/** What an administrator's limits cover: a request, or all that another administrator may do. Pure. */
import type { Limits } from '../capacities/capacity.ts'

export interface Power extends Limits {
  level: 'chief' | 'administrator'
}

/** Whatever has no unit is for those without a limit to units. */
export function coversPlace(power: Power, place: { unitId: string | null; serviceId: string | null }): boolean {
  if (power.level === 'chief') return true
  if (power.unitIds && !(place.unitId !== null && power.unitIds.includes(place.unitId))) return false
  return !power.serviceIds || place.serviceId === null || power.serviceIds.includes(place.serviceId)
}

/** Whether somebody may do everything that another may. */
export function coversPower(power: Power, other: Power): boolean {
  if (power.level === 'chief') return true
  if (other.level === 'chief') return false
  const within = (own: readonly string[] | null, its: readonly string[] | null) =>
    own === null || (its?.every((id) => own.includes(id)) ?? false)
  return within(power.unitIds, other.unitIds) && within(power.serviceIds, other.serviceIds)
}
