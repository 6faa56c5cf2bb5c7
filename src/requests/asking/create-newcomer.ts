/**
 * Somebody the organisation does not know asks to be created: they get an account that is only asked for, with the numbers the
 * identity provider told, so that the log-in is known again. Nothing works with it before somebody has said yes.
 */
import { sql } from 'kysely'
import { freeNumbers } from '../../access/invitations/accept-invitation.ts'
import { recordEvents } from '../../audit/record-events.ts'
import type { Clock } from '../../base/clock.ts'
import type { Ids } from '../../base/ids.ts'
import { findPerson, type LogInSubject, linkIdentity } from '../../people/find-person.ts'
import { logInSubject } from '../../people/log-in-subject.ts'
import { nameSession } from '../../people/sessions.store.ts'
import type { Trx } from '../../storage/database.ts'
import type { Language } from '../../web/languages.ts'
import { type Asker, findAskingAccount } from './asker.tsx'

export interface Newcomer {
  unitId: string | null
  email: string | null
  language: Language
  source: string
}

export type Created =
  | { outcome: 'account'; accountId: string; personId: string }
  /** The log-in has nothing it could be known again by. */
  | { outcome: 'not-known-again' }
  /** Parts of the log-in belong to somebody else. */
  | { outcome: 'contradicted' }

export async function createNewcomer(
  deps: { clock: Clock; ids: Ids },
  trx: Trx,
  { logIn, name, organisation }: Asker,
  { unitId, email, language, source }: Newcomer,
): Promise<Created> {
  const now = deps.clock.now()
  const { session } = logIn
  const subject = logInSubject({ id: session.identityProviderId, kind: session.provider.kind }, session.authentication)
  if (!subject.subject && !subject.professionalUuid && !subject.rid) return { outcome: 'not-known-again' }
  // Two requests of somebody new at the same moment are of one person.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`accounts of ${organisation.id}`}, 0))`.execute(trx)
  const found = await findPerson(trx, subject)
  if (found?.contradicted) return { outcome: 'contradicted' }
  const known = found?.personId ?? (await findByNumber(trx, subject))
  const account = known && (await findAskingAccount(trx, { personId: known, organisation, now }))
  if (account) return { outcome: 'account', accountId: account.id, personId: account.personId }

  const personId = known ?? deps.ids.uuid()
  const accountId = deps.ids.uuid()
  if (!known)
    await trx
      .insertInto('person')
      .values({
        id: personId,
        name: name.slice(0, 256),
        email: await ownAddress(trx, email),
        language,
        created_at: now,
      })
      .execute()
  await freeNumbers(trx, organisation.id, subject)
  await trx
    .insertInto('account')
    .values({
      id: accountId,
      person_id: personId,
      organisation_id: organisation.id,
      unit_id: unitId,
      key: accountId,
      professional_uuid: subject.professionalUuid,
      rid: subject.rid,
      status: 'requested',
      valid_from: now,
      created_at: now,
    })
    .execute()
  if (found?.found !== 'known')
    await linkIdentity(deps, trx, subject, { personId, found: 'request', contradicted: null })
  await nameSession(trx, session.id, personId)
  const event = {
    outcome: 'success' as const,
    actor: { kind: 'person' as const, id: personId },
    organisationId: organisation.id,
    source,
  }
  await recordEvents(deps, trx, [
    { ...event, action: 'account.requested', object: { kind: 'account', id: accountId }, details: { unit: unitId } },
    {
      ...event,
      action: 'identity.linked',
      object: { kind: 'person', id: personId },
      details: { identityProvider: subject.identityProviderId, ground: 'request' },
    },
  ])
  return { outcome: 'account', accountId, personId }
}

/** What was typed, unless it is somebody's already: nobody is to be taken for them, nor to have them mailed. */
async function ownAddress(trx: Trx, email: string | null): Promise<string | null> {
  if (email === null) return null
  const { rows } = await sql`select from person where lower(email) = lower(${email}) limit 1`.execute(trx)
  return rows.length === 0 ? email : null
}

/** Somebody SEB knows from elsewhere, by what a national provider says of everybody. */
async function findByNumber(trx: Trx, { cprHashes, cprIdentifies }: LogInSubject): Promise<string | null> {
  if (!cprIdentifies || cprHashes.length === 0) return null
  const row = await trx.selectFrom('person').select('id').where('cpr_hash', 'in', cprHashes).executeTakeFirst()
  return row?.id ?? null
}
