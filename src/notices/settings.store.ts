/** What somebody has chosen to get by mail, where they chose it, and whether their organisation lets them choose nothing. */
import type { Ids } from '../base/ids.ts'
import type { Db, Trx } from '../storage/database.ts'
import { type Audience, audiences, type Delivery, deliveryOf, suggestedDelivery, topics } from './topics.ts'

/** Whose choices: of a person through an account, or as staff of SEB. */
export interface Chooser {
  personId: string
  accountId: string | null
  /** Their organisation; null for staff. */
  organisationId: string | null
}

export interface Choice {
  audience: Audience
  topic: string
  delivery: Delivery
}

/** Every topic of these audiences with what holds for it now. */
export async function findChoices(
  db: Db | Trx,
  { personId, accountId }: Chooser,
  { wanted, allowsNone }: { wanted: readonly Audience[]; allowsNone: boolean },
): Promise<Choice[]> {
  const rows = await db
    .selectFrom('notice_setting')
    .select(['audience', 'topic', 'delivery'])
    .where('person_id', '=', personId)
    .where('account_id', accountId === null ? 'is' : '=', accountId)
    .execute()
  return audiences
    .filter((audience) => wanted.includes(audience))
    .flatMap((audience) =>
      Object.keys(topics[audience]).map((topic) => {
        const chosen = rows.find((row) => row.audience === audience && row.topic === topic)
        const suggested = suggestedDelivery(audience, topic)
        const delivery = deliveryOf({ mandatory: false, chosen: chosen?.delivery ?? null, suggested, allowsNone })
        return { audience, topic, delivery }
      }),
    )
}

export async function saveChoice(
  { ids }: { ids: Ids },
  trx: Trx,
  { personId, accountId }: Chooser,
  { audience, topic, delivery }: Choice,
): Promise<void> {
  await trx
    .insertInto('notice_setting')
    .values({ id: ids.uuid(), person_id: personId, account_id: accountId, audience, topic, delivery })
    .onConflict((conflict) =>
      conflict.columns(['person_id', 'account_id', 'audience', 'topic']).doUpdateSet({ delivery }),
    )
    .execute()
}

/** Staff of SEB choose for themselves. */
export async function allowsNoMail(db: Db | Trx, { organisationId }: Chooser): Promise<boolean> {
  if (organisationId === null) return true
  const row = await db
    .selectFrom('organisation')
    .select('allows_no_mail')
    .where('id', '=', organisationId)
    .executeTakeFirst()
  return row?.allows_no_mail ?? false
}

/** Whether that was a change. */
export async function allowNoMail(trx: Trx, organisationId: string, allows: boolean): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('organisation')
    .set({ allows_no_mail: allows })
    .where('id', '=', organisationId)
    .where('allows_no_mail', '<>', allows)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
