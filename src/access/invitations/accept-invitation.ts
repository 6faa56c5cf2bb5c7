/**
 * Whoever holds the link, and is logged in for the organisation that sent it, gets the account: their log-in is linked, so
 * that SEB knows them the next time. Taken once, however often it is sent.
 */
import { recordEvents } from '../../audit/record-events.ts'
import type { Clock } from '../../base/clock.ts'
import type { Ids } from '../../base/ids.ts'
import { handOverNotices } from '../../notices/notices.store.ts'
import { type FoundPerson, findPerson, type LogInSubject, linkIdentity } from '../../people/find-person.ts'
import { logInSubject } from '../../people/log-in-subject.ts'
import { nameSession } from '../../people/sessions.store.ts'
import { haveTwoKeys, isStandIn, takePlaceOfStandIn } from '../../people/stand-in.store.ts'
import type { Trx } from '../../storage/database.ts'
import type { LogIn } from '../viewer.ts'
import type { Invitation, InvitationOver } from './invitation.ts'
import { findInvitation } from './invitations.store.ts'

/** Why this log-in cannot take the invitation. */
export type InvitationProblem =
  | InvitationOver
  | 'unknown'
  | 'private-log-in'
  | 'wrong-organisation'
  | 'already-employee'
  | 'not-known-again'

export type Taking =
  | { outcome: 'taken' }
  | { outcome: 'free'; invitation: Invitation; subject: LogInSubject; person: FoundPerson | null }
  | { outcome: 'problem'; problem: InvitationProblem; invitation: Invitation | null }

/** What would happen if this log-in took it. */
export async function tryInvitation(
  trx: Trx,
  { tokenHash, logIn, now, lock }: { tokenHash: string; logIn: LogIn; now: Date; lock: boolean },
): Promise<Taking> {
  const { session, cvr } = logIn
  const invitation = await findInvitation(trx, tokenHash, now, { lock })
  if (!invitation) return { outcome: 'problem', problem: 'unknown', invitation }
  const problem = (why: InvitationProblem): Taking => ({ outcome: 'problem', problem: why, invitation })
  // Sent twice by the same person: the first did it.
  if (invitation.over === 'used' && session.person?.id === invitation.personId) return { outcome: 'taken' }
  if (invitation.over) return problem(invitation.over)
  if (cvr === null) return problem('private-log-in')
  if (cvr !== invitation.organisation.cvr) return problem('wrong-organisation')
  const provider = { id: session.identityProviderId, kind: session.provider.kind }
  const subject = logInSubject(provider, session.authentication)
  if (!subject.subject && !subject.professionalUuid && !subject.rid) return problem('not-known-again')
  const person = await findPerson(trx, subject)
  if (person?.contradicted || (person && (await hasOtherAccount(trx, person, invitation))))
    return problem('already-employee')
  if (person?.personId !== invitation.personId && !(await mayBe(trx, invitation.personId, subject, person)))
    return problem('already-employee')
  return { outcome: 'free', invitation, subject, person }
}

export async function acceptInvitation(
  deps: { clock: Clock; ids: Ids },
  trx: Trx,
  { tokenHash, logIn, source }: { tokenHash: string; logIn: LogIn; source: string },
): Promise<Exclude<Taking, { outcome: 'free' }>> {
  const now = deps.clock.now()
  const trying = await tryInvitation(trx, { tokenHash, logIn, now, lock: true })
  if (trying.outcome !== 'free') return trying
  const { invitation, subject, person } = trying
  const personId = person?.personId ?? invitation.personId
  await takeAccount(trx, invitation, subject, personId)
  if (person?.found !== 'known')
    await linkIdentity(deps, trx, subject, { personId, found: 'invitation', contradicted: null })
  await nameSession(trx, logIn.session.id, personId)
  await trx
    .updateTable('invitation')
    .set({ ended_at: now, ended_why: 'accepted' })
    .where('id', '=', invitation.id)
    .execute()
  const event = {
    outcome: 'success' as const,
    actor: { kind: 'person' as const, id: personId },
    organisationId: invitation.organisation.id,
    source,
  }
  await recordEvents(deps, trx, [
    {
      ...event,
      action: 'invitation.accepted',
      object: { kind: 'account', id: invitation.accountId },
      details: { invitation: invitation.id, person: personId },
    },
    {
      ...event,
      action: 'identity.linked',
      object: { kind: 'person', id: personId },
      details: { identityProvider: subject.identityProviderId, ground: 'invitation' },
    },
  ])
  return { outcome: 'taken' }
}

/** Somebody SEB knew already gets the account in place of the stand-in that was made with it. */
async function takeAccount(
  trx: Trx,
  { accountId, personId: standIn, email, organisation }: Invitation,
  subject: LogInSubject,
  personId: string,
): Promise<void> {
  await freeNumbers(trx, organisation.id, subject)
  await trx
    .updateTable('account')
    .set({ person_id: personId, professional_uuid: subject.professionalUuid, rid: subject.rid })
    .where('id', '=', accountId)
    .execute()
  if (personId !== standIn) {
    await handOverNotices(trx, standIn, personId)
    await takePlaceOfStandIn(trx, standIn, personId)
  }
  // The link came through this address, so it is theirs.
  await trx
    .updateTable('person')
    .set({ email })
    .where('id', '=', personId)
    .where((where) => where.or([where('email', 'is', null), where.val(personId === standIn)]))
    .execute()
}

/** Somebody who comes back has the numbers of last time, and an account that ended has no more use for them. */
export async function freeNumbers(
  trx: Trx,
  organisationId: string,
  { professionalUuid, rid }: LogInSubject,
): Promise<void> {
  for (const [column, number] of [['professional_uuid', professionalUuid] as const, ['rid', rid] as const])
    if (number !== null)
      await trx
        .updateTable('account')
        .set({ [column]: null })
        .where('organisation_id', '=', organisationId)
        .where('status', '=', 'ended')
        .where(column, '=', number)
        .execute()
}

async function hasOtherAccount(trx: Trx, { personId }: FoundPerson, invitation: Invitation): Promise<boolean> {
  const other = await trx
    .selectFrom('account')
    .select('id')
    .where('person_id', '=', personId)
    .where('organisation_id', '=', invitation.organisation.id)
    .where('id', '<>', invitation.accountId)
    .where('status', '<>', 'ended')
    .executeTakeFirst()
  return other !== undefined
}

/**
 * Whether this log-in may become, or take the place of, the person the account was made with. A link alone makes nobody
 * somebody SEB knows already: whoever sent it chose where it went.
 */
async function mayBe(trx: Trx, personId: string, { cprHashes }: LogInSubject, person: FoundPerson | null) {
  if (await isStandIn(trx, personId))
    return !person || person.personId === personId || !(await haveTwoKeys(trx, [personId, person.personId]))
  if (person || cprHashes.length === 0) return false
  const same = await trx
    .selectFrom('person')
    .select('id')
    .where('id', '=', personId)
    .where('cpr_hash', 'in', cprHashes)
    .executeTakeFirst()
  return same !== undefined
}
