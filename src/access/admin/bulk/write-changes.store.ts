/**
 * Carries out changes and takes them back, many with each statement. A statement changes only what is still as it was when
 * the change was worked out, and the log gets one event for each.
 */
import { sql } from 'kysely'
import type { AuditEvent } from '../../../audit/audit-event.ts'
import type { NotifyDeps } from '../../../notices/notify.ts'
import type { Trx } from '../../../storage/database.ts'
import { insertRows } from '../../../storage/upsert-rows.ts'
import { recordAndTell } from '../../telling/record-and-tell.ts'
import type { Change } from './bulk-change.ts'

/** Undoes a withdrawal: the assignment is as if it had not been. */
interface Restore {
  kind: 'restore'
  assignmentId: string
  accountId: string
  roleId: string
}

/** An account that was made and is not to be: ended, and its numbers free for whoever has them. */
interface Discard {
  kind: 'discard'
  accountId: string
}

export type Deed = Change | Restore | Discard

/** In whose name. */
export interface Doer {
  personId: string
  organisationId: string
  source: string | null
  jobId: string
}

export async function writeChanges(
  deps: NotifyDeps,
  trx: Trx,
  doer: Doer,
  changes: readonly { number: number; change: Deed; undoing: boolean }[],
): Promise<void> {
  const now = deps.clock.now()
  const all = changes.map(({ change }) => change)
  await writePeople(trx, doer, all, now)
  await writeAssignments(trx, doer, all, now)
  await recordAndTell(
    deps,
    trx,
    changes.map((one) => eventOf(doer, one)),
  )
}

const of = <Kind extends Deed['kind']>(changes: readonly Deed[], kind: Kind) =>
  changes.filter((change): change is Extract<Deed, { kind: Kind }> => change.kind === kind)

async function writePeople(trx: Trx, { organisationId }: Doer, changes: readonly Deed[], now: Date): Promise<void> {
  const created = of(changes, 'create')
  if (created.length > 0) {
    await insertRows(
      trx,
      'person',
      created.map(({ personId, name, email }) => ({ id: personId, name, email, created_at: now })),
    )
    await insertRows(
      trx,
      'account',
      created.map(({ accountId, personId, rid, professionalUuid, unitId }) => ({
        id: accountId,
        person_id: personId,
        organisation_id: organisationId,
        unit_id: unitId,
        key: accountId,
        professional_uuid: professionalUuid,
        rid,
        status: 'active' as const,
        valid_from: now,
        created_at: now,
      })),
    )
  }
  const statuses = of(changes, 'status')
  if (statuses.length > 0)
    await sql`update account set status = said.after
      from jsonb_to_recordset(${JSON.stringify(statuses)}::jsonb) as said ("accountId" uuid, before text, after text)
      where account.id = said."accountId" and account.status = said.before`.execute(trx)
  const discarded = of(changes, 'discard').map(({ accountId }) => accountId)
  if (discarded.length > 0)
    await sql`update account set status = 'ended', rid = null, professional_uuid = null
      where id = any(${discarded}::uuid[])`.execute(trx)
  const over = [...statuses.filter(({ after }) => after !== 'active').map(({ accountId }) => accountId), ...discarded]
  if (over.length > 0)
    await sql`select count(end_sessions_of_account(id, ${now}::timestamptz, 'account.changed'))
      from unnest(${over}::uuid[]) as id`.execute(trx)
  const moved = of(changes, 'unit')
  if (moved.length > 0)
    await sql`update account set unit_id = said.after
      from jsonb_to_recordset(${JSON.stringify(moved)}::jsonb) as said ("accountId" uuid, before uuid, after uuid)
      where account.id = said."accountId" and account.unit_id is not distinct from said.before`.execute(trx)
}

async function writeAssignments(trx: Trx, { personId }: Doer, changes: readonly Deed[], now: Date): Promise<void> {
  const given = of(changes, 'give')
  if (given.length > 0)
    await insertRows(
      trx,
      'role_assignment',
      given.map((change) => ({
        id: change.assignmentId,
        account_id: change.accountId,
        service_id: change.serviceId,
        role_id: change.roleId,
        key: change.assignmentId,
        scopes: change.scopes,
        valid_from: new Date(change.period.from),
        valid_until: change.period.until === null ? null : new Date(change.period.until),
        hours: change.period.hours ?? null,
        assigned_by: personId,
        reason: change.reason,
      })),
    )
  const periods = of(changes, 'period').map(({ assignmentId, after }) => ({
    id: assignmentId,
    ...after,
    said: after.hours !== undefined,
  }))
  if (periods.length > 0)
    await sql`update role_assignment set valid_from = said."from", valid_until = said.until,
        hours = case when said.said then said.hours else role_assignment.hours end
      from jsonb_to_recordset(${JSON.stringify(periods)}::jsonb) as said (id uuid, "from" timestamptz, until timestamptz, hours jsonb, said boolean)
      where role_assignment.id = said.id and withdrawn_at is null`.execute(trx)
  const withdrawn = of(changes, 'withdraw').map(({ assignmentId }) => assignmentId)
  if (withdrawn.length > 0)
    await sql`update role_assignment set withdrawn_at = ${now}
      where id = any(${withdrawn}::uuid[]) and withdrawn_at is null`.execute(trx)
  const restored = of(changes, 'restore').map(({ assignmentId }) => assignmentId)
  if (restored.length > 0)
    await sql`update role_assignment set withdrawn_at = null where id = any(${restored}::uuid[])`.execute(trx)
}

function eventOf(
  { personId, organisationId, source, jobId }: Doer,
  { number, change, undoing }: { number: number; change: Deed; undoing: boolean },
): AuditEvent {
  const { action, object, details } = told(change)
  return {
    action,
    outcome: 'success',
    actor: { kind: 'person', id: personId },
    organisationId,
    object,
    source: source ?? undefined,
    correlationId: jobId,
    details: { ...details, bulkChange: jobId, row: number, ...(undoing ? { undoing } : {}) },
  }
}

const statusActions = {
  suspended: 'account.suspended',
  active: 'account.reopened',
  ended: 'account.ended',
  requested: 'account.changed',
} as const

/** As the single deeds tell it. */
function told(change: Deed): Pick<AuditEvent, 'action' | 'object' | 'details'> {
  const account = { kind: 'account', id: change.accountId }
  switch (change.kind) {
    case 'create':
      return { action: 'account.added', object: account, details: { person: change.personId, unit: change.unitId } }
    case 'discard':
      return { action: 'account.ended', object: account, details: { after: 'ended' } }
    case 'status': {
      const { before, after, reason } = change
      return { action: statusActions[after], object: account, details: { before, after, reason } }
    }
    case 'unit': {
      const { before, after, reason } = change
      return {
        action: 'account.changed',
        object: account,
        details: { before: { unit: before }, after: { unit: after }, reason },
      }
    }
    default: {
      const object = { kind: 'role-assignment', id: change.assignmentId }
      const common = { account: change.accountId, role: change.roleId }
      if (change.kind === 'restore') return { action: 'role-assignment.restored', object, details: common }
      if (change.kind === 'withdraw')
        return { action: 'role-assignment.withdrawn', object, details: { ...common, reason: change.reason } }
      if (change.kind === 'period') {
        const { before, after, reason } = change
        return { action: 'role-assignment.changed', object, details: { ...common, before, after, reason } }
      }
      const { scopes, period, reason } = change
      return {
        action: 'role-assignment.added',
        object,
        details: {
          ...common,
          scopes,
          validFrom: period.from,
          validUntil: period.until,
          ...(period.hours && { hours: period.hours }),
          reason,
        },
      }
    }
  }
}
