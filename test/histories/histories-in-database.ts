/** Writes histories as the product keeps them: rows as they stand after the last deed. */
import { randomIds } from '../../src/base/ids.ts'
import type { Db } from '../../src/storage/database.ts'
import { insertRows, type Row } from '../../src/storage/upsert-rows.ts'
import type { Day, Deed, ModelRole, Period, Times } from './rights-model.ts'

const beginning = Date.UTC(2026, 0, 1)
const levels = ['Low', 'Substantial', 'High'] as const

/** Half past noon so that no time of the day is taken for another. */
export const at = (day: Day) => new Date(beginning + day * 86_400_000 + 45_000_000)
export const levelOf = (level: 1 | 2 | 3) => levels[level - 1] ?? 'Low'
const clock = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
const hours = (times: readonly Times[] | null) =>
  times?.map(({ weekdays, from, until: end }) => ({
    days: weekdays.map((day) => day + 1),
    from: clock(from),
    until: clock(end),
  })) ?? null
const until = ({ until: end }: Period) => (end === null ? null : at(end))

/** Returns the id of the service, and of each role by its name. */
export async function insertService(db: Db, key: string, roles: readonly ModelRole[]) {
  const serviceId = randomIds.uuid()
  await insertRows(db, 'service', [
    {
      id: serviceId,
      key,
      protocol: 'saml',
      entity_id: `https://${key}.example`,
      name_da: key,
      name_en: key,
      short_name: key,
      audience: 'professional',
      lowest_assurance: 'Low',
      access: 'role',
      log_in_kinds: ['professional'],
      metadata: {},
      metadata_read_at: at(0),
    },
  ])
  const roleIds = new Map(roles.map(({ name }) => [name, randomIds.uuid()]))
  await insertRows(
    db,
    'role',
    roles.map((role) => ({
      id: roleIds.get(role.name) ?? '',
      service_id: serviceId,
      key: role.name,
      name_da: role.name,
      name_en: role.name,
      privileges: [`urn:${role.name}`],
      lowest_assurance: levelOf(role.level),
      required_education_codes: [...role.professions],
      longest_days: role.longestDays,
      status: role.draft ? ('draft' as const) : ('active' as const),
      retired_at: role.retiredOn === null ? null : at(role.retiredOn),
    })),
  )
  const scopes = roles.flatMap((role) =>
    role.scopes.map((scope, position) => ({
      role_id: roleIds.get(role.name) ?? '',
      key: scope.key,
      kind: scope.kind as 'sor',
      name_da: scope.key,
      name_en: scope.key,
      required: scope.required,
      many: scope.many,
      allowed_values: scope.allowed ? [...scope.allowed] : null,
      pattern: scope.prefix === null ? null : `${scope.prefix}\\d{4}`,
      constraint_name: 'urn:made-up',
      position,
    })),
  )
  if (scopes.length > 0) await insertRows(db, 'role_scope', scopes)
  return { serviceId, roleIds }
}

export interface Written {
  accountId: string
  organisationId: string
  /** By the id of an assignment, as what it was given. */
  names: Map<string, string>
}

export interface Rows {
  organisations: Row<'organisation'>[]
  accounts: Row<'account'>[]
  grants: Row<'service_grant'>[]
  assignments: Row<'role_assignment'>[]
  /** One for each role that somebody is asked about. */
  reviews: Row<'review'>[]
  items: Row<'review_item'>[]
}

export function rowsOf(
  deeds: readonly Deed[],
  place: { personId: string; cvr: string; serviceId: string; roleIds: ReadonlyMap<string, string> },
  rows: Rows,
): Written {
  const { personId, cvr, serviceId, roleIds } = place
  const [organisationId, accountId] = [randomIds.uuid(), randomIds.uuid()]
  const organisation: Row<'organisation'> = {
    id: organisationId,
    cvr,
    name: cvr,
    kind: 'specialist',
    status: 'active',
    created_at: at(0),
  }
  const account: Row<'account'> = {
    id: accountId,
    person_id: personId,
    organisation_id: organisationId,
    key: cvr,
    status: 'requested',
    valid_from: at(0),
    valid_until: null,
    hours: null,
    created_at: at(0),
  }
  let grant = null as Row<'service_grant'> | null
  const assignments = new Map<string, Row<'role_assignment'>>()
  const changeStatus = (from: string[], to: 'active' | 'suspended' | 'ended') => {
    if (from.includes(account.status ?? '')) account.status = to
  }
  for (const it of deeds) {
    switch (it.deed) {
      case 'account made':
        Object.assign(account, { valid_from: at(it.period.from), valid_until: until(it.period) })
        break
      case 'account approved':
        changeStatus(['requested'], 'active')
        break
      case 'account suspended':
        changeStatus(['active'], 'suspended')
        break
      case 'account reopened':
        changeStatus(['suspended'], 'active')
        break
      case 'account ended':
        changeStatus(['requested', 'active', 'suspended'], 'ended')
        break
      case 'account times':
        account.hours = hours(it.times)
        break
      case 'organisation closed':
        organisation.status = 'closed'
        break
      case 'organisation opened':
        organisation.status = 'active'
        break
      case 'service granted':
      case 'grant changed':
        grant = {
          id: randomIds.uuid(),
          organisation_id: organisationId,
          service_id: serviceId,
          valid_from: at(it.grant.period.from),
          valid_until: until(it.grant.period),
          role_ids: it.grant.roles?.map((name) => roleIds.get(name) ?? '') ?? null,
          ceilings: it.grant.ceilings,
        }
        break
      case 'service taken back':
        if (grant) grant.valid_until = at(it.on)
        break
      case 'role taken back': {
        const assignment = assignments.get(it.as)
        if (assignment) assignment.withdrawn_at ??= at(0)
        break
      }
      case 'review begun': {
        const asked = assignments.get(it.as)
        if (asked && !asked.withdrawn_at) asked.unanswered_from ??= at(it.deadline)
        break
      }
      case 'answered for': {
        const answered = assignments.get(it.as)
        if (answered && !answered.withdrawn_at) answered.unanswered_from = null
        break
      }
      case 'role given':
      case 'role changed': {
        const known = assignments.get(it.as)
        if (it.deed === 'role changed' && (!known || known.withdrawn_at)) break
        assignments.set(it.as, {
          id: known?.id ?? randomIds.uuid(),
          account_id: accountId,
          organisation_id: organisationId,
          service_id: serviceId,
          role_id: roleIds.get(it.given.role) ?? '',
          key: it.as,
          scopes: it.given.scopes,
          valid_from: at(it.given.period.from),
          valid_until: until(it.given.period),
          hours: hours(it.given.times),
          withdrawn_at: null,
          unanswered_from: known?.unanswered_from ?? null,
          assigned_by: 'test',
        })
        break
      }
    }
  }
  rows.organisations.push(organisation)
  rows.accounts.push(account)
  if (grant) rows.grants.push(grant)
  rows.assignments.push(...assignments.values())
  for (const held of assignments.values()) if (held.unanswered_from) putUnderReview(held, personId, rows)
  return { accountId, organisationId, names: new Map([...assignments].map(([as, { id = '' }]) => [id, as])) }
}

function putUnderReview(held: Row<'role_assignment'>, personId: string, { reviews, items }: Rows): void {
  const { id: assignment_id = '', organisation_id = '', account_id = '', service_id = '', role_id = '' } = held
  const review_id = randomIds.uuid()
  const deadline = held.unanswered_from ?? at(0)
  const begun = { only_sensitive: false, silence: 'suspend', origin: 'schedule', started_at: at(0) } as const
  reviews.push({ id: review_id, organisation_id, name: 'made up', deadline, ...begun })
  const of = { organisation_id, account_id, person_id: personId, service_id, role_id }
  items.push({ review_id, assignment_id, ...of, frozen: {}, reasons: [] })
}
