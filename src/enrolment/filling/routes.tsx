/** `/tilmeld`: begun, filled in step by step, and checked. Whatever was typed is kept, also what must be corrected. */
import { type Context, Hono } from 'hono'
import { readId } from '../../access/admin/employees/employee.store.ts'
import { isWrong, nothingWrong, type Wrong } from '../../access/management/fields.tsx'
import { typedText } from '../../access/management/typed.ts'
import { isCvrNumber } from '../../base/cvr.ts'
import { rowOfForm } from '../../base/ids.ts'
import { readMailAddress } from '../../base/mail-address.ts'
import { findOrganisation } from '../../organisations/find-organisation.ts'
import { hashToken } from '../../people/sessions.store.ts'
import type { WebEnv } from '../../web/context.ts'
import { type FormFields, readForm } from '../../web/form.ts'
import { beginEnrolment, mailLinks } from '../begin-enrolment.ts'
import { describeEnrolment } from '../describe-enrolment.ts'
import { readSecret } from '../enrolment-links.ts'
import { type EnrolStep, enrolmentPath, enrolPaths, enrolStepPath, enrolSteps } from '../enrolment-paths.ts'
import { type Enrolment, findByLink, saveTyped, usualDays } from '../enrolments.store.ts'
import { listOfferedServices, type OfferedService } from '../offered-services.store.ts'
import { type EnrolmentDeps, enrolmentOf, openFor } from '../opened-enrolment.tsx'
import { isPersonName } from '../stranger-names.ts'
import { emptyUnit, type TypedEnrolment } from '../typed-enrolment.ts'
import { CheckPage } from './check.page.tsx'
import {
  lackingSteps,
  mostUnits,
  readOrganisation,
  readPeople,
  wrongOrganisation,
  wrongPeople,
  wrongServices,
} from './check-typed.ts'
import { OrganisationPage } from './organisation.page.tsx'
import { PeoplePage } from './people.page.tsx'
import { ServicesPage } from './services.page.tsx'
import { LinkNeededPage, SendLinkPage, StartPage } from './start.page.tsx'
import { fillingText } from './text.ts'

type FilledStep = Exclude<EnrolStep, 'kontrol'>

/** What a step is looked at with. */
interface Around {
  enrolment: Enrolment
  offered: OfferedService[]
  isTaken: boolean
}

/** So long a form that was sent may be sent again and lead to the same enrolment; after that, the link in the mail does. */
const tenMinutes = 600_000

export function fillingRoutes(deps: EnrolmentDeps): Hono<WebEnv> {
  const { db, clock } = deps
  const routes = new Hono<WebEnv>()

  routes.get(enrolPaths.start, (c) => startPage(c, { name: '', email: '' }, nothingWrong))

  routes.post(enrolPaths.start, async (c) => {
    const held = await deps.heldBack(c)
    if (held) return held
    const form = await readForm(c)
    const text = fillingText[c.get('language')].wrong
    const typed = { name: typedText(form, 'navn', 200), email: typedText(form, 'mail') }
    const formId = readId(form.get('id'))
    const email = readMailAddress(typed.email)
    const wrong = {
      ...(isPersonName(typed.name) ? {} : { navn: typed.name === '' ? text.name : text.nameOnly }),
      ...(email === null ? { mail: text.email } : {}),
    }
    if (email === null || isWrong(wrong)) return startPage(c, typed, wrong)
    const now = clock.now()
    const begun = await db.transaction().execute((trx) =>
      beginEnrolment(deps, trx, {
        id: rowOfForm(formId ?? deps.ids.uuid(), email),
        contact: { name: typed.name, email },
        language: c.get('language'),
        source: deps.visit(c).source,
      }),
    )
    if (!begun || now.getTime() - begun.createdAt.getTime() > tenMinutes)
      return c.html(<LinkNeededPage shell={deps.shell(c)} />, 422)
    openFor(c, deps, begun.id)
    return c.redirect(enrolStepPath(begun.reference, 'organisation'), 303)
  })

  routes.get(enrolPaths.sendLink, (c) =>
    c.html(
      <SendLinkPage shell={deps.shell(c)} email="" wrong={nothingWrong} isSent={c.req.query('sendt') !== undefined} />,
    ),
  )

  routes.post(enrolPaths.sendLink, async (c) => {
    const held = await deps.heldBack(c)
    if (held) return held
    const typed = typedText(await readForm(c), 'mail')
    const email = readMailAddress(typed)
    const wrong = { mail: fillingText[c.get('language')].wrong.email }
    if (email === null)
      return c.html(<SendLinkPage shell={deps.shell(c)} email={typed} wrong={wrong} isSent={false} />, 422)
    const { source } = deps.visit(c)
    await db.transaction().execute((trx) => mailLinks(deps, trx, { email, source }))
    return c.redirect(`${enrolPaths.sendLink}?sendt`, 303)
  })

  routes.get(enrolPaths.resume, async (c) => {
    const secret = readSecret(c.req.query('kode'))
    const enrolment = secret && (await findByLink(db, hashToken(secret), clock.now()))
    if (!enrolment) return c.html(<LinkNeededPage shell={deps.shell(c)} />, 404)
    openFor(c, deps, enrolment.id)
    return c.redirect(enrolmentPath(enrolment.reference), 303)
  })

  for (const step of enrolSteps) {
    routes.get(enrolStepPath(':ref', step), async (c) => {
      const enrolment = await enrolmentOf(c, deps)
      if (enrolment instanceof Response) return enrolment
      if (!isBeingFilled(enrolment)) return c.redirect(enrolmentPath(enrolment.reference), 303)
      const around = await aroundOf(enrolment, enrolment.typed)
      if (step === 'kontrol') return checkPage(c, around)
      const wrong = c.req.query('fejl') === undefined ? nothingWrong : wrongOf(c, step, around)
      return stepPage(c, step, around, wrong)
    })
  }

  for (const step of ['organisation', 'personer', 'tjenester'] as const) {
    routes.post(enrolStepPath(':ref', step), async (c) => {
      const enrolment = await enrolmentOf(c, deps)
      if (enrolment instanceof Response) return enrolment
      const form = await readForm(c)
      const to = form.get('til') ?? 'videre'
      const typed = withTyped(enrolment.typed, step, form, to)
      // Sent from another tab meanwhile: what is to be signed stays what it is.
      if (!(await saveTyped(db, enrolment.id, typed, clock.now())))
        return c.redirect(enrolmentPath(enrolment.reference), 303)
      const around = await aroundOf({ ...enrolment, updatedAt: clock.now() }, typed)
      const after = nextStep(step, to)
      if (after === null) return c.redirect(`${enrolStepPath(enrolment.reference, step)}#enheder`, 303)
      const wrong = wrongOf(c, step, around)
      // Whoever goes elsewhere may come back and correct it.
      if (to === 'videre' && isWrong(wrong)) return stepPage(c, step, around, wrong)
      return c.redirect(enrolStepPath(enrolment.reference, after), 303)
    })
  }

  return routes

  async function startPage(c: Context<WebEnv>, typed: { name: string; email: string }, wrong: Wrong) {
    const page = <StartPage shell={deps.shell(c)} formId={deps.ids.uuid()} typed={typed} wrong={wrong} />
    return c.html(page, isWrong(wrong) ? 422 : 200)
  }

  async function aroundOf(enrolment: Enrolment, typed: TypedEnrolment): Promise<Around> {
    const { cvr } = typed.organisation
    const isTaken = isCvrNumber(cvr) && (await findOrganisation(db, cvr)) !== null
    return { enrolment: { ...enrolment, typed }, offered: await listOfferedServices(db), isTaken }
  }

  function wrongOf(c: Context<WebEnv>, step: FilledStep, { enrolment, offered, isTaken }: Around): Wrong {
    const language = c.get('language')
    const { organisation, people, serviceIds } = enrolment.typed
    switch (step) {
      case 'organisation':
        return wrongOrganisation(organisation, isTaken, language)
      case 'personer':
        return wrongPeople(people, language)
      case 'tjenester':
        return wrongServices(serviceIds, offered, language)
    }
  }

  function stepPage(c: Context<WebEnv>, step: FilledStep, around: Around, wrong: Wrong) {
    const { enrolment, offered, isTaken } = around
    const frame = { shell: deps.shell(c), enrolment, lacking: lackingSteps(enrolment.typed, around) }
    const { organisation, people, serviceIds } = enrolment.typed
    const status = isWrong(wrong) && c.req.method === 'POST' ? 422 : 200
    switch (step) {
      case 'organisation':
        return c.html(<OrganisationPage {...frame} {...{ wrong, isTaken }} typed={organisation} />, status)
      case 'personer':
        return c.html(<PeoplePage {...frame} wrong={wrong} typed={people} />, status)
      case 'tjenester':
        return c.html(<ServicesPage {...frame} {...{ wrong, offered }} chosen={serviceIds} />, status)
    }
  }

  async function checkPage(c: Context<WebEnv>, around: Around) {
    const { enrolment, offered } = around
    const shell = deps.shell(c)
    const { language, desk } = shell
    const facts = describeEnrolment(enrolment, { services: offered, language, deskMail: desk.mail })
    const lacking = lackingSteps(enrolment.typed, around)
    const days = await usualDays(db)
    return c.html(<CheckPage {...{ shell, enrolment, facts, lacking }} version={enrolment.version} usualDays={days} />)
  }
}

function isBeingFilled({ state }: Enrolment): boolean {
  return state === 'draft'
}

function withTyped(before: TypedEnrolment, step: FilledStep, form: FormFields, to: string): TypedEnrolment {
  switch (step) {
    case 'organisation': {
      const organisation = readOrganisation(form)
      const without = /^uden-(\d{1,2})$/.exec(to)?.[1]
      const kept = organisation.units.filter((_, at) => at + 1 !== Number(without))
      const units = to === 'enhed' && kept.length < mostUnits ? [...kept, emptyUnit] : kept
      return { ...before, organisation: { ...organisation, units } }
    }
    case 'personer':
      return { ...before, people: readPeople(form) }
    case 'tjenester':
      return {
        ...before,
        serviceIds: [...new Set(form.all('tjeneste').flatMap((id) => readId(id) ?? []))].slice(0, 200),
      }
  }
}

/** Null: the same step, with a unit more or less. */
function nextStep(step: FilledStep, to: string): EnrolStep | null {
  const at = enrolSteps.indexOf(step)
  if (to === 'enhed' || to.startsWith('uden-')) return null
  if (to === 'tilbage') return enrolSteps[Math.max(0, at - 1)] ?? step
  return enrolSteps.find((one) => one === to) ?? enrolSteps[at + 1] ?? step
}
