/** The roles of one service: see, draft, change, take into use, retire. For system management and, at their own service, for owners. */
import { type Context, Hono } from 'hono'
import { recordEvents } from '../../../../audit/record-events.ts'
import { type RoleValues, roleState } from '../../../../services/role-values.ts'
import { addRole } from '../../../../services/service-parts.store.ts'
import { lockConfiguration } from '../../../../storage/lock-configuration.ts'
import { readForm } from '../../../../web/form.ts'
import type { AdminEnv } from '../../../admin/admin-env.ts'
import { readId } from '../../../admin/employees/employee.store.ts'
import { adminFrame } from '../../../admin/frame.ts'
import { nameOf } from '../changed-meanwhile.ts'
import { readReason } from '../changes/reason-field.tsx'
import { type SubmitOutcome, shownPart } from '../changes/submit-change.ts'
import type { FieldMistakes } from '../form/fields.tsx'
import { typedText } from '../form/text-mistake.ts'
import { findPlace, mustAsk, type Place, type ServiceDeps } from '../place.ts'
import { below, ownerPath, servicePath } from '../services-paths.ts'
import {
  checkRole,
  emptyRole,
  emptyScope,
  keyMistake,
  mostScopes,
  readTypedRole,
  roleAsTyped,
  type TypedRole,
} from './read-role.ts'
import { RolePage } from './role.page.tsx'
import { ActivateRolePage } from './role-deed.page.tsx'
import { effectOfRole, roleNames } from './role-effect.store.ts'
import { roleMistakesInWords } from './role-fields.tsx'
import { RoleFormPage } from './role-form.page.tsx'
import { answered, type FoundRole, refused, roleWork, statusOf } from './role-work.ts'

export function roleRoutes(deps: ServiceDeps, as: Place['as']): Hono<AdminEnv> {
  const routes = new Hono<AdminEnv>()
  const base = as === 'owner' ? ownerPath : servicePath(':id')
  const newRole = below.newRole(base)
  const one = below.role(base, ':rolle')
  const { findRole, isOver, submit, commonOf } = roleWork(deps, as)

  routes.get(newRole, async (c) => {
    const place = await findPlace(c, deps, as)
    return place
      ? newRolePage(c, place, { id: deps.ids.uuid(), key: '', typed: emptyRole, mistakes: {} })
      : deps.notFound(c)
  })

  routes.post(newRole, async (c) => {
    const place = await findPlace(c, deps, as)
    const form = await readForm(c)
    const id = readId(form.get('id'))
    if (!place || !id) return deps.notFound(c)
    const key = typedText(form, 'noegle')
    const typed = readTypedRole(form)
    if (form.get('trin') === 'flere') return newRolePage(c, place, { id, key, typed: withOneMore(typed), mistakes: {} })
    const { language } = deps.shell(c)
    const { content, mistakes } = checkRole(typed)
    const wrongKey = keyMistake(key)
    const found = { ...(wrongKey && { noegle: wrongKey }), ...mistakes }
    const outcome =
      Object.keys(found).length > 0 ? found : await draftRole(place, { id, key }, { ...content, ...draft })
    if (outcome === 'done') return c.redirect(below.role(place.base, id), 303)
    return newRolePage(c, place, { id, key, typed, mistakes: roleMistakesInWords(outcome, language) })
  })

  routes.get(one, async (c) => {
    const role = await findRole(c)
    if (!role) return deps.notFound(c)
    const { language } = deps.shell(c)
    const now = deps.clock.now()
    const { place, part } = role
    const { names, effect } = await deps.db.transaction().execute(async (trx) => ({
      names: await roleNames(trx, part.serviceId, language),
      effect: await effectOfRole(trx, part.roleId, now),
    }))
    const shown = { ...role.values, id: part.roleId, key: role.key, state: roleState(role.values, now) }
    const page = { place, service: nameOf(place.service, language), about: shown, names, effect }
    return c.html(<RolePage frame={adminFrame(c, deps)} {...page} />)
  })

  routes.get(below.changeRole(base, ':rolle'), async (c) => {
    const role = await findRole(c)
    if (!role || isOver(role)) return deps.notFound(c)
    const form = { id: deps.ids.uuid(), typed: roleAsTyped(role.values), reason: '' }
    return changePage(c, role, { ...form, shown: shownPart(role.values), mistakes: {} })
  })

  routes.post(below.changeRole(base, ':rolle'), async (c) => {
    const role = await findRole(c)
    const form = await readForm(c)
    const id = readId(form.get('id'))
    if (!role || !id) return deps.notFound(c)
    const { language } = deps.shell(c)
    const typed = readTypedRole(form)
    const shown = form.get('set') ?? ''
    const asks = asksAt(role)
    const { reason, mistakes: reasonMistakes } = asks ? readReason(form, language) : { reason: '', mistakes: {} }
    if (form.get('trin') === 'flere')
      return changePage(c, role, { id, typed: withOneMore(typed), reason, shown, mistakes: {} })
    const { content, mistakes: found } = checkRole(typed)
    const mistakes = { ...roleMistakesInWords(found, language), ...reasonMistakes }
    if (Object.keys(mistakes).length > 0) return changePage(c, role, { id, typed, reason, shown, mistakes })
    const outcome = await submit(role, form, content, asks ? { id, reason } : null)
    return (
      answered(c, role, outcome) ??
      changePage(c, role, { id, typed, reason, ...refused(outcome, language), shown: shownAfter(outcome, shown) })
    )
  })

  routes.get(below.activateRole(base, ':rolle'), async (c) => {
    const role = await findRole(c)
    if (role?.values.status !== 'draft') return deps.notFound(c)
    return activatePage(c, role, { id: deps.ids.uuid(), reason: '', mistakes: {} })
  })

  routes.post(below.activateRole(base, ':rolle'), async (c) => {
    const role = await findRole(c)
    const form = await readForm(c)
    const id = readId(form.get('id'))
    if (!role || !id) return deps.notFound(c)
    const { language } = deps.shell(c)
    const asks = mustAsk(role.place)
    const { reason, mistakes } = asks ? readReason(form, language) : { reason: '', mistakes: {} }
    if (Object.keys(mistakes).length > 0) return activatePage(c, role, { id, reason, mistakes })
    // Whoever is second finds it in use, or over.
    if (role.values.status !== 'draft') return c.redirect(below.role(role.place.base, role.part.roleId), 303)
    const outcome = await submit(role, form, { status: 'active' }, asks ? { id, reason } : null)
    return answered(c, role, outcome) ?? activatePage(c, role, { id, reason, ...refused(outcome, language) })
  })

  return routes

  async function draftRole(place: Place, { id, key }: { id: string; key: string }, values: RoleValues) {
    return deps.db.transaction().execute(async (trx) => {
      await lockConfiguration(trx)
      const same = await trx.selectFrom('role').select('service_id').where('id', '=', id).executeTakeFirst()
      if (same?.service_id === place.service.id) return 'done'
      if (!(await addRole(trx, { id, serviceId: place.service.id, key }, values)))
        return { noegle: 'key-taken' } as const
      await recordEvents(deps, trx, [
        {
          action: 'role.added',
          outcome: 'success',
          actor: { kind: 'person', id: place.actor.personId },
          object: { kind: 'role', id },
          source: place.actor.source,
          details: { serviceId: place.service.id, key, fields: values },
        },
      ])
      return 'done'
    })
  }

  function newRolePage(
    c: Context<AdminEnv>,
    place: Place,
    form: { id: string; key: string; typed: TypedRole; mistakes: FieldMistakes },
  ) {
    const page = (
      <RoleFormPage
        frame={adminFrame(c, deps)}
        place={place}
        service={nameOf(place.service, deps.shell(c).language)}
        about={null}
        roleKey={form.key}
        {...form}
        {...notAsked}
      />
    )
    return c.html(page, statusOf(form.mistakes))
  }

  function changePage(
    c: Context<AdminEnv>,
    role: FoundRole,
    form: { id: string; typed: TypedRole; reason: string; shown: string; mistakes: FieldMistakes },
  ) {
    const page = <RoleFormPage {...commonOf(c, role)} roleKey={role.key} {...form} asks={asksAt(role)} />
    return c.html(page, statusOf(form.mistakes))
  }

  function activatePage(
    c: Context<AdminEnv>,
    role: FoundRole,
    form: { id: string; reason: string; mistakes: FieldMistakes },
  ) {
    const asks = mustAsk(role.place)
    const page = <ActivateRolePage {...commonOf(c, role)} {...form} shown={shownPart(role.values)} asks={asks} />
    return c.html(page, statusOf(form.mistakes))
  }
}

function asksAt({ place, values }: FoundRole): boolean {
  return mustAsk(place, values.status === 'draft')
}

const draft = { status: 'draft', retiredAt: null, replacedBy: null } as const
const notAsked = { shown: '', asks: false, reason: '' }

function shownAfter(outcome: SubmitOutcome, before: string): string {
  return outcome.kind === 'changed-meanwhile' ? outcome.shown : before
}

function withOneMore(typed: TypedRole): TypedRole {
  return typed.scopes.length < mostScopes ? { ...typed, scopes: [...typed.scopes, emptyScope] } : typed
}
