/** How log-ins have gone at each identity provider lately, from what the audit tells of them. */
import { sql } from 'kysely'
import type { Db } from '../../storage/database.ts'

export interface ProviderLogIns {
  /** Of the identity provider. */
  key: string
  name: { da: string; en: string }
  /** People sent there early enough to be back by now. */
  sent: number
  /** Those of them who came back, logged in. */
  succeeded: number
  /** Seconds that half of them took at most; null where nobody came back. */
  medianSeconds: number | null
  /** The latest of them; null where nobody came back in the time that is looked at. */
  lastSuccessAt: Date | null
  /** The first who was sent after that and did not come back. */
  waitingSince: Date | null
  /** How many were sent since then and have not come back. */
  waiting: number
}

/** Those sent since `since`, and before `before`: later ones may still be typing. */
export async function readProviderLogIns(
  db: Db,
  { since, before }: { since: Date; before: Date },
): Promise<ProviderLogIns[]> {
  const { rows } = await sql<{
    key: string
    name_da: string
    name_en: string
    sent: string
    succeeded: string
    median: string | null
    last_success: Date | null
    waiting_since: Date | null
    waiting: string
  }>`
    with sent as (
      select object_id as key, correlation_id, at from audit_event
      where action = 'sign-in.sent-to-identity-provider' and sequence > audit_sequence_before(${since}, null)
        and at < ${before}
    ), answered as (
      select correlation_id, max(at) as at from audit_event
      where action = 'identity-provider.answered' and outcome = 'success'
        and sequence > audit_sequence_before(${since}, null)
      group by correlation_id
    ), went as (
      select sent.key, sent.at as sent_at, answered.at as answered_at
      from sent left join answered on answered.correlation_id = sent.correlation_id and answered.at >= sent.at
    ), last_of as (
      select key, max(answered_at) as last_success from went group by key
    )
    select went.key, provider.name_da, provider.name_en, count(*) as sent, count(went.answered_at) as succeeded,
      percentile_cont(0.5) within group (order by extract(epoch from went.answered_at - went.sent_at)) as median,
      last_of.last_success,
      min(went.sent_at) filter (where went.answered_at is null
        and (last_of.last_success is null or went.sent_at > last_of.last_success)) as waiting_since,
      count(*) filter (where went.answered_at is null
        and (last_of.last_success is null or went.sent_at > last_of.last_success)) as waiting
    from went join last_of on last_of.key = went.key join identity_provider provider on provider.key = went.key
    group by went.key, provider.name_da, provider.name_en, last_of.last_success
    order by provider.name_da`.execute(db)
  return rows.map((row) => ({
    key: row.key,
    name: { da: row.name_da, en: row.name_en },
    sent: Number(row.sent),
    succeeded: Number(row.succeeded),
    medianSeconds: row.median === null ? null : Number(row.median),
    lastSuccessAt: row.last_success,
    waitingSince: row.waiting_since,
    waiting: Number(row.waiting),
  }))
}
