/** The page of one service, its description and who uses it: for system management, and for owners at their own. */
import { type Context, Hono } from 'hono'
import type { AuditEvent } from '../../../audit/audit-event.ts'
import { recordEvents } from '../../../audit/record-events.ts'
import { readForm } from '../../../web/form.ts'
import type { AdminEnv } from '../../admin/admin-env.ts'
import { adminFrame } from '../../admin/frame.ts'
import { changedMeanwhile, nameOf } from './changed-meanwhile.ts'
import { changesBetween } from './changes/field-changes.ts'
import { FactsPage } from './facts/facts-form.page.tsx'
import { factsMistakesInWords, labelOf } from './facts/facts-in-words.ts'
import { checkFacts, factsAsTyped, readTypedFacts, type TypedFacts } from './facts/read-facts.ts'
import { saveFacts, shownFacts } from './facts/save-facts.ts'
import type { FieldMistakes } from './form/fields.tsx'
import { pageOf } from './page-number.ts'
import { findPlace, type Place, type ServiceDeps } from './place.ts'
import { type Done, ServicePage } from './service.page.tsx'
import { describeService, findServiceFacts, useOf } from './service.store.ts'
import { below, ownerPath, servicePath } from './services-paths.ts'
import { servicesText } from './text.ts'
import { UsePage } from './use.page.tsx'

export function serviceRoutes(deps: ServiceDeps, as: Place['as']): Hono<AdminEnv> {
  const routes = new Hono<AdminEnv>()
  const base = as === 'owner' ? ownerPath : servicePath(':id')

  routes.get(base, async (c) => {
    const place = await findPlace(c, deps, as)
    if (!place) return deps.notFound(c)
    const now = deps.clock.now()
    const service = await deps.db.transaction().execute(async (trx) => {
      const found = await describeService(trx, place.service.id, now)
      // The page names the owners, and reading about people is an event.
      if (found && found.owners.length > 0 && as === 'management') await recordEvents(deps, trx, [viewed(place)])
      return found
    })
    if (!service) return deps.notFound(c)
    const metadata = deps.metadata.summarise(service.metadata)
    const done = doneOf(c.req.query('udfoert'))
    return c.html(<ServicePage frame={adminFrame(c, deps)} {...{ place, service, metadata, done, now }} />)
  })

  routes.get(below.use(base), async (c) => {
    const place = await findPlace(c, deps, as)
    if (!place) return deps.notFound(c)
    const about = { serviceId: place.service.id, page: pageOf(c), now: deps.clock.now() }
    const found = await useOf(deps.db, about)
    const service = nameOf(place.service, deps.shell(c).language)
    return c.html(<UsePage frame={adminFrame(c, deps)} {...{ place, service }} {...found} />)
  })

  routes.get(below.facts(base), async (c) => {
    const place = await findPlace(c, deps, as)
    if (!place) return deps.notFound(c)
    const form = { typed: factsAsTyped(place.service), shown: shownFacts(place.service), mistakes: {} }
    return factsPage(c, place, form)
  })

  routes.post(below.facts(base), async (c) => {
    const place = await findPlace(c, deps, as)
    const form = await readForm(c)
    if (!place) return deps.notFound(c)
    const { language } = deps.shell(c)
    const shown = form.get('set') ?? ''
    const outcome = await deps.db.transaction().execute(async (trx) => {
      await trx.selectFrom('service').select('id').where('id', '=', place.service.id).forUpdate().execute()
      const current = await findServiceFacts(trx, place.service.id)
      if (!current) return null
      const before = factsAsTyped(current)
      const typed = readTypedFacts(form, as, before)
      const { mistakes, ownerId } = await checkFacts(trx, typed)
      const sentences = factsMistakesInWords(mistakes, language)
      if (Object.keys(sentences).length > 0) return { typed, shown, mistakes: sentences }
      const differs = changesBetween({ ...before }, { ...typed })
      // The same form a second time finds its own work done.
      if (differs.length > 0 && shownFacts(current) !== shown) {
        const sentence = changedMeanwhile(
          servicesText[language].form.changedMeanwhile,
          differs.map((change) => ({ ...change, field: labelOf(change.field, language) })),
          language,
        )
        return { typed, shown: shownFacts(current), mistakes: { set: sentence } }
      }
      await saveFacts(deps, trx, current, { typed, ownerId }, place.actor)
      return 'done'
    })
    if (!outcome) return deps.notFound(c)
    return outcome === 'done' ? c.redirect(`${place.base}?udfoert=gemt`, 303) : factsPage(c, place, outcome)
  })

  return routes

  function factsPage(
    c: Context<AdminEnv>,
    place: Place,
    form: { typed: TypedFacts; shown: string; mistakes: FieldMistakes },
  ) {
    const service = nameOf(place.service, deps.shell(c).language)
    const page = <FactsPage frame={adminFrame(c, deps)} {...{ place, service }} {...form} />
    return c.html(page, Object.keys(form.mistakes).length > 0 ? 422 : 200)
  }
}

function viewed({ service, actor }: Place): AuditEvent {
  return {
    action: 'service.viewed',
    outcome: 'success',
    actor: { kind: 'person', id: actor.personId },
    object: { kind: 'service', id: service.id },
    source: actor.source,
  }
}

/** What was done last, told once: only words of our own. */
function doneOf(value: string | undefined): Done | null {
  return value !== undefined && Object.hasOwn(servicesText.da.done, value) ? (value as Done) : null
}
