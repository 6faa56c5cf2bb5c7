/**
 * Writes what has happened with access into the log, and tells those it concerns, in the transaction of the change. `tellings` is
 * the whole of who is told what: whichever way a change came about, by a form, a bundle or a file, the same people hear of it.
 */
import type { AuditEvent } from '../../audit/audit-event.ts'
import { recordEvents } from '../../audit/record-events.ts'
import { type Notice, notice } from '../../notices/notice-kind.ts'
import { type NotifyDeps, notify } from '../../notices/notify.ts'
import type { Trx } from '../../storage/database.ts'
import { minePaths } from '../mine/mine-paths.ts'
import { accessNotices } from './access-notices.ts'

/** Events of one action about the same account and service: told as one. */
interface Happened {
  organisationId: string
  accountId: string
  serviceId: string | undefined
  roleIds: string[]
  exceptPersonId: string | undefined
}

const toTheEmployee =
  (kind: (typeof accessNotices)[keyof typeof accessNotices], path: string | null = minePaths.home) =>
  ({ accountId, organisationId, serviceId, roleIds, exceptPersonId }: Happened): Notice =>
    notice(kind, {
      toAccountIds: [accountId],
      organisationId,
      subjectAccountId: accountId,
      roleIds,
      path,
      ...(serviceId !== undefined && { serviceId }),
      ...(exceptPersonId !== undefined && { exceptPersonId }),
    })

/** What happened → what is told. An action without a line here is told to nobody. */
const tellings: Readonly<Record<string, (happened: Happened) => Notice>> = {
  'role-assignment.added': toTheEmployee(accessNotices['role.given']),
  'role-assignment.changed': toTheEmployee(accessNotices['role.changed']),
  'role-assignment.withdrawn': toTheEmployee(accessNotices['role.withdrawn']),
  'account.suspended': toTheEmployee(accessNotices['account.suspended'], null),
  'account.reopened': toTheEmployee(accessNotices['account.reopened']),
  'account.ended': toTheEmployee(accessNotices['account.ended'], null),
}

export async function recordAndTell(deps: NotifyDeps, trx: Trx, events: readonly AuditEvent[]): Promise<void> {
  await recordEvents(deps, trx, events)
  // What somebody asked for is told of with the answer to it.
  const told = events.filter(({ action, details }) => Object.hasOwn(tellings, action) && !details?.['request'])
  if (told.length === 0) return
  const serviceOf = await servicesOfRoles(trx, told)
  const happened = told.flatMap((event) => {
    const one = happenedIn(event, serviceOf)
    return one ? [{ action: event.action, ...one }] : []
  })
  const groups = Map.groupBy(happened, ({ action, accountId, serviceId }) =>
    JSON.stringify([action, accountId, serviceId ?? null]),
  )
  const notices = [...groups.values()].flatMap((group) => {
    const [first] = group
    const telling = first && tellings[first.action]
    return telling ? [telling({ ...first, roleIds: group.flatMap(({ roleIds }) => roleIds) })] : []
  })
  await notify(deps, trx, notices)
}

function happenedIn(
  { organisationId, object, details, actor }: AuditEvent,
  serviceOf: Map<string, string>,
): Happened | null {
  const accountId = object?.kind === 'account' ? object.id : details?.['account']
  if (organisationId === undefined || typeof accountId !== 'string') return null
  const roleId = details?.['role']
  return {
    organisationId,
    accountId,
    serviceId: typeof roleId === 'string' ? serviceOf.get(roleId) : undefined,
    roleIds: typeof roleId === 'string' ? [roleId] : [],
    exceptPersonId: actor.kind === 'person' ? actor.id : undefined,
  }
}

async function servicesOfRoles(trx: Trx, events: readonly AuditEvent[]): Promise<Map<string, string>> {
  const roleIds = events.flatMap(({ details }) => (typeof details?.['role'] === 'string' ? [details['role']] : []))
  if (roleIds.length === 0) return new Map()
  const rows = await trx
    .selectFrom('role')
    .select(['id', 'service_id'])
    .where('id', 'in', [...new Set(roleIds)])
    .execute()
  return new Map(rows.map(({ id, service_id }) => [id, service_id]))
}
