/** `/tilmeld/underskriv`: from the link in the mail, through MitID Erhverv, to the signature. Nothing happens until they say yes. */
import { type Context, Hono } from 'hono'
import type { AdminDeps } from '../../access/admin/admin-env.ts'
import { findLogIn, type LogIn } from '../../access/viewer.ts'
import { hashToken } from '../../people/sessions.store.ts'
import type { WebEnv } from '../../web/context.ts'
import { ContinuePage, refreshTo } from '../../web/continue.page.tsx'
import { readCookie, writeCookie } from '../../web/cookies.ts'
import { readForm } from '../../web/form.ts'
import { describeEnrolment } from '../describe-enrolment.ts'
import { readSecret } from '../enrolment-links.ts'
import { enrolPaths } from '../enrolment-paths.ts'
import { type Enrolment, findBySignLink, findSignature, usualDays } from '../enrolments.store.ts'
import { hashFacts, writeFacts } from '../hash-facts.ts'
import { listOfferedServices } from '../offered-services.store.ts'
import { isSecure, openedEnrolment } from '../opened-enrolment.tsx'
import { sendSignedPdf } from '../send-pdf.ts'
import { type SignedFor, SignedPage, SignLandingPage, SignPage, SignProblemPage } from './sign.page.tsx'
import { recordWrongSigner, type SignProblem, signEnrolment, whyNotOpen, whyNotThisLogIn } from './sign-enrolment.ts'
import { signingText } from './text.ts'

/** Carries the code past the log-in, so that it is in no address and no record of the log-in. */
const cookie = 'seb_enrolment_sign'
const oneHour = 3600

export function signingRoutes(deps: AdminDeps): Hono<WebEnv> {
  const { db, clock } = deps
  const routes = new Hono<WebEnv>()

  routes.get(enrolPaths.signLanding, async (c) => {
    const code = readSecret(c.req.query('kode'))
    const enrolment = code && (await findBySignLink(db, hashToken(code), clock.now()))
    if (!enrolment) return problemPage(c, 'unknown', null)
    const notOpen = whyNotOpen(enrolment)
    if (notOpen) return problemPage(c, notOpen, enrolment)
    return c.html(<SignLandingPage shell={deps.shell(c)} signedFor={signedForOf(enrolment)} code={code} />)
  })

  routes.post(enrolPaths.signLanding, async (c) => {
    const code = readSecret((await readForm(c)).get('kode'))
    if (!code) return problemPage(c, 'unknown', null)
    writeCookie(c, cookie, code, { secure: isSecure(deps), maxAge: oneHour })
    return toSign(c)
  })

  routes.get(enrolPaths.sign, async (c) => {
    const enrolment = await enrolmentToSign(c)
    if (!enrolment) return problemPage(c, 'unknown', null)
    const notOpen = whyNotOpen(enrolment)
    if (notOpen === 'already-signed') return c.redirect(enrolPaths.signed, 303)
    if (notOpen) return problemPage(c, notOpen, enrolment)
    const logIn = await logInOf(c)
    if (!logIn) return deps.signIn(c)
    return (await refusedLogIn(c, enrolment, logIn)) ?? signPage(c, enrolment, logIn, null)
  })

  routes.post(enrolPaths.sign, async (c) => {
    const enrolment = await enrolmentToSign(c)
    if (!enrolment) return problemPage(c, 'unknown', null)
    const form = await readForm(c)
    const logIn = await logInOf(c)
    // A form cannot be come back to after a log-in, but the page it stands on can.
    if (!logIn) return toSign(c)
    const refused = await refusedLogIn(c, enrolment, logIn)
    if (refused) return refused
    if (whyNotOpen(enrolment) === null && form.get('ja') === null) return signPage(c, enrolment, logIn, 'may')
    const { describe } = await described(c)
    const { source } = deps.visit(c)
    const signing = await db.transaction().execute((trx) =>
      signEnrolment(deps, trx, {
        enrolmentId: enrolment.id,
        logIn,
        name: nameOf(logIn),
        shownHash: form.get('set') ?? '',
        describe,
        source,
      }),
    )
    if (signing.outcome === 'changed') return signPage(c, (await enrolmentToSign(c)) ?? enrolment, logIn, 'changed')
    // Sent twice by the same person: the first did it.
    if (signing.outcome === 'signed' || signing.problem === 'already-signed') return c.redirect(enrolPaths.signed, 303)
    return problemPage(c, signing.problem, enrolment)
  })

  routes.get(enrolPaths.signed, async (c) => {
    const enrolment = await enrolmentToSign(c)
    if (!enrolment || !(await findSignature(db, enrolment.id))) return problemPage(c, 'unknown', null)
    const days = await usualDays(db)
    return c.html(<SignedPage shell={deps.shell(c)} signedFor={signedForOf(enrolment)} usualDays={days} />)
  })

  routes.get(enrolPaths.signPdf, async (c) => {
    const enrolment = await enrolmentToSign(c)
    if (!enrolment) return problemPage(c, 'unknown', null)
    const logIn = await logInOf(c)
    if (!logIn) return deps.signIn(c)
    const signature = await findSignature(db, enrolment.id)
    if (!signature) return problemPage(c, 'unknown', null)
    return (await refusedLogIn(c, enrolment, logIn)) ?? sendSignedPdf(c, signature)
  })

  return routes

  /** Through the link that was mailed to sign; else whoever fills it in signs it too. */
  async function enrolmentToSign(c: Context): Promise<Enrolment | null> {
    const code = readSecret(readCookie(c, cookie, isSecure(deps)))
    const mailed = code === null ? null : await findBySignLink(db, hashToken(code), clock.now())
    return mailed ?? openedEnrolment(c, deps)
  }

  function logInOf(c: Context): Promise<LogIn | null> {
    const { limits } = deps
    return findLogIn(
      { db, now: clock.now(), limits: limits.session, highestAssurance: limits.highestAssurance },
      deps.visit(c).sessionTokenHash,
    )
  }

  async function refusedLogIn(c: Context<WebEnv>, enrolment: Enrolment, logIn: LogIn): Promise<Response | null> {
    const why = whyNotThisLogIn(logIn, enrolment.cvr)
    if (!why) return null
    const { source } = deps.visit(c)
    await db.transaction().execute((trx) => recordWrongSigner(deps, trx, enrolment, { logIn, source, why }))
    return problemPage(c, why, enrolment, logIn.cvr ?? '')
  }

  /** How an enrolment is described here and now: the same for what is shown and for what is signed. */
  async function described(c: Context<WebEnv>) {
    const { language, desk } = deps.shell(c)
    const services = await listOfferedServices(db)
    return {
      describe: (enrolment: Enrolment) => describeEnrolment(enrolment, { services, language, deskMail: desk.mail }),
    }
  }

  async function signPage(c: Context<WebEnv>, enrolment: Enrolment, logIn: LogIn, mistake: 'may' | 'changed' | null) {
    const { describe } = await described(c)
    const facts = describe(enrolment)
    const shownHash = hashFacts(writeFacts(facts))
    const props = { facts, shownHash, mistake, name: nameOf(logIn), signedFor: signedForOf(enrolment) }
    return c.html(<SignPage shell={deps.shell(c)} {...props} />, mistake ? 422 : 200)
  }

  /** The log-in may lead to a provider at once, and a browser holds `form-action` against every redirect after a form. */
  function toSign(c: Context<WebEnv>) {
    const url = new URL(enrolPaths.sign, deps.publicUrl)
    const shell = deps.shell(c)
    const to = signingText[shell.language].landing.toLogIn
    return c.html(<ContinuePage shell={shell} url={url} to={to} />, 200, refreshTo(url))
  }

  function problemPage(c: Context<WebEnv>, problem: SignProblem, enrolment: Enrolment | null, other = '') {
    const signedFor = enrolment && signedForOf(enrolment)
    return c.html(<SignProblemPage shell={deps.shell(c)} {...{ problem, signedFor, other }} />, statusOf(problem))
  }
}

function signedForOf({ typed, contact, reference }: Enrolment): SignedFor {
  const { name, cvr } = typed.organisation
  return { organisation: name, cvr, contact: contact.name, reference }
}

function nameOf({ session }: LogIn): string {
  return session.authentication.attributes.fullName?.[0] ?? session.person?.name ?? ''
}

function statusOf(problem: SignProblem) {
  switch (problem) {
    case 'unknown':
      return 404
    case 'not-ready':
    case 'already-signed':
    case 'over':
      return 410
    case 'signed-elsewhere':
    case 'already-enrolled':
      return 409
    default:
      return 403
  }
}
