/** `/mig/administrator`: whoever has an account is told who administers their organisation, and can say that nobody does. */
import { type Context, Hono } from 'hono'
import type { AdminDeps, AdminEnv } from '../../access/admin/admin-env.ts'
import { readId } from '../../access/admin/employees/employee.store.ts'
import { adminFrame } from '../../access/admin/frame.ts'
import { requireViewer } from '../../access/admin/require-viewer.tsx'
import { isOfOrganisation } from '../../access/capacities/capacity.ts'
import { isWrong, nothingWrong, type Wrong } from '../../access/management/fields.tsx'
import { may } from '../../access/may.ts'
import { rowOfForm } from '../../base/ids.ts'
import { inOrganisation } from '../../storage/in-organisation.ts'
import { fillText } from '../../web/fill.ts'
import { readForm } from '../../web/form.ts'
import { plainReference } from '../cases/typed-new-case.ts'
import { isReference } from '../contact/typed-contact.ts'
import { MissingPage } from './missing.page.tsx'
import { findOwnMail, findWhoAdministers, missingOnce } from './missing.store.ts'
import { missingPath } from './missing-path.ts'
import { missingText } from './text.ts'
import { emptyMissing, readTypedMissing, type TypedMissing, wordsOf, wrongMissing } from './typed-missing.ts'

export function missingRoutes(deps: AdminDeps): Hono<AdminEnv> {
  const { db, clock } = deps
  const routes = new Hono<AdminEnv>()
  routes.use(missingPath, requireViewer(deps))

  routes.get(missingPath, async (c) => {
    const typed = emptyMissing(c.req.query('reference') ?? '')
    const told = plainReference(c.req.query('sag') ?? '')
    return show(c, { typed, formId: deps.ids.uuid(), received: isReference(told) ? told : null })
  })

  routes.post(missingPath, async (c) => {
    const { personId, name } = c.get('viewer')
    const organisation = organisationOf(c)
    const form = await readForm(c)
    const formId = readId(form.get('id'))
    if (!organisation || !formId) return deps.notFound(c)
    const language = c.get('language')
    const typed = readTypedMissing(form)
    const wrong = wrongMissing(typed, language)
    if (isWrong(wrong)) return show(c, { typed, wrong, formId, status: 422 })
    const { id: organisationId } = organisation
    const { reference } = await inOrganisation(db, organisationId, async (trx) =>
      deps.cases.open(trx, {
        ...{ kind: 'missing-administrator', organisationId, byPersonId: personId, name, language, phone: typed.phone },
        subject: fillText(missingText[language].subject, { organisation: organisation.name }),
        words: wordsOf(typed, language),
        email: await findOwnMail(trx, personId),
        reference: typed.reference || null,
        once: missingOnce(organisationId),
        id: rowOfForm(formId, personId, organisationId),
      }),
    )
    return c.redirect(`${missingPath}?${new URLSearchParams({ sag: reference })}`, 303)
  })

  return routes

  function organisationOf(c: Context<AdminEnv>) {
    const { acting } = c.get('viewer')
    if (!isOfOrganisation(acting) || !may(acting, 'see-own-access', { accountId: acting.accountId })) return null
    return acting.organisation
  }

  async function show(
    c: Context<AdminEnv>,
    page: { typed: TypedMissing; formId: string; wrong?: Wrong; received?: string | null; status?: 200 | 422 },
  ) {
    const organisation = organisationOf(c)
    if (!organisation) return deps.notFound(c)
    const { wrong = nothingWrong, received = null, status = 200, typed, formId } = page
    const who = await inOrganisation(db, organisation.id, (trx) =>
      findWhoAdministers(trx, organisation.id, clock.now()),
    )
    const props = { organisation: organisation.name, who, typed, wrong, formId, received }
    return c.html(<MissingPage frame={adminFrame(c, deps)} {...props} />, status)
  }
}
