/** `/admin/log` and `/forvaltning/log`: an organisation's own log and that of all of SEB, read, filtered and taken along. */
import { type Context, Hono } from 'hono'
import { recordEvents } from '../../audit/record-events.ts'
import { beginExport } from '../../audit/seal/export-audit.ts'
import { findSealState } from '../../audit/seal/seal-state.ts'
import { isUuid } from '../../base/ids.ts'
import type { Trx } from '../../storage/database.ts'
import { inOrganisation } from '../../storage/in-organisation.ts'
import { readForm } from '../../web/form.ts'
import { actorOf } from '../admin/actor.ts'
import type { AdminDeps, AdminEnv } from '../admin/admin-env.ts'
import { adminFrame } from '../admin/frame.ts'
import { requireViewer } from '../admin/require-viewer.tsx'
import { type OrganisationCapacity, worldOf } from '../capacities/capacity.ts'
import { may } from '../may.ts'
import { askLog, readLog } from './ask-log.ts'
import { LogPage } from './log.page.tsx'
import { organisationLog, sebLog, tellNamesPath } from './log-paths.ts'
import { filtersIn, type LogQuery, readLogQuery } from './log-query.ts'
import { findTellsNames, tellNames } from './tell-names.ts'
import { writeLogCsv } from './write-log-csv.ts'

/** Whose log is read: one organisation's, or, where null, that of all of SEB. */
type Whose = OrganisationCapacity['organisation'] | null

const eventsPerPage = 50

export function logRoutes(deps: AdminDeps): Hono<AdminEnv> {
  const routes = new Hono<AdminEnv>()
  for (const paths of [organisationLog, sebLog]) {
    // Undefined: not theirs to read.
    const whose = (c: Context<AdminEnv>) => (paths === sebLog ? sebOf(c) : organisationOf(c))

    for (const path of [paths.log, `${paths.log}/*`]) routes.use(path, requireViewer(deps))

    routes.get(paths.log, async (c) => {
      const organisation = whose(c)
      if (organisation === undefined) return deps.notFound(c)
      const query = readLogQuery((name) => c.req.query(name))
      const after = c.req.query('efter') ?? ''
      const page = { after: isUuid(after) ? after : null, most: eventsPerPage }
      const read = await within(deps, organisation, async (trx) => {
        const { events, about } = await askLog(trx, query, organisation?.id ?? null)
        const found = await readLog(trx, events, page)
        await record(c, deps, trx, { organisation, action: 'log.viewed', query, about })
        const decides = organisation && may(c.get('viewer').acting, 'tell-names', { organisationId: organisation.id })
        return { ...found, about, tellsNames: decides ? await findTellsNames(trx, organisation.id) : null }
      })
      const seal = await findSealState(deps.db, deps.seal.keys)
      return c.html(
        <LogPage frame={adminFrame(c, deps)} {...read} {...{ paths, query, seal }} further={page.after !== null} />,
      )
    })

    routes.get(paths.csv, async (c) => {
      const organisation = whose(c)
      if (organisation === undefined) return deps.notFound(c)
      const query = readLogQuery((name) => c.req.query(name))
      const { events } = await within(deps, organisation, async (trx) => {
        const asked = await askLog(trx, query, organisation?.id ?? null)
        await record(c, deps, trx, { organisation, action: 'log.exported', query, about: asked.about })
        return asked
      })
      const parts = writeLogCsv(
        (page) => within(deps, organisation, (trx) => readLog(trx, events, page)),
        c.get('language'),
      )
      return download(c, parts, { name: 'log.csv', type: 'text/csv; charset=utf-8' })
    })

    routes.post(paths.sealed, async (c) => {
      const organisation = whose(c)
      if (organisation === undefined) return deps.notFound(c)
      const { db, clock, ids, seal } = deps
      const by = { actor: { kind: 'person', id: c.get('viewer').personId }, source: deps.visit(c).source } as const
      const { parts } = await beginExport({ db, clock, ids, sealer: seal.sealer }, { organisation, by })
      return download(c, linesOf(parts), { name: 'log.jsonl', type: 'application/jsonl; charset=utf-8' })
    })
  }

  routes.post(tellNamesPath, async (c) => {
    const actor = actorOf(c, deps)
    const organisationId = actor?.acting.organisation.id
    if (!actor || !organisationId || !may(actor.acting, 'tell-names', { organisationId })) return deps.notFound(c)
    const answer = (await readForm(c)).get('vis')
    if (answer === 'ja' || answer === 'nej')
      await inOrganisation(deps.db, organisationId, (trx) => tellNames(deps, trx, actor, answer === 'ja'))
    return c.redirect(`${organisationLog.log}#navne`, 303)
  })

  return routes
}

function organisationOf(c: Context<AdminEnv>): Whose | undefined {
  const { acting } = c.get('viewer')
  const organisation = worldOf(acting)?.organisation
  return organisation && may(acting, 'see-organisation-log', { organisationId: organisation.id })
    ? { id: organisation.id, cvr: organisation.cvr, name: organisation.name }
    : undefined
}

function sebOf(c: Context<AdminEnv>): null | undefined {
  return may(c.get('viewer').acting, 'see-sealed-log', {}) ? null : undefined
}

function within<T>(deps: AdminDeps, organisation: Whose, use: (trx: Trx) => Promise<T>): Promise<T> {
  return organisation ? inOrganisation(deps.db, organisation.id, use) : deps.db.transaction().execute(use)
}

function record(
  c: Context<AdminEnv>,
  deps: AdminDeps,
  trx: Trx,
  read: { organisation: Whose; action: 'log.viewed' | 'log.exported'; query: LogQuery; about: string | null },
): Promise<void> {
  const { organisation, action, query, about } = read
  return recordEvents(deps, trx, [
    {
      action,
      outcome: 'success',
      actor: { kind: 'person', id: c.get('viewer').personId },
      organisationId: organisation?.id,
      // Whoever looks for one person's events has looked at that person.
      object: query.account && about !== null ? { kind: 'account', id: query.account } : undefined,
      source: deps.visit(c).source,
      details: { capacity: c.get('viewer').acting.kind, filters: filtersIn(query) },
    },
  ])
}

async function* linesOf(parts: AsyncIterable<{ lines: readonly string[] }>): AsyncGenerator<string> {
  for await (const { lines } of parts) if (lines.length > 0) yield `${lines.join('\n')}\n`
}

/** As it is written, and only as fast as it is taken. */
function download(c: Context, parts: AsyncIterable<string>, { name, type }: { name: string; type: string }): Response {
  const encoder = new TextEncoder()
  const iterator = parts[Symbol.asyncIterator]()
  const body = new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const { done, value } = await iterator.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    cancel: async () => {
      await iterator.return?.()
    },
  })
  return c.body(body, 200, {
    'Content-Type': type,
    'Content-Disposition': `attachment; filename="${name}"`,
    'Cache-Control': 'no-store, no-transform',
  })
}
