/** What every page about one role begins and ends with: the role at its place, and what a form about it leads to. */
import type { Context } from 'hono'
import { type RoleValues, roleState, roleValues } from '../../../../services/role-values.ts'
import { readPart, type ServicePart } from '../../../../services/service-parts.store.ts'
import type { FormFields } from '../../../../web/form.ts'
import type { Language } from '../../../../web/languages.ts'
import type { AdminEnv } from '../../../admin/admin-env.ts'
import { readId } from '../../../admin/employees/employee.store.ts'
import { adminFrame } from '../../../admin/frame.ts'
import { changedMeanwhile, nameOf } from '../changed-meanwhile.ts'
import { type SubmitOutcome, submitChange } from '../changes/submit-change.ts'
import type { FieldMistakes } from '../form/fields.tsx'
import { findPlace, type Place, type ServiceDeps } from '../place.ts'
import { below } from '../services-paths.ts'
import { rolesText } from './text.ts'

export interface FoundRole {
  place: Place
  part: ServicePart & { part: 'role' }
  key: string
  values: RoleValues
}

export function roleWork(deps: ServiceDeps, as: Place['as']) {
  return { findRole, isOver, submit, commonOf }

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

/** Null where the form must be shown again. */
export function answered(c: Context<AdminEnv>, { place, part }: FoundRole, { kind }: SubmitOutcome): Response | null {
  if (kind === 'asked') return c.redirect(`${place.base}?udfoert=sendt`, 303)
  if (kind === 'saved') return c.redirect(below.role(place.base, part.roleId), 303)
  return null
}

/** `set` is a link to the form as a whole. */
export function refused(outcome: SubmitOutcome, language: Language): { mistakes: FieldMistakes } {
  const text = rolesText[language]
  if (outcome.kind === 'changed-meanwhile')
    return { mistakes: { set: changedMeanwhile(text.changedMeanwhile, outcome.differs, language) } }
  return { mistakes: { set: text.nothingChanged } }
}

export function statusOf(mistakes: FieldMistakes): 200 | 422 {
  return Object.keys(mistakes).length > 0 ? 422 : 200
}
