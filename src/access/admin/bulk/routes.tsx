/** `/admin/masseaendring`: a file becomes a dry run, a dry run is carried out in the background, and undone the same way. */
import { type Context, Hono } from 'hono'
import { recordEvents } from '../../../audit/record-events.ts'
import { readCursor } from '../../../base/cursor.ts'
import type { Trx } from '../../../storage/database.ts'
import { inOrganisation } from '../../../storage/in-organisation.ts'
import { csvLine, csvMark } from '../../../web/write-csv.ts'
import type { Actor } from '../actor.ts'
import type { AdminDeps, AdminEnv } from '../admin-env.ts'
import { adminPaths, bulkPath } from '../admin-paths.ts'
import { readId } from '../employees/employee.store.ts'
import { adminFrame } from '../frame.ts'
import { bulkFields, templateHeadings } from './bulk-columns.ts'
import { findChiefs, findTerms } from './bulk-facts.store.ts'
import { BulkJobPage } from './bulk-job.page.tsx'
import {
  type BulkJob,
  countBulkRows,
  findBulkJob,
  lastRowsDone,
  listBulkJobs,
  listBulkRows,
  listMistakes,
  moveJob,
  rowFilters,
} from './bulk-jobs.store.ts'
import { BulkStartPage, type BulkStartPageProps } from './bulk-start.page.tsx'
import { BulkUndoPage } from './bulk-undo.page.tsx'
import { changerOf, mayApply } from './changer.ts'
import { chosenRoutes } from './chosen.routes.tsx'
import { describeMistake } from './describe-row.ts'
import { readCsv } from './read-csv.ts'
import { readUpload } from './read-upload.ts'
import { saveDryRun } from './save-dry-run.ts'
import { bulkText } from './text.ts'
import { findNow, planUndo } from './undo.ts'

type C = Context<AdminEnv>

export function bulkRoutes(deps: AdminDeps): Hono<AdminEnv> {
  const routes = new Hono<AdminEnv>()
  routes.route('/', chosenRoutes(deps))

  const showStart = async (c: C, actor: Actor, { typed, mistake }: Pick<BulkStartPageProps, 'typed' | 'mistake'>) => {
    const jobs = await inOrganisation(deps.db, actor.acting.organisation.id, (trx) => listBulkJobs(trx, actor.acting))
    return c.html(<BulkStartPage frame={adminFrame(c, deps)} {...{ jobs, typed, mistake }} />, mistake ? 422 : 200)
  }

  routes.get(adminPaths.bulk, async (c) => {
    const actor = changerOf(c, deps)
    if (!actor) return deps.notFound(c)
    return showStart(c, actor, { typed: { pasted: '', reason: '' }, mistake: null })
  })

  routes.post(adminPaths.bulk, async (c) => {
    const actor = changerOf(c, deps)
    if (!actor) return deps.notFound(c)
    const { bytes, fileName, pasted, reason } = await readUpload(c)
    const typed = { pasted, reason }
    const reading = await readCsv(bytes)
    if (!reading.ok) return showStart(c, actor, { typed, mistake: reading.mistake })
    if (reason === '' && reading.rows.every((row) => row.typed.reason === ''))
      return showStart(c, actor, { typed, mistake: { mistake: 'reason-missing' } })
    const wanted = reading.rows.map((row) => ({
      number: row.number,
      typed: { ...row.typed, reason: row.typed.reason || reason },
      accountId: null,
    }))
    const id = await inOrganisation(deps.db, actor.acting.organisation.id, (trx) =>
      saveDryRun(deps, trx, actor, { fileName, wanted }),
    )
    return c.redirect(bulkPath(id), 303)
  })

  routes.get(adminPaths.bulkTemplate, (c) => {
    if (!changerOf(c, deps)) return deps.notFound(c)
    return csvFile(c, 'masseaendring.csv', csvMark + csvLine(templateHeadings()))
  })

  routes.get(bulkPath(':id'), async (c) => {
    const filter = rowFilters.find((name) => name === c.req.query('vis')) ?? null
    const cursor = readCursor((name) => c.req.query(name), readId)
    const found = await withJob(c, async (trx, job, { acting }) => ({
      job,
      mayApply: mayApply(job, acting),
      counts: await countBulkRows(trx, job.id),
      page: await listBulkRows(trx, job.id, filter, cursor),
      names: await findTerms(trx, { limits: acting.limits, now: deps.clock.now() }),
    }))
    if (!found) return deps.notFound(c)
    const { job } = found
    if (job.state === 'chosen') return c.redirect(bulkPath(job.id, 'hvad'), 303)
    // Without scripts a page that waits asks again by itself.
    if (job.state === 'applying' || job.state === 'undoing') c.header('Refresh', '2')
    return c.html(<BulkJobPage frame={adminFrame(c, deps)} {...found} filter={filter} />)
  })

  routes.get(bulkPath(':id', 'fejl.csv'), async (c) => {
    const { language } = adminFrame(c, deps).shell
    const text = bulkText[language]
    const rows = await withJob(c, (trx, job) => listMistakes(trx, job.id))
    if (!rows) return deps.notFound(c)
    const lines = rows.map(({ number, typed, mistake }) =>
      csvLine([
        ...bulkFields.map((field) => typed[field]),
        String(number),
        mistake ? describeMistake(mistake, language) : '',
      ]),
    )
    const head = csvLine([...templateHeadings(), text.csvRow, text.csvMistake])
    return csvFile(c, 'masseaendring-fejl.csv', csvMark + head + lines.join(''))
  })

  routes.post(bulkPath(':id', 'udfoer'), async (c) => {
    const id = await withJob(c, async (trx, job, actor) => {
      if (!mayApply(job, actor.acting)) return null
      // A second press finds that it has begun.
      if (await moveJob(trx, job.id, 'checked', { state: 'applying', started_at: deps.clock.now() }))
        await tell(trx, job, actor, 'bulk-change.started')
      return job.id
    })
    return id ? c.redirect(bulkPath(id), 303) : deps.notFound(c)
  })

  routes.get(bulkPath(':id', 'fortryd'), async (c) => {
    const now = deps.clock.now()
    const found = await withJob(c, async (trx, job, { acting }) => {
      const rows = job.state === 'applied' ? await lastRowsDone(trx, job.id) : []
      const plans = planUndo(rows, {
        acting,
        assignable: (await findTerms(trx, { limits: acting.limits, now })).assignable,
        chiefs: await findChiefs(trx, now),
        now: await findNow(trx, rows),
      })
      const kept = plans.filter(({ deeds }) => deeds === null).map(({ number }) => number)
      const some = await findPeople(trx, job.id, kept.slice(-shownKept).reverse())
      return { job, count: rows.length - kept.length, kept: { count: kept.length, some } }
    })
    if (!found) return deps.notFound(c)
    if (found.job.state !== 'applied') return c.redirect(bulkPath(found.job.id), 303)
    return c.html(<BulkUndoPage frame={adminFrame(c, deps)} {...found} />)
  })

  routes.post(bulkPath(':id', 'fortryd'), async (c) => {
    const id = await withJob(c, async (trx, job, actor) => {
      const { acting, personId } = actor
      const undoing = {
        state: 'undoing',
        undo_by: personId,
        undo_account_id: acting.accountId,
        undo_capacity: acting.key,
      } as const
      if (await moveJob(trx, job.id, 'applied', undoing)) await tell(trx, job, actor, 'bulk-change.undo-started')
      return job.id
    })
    return id ? c.redirect(bulkPath(id), 303) : deps.notFound(c)
  })

  async function withJob<Result>(
    c: C,
    use: (trx: Trx, job: BulkJob, actor: Actor) => Promise<Result>,
  ): Promise<Result | null> {
    const actor = changerOf(c, deps)
    const id = readId(c.req.param('id'))
    if (!actor || !id) return null
    return inOrganisation(deps.db, actor.acting.organisation.id, async (trx) => {
      const job = await findBulkJob(trx, actor.acting, id)
      return job && use(trx, job, actor)
    })
  }

  function tell(
    trx: Trx,
    job: BulkJob,
    { personId, source }: Actor,
    action: 'bulk-change.started' | 'bulk-change.undo-started',
  ): Promise<void> {
    return recordEvents(deps, trx, [
      {
        action,
        outcome: 'success',
        actor: { kind: 'person', id: personId },
        organisationId: job.organisationId,
        object: { kind: 'bulk-change', id: job.id },
        source,
        correlationId: job.id,
      },
    ])
  }

  return routes
}

const shownKept = 50

async function findPeople(
  trx: Trx,
  jobId: string,
  numbers: readonly number[],
): Promise<{ number: number; person: string }[]> {
  if (numbers.length === 0) return []
  return trx
    .selectFrom('bulk_row')
    .select(['number', 'person'])
    .where('job_id', '=', jobId)
    .where('number', 'in', [...numbers])
    .orderBy('number')
    .execute()
}

function csvFile(c: C, name: string, text: string): Response {
  return c.body(text, 200, {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': `attachment; filename="${name}"`,
  })
}
