/** `/mig/anmod`: from a way in to a request that is sent. Every step is a form that leads to the next; the draft keeps what was said. */
import { type Context, Hono } from 'hono'
import type { AdminDeps } from '../../access/admin/admin-env.ts'
import { readId } from '../../access/admin/employees/employee.store.ts'
import { readLine } from '../../access/admin/read-line.ts'
import { writeDay } from '../../base/danish-time.ts'
import { rowOfForm } from '../../base/ids.ts'
import type { Trx } from '../../storage/database.ts'
import { inOrganisation } from '../../storage/in-organisation.ts'
import { readForm } from '../../web/form.ts'
import { findMyRequest } from '../mine/my-requests.store.ts'
import type { AccessRequest } from '../request.ts'
import { askPaths, type DraftStep, draftPath, requestPath } from '../request-paths.ts'
import { askFrame } from './ask-frame.ts'
import {
  type AskableService,
  findAskableRole,
  findAskableRoles,
  findAskableServices,
  findAskableUnits,
} from './askable.store.ts'
import { type AskEnv, type Asker, hindranceOf, isEmployed, requireAsker } from './asker.tsx'
import { CheckPage, type NotSent } from './check.page.tsx'
import { checkNeed, isMistaken, type Need, type NeedMistakes, readNeed, type TypedNeed } from './check-draft.ts'
import type { Gone } from './choose-parts.tsx'
import { ChooseRolePage } from './choose-role.page.tsx'
import { ChooseServicePage } from './choose-service.page.tsx'
import { ChooseUnitPage } from './choose-unit.page.tsx'
import { type DraftFacts, findDraftFacts, openStep, typedOf } from './draft-facts.ts'
import { addDraft, changeDraft, findDraft, listDrafts, removeDraft } from './drafts.store.ts'
import { HinderedPage } from './hindered.page.tsx'
import { NeedPage } from './need.page.tsx'
import { StartPage } from './start.page.tsx'
import { type Submitting, submitRequest } from './submit-request.ts'

/** More than that is a long list, and is searched. */
const mostChoices = 20
const noMistakes: NeedMistakes = { terms: [], own: [] }

type AskContext = Context<AskEnv>

interface Opened {
  asker: Asker
  draft: AccessRequest
  facts: DraftFacts
}

export function askRoutes(deps: AdminDeps): Hono<AskEnv> {
  const { db, clock } = deps
  const routes = new Hono<AskEnv>()
  for (const path of [askPaths.start, `${askPaths.start}/*`])
    routes.use(path, requireAsker(deps), async (c, next) => {
      const { organisation, ...asker } = c.get('asker')
      const hindrance = hindranceOf({ organisation, ...asker })
      if (!hindrance) return next()
      return c.html(
        <HinderedPage frame={askFrame(c, deps)} hindrance={hindrance} organisation={organisation.name} />,
        409,
      )
    })

  routes.get(askPaths.start, async (c) => {
    const asker = c.get('asker')
    return c.html(
      <StartPage
        frame={askFrame(c, deps)}
        organisation={asker.organisation.name}
        isEmployed={isEmployed(asker)}
        asksForOthers={false}
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
      const [service] = await findAskableServices(trx, { now: clock.now(), key })
      return service ? { service, roleId: await onlyRole(trx, asker, service) } : null
    })
    if (!found) return c.redirect(`${askPaths.start}?ukendt`, 303)
    return begin(c, asker, {
      id: rowOfForm(`${key} ${refusal ?? writeDay(clock.now())}`, asker.hash),
      unitId: null,
      serviceId: found.service.id,
      roleId: found.roleId,
      refusalReference: refusal,
    })
  })

  routes.get(draftPath(':id', 'enhed'), async (c) => {
    const opened = await open(c)
    if (opened instanceof Response) return opened
    const { asker, draft } = opened
    const text = readLine(c.req.query('soeg'), 100)
    const found = await inAsking(asker, (trx) => findAskableUnits(trx, { text, limit: mostChoices }))
    const page = { ...pageOf(c, opened, 'enhed'), draftId: draft.id, searched: text }
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
    const { asker, draft } = opened
    const text = readLine(c.req.query('soeg'), 100)
    const all = await inAsking(asker, (trx) => findAskableServices(trx, { now: clock.now() }))
    const services = all.filter(({ nameDa, nameEn, descriptionDa }) => holds(text, nameDa, nameEn, descriptionDa))
    const page = { ...pageOf(c, opened, 'tjeneste'), draftId: draft.id, searched: text, services }
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
    const cleared = { roleId: null, scopes: {}, validFrom: null, validUntil: null }
    if (chosen === 'ingen' && asker.account === null) {
      await changeDraft(db, draft, { serviceId: null, ...cleared }, now)
      return goTo(c, draft, 'hvad')
    }
    const id = readId(chosen)
    const found = id
      ? await inAsking(asker, async (trx) => {
          const [service] = await findAskableServices(trx, { now, id })
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
    const page = { ...pageOf(c, opened, 'rolle'), draftId: draft.id, service, unit: unit?.name ?? null, searched: text }
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
    const cleared = draft.roleId === role.role.id ? {} : { scopes: {}, validFrom: null, validUntil: null }
    await changeDraft(db, draft, { roleId: role.role.id, ...cleared }, now)
    return goTo(c, draft, 'hvad')
  })

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
    const { asker, draft, facts } = opened
    const sending = {
      draftId: draft.id,
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

  function inAsking<Result>({ organisation }: Asker, use: (trx: Trx) => Promise<Result>): Promise<Result> {
    return inOrganisation(db, organisation.id, use)
  }

  /** A role that nobody has to choose, since there is no other. */
  async function onlyRole(trx: Trx, asker: Asker, service: AskableService): Promise<string | null> {
    const asked = { serviceId: service.id, unitId: null, notAccountId: asker.account?.id ?? null, now: clock.now() }
    const { roles } = await findAskableRoles(trx, asked)
    const [only, ...others] = roles
    return only && others.length === 0 && service.needsRole ? only.assignable.role.id : null
  }

  async function begin(
    c: AskContext,
    asker: Asker,
    draft: Omit<Parameters<typeof addDraft>[3], 'kind'>,
  ): Promise<Response> {
    const kind = isEmployed(asker) ? ('more-access' as const) : ('new-account' as const)
    const made = await db.transaction().execute((trx) => addDraft(deps, trx, asker, { ...draft, kind }, clock.now()))
    // Sent already, from here or from another tab.
    if (!made) return c.redirect(requestPath(draft.id), 303)
    const facts = await inAsking(asker, (trx) => findDraftFacts(trx, made, asker, clock.now()))
    const [onlyUnit, ...others] = facts.units
    const choosesUnit = asker.account === null && made.unitId === null
    if (choosesUnit && onlyUnit && others.length === 0)
      await changeDraft(db, made, { unitId: onlyUnit.id }, clock.now())
    const unit = choosesUnit && others.length === 0 ? (onlyUnit ?? null) : facts.unit
    const missing = openStep(made, { ...facts, unit }, asker)
    return goTo(c, made, missing ?? (made.serviceId === null ? 'tjeneste' : 'hvad'))
  }

  /** The draft and what it is about; the page that says why not. */
  async function open(c: AskContext): Promise<Opened | Response> {
    const asker = c.get('asker')
    const id = readId(c.req.param('id'))
    const draft = id && (await findDraft(db, asker, id, clock.now()))
    // Back from what has been sent: it is there that it goes on.
    if (id && !draft && (await findMyRequest(db, asker, id))) return c.redirect(requestPath(id), 303)
    if (!draft) return deps.notFound(c)
    return { asker, draft, facts: await inAsking(asker, (trx) => findDraftFacts(trx, draft, asker, clock.now())) }
  }

  function goTo(c: AskContext, { id }: { id: string }, step: DraftStep, query = ''): Response {
    return c.redirect(draftPath(id, step) + query, 303)
  }

  /** Back to the step that lacks something, saying what has gone where something has. */
  function lacking(c: AskContext, { asker, draft, facts }: Opened): Response | null {
    const step = openStep(draft, facts, asker)
    if (step === null) return null
    const had = {
      enhed: draft.unitId,
      tjeneste: draft.serviceId,
      rolle: draft.roleId,
      hvad: null,
      kontrol: null,
      slet: null,
    }
    return goTo(c, draft, step, had[step] === null ? '' : '?vaek')
  }

  function pageOf(c: AskContext, { asker, facts }: Opened, step: 'enhed' | 'tjeneste' | 'rolle' | 'hvad' | 'kontrol') {
    const steps = [
      ...(asker.account === null && facts.units.length > 1 ? ['enhed'] : []),
      'tjeneste',
      ...(facts.service && !facts.service.needsRole ? [] : ['rolle']),
      'hvad',
      'kontrol',
    ]
    const gone: Record<string, Gone> = { enhed: 'unit', tjeneste: 'service', rolle: 'role' }
    return {
      frame: askFrame(c, deps),
      stage: { step: Math.max(steps.indexOf(step), 0) + 1, steps: steps.length },
      organisation: asker.organisation.name,
      gone: c.req.query('vaek') === undefined ? null : (gone[step] ?? null),
    }
  }

  function typedNeedOf({ asker, draft, facts }: Opened, now: Date): TypedNeed {
    const known = asker.logIn.session.authentication.attributes.email?.[0] ?? ''
    return { terms: typedOf(draft, facts, now), reason: draft.reason, email: draft.email ?? known }
  }

  function needPage(c: AskContext, opened: Opened, typed: TypedNeed, mistakes: NeedMistakes) {
    const wrong = mistakes.terms.length + mistakes.own.length > 0
    return c.html(
      <NeedPage
        {...pageOf(c, opened, 'hvad')}
        draftId={opened.draft.id}
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
    const { asker, draft, facts } = opened
    return c.html(
      <CheckPage
        {...pageOf(c, opened, 'kontrol')}
        draftId={draft.id}
        person={asker.name}
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
      case 'gone':
        return deps.notFound(c)
      default:
        return checkPage(c, opened, need, sent.outcome)
    }
  }
}

function holds(text: string, ...names: string[]): boolean {
  const all = names.join(' ').toLocaleLowerCase('da')
  return text
    .toLocaleLowerCase('da')
    .split(' ')
    .every((word) => all.includes(word))
}
