/**
 * The mail of the morning: at 7 o'clock on the clocks of Denmark everybody who wants their notices gathered gets one mail of those
 * from before then. A SEB that was down at 7 sends it when it is up; no day has two.
 */
import { readMoment, writeDay } from '../base/danish-time.ts'
import type { Job } from '../base/run-jobs.ts'
import { queueMail } from '../mail/queue-mail.ts'
import type { Db } from '../storage/database.ts'
import { digestMail } from './digest.mail.ts'
import { gather, waitsForDigest } from './digest.store.ts'
import type { NotifyDeps } from './notify.ts'

export type DigestDeps = NotifyDeps & { db: Db }

const atOnce = 200
/** A run ends soon, since a SEB that is told to stop waits for it. */
const mostSteps = 50

export function digestJob(deps: DigestDeps): Job {
  return { name: 'digest', everySeconds: 60, run: () => sendDigests(deps) }
}

export async function sendDigests(deps: DigestDeps): Promise<void> {
  const { db, clock, publicUrl } = deps
  const now = clock.now()
  const day = writeDay(now)
  const before = readMoment(day, '07:00')
  if (!before || now < before) return
  for (let step = 0; step < mostSteps && (await waitsForDigest(db, { day, before })); step++)
    await db.transaction().execute(async (trx) => {
      const people = await gather(trx, { day, before, now, limit: atOnce })
      const mails = people.flatMap(({ name, email, language, counts }) =>
        email === null
          ? []
          : [
              {
                kind: 'notices.digest',
                organisationId: null,
                to: { name, email },
                language,
                content: digestMail(language, { counts, publicUrl }),
              },
            ],
      )
      await queueMail(deps, trx, mails)
    })
}
