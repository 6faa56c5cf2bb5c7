/** Metadata of one service: looked at without being saved, and new metadata in place of the old, seen before it is saved. */
import { type Context, Hono } from 'hono'
import type { MetadataReading } from '../../../../services/metadata-reading.ts'
import { type PartValues, readPart, serviceWithEntityId } from '../../../../services/service-parts.store.ts'
import type { Trx } from '../../../../storage/database.ts'
import type { AdminEnv } from '../../../admin/admin-env.ts'
import { readId } from '../../../admin/employees/employee.store.ts'
import { adminFrame } from '../../../admin/frame.ts'
import { nameOf } from '../changed-meanwhile.ts'
import { changesBetween } from '../changes/field-changes.ts'
import { readReason } from '../changes/reason-field.tsx'
import { shownPart, submitChange } from '../changes/submit-change.ts'
import { findPlace, mustAsk, type Place, type ServiceDeps } from '../place.ts'
import { describeService, type ServiceDescription } from '../service.store.ts'
import { below, ownerPath, servicePath } from '../services-paths.ts'
import { ChangeMetadataPage, type ChangeMetadataPageProps } from './change-metadata.page.tsx'
import { CheckMetadataPage, type CheckMetadataPageProps } from './check-metadata.page.tsx'
import { readMetadataForm } from './read-metadata-form.ts'
import { metadataText } from './text.ts'

export function metadataRoutes(deps: ServiceDeps, as: Place['as']): Hono<AdminEnv> {
  const routes = new Hono<AdminEnv>()
  const base = as === 'owner' ? ownerPath : servicePath(':id')
  const check = below.checkMetadata(base)
  const change = below.metadata(base)

  routes.get(check, async (c) => {
    const place = await findPlace(c, deps, as)
    return place ? checkPage(c, place, { metadata: '', findings: null, mistakes: {} }) : deps.notFound(c)
  })

  routes.post(check, async (c) => {
    const found = await findService(c)
    const { xml } = await readMetadataForm(c)
    if (!found) return deps.notFound(c)
    const { place, service } = found
    if (xml.trim() === '') {
      const mistakes = { metadata: metadataText[deps.shell(c).language].empty }
      return checkPage(c, place, { metadata: '', findings: null, mistakes })
    }
    const { findings } = await deps.db.transaction().execute((trx) => read(c, trx, xml, service))
    return checkPage(c, place, { metadata: xml, findings, mistakes: {} })
  })

  routes.get(change, async (c) => {
    const found = await findService(c)
    if (!found) return deps.notFound(c)
    return changePage(c, found, { ...nothingRead, id: deps.ids.uuid() })
  })

  routes.post(change, async (c) => {
    const found = await findService(c)
    const form = await readMetadataForm(c)
    const id = readId(form.get('id'))
    if (!found || !id) return deps.notFound(c)
    const { place, service } = found
    const { language } = deps.shell(c)
    const text = metadataText[language]
    const { xml } = form
    if (xml.trim() === '') return changePage(c, found, { ...nothingRead, id, mistakes: { metadata: text.empty } })
    const { reading, current } = await deps.db.transaction().execute(async (trx) => ({
      reading: await read(c, trx, xml, service),
      current: (await readPart(trx, partOf(place))) ?? {},
    }))
    const wanted = { metadata: plain(reading.metadata) }
    const shown = shownChange(current, wanted)
    const looked = { id, metadata: xml, findings: reading.findings, reason: '', shown, mistakes: {} }
    if (!reading.metadata) return changePage(c, found, { ...looked, changes: null })
    const changes = changesBetween(current, wanted)
    if (changes.length === 0 && form.get('trin') !== 'gem')
      return changePage(c, found, { ...looked, changes: null, mistakes: { metadata: text.nothingChanged } })
    if (form.get('trin') !== 'gem') return changePage(c, found, { ...looked, changes })
    const asks = mustAsk(place)
    const { reason, mistakes } = asks ? readReason(form, language) : { reason: '', mistakes: {} }
    const [shownBefore = '', shownWanted = ''] = (form.get('set') ?? '').split('/')
    // Other metadata than was shown is shown first.
    if (shownWanted !== shownPart(wanted))
      return changePage(c, found, { ...looked, changes, reason, mistakes: { set: text.lookFirst } })
    if (Object.keys(mistakes).length > 0) return changePage(c, found, { ...looked, changes, reason, mistakes })
    const submission = {
      part: partOf(place),
      wanted: () => wanted,
      shown: shownBefore,
      ask: asks ? { id, reason } : null,
    }
    const outcome = await deps.db.transaction().execute((trx) => submitChange(deps, trx, submission, place.actor))
    if (outcome.kind === 'asked') return c.redirect(`${place.base}?udfoert=sendt`, 303)
    if (outcome.kind === 'saved') return c.redirect(`${place.base}?udfoert=gemt`, 303)
    const sentence = outcome.kind === 'nothing-changed' ? text.nothingChanged : text.changedMeanwhile
    return changePage(c, found, { ...looked, changes, reason, mistakes: { set: sentence } })
  })

  return routes

  interface Found {
    place: Place
    service: ServiceDescription
  }

  async function findService(c: Context<AdminEnv>): Promise<Found | null> {
    const place = await findPlace(c, deps, as)
    if (!place) return null
    const service = await deps.db
      .transaction()
      .execute((trx) => describeService(trx, place.service.id, deps.clock.now()))
    return service && { place, service }
  }

  /** As the protocol reads it, and whether the name is another service's. */
  async function read(
    c: Context<AdminEnv>,
    trx: Trx,
    xml: string,
    { id, encryptAssertion }: ServiceDescription,
  ): Promise<MetadataReading> {
    return withTakenName(trx, deps.metadata.check(xml, { encryptAssertion }), id, deps.shell(c).language)
  }

  function checkPage(
    c: Context<AdminEnv>,
    place: Place,
    form: Pick<CheckMetadataPageProps, 'metadata' | 'findings' | 'mistakes'>,
  ) {
    const service = nameOf(place.service, deps.shell(c).language)
    return c.html(
      <CheckMetadataPage frame={adminFrame(c, deps)} {...{ place, service }} {...form} />,
      Object.keys(form.mistakes).length > 0 ? 422 : 200,
    )
  }

  function changePage(
    c: Context<AdminEnv>,
    { place, service }: Found,
    form: Omit<ChangeMetadataPageProps, 'frame' | 'place' | 'service' | 'address' | 'words' | 'asks'>,
  ) {
    const words = { roles: new Map<string, string>(), summarise: deps.metadata.summarise }
    const page = (
      <ChangeMetadataPage
        frame={adminFrame(c, deps)}
        place={place}
        service={nameOf(place.service, deps.shell(c).language)}
        address={service.metadataAddress}
        words={words}
        asks={mustAsk(place)}
        {...form}
      />
    )
    const wrong = Object.keys(form.mistakes).length > 0 || (form.findings !== null && form.changes === null)
    return c.html(page, wrong ? 422 : 200)
  }
}

/** A name that another service has is a fault like any other. */
export async function withTakenName(
  trx: Trx,
  reading: MetadataReading,
  serviceId: string | null,
  language: 'da' | 'en',
): Promise<MetadataReading> {
  const { findings } = reading
  const entityId = findings.find(({ code }) => code === 'entity-id')?.values['entityId']
  const taken = entityId === undefined ? null : await serviceWithEntityId(trx, entityId, serviceId)
  if (!taken) return reading
  const fault = { code: 'entity-id-taken', values: { service: nameOf(taken, language) } } as const
  return { findings: [fault, ...findings], metadata: null }
}

const nothingRead = { metadata: '', findings: null, changes: null, reason: '', shown: '', mistakes: {} }

const partOf = ({ service }: Place) => ({ serviceId: service.id, part: 'metadata', roleId: null }) as const

/** What stands, and what it would become. */
function shownChange(current: PartValues, wanted: PartValues): string {
  return `${shownPart(current)}/${shownPart(wanted)}`
}

/** As the database gives it back. */
function plain(metadata: unknown): unknown {
  return metadata === null ? null : JSON.parse(JSON.stringify(metadata))
}
