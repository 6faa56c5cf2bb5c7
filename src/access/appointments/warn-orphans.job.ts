/**
 * Tells of organisations that lose their last chief administrator by a date or from outside, where nobody could be stopped.
 * It decides nothing: whether there is one is asked of the dates, here and everywhere else.
 */
import { recordEvents } from '../../audit/record-events.ts'
import type { Job } from '../../base/run-jobs.ts'
import { type MailDeps, queueMail } from '../../mail/queue-mail.ts'
import type { Db } from '../../storage/database.ts'
import { orphanMail } from './orphan.mail.ts'
import { findToWarn, findUnwarned, forgetWarnings, noteWarning, type Orphan } from './orphans.store.ts'

export interface WarnOrphansDeps extends MailDeps {
  db: Db
  publicUrl: URL
  desk: { phone: string }
}

/** A run ends soon, since a SEB that is told to stop waits for it. */
const mostAtOnce = 100

export function warnOrphansJob(deps: WarnOrphansDeps): Job {
  return { name: 'warn-orphans', everySeconds: 600, run: () => warnOrphans(deps) }
}

export async function warnOrphans(deps: WarnOrphansDeps): Promise<void> {
  await forgetWarnings(deps.db, deps.clock.now())
  for (const orphan of await findUnwarned(deps.db, deps.clock.now(), mostAtOnce)) await warn(deps, orphan)
}

async function warn(deps: WarnOrphansDeps, orphan: Orphan): Promise<void> {
  const now = deps.clock.now()
  await deps.db.transaction().execute(async (trx) => {
    if (!(await noteWarning(trx, orphan, now))) return
    const people = await findToWarn(trx, orphan.id, now)
    const kind = orphan.endsAt ? 'organisation.chief-ending' : 'organisation.without-chief'
    const facts = {
      organisation: orphan.name,
      endsAt: orphan.endsAt,
      publicUrl: deps.publicUrl,
      phone: deps.desk.phone,
    }
    await queueMail(
      deps,
      trx,
      people.map(({ name, email, language }) => ({
        kind,
        organisationId: orphan.id,
        to: { name, email },
        language,
        content: orphanMail(language, facts),
      })),
    )
    await recordEvents(deps, trx, [
      {
        action: kind,
        outcome: 'success',
        actor: { kind: 'system' },
        organisationId: orphan.id,
        object: { kind: 'organisation', id: orphan.id },
        details: { endsAt: orphan.endsAt, warned: people.length },
      },
    ])
  })
}
