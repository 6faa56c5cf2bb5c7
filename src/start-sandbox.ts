/** Brings up the sandbox beside SEB, and tells SEB of it as an operator would. Only ever while `PUBLIC_URL` is loopback. */

import { type AppDeps, type MountedBeside, samlDeps } from './app.ts'
import type { Job } from './base/run-jobs.ts'
import { applyDeps } from './commands.ts'
import { applyDocument } from './configuration/apply-document.ts'
import { openCase } from './desk/cases/open-case.ts'
import { findKeptMails } from './mail/mails.store.ts'
import { mailKeyFrom } from './mail/seal-mail.ts'
import { publishMetadata } from './protocols/saml/publish-metadata.ts'
import { deskOf } from './web/desk.ts'

/** What `npm start` brings up besides SEB, and goes on with when SEB is up. */
export interface StartedSandbox extends MountedBeside {
  jobs: readonly Job[]
}

export async function startSandbox(deps: AppDeps): Promise<StartedSandbox> {
  const { config, clock, ids, log, storage, secrets } = deps
  if (!config.loopback) throw new Error('the sandbox is for loopback only')
  // Read only here: a SEB without sandbox has none of it in memory.
  const { createSandbox } = await import('../sandbox/sandbox.ts')
  const { fillSandboxJob } = await import('../sandbox/crowd/fill-sandbox.job.ts')
  const { publicUrl, keyDirectory } = config
  const sandbox = await createSandbox({
    publicUrl,
    clock,
    ids,
    keyDirectory,
    sebMetadata: publishMetadata(samlDeps(deps)),
    mails: () => findKeptMails(storage.db, mailKeyFrom(secrets.pseudonymKey)),
  })
  const request = { document: sandbox.document, files: {}, dryRun: false, operator: 'sandbox' }
  const { mistakes, changes } = await applyDocument(applyDeps(deps), request)
  if (mistakes.length > 0) throw new Error(`the sandbox cannot be set up: ${JSON.stringify(mistakes.slice(0, 5))}`)
  const desk = { clock, ids, desk: deskOf(config) }
  for (const one of sandbox.cases) await storage.db.transaction().execute((trx) => openCase(desk, trx, one))
  log.info({ changes: changes.length }, 'the sandbox is set up: everybody in it is made up')
  return { ...sandbox, jobs: config.sandboxCrowd ? [fillSandboxJob({ storage, clock, ids, log })] : [] }
}
