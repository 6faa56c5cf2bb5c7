/** Who in the organisation holds roles together that a rule speaks against, now or on a day to come. */
import { type RawBuilder, sql } from 'kysely'
import type { Cursor } from '../../base/cursor.ts'
import { isUuid } from '../../base/ids.ts'
import type { Trx } from '../../storage/database.ts'
import { type Page, readPage } from '../../storage/keyset.ts'
import type { Limits } from '../capacities/capacity.ts'
import { inTheWay } from './conflict-rule.ts'
import { findHeld, type HeldRow } from './held-roles.store.ts'
import { type KeptRule, listRules } from './rules.store.ts'

export interface HeldTogether extends HeldRow {
  assignmentId: string
  unitId: string | null
  /** Why it was given in spite of the rule, where it was; it ends by itself. */
  exception: { reason: string; until: Date } | null
}

export interface Breach {
  /** Of rule and person. */
  id: string
  rule: KeptRule
  personId: string
  accountId: string
  name: string
  held: readonly HeldTogether[]
  /** Whether exceptions explain it. */
  excepted: boolean
}

/** The id of a breach, as an address may say it. */
export function readBreachId(text: string | undefined): string | null {
  const [rule, person, ...more] = (text ?? '').split('.')
  return more.length === 0 && isUuid(rule ?? '') && isUuid(person ?? '') ? `${rule}.${person}`.toLowerCase() : null
}

/** Of people within the limits; those with no exception first, by name. */
export async function listBreaches(trx: Trx, limits: Limits, now: Date, cursor: Cursor | null): Promise<Page<Breach>> {
  const suspected = suspects(limits, now)
  // Hours of the week are asked here; where nobody has any, nobody is looked at.
  const { rows } = await sql<{ id: string }>`select breach.id from ${suspected} where breach.has_hours`.execute(trx)
  const withHours = rows.map(({ id }) => id)
  const met = new Set((await breachesOf(trx, withHours, limits, now)).map(({ id }) => id))
  const page = await readPage<{ id: string }>(
    trx,
    {
      from: suspected,
      where: sql<boolean>`breach.id <> all(${withHours.filter((id) => !met.has(id))}::text[])`,
      id: sql`breach.id`,
      order: [sql`breach.excepted`, sql`breach.name`, sql`breach.id`],
      rows: sql`select page.id from page`,
      countTo: null,
      searched: true,
    },
    cursor,
  )
  const ids = page.rows.map(({ id }) => id)
  return { ...page, rows: await breachesOf(trx, ids, limits, now) }
}

/** Whoever holds too many roles of a rule at a moment, now or to come. Few hold enough of them at all: those are found first. */
function suspects({ unitIds }: Limits, now: Date): RawBuilder<unknown> {
  const held = sql`role_conflict rule join role_conflict_role part on part.conflict_id = rule.id
    join role_assignment held on held.organisation_id = current_organisation() and held.role_id = part.role_id
    join account on account.id = held.account_id`
  const holds = sql`rule.ended_at is null and held.withdrawn_at is null
    and (held.valid_until is null or held.valid_until > ${now})
    and (held.unanswered_from is null or held.unanswered_from > ${now})
    and account.status <> 'ended' and (account.valid_until is null or account.valid_until > ${now})`
  const together = (counts: RawBuilder<unknown>) => sql`exists (
    select from unnest(gathered.froms) as moment(at)
    where (select count(distinct one.role_id) from unnest(gathered.roles, gathered.froms, gathered.untils, gathered.excepted) as one(role_id, since, until, excepted)
      where one.since <= moment.at and (one.until is null or one.until > moment.at) and ${counts}) > gathered.at_most)`
  return sql`(
    with suspect as materialized (
      select rule.id as rule_id, rule.at_most, account.person_id from ${held} where ${holds}
      group by rule.id, rule.at_most, account.person_id having count(distinct held.role_id) > rule.at_most),
    gathered as (
      select rule.id as rule_id, rule.at_most, account.person_id, bool_or(held.hours is not null or account.hours is not null) as has_hours,
        array_agg(held.role_id) as roles, array_agg(greatest(held.valid_from, ${now}::timestamptz)) as froms,
        array_agg(least(held.valid_until, held.valid_from + role.longest_days * interval '24 hours')) as untils,
        array_agg(exists (select from conflict_exception excepted
          where excepted.assignment_id = held.id and excepted.conflict_id = rule.id and excepted.valid_until > ${now}
            and held.valid_until <= excepted.valid_until)) as excepted
      from suspect join ${held} on rule.id = suspect.rule_id and account.person_id = suspect.person_id
      join role on role.id = held.role_id
      where ${holds} and role.status <> 'retired' and (role.retired_at is null or role.retired_at > ${now})
      group by rule.id, rule.at_most, account.person_id
      having (${unitIds}::uuid[] is null or bool_or(account.unit_id = any(${unitIds}::uuid[]))))
    select gathered.rule_id || '.' || gathered.person_id as id, person.name, gathered.has_hours, not ${together(sql`not one.excepted`)} as excepted
    from gathered join person on person.id = gathered.person_id where ${together(sql`true`)}) breach`
}

/** In the order of the ids; of what is not at the same time, nothing. */
async function breachesOf(trx: Trx, ids: readonly string[], limits: Limits, now: Date): Promise<Breach[]> {
  if (ids.length === 0) return []
  const suspects = ids.map((id) => ({
    id,
    ruleId: id.slice(0, id.indexOf('.')),
    personId: id.slice(id.indexOf('.') + 1),
  }))
  const rules = new Map((await listRules(trx, { serviceId: null })).map((rule) => [rule.id, rule]))
  const roleIds = suspects.flatMap(({ ruleId }) => rules.get(ruleId)?.roles.map(({ id }) => id) ?? [])
  const people = await findPeople(trx, [...new Set(suspects.map(({ personId }) => personId))], now)
  const accountIds = [...people.values()].flatMap((person) => person.accountIds)
  const all = await findHeld(trx, { accountIds, roleIds: [...new Set(roleIds)], now })
  const facts = await findFacts(trx, accountIds, now)
  const heldBy = Map.groupBy(all, ({ accountId }) => accountId)
  return suspects.flatMap(({ id, ruleId, personId }): Breach[] => {
    const rule = rules.get(ruleId)
    const person = people.get(personId)
    if (!rule || !person) return []
    const own = person.accountIds.flatMap((accountId) => heldBy.get(accountId) ?? [])
    const held = together(rule, own)
    const [first] = held
    if (!first) return []
    const told = held.flatMap((row): HeldTogether[] => {
      const { assignmentId } = row
      if (assignmentId === null) return []
      const exception = facts.exceptionOf.get(`${rule.id} ${assignmentId}`) ?? null
      return [{ ...row, assignmentId, unitId: facts.unitOf.get(row.accountId) ?? null, exception }]
    })
    const unexplained = together(
      rule,
      told.filter(({ exception }) => exception === null),
    )
    const { accountId } =
      told.find(({ unitId }) => !limits.unitIds || (unitId && limits.unitIds.includes(unitId))) ?? first
    const place = ({ roleId }: HeldTogether) => rule.roles.findIndex(({ id }) => id === roleId)
    told.sort((one, other) => place(one) - place(other))
    return [{ id, rule, personId, accountId, name: person.name, held: told, excepted: unexplained.length === 0 }]
  })
}

async function findPeople(trx: Trx, personIds: readonly string[], now: Date) {
  const { rows } = await sql<{ personId: string; name: string; accountIds: string[] }>`
    select account.person_id as "personId", person.name, array_agg(account.id order by account.id) as "accountIds"
    from account join person on person.id = account.person_id
    where account.person_id = any(${sql.val([...personIds])}::uuid[]) and account.organisation_id = current_organisation()
      and account.status <> 'ended' and (account.valid_until is null or account.valid_until > ${now})
    group by account.person_id, person.name`.execute(trx)
  return new Map(rows.map(({ personId, ...person }) => [personId, person]))
}

/** Those of what is held that are too many at a time. */
function together(rule: KeptRule, held: readonly HeldRow[]): HeldRow[] {
  const found = new Set<HeldRow>()
  held.forEach((one, at) => {
    for (const other of inTheWay(rule, held.toSpliced(at, 1), one)) found.add(one).add(other)
  })
  return held.filter((one) => found.has(one))
}

async function findFacts(trx: Trx, accountIds: readonly string[], now: Date) {
  const accounts = await sql<{ id: string; unitId: string | null }>`
    select id, unit_id as "unitId" from account where id = any(${sql.val([...accountIds])}::uuid[])`.execute(trx)
  const exceptions = await sql<{ about: string; reason: string; until: Date }>`
    select excepted.conflict_id || ' ' || excepted.assignment_id as about, excepted.reason, excepted.valid_until as until
    from role_assignment held join conflict_exception excepted on excepted.assignment_id = held.id
    where held.account_id = any(${sql.val([...accountIds])}::uuid[]) and excepted.valid_until > ${now}
      and held.valid_until <= excepted.valid_until
    order by excepted.made_at`.execute(trx)
  return {
    unitOf: new Map(accounts.rows.map(({ id, unitId }) => [id, unitId])),
    exceptionOf: new Map(exceptions.rows.map(({ about, ...exception }) => [about, exception])),
  }
}
