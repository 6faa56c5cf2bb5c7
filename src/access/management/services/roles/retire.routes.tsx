/** A role is retired: on a day, with another in its place; how many lose it is shown first, and agreed to. */
import { type Context, Hono } from 'hono'
import { readEnd, writeDay } from '../../../../base/danish-time.ts'
import type { Trx } from '../../../../storage/database.ts'
import { readForm } from '../../../../web/form.ts'
import type { Language } from '../../../../web/languages.ts'
import type { AdminEnv } from '../../../admin/admin-env.ts'
import { readId } from '../../../admin/employees/employee.store.ts'
import { nameOf } from '../changed-meanwhile.ts'
import { readReason } from '../changes/reason-field.tsx'
import { shownPart } from '../changes/submit-change.ts'
import type { FieldMistakes } from '../form/fields.tsx'
import { typedText } from '../form/text-mistake.ts'
import { mustAsk, type Place, type ServiceDeps } from '../place.ts'
import { rolesOf } from '../service.store.ts'
import { below, ownerPath, servicePath } from '../services-paths.ts'
import { countsInWords } from './role-counts.ts'
import { RetireRolePage } from './role-deed.page.tsx'
import { effectOfRole, type RoleEffect } from './role-effect.store.ts'
import { answered, type FoundRole, refused, roleWork, statusOf } from './role-work.ts'
import { rolesText } from './text.ts'

export function retireRoutes(deps: ServiceDeps, as: Place['as']): Hono<AdminEnv> {
  const routes = new Hono<AdminEnv>()
  const base = as === 'owner' ? ownerPath : servicePath(':id')
  const { findRole, isOver, submit, commonOf } = roleWork(deps, as)

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
      mistakes.afloeser = text.replacementWrong
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
}

const noEnd = { status: 'active', retiredAt: null, replacedBy: null } as const

function shownEffect({ people, organisations }: RoleEffect): string {
  return `${people}/${organisations}`
}
