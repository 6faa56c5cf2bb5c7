/**
 * The first people of an organisation that is new: person, account and what they are there, and the invitation by which SEB knows
 * them from their first log-in on. Nobody types a number that a log-in has.
 */
import { recordEvents } from '../../../audit/record-events.ts'
import type { Trx } from '../../../storage/database.ts'
import type { Language } from '../../../web/languages.ts'
import { type InvitationMail, sendInvitation } from '../../admin/invite/send-invitation.ts'
import { type ChangeDeps, type Manager, managed } from '../manager.ts'

export interface FirstPerson {
  /** Chosen by whoever asks: the same asked twice is one account. */
  accountId: string
  name: string
  email: string
  language: Language
  isChief: boolean
  functions: readonly ('security-officer' | 'signatory')[]
  /** What the invitation says. */
  mail: InvitationMail
}

export async function inviteFirst(
  deps: ChangeDeps,
  trx: Trx,
  manager: Manager,
  { organisation, person }: { organisation: { id: string; name: string }; person: FirstPerson },
): Promise<void> {
  const { accountId, name, email, language, isChief, functions, mail } = person
  const now = deps.clock.now()
  const personId = deps.ids.uuid()
  await trx.insertInto('person').values({ id: personId, name, email, language, created_at: now }).execute()
  await trx
    .insertInto('account')
    .values({
      id: accountId,
      person_id: personId,
      organisation_id: organisation.id,
      key: accountId,
      status: 'active',
      valid_from: now,
      created_at: now,
    })
    .execute()
  const appointed = { account_id: accountId, appointed_by: manager.personId, appointed_at: now }
  if (isChief)
    await trx
      .insertInto('administrator_appointment')
      .values({ id: deps.ids.uuid(), level: 'chief', ...appointed })
      .execute()
  for (const one of functions)
    await trx
      .insertInto('organisation_function')
      .values({ id: deps.ids.uuid(), function: one, ...appointed })
      .execute()
  const event = { organisationId: organisation.id, object: { kind: 'account', id: accountId } }
  // Told by the invitation alone: a message besides would be the same once more.
  await recordEvents(deps, trx, [
    managed(manager, { action: 'account.added', ...event, details: { personId, status: 'active' } }),
    ...(isChief
      ? [
          managed(manager, {
            action: 'administrator.added',
            ...event,
            details: { from: null, to: { level: 'chief', unitIds: null, serviceIds: null } },
          }),
        ]
      : []),
    ...functions.map((one) => managed(manager, { action: 'function.added', ...event, details: { to: one } })),
  ])
  const inviter = { acting: { organisation }, ...manager }
  await sendInvitation(deps, trx, inviter, { accountId, name, email, language, shown: null }, mail)
}
