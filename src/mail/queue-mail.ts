/** Writes mails in the transaction of the change they tell of: they are sent if and only if that is committed. */
import type { Clock } from '../base/clock.ts'
import type { Ids } from '../base/ids.ts'
import type { Trx } from '../storage/database.ts'
import { insertRows } from '../storage/upsert-rows.ts'
import type { Mail } from './mail.ts'
import { sealLetter } from './seal-mail.ts'

export interface MailDeps {
  clock: Clock
  ids: Ids
  mailKey: Uint8Array
}

/** The ids of the mails, in their order, for whoever wants to follow how it went. */
export async function queueMail(
  { clock, ids, mailKey }: MailDeps,
  trx: Trx,
  mails: readonly Mail[],
): Promise<string[]> {
  const now = clock.now()
  const rows = mails.map((mail) => ({
    id: mail.id ?? ids.uuid(),
    kind: mail.kind,
    organisation_id: mail.organisationId,
    sealed: sealLetter(mailKey, mail),
    created_at: now,
    due_at: now,
  }))
  await insertRows(trx, 'mail', rows)
  return rows.map(({ id }) => id)
}
