/** The ways in to asking, and from a service that refused. */
import { Hono } from 'hono'
import type { AdminDeps } from '../../access/admin/admin-env.ts'
import { readId } from '../../access/admin/employees/employee.store.ts'
import { readLine } from '../../access/admin/read-line.ts'
import { writeDay } from '../../base/danish-time.ts'
import { rowOfForm } from '../../base/ids.ts'
import { readForm } from '../../web/form.ts'
import type { AccessRequest } from '../request.ts'
import { askPaths, requestPath } from '../request-paths.ts'
import { askFrame } from './ask-frame.ts'
import { type AskEnv, type Asker, isEmployed } from './asker.tsx'
import type { AskContext, AskingSteps } from './asking-steps.ts'
import { findDraftFacts, openStep } from './draft-facts.ts'
import { addDraft, changeDraft, findDraftOfService, listDrafts } from './drafts.store.ts'
import { asksForOthers } from './for-others.ts'
import { StartPage } from './start.page.tsx'

export function beginRoutes(deps: AdminDeps, { inAsking, findServices, onlyRole, goTo }: AskingSteps): Hono<AskEnv> {
  const { db, clock } = deps
  const routes = new Hono<AskEnv>()

  routes.get(askPaths.start, async (c) => {
    const asker = c.get('asker')
    return c.html(
      <StartPage
        frame={askFrame(c, deps)}
        organisation={asker.organisation.name}
        isEmployed={isEmployed(asker)}
        isWaiting={asker.account?.status === 'requested'}
        asksForOthers={asksForOthers(asker)}
        drafts={await listDrafts(db, asker, clock.now())}
        unknownService={c.req.query('ukendt') !== undefined}
        formId={deps.ids.uuid()}
      />,
    )
  })

  routes.post(askPaths.start, async (c) => {
    const asker = c.get('asker')
    const formId = readId((await readForm(c)).get('id'))
    if (!formId) return c.redirect(askPaths.start, 303)
    const nothing = { unitId: null, serviceId: null, roleId: null, refusalReference: null }
    return begin(c, asker, { id: rowOfForm(formId, asker.hash), ...nothing })
  })

  // From a refusal: the service is known, and the role where there is one to choose.
  routes.get(askPaths.fromService, async (c) => {
    const asker = c.get('asker')
    // Whoever waits for their account follows what they have asked for.
    if (asker.account?.status === 'requested') return c.redirect(askPaths.requests, 303)
    const key = readLine(c.req.query('tjeneste'), 100)
    const refusal = /^[0-9A-HJKMNP-TV-Z]{8}$/.exec(c.req.query('afvist') ?? '')?.[0] ?? null
    const found = await inAsking(asker, async (trx) => {
      const [service] = await findServices(trx, { asker, others: null }, { key })
      return service ? { service, roleId: await onlyRole(trx, asker, service) } : null
    })
    if (!found) return c.redirect(`${askPaths.start}?ukendt`, 303)
    // Refused again, they go on where they were; and no address that is opened makes more drafts than there are services.
    const begun = await findDraftOfService(db, asker, found.service.id, clock.now())
    if (begun) return goOn(c, asker, begun)
    return begin(c, asker, {
      id: rowOfForm(`${key} ${refusal ?? writeDay(clock.now())}`, asker.hash),
      unitId: null,
      serviceId: found.service.id,
      roleId: found.roleId,
      refusalReference: refusal,
    })
  })

  return routes

  async function begin(
    c: AskContext,
    asker: Asker,
    draft: Omit<Parameters<typeof addDraft>[3], 'kind'>,
  ): Promise<Response> {
    const kind = isEmployed(asker) ? ('more-access' as const) : ('new-account' as const)
    const made = await db.transaction().execute((trx) => addDraft(deps, trx, asker, { ...draft, kind }, clock.now()))
    // Sent already, from here or from another tab.
    if (!made) return c.redirect(requestPath(draft.id), 303)
    return goOn(c, asker, made)
  }

  /** To the first step that lacks something. Where there is but one unit, nobody chooses. */
  async function goOn(c: AskContext, asker: Asker, made: AccessRequest): Promise<Response> {
    const facts = await inAsking(asker, (trx) => findDraftFacts(trx, made, asker, clock.now()))
    const [onlyUnit, ...others] = facts.units
    const choosesUnit = asker.account === null && made.unitId === null
    if (choosesUnit && onlyUnit && others.length === 0)
      await changeDraft(db, made, { unitId: onlyUnit.id }, clock.now())
    const unit = choosesUnit && others.length === 0 ? (onlyUnit ?? null) : facts.unit
    const missing = openStep(made, { ...facts, unit }, asker)
    return goTo(c, made, missing ?? (made.serviceId === null ? 'tjeneste' : 'hvad'))
  }
}
