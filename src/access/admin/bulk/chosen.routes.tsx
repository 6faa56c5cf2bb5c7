/** From ticks in the list of employees to a dry run: whom, then what. */
import { type Context, Hono } from 'hono'
import { writeDay } from '../../../base/danish-time.ts'
import type { Trx } from '../../../storage/database.ts'
import { inOrganisation } from '../../../storage/in-organisation.ts'
import { type FormFields, readForm } from '../../../web/form.ts'
import { may } from '../../may.ts'
import type { Actor } from '../actor.ts'
import type { AdminDeps, AdminEnv } from '../admin-env.ts'
import { adminPaths, bulkPath } from '../admin-paths.ts'
import { readId } from '../employees/employee.store.ts'
import { listMatching } from '../employees/employees.store.ts'
import { readQuery } from '../employees/read-query.ts'
import { adminFrame } from '../frame.ts'
import { chosenDeeds, deedWord, emptyRow, type TypedRow } from './bulk-columns.ts'
import { type BulkFacts, findTerms } from './bulk-facts.store.ts'
import { type BulkJob, chosenAccounts, findBulkJob, insertBulkJob, insertChosen } from './bulk-jobs.store.ts'
import { changerOf, mayApply } from './changer.ts'
import { ChooseDeedPage, type DeedMistake, type TypedDeed } from './choose-deed.page.tsx'
import { saveDryRun } from './save-dry-run.ts'

export function chosenRoutes(deps: AdminDeps): Hono<AdminEnv> {
  const routes = new Hono<AdminEnv>()

  routes.post(adminPaths.bulkChosen, async (c) => {
    const actor = changerOf(c, deps)
    if (!actor) return deps.notFound(c)
    const form = await readForm(c)
    const now = deps.clock.now()
    const deed = chosenDeeds.find((one) => one === form.get('goer')) ?? 'give'
    const ticked = new Set(form.all('konto').flatMap((id) => readId(id) ?? []))
    const all = form.get('alle') !== null
    if (!all && ticked.size === 0) {
      const filters = ['soeg', 'enhed', 'status'].map((name) => [name, form.get(name) ?? ''])
      const back = new URLSearchParams(filters.filter(([, value]) => value !== ''))
      back.set('mangler', 'valg')
      return c.redirect(`${adminPaths.employees}?${back}`, 303)
    }
    const { acting, personId, source } = actor
    const job = { id: deps.ids.uuid(), organisationId: acting.organisation.id }
    await inOrganisation(deps.db, job.organisationId, async (trx) => {
      const people = all
        ? await listMatching(trx, acting.limits, readQuery(form.get), now, null)
        : await listMatching(trx, acting.limits, { text: '', unitId: null, status: null }, now, [...ticked])
      await insertBulkJob(trx, {
        ...job,
        madeBy: personId,
        accountId: acting.accountId,
        capacity: acting.key,
        madeAt: now,
        source,
        fileName: null,
        state: 'chosen',
      })
      await insertChosen(trx, job, people, deps.ids)
    })
    return c.redirect(`${bulkPath(job.id, 'hvad')}?goer=${deed}`, 303)
  })

  routes.get(bulkPath(':id', 'hvad'), async (c) => {
    const deed = chosenDeeds.find((one) => one === c.req.query('goer')) ?? 'give'
    const typed: TypedDeed = {
      deed,
      roleId: '',
      unitId: '',
      scope: '',
      from: writeDay(deps.clock.now()),
      until: '',
      reason: '',
    }
    const found = await withChosen(c, (trx, job, actor) => describe(trx, job, actor, typed))
    return found ? c.html(<ChooseDeedPage frame={adminFrame(c, deps)} {...found} mistakes={[]} />) : deps.notFound(c)
  })

  routes.post(bulkPath(':id', 'hvad'), async (c) => {
    const typed = readTyped(await readForm(c))
    const found = await withChosen(c, async (trx, job, actor) => {
      const page = await describe(trx, job, actor, typed)
      const mistakes = mistakesIn(typed, page)
      if (mistakes.length > 0) return { page, mistakes }
      const row = rowOf(typed, page)
      const accounts = await chosenAccounts(trx, job.id)
      const wanted = accounts.map((accountId, at) => ({ number: at + 1, typed: row, accountId }))
      return { id: await saveDryRun(deps, trx, actor, { fileName: null, wanted }) }
    })
    if (!found) return deps.notFound(c)
    if ('id' in found) return c.redirect(bulkPath(found.id), 303)
    return c.html(<ChooseDeedPage frame={adminFrame(c, deps)} {...found.page} mistakes={found.mistakes} />, 422)
  })

  async function withChosen<Result>(
    c: Context<AdminEnv>,
    use: (trx: Trx, job: BulkJob, actor: Actor) => Promise<Result>,
  ): Promise<Result | null> {
    const actor = changerOf(c, deps)
    const id = readId(c.req.param('id'))
    if (!actor || !id) return null
    return inOrganisation(deps.db, actor.acting.organisation.id, async (trx) => {
      const job = await findBulkJob(trx, actor.acting, id)
      return job?.state === 'chosen' && mayApply(job, actor.acting) ? use(trx, job, actor) : null
    })
  }

  async function describe(trx: Trx, job: BulkJob, { acting }: Actor, typed: TypedDeed) {
    const terms = await findTerms(trx, { limits: acting.limits, now: deps.clock.now() })
    const count = (await chosenAccounts(trx, job.id)).length
    const organisationId = acting.organisation.id
    return {
      jobId: job.id,
      count,
      typed,
      roles: typed.deed === 'give' ? terms.roles.filter(({ id }) => terms.assignable.has(id)) : terms.roles,
      units: terms.units.filter(
        ({ id, closed }) => !closed && may(acting, 'change-account', { organisationId, unitId: id }),
      ),
    }
  }

  return routes
}

function readTyped(form: FormFields): TypedDeed {
  const text = (name: string, most: number) => (form.get(name) ?? '').trim().slice(0, most)
  return {
    deed: chosenDeeds.find((one) => one === form.get('goer')) ?? 'give',
    roleId: readId(form.get('rolle')) ?? '',
    unitId: readId(form.get('enhed')) ?? '',
    scope: text('omfang', 2000),
    from: text('fra', 20),
    until: text('til', 20),
    reason: text('begrundelse', 500),
  }
}

type Choices = Pick<BulkFacts, 'roles' | 'units'>

function mistakesIn({ deed, roleId, unitId, reason }: TypedDeed, { roles, units }: Choices): DeedMistake[] {
  const mistakes: DeedMistake[] = []
  if ((deed === 'give' || deed === 'take-back') && !roles.some(({ id }) => id === roleId)) mistakes.push('roleMissing')
  if (deed === 'move' && !units.some(({ id }) => id === unitId)) mistakes.push('unitMissing')
  if (reason === '') mistakes.push('reasonMissing')
  return mistakes
}

/** As it would stand in a file. */
function rowOf(typed: TypedDeed, { roles, units }: Choices): TypedRow {
  const role = roles.find(({ id }) => id === typed.roleId)
  const unit = units.find(({ id }) => id === typed.unitId)
  const common = { ...emptyRow, deed: deedWord(typed.deed), reason: typed.reason }
  switch (typed.deed) {
    case 'give':
    case 'take-back': {
      const which = { service: role?.service.key ?? '', role: role?.key ?? '' }
      const terms = typed.deed === 'give' ? { scope: typed.scope, from: typed.from, until: typed.until } : {}
      return { ...common, ...which, ...terms }
    }
    case 'move':
      return { ...common, unit: unit?.key ?? '' }
    case 'suspend':
      return common
  }
}
