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
  /** Null where the name is made anew for every log-in (a transient one): nobody is known again by it. */
  subject: string | null
  kind: 'professional' | 'person'
  cvr: string | null
  professionalUuid: string | null
  rid: string | null
  /** What the provider said, whoever it is: held against what SEB knows. More than one while keys are changed. */
  cprHashes: readonly string[]
  /** Whether somebody may be found by the number alone: only a national provider speaks for everybody. */
  cprIdentifies: boolean
}

export interface FoundPerson {
  personId: string
  /** How: already linked, or linked now on this ground. */
  found: 'known' | 'professional-uuid' | 'rid' | 'cpr' | 'invitation' | 'request'
  /** What the provider says that belongs to somebody else, as far as SEB knows. */
  contradicted: 'cpr' | 'professional-uuid' | null
}

/** Reads only. Linking is `linkIdentity`, in the transaction of the step. */
export async function findPerson(db: Db | Trx, subject: LogInSubject): Promise<FoundPerson | null> {
  const known = subject.subject === null ? null : await findByIdentity(db, subject, subject.subject)
  if (known) return known
  return subject.kind === 'professional' ? findByAccount(db, subject) : findByCpr(db, subject)
}

async function findByIdentity(db: Db | Trx, subject: LogInSubject, name: string): Promise<FoundPerson | null> {
  const row = await db
    .selectFrom('identity')
    .innerJoin('person', 'person.id', 'identity.person_id')
    .select(['identity.person_id', 'person.cpr_hash'])
    .select((select) =>
      select
        .selectFrom('account')
        .innerJoin('organisation', 'organisation.id', 'account.organisation_id')
        .select('account.person_id')
        .where('organisation.cvr', '=', subject.cvr)
        .where('account.professional_uuid', '=', subject.professionalUuid)
        .as('holder_of_uuid'),
    )
    .where('identity.identity_provider_id', '=', subject.identityProviderId)
    .where('identity.subject', '=', name)
    .where('identity.kind', '=', subject.kind)
    .executeTakeFirst()
  if (!row) return null
  const another = row.holder_of_uuid !== null && row.holder_of_uuid !== row.person_id
  return {
    personId: row.person_id,
    found: 'known',
    contradicted: another ? 'professional-uuid' : contradictedCpr(subject, row.cpr_hash),
  }
}

async function findByAccount(db: Db | Trx, subject: LogInSubject): Promise<FoundPerson | null> {
  const { cvr, professionalUuid, rid } = subject
  if (!cvr || !(professionalUuid || rid)) return null
  const row = await db
    .selectFrom('account')
    .innerJoin('organisation', 'organisation.id', 'account.organisation_id')
    .innerJoin('person', 'person.id', 'account.person_id')
    .select(['account.person_id', 'account.professional_uuid', 'person.cpr_hash'])
    .where('organisation.cvr', '=', cvr)
    .where((where) =>
      where.or([
        ...(professionalUuid ? [where('account.professional_uuid', '=', professionalUuid)] : []),
        ...(rid ? [where('account.rid', '=', rid)] : []),
      ]),
    )
    .orderBy(sql`account.professional_uuid = ${professionalUuid} desc nulls last`)
    .limit(1)
    .executeTakeFirst()
  if (!row) return null
  const byUuid = professionalUuid !== null && row.professional_uuid === professionalUuid
  return {
    personId: row.person_id,
    found: byUuid ? 'professional-uuid' : 'rid',
    contradicted: contradictedCpr(subject, row.cpr_hash),
  }
}

async function findByCpr(db: Db | Trx, { cprHashes, cprIdentifies }: LogInSubject): Promise<FoundPerson | null> {
  if (cprHashes.length === 0 || !cprIdentifies) return null
  const row = await db.selectFrom('person').select('id').where('cpr_hash', 'in', cprHashes).executeTakeFirst()
  return row ? { personId: row.id, found: 'cpr', contradicted: null } : null
}

/** Whether a log-in of this kind at the provider would be known as the person: seen before, expected, or neither. */
export async function recognitionOf(
  db: Db | Trx,
  { personId, identityProviderId, kind }: { personId: string; identityProviderId: string; kind: LogInSubject['kind'] },
  expected: { professionalUuid: string | null; rid: string | null; cprIdentifies: boolean },
): Promise<'seen' | 'expected' | 'unknown'> {
  const row = await db
    .selectFrom('person')
    .select(['cpr_hash'])
    .select((select) =>
      select
        .exists(
          select
            .selectFrom('identity')
            .select('id')
            .where('person_id', '=', personId)
            .where('identity_provider_id', '=', identityProviderId)
            .where('kind', '=', kind),
        )
        .as('linked'),
    )
    .where('id', '=', personId)
    .executeTakeFirst()
  if (row?.linked) return 'seen'
  if (kind === 'professional') return expected.professionalUuid || expected.rid ? 'expected' : 'unknown'
  return expected.cprIdentifies && row?.cpr_hash ? 'expected' : 'unknown'
}

/** A provider that says one number of a person SEB knows by another speaks of somebody else. */
function contradictedCpr({ cprHashes }: LogInSubject, known: string | null): 'cpr' | null {
  return cprHashes.length > 0 && known !== null && !cprHashes.includes(known) ? 'cpr' : null
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
  if (subject.subject !== null)
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
