/** `/desk/statistik`: what the desk is asked and how long it takes, as a page and as CSV. */
import { type Context, Hono } from 'hono'
import type { AdminDeps, AdminEnv } from '../../access/admin/admin-env.ts'
import { adminFrame } from '../../access/admin/frame.ts'
import { requireViewer } from '../../access/admin/require-viewer.tsx'
import { managed, managerOf } from '../../access/management/manager.ts'
import { recordEvents } from '../../audit/record-events.ts'
import { monthsAfter } from '../../base/danish-time.ts'
import type { Language } from '../../web/languages.ts'
import { csvLine, csvMark } from '../../web/write-csv.ts'
import { casesPaths } from '../cases/cases-paths.ts'
import { casesText } from '../cases/text.ts'
import { StatisticsPage } from './statistics.page.tsx'
import { type MonthOfKind, readStatistics } from './statistics.store.ts'
import { statisticsText } from './text.ts'

const monthsShown = 24

export function deskStatisticsRoutes(deps: AdminDeps): Hono<AdminEnv> {
  const routes = new Hono<AdminEnv>()
  routes.use(casesPaths.statistics, requireViewer(deps))
  routes.use(`${casesPaths.statistics}/*`, requireViewer(deps))
  const read = () => readStatistics(deps.db, monthsAfter(deps.clock.now(), -monthsShown))

  routes.get(casesPaths.statistics, async (c) => {
    if (!managerOf(c, deps, 'work-cases')) return deps.notFound(c)
    return c.html(<StatisticsPage frame={adminFrame(c, deps)} rows={await read()} />)
  })

  routes.get(casesPaths.statisticsFile, async (c: Context<AdminEnv>) => {
    const manager = managerOf(c, deps, 'work-cases')
    if (!manager) return deps.notFound(c)
    await recordEvents(deps, deps.db, [managed(manager, { action: 'desk-statistics.exported' })])
    c.set('isFile', true)
    return c.body(csvOf(await read(), c.get('language')), 200, {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="sager.csv"',
    })
  })

  return routes
}

function csvOf(rows: readonly MonthOfKind[], language: Language): string {
  const text = statisticsText[language]
  const heads = [text.month, text.kind, text.opened, text.solved, text.answerMinutes, text.solveMinutes]
  const lines = rows.map(({ month, kind, opened, solved, answerMinutes, solveMinutes, byMail, byForm }) => [
    month,
    casesText[language].kinds[kind],
    ...[opened, solved].map(String),
    ...[answerMinutes, solveMinutes].map((minutes) => (minutes === null ? '' : String(Math.round(minutes)))),
    ...[byMail, byForm].map(String),
  ])
  return csvMark + [[...heads, text.byMail, text.byForm], ...lines].map(csvLine).join('')
}
