/** `/tilmeld/:ref`: sent for signature, followed, answered, corrected, withdrawn. Only for whoever has opened its link. */
import { type Context, Hono } from 'hono'
import { isWrong, nothingWrong, type Wrong } from '../../access/management/fields.tsx'
import { typedChoice } from '../../access/management/typed.ts'
import { isCvrNumber } from '../../base/cvr.ts'
import { findOrganisation } from '../../organisations/find-organisation.ts'
import type { WebEnv } from '../../web/context.ts'
import { ContinuePage, refreshTo } from '../../web/continue.page.tsx'
import { readForm } from '../../web/form.ts'
import { describeEnrolment } from '../describe-enrolment.ts'
import { enrolmentDeedPath, enrolmentPath, enrolPaths, enrolStepPath } from '../enrolment-paths.ts'
import { type Enrolment, findSignature, listSteps, usualDays } from '../enrolments.store.ts'
import { lackingSteps } from '../filling/check-typed.ts'
import { listOfferedServices } from '../offered-services.store.ts'
import { type EnrolmentDeps, enrolmentOf } from '../opened-enrolment.tsx'
import { findPapers } from '../papers/papers.store.ts'
import { paperField, readUpload, tooLargeMark } from '../papers/read-upload.ts'
import { paperText } from '../papers/text.ts'
import { receivePaper } from '../receive-paper.ts'
import { sendPdf, sendSignedPdf } from '../send-pdf.ts'
import { signingText } from '../signing/text.ts'
import { ProgressPage, type ProgressPageProps, WithdrawPage } from './progress.page.tsx'
import { moveByApplicant, sendForSignature, waysToSign } from './send-for-signature.ts'

const nothingTyped = { typed: '', isMissing: false }
const longestAnswer = 4000

export function progressRoutes(deps: EnrolmentDeps): Hono<WebEnv> {
  const { db } = deps
  const routes = new Hono<WebEnv>()

  routes.get(enrolmentPath(':ref'), async (c) => {
    const enrolment = await enrolmentOf(c, deps)
    if (enrolment instanceof Response) return enrolment
    const isTooLarge = c.req.query(tooLargeMark) !== undefined
    const { refused } = paperText[c.get('language')]
    return progressPage(c, enrolment, nothingTyped, isTooLarge ? { [paperField]: refused['too-large'] } : nothingWrong)
  })

  routes.post(enrolmentDeedPath(':ref', 'underskrift'), async (c) => {
    const held = await deps.heldBack(c)
    if (held) return held
    const enrolment = await enrolmentOf(c, deps)
    if (enrolment instanceof Response) return enrolment
    const form = await readForm(c)
    const way = typedChoice(form, 'hvordan', waysToSign) ?? 'mail'
    const { cvr } = enrolment.typed.organisation
    const offered = await listOfferedServices(db)
    const isTaken = isCvrNumber(cvr) && (await findOrganisation(db, cvr)) !== null
    const sent = await db.transaction().execute((trx) =>
      sendForSignature(deps, trx, {
        id: enrolment.id,
        way,
        version: Number(form.get('version') ?? enrolment.version),
        source: deps.visit(c).source,
        isComplete: ({ typed }) => lackingSteps(typed, { offered, isTaken }).length === 0,
      }),
    )
    if (sent === 'too-many') return c.redirect(`${enrolmentPath(enrolment.reference)}?vent`, 303)
    if (!sent) return c.redirect(enrolStepPath(enrolment.reference, 'kontrol'), 303)
    if (way === 'selv' && sent.state === 'awaiting-signature') return toSign(c)
    const where = { mail: '?sendt', papir: '#paa-papir', selv: '' }[way]
    return c.redirect(`${enrolmentPath(enrolment.reference)}${where}`, 303)
  })

  routes.post(enrolmentDeedPath(':ref', 'ret'), async (c) => {
    const enrolment = await enrolmentOf(c, deps)
    if (enrolment instanceof Response) return enrolment
    const moved = await moveIt(c, enrolment, 'reopen', '')
    const isDraft = moved?.state === 'draft'
    return c.redirect(isDraft ? enrolStepPath(enrolment.reference, 'kontrol') : enrolmentPath(enrolment.reference), 303)
  })

  routes.post(enrolmentDeedPath(':ref', 'svar'), async (c) => {
    const enrolment = await enrolmentOf(c, deps)
    if (enrolment instanceof Response) return enrolment
    const typed = ((await readForm(c)).get('svar') ?? '').trim().slice(0, longestAnswer)
    if (enrolment.state !== 'returned') return c.redirect(enrolmentPath(enrolment.reference), 303)
    if (typed === '') return progressPage(c, enrolment, { typed, isMissing: true }, nothingWrong)
    await moveIt(c, enrolment, 'answer', typed)
    return c.redirect(enrolmentPath(enrolment.reference), 303)
  })

  routes.post(enrolmentDeedPath(':ref', 'papir'), async (c) => {
    const held = await deps.heldBack(c)
    if (held) return held
    const enrolment = await enrolmentOf(c, deps)
    if (enrolment instanceof Response) return enrolment
    const { refused } = paperText[c.get('language')]
    const upload = await readUpload(await readForm(c))
    if ('refused' in upload) return progressPage(c, enrolment, nothingTyped, { [paperField]: refused[upload.refused] })
    const by = { kind: 'applicant', source: deps.visit(c).source } as const
    const received = await db
      .transaction()
      .execute((trx) => receivePaper(deps, trx, { id: enrolment.id, paper: upload, by }))
    if (received === 'too-many') return progressPage(c, enrolment, nothingTyped, { [paperField]: refused['too-many'] })
    return c.redirect(enrolmentPath(enrolment.reference), 303)
  })

  // A form that was too large to be read is come back to here.
  routes.get(enrolmentDeedPath(':ref', 'papir'), async (c) => {
    const enrolment = await enrolmentOf(c, deps)
    if (enrolment instanceof Response) return enrolment
    return c.redirect(`${enrolmentPath(enrolment.reference)}?${tooLargeMark}`, 303)
  })

  routes.get(enrolmentDeedPath(':ref', 'traek-tilbage'), async (c) => {
    const enrolment = await enrolmentOf(c, deps)
    return enrolment instanceof Response ? enrolment : c.html(<WithdrawPage shell={deps.shell(c)} {...{ enrolment }} />)
  })

  routes.post(enrolmentDeedPath(':ref', 'traek-tilbage'), async (c) => {
    const enrolment = await enrolmentOf(c, deps)
    if (enrolment instanceof Response) return enrolment
    await moveIt(c, enrolment, 'withdraw', '')
    return c.redirect(enrolmentPath(enrolment.reference), 303)
  })

  routes.get(enrolmentDeedPath(':ref', 'tilmelding.pdf'), async (c) => {
    const enrolment = await enrolmentOf(c, deps)
    if (enrolment instanceof Response) return enrolment
    const signature = enrolment.handedIn === 'signed' ? await findSignature(db, enrolment.id) : null
    if (signature) return sendSignedPdf(c, signature)
    const { language, desk } = deps.shell(c)
    const services = await listOfferedServices(db)
    return sendPdf(c, describeEnrolment(enrolment, { services, language, deskMail: desk.mail }), deps.clock.now())
  })

  return routes

  function moveIt(c: Context<WebEnv>, { id }: Enrolment, move: 'reopen' | 'answer' | 'withdraw', words: string) {
    const { source } = deps.visit(c)
    return db.transaction().execute((trx) => moveByApplicant(deps, trx, { id, move, said: { words }, source }))
  }

  /** The log-in may lead to a provider at once, and a browser holds `form-action` against every redirect after a form. */
  function toSign(c: Context<WebEnv>) {
    const url = new URL(enrolPaths.sign, deps.publicUrl)
    const shell = deps.shell(c)
    return c.html(
      <ContinuePage {...{ shell, url }} to={signingText[shell.language].landing.toLogIn} />,
      200,
      refreshTo(url),
    )
  }

  async function progressPage(
    c: Context<WebEnv>,
    enrolment: Enrolment,
    answer: ProgressPageProps['answer'],
    wrong: Wrong,
  ) {
    const { id } = enrolment
    const [steps, days, papers] = await Promise.all([listSteps(db, id), usualDays(db), findPapers(db, id)])
    const page = (
      <ProgressPage
        shell={deps.shell(c)}
        {...{ enrolment, steps, answer, papers, wrong }}
        usualDays={days}
        sent={c.req.query('vent') !== undefined ? 'too-many' : c.req.query('sendt') !== undefined ? 'sent' : null}
        isSigned={enrolment.handedIn === 'signed'}
      />
    )
    return c.html(page, c.req.method === 'POST' && (answer.isMissing || isWrong(wrong)) ? 422 : 200)
  }
}
