/** What it shall apply to, how long and why; then all of it once more, and it is sent. */
import { Hono } from 'hono'
import type { AdminDeps } from '../../access/admin/admin-env.ts'
import { readId } from '../../access/admin/employees/employee.store.ts'
import { readForm } from '../../web/form.ts'
import { askPaths, draftPath, requestPath } from '../request-paths.ts'
import type { AskEnv } from './asker.tsx'
import type { AskContext, AskingSteps, Opened } from './asking-steps.ts'
import { CheckPage, type NotSent } from './check.page.tsx'
import { checkNeed, isMistaken, type Need, type NeedMistakes, readNeed, type TypedNeed } from './check-draft.ts'
import { typedOf } from './draft-facts.ts'
import { changeDraft, findDraft, removeDraft } from './drafts.store.ts'
import { NeedPage } from './need.page.tsx'
import { type Submitting, submitRequest } from './submit-request.ts'

const noMistakes: NeedMistakes = { terms: [], own: [] }

export function sendRoutes(deps: AdminDeps, { open, goTo, lacking, pageOf }: AskingSteps): Hono<AskEnv> {
  const { db, clock } = deps
  const routes = new Hono<AskEnv>()

  routes.get(draftPath(':id', 'hvad'), async (c) => {
    const opened = await open(c)
    if (opened instanceof Response) return opened
    const missing = lacking(c, opened)
    if (missing) return missing
    const typed = typedNeedOf(opened, clock.now())
    const checked = c.req.query('fejl') === undefined ? noMistakes : checkNeed(opened.facts, typed, clock.now())
    return needPage(c, opened, typed, isMistaken(checked) ? checked : noMistakes)
  })

  routes.post(draftPath(':id', 'hvad'), async (c) => {
    const opened = await open(c)
    if (opened instanceof Response) return opened
    const { draft, facts } = opened
    const now = clock.now()
    const typed = readNeed(await readForm(c), facts)
    const checked = checkNeed(facts, typed, now)
    const missing = lacking(c, opened)
    if (missing) {
      // What was chosen has gone while they wrote: the sentence is kept for what they choose instead.
      await changeDraft(db, draft, { reason: typed.reason.slice(0, 10_000) }, now)
      return missing
    }
    if (isMistaken(checked)) return needPage(c, opened, typed, checked)
    const { reason, email, terms } = checked
    await changeDraft(db, draft, { reason, email, ...terms, ...(terms && { reason }) }, now)
    return goTo(c, draft, 'kontrol')
  })

  routes.get(draftPath(':id', 'kontrol'), async (c) => {
    const opened = await open(c)
    if (opened instanceof Response) return opened
    const ready = readyToSend(c, opened)
    return ready instanceof Response ? ready : checkPage(c, opened, ready, null)
  })

  routes.post(draftPath(':id', 'kontrol'), async (c) => {
    const opened = await open(c)
    if (opened instanceof Response) return opened
    const need = readyToSend(c, opened)
    if (need instanceof Response) return need
    const { asker, draft, facts, others } = opened
    const sending = {
      draftId: draft.id,
      others,
      need,
      unitId: facts.unit?.id ?? null,
      language: c.get('language'),
      source: deps.visit(c).source,
    }
    const sent = await db.transaction().execute((trx) => submitRequest(deps, trx, asker, sending))
    return afterSending(c, opened, need, sent)
  })

  routes.post(draftPath(':id', 'slet'), async (c) => {
    const id = readId(c.req.param('id'))
    const draft = id && (await findDraft(db, c.get('asker'), id, clock.now()))
    if (!draft) return deps.notFound(c)
    await removeDraft(db, draft)
    return c.redirect(askPaths.start, 303)
  })

  return routes

  function typedNeedOf({ asker, draft, facts }: Opened, now: Date): TypedNeed {
    const known = asker.logIn.session.authentication.attributes.email?.[0] ?? ''
    return { terms: typedOf(draft, facts, now), reason: draft.reason, email: draft.email ?? known }
  }

  function needPage(c: AskContext, opened: Opened, typed: TypedNeed, mistakes: NeedMistakes) {
    const wrong = mistakes.terms.length + mistakes.own.length > 0
    return c.html(
      <NeedPage
        {...pageOf(c, opened, 'hvad')}
        facts={opened.facts}
        typed={typed}
        mistakes={mistakes}
        asksForEmail={opened.asker.account === null}
      />,
      wrong && c.req.method === 'POST' ? 422 : 200,
    )
  }

  /** What would be sent, looked at anew; else back to what must be mended. */
  function readyToSend(c: AskContext, opened: Opened): Need | Response {
    const missing = lacking(c, opened)
    if (missing) return missing
    const checked = checkNeed(opened.facts, typedNeedOf(opened, clock.now()), clock.now())
    return isMistaken(checked) ? goTo(c, opened.draft, 'hvad', '?fejl') : checked
  }

  function checkPage(c: AskContext, opened: Opened, need: Need, notSent: NotSent | null) {
    const { asker, facts, others } = opened
    return c.html(
      <CheckPage
        {...pageOf(c, opened, 'kontrol')}
        people={others?.people.map(({ name }) => name) ?? [asker.name]}
        facts={facts}
        need={need}
        choosesUnit={asker.account === null && facts.units.length > 1}
        asksForEmail={asker.account === null}
        notSent={notSent}
      />,
      notSent === null ? 200 : 422,
    )
  }

  function afterSending(c: AskContext, opened: Opened, need: Need, sent: Submitting) {
    switch (sent.outcome) {
      case 'sent':
        return c.redirect(`${requestPath(sent.id)}?sendt`, 303)
      case 'same':
        return c.redirect(`${requestPath(sent.id)}?samme`, 303)
      case 'several':
        return c.redirect(`${askPaths.requests}?sendt`, 303)
      case 'gone':
        return deps.notFound(c)
      default:
        return checkPage(c, opened, need, sent.outcome)
    }
  }
}
