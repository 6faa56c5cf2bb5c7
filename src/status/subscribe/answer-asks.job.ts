/**
 * Answers what was asked for on the page: a mail with the way to say yes. Away from the request, so that whoever asks cannot tell by the
 * answer or its time whether an address subscribes; and an address gets one such mail a day, whoever asks.
 */
import type { Job } from '../../base/run-jobs.ts'
import type { Mail } from '../../mail/mail.ts'
import { type MailDeps, queueMail } from '../../mail/queue-mail.ts'
import type { Db } from '../../storage/database.ts'
import { confirmMail } from './confirm.mail.ts'
import { subscriptionPath } from './subscribe-paths.ts'
import type { SubscriberKeys } from './subscriber-keys.ts'
import { takeAsked, takeAsks } from './subscriptions.store.ts'

export type AnswerDeps = MailDeps & { db: Db; publicUrl: URL; subscribers: SubscriberKeys }

const atOnce = 100
/** A run ends soon, since a SEB that is told to stop waits for it. */
const mostSteps = 10

export function answerAsksJob(deps: AnswerDeps): Job {
  return { name: 'answer-subscription-asks', everySeconds: 2, run: () => answerAsks(deps) }
}

export async function answerAsks(deps: AnswerDeps): Promise<void> {
  for (let step = 0; step < mostSteps; step++) if ((await answerSome(deps)) < atOnce) return
}

function answerSome(deps: AnswerDeps): Promise<number> {
  const { db, publicUrl, subscribers } = deps
  return db.transaction().execute(async (trx) => {
    const asks = await takeAsks(trx, atOnce)
    const mails: Mail[] = []
    for (const ask of asks) {
      const asked = await takeAsked(trx, ask)
      if (!asked) continue
      const { language, confirmed_at: confirmedAt } = asked
      const address = new URL(subscriptionPath(subscribers.token(asked.id)), publicUrl).href
      mails.push({
        kind: 'status-subscription.asked',
        organisationId: null,
        to: { name: '', email: subscribers.open(ask.sealed, ask.id) },
        language,
        content: confirmMail(language, { address, confirmed: confirmedAt !== null }),
      })
    }
    await queueMail(deps, trx, mails)
    return asks.length
  })
}
