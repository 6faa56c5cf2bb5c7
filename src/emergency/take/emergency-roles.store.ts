/** The roles of a service that may be taken in an emergency, within what the organisation may use. */
import { type AssignableRole, findAssignableRoles } from '../../access/admin/assign/assignable-roles.store.ts'
import type { Trx } from '../../storage/database.ts'

export interface EmergencyRole {
  assignable: AssignableRole
  hours: number
}

export async function findEmergencyRoles(
  trx: Trx,
  { serviceKey, now }: { serviceKey: string; now: Date },
): Promise<EmergencyRole[]> {
  const marked = await trx
    .selectFrom('role')
    .innerJoin('service', 'service.id', 'role.service_id')
    .select(['role.id', 'role.emergency_hours', 'service.id as service_id'])
    .where('service.key', '=', serviceKey)
    .where('role.emergency_hours', 'is not', null)
    .execute()
  const [first] = marked
  if (!first) return []
  const within = await findAssignableRoles(trx, { limits: { unitIds: null, serviceIds: [first.service_id] }, now })
  return within.flatMap((assignable) => {
    const hours = marked.find(({ id }) => id === assignable.role.id)?.emergency_hours ?? null
    return hours === null ? [] : [{ assignable, hours }]
  })
}
