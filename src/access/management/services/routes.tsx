/** `/forvaltning/tjenester` and `/forvaltning/aendringer`: every service, new services, and what owners ask for. */
import { type Context, Hono } from 'hono'
import { lockConfiguration } from '../../../storage/lock-configuration.ts'
import { readForm } from '../../../web/form.ts'
import type { AdminEnv } from '../../admin/admin-env.ts'
import { readId } from '../../admin/employees/employee.store.ts'
import { adminFrame } from '../../admin/frame.ts'
import { may } from '../../may.ts'
import { attributeRoutes } from './attributes/routes.tsx'
import { decideRoutes, requestRoutes } from './changes/routes.tsx'
import { NewServicePage, type NewServicePageProps } from './facts/facts-form.page.tsx'
import { factsMistakesInWords } from './facts/facts-in-words.ts'
import { checkFacts, emptyFacts, readTypedFacts } from './facts/read-facts.ts'
import { createService } from './facts/save-facts.ts'
import { typedText } from './form/text-mistake.ts'
import { metadataRoutes, withTakenName } from './metadata/routes.tsx'
import { ownerAppointmentRoutes } from './owners/routes.tsx'
import { pageOf } from './page-number.ts'
import type { ServiceDeps } from './place.ts'
import { keyMistake } from './roles/read-role.ts'
import { retireRoutes } from './roles/retire.routes.tsx'
import { roleRoutes } from './roles/routes.tsx'
import { serviceRoutes } from './service.routes.tsx'
import { ServicesPage } from './services.page.tsx'
import { listServices } from './services.store.ts'
import { newServicePath, servicePath, servicesPath } from './services-paths.ts'

export function serviceManagementRoutes(deps: ServiceDeps): Hono<AdminEnv> {
  const routes = new Hono<AdminEnv>()

  routes.get(servicesPath, async (c) => {
    if (!may(c.get('viewer').acting, 'change-services', {})) return deps.notFound(c)
    const now = deps.clock.now()
    const query = { text: (c.req.query('soeg') ?? '').trim().slice(0, 100), page: pageOf(c) }
    const list = await listServices(deps.db, query, now)
    const services = list.services.map(({ metadata, ...row }) => ({ ...row, firstEnd: firstEndOf(metadata) }))
    return c.html(<ServicesPage frame={adminFrame(c, deps)} list={{ ...list, services }} query={query} now={now} />)
  })

  routes.get(newServicePath, (c) =>
    newPage(c, { id: deps.ids.uuid(), serviceKey: '', typed: emptyFacts, metadata: '', findings: [], mistakes: {} }),
  )

  routes.post(newServicePath, async (c) => {
    const { acting, personId } = c.get('viewer')
    const form = await readForm(c)
    const id = readId(form.get('id'))
    if (!id || !may(acting, 'change-services', {})) return deps.notFound(c)
    const { language } = deps.shell(c)
    const typed = readTypedFacts(form, 'management', emptyFacts)
    const key = typedText(form, 'noegle')
    const xml = form.get('metadata') ?? ''
    const outcome = await deps.db.transaction().execute(async (trx) => {
      await lockConfiguration(trx)
      const { mistakes, ownerId } = await checkFacts(trx, typed)
      const wrongKey = keyMistake(key)
      const empty = xml.trim() === ''
      const reading = empty
        ? { findings: [], metadata: null }
        : await withTakenName(trx, deps.metadata.check(xml, { encryptAssertion: true }), id, language)
      const { metadata, findings } = reading
      const found = {
        ...mistakes,
        ...(wrongKey === 'missing' || wrongKey === 'key-malformed' ? { noegle: wrongKey } : {}),
        ...(metadata ? {} : { metadata: empty ? ('missing' as const) : ('metadata-fault' as const) }),
      }
      if (Object.keys(found).length > 0 || !metadata) return { findings, mistakes: found }
      const by = { personId, source: deps.visit(c).source }
      const done = await createService(deps, trx, { id, key, typed, ownerId, metadata }, by)
      return done === 'done' ? done : { findings, mistakes: { noegle: 'key-taken' as const } }
    })
    if (outcome === 'done') return c.redirect(`${servicePath(id)}?udfoert=oprettet`, 303)
    const mistakes = factsMistakesInWords(outcome.mistakes, language)
    const { findings } = outcome
    return newPage(c, { id, serviceKey: key, typed, metadata: xml, findings, mistakes })
  })

  routes.route('/', decideRoutes(deps))
  routes.route('/', ownerAppointmentRoutes(deps))
  routes.route('/', onePlace(deps, 'management'))
  return routes

  function newPage(c: Context<AdminEnv>, form: Omit<NewServicePageProps, 'frame'>) {
    if (!may(c.get('viewer').acting, 'change-services', {})) return deps.notFound(c)
    const page = <NewServicePage frame={adminFrame(c, deps)} {...form} />
    return c.html(page, Object.keys(form.mistakes).length > 0 ? 422 : 200)
  }

  /** When the first of its keys ends; null where the metadata cannot be read. */
  function firstEndOf(metadata: unknown): Date | null {
    const ends = deps.metadata.summarise(metadata)?.keys.map(({ validUntil }) => validUntil) ?? []
    return ends.sort((one, other) => one.getTime() - other.getTime())[0] ?? null
  }
}

/** Everything below one service. */
export function onePlace(deps: ServiceDeps, as: 'management' | 'owner'): Hono<AdminEnv> {
  const routes = new Hono<AdminEnv>()
  routes.route('/', serviceRoutes(deps, as))
  routes.route('/', roleRoutes(deps, as))
  routes.route('/', retireRoutes(deps, as))
  routes.route('/', attributeRoutes(deps, as))
  routes.route('/', metadataRoutes(deps, as))
  routes.route('/', requestRoutes(deps, as))
  return routes
}
