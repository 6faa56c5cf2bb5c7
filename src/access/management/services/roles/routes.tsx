/** The roles of one service: see, draft, change, take into use, retire. For system management and, at their own service, for owners. */
import { type Context, Hono } from 'hono'
import { recordEvents } from '../../../../audit/record-events.ts'
import { readEnd, writeDay } from '../../../../base/danish-time.ts'
import { type RoleValues, roleState, roleValues } from '../../../../services/role-values.ts'
import { addRole, readPart, type ServicePart } from '../../../../services/service-parts.store.ts'
import type { Trx } from '../../../../storage/database.ts'
import { lockConfiguration } from '../../../../storage/lock-configuration.ts'
import { type FormFields, readForm } from '../../../../web/form.ts'
import type { Language } from '../../../../web/languages.ts'
import type { AdminEnv } from '../../../admin/admin-env.ts'
import { readId } from '../../../admin/employees/employee.store.ts'
import { adminFrame } from '../../../admin/frame.ts'
import { changedMeanwhile, nameOf } from '../changed-meanwhile.ts'
import { readReason } from '../changes/reason-field.tsx'
import { type SubmitOutcome, shownPart, submitChange } from '../changes/submit-change.ts'
import type { FieldMistakes } from '../form/fields.tsx'
import { typedText } from '../form/text-mistake.ts'
import { findPlace, mustAsk, type Place, type ServiceDeps } from '../place.ts'
import { rolesOf } from '../service.store.ts'
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
import { countsInWords } from './role-counts.ts'
import { ActivateRolePage, RetireRolePage } from './role-deed.page.tsx'
import { effectOfRole, type RoleEffect, roleNames } from './role-effect.store.ts'
import { roleMistakesInWords } from './role-fields.tsx'
import { RoleFormPage } from './role-form.page.tsx'
import { rolesText } from './text.ts'

interface FoundRole {
  place: Place
  part: ServicePart & { part: 'role' }
  key: string
  values: RoleValues
}

export function roleRoutes(deps: ServiceDeps, as: Place['as']): Hono<AdminEnv> {
  const routes = new Hono<AdminEnv>()
  const base = as === 'owner' ? ownerPath : servicePath(':id')
  const newRole = below.newRole(base)
  const one = below.role(base, ':rolle')

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

  routes.get(below.retireRole(base, ':rolle'), async (c) => {
    const role = await findRole(c)
    if (!role || role.values.status === 'draft' || isOver(role)) return deps.notFound(c)
    const { retiredAt, replacedBy } = role.values
    const lastDay = retiredAt === null ? '' : writeDay(new Date(new Date(retiredAt).getTime() - 1))
    const typed = { lastDay, replacement: replacedBy ?? '' }
    return retirePage(c, role, { id: deps.ids.uuid(), reason: '', typed, mistakes: {} })
  })

  routes.post(below.retireRole(base, ':rolle'), async (c) => {
    const role = await findRole(c)
    const form = await readForm(c)
    const id = readId(form.get('id'))
    if (!role || !id || role.values.status === 'draft') return deps.notFound(c)
    if (isOver(role)) return c.redirect(below.role(role.place.base, role.part.roleId), 303)
    const { language } = deps.shell(c)
    const asks = mustAsk(role.place)
    const { reason, mistakes: reasonMistakes } = asks ? readReason(form, language) : { reason: '', mistakes: {} }
    const typed = { lastDay: typedText(form, 'sidste-dag'), replacement: form.get('afloeser') ?? '' }
    const kept = form.get('behold') !== null
    const { end, mistakes: found } = kept ? { end: noEnd, mistakes: {} } : await checkEnd(role, typed, language)
    const agreed = await agreedTo(role, form.get('set') ?? '', language)
    const mistakes = { ...found, ...reasonMistakes, ...agreed }
    if (Object.keys(mistakes).length > 0) return retirePage(c, role, { id, reason, typed, mistakes })
    const outcome = await submit(role, form, end, asks ? { id, reason } : null)
    return answered(c, role, outcome) ?? retirePage(c, role, { id, reason, typed, ...refused(outcome, language) })
  })

  return routes

  async function findRole(c: Context<AdminEnv>): Promise<FoundRole | null> {
    const place = await findPlace(c, deps, as)
    const roleId = readId(c.req.param('rolle'))
    if (!place || !roleId) return null
    const part = { serviceId: place.service.id, part: 'role', roleId } as const
    return deps.db.transaction().execute(async (trx) => {
      const values = await readPart(trx, part)
      if (!values) return null
      const { key } = await trx.selectFrom('role').select('key').where('id', '=', roleId).executeTakeFirstOrThrow()
      return { place, part, key, values: roleValues.parse(values) }
    })
  }

  function isOver({ values }: FoundRole): boolean {
    return roleState(values, deps.clock.now()) === 'retired'
  }

  /** The form's `set` names the role as it was shown; after a slash stands the effect, where one was shown. */
  function submit(
    { part, place }: FoundRole,
    form: FormFields,
    wanted: Partial<RoleValues>,
    ask: { id: string; reason: string } | null,
  ): Promise<SubmitOutcome> {
    const [shown = ''] = (form.get('set') ?? '').split('/')
    return deps.db
      .transaction()
      .execute((trx) =>
        submitChange(deps, trx, { part, wanted: (current) => ({ ...current, ...wanted }), shown, ask }, place.actor),
      )
  }

  function answered(c: Context<AdminEnv>, { place, part }: FoundRole, { kind }: SubmitOutcome): Response | null {
    if (kind === 'asked') return c.redirect(`${place.base}?udfoert=sendt`, 303)
    if (kind === 'saved') return c.redirect(below.role(place.base, part.roleId), 303)
    return null
  }

  /** `set` is a link to the form as a whole. */
  function refused(outcome: SubmitOutcome, language: Language): { mistakes: FieldMistakes } {
    const text = rolesText[language]
    if (outcome.kind === 'changed-meanwhile')
      return { mistakes: { set: changedMeanwhile(text.changedMeanwhile, outcome.differs, language) } }
    return { mistakes: { set: text.nothingChanged } }
  }

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

  /** What the page said it costs, so that nobody agrees to more than they saw. */
  async function agreedTo({ part }: FoundRole, set: string, language: Language): Promise<FieldMistakes> {
    const effect = await effectNow(part.roleId)
    if (set.split('/').slice(1).join('/') === shownEffect(effect)) return {}
    return { set: countsInWords(rolesText[language].effectChanged, effect, language) }
  }

  function effectNow(roleId: string): Promise<RoleEffect> {
    return deps.db.transaction().execute((trx) => effectOfRole(trx, roleId, deps.clock.now()))
  }

  async function checkEnd(role: FoundRole, typed: { lastDay: string; replacement: string }, language: Language) {
    const text = rolesText[language]
    const now = deps.clock.now()
    const mistakes: Record<string, string> = {}
    const retiredAt = typed.lastDay === '' ? now : readEnd(typed.lastDay)
    if (!retiredAt) mistakes['sidste-dag'] = text.dayWrong
    else if (retiredAt < now) mistakes['sidste-dag'] = text.dayPast
    const choices = await deps.db.transaction().execute((trx) => replacementsOf(trx, role, language))
    if (typed.replacement !== '' && !choices.some(([id]) => id === typed.replacement))
      mistakes['afloeser'] = text.replacementWrong
    const end = {
      retiredAt: retiredAt?.toISOString() ?? null,
      replacedBy: typed.replacement === '' ? null : typed.replacement,
      // A role that ends now is ended by hand; one that ends on a day is in use until then.
      status: typed.lastDay === '' ? ('retired' as const) : ('active' as const),
    }
    return { end, mistakes }
  }

  async function replacementsOf(trx: Trx, { part }: FoundRole, language: Language): Promise<[string, string][]> {
    const roles = await rolesOf(trx, part.serviceId, deps.clock.now())
    return roles
      .filter(({ id, state }) => state === 'active' && id !== part.roleId)
      .map((role) => [role.id, nameOf(role, language)])
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

  async function retirePage(
    c: Context<AdminEnv>,
    role: FoundRole,
    form: {
      id: string
      reason: string
      typed: { lastDay: string; replacement: string }
      mistakes: FieldMistakes
    },
  ) {
    const { language } = deps.shell(c)
    const effect = await effectNow(role.part.roleId)
    const choices = await deps.db.transaction().execute((trx) => replacementsOf(trx, role, language))
    const shown = `${shownPart(role.values)}/${shownEffect(effect)}`
    const { typed, ...rest } = form
    const page = (
      <RetireRolePage
        {...commonOf(c, role)}
        {...rest}
        {...typed}
        {...{ effect, choices, shown }}
        ending={role.values.retiredAt !== null}
        asks={mustAsk(role.place)}
      />
    )
    return c.html(page, statusOf(form.mistakes))
  }

  function commonOf(c: Context<AdminEnv>, { place, part, values }: FoundRole) {
    const { language } = deps.shell(c)
    return {
      frame: adminFrame(c, deps),
      place,
      service: nameOf(place.service, language),
      about: { id: part.roleId, name: nameOf(values, language) },
    }
  }
}

const draft = { status: 'draft', retiredAt: null, replacedBy: null } as const
const noEnd = { status: 'active', retiredAt: null, replacedBy: null } as const
const notAsked = { shown: '', asks: false, reason: '' }

function asksAt({ place, values }: FoundRole): boolean {
  return mustAsk(place, values.status === 'draft')
}

function shownAfter(outcome: SubmitOutcome, before: string): string {
  return outcome.kind === 'changed-meanwhile' ? outcome.shown : before
}

function shownEffect({ people, organisations }: RoleEffect): string {
  return `${people}/${organisations}`
}

function withOneMore(typed: TypedRole): TypedRole {
  return typed.scopes.length < mostScopes ? { ...typed, scopes: [...typed.scopes, emptyScope] } : typed
}

function statusOf(mistakes: FieldMistakes): 200 | 422 {
  return Object.keys(mistakes).length > 0 ? 422 : 200
}
