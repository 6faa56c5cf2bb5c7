/** `/mig/noedadgang…`: an employee takes a role in an emergency, sees how long it lasts, and ends it. */
import { type Context, Hono } from 'hono'
import type { AdminDeps, AdminEnv } from '../../access/admin/admin-env.ts'
import { type FieldMistake, readTypedAssignment } from '../../access/admin/assign/check-assignment.ts'
import { suggestAssignment } from '../../access/admin/assign/suggest-assignment.ts'
import { listUnitNumbers } from '../../access/admin/assign/unit-numbers.ts'
import { readId } from '../../access/admin/employees/employee.store.ts'
import type { SaidMistake } from '../../access/admin/form-field.tsx'
import { adminFrame } from '../../access/admin/frame.ts'
import { readLine } from '../../access/admin/read-line.ts'
import { requireViewer } from '../../access/admin/require-viewer.tsx'
import { isOfOrganisation, type OrganisationCapacity } from '../../access/capacities/capacity.ts'
import { may } from '../../access/may.ts'
import { minePaths } from '../../access/mine/mine-paths.ts'
import { rowOfForm } from '../../base/ids.ts'
import type { Trx } from '../../storage/database.ts'
import { inOrganisation } from '../../storage/in-organisation.ts'
import { fillText } from '../../web/fill.ts'
import { type FormFields, readForm } from '../../web/form.ts'
import { findEmergency, listedOf, selectListed } from '../emergencies.store.ts'
import { emergencyPaths, ownEmergencyPath } from '../emergency-paths.ts'
import { emergencyText } from '../text.ts'
import { ChooseEmergencyRolePage } from './choose-role.page.tsx'
import { type EmergencyRole, findEmergencyRoles } from './emergency-roles.store.ts'
import { endEmergency } from './end-emergency.ts'
import { OwnEmergencyPage } from './own.page.tsx'
import { TakePage } from './take.page.tsx'
import { endOf, takeEmergency } from './take-emergency.ts'

const longestReason = 500

interface Taker {
  acting: OrganisationCapacity
  personId: string
}

interface Offer {
  service: { key: string; da: string; en: string; address: string | null }
  roles: EmergencyRole[]
  units: Awaited<ReturnType<typeof listUnitNumbers>>
  unitId: string | null
}

export function takeRoutes(deps: AdminDeps): Hono<AdminEnv> {
  const { db, clock } = deps
  const routes = new Hono<AdminEnv>()
  routes.use(emergencyPaths.take, requireViewer(deps))
  routes.use(`${emergencyPaths.take}/*`, requireViewer(deps))

  routes.get(emergencyPaths.take, async (c) => {
    const taker = takerOf(c)
    const offer = taker && (await findOffer(taker, (name) => c.req.query(name) ?? null))
    if (!taker) return deps.notFound(c)
    // Whoever does not come from a service asks as everybody does.
    if (!offer) return c.redirect(`${minePaths.ask}?ukendt`, 303)
    const chosen = roleIn(offer, c.req.query('rolle'))
    const refusal = refusalIn(c.req.query('afvist'))
    if (!chosen) return c.html(<ChooseEmergencyRolePage {...{ ...offer, frame: adminFrame(c, deps), refusal }} />)
    const { assignable } = chosen
    const typed = suggestAssignment({ unitId: offer.unitId, assignable, units: offer.units }, clock.now())
    return form(c, taker, { offer, chosen, typed, refusal, formId: deps.ids.uuid() })
  })

  routes.post(emergencyPaths.take, async (c) => {
    const taker = takerOf(c)
    const fields = await readForm(c)
    const formId = readId(fields.get('id'))
    const offer = taker && (await findOffer(taker, (name) => fields.get(name)))
    if (!taker) return deps.notFound(c)
    if (!offer || !formId) return c.redirect(`${minePaths.ask}?ukendt`, 303)
    const refusal = refusalIn(fields.get('afvist') ?? undefined)
    const chosen = roleIn(offer, fields.get('rolle') ?? undefined)
    if (!chosen) return c.html(<ChooseEmergencyRolePage {...{ ...offer, frame: adminFrame(c, deps), refusal }} />, 422)
    return take(c, taker, { offer, chosen, fields, formId, refusal })
  })

  routes.get(ownEmergencyPath(':id'), async (c) => {
    const found = await findOwn(c)
    if (!found) return deps.notFound(c)
    const address = await addressOf(found.serviceId)
    const page = { emergency: found, now: clock.now(), goesOn: address !== null, justEnded: 'slut' in c.req.query() }
    return c.html(<OwnEmergencyPage frame={adminFrame(c, deps)} {...page} />)
  })

  routes.get(ownEmergencyPath(':id', 'videre'), async (c) => {
    const found = await findOwn(c)
    if (!found) return deps.notFound(c)
    return c.redirect((await addressOf(found.serviceId)) ?? ownEmergencyPath(found.id), 303)
  })

  routes.post(ownEmergencyPath(':id', 'slut'), async (c) => {
    const found = await findOwn(c)
    if (!found) return deps.notFound(c)
    const by = { id: found.id, personId: found.personId, source: deps.visit(c).source }
    await inOrganisation(db, found.organisationId, (trx) => endEmergency(deps, trx, by))
    return c.redirect(`${ownEmergencyPath(found.id)}?slut`, 303)
  })

  return routes

  async function take(
    c: Context<AdminEnv>,
    taker: Taker,
    asked: { offer: Offer; chosen: EmergencyRole; fields: FormFields; formId: string; refusal: string | null },
  ): Promise<Response> {
    const { offer, chosen, fields, formId, refusal } = asked
    const text = emergencyText[c.get('language')].take.wrong
    const reason = (fields.get('begrundelse') ?? '').trim()
    const typed = { ...readTypedAssignment(fields, chosen.assignable, offer.units), reason }
    const shown = { offer, chosen, typed, refusal, formId }
    const sentence =
      reason === ''
        ? text.reason
        : reason.length > longestReason
          ? fillText(text.tooLong, { most: longestReason, length: reason.length })
          : null
    if (sentence !== null) return form(c, taker, { ...shown, mistakes: [{ field: 'begrundelse', sentence }] })
    const { acting, personId } = taker
    const taken = await inOrganisation(db, acting.organisation.id, (trx) =>
      takeEmergency(deps, trx, {
        id: rowOfForm(formId, acting.accountId),
        accountId: acting.accountId,
        personId,
        organisationId: acting.organisation.id,
        serviceKey: offer.service.key,
        roleId: chosen.assignable.role.id,
        scopes: typed.scopes,
        reason,
        refusalReference: refusal,
        source: deps.visit(c).source,
      }),
    )
    switch (taken.outcome) {
      case 'taken':
        return c.redirect(ownEmergencyPath(taken.id), 303)
      case 'mistakes':
        return form(c, taker, { ...shown, scopeMistakes: taken.mistakes })
      case 'not-possible':
        return form(c, taker, { ...shown, mistakes: [{ field: 'begrundelse', sentence: text.notPossible }] })
      case 'conflict':
        return form(c, taker, { ...shown, mistakes: [{ field: 'begrundelse', sentence: text.conflict }] })
    }
  }

  function form(
    c: Context<AdminEnv>,
    { acting }: Taker,
    shown: {
      offer: Offer
      chosen: EmergencyRole
      typed: ReturnType<typeof suggestAssignment>
      refusal: string | null
      formId: string
      mistakes?: readonly SaidMistake[]
      scopeMistakes?: readonly FieldMistake[]
    },
  ): Response | Promise<Response> {
    const { offer, chosen, mistakes = [], scopeMistakes = [], ...rest } = shown
    const { service, units } = offer
    const { assignable } = chosen
    const until = endOf(chosen, clock.now())
    const organisation = acting.organisation.name
    const page = { ...rest, service, units, assignable, until, organisation, mistakes, scopeMistakes }
    const status = mistakes.length + scopeMistakes.length > 0 ? 422 : 200
    return c.html(<TakePage frame={adminFrame(c, deps)} {...page} />, status)
  }

  /** Null: no such service here. */
  async function findOffer({ acting, personId }: Taker, get: (name: string) => string | null): Promise<Offer | null> {
    const serviceKey = readLine(get('tjeneste'), 128)
    return inOrganisation(db, acting.organisation.id, async (trx) => {
      const service = await findService(trx, serviceKey)
      if (!service) return null
      const account = await trx
        .selectFrom('account')
        .select('unit_id')
        .where('id', '=', acting.accountId)
        .executeTakeFirst()
      const roles = await findEmergencyRoles(trx, { serviceKey, personId, now: clock.now() })
      return { service, roles, units: await listUnitNumbers(trx), unitId: account?.unit_id ?? null }
    })
  }

  async function findOwn(c: Context<AdminEnv>) {
    const taker = takerOf(c)
    const id = readId(c.req.param('id'))
    const emergency = taker && id ? await findEmergency(db, id) : null
    if (!taker || emergency?.personId !== taker.personId || emergency.accountId !== taker.acting.accountId) return null
    const row = await selectListed(db).where('emergency_access.id', '=', emergency.id).executeTakeFirst()
    return row ? listedOf(row) : null
  }

  /** Only ever what the service itself has registered. */
  async function addressOf(serviceId: string): Promise<string | null> {
    const row = await db.selectFrom('service').select('address').where('id', '=', serviceId).executeTakeFirst()
    return row?.address ?? null
  }
}

function takerOf(c: Context<AdminEnv>): Taker | null {
  const { acting, personId } = c.get('viewer')
  if (!isOfOrganisation(acting)) return null
  return may(acting, 'take-emergency-access', { accountId: acting.accountId }) ? { acting, personId } : null
}

function roleIn({ roles }: Offer, id: string | undefined): EmergencyRole | null {
  const [only, ...others] = roles
  if (only && others.length === 0) return only
  return roles.find(({ assignable }) => assignable.role.id === id) ?? null
}

function refusalIn(text: string | undefined): string | null {
  return /^[0-9A-HJKMNP-TV-Z]{8}$/.exec(text ?? '')?.[0] ?? null
}

/** Only one that the organisation may use: what others use is nobody's to find. */
async function findService(trx: Trx, key: string): Promise<Offer['service'] | null> {
  const row = await trx
    .selectFrom('service')
    .innerJoin('service_grant', 'service_grant.service_id', 'service.id')
    .select(['service.key', 'service.name_da', 'service.name_en', 'service.address'])
    .where('service.key', '=', key)
    .where('service.enabled', '=', true)
    .executeTakeFirst()
  return row ? { key: row.key, da: row.name_da, en: row.name_en, address: row.address } : null
}
