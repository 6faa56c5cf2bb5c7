/** Who owns a service: appointed and removed by system management, and never by themselves. */
import { type Context, Hono } from 'hono'
import { recordEvents } from '../../../../audit/record-events.ts'
import { readForm } from '../../../../web/form.ts'
import type { AdminEnv } from '../../../admin/admin-env.ts'
import { readId } from '../../../admin/employees/employee.store.ts'
import { adminFrame } from '../../../admin/frame.ts'
import { may } from '../../../may.ts'
import { nameOf } from '../changed-meanwhile.ts'
import { findPlace, type Place, type ServiceDeps } from '../place.ts'
import { below, servicePath } from '../services-paths.ts'
import { findOwnerCandidates } from './owner-candidates.store.ts'
import { AppointOwnerPage, EndOwnerPage } from './owners.page.tsx'
import { appointOwner, endOwner, findOwner } from './save-owner.ts'

export function ownerAppointmentRoutes(deps: ServiceDeps): Hono<AdminEnv> {
  const routes = new Hono<AdminEnv>()
  const owners = below.owners(servicePath(':id'))
  const end = below.endOwner(servicePath(':id'), ':udpegning')

  routes.get(owners, async (c) => {
    const place = await placeOf(c)
    if (!place) return deps.notFound(c)
    const query = (c.req.query('soeg') ?? '').trim().slice(0, 100)
    const found = await deps.db.transaction().execute(async (trx) => {
      const people = await findOwnerCandidates(trx, {
        serviceId: place.service.id,
        text: query,
        now: deps.clock.now(),
      })
      // Whom one has seen the name and workplace of; what was typed may be anything.
      if (people.length > 0)
        await recordEvents(deps, trx, [
          {
            action: 'people.viewed',
            outcome: 'success',
            actor: { kind: 'person', id: place.actor.personId },
            object: { kind: 'service', id: place.service.id },
            source: place.actor.source,
            details: { people: people.map((one) => one.personId) },
          },
        ])
      return people
    })
    const candidates = found.filter(({ personId }) => personId !== place.actor.personId)
    const service = nameOf(place.service, deps.shell(c).language)
    return c.html(<AppointOwnerPage frame={adminFrame(c, deps)} {...{ place, service, query, candidates }} />)
  })

  routes.post(owners, async (c) => {
    const place = await placeOf(c)
    const personId = readId((await readForm(c)).get('person'))
    if (!place) return deps.notFound(c)
    if (!personId) return c.redirect(below.owners(place.base), 303)
    const owner = { serviceId: place.service.id, personId }
    const done = await deps.db.transaction().execute((trx) => appointOwner(deps, trx, owner, place.actor))
    return done ? c.redirect(`${place.base}?udfoert=ejer-udpeget`, 303) : deps.notFound(c)
  })

  routes.get(end, async (c) => {
    const place = await placeOf(c)
    const appointmentId = readId(c.req.param('udpegning'))
    if (!place || !appointmentId) return deps.notFound(c)
    const owner = await deps.db
      .transaction()
      .execute((trx) => findOwner(trx, { serviceId: place.service.id, appointmentId, now: deps.clock.now() }))
    if (!owner) return deps.notFound(c)
    const service = nameOf(place.service, deps.shell(c).language)
    return c.html(<EndOwnerPage frame={adminFrame(c, deps)} {...{ place, service, owner }} />)
  })

  routes.post(end, async (c) => {
    const place = await placeOf(c)
    const appointmentId = readId(c.req.param('udpegning'))
    if (!place || !appointmentId) return deps.notFound(c)
    const ended = { serviceId: place.service.id, appointmentId }
    await deps.db.transaction().execute((trx) => endOwner(deps, trx, ended, place.actor))
    return c.redirect(`${place.base}?udfoert=ejer-fjernet`, 303)
  })

  return routes

  async function placeOf(c: Context<AdminEnv>): Promise<Place | null> {
    const place = await findPlace(c, deps, 'management')
    if (!place) return null
    return may(c.get('viewer').acting, 'appoint-service-owner', { serviceId: place.service.id }) ? place : null
  }
}
