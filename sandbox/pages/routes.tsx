/** The pages that are the sandbox’s own: the overview and the switchboard. */
import { Hono } from 'hono'
import type { KeptMail } from '../../src/mail/mails.store.ts'
import { samlPaths } from '../../src/protocols/saml/saml-deps.ts'
import type { WebEnv } from '../../src/web/context.ts'
import { readForm } from '../../src/web/form.ts'
import { providerPath, sandboxPaths } from '../addresses.ts'
import { readNotes, withFault, writeNotes } from '../browser-notes.ts'
import { isProviderKey } from '../data/providers.ts'
import { logInFields } from '../idp/log-in.page.tsx'
import type { SandboxWeb } from '../web.ts'
import { MailPage } from './mail.page.tsx'
import { OverviewPage } from './overview.page.tsx'
import { SwitchboardPage, switchboardFields } from './switchboard.page.tsx'

const sebMetadata = { idp: samlPaths.idpMetadata, sp: samlPaths.spMetadata }

export function sandboxPages(web: SandboxWeb, mails: () => Promise<readonly KeptMail[]>): Hono<WebEnv> {
  const routes = new Hono<WebEnv>()

  routes.get(sandboxPaths.overview, (c) => c.html(<OverviewPage shell={web.shell(c)} sebMetadata={sebMetadata} />))

  routes.get(sandboxPaths.mail, async (c) => c.html(<MailPage shell={web.shell(c)} mails={await mails()} />))

  routes.get(sandboxPaths.switchboard, (c) => {
    const named = c.req.query(switchboardFields.provider)
    const provider = isProviderKey(named) ? named : null
    const id = c.req.query(switchboardFields.id) ?? null
    const notes = readNotes(c, web.secure)
    return c.html(<SwitchboardPage shell={web.shell(c)} notes={notes} provider={provider} id={id} />)
  })

  routes.post(sandboxPaths.switchboard, async (c) => {
    const form = await readForm(c)
    const provider = form.get(switchboardFields.provider)
    writeNotes(c, web.secure, withFault(readNotes(c, web.secure), provider, form.get(switchboardFields.fault)))
    const id = form.get(switchboardFields.id)
    if (!id || !isProviderKey(provider)) return c.redirect(sandboxPaths.switchboard, 303)
    return c.redirect(`${providerPath(provider).logIn}?${new URLSearchParams({ [logInFields.asked]: id })}`, 303)
  })

  return routes
}
