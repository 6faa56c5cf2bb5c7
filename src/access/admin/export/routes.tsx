/** `/admin/udtraek`: who had what on a day, streamed as it is read; that somebody asked is an event before the first row leaves. */
import { type Context, Hono } from 'hono'
import { recordEvents } from '../../../audit/record-events.ts'
import { readEnd, writeDay } from '../../../base/danish-time.ts'
import { inOrganisation } from '../../../storage/in-organisation.ts'
import { formatHours } from '../../../web/format-weekly-hours.ts'
import type { Language } from '../../../web/languages.ts'
import { streamOf } from '../../../web/stream-of.ts'
import { csvLine, csvMark } from '../../../web/write-csv.ts'
import { writeXlsx } from '../../../web/write-xlsx.ts'
import { may } from '../../may.ts'
import { type Actor, actorOf } from '../actor.ts'
import type { AdminDeps, AdminEnv } from '../admin-env.ts'
import { adminPaths } from '../admin-paths.ts'
import { lastDay } from '../employees/last-day.ts'
import { employeesText } from '../employees/text.ts'
import { adminFrame } from '../frame.ts'
import { type AccessThen, findAccessThen, findAccountsThen } from './access-as-of.store.ts'
import { type DayMistake, ExportPage } from './export.page.tsx'
import { exportText } from './text.ts'

export function exportRoutes(deps: AdminDeps): Hono<AdminEnv> {
  const routes = new Hono<AdminEnv>()

  const readerOf = (c: Context<AdminEnv>): Actor | null => {
    const actor = actorOf(c, deps)
    return actor && may(actor.acting, 'export-access', { organisationId: actor.acting.organisation.id }) ? actor : null
  }

  const show = (c: Context<AdminEnv>, day: string, mistake: DayMistake | null) => {
    const today = writeDay(deps.clock.now())
    return c.html(<ExportPage frame={adminFrame(c, deps)} {...{ day, today, mistake }} />, mistake ? 422 : 200)
  }

  routes.get(adminPaths.exports, (c) => (readerOf(c) ? show(c, writeDay(deps.clock.now()), null) : deps.notFound(c)))

  routes.get(adminPaths.exportFile, async (c) => {
    const actor = readerOf(c)
    if (!actor) return deps.notFound(c)
    const now = deps.clock.now()
    const day = c.req.query('dag') ?? ''
    const end = /^\d{4}-\d{2}-\d{2}$/.test(day) ? readEnd(day) : null
    if (!end) return show(c, writeDay(now), 'no-day')
    if (day > writeDay(now)) return show(c, day, 'future')
    // The last moment of the day; of today as much as has passed.
    const at = end > now ? now : new Date(end.getTime() - 1)
    const format = c.req.query('som') === 'csv' ? 'csv' : 'xlsx'
    const accountIds = await begin(actor, { at, day, format })
    const { language } = adminFrame(c, deps).shell
    const rows = lines(actor, language, { accountIds, at })
    c.header('Content-Type', types[format])
    c.header('Content-Disposition', `attachment; filename="${exportText[language].fileName}-${day}.${format}"`)
    // Compressed whole it would wait for the last row.
    c.header('Cache-Control', 'no-store, no-transform')
    const pieces = format === 'csv' ? csv(rows) : writeXlsx({ sheet: exportText[language].sheet, now }, rows)
    return c.body(streamOf(pieces))
  })

  function begin(
    { acting, personId, source }: Actor,
    { at, ...details }: { at: Date; day: string; format: string },
  ): Promise<string[]> {
    return inOrganisation(deps.db, acting.organisation.id, async (trx) => {
      const accountIds = await findAccountsThen(trx, acting.limits, at)
      await recordEvents(deps, trx, [
        {
          action: 'access.exported',
          outcome: 'success',
          actor: { kind: 'person', id: personId },
          organisationId: acting.organisation.id,
          object: { kind: 'organisation', id: acting.organisation.id },
          source,
          details: { ...details, accounts: accountIds.length },
        },
      ])
      return accountIds
    })
  }

  /** A short transaction for each few hundred people: a slow reader holds nobody up. */
  async function* lines(
    { acting }: Actor,
    language: Language,
    { accountIds, at }: { accountIds: readonly string[]; at: Date },
  ): AsyncGenerator<readonly string[]> {
    yield Object.values(exportText[language].columns)
    for (let from = 0; from < accountIds.length; from += peopleAtOnce) {
      const some = accountIds.slice(from, from + peopleAtOnce)
      const found = await inOrganisation(deps.db, acting.organisation.id, (trx) =>
        findAccessThen(trx, acting.limits, { accountIds: some, at }),
      )
      for (const access of found) yield lineOf(access, language)
    }
  }

  return routes
}

const peopleAtOnce = 500

const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

async function* csv(rows: AsyncIterable<readonly string[]>): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder()
  let text: string = csvMark
  for await (const row of rows) {
    text += csvLine(row)
    if (text.length > 64 * 1024) {
      yield encoder.encode(text)
      text = ''
    }
  }
  yield encoder.encode(text)
}

/** In the order of the columns. */
function lineOf({ name, rid, email, unitName, status, hours, right }: AccessThen, language: Language): string[] {
  const account = [name, rid ?? '', email ?? '', unitName ?? '', employeesText[language].states[status]]
  const times = (some: AccessThen['hours']) => (some ? formatHours(some, language) : '')
  if (!right) return [...account, '', '', '', '', '', '', times(hours), '', '']
  const da = language === 'da'
  return [
    ...account,
    da ? right.serviceDa : right.serviceEn,
    da ? right.roleDa : right.roleEn,
    Object.values(right.scopes).flat().join(' '),
    writeDay(right.validFrom),
    right.validUntil ? writeDay(lastDay(right.validUntil)) : '',
    times(right.hours),
    times(hours),
    right.givenBy,
    right.reason,
  ]
}
