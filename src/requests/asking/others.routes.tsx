/** `/mig/anmod/for-andre`: an administrator says whom to ask for; also straight from ticks in the list of employees. */
import { Hono } from 'hono'
import type { AdminDeps } from '../../access/admin/admin-env.ts'
import { readId } from '../../access/admin/employees/employee.store.ts'
import { listEmployees } from '../../access/admin/employees/employees.store.ts'
import { readLine } from '../../access/admin/read-line.ts'
import { rowOfForm } from '../../base/ids.ts'
import { readForm } from '../../web/form.ts'
import { askPaths } from '../request-paths.ts'
import { askFrame } from './ask-frame.ts'
import type { AskEnv } from './asker.tsx'
import type { AskContext, AskingSteps } from './asking-steps.ts'
import { addDraft } from './drafts.store.ts'
import { asksForOthers, findForOthers, mostOthers } from './for-others.ts'
import { OthersPage, type OthersPageProps } from './others.page.tsx'

export function othersRoutes(deps: AdminDeps, { inAsking, goTo }: AskingSteps): Hono<AskEnv> {
  const { db, clock } = deps
  const routes = new Hono<AskEnv>()

  routes.get(askPaths.forOthers, (c) => {
    const ticked = (c.req.queries('konto') ?? []).flatMap((id) => readId(id) ?? [])
    return page(c, { ticked, text: readLine(c.req.query('soeg'), 100), mistake: null, formId: deps.ids.uuid() })
  })

  routes.post(askPaths.forOthers, async (c) => {
    const asker = c.get('asker')
    if (!asksForOthers(asker)) return deps.notFound(c)
    const form = await readForm(c)
    const formId = readId(form.get('id'))
    if (!formId) return c.redirect(askPaths.forOthers, 303)
    const ticked = [...new Set(form.all('konto').flatMap((id) => readId(id) ?? []))]
    const chosen = ticked.length > 0 ? await inAsking(asker, (trx) => findForOthers(trx, asker, ticked)) : null
    const typed = { ticked, text: readLine(form.get('soeg'), 100), formId }
    if (!chosen) return page(c, { ...typed, mistake: 'nobody' })
    if (chosen.people.length > mostOthers) return page(c, { ...typed, mistake: 'too-many' })
    const draft = {
      id: rowOfForm(formId, asker.hash),
      kind: 'more-access' as const,
      unitId: null,
      serviceId: null,
      roleId: null,
      refusalReference: null,
      forAccountIds: chosen.people.map(({ accountId }) => accountId),
    }
    const made = await db.transaction().execute((trx) => addDraft(deps, trx, asker, draft, clock.now()))
    return made ? goTo(c, made, 'tjeneste') : c.redirect(askPaths.requests, 303)
  })

  return routes

  async function page(
    c: AskContext,
    { ticked, text, ...shown }: { ticked: string[]; text: string } & Pick<OthersPageProps, 'mistake' | 'formId'>,
  ) {
    const asker = c.get('asker')
    const { viewer } = asker
    if (!asksForOthers(asker) || !viewer || !('limits' in viewer.acting)) return deps.notFound(c)
    const { limits } = viewer.acting
    const query = { text, unitId: null, status: 'active' as const }
    const found = await inAsking(asker, async (trx) => ({
      chosen: ticked.length > 0 ? await findForOthers(trx, asker, ticked) : null,
      list: await listEmployees(trx, limits, query, null, clock.now()),
    }))
    const chosen = found.chosen?.people ?? []
    const others = found.list.rows.filter(
      ({ id }) => id !== asker.account?.id && !chosen.some(({ accountId }) => accountId === id),
    )
    return c.html(
      <OthersPage
        frame={askFrame(c, deps)}
        chosen={chosen}
        others={others}
        further={found.list.total > found.list.rows.length}
        searched={text}
        {...shown}
      />,
      shown.mistake === null ? 200 : 422,
    )
  }
}
