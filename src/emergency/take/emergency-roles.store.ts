/** The roles of a service that somebody may take in an emergency: within what the organisation may use, and of use to them. */
import { type AssignableRole, findAssignableRoles } from '../../access/admin/assign/assignable-roles.store.ts'
import { findAuthorisations } from '../../access/roles/door.store.ts'
import type { Trx } from '../../storage/database.ts'

export interface EmergencyRole {
  assignable: AssignableRole
  hours: number
}

/** A role that needs a health authorisation the person does not have would open nothing. */
export async function findEmergencyRoles(
  trx: Trx,
  { serviceKey, personId, now }: { serviceKey: string; personId: string; now: Date },
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
  const held = (await findAuthorisations(trx, personId, now)).map(({ educationCode }) => educationCode)
  const within = await findAssignableRoles(trx, { limits: { unitIds: null, serviceIds: [first.service_id] }, now })
  return within.flatMap((assignable) => {
    const hours = marked.find(({ id }) => id === assignable.role.id)?.emergency_hours ?? null
    const { requiredEducationCodes: needed } = assignable.role
    const opens = needed.length === 0 || needed.some((code) => held.includes(code))
    return hours === null || !opens ? [] : [{ assignable, hours }]
  })
}
