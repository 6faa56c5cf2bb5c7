/** Reads, checks and writes a rule about roles that must not be held together; once however often its form is sent. */
import { recordEvents } from '../../audit/record-events.ts'
import type { Clock } from '../../base/clock.ts'
import type { Ids } from '../../base/ids.ts'
import type { Trx } from '../../storage/database.ts'
import type { FormFields } from '../../web/form.ts'
import { typedChoice, typedText } from '../management/typed.ts'
import type { ConflictRule, RoleInConflict } from './conflict-rule.ts'
import { findRule, type KeptRule } from './rules.store.ts'

export interface TypedRule {
  nameDa: string
  nameEn: string
  whyDa: string
  whyEn: string
  atMost: string
  effect: ConflictRule['effect'] | null
  roleIds: readonly string[]
}

/** Ids of the fields. */
export const ruleFields = {
  nameDa: 'navn',
  nameEn: 'navn-en',
  whyDa: 'begrundelse',
  whyEn: 'begrundelse-en',
  atMost: 'hoejst',
  effect: 'virkning',
  roles: 'rolle',
} as const

export type RuleMistake = 'name-missing' | 'name-en-missing' | 'too-few-roles' | 'at-most-wrong' | 'effect-missing'

export const effects = ['blocked', 'with-reason'] as const

export const emptyRule: TypedRule = {
  nameDa: '',
  nameEn: '',
  whyDa: '',
  whyEn: '',
  atMost: '1',
  effect: 'blocked',
  roleIds: [],
}

export function ruleAsTyped(rule: KeptRule): TypedRule {
  return { ...rule, atMost: String(rule.atMost), roleIds: rule.roles.map(({ id }) => id) }
}

/** Roles that are not among those shown count as not ticked. */
export function readTypedRule(form: FormFields, roles: readonly RoleInConflict[]): TypedRule {
  const ticked = new Set(form.all(ruleFields.roles))
  return {
    nameDa: typedText(form, ruleFields.nameDa, 100),
    nameEn: typedText(form, ruleFields.nameEn, 100),
    whyDa: typedText(form, ruleFields.whyDa, 500),
    whyEn: typedText(form, ruleFields.whyEn, 500),
    atMost: typedText(form, ruleFields.atMost, 10),
    effect: typedChoice(form, ruleFields.effect, effects),
    roleIds: roles.flatMap(({ id }) => (ticked.has(id) ? [id] : [])),
  }
}

/** By field. As many as there are would forbid nothing. */
export function checkRule(typed: TypedRule): Partial<Record<string, RuleMistake>> {
  const atMost = /^\d{1,3}$/.test(typed.atMost) ? Number(typed.atMost) : 0
  return {
    ...(typed.nameDa === '' ? { [ruleFields.nameDa]: 'name-missing' } : {}),
    ...(typed.nameEn === '' ? { [ruleFields.nameEn]: 'name-en-missing' } : {}),
    ...(typed.roleIds.length < 2 ? { [ruleFields.roles]: 'too-few-roles' } : {}),
    ...(atMost < 1 || (typed.roleIds.length >= 2 && atMost >= typed.roleIds.length)
      ? { [ruleFields.atMost]: 'at-most-wrong' }
      : {}),
    ...(typed.effect === null ? { [ruleFields.effect]: 'effect-missing' } : {}),
  }
}

export interface RuleActor {
  personId: string
  source: string
}

type Deps = { clock: Clock; ids: Ids }

/** Under the lock of the configuration. `serviceId` null: system management's own. */
export async function addRule(
  deps: Deps,
  trx: Trx,
  by: RuleActor,
  { id, serviceId, typed }: { id: string; serviceId: string | null; typed: TypedRule },
): Promise<void> {
  const there = await trx.selectFrom('role_conflict').select('id').where('id', '=', id).executeTakeFirst()
  if (there) return
  await trx
    .insertInto('role_conflict')
    .values({ id, key: id, service_id: serviceId, created_at: deps.clock.now(), ...columnsOf(typed) })
    .execute()
  await writeRoles(trx, id, typed)
  await tell(deps, trx, by, { id, action: 'role-conflict.added', details: { after: typed } })
}

/** What stands where another has saved since `version`; null: it is saved. */
export async function changeRule(
  deps: Deps,
  trx: Trx,
  by: RuleActor,
  { id, version, typed }: { id: string; version: number; typed: TypedRule },
): Promise<KeptRule | null> {
  const rule = await findRule(trx, id)
  if (!rule || sameRule(ruleAsTyped(rule), typed)) return null
  if (rule.version !== version) return rule
  await trx
    .updateTable('role_conflict')
    .set({ ...columnsOf(typed), version: rule.version + 1 })
    .where('id', '=', id)
    .execute()
  await trx.deleteFrom('role_conflict_role').where('conflict_id', '=', id).execute()
  await writeRoles(trx, id, typed)
  const { roles, ...before } = rule
  const details = { before: { ...before, roleIds: roles.map((role) => role.id) }, after: typed }
  await tell(deps, trx, by, { id, action: 'role-conflict.changed', details })
  return null
}

export async function endRule(deps: Deps, trx: Trx, by: RuleActor, id: string): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable('role_conflict')
    .set({ ended_at: deps.clock.now() })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows > 0n) await tell(deps, trx, by, { id, action: 'role-conflict.ended', details: {} })
}

function sameRule(one: TypedRule, other: TypedRule): boolean {
  const text = ({ nameDa, nameEn, whyDa, whyEn, atMost, effect, roleIds }: TypedRule) =>
    JSON.stringify([nameDa, nameEn, whyDa, whyEn, Number(atMost), effect, [...roleIds].sort()])
  return text(one) === text(other)
}

function columnsOf({ nameDa, nameEn, whyDa, whyEn, atMost, effect }: TypedRule) {
  const texts = { name_da: nameDa, name_en: nameEn, why_da: whyDa, why_en: whyEn }
  return { ...texts, at_most: Number(atMost), effect: effect ?? 'blocked' }
}

async function writeRoles(trx: Trx, id: string, { roleIds }: TypedRule): Promise<void> {
  await trx
    .insertInto('role_conflict_role')
    .values(roleIds.map((role_id) => ({ conflict_id: id, role_id })))
    .execute()
}

async function tell(
  deps: Deps,
  trx: Trx,
  { personId, source }: RuleActor,
  { id, action, details }: { id: string; action: string; details: Record<string, unknown> },
): Promise<void> {
  await recordEvents(deps, trx, [
    {
      action,
      outcome: 'success',
      actor: { kind: 'person', id: personId },
      object: { kind: 'role-conflict', id },
      source,
      details,
    },
  ])
}
