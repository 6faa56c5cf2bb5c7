/** `/mig/anmod/mist/:id`: one may ask to lose a role of one's own. */
import { type Context, Hono } from 'hono'
import type { AdminDeps } from '../../access/admin/admin-env.ts'
import { readId } from '../../access/admin/employees/employee.store.ts'
import { loseRolePath } from '../../access/mine/mine-paths.ts'
import { findRights, type Right } from '../../access/roles/rights.store.ts'
import { rowOfForm } from '../../base/ids.ts'
import { withoutUnprintable } from '../../base/plain-text.ts'
import { readForm } from '../../web/form.ts'
import { requestPath } from '../request-paths.ts'
import { askFrame } from './ask-frame.ts'
import type { AskEnv } from './asker.tsx'
import { wrongReason } from './check-draft.ts'
import { addDraft } from './drafts.store.ts'
import { LoseRolePage } from './lose-role.page.tsx'
import { submitRequest } from './submit-request.ts'

export function loseRoutes(deps: AdminDeps): Hono<AskEnv> {
  const { db, clock } = deps
  const routes = new Hono<AskEnv>()

  routes.get(loseRolePath(':id'), async (c) => {
    const right = await ownRight(c)
    if (!right) return deps.notFound(c)
    const page = { frame: askFrame(c, deps), right, formId: deps.ids.uuid() }
    return c.html(<LoseRolePage {...page} typed="" mistake={null} tooMany={false} />)
  })

  routes.post(loseRolePath(':id'), async (c) => {
    const asker = c.get('asker')
    const right = await ownRight(c)
    const form = await readForm(c)
    const formId = readId(form.get('id'))
    if (!right || !formId) return deps.notFound(c)
    const typed = withoutUnprintable(form.get('hvorfor') ?? '').trim()
    const page = { frame: askFrame(c, deps), right, formId, typed }
    const mistake = wrongReason(typed)
    if (mistake) return c.html(<LoseRolePage {...page} mistake={mistake} tooMany={false} />, 422)
    const { assignment, service } = right
    const draft = {
      id: rowOfForm(formId, asker.hash, assignment.id),
      kind: 'less-access' as const,
      unitId: null,
      serviceId: service.id,
      roleId: assignment.role.id,
      losingAssignmentId: assignment.id,
      refusalReference: null,
    }
    const sent = await db.transaction().execute(async (trx) => {
      await addDraft(deps, trx, asker, draft, clock.now())
      return submitRequest(deps, trx, asker, {
        draftId: draft.id,
        others: null,
        need: { terms: null, reason: typed, email: null },
        unitId: null,
        language: c.get('language'),
        source: deps.visit(c).source,
      })
    })
    if (sent.outcome === 'sent') return c.redirect(`${requestPath(sent.id)}?sendt`, 303)
    if (sent.outcome === 'same') return c.redirect(`${requestPath(sent.id)}?samme`, 303)
    return sent.outcome === 'too-many'
      ? c.html(<LoseRolePage {...page} mistake={null} tooMany={true} />, 422)
      : deps.notFound(c)
  })

  return routes

  async function ownRight(c: Context<AskEnv>): Promise<Right | null> {
    const { account } = c.get('asker')
    const id = readId(c.req.param('id'))
    if (!account || !id) return null
    const rights = await findRights(db, [account.id])
    return rights.find(({ assignment }) => assignment.id === id && assignment.withdrawnAt === null) ?? null
  }
}
