/** `/kontakt`, for everybody, without log-in: how to reach the desk, and a form that opens a case. */
import type { Context } from 'hono'
import { Hono } from 'hono'
import type { CasePort } from '../../access/admin/case-port.ts'
import { readId } from '../../access/admin/employees/employee.store.ts'
import { isWrong, nothingWrong } from '../../access/management/fields.tsx'
import { minePaths } from '../../access/mine/mine-paths.ts'
import { rowOfForm } from '../../base/ids.ts'
import { type MailDeps, queueMail } from '../../mail/queue-mail.ts'
import type { Db } from '../../storage/database.ts'
import { type Brake, brakeKey, createBrake, type HeldBack } from '../../web/brake.ts'
import type { WebEnv } from '../../web/context.ts'
import { readForm } from '../../web/form.ts'
import type { Shell } from '../../web/shell.ts'
import { receiptMail } from '../cases/case.mail.ts'
import { countFromAddress } from '../cases/cases.store.ts'
import { plainReference } from '../cases/typed-new-case.ts'
import { ContactPage } from './contact.page.tsx'
import { contactPath, contactReceivedPath } from './contact-paths.ts'
import { listServices } from './contact-services.store.ts'
import { ReceivedPage } from './received.page.tsx'
import { contactFrom, isReference, readTypedContact, type TypedContact, wrongContact } from './typed-contact.ts'

export type ContactRouteDeps = MailDeps & {
  db: Db
  shell: (c: Context<WebEnv>) => Shell
  cases: CasePort
  sourceOf: (c: Context) => string
  tooMany: (c: Context<WebEnv>, held: HeldBack) => Promise<Response>
  notFound: (c: Context) => Response | Promise<Response>
  /** Enrolment is a later room. */
  enrolHref: string
}

/** From one network address in a minute; a workplace shares one. */
const casesPerMinute = 10
/** To one mail address in a minute and in a day: the receipt is not a way to fill somebody’s mailbox. */
const receiptsPerMinute = 1
const receiptsPerDay = 5
const oneDay = 86_400_000

export function contactRoutes(deps: ContactRouteDeps): Hono<WebEnv> {
  const { clock, db } = deps
  const sending = createBrake(clock, casesPerMinute)
  const receipts = createBrake(clock, receiptsPerMinute)
  const routes = new Hono<WebEnv>()

  routes.get(contactPath, (c) => show(c, { typed: contactFrom((name) => c.req.query(name)), formId: deps.ids.uuid() }))

  routes.post(contactPath, async (c) => {
    const held = takenBy(sending, brakeKey(deps.sourceOf(c)))
    if (held) return deps.tooMany(c, held)
    const form = await readForm(c)
    const formId = readId(form.get('id'))
    const typed = readTypedContact(form)
    const wrong = wrongContact(typed, c.get('language'))
    if (!formId || isWrong(wrong) || typed.kind === '')
      return show(c, { typed, wrong, formId: formId ?? deps.ids.uuid(), status: 422 })
    const services = await listServices(db)
    const service = services.find(({ id }) => id === typed.serviceId) ?? null
    const { reference } = await open(c, typed, { formId, serviceId: service?.id ?? null })
    const urgent = typed.kind === 'log-in-trouble' && service?.critical
    return c.redirect(
      `${contactReceivedPath}?${new URLSearchParams({ sag: reference, ...(urgent && { haster: '1' }) })}`,
      303,
    )
  })

  routes.get(contactReceivedPath, (c) => {
    const reference = plainReference(c.req.query('sag') ?? '')
    if (!isReference(reference)) return deps.notFound(c)
    const urgent = c.req.query('haster') === '1'
    return c.html(<ReceivedPage shell={deps.shell(c)} now={clock.now()} {...{ reference, urgent }} />)
  })

  return routes

  /** The case and the mail that says so. */
  function open(c: Context<WebEnv>, typed: TypedContact, about: { formId: string; serviceId: string | null }) {
    const language = c.get('language')
    const email = typed.email || null
    return db.transaction().execute(async (trx) => {
      const opened = await deps.cases.open(trx, {
        ...typed,
        kind: typed.kind || 'other',
        email,
        language,
        cvr: typed.cvr || null,
        reference: typed.reference || null,
        serviceId: about.serviceId,
        id: rowOfForm(about.formId, contactPath),
        source: 'form',
      })
      const asker = { name: typed.name, email, phone: typed.phone, personId: null, language }
      const receipt = receiptMail(deps.shell(c).desk, {
        ...opened,
        organisationId: null,
        asker,
      })
      if (email === null || !opened.opened) return opened
      const today = await countFromAddress(trx, email, new Date(clock.now().getTime() - oneDay))
      const mayMail = today <= receiptsPerDay && takenBy(receipts, email.toLowerCase()) === null
      if (mayMail) await queueMail(deps, trx, [receipt])
      return opened
    })
  }

  async function show(
    c: Context<WebEnv>,
    page: { typed: TypedContact; formId: string; wrong?: typeof nothingWrong; status?: 200 | 422 },
  ) {
    const { typed, formId, wrong = nothingWrong, status = 200 } = page
    // Numbers and hours are told while the database is down, too; that is when they are wanted.
    const services = await listServices(db).catch(() => [])
    const form = { typed, formId, wrong, services }
    const ways = { askHref: minePaths.ask, enrolHref: deps.enrolHref }
    return c.html(<ContactPage shell={deps.shell(c)} now={clock.now()} form={form} {...ways} />, status)
  }
}

/** The machine itself is not held back. */
function takenBy(brake: Brake, key: string | null): HeldBack | null {
  return key === null ? null : brake.take(key)
}
