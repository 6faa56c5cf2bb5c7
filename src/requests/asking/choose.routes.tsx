/** Unit, service and role: each a list to press in, searched where it is long. */
import { Hono } from 'hono'
import type { AdminDeps } from '../../access/admin/admin-env.ts'
import { readId } from '../../access/admin/employees/employee.store.ts'
import { readLine } from '../../access/admin/read-line.ts'
import { readForm } from '../../web/form.ts'
import { draftPath } from '../request-paths.ts'
import { findAskableRole, findAskableRoles, findAskableUnits } from './askable.store.ts'
import type { AskEnv } from './asker.tsx'
import type { AskingSteps } from './asking-steps.ts'
import { ChooseRolePage } from './choose-role.page.tsx'
import { ChooseServicePage } from './choose-service.page.tsx'
import { ChooseUnitPage } from './choose-unit.page.tsx'
import { changeDraft } from './drafts.store.ts'

/** More than that is a long list, and is searched. */
const mostChoices = 20

export function chooseRoutes(deps: AdminDeps, steps: AskingSteps): Hono<AskEnv> {
  const { db, clock } = deps
  const { inAsking, open, findServices, onlyRole, goTo, pageOf } = steps
  const routes = new Hono<AskEnv>()

  routes.get(draftPath(':id', 'enhed'), async (c) => {
    const opened = await open(c)
    if (opened instanceof Response) return opened
    const { asker } = opened
    const text = readLine(c.req.query('soeg'), 100)
    const found = await inAsking(asker, (trx) => findAskableUnits(trx, { text, limit: mostChoices }))
    const page = { ...pageOf(c, opened, 'enhed'), searched: text }
    return c.html(<ChooseUnitPage {...page} units={found.slice(0, mostChoices)} further={found.length > mostChoices} />)
  })

  routes.post(draftPath(':id', 'enhed'), async (c) => {
    const opened = await open(c)
    if (opened instanceof Response) return opened
    const { draft, facts } = opened
    const unitId = readId((await readForm(c)).get('enhed'))
    if (!unitId || !facts.units.some(({ id }) => id === unitId)) return goTo(c, draft, 'enhed')
    await changeDraft(db, draft, { unitId }, clock.now())
    return goTo(c, draft, draft.serviceId === null && draft.validFrom === null ? 'tjeneste' : 'hvad')
  })

  routes.get(draftPath(':id', 'tjeneste'), async (c) => {
    const opened = await open(c)
    if (opened instanceof Response) return opened
    const { asker } = opened
    const text = readLine(c.req.query('soeg'), 100)
    const all = await inAsking(asker, (trx) => findServices(trx, opened))
    const services = all.filter(({ nameDa, nameEn, descriptionDa }) => holds(text, nameDa, nameEn, descriptionDa))
    const page = { ...pageOf(c, opened, 'tjeneste'), searched: text, services }
    return c.html(
      <ChooseServicePage {...page} isLong={all.length > mostChoices} mayBeCreatedOnly={asker.account === null} />,
    )
  })

  routes.post(draftPath(':id', 'tjeneste'), async (c) => {
    const opened = await open(c)
    if (opened instanceof Response) return opened
    const { asker, draft } = opened
    const chosen = (await readForm(c)).get('tjeneste')
    const now = clock.now()
    const cleared = { roleId: null, scopes: {}, validFrom: null, validUntil: null, hours: null }
    if (chosen === 'ingen' && asker.account === null) {
      await changeDraft(db, draft, { serviceId: null, ...cleared }, now)
      return goTo(c, draft, 'hvad')
    }
    const id = readId(chosen)
    const found = id
      ? await inAsking(asker, async (trx) => {
          const [service] = await findServices(trx, opened, { id })
          return service ? { service, roleId: await onlyRole(trx, asker, service) } : null
        })
      : null
    if (!found) return goTo(c, draft, 'tjeneste')
    await changeDraft(db, draft, { ...cleared, serviceId: found.service.id, roleId: found.roleId }, now)
    return goTo(c, draft, found.roleId === null && found.service.needsRole ? 'rolle' : 'hvad')
  })

  routes.get(draftPath(':id', 'rolle'), async (c) => {
    const opened = await open(c)
    if (opened instanceof Response) return opened
    const { asker, draft, facts } = opened
    const { service, unit } = facts
    if (!service) return goTo(c, draft, 'tjeneste')
    const text = readLine(c.req.query('soeg'), 100)
    const notAccountId = asker.account?.id ?? null
    const asked = { serviceId: service.id, unitId: unit?.id ?? null, notAccountId, now: clock.now() }
    const { roles, colleagues } = await inAsking(asker, (trx) => findAskableRoles(trx, asked))
    const matching = roles.filter(({ assignable: { role } }) =>
      holds(text, role.nameDa, role.nameEn, role.descriptionDa, role.descriptionEn),
    )
    const page = { ...pageOf(c, opened, 'rolle'), service, unit: unit?.name ?? null, searched: text }
    return c.html(
      <ChooseRolePage {...page} roles={matching} colleagues={colleagues} isLong={roles.length > mostChoices} />,
    )
  })

  routes.post(draftPath(':id', 'rolle'), async (c) => {
    const opened = await open(c)
    if (opened instanceof Response) return opened
    const { asker, draft, facts } = opened
    const roleId = readId((await readForm(c)).get('rolle'))
    const now = clock.now()
    const role = roleId && (await inAsking(asker, (trx) => findAskableRole(trx, roleId, now)))
    if (!role || role.service.id !== facts.service?.id) return goTo(c, draft, 'rolle')
    const cleared = draft.roleId === role.role.id ? {} : { scopes: {}, validFrom: null, validUntil: null, hours: null }
    await changeDraft(db, draft, { roleId: role.role.id, ...cleared }, now)
    return goTo(c, draft, 'hvad')
  })

  return routes
}

function holds(text: string, ...names: string[]): boolean {
  const all = names.join(' ').toLocaleLowerCase('da')
  return text
    .toLocaleLowerCase('da')
    .split(' ')
    .every((word) => all.includes(word))
}
