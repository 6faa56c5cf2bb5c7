/**
 * Takes a role in an emergency: at once, for the role's hours at most, within the organisation's ceilings. The assignment, the
 * row that somebody must judge, the events and the loud notices are one transaction. An account that is suspended takes nothing.
 */
import { type FieldMistake, findMisfits } from '../../access/admin/assign/check-assignment.ts'
import { findConflicts } from '../../access/conflicts/find-conflicts.ts'
import { recordEvents } from '../../audit/record-events.ts'
import { holdsAt, type WeeklyHours } from '../../base/weekly-hours.ts'
import { notice } from '../../notices/notice-kind.ts'
import { type NotifyDeps, notify } from '../../notices/notify.ts'
import type { Trx } from '../../storage/database.ts'
import { findEmergency, findGoingOn, insertEmergency } from '../emergencies.store.ts'
import type { Emergency } from '../emergency.ts'
import { emergencyNotices } from '../emergency-notices.ts'
import { emergencyPaths, reviewPath } from '../emergency-paths.ts'
import { type EmergencyRole, findEmergencyRoles } from './emergency-roles.store.ts'

export interface Taking {
  /** Of the form: sent twice, it is taken once. */
  id: string
  accountId: string
  personId: string
  organisationId: string
  serviceKey: string
  roleId: string
  scopes: Readonly<Record<string, readonly string[]>>
  reason: string
  refusalReference: string | null
  source: string
}

export type Taken =
  | { outcome: 'taken'; id: string }
  | { outcome: 'mistakes'; mistakes: readonly FieldMistake[] }
  /** The account does not hold now, or the role cannot be taken (any more). */
  | { outcome: 'not-possible' }
  /** It does not go with what they have, and nobody is there to decide. */
  | { outcome: 'conflict' }

const hour = 3_600_000

export async function takeEmergency(deps: NotifyDeps, trx: Trx, taking: Taking): Promise<Taken> {
  const now = deps.clock.now()
  const { accountId, personId, organisationId, roleId, reason } = taking
  if (!(await holdAccount(trx, taking, now))) return { outcome: 'not-possible' }
  // The form of one that is over, sent again, takes no other.
  const same = await findEmergency(trx, taking.id)
  if (same) return { outcome: 'taken', id: same.id }
  const found = await findEmergencyRoles(trx, { serviceKey: taking.serviceKey, personId, now })
  const role = found.find(({ assignable }) => assignable.role.id === roleId)
  if (!role) return { outcome: 'not-possible' }
  const { assignable } = role
  const before = await findGoingOn(trx, { accountId, roleId, now })
  if (before) return { outcome: 'taken', id: before.id }
  const mistakes = findMisfits(assignable, taking.scopes)
  if (mistakes.length > 0) return { outcome: 'mistakes', mistakes }
  const endsAt = endOf(role, now)
  const conflicts = await findConflicts(trx, {
    wanted: [{ accountId, roleId, validFrom: now, validUntil: endsAt }],
    now,
  })
  if (conflicts.length > 0) return { outcome: 'conflict' }
  const emergency: Emergency = {
    id: taking.id,
    reference: deps.ids.reference(),
    organisationId,
    accountId,
    personId,
    serviceId: assignable.service.id,
    roleId,
    assignmentId: taking.id,
    reason,
    takenAt: now,
    endsAt,
    endedAt: null,
    verdict: null,
    reviewWords: '',
    reviewedBy: null,
    reviewedAt: null,
    version: 1,
  }
  await give(trx, emergency, taking.scopes)
  await insertEmergency(trx, emergency, taking.refusalReference)
  await recordTaken(deps, trx, emergency, taking)
  await tellEverybody(deps, trx, emergency)
  return { outcome: 'taken', id: emergency.id }
}

/** After the role's hours, and never beyond the grant. */
export function endOf({ assignable, hours }: EmergencyRole, now: Date): Date {
  const latest = now.getTime() + hours * hour
  return new Date(Math.min(latest, assignable.grant.validUntil?.getTime() ?? latest))
}

/** Held until the transaction ends: of two forms at the same moment the second finds what the first took. */
async function holdAccount(trx: Trx, { accountId, personId }: Taking, now: Date): Promise<boolean> {
  const row = await trx
    .selectFrom('account')
    .select(['status', 'valid_from', 'valid_until', 'hours', 'person_id'])
    .where('id', '=', accountId)
    .forUpdate()
    .executeTakeFirst()
  if (row?.status !== 'active' || row.person_id !== personId) return false
  const isOpen = holdsAt(row.hours as readonly WeeklyHours[] | null, now)
  return isOpen && row.valid_from <= now && (row.valid_until === null || row.valid_until > now)
}

async function give(trx: Trx, emergency: Emergency, scopes: Taking['scopes']): Promise<void> {
  const given = Object.entries(scopes).filter(([, values]) => values.length > 0)
  await trx
    .insertInto('role_assignment')
    .values({
      id: emergency.assignmentId,
      account_id: emergency.accountId,
      service_id: emergency.serviceId,
      role_id: emergency.roleId,
      key: emergency.assignmentId,
      scopes: JSON.stringify(Object.fromEntries(given)),
      valid_from: emergency.takenAt,
      valid_until: emergency.endsAt,
      assigned_by: emergency.personId,
      reason: emergency.reason,
    })
    .execute()
}

async function recordTaken(
  deps: NotifyDeps,
  trx: Trx,
  emergency: Emergency,
  { source, scopes }: Taking,
): Promise<void> {
  await recordEvents(deps, trx, [
    {
      action: 'emergency-access.taken',
      outcome: 'success',
      actor: { kind: 'person', id: emergency.personId },
      organisationId: emergency.organisationId,
      object: { kind: 'account', id: emergency.accountId },
      source,
      reference: emergency.reference,
      details: {
        emergency: emergency.id,
        role: emergency.roleId,
        service: emergency.serviceId,
        scopes,
        until: emergency.endsAt,
        reason: emergency.reason,
      },
    },
  ])
}

/** The administrators who could have given it, and whoever owns the service. */
async function tellEverybody(deps: NotifyDeps, trx: Trx, emergency: Emergency): Promise<void> {
  const { organisationId, accountId, serviceId, roleId, endsAt: until, reference } = emergency
  const account = await trx.selectFrom('account').select('unit_id').where('id', '=', accountId).executeTakeFirst()
  const about = { organisationId, serviceId, roleIds: [roleId], exceptPersonId: emergency.personId }
  await notify(deps, trx, [
    notice(emergencyNotices['emergency.taken'], {
      ...about,
      toAdministratorsOf: { organisationId, unitId: account?.unit_id ?? null, serviceId },
      subjectAccountId: accountId,
      path: reviewPath(emergency.id),
      facts: { until, reference },
    }),
    notice(emergencyNotices['emergency.taken-from-service'], {
      ...about,
      toOwnersOfService: serviceId,
      path: emergencyPaths.patternsOfOwner,
      facts: { until },
    }),
  ])
}
