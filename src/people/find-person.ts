/**
 * Finds the person behind a log-in: by a known identity, else by what the organisation registered ahead of the first
 * log-in, else by CPR number. The identity is then linked, so that the next log-in finds it at once.
 */
import { sql } from 'kysely'
import type { Clock } from '../base/clock.ts'
import type { Ids } from '../base/ids.ts'
import type { Db, Trx } from '../storage/database.ts'

export interface LogInSubject {
  identityProviderId: string
  subject: string
  kind: 'professional' | 'person'
  cvr: string | null
  professionalUuid: string | null
  rid: string | null
  cprHash: string | null
}

export interface FoundPerson {
  personId: string
  /** How: already linked, or linked now on this ground. */
  found: 'known' | 'professional-uuid' | 'rid' | 'cpr'
}

/** Reads only. Linking is `linkIdentity`, in the transaction of the step. */
export async function findPerson(db: Db | Trx, subject: LogInSubject): Promise<FoundPerson | null> {
  const known = await db
    .selectFrom('identity')
    .select('person_id')
    .where('identity_provider_id', '=', subject.identityProviderId)
    .where('subject', '=', subject.subject)
    .executeTakeFirst()
  if (known) return { personId: known.person_id, found: 'known' }
  return subject.kind === 'professional' ? findByAccount(db, subject) : findByCpr(db, subject)
}

async function findByAccount(db: Db | Trx, { cvr, professionalUuid, rid }: LogInSubject): Promise<FoundPerson | null> {
  if (!cvr || !(professionalUuid || rid)) return null
  const rows = await db
    .selectFrom('account')
    .innerJoin('organisation', 'organisation.id', 'account.organisation_id')
    .select(['account.person_id', 'account.professional_uuid'])
    .where('organisation.cvr', '=', cvr)
    .where((where) =>
      where.or([
        ...(professionalUuid ? [where('account.professional_uuid', '=', professionalUuid)] : []),
        ...(rid ? [where('account.rid', '=', rid)] : []),
      ]),
    )
    .orderBy(sql`account.professional_uuid = ${professionalUuid} desc nulls last`)
    .limit(1)
    .execute()
  const [row] = rows
  if (!row) return null
  const byUuid = professionalUuid !== null && row.professional_uuid === professionalUuid
  return { personId: row.person_id, found: byUuid ? 'professional-uuid' : 'rid' }
}

async function findByCpr(db: Db | Trx, { cprHash }: LogInSubject): Promise<FoundPerson | null> {
  if (!cprHash) return null
  const row = await db.selectFrom('person').select('id').where('cpr_hash', '=', cprHash).executeTakeFirst()
  return row ? { personId: row.id, found: 'cpr' } : null
}

/**
 * Remembers that this subject is this person. A professional UUID that changed once is followed where CVR and RID agree
 * (NemLog-in's own advice to services); the caller records it in the audit.
 */
export async function linkIdentity(
  deps: { clock: Clock; ids: Ids },
  trx: Trx,
  subject: LogInSubject,
  { personId, found }: FoundPerson,
): Promise<void> {
  await trx
    .insertInto('identity')
    .values({
      id: deps.ids.uuid(),
      person_id: personId,
      identity_provider_id: subject.identityProviderId,
      subject: subject.subject,
      kind: subject.kind,
      linked_at: deps.clock.now(),
    })
    .onConflict((conflict) => conflict.columns(['identity_provider_id', 'subject']).doNothing())
    .execute()
  if (found !== 'rid' || !subject.professionalUuid) return
  await trx
    .updateTable('account')
    .set({ professional_uuid: subject.professionalUuid })
    .where('person_id', '=', personId)
    .where('rid', '=', subject.rid)
    .where('organisation_id', '=', (eb) =>
      eb
        .selectFrom('organisation')
        .select('id')
        .where('cvr', '=', subject.cvr ?? ''),
    )
    .execute()
}
