/** `/forvaltning/tjenesteadgange`, and an organisation's way to a new service: given to one or to a kind, or taken back from a kind. */
import { type Context, Hono } from 'hono'
import { fillText } from '../../../web/fill.ts'
import { type FormFields, readForm } from '../../../web/form.ts'
import type { AdminDeps, AdminEnv } from '../../admin/admin-env.ts'
import { readId } from '../../admin/employees/employee.store.ts'
import { adminFrame } from '../../admin/frame.ts'
import { findWaitingRequest } from '../../new-service/service-requests.store.ts'
import { shownCounts } from '../counted.ts'
import { EffectPage } from '../effect.page.tsx'
import { nothingWrong, type Wrong } from '../fields.tsx'
import { givePath, kindGrantPath, managementPaths, organisationPath, serviceGrantsPath } from '../management-paths.ts'
import { changing, type Manager, managerOf } from '../manager.ts'
import { findOrganisationFacts, type OrganisationKind } from '../organisations/organisation.store.ts'
import { after } from '../organisations/routes.tsx'
import { organisationsText } from '../organisations/text.ts'
import { managementText } from '../text.ts'
import { plain } from '../typed.ts'
import { changeGrantRoutes } from './change.routes.tsx'
import { ChooseServicePage } from './choose-service.page.tsx'
import { giveWords, kindLossWords } from './effect-words.ts'
import { effectOfGiving, giveGrants, isDone, type Target } from './give-grants.ts'
import { GrantFormPage } from './grant-form.page.tsx'
import { carriedFields, checkGrant, readTypedGrant, type TypedGrant, typedOf } from './grant-terms.ts'
import { countByKind, findGrantableService, type GrantableService, listGrantableServices } from './grantable.store.ts'
import { GrantsPage } from './grants.page.tsx'
import { kindOf, kindWords } from './kind-words.ts'
import { ServiceGrantsPage } from './service-grants.page.tsx'
import { lossOfKind, takeBackFromKind } from './take-back-from-kind.ts'
import { grantsText } from './text.ts'

/** Where a service is given: to whom, and the pages around it. */
interface Giving {
  manager: Manager
  target: Target
  service: GrantableService
  /** What the pages say and lead to. */
  title: string
  breadcrumb: { name: string; href: string }[]
  action: string
  back: string
  done: string
  /** Why nothing can be given here; null where it can. */
  stopped: string | null
}

export function grantRoutes(deps: AdminDeps): Hono<AdminEnv> {
  const routes = new Hono<AdminEnv>()

  routes.get(managementPaths.grants, async (c) => {
    if (!managerOf(c, deps, 'grant-service')) return deps.notFound(c)
    const query = searchOf(c)
    const services = await listGrantableServices(deps.db, { text: query, now: deps.clock.now() })
    return c.html(<GrantsPage frame={adminFrame(c, deps)} {...{ query, services }} />)
  })

  routes.get(serviceGrantsPath(':tjeneste'), async (c) => {
    const serviceId = readId(c.req.param('tjeneste'))
    if (!managerOf(c, deps, 'grant-service') || !serviceId) return deps.notFound(c)
    const now = deps.clock.now()
    const service = await findGrantableService(deps.db, serviceId, now)
    if (!service) return deps.notFound(c)
    const kinds = await countByKind(deps.db, serviceId, now)
    const done = (['givet', 'taget'] as const).find((deed) => deed === c.req.query('udfoert')) ?? null
    return c.html(<ServiceGrantsPage frame={adminFrame(c, deps)} {...{ service, kinds, done }} />)
  })

  routes.get(givePath(':id'), async (c) => {
    const organisationId = readId(c.req.param('id'))
    if (!managerOf(c, deps, 'grant-service') || !organisationId) return deps.notFound(c)
    const organisation = await findOrganisationFacts(deps.db, organisationId)
    if (!organisation) return deps.notFound(c)
    const query = searchOf(c)
    const services = await listGrantableServices(deps.db, {
      text: query,
      now: deps.clock.now(),
      notOf: organisationId,
    })
    return c.html(<ChooseServicePage frame={adminFrame(c, deps)} {...{ organisation, query, services }} />)
  })

  for (const [path, find] of [
    [givePath(':id', ':tjeneste'), givingToOne],
    [kindGrantPath(':tjeneste', ':art', 'giv'), givingToKind],
  ] as const) {
    routes.get(path, async (c) => {
      const giving = await find(c)
      if (!giving) return deps.notFound(c)
      const typed = await firstTyped(giving)
      return giveForm(c, giving, { formId: deps.ids.uuid(), typed, wrong: nothingWrong, status: 200 })
    })
    routes.post(path, async (c) => {
      const giving = await find(c)
      const form = await readForm(c)
      const formId = readId(form.get('id'))
      return giving && formId ? give(c, giving, form, formId) : deps.notFound(c)
    })
  }

  routes.get(kindGrantPath(':tjeneste', ':art', 'tag-tilbage'), (c) =>
    takeBack(c, { formId: deps.ids.uuid(), agreedTo: null }),
  )

  routes.post(kindGrantPath(':tjeneste', ':art', 'tag-tilbage'), async (c) => {
    const form = await readForm(c)
    const formId = readId(form.get('id'))
    return formId ? takeBack(c, { formId, agreedTo: form.get('set') ?? '' }) : deps.notFound(c)
  })

  routes.route('/', changeGrantRoutes(deps))

  return routes

  /** What the organisation has asked for; else everything, from today. */
  async function firstTyped({ target, service }: Giving): Promise<TypedGrant> {
    const now = deps.clock.now()
    const asked =
      'organisationId' in target
        ? await findWaitingRequest(deps.db, { organisationId: target.organisationId, serviceId: service.id }, now)
        : null
    const { roleIds, ceilings } = asked ?? { roleIds: null, ceilings: {} }
    return typedOf({ roleIds, ceilings, validFrom: now, validUntil: null })
  }

  async function givingToOne(c: Context<AdminEnv>): Promise<Giving | null> {
    const manager = managerOf(c, deps, 'grant-service')
    const organisationId = readId(c.req.param('id'))
    if (!manager || !organisationId) return null
    const service = await serviceOf(c)
    const organisation = await findOrganisationFacts(deps.db, organisationId)
    if (!service || !organisation) return null
    const language = c.get('language')
    const back = organisationPath(organisation.id)
    const names = { organisation: organisation.name, service: language === 'da' ? service.nameDa : service.nameEn }
    return {
      manager,
      target: { organisationId: organisation.id },
      service,
      title: fillText(grantsText[language].giveTitle, names),
      breadcrumb: [
        { name: organisationsText[language].title, href: managementPaths.organisations },
        { name: organisation.name, href: back },
      ],
      action: givePath(organisation.id, service.id),
      back,
      done: after(organisation.id, 'adgang-givet'),
      stopped: organisation.status === 'active' ? null : grantsText[language].wrong.closed,
    }
  }

  async function givingToKind(c: Context<AdminEnv>): Promise<Giving | null> {
    const manager = managerOf(c, deps, 'grant-service')
    const kind = kindOf(c.req.param('art'))
    const service = manager && kind && (await serviceOf(c))
    if (!service) return null
    const around = aroundKind(c, service, kind)
    return {
      manager,
      target: { kind },
      service,
      ...around,
      title: fillText(grantsText[c.get('language')].giveKindTitle, around.names),
      action: kindGrantPath(service.id, kindWords[kind], 'giv'),
      done: `${around.back}?udfoert=givet`,
      stopped: null,
    }
  }

  function aroundKind(c: Context<AdminEnv>, service: GrantableService, kind: OrganisationKind) {
    const language = c.get('language')
    const back = serviceGrantsPath(service.id)
    const name = language === 'da' ? service.nameDa : service.nameEn
    return {
      names: { kind: managementText[language].kinds[kind], service: name },
      breadcrumb: [
        { name: grantsText[language].title, href: managementPaths.grants },
        { name, href: back },
      ],
      back,
    }
  }

  async function serviceOf(c: Context<AdminEnv>): Promise<GrantableService | null> {
    const serviceId = readId(c.req.param('tjeneste'))
    return serviceId ? findGrantableService(deps.db, serviceId, deps.clock.now()) : null
  }

  /** Checked, then shown with its effect, then done when that very effect is agreed to. */
  async function give(c: Context<AdminEnv>, giving: Giving, form: FormFields, formId: string): Promise<Response> {
    const { manager, target, service, stopped } = giving
    const language = c.get('language')
    const text = grantsText[language]
    const now = deps.clock.now()
    const typed = readTypedGrant(form, service)
    const checking = checkGrant(service, typed, { now, before: null, language })
    const set = form.get('set')
    const answer = await changing(deps.db, async (trx) => {
      if (await isDone(trx, formId)) return 'done'
      if (!checking.ok || stopped) return null
      const { terms } = checking
      const effect = await effectOfGiving(trx, { target, serviceId: service.id, terms, now })
      const agreed = [effect.get, effect.have, shownCounts(effect.revived)].join(' ')
      if (set !== agreed || effect.get === 0) return { effect, agreed }
      await giveGrants(deps, trx, manager, { formId, target, serviceId: service.id, terms })
      return 'done'
    })
    if (answer === 'done') return c.redirect(giving.done, 303)
    if (!answer || form.get('trin') === 'ret') {
      const wrong = stopped ? { roller: stopped } : checking.ok ? nothingWrong : checking.wrong
      return giveForm(c, giving, { formId, typed, wrong, status: answer ? 200 : 422 })
    }
    const [first = '', ...more] = giveWords(answer.effect, language)
    const changed = set !== null && answer.effect.get > 0
    const page = (
      <EffectPage
        frame={adminFrame(c, deps)}
        title={giving.title}
        breadcrumb={giving.breadcrumb}
        effects={[first]}
        remarks={more}
        action={giving.action}
        agreed={answer.agreed}
        typed={[['id', formId], ...carriedFields(typed)]}
        button={answer.effect.get > 0 ? text.giveNow : null}
        edit={text.edit}
        back={giving.back}
        changed={changed}
      />
    )
    return c.html(page, changed ? 422 : 200)
  }

  function giveForm(
    c: Context<AdminEnv>,
    giving: Giving,
    page: { formId: string; typed: TypedGrant; wrong: Wrong; status: 200 | 422 },
  ) {
    const { title, breadcrumb, service, action, back } = giving
    const { formId, typed, wrong, status } = page
    const carried = [['id', formId] as const]
    const props = { title, breadcrumb, service, action, back, carried, typed, wrong, stands: [] }
    return c.html(<GrantFormPage frame={adminFrame(c, deps)} {...props} />, status)
  }

  async function takeBack(
    c: Context<AdminEnv>,
    { formId, agreedTo }: { formId: string; agreedTo: string | null },
  ): Promise<Response> {
    const manager = managerOf(c, deps, 'grant-service')
    const kind = kindOf(c.req.param('art'))
    const service = manager && kind && (await serviceOf(c))
    if (!service) return deps.notFound(c)
    const language = c.get('language')
    const text = grantsText[language]
    const { names, breadcrumb, back } = aroundKind(c, service, kind)
    const answer = await changing(deps.db, async (trx) => {
      if (await isDone(trx, formId)) return 'done'
      const loss = await lossOfKind(trx, { kind, serviceId: service.id, now: deps.clock.now() })
      const agreed = `${loss.organisations} ${shownCounts(loss.loss)}`
      if (agreed !== agreedTo || loss.organisations === 0) return { loss, agreed }
      await takeBackFromKind(deps, trx, manager, { formId, kind, serviceId: service.id, loss })
      return 'done'
    })
    if (answer === 'done') return c.redirect(`${back}?udfoert=taget`, 303)
    const changed = agreedTo !== null
    const page = (
      <EffectPage
        frame={adminFrame(c, deps)}
        title={fillText(text.takeBackKindTitle, names)}
        breadcrumb={breadcrumb}
        effects={kindLossWords(answer.loss, language)}
        remarks={[text.atOnce, text.again]}
        action={kindGrantPath(service.id, kindWords[kind], 'tag-tilbage')}
        agreed={answer.agreed}
        typed={[['id', formId]]}
        button={answer.loss.organisations > 0 ? text.takeBackNow : null}
        back={back}
        changed={changed}
      />
    )
    return c.html(page, changed ? 422 : 200)
  }
}

function searchOf(c: Context<AdminEnv>): string {
  return plain(c.req.query('soeg') ?? '')
    .trim()
    .slice(0, 100)
}
