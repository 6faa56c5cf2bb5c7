/** An identity provider is switched off and on, and chosen for services, from its own side and from a service's. */
import { type Context, Hono } from 'hono'
import { fillText } from '../../../web/fill.ts'
import { readForm } from '../../../web/form.ts'
import type { AdminDeps, AdminEnv } from '../../admin/admin-env.ts'
import { readId } from '../../admin/employees/employee.store.ts'
import { adminFrame } from '../../admin/frame.ts'
import { countWords, EffectPage } from '../effect.page.tsx'
import { managementPaths, providerPath, serviceProvidersPath } from '../management-paths.ts'
import { changing, type Manager, managerOf } from '../manager.ts'
import { servicePath } from '../services/services-paths.ts'
import { ActivationPage } from './activation.page.tsx'
import { type Counterpart, findProvider, providersFor, servicesFor } from './providers.store.ts'
import { changePairs, effectOfSwitch, type Pair, peopleOfPairs, switchProvider } from './switch-provider.ts'
import { providersText } from './text.ts'

/** One side of a choice: a provider or a service, with all of the other kind. */
interface Side {
  manager: Manager
  title: string
  breadcrumb: { name: string; href: string }[]
  action: string
  back: string
  done: string
  counterparts(db: Parameters<typeof servicesFor>[0]): Promise<Counterpart[]>
  pairWith(id: string): Pair
}

export function switchRoutes(deps: AdminDeps): Hono<AdminEnv> {
  const routes = new Hono<AdminEnv>()

  for (const [deed, enabled] of [['sluk', false] as const, ['taend', true] as const]) {
    routes.get(providerPath(':id', deed), (c) => turn(c, enabled, null))
    routes.post(providerPath(':id', deed), async (c) => turn(c, enabled, (await readForm(c)).get('set') ?? ''))
  }

  for (const [path, sideOf] of [
    [providerPath(':id', 'tjenester'), sideOfProvider],
    [serviceProvidersPath(':tjeneste'), sideOfService],
  ] as const) {
    routes.get(path, async (c) => {
      const side = await sideOf(c)
      if (!side) return deps.notFound(c)
      const counterparts = await side.counterparts(deps.db)
      const chosen = counterparts.filter((one) => one.chosen).map(({ id }) => id)
      return c.html(<ActivationPage frame={adminFrame(c, deps)} {...{ ...side, counterparts, chosen }} />)
    })
    routes.post(path, async (c) => {
      const side = await sideOf(c)
      return side ? choose(c, side) : deps.notFound(c)
    })
  }

  return routes

  /** `agreedTo` is the effect that was shown; null where nothing is asked yet. With another effect it is shown again. */
  async function turn(c: Context<AdminEnv>, enabled: boolean, agreedTo: string | null) {
    const manager = managerOf(c, deps, 'change-identity-providers')
    const id = readId(c.req.param('id'))
    if (!manager || !id) return deps.notFound(c)
    const language = c.get('language')
    const text = providersText[language]
    const answer = await changing(deps.db, async (trx) => {
      const provider = await findProvider(trx, id)
      if (!provider) return null
      if (provider.enabled === enabled) return agreedTo === null ? null : 'done'
      const now = deps.clock.now()
      const effect = await effectOfSwitch(trx, id, { now, limits: deps.limits.session })
      // Sessions come and go while one reads: they are told of, and not part of what is agreed to.
      const agreed = `${effect.people}/${effect.only}`
      if (agreed !== agreedTo) return { provider, effect, agreed }
      await switchProvider(deps, trx, manager, { provider, enabled, effect })
      return 'done'
    })
    if (!answer) return deps.notFound(c)
    if (answer === 'done') return c.redirect(`${providerPath(id)}?udfoert=${enabled ? 'taendt' : 'slukket'}`, 303)
    const { provider, effect, agreed } = answer
    const name = language === 'da' ? provider.name_da : provider.name_en
    const people = (count: number) => countWords({ rights: 0, people: count }, language)
    const off = {
      title: fillText(text.switchOffTitle, { provider: name }),
      effects: [effect.only === 0 ? text.switchOffOnlyNone : fillText(text.switchOffOnly, people(effect.only))],
      remarks: [
        fillText(text.switchOffAll, people(effect.people)),
        fillText(text.switchOffSessions, { count: effect.sessions }),
      ],
      button: text.switchOffNow,
    }
    const on = {
      title: fillText(text.switchOnTitle, { provider: name }),
      effects: [fillText(text.switchOnEffect, people(effect.people))],
      remarks: [],
      button: text.switchOnNow,
    }
    return c.html(
      <EffectPage
        frame={adminFrame(c, deps)}
        {...(enabled ? on : off)}
        breadcrumb={[
          { name: text.title, href: managementPaths.providers },
          { name, href: providerPath(id) },
        ]}
        action={providerPath(id, enabled ? 'taend' : 'sluk')}
        agreed={agreed}
        back={providerPath(id)}
        changed={agreedTo !== null}
      />,
      agreedTo === null ? 200 : 422,
    )
  }

  async function sideOfProvider(c: Context<AdminEnv>): Promise<Side | null> {
    const manager = managerOf(c, deps, 'change-identity-providers')
    const id = readId(c.req.param('id'))
    const provider = manager && id && (await findProvider(deps.db, id))
    if (!provider) return null
    const language = c.get('language')
    const text = providersText[language]
    const name = language === 'da' ? provider.name_da : provider.name_en
    const back = providerPath(id)
    return {
      manager,
      title: fillText(text.servicesTitle, { provider: name }),
      breadcrumb: [
        { name: text.title, href: managementPaths.providers },
        { name, href: back },
      ],
      action: providerPath(id, 'tjenester'),
      back,
      done: `${back}?udfoert=tjenester`,
      counterparts: (db) => servicesFor(db, id),
      pairWith: (serviceId) => ({ serviceId, providerId: id }),
    }
  }

  async function sideOfService(c: Context<AdminEnv>): Promise<Side | null> {
    const manager = managerOf(c, deps, 'change-identity-providers')
    const id = readId(c.req.param('tjeneste'))
    if (!manager || !id) return null
    const service = await deps.db
      .selectFrom('service')
      .select(['name_da', 'name_en'])
      .where('id', '=', id)
      .where('protocol', '<>', 'seb')
      .executeTakeFirst()
    if (!service) return null
    const language = c.get('language')
    const text = providersText[language]
    const name = language === 'da' ? service.name_da : service.name_en
    const back = servicePath(id)
    return {
      manager,
      title: fillText(text.providersOfTitle, { service: name }),
      breadcrumb: [{ name, href: back }],
      action: serviceProvidersPath(id),
      back,
      done: back,
      counterparts: (db) => providersFor(db, id),
      pairWith: (providerId) => ({ serviceId: id, providerId }),
    }
  }

  /** What is ticked, shown with whom it shuts out where it takes something away, then done. */
  async function choose(c: Context<AdminEnv>, side: Side): Promise<Response> {
    const form = await readForm(c)
    const ticked = form.all('valgt')
    const set = form.get('set')
    const language = c.get('language')
    const text = providersText[language]
    const now = deps.clock.now()
    const answer = await changing(deps.db, async (trx) => {
      const counterparts = await side.counterparts(trx)
      const added = counterparts.filter((one) => !one.chosen && ticked.includes(one.id))
      const removed = counterparts.filter((one) => one.chosen && !ticked.includes(one.id))
      const pairs = {
        added: added.map(({ id }) => side.pairWith(id)),
        removed: removed.map(({ id }) => side.pairWith(id)),
      }
      const people = await peopleOfPairs(trx, pairs.removed, { now, limits: deps.limits.session })
      const agreed = [...removed.map(({ id }) => `-${id}`), ...added.map(({ id }) => `+${id}`)].sort().join(' ')
      if (removed.length > 0 && set !== agreed) return { added, removed, people, agreed }
      if (added.length + removed.length > 0) await changePairs(deps, trx, side.manager, pairs)
      return 'done'
    })
    if (answer === 'done') return c.redirect(side.done, 303)
    const { added, removed, people, agreed } = answer
    const names = (of: readonly Counterpart[]) =>
      of.map(({ nameDa, nameEn }) => (language === 'da' ? nameDa : nameEn)).join(', ')
    return c.html(
      <EffectPage
        frame={adminFrame(c, deps)}
        title={side.title}
        breadcrumb={side.breadcrumb}
        effects={[
          people === 0
            ? text.activationEffectNone
            : fillText(text.activationEffect, countWords({ rights: 0, people }, language)),
        ]}
        remarks={[
          fillText(text.activationRemoved, { names: names(removed) }),
          ...(added.length > 0 ? [fillText(text.activationAdded, { names: names(added) })] : []),
        ]}
        action={side.action}
        agreed={agreed}
        typed={ticked.map((id) => ['valgt', id] as const)}
        button={text.activationSave}
        back={side.back}
        changed={set !== null}
      />,
      set === null ? 200 : 422,
    )
  }
}
