/** Which mails have come in, and what was attached to them. */
import type { Db, Trx } from '../../storage/database.ts'
import type { DeskMailTable } from '../../storage/schema.ts'

export interface MailIn {
  digest: string
  receivedAt: Date
  sender: string
}

/** False where it has come in before. Whoever else files the same one waits. */
export async function noteMail(trx: Trx, { digest, receivedAt, sender }: MailIn): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('desk_mail')
    .values({ digest, received_at: receivedAt, sender, outcome: 'automatic' })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

export async function endMailIn(
  trx: Trx,
  digest: string,
  end: { outcome: DeskMailTable['outcome']; caseId: string | null; answered: boolean },
): Promise<void> {
  const { outcome, caseId, answered } = end
  await trx.updateTable('desk_mail').set({ outcome, case_id: caseId, answered }).where('digest', '=', digest).execute()
}

/** How many answers went to the address since then. */
export async function countAnswers(trx: Trx, sender: string, since: Date): Promise<number> {
  const { count } = await trx
    .selectFrom('desk_mail')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('sender', '=', sender)
    .where('answered', '=', true)
    .where('received_at', '>=', since)
    .executeTakeFirstOrThrow()
  return Number(count)
}

export async function findCaseId(trx: Trx, reference: string): Promise<string | null> {
  const row = await trx.selectFrom('desk_case').select('id').where('reference', '=', reference).executeTakeFirst()
  return row?.id ?? null
}

export interface KeptAttachment {
  id: string
  entryId: string
  name: string
  kind: 'pdf' | 'jpeg' | 'png'
  size: number
  sealed: Uint8Array
}

export async function insertAttachments(trx: Trx, kept: readonly KeptAttachment[]): Promise<void> {
  if (kept.length === 0) return
  await trx
    .insertInto('desk_attachment')
    .values(kept.map(({ entryId, ...attachment }) => ({ ...attachment, entry_id: entryId })))
    .execute()
}

/** Of this case only. */
export async function findAttachment(db: Db | Trx, caseId: string, id: string): Promise<KeptAttachment | null> {
  const row = await db
    .selectFrom('desk_attachment')
    .innerJoin('desk_entry', 'desk_entry.id', 'desk_attachment.entry_id')
    .selectAll('desk_attachment')
    .where('desk_attachment.id', '=', id)
    .where('desk_entry.case_id', '=', caseId)
    .executeTakeFirst()
  return row ? { ...row, entryId: row.entry_id } : null
}

export interface ListedAttachment {
  id: string
  entryId: string
  name: string
  kind: KeptAttachment['kind']
  size: number
}

export async function listAttachments(trx: Trx, caseId: string): Promise<ListedAttachment[]> {
  const rows = await trx
    .selectFrom('desk_attachment')
    .innerJoin('desk_entry', 'desk_entry.id', 'desk_attachment.entry_id')
    .select(['desk_attachment.id', 'entry_id as entryId', 'name', 'desk_attachment.kind', 'size'])
    .where('desk_entry.case_id', '=', caseId)
    .orderBy('desk_attachment.id')
    .execute()
  return rows
}

/** Those that came before then: no mail server delivers one again so late. Returns how many were removed: at most `limit`. */
export async function removeOldMailsIn(trx: Trx, before: Date, limit: number): Promise<number> {
  const old = trx.selectFrom('desk_mail').select('digest').where('received_at', '<', before).limit(limit)
  const { numDeletedRows } = await trx.deleteFrom('desk_mail').where('digest', 'in', old).executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}
