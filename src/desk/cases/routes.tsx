/** `/desk`, `/desk/sager…`: the service desk's cases, for the desk and for system management behind it. */
import { type Context, Hono } from 'hono'
import type { AdminDeps, AdminEnv } from '../../access/admin/admin-env.ts'
import { readId } from '../../access/admin/employees/employee.store.ts'
import { adminFrame } from '../../access/admin/frame.ts'
import { requireViewer } from '../../access/admin/require-viewer.tsx'
import { isWrong, nothingWrong, type Wrong } from '../../access/management/fields.tsx'
import { managed, managerOf } from '../../access/management/manager.ts'
import { plain } from '../../access/management/typed.ts'
import { may } from '../../access/may.ts'
import { recordEvents } from '../../audit/record-events.ts'
import { readCursor } from '../../base/cursor.ts'
import { rowOfForm } from '../../base/ids.ts'
import { readForm } from '../../web/form.ts'
import { findAttachment } from '../mail-in/mails-in.store.ts'
import { openAttachment } from '../mail-in/seal-attachment.ts'
import { attachPaper } from './attach-paper.ts'
import { CasePage } from './case.page.tsx'
import { steps } from './case-deeds.tsx'
import { CaseListPage } from './case-list.page.tsx'
import { countCases, listCases, readCaseQuery } from './case-list.store.ts'
import { attachmentField } from './case-thread.tsx'
import { attachmentPath, casePath, casesPaths } from './cases-paths.ts'
import { draftNames, draftText } from './drafts.ts'
import type { EnrolmentPort } from './enrolment-port.ts'
import { NewCasePage } from './new-case.page.tsx'
import { DeskOverviewPage } from './overview.page.tsx'
import { type CasePageFacts, readCasePage } from './read-case-page.ts'
import { stepOf } from './step-of.ts'
import { casesText } from './text.ts'
import { nothingTyped, readTypedInCase, type TypedInCase } from './typed-in-case.ts'
import { emptyNewCase, plainReference, readTypedNewCase, wrongNewCase } from './typed-new-case.ts'
import { workOnCase } from './work-case.ts'

/** As many of the next aims as fit under what waits. */
const nextShown = 10

/** What mails brought is kept encrypted (src/desk/mail-in/). */
export type CasesRouteDeps = AdminDeps & { attachmentKey: Uint8Array; enrolments: EnrolmentPort }

export function casesRoutes(deps: CasesRouteDeps): Hono<AdminEnv> {
  const routes = new Hono<AdminEnv>()
  routes.use(casesPaths.overview, requireViewer(deps))
  routes.use(casesPaths.list, requireViewer(deps))
  routes.use(`${casesPaths.list}/*`, requireViewer(deps))

  routes.get(casesPaths.overview, async (c) => {
    const manager = managerOf(c, deps, 'work-cases')
    if (!manager) return deps.notFound(c)
    const now = deps.clock.now()
    const looking = { personId: manager.personId, now }
    const [counts, open] = await Promise.all([
      countCases(deps.db, looking),
      listCases(deps.db, { view: 'open', kind: null, text: '' }, looking, null),
    ])
    const next = open.rows.filter(({ dueAt }) => dueAt !== null).slice(0, nextShown)
    return c.html(<DeskOverviewPage frame={adminFrame(c, deps)} {...{ counts, next, now }} />)
  })

  routes.get(casesPaths.list, async (c) => {
    const manager = managerOf(c, deps, 'work-cases')
    if (!manager) return deps.notFound(c)
    const now = deps.clock.now()
    const get = (name: string) => c.req.query(name)
    const query = readCaseQuery((name) => plain(get(name) ?? ''))
    const list = await listCases(deps.db, query, { personId: manager.personId, now }, readCursor(get, readId))
    return c.html(<CaseListPage frame={adminFrame(c, deps)} {...{ list, query, now }} />)
  })

  routes.get(casesPaths.new, async (c) => {
    if (!managerOf(c, deps, 'work-cases')) return deps.notFound(c)
    const page = { typed: emptyNewCase, wrong: nothingWrong, formId: deps.ids.uuid() }
    return c.html(<NewCasePage frame={adminFrame(c, deps)} {...page} />)
  })

  routes.post(casesPaths.new, async (c) => {
    const manager = managerOf(c, deps, 'work-cases')
    const form = await readForm(c)
    const formId = readId(form.get('id'))
    if (!manager || !formId) return deps.notFound(c)
    const typed = readTypedNewCase(form)
    const wrong = wrongNewCase(typed, c.get('language'))
    if (isWrong(wrong)) return c.html(<NewCasePage frame={adminFrame(c, deps)} {...{ typed, wrong, formId }} />, 422)
    const { id } = await deps.db.transaction().execute((trx) =>
      deps.cases.open(trx, {
        ...typed,
        email: typed.email || null,
        cvr: typed.cvr || null,
        reference: typed.reference || null,
        language: c.get('language'),
        id: rowOfForm(formId, manager.personId),
        source: 'desk',
        takenBy: manager.personId,
      }),
    )
    return c.redirect(`${casePath(id)}?klar=oprettet`, 303)
  })

  routes.get(casePath(':id'), async (c) => {
    const facts = await look(c)
    if (!facts) return deps.notFound(c)
    return show(c, facts, { typed: nothingTyped(facts.found), formId: deps.ids.uuid(), done: doneOf(c) })
  })

  routes.post(casePath(':id'), async (c) => {
    const manager = managerOf(c, deps, 'work-cases')
    const form = await readForm(c)
    const formId = readId(form.get('id'))
    const facts = formId && (await look(c))
    if (!manager || !formId || !facts) return deps.notFound(c)
    const { found, organisation } = facts
    const typed = readTypedInCase(form, found)
    const step = form.get('trin')
    if (step === steps.draft) {
      const name = draftNames.find((draft) => draft === form.get('kladde'))
      const draft = name ? draftText(name, organisation, found.asker.language) : ''
      const answer = [typed.answer, draft].filter((part) => part !== '').join('\n\n')
      return show(c, facts, { typed: { ...typed, answer }, formId })
    }
    const meant = stepOf(step, { typed, facts, personId: manager.personId, language: c.get('language') })
    if (!meant) return c.redirect(casePath(found.id), 303)
    if ('wrong' in meant) return show(c, facts, { typed, formId, wrong: meant.wrong, status: 422 })
    const worked = await workOnCase(
      { ...deps, desk: deps.shell(c).desk },
      { ...meant, caseId: found.id, version: Number(form.get('version')), formId, by: manager },
    )
    switch (worked.outcome) {
      case 'gone':
        return deps.notFound(c)
      case 'done':
        return c.redirect(`${casePath(found.id)}?${new URLSearchParams({ klar: step ?? '' })}`, 303)
      case 'no-address': {
        const wrong = { svar: casesText[c.get('language')].wrong.noAddress }
        return show(c, facts, { typed, formId, wrong, status: 422 })
      }
      case 'meanwhile': {
        const now = (await look(c)) ?? facts
        return show(c, now, { typed, formId: deps.ids.uuid(), meanwhile: true, status: 422 })
      }
    }
  })

  routes.get(attachmentPath(':id', ':bilag'), async (c) => {
    const manager = managerOf(c, deps, 'work-cases')
    const [id, attachmentId] = [readId(c.req.param('id')), readId(c.req.param('bilag'))]
    const kept = manager && id && attachmentId ? await findAttachment(deps.db, id, attachmentId) : null
    if (!manager || !id || !kept) return deps.notFound(c)
    await recordEvents(deps, deps.db, [
      managed(manager, { action: 'desk-case.downloaded', object: { kind: 'desk-case', id } }),
    ])
    c.set('isFile', true)
    return c.body(new Uint8Array(openAttachment(deps.attachmentKey, kept.id, kept.sealed)), 200, {
      'Content-Type': 'application/octet-stream',
      // What the sender called it may say anything.
      'Content-Disposition': `attachment; filename="bilag.${kept.kind}"`,
    })
  })

  routes.post(attachmentPath(':id', ':bilag'), async (c) => {
    const manager = managerOf(c, deps, 'work-cases')
    const attachmentId = readId(c.req.param('bilag'))
    const facts = attachmentId && may(c.get('viewer').acting, 'see-enrolments', {}) ? await look(c) : null
    if (!manager || !attachmentId || !facts) return deps.notFound(c)
    const { id: caseId } = facts.found
    const enrolmentId = readId((await readForm(c)).get('tilmelding'))
    const language = c.get('language')
    const attached = enrolmentId
      ? await attachPaper(
          { ...deps, desk: deps.shell(c).desk },
          { caseId, attachmentId, enrolmentId, by: manager, language },
        )
      : { outcome: 'not-now' as const }
    switch (attached.outcome) {
      case 'gone':
        return deps.notFound(c)
      case 'done':
        return c.redirect(`${casePath(caseId)}?klar=bilag`, 303)
      default: {
        const sentence = 'sentence' in attached ? attached.sentence : casesText[language].wrong.paperNotNow
        const wrong = { [attachmentField(attachmentId)]: sentence }
        const page = { typed: nothingTyped(facts.found), formId: deps.ids.uuid(), wrong, status: 422 as const }
        return show(c, (await look(c)) ?? facts, page)
      }
    }
  })

  return routes

  async function look(c: Context<AdminEnv>): Promise<CasePageFacts | null> {
    const manager = managerOf(c, deps, 'work-cases')
    const id = readId(c.req.param('id'))
    if (!manager || !id) return null
    const asked = (name: string) =>
      plain(c.req.query(name) ?? '')
        .trim()
        .slice(0, 100)
    const by = { ...manager, capacity: c.get('viewer').acting.kind }
    const reference = plainReference(asked('reference'))
    return readCasePage(deps, id, { person: asked('person'), reference, language: c.get('language'), by })
  }

  function show(
    c: Context<AdminEnv>,
    facts: CasePageFacts,
    page: {
      typed: TypedInCase
      formId: string
      wrong?: Wrong
      meanwhile?: boolean
      done?: string | null
      status?: 200 | 422
    },
  ) {
    const { wrong = nothingWrong, meanwhile = false, done = null, status = 200, typed, formId } = page
    const { acting, personId } = c.get('viewer')
    const more = {
      ownPersonId: personId,
      mayAppoint: may(acting, 'appoint-first-chief', {}),
      now: deps.clock.now(),
    }
    return c.html(
      <CasePage frame={adminFrame(c, deps)} {...facts} {...more} {...{ typed, formId, wrong, meanwhile, done }} />,
      status,
    )
  }
}

function doneOf(c: Context<AdminEnv>): string | null {
  const { done } = casesText[c.get('language')]
  const name = (Object.keys(done) as (keyof typeof done)[]).find((key) => key === c.req.query('klar'))
  return name ? done[name] : null
}
