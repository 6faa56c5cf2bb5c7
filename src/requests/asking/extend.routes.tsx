/** `/mig/anmod/forlaeng/:id`: asking to keep a role of one's own that ends: the same once more, from the day after its last. */
import { Hono } from 'hono'
import type { AdminDeps } from '../../access/admin/admin-env.ts'
import { readId } from '../../access/admin/employees/employee.store.ts'
import { findEnding } from '../../access/endings/find-ending.ts'
import { suggestExtension } from '../../access/endings/suggest-extension.ts'
import { extendOwnRolePath } from '../../access/mine/mine-paths.ts'
import { readBeginning, readEnd } from '../../base/danish-time.ts'
import { rowOfForm } from '../../base/ids.ts'
import { askPaths, requestPath } from '../request-paths.ts'
import { findAskableRole } from './askable.store.ts'
import type { AskEnv } from './asker.tsx'
import type { AskingSteps } from './asking-steps.ts'
import { addDraft, changeDraft } from './drafts.store.ts'

export function extendRoutes(deps: AdminDeps, { inAsking, goTo }: AskingSteps): Hono<AskEnv> {
  const { db, clock } = deps
  const routes = new Hono<AskEnv>()

  routes.get(extendOwnRolePath(':id'), async (c) => {
    const asker = c.get('asker')
    const { account } = asker
    const assignmentId = readId(c.req.param('id'))
    if (!assignmentId || account?.status !== 'active') return deps.notFound(c)
    const now = clock.now()
    const found = await inAsking(asker, async (trx) => {
      const ending = await findEnding(trx, { accountId: account.id, assignmentId })
      return ending && { ending, assignable: await findAskableRole(trx, ending.roleId, now) }
    })
    if (!found) return deps.notFound(c)
    const { ending, assignable } = found
    // Somebody else gives it, without being asked here.
    if (!assignable) return c.redirect(`${askPaths.start}?ukendt`, 303)
    const typed = suggestExtension(ending, assignable, now)
    // Of the same end there is one draft, from however many mails it is followed.
    const id = rowOfForm(`${assignmentId} ${ending.validUntil.toISOString()}`, asker.hash)
    const nothing = { unitId: null, refusalReference: null }
    const draft = { id, kind: 'more-access' as const, serviceId: ending.serviceId, roleId: ending.roleId, ...nothing }
    const made = await db.transaction().execute(async (trx) => {
      const added = await addDraft(deps, trx, asker, draft, now)
      // What the asker has written in it meanwhile stays.
      if (added?.validFrom === null)
        await changeDraft(
          trx,
          added,
          {
            scopes: Object.fromEntries(Object.entries(typed.scopes).map(([key, values]) => [key, [...values]])),
            validFrom: readBeginning(typed.from),
            validUntil: readEnd(typed.until),
            hours: ending.hours,
          },
          now,
        )
      return added
    })
    return made ? goTo(c, made, 'hvad') : c.redirect(requestPath(id), 303)
  })

  return routes
}
