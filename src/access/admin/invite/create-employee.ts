/** Creates somebody's account ahead of their first log-in, and invites those whom nothing else would find. */
import { sql } from 'kysely'
import type { MailDeps } from '../../../mail/queue-mail.ts'
import type { Trx } from '../../../storage/database.ts'
import { may } from '../../may.ts'
import { recordAndTell } from '../../telling/record-and-tell.ts'
import type { Actor } from '../actor.ts'
import type { FieldMistake, NewEmployee } from './check-employee.ts'
import { sendInvitation } from './send-invitation.ts'

export type Creating = { outcome: 'created' } | { outcome: 'mistakes'; mistakes: FieldMistake[] }

/** `accountId` was chosen when the form was shown: sent twice, it is one account. Null: this administrator may not. */
export async function createEmployee(
  deps: MailDeps & { publicUrl: URL },
  trx: Trx,
  actor: Actor,
  { accountId, employee }: { accountId: string; employee: NewEmployee },
): Promise<Creating | null> {
  const organisationId = actor.acting.organisation.id
  const { unitId, professionalUuid, rid } = employee
  if (!may(actor.acting, 'create-employee', { organisationId, unitId })) return null
  // Of two forms with the same numbers, or of one form sent twice, the second finds what the first wrote.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`accounts of ${organisationId}`}, 0))`.execute(trx)
  const taken = await trx
    .selectFrom('account')
    .select(['id', 'professional_uuid', 'rid'])
    .where((where) =>
      where.or([
        where('id', '=', accountId),
        ...(professionalUuid ? [where('professional_uuid', '=', professionalUuid)] : []),
        ...(rid ? [where('rid', '=', rid)] : []),
      ]),
    )
    .execute()
  if (taken.some(({ id }) => id === accountId)) return { outcome: 'created' }
  if (taken.length > 0)
    return {
      outcome: 'mistakes',
      mistakes: [professionalUuid ? { field: 'uuid', mistake: 'uuid-taken' } : { field: 'rid', mistake: 'rid-taken' }],
    }
  await write(deps, trx, { accountId, organisationId, employee })
  const { validFrom, validUntil } = employee
  await recordAndTell(deps, trx, [
    {
      action: 'account.added',
      outcome: 'success',
      actor: { kind: 'person', id: actor.personId },
      organisationId,
      object: { kind: 'account', id: accountId },
      source: actor.source,
      details: { unit: unitId, professionalUuid, rid, validFrom, validUntil },
    },
  ])
  if (!professionalUuid && !rid && employee.email)
    await sendInvitation(deps, trx, actor, {
      accountId,
      name: employee.name,
      email: employee.email,
      language: employee.language,
      shown: null,
    })
  return { outcome: 'created' }
}

async function write(
  { clock, ids }: MailDeps,
  trx: Trx,
  { accountId, organisationId, employee }: { accountId: string; organisationId: string; employee: NewEmployee },
): Promise<void> {
  const personId = ids.uuid()
  const { name, email, language, unitId, professionalUuid, rid, validFrom, validUntil } = employee
  const created_at = clock.now()
  await trx.insertInto('person').values({ id: personId, name, email, language, created_at }).execute()
  await trx
    .insertInto('account')
    .values({
      id: accountId,
      person_id: personId,
      organisation_id: organisationId,
      unit_id: unitId,
      key: accountId,
      professional_uuid: professionalUuid,
      rid,
      status: 'active',
      valid_from: validFrom,
      valid_until: validUntil,
      created_at,
    })
    .execute()
}
