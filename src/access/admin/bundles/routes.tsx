/** `/admin/roller/pakker`: administrators see the bundles of the organisation, chief administrators make and change them. */
import { type Context, Hono } from 'hono'
import { readCursor } from '../../../base/cursor.ts'
import type { Trx } from '../../../storage/database.ts'
import { inOrganisation } from '../../../storage/in-organisation.ts'
import { type FormFields, readForm } from '../../../web/form.ts'
import { may } from '../../may.ts'
import { findRights } from '../../roles/rights.store.ts'
import { type Actor, actorOf } from '../actor.ts'
import type { AdminDeps, AdminEnv } from '../admin-env.ts'
import { adminPaths, bundleDeedPath, bundlePath, newBundlePath } from '../admin-paths.ts'
import { listUnitNumbers } from '../assign/unit-numbers.ts'
import { readId } from '../employees/employee.store.ts'
import { adminFrame } from '../frame.ts'
import { readLine } from '../read-line.ts'
import { BundlePage, bundleDeeds, DeleteBundlePage } from './bundle.page.tsx'
import { type Bundle, differenceOf, heldFrom } from './bundle.ts'
import { BundleFormPage } from './bundle-form.page.tsx'
import { BundleScopesPage } from './bundle-scopes.page.tsx'
import { BundlesPage } from './bundles.page.tsx'
import { countBundleHolders, findBundle, listBundleHolders, listBundles } from './bundles.store.ts'
import {
  addBundle,
  type BundleFormMistake,
  changeBundle,
  changeBundleScopes,
  deleteBundle,
  findBundleRoles,
  type SaveOutcome,
  type TypedBundle,
} from './save-bundle.ts'
import { checkTypedScopes, readTypedScopes, typedFromBundle } from './typed-scopes.ts'

export function bundleRoutes(deps: AdminDeps): Hono<AdminEnv> {
  const routes = new Hono<AdminEnv>()

  routes.get(adminPaths.bundles, async (c) => {
    const actor = whoMay(c, 'see-roles')
    if (!actor) return deps.notFound(c)
    const found = await within(actor, async (trx) => {
      const bundles = await listBundles(trx)
      const ids = bundles.map(({ id }) => id)
      return { bundles, holders: await holdersOf(trx, actor, ids) }
    })
    return c.html(<BundlesPage frame={adminFrame(c, deps)} {...found} mayChange={mayChange(actor)} />)
  })

  routes.get(newBundlePath, async (c) => {
    const actor = whoMay(c, 'change-bundles')
    if (!actor) return deps.notFound(c)
    const typed = { name: '', description: '', roleIds: [] }
    return form(c, actor, { bundle: null, newId: deps.ids.uuid(), typed, mistake: null })
  })

  routes.post(newBundlePath, async (c) => {
    const actor = whoMay(c, 'change-bundles')
    const fields = await readForm(c)
    const id = readId(fields.get('id'))
    if (!actor || !id) return deps.notFound(c)
    const typed = readTyped(fields)
    const outcome = await within(actor, (trx) => addBundle(deps, trx, actor, { id, typed }))
    if (outcome?.outcome === 'saved') return c.redirect(bundleDeedPath(id, 'omfang'), 303)
    if (!outcome) return deps.notFound(c)
    return form(c, actor, { bundle: null, newId: id, typed, mistake: outcome.mistake })
  })

  routes.get(bundlePath(':id'), async (c) => {
    const actor = whoMay(c, 'see-roles')
    const id = readId(c.req.param('id'))
    if (!actor || !id) return deps.notFound(c)
    const now = deps.clock.now()
    const cursor = readCursor((name) => c.req.query(name), readId)
    const found = await within(actor, async (trx) => {
      const bundle = await findBundle(trx, id)
      if (!bundle) return null
      const units = await listUnitNumbers(trx)
      const page = await listBundleHolders(trx, actor.acting.limits, id, { cursor, now })
      const rights = await findRights(
        trx,
        page.rows.map((holder) => holder.id),
      )
      const of = Map.groupBy(rights, ({ assignment }) => assignment.accountId)
      const rows = page.rows.map((holder) => {
        const held = heldFrom(of.get(holder.id) ?? [], id, now)
        return { ...holder, difference: differenceOf(bundle, held, units, holder.unitId) }
      })
      return { bundle, units, holders: { ...page, rows } }
    })
    if (!found) return deps.notFound(c)
    const done = bundleDeeds.find((deed) => deed === c.req.query('udfoert')) ?? null
    const page = { ...found, done, mayChange: mayChange(actor), ownAccountId: actor.acting.accountId }
    return c.html(<BundlePage frame={adminFrame(c, deps)} {...page} />)
  })

  routes.get(bundleDeedPath(':id', 'ret'), async (c) => {
    const found = await findChangeable(c)
    if (!found) return deps.notFound(c)
    const { actor, bundle } = found
    const { name, description, parts } = bundle
    const typed = { name, description, roleIds: parts.map(({ role }) => role.id) }
    return form(c, actor, { bundle, newId: bundle.id, typed, mistake: null })
  })

  routes.post(bundleDeedPath(':id', 'ret'), async (c) => {
    const found = await findChangeable(c)
    if (!found) return deps.notFound(c)
    const { actor, bundle } = found
    const fields = await readForm(c)
    const typed = readTyped(fields)
    const wanted = { id: bundle.id, version: readVersion(fields), typed }
    const outcome = await within(actor, (trx) => changeBundle(deps, trx, actor, wanted))
    if (outcome?.outcome === 'saved') return c.redirect(bundleDeedPath(bundle.id, 'omfang'), 303)
    return overtakenOr(c, actor, bundle, outcome, (latest, mistake) =>
      form(c, actor, { bundle: latest, newId: bundle.id, typed, mistake }),
    )
  })

  routes.get(bundleDeedPath(':id', 'omfang'), async (c) => {
    const found = await findChangeable(c)
    if (!found) return deps.notFound(c)
    const { actor, bundle } = found
    // Where nothing is to be limited there is nothing to say.
    if (bundle.parts.every(({ role }) => role.scopes.length === 0))
      return c.redirect(`${bundlePath(bundle.id)}?udfoert=rettet`, 303)
    const setting = await within(actor, (trx) => scopeSetting(trx, actor))
    const page = { bundle, ...setting, typed: typedFromBundle(bundle), mistakes: [], overtaken: false }
    return c.html(<BundleScopesPage frame={adminFrame(c, deps)} {...page} />)
  })

  routes.post(bundleDeedPath(':id', 'omfang'), async (c) => {
    const found = await findChangeable(c)
    if (!found) return deps.notFound(c)
    const { actor, bundle } = found
    const fields = await readForm(c)
    const setting = await within(actor, (trx) => scopeSetting(trx, actor))
    const typed = readTypedScopes(fields, bundle, setting.assignable, setting.units)
    const { values, mistakes } = checkTypedScopes(typed, bundle, setting.assignable)
    const page = { ...setting, typed, mistakes }
    if (mistakes.length > 0)
      return c.html(<BundleScopesPage frame={adminFrame(c, deps)} bundle={bundle} {...page} overtaken={false} />, 422)
    const wanted = { id: bundle.id, version: readVersion(fields), scopes: values }
    const outcome = await within(actor, (trx) => changeBundleScopes(deps, trx, actor, wanted))
    if (outcome?.outcome === 'saved') return c.redirect(`${bundlePath(bundle.id)}?udfoert=rettet`, 303)
    return overtakenOr(c, actor, bundle, outcome, (latest) =>
      Promise.resolve(
        c.html(<BundleScopesPage frame={adminFrame(c, deps)} bundle={latest} {...page} overtaken />, 422),
      ),
    )
  })

  routes.get(bundleDeedPath(':id', 'slet'), async (c) => {
    const found = await findChangeable(c)
    if (!found) return deps.notFound(c)
    const { actor, bundle } = found
    const holders = await within(actor, (trx) => holdersOf(trx, actor, [bundle.id]))
    const page = { bundle, holders: holders.get(bundle.id) ?? 0 }
    return c.html(<DeleteBundlePage frame={adminFrame(c, deps)} {...page} />)
  })

  routes.post(bundleDeedPath(':id', 'slet'), async (c) => {
    const actor = whoMay(c, 'change-bundles')
    const id = readId(c.req.param('id'))
    if (!actor || !id) return deps.notFound(c)
    const outcome = await within(actor, (trx) => deleteBundle(deps, trx, actor, id))
    return outcome === 'not-found' ? deps.notFound(c) : c.redirect(adminPaths.bundles, 303)
  })

  return routes

  function whoMay(c: Context<AdminEnv>, action: 'see-roles' | 'change-bundles'): Actor | null {
    const actor = actorOf(c, deps)
    return actor && may(actor.acting, action, { organisationId: actor.acting.organisation.id }) ? actor : null
  }

  function within<Result>(actor: Actor, use: (trx: Trx) => Promise<Result>): Promise<Result> {
    return inOrganisation(deps.db, actor.acting.organisation.id, use)
  }

  async function findChangeable(c: Context<AdminEnv>): Promise<{ actor: Actor; bundle: Bundle } | null> {
    const actor = whoMay(c, 'change-bundles')
    const id = readId(c.req.param('id'))
    const bundle = actor && id ? await within(actor, (trx) => findBundle(trx, id)) : null
    return actor && bundle && { actor, bundle }
  }

  function holdersOf(trx: Trx, { acting }: Actor, ids: readonly string[]) {
    return countBundleHolders(trx, acting.limits, ids, deps.clock.now())
  }

  async function scopeSetting(trx: Trx, actor: Actor) {
    return { assignable: await findBundleRoles(trx, actor, deps.clock.now()), units: await listUnitNumbers(trx) }
  }

  async function overtakenOr(
    c: Context<AdminEnv>,
    actor: Actor,
    { id }: Bundle,
    outcome: SaveOutcome,
    show: (latest: Bundle, mistake: BundleFormMistake) => Promise<Response>,
  ): Promise<Response> {
    const latest = await within(actor, (trx) => findBundle(trx, id))
    return outcome?.outcome === 'mistake' && latest ? show(latest, outcome.mistake) : deps.notFound(c)
  }

  async function form(
    c: Context<AdminEnv>,
    actor: Actor,
    said: { bundle: Bundle | null; newId: string; typed: TypedBundle; mistake: BundleFormMistake | null },
  ): Promise<Response> {
    const roles = await within(actor, (trx) => findBundleRoles(trx, actor, deps.clock.now()))
    // A role that may not be given any more is still in the bundle until it is taken out.
    const kept = said.bundle?.parts.filter(({ role }) => !roles.some((other) => other.role.id === role.id)) ?? []
    const page = { ...said, choices: [...roles, ...kept] }
    return c.html(<BundleFormPage frame={adminFrame(c, deps)} {...page} />, said.mistake ? 422 : 200)
  }
}

function mayChange({ acting }: Actor): boolean {
  return may(acting, 'change-bundles', { organisationId: acting.organisation.id })
}

function readTyped(fields: FormFields): TypedBundle {
  return {
    name: readLine(fields.get('navn'), 200),
    description: readLine(fields.get('beskrivelse'), 500),
    roleIds: fields.all('rolle'),
  }
}

function readVersion(fields: FormFields): number {
  return Number(fields.get('version') ?? 0)
}
