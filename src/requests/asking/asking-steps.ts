/** What the steps of asking share: the draft a page is about, where to go next, and what stands around every step. */
import type { Context } from 'hono'
import type { AdminDeps } from '../../access/admin/admin-env.ts'
import { readId } from '../../access/admin/employees/employee.store.ts'
import type { Trx } from '../../storage/database.ts'
import { inOrganisation } from '../../storage/in-organisation.ts'
import { findMyRequest } from '../mine/my-requests.store.ts'
import type { AccessRequest } from '../request.ts'
import { type DraftStep, draftPath, requestPath } from '../request-paths.ts'
import { askFrame } from './ask-frame.ts'
import { type AskableService, findAskableRoles, findAskableServices } from './askable.store.ts'
import type { AskEnv, Asker } from './asker.tsx'
import type { Gone } from './choose-parts.tsx'
import { type DraftFacts, findDraftFacts, openStep } from './draft-facts.ts'
import { findDraft } from './drafts.store.ts'
import { type ForOthers, findForOthers, servicesOfOthers } from './for-others.ts'

export type AskContext = Context<AskEnv>

export interface Opened {
  asker: Asker
  draft: AccessRequest
  facts: DraftFacts
  /** Whom an administrator asks for; null: for themselves. */
  others: ForOthers | null
}

export type AskingSteps = ReturnType<typeof askingSteps>

export function askingSteps(deps: AdminDeps) {
  const { db, clock } = deps

  function inAsking<Result>({ organisation }: Asker, use: (trx: Trx) => Promise<Result>): Promise<Result> {
    return inOrganisation(db, organisation.id, use)
  }

  /** The draft and what it is about; the page that says why not. */
  async function open(c: AskContext): Promise<Opened | Response> {
    const asker = c.get('asker')
    const id = readId(c.req.param('id'))
    const draft = id && (await findDraft(db, asker, id, clock.now()))
    // Back from what has been sent: it is there that it goes on.
    if (id && !draft && (await findMyRequest(db, asker, id))) return c.redirect(requestPath(id), 303)
    if (!draft) return deps.notFound(c)
    return inAsking(asker, async (trx) => {
      const others = draft.forAccountIds && (await findForOthers(trx, asker, draft.forAccountIds))
      // They may not ask for others any more, or not for these.
      if (draft.forAccountIds && !others) return deps.notFound(c)
      return { asker, draft, facts: await findDraftFacts(trx, draft, asker, clock.now()), others }
    })
  }

  async function findServices(
    trx: Trx,
    { asker, others }: Pick<Opened, 'asker' | 'others'>,
    which: { key?: string; id?: string } = {},
  ): Promise<AskableService[]> {
    const services = await findAskableServices(trx, { now: clock.now(), ...which })
    return others ? servicesOfOthers(services, asker) : services
  }

  /** A role that nobody has to choose, since there is no other. */
  async function onlyRole(trx: Trx, asker: Asker, service: AskableService): Promise<string | null> {
    const asked = { serviceId: service.id, unitId: null, notAccountId: asker.account?.id ?? null, now: clock.now() }
    const { roles } = await findAskableRoles(trx, asked)
    const [only, ...more] = roles
    return only && more.length === 0 && service.needsRole ? only.assignable.role.id : null
  }

  function goTo(c: AskContext, { id }: { id: string }, step: DraftStep, query = ''): Response {
    return c.redirect(draftPath(id, step) + query, 303)
  }

  /** Back to the step that lacks something, saying what has gone where something has. */
  function lacking(c: AskContext, { asker, draft, facts }: Opened): Response | null {
    const step = openStep(draft, facts, asker)
    if (step === null) return null
    const { unitId: enhed, serviceId: tjeneste, roleId: rolle } = draft
    const had = { enhed, tjeneste, rolle }[step]
    return goTo(c, draft, step, had === null ? '' : '?vaek')
  }

  function pageOf(c: AskContext, { asker, draft, facts }: Opened, step: Exclude<DraftStep, 'slet'>) {
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
      draftId: draft.id,
    }
  }

  return { inAsking, open, findServices, onlyRole, goTo, lacking, pageOf }
}
