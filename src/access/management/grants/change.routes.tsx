/** `/forvaltning/organisationer/:id/tjenester/:grant`: what one organisation may use is changed or taken back. */
import { type Context, Hono } from 'hono'
import { fillText } from '../../../web/fill.ts'
import { type FormFields, readForm } from '../../../web/form.ts'
import type { AdminDeps, AdminEnv } from '../../admin/admin-env.ts'
import { readId } from '../../admin/employees/employee.store.ts'
import { adminFrame } from '../../admin/frame.ts'
import { shownCounts } from '../counted.ts'
import { EffectPage } from '../effect.page.tsx'
import { nothingWrong } from '../fields.tsx'
import { changeGrantPath, managementPaths, organisationPath, takeBackPath } from '../management-paths.ts'
import { changing, managerOf } from '../manager.ts'
import { findOrganisationFacts } from '../organisations/organisation.store.ts'
import { after } from '../organisations/routes.tsx'
import { organisationsText } from '../organisations/text.ts'
import { changeGrant, effectOfChange, findChangeableGrant } from './change-grant.ts'
import { changeWords } from './effect-words.ts'
import { GrantFormPage } from './grant-form.page.tsx'
import {
  carriedFields,
  checkGrant,
  grantStandsInstead,
  readTypedGrant,
  shownTerms,
  type TypedGrant,
  typedOf,
} from './grant-terms.ts'
import { findGrantableService } from './grantable.store.ts'
import { TakeBackPage } from './take-back.page.tsx'
import { findRunningGrant, takeBackGrant } from './take-back-grant.ts'
import { grantsText } from './text.ts'

export function changeGrantRoutes(deps: AdminDeps): Hono<AdminEnv> {
  const routes = new Hono<AdminEnv>()

  routes.get(changeGrantPath(':id', ':grant'), async (c) => {
    const found = await find(c)
    if (!found) return deps.notFound(c)
    return formPage(c, found, { typed: typedOf(found.grant.terms) })
  })

  routes.post(changeGrantPath(':id', ':grant'), async (c) => {
    const found = await find(c)
    const form = await readForm(c)
    if (!found) return deps.notFound(c)
    const typed = readTypedGrant(form, found.service)
    const answer = await changing(deps.db, (trx) => change(trx, found, { typed, form, language: c.get('language') }))
    switch (answer.kind) {
      case 'gone':
        return deps.notFound(c)
      case 'done':
        return c.redirect(after(found.organisation.id, 'adgang-rettet'), 303)
      case 'form':
        return formPage(c, { ...found, grant: answer.grant }, { typed, ...answer, status: answer.status })
      case 'effect':
        return effectPage(c, found, { typed, ...answer })
    }
  })

  routes.get(takeBackPath(':id', ':grant'), (c) => takeBack(c, null))

  routes.post(takeBackPath(':id', ':grant'), async (c) => takeBack(c, (await readForm(c)).get('set') ?? ''))

  return routes

  async function find(c: Context<AdminEnv>) {
    const manager = managerOf(c, deps, 'grant-service')
    const organisationId = readId(c.req.param('id'))
    const grantId = readId(c.req.param('grant'))
    if (!manager || !organisationId || !grantId) return null
    const now = deps.clock.now()
    const organisation = await findOrganisationFacts(deps.db, organisationId)
    const grant = await findChangeableGrant(deps.db, organisationId, grantId, now)
    const service = grant && (await findGrantableService(deps.db, grant.serviceId, now))
    return organisation && grant && service ? { manager, organisation, grant, service } : null
  }

  /** Checked, then shown with its effect, then done when that very effect is agreed to. */
  async function change(
    trx: Parameters<typeof effectOfChange>[0],
    { manager, service, organisation, ...found }: NonNullable<Awaited<ReturnType<typeof find>>>,
    { typed, form, language }: { typed: TypedGrant; form: FormFields; language: 'da' | 'en' },
  ) {
    const now = deps.clock.now()
    const grant = await findChangeableGrant(trx, organisation.id, found.grant.id, now)
    if (!grant) return { kind: 'gone' as const }
    const checking = checkGrant(service, typed, { now, before: grant.terms, language })
    if (checking.ok && shownTerms(checking.terms) === shownTerms(grant.terms)) return { kind: 'done' as const }
    if (form.get('vist') !== shownTerms(grant.terms)) {
      const stands = grantStandsInstead(grant.terms, typed, service, language)
      return { kind: 'form' as const, grant, wrong: nothingWrong, stands, status: 422 as const }
    }
    if (!checking.ok) return { kind: 'form' as const, grant, wrong: checking.wrong, stands: [], status: 422 as const }
    const { terms } = checking
    const effect = await effectOfChange(trx, grant, { terms, now })
    const agreed = shownCounts(effect.lost, effect.sooner, effect.gained)
    const set = form.get('set')
    if (form.get('trin') === 'ret')
      return { kind: 'form' as const, grant, wrong: nothingWrong, stands: [], status: 200 as const }
    if (set !== agreed) return { kind: 'effect' as const, grant, terms, effect, agreed, changed: set !== null }
    await changeGrant(deps, trx, manager, { grant, terms, effect })
    return { kind: 'done' as const }
  }

  type Found = NonNullable<Awaited<ReturnType<typeof find>>>

  function around(c: Context<AdminEnv>, { organisation, service }: Pick<Found, 'organisation' | 'service'>) {
    const language = c.get('language')
    const back = organisationPath(organisation.id)
    const names = {
      organisation: organisation.name,
      service: language === 'da' ? service.nameDa : service.nameEn,
    }
    return {
      frame: adminFrame(c, deps),
      title: fillText(grantsText[language].changeTitle, names),
      breadcrumb: [
        { name: organisationsText[language].title, href: managementPaths.organisations },
        { name: organisation.name, href: back },
      ],
      back,
    }
  }

  function formPage(
    c: Context<AdminEnv>,
    found: Found,
    page: {
      typed: TypedGrant
      wrong?: typeof nothingWrong
      stands?: readonly (readonly [string, string])[]
      status?: 200 | 422
    },
  ) {
    const { typed, wrong = nothingWrong, stands = [], status = 200 } = page
    const { organisation, grant, service } = found
    const action = changeGrantPath(organisation.id, grant.id)
    const carried = [['vist', shownTerms(grant.terms)] as const]
    return c.html(
      <GrantFormPage {...around(c, found)} {...{ service, action, carried, typed, wrong, stands }} />,
      status,
    )
  }

  function effectPage(
    c: Context<AdminEnv>,
    found: Found,
    page: Extract<Awaited<ReturnType<typeof change>>, { kind: 'effect' }> & { typed: TypedGrant },
  ) {
    const language = c.get('language')
    const text = grantsText[language]
    const { grant, terms, effect, agreed, changed, typed } = page
    const [first = '', ...more] = changeWords(effect, terms.validUntil, language)
    return c.html(
      <EffectPage
        {...around(c, found)}
        effects={[first]}
        remarks={[...more, text.atOnce]}
        action={changeGrantPath(grant.organisationId, grant.id)}
        agreed={agreed}
        typed={[...carriedFields(typed), ['vist', shownTerms(grant.terms)]]}
        button={text.changeNow}
        edit={text.edit}
        changed={changed}
      />,
      changed ? 422 : 200,
    )
  }

  /** `agreedTo` is the effect that was shown; null where nothing is asked yet. With another effect it is shown again. */
  async function takeBack(c: Context<AdminEnv>, agreedTo: string | null): Promise<Response> {
    const manager = managerOf(c, deps, 'grant-service')
    const organisationId = readId(c.req.param('id'))
    const grantId = readId(c.req.param('grant'))
    if (!organisationId || !grantId || !manager) return deps.notFound(c)
    const found = await changing(deps.db, async (trx) => {
      const grant = await findRunningGrant(trx, organisationId, grantId, deps.clock.now())
      const organisation = grant && (await findOrganisationFacts(trx, organisationId))
      if (!grant || !organisation) return null
      const done = agreedTo === shownCounts(grant.loss)
      if (done) await takeBackGrant(deps, trx, grant, manager)
      return { grant, done, organisation: organisation.name }
    })
    // A form that is sent twice finds the grant gone, and leads where the first did.
    if (!found) return agreedTo === null ? deps.notFound(c) : c.redirect(after(organisationId, 'taget-tilbage'), 303)
    const { grant, done, organisation } = found
    if (done) return c.redirect(after(organisationId, 'taget-tilbage'), 303)
    const changed = agreedTo !== null
    const page = <TakeBackPage frame={adminFrame(c, deps)} {...{ grant, organisation, changed }} />
    return c.html(page, changed ? 422 : 200)
  }
}
