/** Who in the organisation holds roles together that a rule speaks against, now or on a day to come. */
import { sql } from 'kysely'
import type { Trx } from '../../storage/database.ts'
import type { Limits } from '../capacities/capacity.ts'
import { inTheWay } from './conflict-rule.ts'
import { findHeld, type HeldRow } from './held-roles.store.ts'
import { findRulesOf, type KeptRule } from './rules.store.ts'

export interface HeldTogether extends HeldRow {
  assignmentId: string
  unitId: string | null
  /** Why it was given in spite of the rule, where it was; it ends by itself. */
  exception: { reason: string; until: Date } | null
}

export interface Breach {
  rule: KeptRule
  accountId: string
  name: string
  held: readonly HeldTogether[]
  /** Whether exceptions explain it. */
  excepted: boolean
}

/** As many as one page shows. */
export const breachesShown = 200

interface Suspect {
  ruleId: string
  roleIds: string[]
  personId: string
  accountIds: string[]
  name: string
}

/** Of people within the limits; those with no exception first. */
export async function listBreaches(trx: Trx, limits: Limits, now: Date): Promise<Breach[]> {
  const { rows: suspects } = await sql<Suspect>`
    select part.conflict_id as "ruleId", account.person_id as "personId", person.name,
      array_agg(distinct held.role_id) as "roleIds", array_agg(distinct account.id) as "accountIds"
    from role_conflict rule join role_conflict_role part on part.conflict_id = rule.id
    join role_assignment held on held.organisation_id = current_organisation() and held.role_id = part.role_id
    join account on account.id = held.account_id join person on person.id = account.person_id
    where rule.ended_at is null and held.withdrawn_at is null and (held.valid_until is null or held.valid_until > ${now})
      and account.status <> 'ended' and (account.valid_until is null or account.valid_until > ${now})
    group by rule.at_most, part.conflict_id, account.person_id, person.name
    having count(distinct held.role_id) > rule.at_most
      and (${limits.unitIds}::uuid[] is null or bool_or(account.unit_id = any(${limits.unitIds}::uuid[])))
    order by person.name, account.person_id limit ${breachesShown}`.execute(trx)
  if (suspects.length === 0) return []
  const roleIds = [...new Set(suspects.flatMap((one) => one.roleIds))]
  const accountIds = [...new Set(suspects.flatMap((one) => one.accountIds))]
  const rules = new Map((await findRulesOf(trx, roleIds)).map((rule) => [rule.id, rule]))
  const all = await findHeld(trx, { accountIds, roleIds, now })
  const facts = await findFacts(trx, accountIds, now)
  const breaches = suspects.flatMap((suspect): Breach[] => {
    const rule = rules.get(suspect.ruleId)
    const own = all.filter(
      ({ accountId, roleId }) => suspect.accountIds.includes(accountId) && suspect.roleIds.includes(roleId),
    )
    if (!rule) return []
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
    return [{ rule, accountId, name: suspect.name, held: told, excepted: unexplained.length === 0 }]
  })
  return breaches.sort((one, other) => Number(one.excepted) - Number(other.excepted))
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
