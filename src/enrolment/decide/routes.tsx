/** `/forvaltning/tilmeldinger`: system management decides; the desk sees, and attaches paper that came by mail. */
import { type Context, Hono } from 'hono'
import type { AdminEnv } from '../../access/admin/admin-env.ts'
import { readId } from '../../access/admin/employees/employee.store.ts'
import { adminFrame } from '../../access/admin/frame.ts'
import { requireViewer } from '../../access/admin/require-viewer.tsx'
import { isWrong, nothingWrong, type Wrong } from '../../access/management/fields.tsx'
import { findGrantableService, type GrantableService } from '../../access/management/grants/grantable.store.ts'
import { changing, type Manager, managed, managerOf } from '../../access/management/manager.ts'
import { may } from '../../access/may.ts'
import { recordEvents } from '../../audit/record-events.ts'
import { readCursor } from '../../base/cursor.ts'
import { isCvrNumber } from '../../base/cvr.ts'
import { findOrganisation } from '../../organisations/find-organisation.ts'
import { type FormFields, readForm } from '../../web/form.ts'
import { describeEnrolment } from '../describe-enrolment.ts'
import { decidePaperPath, decidePath, enrolPaths } from '../enrolment-paths.ts'
import { type Enrolment, findEnrolment, findSignature, listSteps } from '../enrolments.store.ts'
import { hashFacts } from '../hash-facts.ts'
import { listOfferedServices } from '../offered-services.store.ts'
import type { EnrolmentDeps } from '../opened-enrolment.tsx'
import { readPaper } from '../papers/keep-paper.ts'
import { findPapers } from '../papers/papers.store.ts'
import { paperField, readUpload, tooLargeMark } from '../papers/read-upload.ts'
import { sendPaper } from '../papers/send-paper.ts'
import { paperText } from '../papers/text.ts'
import { receivePaper } from '../receive-paper.ts'
import { sendPdf, sendSignedPdf } from '../send-pdf.ts'
import { answerEnrolment, approveEnrolment, type Deciding } from './decide-enrolment.ts'
import { DecidePage, type DecidePageProps } from './enrolment.page.tsx'
import { EnrolmentListPage } from './enrolment-list.page.tsx'
import { enrolmentFilters, findOthersOfCvr, listEnrolments } from './enrolment-list.store.ts'
import { checkChoices, readChoices, suggestedChoices, type TypedChoice } from './grant-choices.tsx'
import { decideText } from './text.ts'

type Answer = { typed?: DecidePageProps['typed']; choices?: TypedChoice[]; wrong: Wrong }

const nothingTyped = { question: '', reason: '' }
const longestWords = 4000

export function decideRoutes(deps: EnrolmentDeps): Hono<AdminEnv> {
  const { db, clock } = deps
  const routes = new Hono<AdminEnv>()
  for (const path of [enrolPaths.list, `${enrolPaths.list}/*`]) routes.use(path, requireViewer(deps))

  routes.get(enrolPaths.list, async (c) => {
    if (!may(c.get('viewer').acting, 'see-enrolments', {})) return deps.notFound(c)
    const filter = enrolmentFilters.find((one) => one === c.req.query('vis')) ?? 'venter'
    const cursor = readCursor((name) => c.req.query(name), readId)
    const list = await listEnrolments(db, filter, cursor, clock.now())
    return c.html(<EnrolmentListPage frame={adminFrame(c, deps)} {...{ list, filter }} />)
  })

  routes.get(decidePath(':id'), async (c) => {
    const found = await find(c)
    if (!found) return deps.notFound(c)
    const { enrolment, reader } = found
    const event = managed(reader, {
      action: 'enrolment.viewed',
      organisationId: enrolment.organisationId ?? undefined,
      object: { kind: 'enrolment', id: enrolment.id },
      correlationId: undefined,
      details: {},
    })
    await recordEvents(deps, db, [{ ...event, reference: enrolment.reference }])
    const isTooLarge = c.req.query(tooLargeMark) !== undefined
    const wrong = isTooLarge ? { [paperField]: paperText[c.get('language')].refused['too-large'] } : nothingWrong
    return page(c, enrolment, { wrong })
  })

  routes.post(decidePath(':id', 'godkend'), async (c) => {
    const found = await findToDecide(c)
    if (!found) return deps.notFound(c)
    const { enrolment, manager } = found
    const form = await readForm(c)
    const now = clock.now()
    const choices = readChoices(await servicesOf(enrolment), form, now)
    const checked = checkChoices(choices, { now, language: enrolment.language })
    if (isWrong(checked.wrong)) return page(c, enrolment, { choices, wrong: checked.wrong })
    const decided = await changing(db, (trx) =>
      approveEnrolment(deps, trx, manager, { id: enrolment.id, version: versionOf(form), choices: checked.choices }),
    )
    return after(c, enrolment, decided, 'godkendt', { choices })
  })

  routes.post(decidePath(':id', 'spoerg'), (c) => answer(c, 'return'))
  routes.post(decidePath(':id', 'afvis'), (c) => answer(c, 'reject'))

  routes.post(decidePath(':id', 'papir'), async (c) => {
    const found = await find(c)
    if (!found) return deps.notFound(c)
    const { enrolment, reader } = found
    const upload = await readUpload(await readForm(c))
    const refused = paperText[c.get('language')].refused
    if ('refused' in upload) return page(c, enrolment, { wrong: { [paperField]: refused[upload.refused] } })
    const by = { kind: 'staff', personId: reader.personId, source: reader.source } as const
    const received = await db
      .transaction()
      .execute((trx) => receivePaper(deps, trx, { id: enrolment.id, paper: upload, by }))
    if (received === 'too-many') return page(c, enrolment, { wrong: { [paperField]: refused['too-many'] } })
    if (received === 'not-now') return meanwhile(c, enrolment, {})
    return c.redirect(`${decidePath(enrolment.id)}?udfoert=papir`, 303)
  })

  // A form that was too large to be read is come back to here.
  routes.get(decidePath(':id', 'papir'), async (c) => {
    const found = await find(c)
    if (!found) return deps.notFound(c)
    return c.redirect(`${decidePath(found.enrolment.id)}?${tooLargeMark}`, 303)
  })

  routes.get(decidePaperPath(':id', ':papir'), async (c) => {
    const found = await find(c)
    const paperId = readId(c.req.param('papir'))
    if (!found || !paperId) return deps.notFound(c)
    const { enrolment, reader } = found
    const paper = await db.transaction().execute((trx) => readPaper(deps, trx, enrolment, paperId, reader))
    return paper ? sendPaper(c, paper, enrolment.reference) : deps.notFound(c)
  })

  routes.get(decidePath(':id', 'tilmelding.pdf'), async (c) => {
    const found = await find(c)
    if (!found) return deps.notFound(c)
    const { enrolment } = found
    const signature = enrolment.handedIn === 'signed' ? await findSignature(db, enrolment.id) : null
    if (signature) return sendSignedPdf(c, signature)
    return sendPdf(c, await factsOf(c, enrolment), clock.now())
  })

  return routes

  async function find(c: Context<AdminEnv>): Promise<{ enrolment: Enrolment; reader: Manager } | null> {
    const reader = managerOf(c, deps, 'see-enrolments')
    const id = readId(c.req.param('id'))
    const enrolment = reader && id ? await findEnrolment(db, id, clock.now()) : null
    return reader && enrolment ? { enrolment, reader } : null
  }

  async function findToDecide(c: Context<AdminEnv>): Promise<{ enrolment: Enrolment; manager: Manager } | null> {
    const manager = managerOf(c, deps, 'decide-enrolment')
    const found = manager && (await find(c))
    return found ? { enrolment: found.enrolment, manager } : null
  }

  async function answer(c: Context<AdminEnv>, kind: 'return' | 'reject'): Promise<Response> {
    const found = await findToDecide(c)
    if (!found) return deps.notFound(c)
    const { enrolment, manager } = found
    const form = await readForm(c)
    const field = kind === 'return' ? 'besked' : 'begrundelse'
    const words = (form.get(field) ?? '').trim().slice(0, longestWords)
    const typed = { ...nothingTyped, [kind === 'return' ? 'question' : 'reason']: words }
    const text = decideText[c.get('language')].wrong
    if (words === '')
      return page(c, enrolment, { typed, wrong: { [field]: kind === 'return' ? text.question : text.reason } })
    const decided = await db
      .transaction()
      .execute((trx) =>
        answerEnrolment(deps, trx, manager, { id: enrolment.id, version: versionOf(form), answer: kind, words }),
      )
    return after(c, enrolment, decided, kind === 'return' ? 'spurgt' : 'afvist', { typed })
  }

  function after(
    c: Context<AdminEnv>,
    enrolment: Enrolment,
    decided: Deciding,
    done: NonNullable<DecidePageProps['done']>,
    answered: Omit<Answer, 'wrong'>,
  ) {
    if (decided === 'done') return c.redirect(`${decidePath(enrolment.id)}?udfoert=${done}`, 303)
    if (decided === 'not-found') return deps.notFound(c)
    if (decided === 'meanwhile') return meanwhile(c, enrolment, answered)
    return page(c, enrolment, { ...answered, wrong: { kontrol: decideText[c.get('language')].wrong.taken } })
  }

  /** What stands now, with what was typed. */
  async function meanwhile(c: Context<AdminEnv>, { id }: Enrolment, answered: Omit<Answer, 'wrong'>) {
    const now = await findEnrolment(db, id, clock.now())
    if (!now) return deps.notFound(c)
    return page(c, now, { ...answered, wrong: { kontrol: decideText[c.get('language')].wrong.meanwhile } })
  }

  async function servicesOf({ typed }: Enrolment): Promise<GrantableService[]> {
    const found = await Promise.all(typed.serviceIds.map((id) => findGrantableService(db, id, clock.now())))
    return found.filter((service) => service !== null)
  }

  async function factsOf(c: Context<AdminEnv>, enrolment: Enrolment) {
    const { language, desk } = deps.shell(c)
    return describeEnrolment(enrolment, { services: await listOfferedServices(db), language, deskMail: desk.mail })
  }

  async function page(c: Context<AdminEnv>, enrolment: Enrolment, { typed, choices, wrong }: Answer) {
    const { acting } = c.get('viewer')
    const cvr = enrolment.cvr ?? ''
    const [signature, others, steps, papers, known] = await Promise.all([
      enrolment.handedIn === 'signed' ? findSignature(db, enrolment.id) : null,
      findOthersOfCvr(db, cvr, enrolment.id),
      listSteps(db, enrolment.id),
      findPapers(db, enrolment.id),
      findOrganisation(db, cvr),
    ])
    const checks = {
      cvr: known ? ('taken' as const) : isCvrNumber(cvr) ? ('ok' as const) : ('wrong' as const),
      others,
      signature,
      isIntact: signature !== null && hashFacts(signature.shown) === signature.shown_hash,
    }
    const done = (['godkendt', 'spurgt', 'afvist', 'papir'] as const).find((one) => one === c.req.query('udfoert'))
    const props = {
      enrolment,
      checks,
      steps,
      papers,
      wrong,
      facts: await factsOf(c, enrolment),
      choices: choices ?? suggestedChoices(await servicesOf(enrolment), enrolment.typed, clock.now()),
      mayDecide: may(acting, 'decide-enrolment', {}),
      mayAttach: ['checked', 'awaiting-signature', 'paper-received', 'returned'].includes(enrolment.state),
      typed: typed ?? nothingTyped,
      done: done ?? null,
    }
    const status = c.req.method === 'POST' && isWrong(wrong) ? 422 : 200
    return c.html(<DecidePage frame={adminFrame(c, deps)} {...props} />, status)
  }
}

function versionOf(form: FormFields): number {
  const version = Number(form.get('version') ?? '')
  return Number.isInteger(version) ? version : -1
}
