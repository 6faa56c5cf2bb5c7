/** `/forvaltning/konflikter` and `/tjenesteejer/konflikter`: rules about roles that must not be held together; owners make those of their service. */
import { type Context, Hono } from 'hono'
import { isUuid, rowOfForm } from '../../base/ids.ts'
import { lockConfiguration } from '../../storage/lock-configuration.ts'
import { readForm } from '../../web/form.ts'
import type { AdminDeps, AdminEnv } from '../admin/admin-env.ts'
import { readId } from '../admin/employees/employee.store.ts'
import { adminFrame } from '../admin/frame.ts'
import { may } from '../may.ts'
import { managedConflicts, ownedConflicts, ruleBelow } from './conflict-paths.ts'
import type { RoleInConflict } from './conflict-rule.ts'
import { EndRulePage } from './end-rule.page.tsx'
import { ChooseServicesPage, RuleFormPage, type RuleFormPageProps } from './rule-form.page.tsx'
import { RulesPage } from './rules.page.tsx'
import { countBreaches, findRule, type KeptRule, listRolesOf, listRules, listServicesWithRoles } from './rules.store.ts'
import {
  addRule,
  changeRule,
  checkRule,
  emptyRule,
  endRule,
  type RuleActor,
  readTypedRule,
  ruleAsTyped,
  type TypedRule,
} from './save-rule.ts'

/** Where somebody keeps rules: system management all of them, an owner those of the service. */
interface Place {
  base: string
  serviceId: string | null
  by: RuleActor
}

export function conflictRuleRoutes(deps: AdminDeps, as: 'management' | 'owner'): Hono<AdminEnv> {
  const routes = new Hono<AdminEnv>()
  const base = as === 'owner' ? ownedConflicts : managedConflicts

  routes.get(base, async (c) => {
    const place = placeOf(c)
    if (!place) return deps.notFound(c)
    const rules = await listRules(deps.db, place)
    const done = c.req.query('udfoert') === 'gemt'
    const page = { base, rules, done, mayChange: (rule: KeptRule) => isKeptAt(place, rule) }
    return c.html(<RulesPage frame={adminFrame(c, deps)} {...page} />)
  })

  routes.get(ruleBelow.add(base), async (c) => {
    const place = placeOf(c)
    if (!place) return deps.notFound(c)
    const roles = await rolesOf(place, c.req.queries('tjeneste') ?? [])
    if (roles.length === 0 && as === 'management') {
      const services = await listServicesWithRoles(deps.db)
      return c.html(<ChooseServicesPage frame={adminFrame(c, deps)} base={base} services={services} chosen={[]} />)
    }
    return formPage(c, { rule: null, roles, typed: emptyRule, formId: deps.ids.uuid() })
  })

  routes.post(ruleBelow.add(base), async (c) => {
    const place = placeOf(c)
    const form = await readForm(c)
    const formId = readId(form.get('id') ?? undefined)
    if (!place || !formId) return deps.notFound(c)
    const id = rowOfForm(formId, place.by.personId)
    const roles = await rolesOf(place, form.all('tjeneste'))
    const typed = readTypedRule(form, roles)
    const mistakes = checkRule(typed)
    if (Object.keys(mistakes).length > 0) return formPage(c, { rule: null, roles, typed, formId, mistakes })
    await deps.db.transaction().execute(async (trx) => {
      await lockConfiguration(trx)
      await addRule(deps, trx, place.by, { id, serviceId: place.serviceId, typed })
    })
    return c.redirect(`${base}?udfoert=gemt`, 303)
  })

  routes.get(ruleBelow.rule(base, ':regel'), async (c) => {
    const found = await findHere(c)
    if (!found) return deps.notFound(c)
    const { rule, roles } = found
    const breaches = await countBreaches(deps.db, rule, deps.clock.now())
    return formPage(c, { rule, roles, typed: ruleAsTyped(rule), breaches })
  })

  routes.post(ruleBelow.rule(base, ':regel'), async (c) => {
    const found = await findHere(c)
    const form = await readForm(c)
    if (!found) return deps.notFound(c)
    const { rule, roles, place } = found
    const typed = readTypedRule(form, roles)
    const mistakes = checkRule(typed)
    if (Object.keys(mistakes).length > 0) return formPage(c, { rule, roles, typed, mistakes })
    const version = Number(form.get('version') ?? '')
    const stands = await deps.db.transaction().execute(async (trx) => {
      await lockConfiguration(trx)
      return changeRule(deps, trx, place.by, { id: rule.id, version, typed })
    })
    if (stands) return formPage(c, { rule: stands, roles, typed, stands })
    return c.redirect(`${base}?udfoert=gemt`, 303)
  })

  routes.get(ruleBelow.end(base, ':regel'), async (c) => {
    const found = await findHere(c)
    if (!found) return deps.notFound(c)
    return c.html(<EndRulePage frame={adminFrame(c, deps)} base={base} rule={found.rule} />)
  })

  routes.post(ruleBelow.end(base, ':regel'), async (c) => {
    const found = await findHere(c, { ended: true })
    if (!found) return deps.notFound(c)
    await deps.db.transaction().execute(async (trx) => {
      await lockConfiguration(trx)
      await endRule(deps, trx, found.place.by, found.rule.id)
    })
    return c.redirect(`${base}?udfoert=gemt`, 303)
  })

  return routes

  function placeOf(c: Context<AdminEnv>): Place | null {
    const { acting, personId } = c.get('viewer')
    const serviceId = acting.kind === 'service-owner' ? acting.service.id : null
    if (as === 'owner' ? serviceId === null : serviceId !== null) return null
    if (!may(acting, 'change-role-conflicts', serviceId === null ? {} : { serviceId })) return null
    return { base, serviceId, by: { personId, source: deps.visit(c).source } }
  }

  async function findHere(c: Context<AdminEnv>, { ended = false } = {}) {
    const place = placeOf(c)
    const id = readId(c.req.param('regel'))
    const rule = place && id ? await findRule(deps.db, id, { ended }) : null
    if (!place || !rule || !isKeptAt(place, rule)) return null
    const chosen = [...rule.roles.map(({ service }) => service.id), ...(c.req.queries('tjeneste') ?? [])]
    const roles = await rolesOf(place, chosen)
    // One that was retired since is of the rule still.
    const gone = rule.roles.filter((role) => !roles.some(({ id: known }) => known === role.id))
    return { place, rule, roles: [...roles, ...gone] }
  }

  async function rolesOf(place: Place, serviceIds: readonly string[]): Promise<RoleInConflict[]> {
    return listRolesOf(deps.db, place.serviceId === null ? serviceIds.filter(isUuid).slice(0, 50) : [place.serviceId])
  }

  function formPage(
    c: Context<AdminEnv>,
    form: Omit<RuleFormPageProps, 'frame' | 'base' | 'mistakes'> & {
      typed: TypedRule
      mistakes?: RuleFormPageProps['mistakes']
    },
  ) {
    const { mistakes = {} } = form
    const wrong = Object.keys(mistakes).length > 0 || form.stands !== undefined
    return c.html(
      <RuleFormPage frame={adminFrame(c, deps)} base={base} {...form} mistakes={mistakes} />,
      wrong ? 422 : 200,
    )
  }
}

/** An owner keeps the rules of the service and only sees those of system management. */
function isKeptAt({ serviceId }: Pick<Place, 'serviceId'>, rule: KeptRule): boolean {
  return serviceId === null || rule.serviceId === serviceId
}
