/** `/forvaltning/organisationer`: every organisation, one of them, and the forms that create and change it. */
import { type Context, Hono } from 'hono'
import { recordEvents } from '../../../audit/record-events.ts'
import { readCursor } from '../../../base/cursor.ts'
import { readForm } from '../../../web/form.ts'
import type { AdminDeps, AdminEnv } from '../../admin/admin-env.ts'
import { readId } from '../../admin/employees/employee.store.ts'
import { adminFrame } from '../../admin/frame.ts'
import { may } from '../../may.ts'
import { nothingWrong, type Wrong } from '../fields.tsx'
import { managementPaths, organisationDeedPath, organisationPath } from '../management-paths.ts'
import { changing, managed, managerOf } from '../manager.ts'
import { plain } from '../typed.ts'
import { type OrganisationDeed, OrganisationPage } from './organisation.page.tsx'
import {
  describeOrganisation,
  findOrganisationFacts,
  organisationKinds,
  organisationStatuses,
} from './organisation.store.ts'
import { OrganisationFormPage } from './organisation-form.page.tsx'
import { OrganisationsPage } from './organisation-list.page.tsx'
import { listOrganisations } from './organisation-list.store.ts'
import {
  changeOrganisation,
  createOrganisation,
  readTypedOrganisation,
  standsInstead,
  type TypedOrganisation,
} from './save-organisation.ts'
import { organisationsText } from './text.ts'

export function organisationRoutes(deps: AdminDeps): Hono<AdminEnv> {
  const routes = new Hono<AdminEnv>()

  routes.get(managementPaths.organisations, async (c) => {
    const { acting } = c.get('viewer')
    if (!may(acting, 'see-all-organisations', {})) return deps.notFound(c)
    const get = (name: string) => c.req.query(name)
    const query = {
      text: plain(get('soeg') ?? '')
        .trim()
        .slice(0, 100),
      kind: organisationKinds.find((kind) => kind === get('art')) ?? null,
      status: organisationStatuses.find((status) => status === get('status')) ?? null,
    }
    const list = await listOrganisations(deps.db, query, readCursor(get, readId), deps.clock.now())
    const mayCreate = may(acting, 'change-organisations', {})
    return c.html(<OrganisationsPage frame={adminFrame(c, deps)} {...{ list, query, mayCreate }} />)
  })

  routes.get(managementPaths.newOrganisation, (c) => {
    if (!managerOf(c, deps, 'change-organisations')) return deps.notFound(c)
    return c.html(
      <OrganisationFormPage
        frame={adminFrame(c, deps)}
        organisation={null}
        newId={deps.ids.uuid()}
        typed={{ cvr: '', name: '', kind: null, allowsPrivateLogIn: false }}
        wrong={nothingWrong}
        stands={[]}
      />,
    )
  })

  routes.post(managementPaths.newOrganisation, async (c) => {
    const manager = managerOf(c, deps, 'change-organisations')
    const form = await readForm(c)
    const id = readId(form.get('id'))
    if (!manager || !id) return deps.notFound(c)
    const typed = readTypedOrganisation(form)
    const language = c.get('language')
    const saved = await changing(deps.db, (trx) => createOrganisation(deps, trx, manager, { id, typed, language }))
    if (saved.outcome === 'saved') return c.redirect(after(id, 'oprettet'), 303)
    const wrong = saved.outcome === 'wrong' ? saved.wrong : nothingWrong
    const props = { organisation: null, newId: id, typed, wrong, stands: [] }
    return c.html(<OrganisationFormPage frame={adminFrame(c, deps)} {...props} />, 422)
  })

  routes.get(organisationPath(':id'), async (c) => {
    const { acting, personId } = c.get('viewer')
    const id = readId(c.req.param('id'))
    if (!id || !may(acting, 'see-all-organisations', { organisationId: id })) return deps.notFound(c)
    const now = deps.clock.now()
    const unitText = plain(c.req.query('enhed') ?? '')
      .trim()
      .slice(0, 100)
    const organisation = await deps.db.transaction().execute(async (trx) => {
      const found = await describeOrganisation(trx, id, { now, unitText })
      // The page names the administrators, and reading about people is an event.
      const viewed = { action: 'organisation.viewed', organisationId: id, object: { kind: 'organisation', id } }
      if (found) await recordEvents(deps, trx, [managed({ personId, source: deps.visit(c).source }, viewed)])
      return found
    })
    if (!organisation) return deps.notFound(c)
    const allowed = {
      grant: may(acting, 'grant-service', { organisationId: id }),
      change: may(acting, 'change-organisations', { organisationId: id }),
      appoint: may(acting, 'appoint-first-chief', { organisationId: id }),
    }
    const page = { organisation, may: allowed, now, done: deedOf(c) }
    return c.html(<OrganisationPage frame={adminFrame(c, deps)} {...page} />)
  })

  routes.get(organisationDeedPath(':id', 'ret'), async (c) => {
    const found = await findToChange(c)
    if (!found) return deps.notFound(c)
    return form(c, { ...found, typed: found.organisation })
  })

  routes.post(organisationDeedPath(':id', 'ret'), async (c) => {
    const found = await findToChange(c)
    if (!found) return deps.notFound(c)
    const { manager, organisation } = found
    const fields = await readForm(c)
    const typed = { ...readTypedOrganisation(fields), cvr: organisation.cvr }
    const language = c.get('language')
    const wanted = { id: organisation.id, typed, shown: fields.get('set') ?? '', language }
    const saved = await changing(deps.db, (trx) => changeOrganisation(deps, trx, manager, wanted))
    if (!saved) return deps.notFound(c)
    switch (saved.outcome) {
      case 'saved':
        return c.redirect(after(organisation.id, 'gemt'), 303)
      case 'wrong':
        return form(c, { organisation, typed, wrong: saved.wrong, status: 422 })
      case 'meanwhile': {
        const stands = standsInstead(saved.organisation, typed, language)
        return form(c, { organisation: saved.organisation, typed, stands, status: 422 })
      }
    }
  })

  return routes

  async function findToChange(c: Context<AdminEnv>) {
    const manager = managerOf(c, deps, 'change-organisations')
    const id = readId(c.req.param('id'))
    const organisation = manager && id ? await findOrganisationFacts(deps.db, id) : null
    return manager && organisation ? { manager, organisation } : null
  }

  function form(
    c: Context<AdminEnv>,
    page: {
      organisation: NonNullable<Awaited<ReturnType<typeof findOrganisationFacts>>>
      typed: TypedOrganisation
      wrong?: Wrong
      stands?: readonly (readonly [string, string])[]
      status?: 200 | 422
    },
  ) {
    const { organisation, typed, wrong = nothingWrong, stands = [], status = 200 } = page
    const props = { organisation, newId: '', typed, wrong, stands }
    return c.html(<OrganisationFormPage frame={adminFrame(c, deps)} {...props} />, status)
  }
}

/** The page of the organisation, saying what has been done. */
export function after(organisationId: string, done: OrganisationDeed): string {
  return `${organisationPath(organisationId)}?udfoert=${done}`
}

function deedOf(c: Context<AdminEnv>): OrganisationDeed | null {
  const deeds = Object.keys(organisationsText.da.done) as OrganisationDeed[]
  return deeds.find((deed) => deed === c.req.query('udfoert')) ?? null
}
