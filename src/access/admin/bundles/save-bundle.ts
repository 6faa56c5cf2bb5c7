/** Creates, changes or deletes a bundle. Nobody's roles change by it: what was given stays until it is brought up to date. */
import { recordEvents } from '../../../audit/record-events.ts'
import type { Clock } from '../../../base/clock.ts'
import type { Ids } from '../../../base/ids.ts'
import type { Trx } from '../../../storage/database.ts'
import type { Actor } from '../actor.ts'
import { type AssignableRole, findAssignableRoles } from '../assign/assignable-roles.store.ts'
import { type Bundle, type BundlePart, type PartValues, usualScopes } from './bundle.ts'
import { findBundle, listBundles } from './bundles.store.ts'

type Deps = { clock: Clock; ids: Ids }

export interface TypedBundle {
  name: string
  description: string
  roleIds: readonly string[]
}

export type BundleFormMistake = 'name-missing' | 'name-long' | 'name-taken' | 'roles-missing' | 'changed-meanwhile'

export type SaveOutcome = { outcome: 'saved' } | { outcome: 'mistake'; mistake: BundleFormMistake } | null

export const longestBundleName = 100

/** The roles that can be put in a bundle, and those that already are. */
export function findBundleRoles(trx: Trx, { acting }: Pick<Actor, 'acting'>, now: Date): Promise<AssignableRole[]> {
  return findAssignableRoles(trx, { limits: acting.limits, now })
}

/** `id` was chosen when the form was shown: sent twice, it is one bundle. Null: not found. */
export async function addBundle(
  deps: Deps,
  trx: Trx,
  actor: Actor,
  { id, typed }: { id: string; typed: TypedBundle },
): Promise<SaveOutcome> {
  const others = await listBundles(trx)
  if (others.some((bundle) => bundle.id === id)) return { outcome: 'saved' }
  const mistake = wrong(typed, others)
  if (mistake) return { outcome: 'mistake', mistake }
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('bundle')
    .values({
      id,
      organisation_id: actor.acting.organisation.id,
      key: id,
      name: typed.name,
      description: typed.description,
      created_at: deps.clock.now(),
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirstOrThrow()
  // The same form was first, or the id is another organisation's: nobody is told which.
  if (numInsertedOrUpdatedRows === 0n) return null
  const roles = await findBundleRoles(trx, actor, deps.clock.now())
  await writeParts(trx, id, partsOf(typed.roleIds, roles, []))
  await record(deps, trx, actor, { action: 'bundle.added', id, details: await described(trx, id) })
  return { outcome: 'saved' }
}

/** Name, description and which roles; those that stay keep what they apply to. */
export function changeBundle(
  deps: Deps,
  trx: Trx,
  actor: Actor,
  { id, version, typed }: { id: string; version: number; typed: TypedBundle },
): Promise<SaveOutcome> {
  return change(deps, trx, actor, { id, version }, async (before) => {
    const others = (await listBundles(trx)).filter((bundle) => bundle.id !== id)
    const mistake = wrong(typed, others)
    if (mistake) return mistake
    const roles = await findBundleRoles(trx, actor, deps.clock.now())
    const { name, description } = typed
    return { name, description, parts: partsOf(typed.roleIds, roles, before.parts) }
  })
}

/** What each role applies to, by role. */
export function changeBundleScopes(
  deps: Deps,
  trx: Trx,
  actor: Actor,
  { id, version, scopes }: { id: string; version: number; scopes: ReadonlyMap<string, Record<string, PartValues>> },
): Promise<SaveOutcome> {
  return change(deps, trx, actor, { id, version }, async ({ name, description, parts }) => ({
    name,
    description,
    parts: parts.map(({ role, scopes: kept }) => ({ roleId: role.id, scopes: scopes.get(role.id) ?? kept })),
  }))
}

/** Sent twice, it happens once. */
export async function deleteBundle(deps: Deps, trx: Trx, actor: Actor, id: string): Promise<'deleted' | 'not-found'> {
  const found = await trx.selectFrom('bundle').select('id').where('id', '=', id).executeTakeFirst()
  if (!found) return 'not-found'
  const details = await described(trx, id)
  const { numUpdatedRows } = await trx
    .updateTable('bundle')
    .set({ deleted_at: deps.clock.now() })
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows > 0n) await record(deps, trx, actor, { action: 'bundle.deleted', id, details })
  return 'deleted'
}

type Part = { roleId: string; scopes: Readonly<Record<string, PartValues>> }
type Content = { name: string; description: string; parts: readonly Part[] }

async function change(
  deps: Deps,
  trx: Trx,
  actor: Actor,
  { id, version }: { id: string; version: number },
  make: (before: Bundle) => Promise<Content | BundleFormMistake>,
): Promise<SaveOutcome> {
  await trx.selectFrom('bundle').select('id').where('id', '=', id).forUpdate().execute()
  const before = await findBundle(trx, id)
  if (!before) return null
  const content = await make(before)
  const same = typeof content !== 'string' && JSON.stringify(content) === JSON.stringify(contentOf(before))
  if (same) return { outcome: 'saved' }
  if (before.version !== version) return { outcome: 'mistake', mistake: 'changed-meanwhile' }
  if (typeof content === 'string') return { outcome: 'mistake', mistake: content }
  const { name, description, parts } = content
  await trx
    .updateTable('bundle')
    .set({ name, description, version: version + 1 })
    .where('id', '=', id)
    .execute()
  await trx.deleteFrom('bundle_role').where('bundle_id', '=', id).execute()
  await writeParts(trx, id, parts)
  const details = { before: contentOf(before), after: await described(trx, id) }
  await record(deps, trx, actor, { action: 'bundle.changed', id, details })
  return { outcome: 'saved' }
}

function wrong({ name, roleIds }: TypedBundle, others: readonly Bundle[]): BundleFormMistake | null {
  if (name === '') return 'name-missing'
  if (name.length > longestBundleName) return 'name-long'
  if (others.some((bundle) => bundle.name.toLocaleLowerCase('da') === name.toLocaleLowerCase('da'))) return 'name-taken'
  return roleIds.length === 0 ? 'roles-missing' : null
}

/** Those that stay in their order, then the new ones. */
function partsOf(roleIds: readonly string[], roles: readonly AssignableRole[], before: readonly BundlePart[]): Part[] {
  const kept = before.filter(({ role }) => roleIds.includes(role.id))
  const added = roles.filter(({ role }) => roleIds.includes(role.id) && !kept.some((part) => part.role.id === role.id))
  return [
    ...kept.map(({ role, scopes }) => ({ roleId: role.id, scopes })),
    ...added.map(({ role }) => ({ roleId: role.id, scopes: usualScopes(role.scopes) })),
  ]
}

async function writeParts(trx: Trx, bundleId: string, parts: readonly Part[]): Promise<void> {
  if (parts.length === 0) return
  await trx
    .insertInto('bundle_role')
    .values(
      parts.map(({ roleId, scopes }, position) => ({
        bundle_id: bundleId,
        role_id: roleId,
        scopes: JSON.stringify(scopes),
        position,
      })),
    )
    .execute()
}

function contentOf({ name, description, parts }: Bundle): Content {
  return { name, description, parts: parts.map(({ role, scopes }) => ({ roleId: role.id, scopes })) }
}

async function described(trx: Trx, id: string): Promise<Content | Record<string, never>> {
  const bundle = await findBundle(trx, id)
  return bundle ? contentOf(bundle) : {}
}

async function record(
  deps: Deps,
  trx: Trx,
  actor: Actor,
  { action, id, details }: { action: string; id: string; details: object },
): Promise<void> {
  await recordEvents(deps, trx, [
    {
      action,
      outcome: 'success',
      actor: { kind: 'person', id: actor.personId },
      organisationId: actor.acting.organisation.id,
      object: { kind: 'bundle', id },
      source: actor.source,
      details: { ...details },
    },
  ])
}
