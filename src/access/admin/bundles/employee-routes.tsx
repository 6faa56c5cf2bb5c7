/** `/admin/medarbejdere/:id/pakke/:pakke`: gives an employee a bundle, takes it back, or brings what they have up to date. */
import { type Context, Hono } from 'hono'
import { writeDay } from '../../../base/danish-time.ts'
import type { Trx } from '../../../storage/database.ts'
import { inOrganisation } from '../../../storage/in-organisation.ts'
import { fillText } from '../../../web/fill.ts'
import { readForm } from '../../../web/form.ts'
import { type Actor, actorOf } from '../actor.ts'
import type { AdminDeps, AdminEnv } from '../admin-env.ts'
import { employeePath, givenBundlePath } from '../admin-paths.ts'
import { readTypedTerms } from '../assign/check-assignment.ts'
import { wouldFail } from '../assign/would-fail.ts'
import { DecisionPage } from '../decide/decision.page.tsx'
import { readId } from '../employees/employee.store.ts'
import { adminFrame } from '../frame.ts'
import { readLine } from '../read-line.ts'
import { resolvedScopes } from './bundle.ts'
import type { BundleMistake } from './bundle-mistake.ts'
import { GiveBundlePage, type GiveBundlePageProps, UpdateBundlePage } from './give-bundle.page.tsx'
import {
  bringUpToDate,
  findGivableBundle,
  findWithdrawableBundle,
  type GivableBundle,
  giveBundle,
  withdrawBundle,
} from './give-bundle.ts'
import { roleName } from './part-words.ts'
import { bundlesText } from './text.ts'

export function employeeBundleRoutes(deps: AdminDeps): Hono<AdminEnv> {
  const routes = new Hono<AdminEnv>()

  routes.get(givenBundlePath(':id', ':pakke'), async (c) => {
    const terms = { from: writeDay(deps.clock.now()), until: '', hours: [], reason: '' }
    const page = await showGiving(c, { terms, formId: deps.ids.uuid(), mistakes: [] })
    return page ?? deps.notFound(c)
  })

  routes.post(givenBundlePath(':id', ':pakke'), async (c) => {
    const asked = askedOf(c)
    const form = await readForm(c)
    const formId = readId(form.get('id'))
    if (!asked || !formId) return deps.notFound(c)
    const { actor, ...ids } = asked
    const terms = readTypedTerms(form)
    const wanted = { ...ids, formId, terms, version: Number(form.get('version') ?? 0) }
    const outcome = await within(actor, (trx) => giveBundle(deps, trx, actor, wanted))
    if (outcome?.outcome === 'done') return c.redirect(`${employeePath(ids.accountId)}?udfoert=pakke-givet`, 303)
    const page = outcome && (await showGiving(c, { terms, formId, mistakes: outcome.mistakes }))
    return page ?? deps.notFound(c)
  })

  routes.get(givenBundlePath(':id', ':pakke', 'opdater'), async (c) => {
    const page = await showUpdate(c, { reason: '', formId: deps.ids.uuid(), mistakes: [] })
    return page ?? deps.notFound(c)
  })

  routes.post(givenBundlePath(':id', ':pakke', 'opdater'), async (c) => {
    const asked = askedOf(c)
    const form = await readForm(c)
    const formId = readId(form.get('id'))
    if (!asked || !formId) return deps.notFound(c)
    const { actor, ...ids } = asked
    const reason = readLine(form.get('begrundelse'), 500)
    const wanted = { ...ids, formId, reason, shown: form.get('set') ?? '' }
    const outcome = await within(actor, (trx) => bringUpToDate(deps, trx, actor, wanted))
    if (outcome?.outcome === 'done') return c.redirect(`${employeePath(ids.accountId)}?udfoert=pakke-opdateret`, 303)
    const page = outcome && (await showUpdate(c, { reason, formId, mistakes: outcome.mistakes }))
    return page ?? deps.notFound(c)
  })

  routes.get(givenBundlePath(':id', ':pakke', 'tag-tilbage'), (c) => showWithdrawal(c, false))

  routes.post(givenBundlePath(':id', ':pakke', 'tag-tilbage'), async (c) => {
    const asked = askedOf(c)
    const reason = readLine((await readForm(c)).get('begrundelse'), 500)
    if (!asked) return deps.notFound(c)
    if (reason === '') return showWithdrawal(c, true)
    const { actor, ...ids } = asked
    const outcome = await within(actor, (trx) => withdrawBundle(deps, trx, actor, { ...ids, reason }))
    if (outcome === 'not-found') return deps.notFound(c)
    return c.redirect(`${employeePath(ids.accountId)}?udfoert=pakke-taget-tilbage`, 303)
  })

  return routes

  async function showGiving(
    c: Context<AdminEnv>,
    said: Pick<GiveBundlePageProps, 'terms' | 'formId' | 'mistakes'>,
  ): Promise<Response | null> {
    const found = await find(c, async (trx, givable) => ({ ...givable, fails: await effects(trx, givable) }))
    if (!found) return null
    return c.html(<GiveBundlePage frame={adminFrame(c, deps)} {...found} {...said} />, statusOf(said.mistakes))
  }

  async function showUpdate(
    c: Context<AdminEnv>,
    said: { reason: string; formId: string; mistakes: readonly BundleMistake[] },
  ): Promise<Response | null> {
    const found = await find(c, async (_, givable) => givable)
    if (!found || found.held.length === 0) return null
    return c.html(<UpdateBundlePage frame={adminFrame(c, deps)} {...found} {...said} />, statusOf(said.mistakes))
  }

  async function showWithdrawal(c: Context<AdminEnv>, reasonMissing: boolean): Promise<Response> {
    const asked = askedOf(c)
    if (!asked) return deps.notFound(c)
    const { actor, ...ids } = asked
    const now = deps.clock.now()
    const found = await within(actor, (trx) => findWithdrawableBundle(trx, actor, { ...ids, now }))
    if (!found || found.held.length === 0) return deps.notFound(c)
    const { employee, bundle, held } = found
    const language = c.get('language')
    const text = bundlesText[language]
    const consequences = held.map(({ assignment, service }) =>
      fillText(text.withdrawConsequence, {
        name: employee.name,
        role: roleName(assignment.role, language),
        service: roleName(service, language),
      }),
    )
    const page = {
      employee,
      consequences,
      reasonMissing,
      title: fillText(text.withdrawTitle, { bundle: bundle.name, name: employee.name }),
      button: text.withdraw,
      action: givenBundlePath(ids.accountId, ids.bundleId, 'tag-tilbage'),
    }
    return c.html(<DecisionPage frame={adminFrame(c, deps)} {...page} />, reasonMissing ? 422 : 200)
  }

  /** Whether each role would have effect at once. */
  async function effects(trx: Trx, { bundle, assignable, employee, units }: GivableBundle) {
    const now = deps.clock.now()
    const at = { now, highestAssurance: deps.limits.highestAssurance }
    const fails: GiveBundlePageProps['fails'] = new Map(
      await Promise.all(
        bundle.parts.flatMap((part) => {
          const role = assignable.find((candidate) => candidate.role.id === part.role.id)
          if (!role) return []
          const scopes = resolvedScopes(part, units, employee.account.unit?.id ?? null)
          const made = { scopes, validFrom: now, validUntil: null, hours: null, reason: '' }
          return [wouldFail(trx, at, { employee, assignable: role }, made).then((why) => [part.role.id, why] as const)]
        }),
      ),
    )
    return fails
  }

  async function find<Result>(
    c: Context<AdminEnv>,
    use: (trx: Trx, givable: GivableBundle) => Promise<Result>,
  ): Promise<Result | null> {
    const asked = askedOf(c)
    if (!asked) return null
    const { actor, ...ids } = asked
    return within(actor, async (trx) => {
      const givable = await findGivableBundle(trx, actor, { ...ids, now: deps.clock.now() })
      return givable && use(trx, givable)
    })
  }

  function within<Result>(actor: Actor, use: (trx: Trx) => Promise<Result>): Promise<Result> {
    return inOrganisation(deps.db, actor.acting.organisation.id, use)
  }

  function askedOf(c: Context<AdminEnv>): { actor: Actor; accountId: string; bundleId: string } | null {
    const actor = actorOf(c, deps)
    const accountId = readId(c.req.param('id'))
    const bundleId = readId(c.req.param('pakke'))
    return actor && accountId && bundleId ? { actor, accountId, bundleId } : null
  }
}

function statusOf(mistakes: readonly BundleMistake[]): 200 | 422 {
  return mistakes.length > 0 ? 422 : 200
}
