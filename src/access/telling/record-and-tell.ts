/**
 * Writes what has happened with access into the log, and tells those it concerns, in the transaction of the change. `tellings` is
 * the whole of who is told what: whichever way a change came about, by a form, a bundle or a file, the same people hear of it.
 */
import type { AuditEvent } from '../../audit/audit-event.ts'
import { recordEvents } from '../../audit/record-events.ts'
import { type About, type Notice, type NoticeKind, notice } from '../../notices/notice-kind.ts'
import { type NotifyDeps, notify } from '../../notices/notify.ts'
import type { Trx } from '../../storage/database.ts'
import { adminPaths } from '../admin/admin-paths.ts'
import { minePaths } from '../mine/mine-paths.ts'
import { accessNotices } from './access-notices.ts'

/** Events of one action about the same account and service: told as one. */
interface Happened {
  organisationId: string
  /** Of whom it is about; null where it is about no account. */
  accountId: string | null
  serviceId: string | null
  roleIds: string[]
  /** Whoever did it knows. */
  byPersonId: string | null
  /** Somebody whom no identity of theirs finds gets an invitation, which says all there is to say. */
  isInvited: boolean
}

/** A kind that takes no facts. */
type Plain = NoticeKind<Record<never, never>>

function aboutOf({ organisationId, accountId, serviceId, roleIds, byPersonId }: Happened) {
  return {
    organisationId,
    roleIds,
    ...(accountId !== null && { subjectAccountId: accountId }),
    ...(serviceId !== null && { serviceId }),
    ...(byPersonId !== null && { exceptPersonId: byPersonId }),
  } satisfies Partial<About>
}

function toEmployee(kind: Plain, path: string | null, happened: Happened): Notice[] {
  const { accountId } = happened
  return accountId === null ? [] : [notice(kind, { ...aboutOf(happened), toAccountIds: [accountId], path })]
}

function toChiefs(kind: Plain, path: string, happened: Happened): Notice[] {
  const { organisationId } = happened
  return [notice(kind, { ...aboutOf(happened), toAdministratorsOf: { organisationId, chiefsOnly: true }, path })]
}

/** Where the roles of the service are given from. */
const rolesOf = ({ serviceId }: Happened) => `${adminPaths.roles}${serviceId === null ? '' : `#tjeneste-${serviceId}`}`

const told = accessNotices
const { home } = minePaths

/** What happened → what is told. An action without a line here is told to nobody. */
const tellings: Readonly<Record<string, (happened: Happened) => Notice[]>> = {
  'role-assignment.added': (one) => toEmployee(told['role.given'], home, one),
  'role-assignment.changed': (one) => toEmployee(told['role.changed'], home, one),
  'role-assignment.withdrawn': (one) => toEmployee(told['role.withdrawn'], home, one),
  'role-assignment.restored': (one) => toEmployee(told['role.given'], home, one),
  'account.added': (one) => (one.isInvited ? [] : toEmployee(told['account.created'], home, one)),
  'account.suspended': (one) => toEmployee(told['account.suspended'], null, one),
  'account.reopened': (one) => toEmployee(told['account.reopened'], home, one),
  'account.ended': (one) => toEmployee(told['account.ended'], null, one),
  'account.corrected': (one) => toEmployee(told['account.corrected'], home, one),
  'administrator.added': (one) => [
    ...toEmployee(told['appointment.given'], adminPaths.home, one),
    ...toChiefs(told['administrator.added'], adminPaths.administrators, one),
  ],
  'administrator.changed': (one) => [
    ...toEmployee(told['appointment.changed'], adminPaths.home, one),
    ...toChiefs(told['administrator.changed'], adminPaths.administrators, one),
  ],
  'administrator.removed': (one) => [
    ...toEmployee(told['appointment.ended'], home, one),
    ...toChiefs(told['administrator.removed'], adminPaths.administrators, one),
  ],
  'grant.added': (one) => toChiefs(told['grant.given'], rolesOf(one), one),
  'grant.changed': (one) => toChiefs(told['grant.changed'], adminPaths.roles, one),
  'grant.taken-back': (one) => toChiefs(told['grant.taken-back'], adminPaths.roles, one),
}

export async function recordAndTell(deps: NotifyDeps, trx: Trx, events: readonly AuditEvent[]): Promise<void> {
  await recordEvents(deps, trx, events)
  // What somebody asked for is told of with the answer to it.
  const some = events.filter(({ action, details }) => Object.hasOwn(tellings, action) && !details?.['request'])
  if (some.length === 0) return
  const serviceOf = await servicesOfRoles(trx, some)
  const happened = some.flatMap((event) => {
    const one = happenedIn(event, serviceOf)
    return one ? [{ action: event.action, ...one }] : []
  })
  const groups = Map.groupBy(happened, ({ action, organisationId, accountId, serviceId }) =>
    JSON.stringify([action, organisationId, accountId, serviceId]),
  )
  const notices = [...groups.values()].flatMap((group) => {
    const [first] = group
    const tell = first && tellings[first.action]
    return tell ? tell({ ...first, roleIds: group.flatMap(({ roleIds }) => roleIds) }) : []
  })
  await notify(deps, trx, notices)
}

function happenedIn(
  { organisationId, object, details = {}, actor }: AuditEvent,
  serviceOf: Map<string, string>,
): Happened | null {
  if (organisationId === undefined) return null
  const roleId = textIn(details, 'role')
  return {
    organisationId,
    accountId: object?.kind === 'account' ? object.id : textIn(details, 'account'),
    serviceId: textIn(details, 'serviceId') ?? serviceOf.get(roleId ?? '') ?? null,
    roleIds: roleId === null ? [] : [roleId],
    byPersonId: actor.kind === 'person' ? (actor.id ?? null) : null,
    isInvited: textIn(details, 'professionalUuid') === null && textIn(details, 'rid') === null,
  }
}

function textIn(details: Readonly<Record<string, unknown>>, name: string): string | null {
  const value = details[name]
  return typeof value === 'string' ? value : null
}

async function servicesOfRoles(trx: Trx, events: readonly AuditEvent[]): Promise<Map<string, string>> {
  const roleIds = events.flatMap(({ details = {} }) => textIn(details, 'role') ?? [])
  if (roleIds.length === 0) return new Map()
  const rows = await trx
    .selectFrom('role')
    .select(['id', 'service_id'])
    .where('id', 'in', [...new Set(roleIds)])
    .execute()
  return new Map(rows.map(({ id, service_id }) => [id, service_id]))
}
