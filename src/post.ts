/** How this installation sends mail, by its settings. */
import type { Config } from './base/config.ts'
import { mailKeyFrom } from './mail/seal-mail.ts'
import type { SendMailDeps } from './mail/send-mail.job.ts'
import { hurriedPatience, smtpCarrier } from './mail/smtp-carrier.ts'
import type { Secrets } from './protocols/keys/load-secrets.ts'
import type { SendDeliveriesDeps } from './status/subscribe/send-deliveries.job.ts'
import { subscriberKeys } from './status/subscribe/subscriber-keys.ts'
import type { Storage } from './storage/database.ts'
import { deskOf } from './web/desk.ts'

type PostDeps = Pick<SendMailDeps, 'clock' | 'log'> & { config: Config; secrets: Secrets; storage: Storage }

export function createPost({ config, clock, log, secrets, storage }: PostDeps): SendMailDeps {
  const { publicUrl, MAIL_URL, MAIL_FROM = 'SEB <seb@seb-demo.example>' } = config
  return {
    db: storage.db,
    clock,
    log,
    mailKey: mailKeyFrom(secrets.pseudonymKey),
    sender: { from: MAIL_FROM, publicUrl, desk: deskOf(config) },
    carrier: MAIL_URL === undefined ? null : smtpCarrier(MAIL_URL),
  }
}

/** So many conversations with the mail server are kept open while there is much to send. */
const connections = 4

/** How messages are sent to those who subscribe to them: beside the other mails, behind them. */
export function createStatusPost(deps: PostDeps & Pick<SendDeliveriesDeps, 'ids' | 'board'>): SendDeliveriesDeps {
  const { config, secrets, ids, board } = deps
  const { MAIL_URL } = config
  return {
    ...createPost(deps),
    ids,
    board,
    subscribers: subscriberKeys(secrets.pseudonymKey),
    perSecond: config.STATUS_MAILS_PER_SECOND,
    carrier: MAIL_URL === undefined ? null : smtpCarrier(MAIL_URL, { connections, waits: hurriedPatience }),
  }
}
