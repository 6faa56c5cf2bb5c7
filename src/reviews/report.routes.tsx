/** `/admin/kontrol/:id/rapport`: what came of a review, as a page, a signed file and a spreadsheet. Each is an event first. */
import { type Context, Hono } from 'hono'
import type { AdminEnv } from '../access/admin/admin-env.ts'
import { readId } from '../access/admin/employees/employee.store.ts'
import { adminFrame } from '../access/admin/frame.ts'
import { recordEvents } from '../audit/record-events.ts'
import { inOrganisation } from '../storage/in-organisation.ts'
import { csvLine, csvMark } from '../web/write-csv.ts'
import { listAllItems } from './items.store.ts'
import { ReportPage, reportCells } from './report.page.tsx'
import { signedReport } from './report.ts'
import type { ReviewDeps } from './review-deps.ts'
import { readerWho } from './reviewer.ts'
import { findReview } from './reviews.store.ts'
import { reviewPath } from './reviews-paths.ts'
import { reviewsText } from './text.ts'
import { unitNames } from './unit-names.ts'

type C = Context<AdminEnv>

export function reportRoutes(deps: ReviewDeps): Hono<AdminEnv> {
  const routes = new Hono<AdminEnv>()

  routes.get(reviewPath(':id', 'rapport'), async (c) => {
    const found = await read(c, 'page')
    return found ? c.html(<ReportPage frame={adminFrame(c, deps)} {...found} />) : deps.notFound(c)
  })

  routes.get(reviewPath(':id', 'rapport.json'), async (c) => {
    const found = await read(c, 'signed')
    if (!found) return deps.notFound(c)
    return file(c, 'json', 'application/json; charset=utf-8', signedReport(deps.signer, found))
  })

  routes.get(reviewPath(':id', 'rapport.csv'), async (c) => {
    const found = await read(c, 'csv')
    if (!found) return deps.notFound(c)
    const language = c.get('language')
    const lines = found.items.map((item) =>
      csvLine(Object.values(reportCells({ ...found, frame: { shell: { language } } }, item))),
    )
    const head = csvLine(Object.values(reviewsText[language].report.columns))
    return file(c, 'csv', 'text/csv; charset=utf-8', csvMark + head + lines.join(''))
  })

  return routes

  async function read(c: C, as: 'page' | 'signed' | 'csv') {
    const reader = readerWho(c, deps)
    const id = readId(c.req.param('id'))
    if (!reader || !id) return null
    const { organisation, personId, source } = reader
    return inOrganisation(deps.db, organisation.id, async (trx) => {
      const review = await findReview(trx, id)
      if (!review) return null
      const items = await listAllItems(trx, id)
      await recordEvents(deps, trx, [
        {
          action: as === 'page' ? 'review.viewed' : 'review.exported',
          outcome: 'success',
          actor: { kind: 'person', id: personId },
          organisationId: organisation.id,
          object: { kind: 'review', id },
          source,
          details: { as, items: items.length },
        },
      ])
      return { organisation, review, items, units: await unitNames(trx, items), now: deps.clock.now() }
    })
  }

  function file(c: C, kind: 'json' | 'csv', type: string, text: string): Response {
    const name = `${reviewsText[c.get('language')].report.fileName}-${c.req.param('id')}.${kind}`
    return c.body(text, 200, { 'Content-Type': type, 'Content-Disposition': `attachment; filename="${name}"` })
  }
}
