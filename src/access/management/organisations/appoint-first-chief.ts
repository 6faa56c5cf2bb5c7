/**
 * System management appoints a chief administrator where an organisation has none who can act, and only there: whoever is
 * appointed appoints the others. (Domain model, invariants 3 and 4)
 */

import { sql } from 'kysely'
import { readMailAddress } from '../../../base/mail-address.ts'
import type { Trx } from '../../../storage/database.ts'
import type { FormFields } from '../../../web/form.ts'
import type { Language } from '../../../web/languages.ts'
import { chiefsWithout } from '../../appointments/orphan-guard.ts'
import { recordAndTell } from '../../telling/record-and-tell.ts'
import { isWrong, type Wrong } from '../fields.tsx'
import { type ChangeDeps, type Manager, managed } from '../manager.ts'
import { typedText } from '../typed.ts'
import { organisationsText } from './text.ts'

export const candidatesShown = 20

export interface ChiefCandidate {
  accountId: string
  name: string
  unitName: string | null
}

/** Active employees by part of the name. */
export async function findChiefCandidates(
  trx: Trx,
  organisationId: string,
  { text, now }: { text: string; now: Date },
): Promise<ChiefCandidate[]> {
  const { rows } = await sql<ChiefCandidate>`
    select account.id as "accountId", person.name, unit.name as "unitName"
    from account join person on person.id = account.person_id left join unit on unit.id = account.unit_id
    where account.organisation_id = ${organisationId} and account.status = 'active' and account.valid_from <= ${now}
      and (account.valid_until is null or account.valid_until > ${now})
      and person.name ilike ${`%${text.replace(/[\\%_]/g, '\\$&')}%`}
    order by person.name, account.id limit ${candidatesShown}`.execute(trx)
  return rows
}

export interface TypedChief {
  name: string
  email: string
  professionalUuid: string
  rid: string
}

export function readTypedChief(form: FormFields): TypedChief {
  return {
    name: typedText(form, 'navn'),
    email: typedText(form, 'mail'),
    professionalUuid: typedText(form, 'uuid', 60).toLowerCase(),
    rid: typedText(form, 'rid', 60),
  }
}

export type ChiefOutcome = 'appointed' | 'has-chief' | 'not-found' | { wrong: Wrong }

/** Somebody who has an account already. */
export async function appointEmployee(
  deps: ChangeDeps,
  trx: Trx,
  manager: Manager,
  { organisationId, accountId }: { organisationId: string; accountId: string },
): Promise<ChiefOutcome> {
  const now = deps.clock.now()
  const earlier = await orphaned(trx, organisationId, accountId, now)
  if (earlier) return earlier
  const active = await sql`select from account where id = ${accountId} and organisation_id = ${organisationId}
    and status = 'active' and valid_from <= ${now} and (valid_until is null or valid_until > ${now})`.execute(trx)
  if (active.rows.length === 0) return 'not-found'
  await appoint(deps, trx, manager, { organisationId, accountId })
  return 'appointed'
}

/** Somebody SEB does not know: person and account are made, to be known at the first log-in. `accountId` was chosen when the form was shown. */
export async function appointNewcomer(
  deps: ChangeDeps,
  trx: Trx,
  manager: Manager,
  wanted: { organisationId: string; accountId: string; typed: TypedChief; language: Language },
): Promise<ChiefOutcome> {
  const { organisationId, accountId, typed } = wanted
  const now = deps.clock.now()
  const earlier = await orphaned(trx, organisationId, accountId, now)
  if (earlier) return earlier
  const wrong = await wrongOf(trx, wanted)
  if (isWrong(wrong)) return { wrong }
  const personId = deps.ids.uuid()
  await trx
    .insertInto('person')
    .values({ id: personId, name: typed.name, email: typed.email || null, created_at: now })
    .execute()
  const account = await trx
    .insertInto('account')
    .values({
      id: accountId,
      person_id: personId,
      organisation_id: organisationId,
      key: accountId,
      professional_uuid: typed.professionalUuid || null,
      rid: typed.rid || null,
      status: 'active',
      valid_from: now,
      created_at: now,
    })
    .execute()
    .then(() => ({ kind: 'account', id: accountId }))
  await recordAndTell(deps, trx, [
    managed(manager, {
      action: 'account.added',
      organisationId,
      object: account,
      details: { personId, status: 'active' },
    }),
  ])
  await appoint(deps, trx, manager, { organisationId, accountId })
  return 'appointed'
}

/** What stands in the way: a chief administrator who can act. The same appointment sent again is the first one. */
async function orphaned(
  trx: Trx,
  organisationId: string,
  accountId: string,
  now: Date,
): Promise<'appointed' | 'has-chief' | null> {
  if ((await chiefsWithout(trx, { organisationId, accountId: null, now })) === 0) return null
  const own = await trx
    .selectFrom('administrator_appointment')
    .innerJoin('account', 'account.id', 'account_id')
    .select('administrator_appointment.id')
    .where('account_id', '=', accountId)
    .where('account.organisation_id', '=', organisationId)
    .where('level', '=', 'chief')
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return own ? 'appointed' : 'has-chief'
}

/** Whatever they were before, also one that ran out and still holds the account's place. */
async function appoint(
  deps: ChangeDeps,
  trx: Trx,
  manager: Manager,
  { organisationId, accountId }: { organisationId: string; accountId: string },
): Promise<void> {
  const now = deps.clock.now()
  const before = await trx
    .updateTable('administrator_appointment')
    .set({ ended_at: now })
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .returning(['level', 'unit_ids', 'service_ids'])
    .executeTakeFirst()
  await trx
    .insertInto('administrator_appointment')
    .values({
      id: deps.ids.uuid(),
      account_id: accountId,
      level: 'chief',
      appointed_by: manager.personId,
      appointed_at: now,
    })
    .execute()
  await recordAndTell(deps, trx, [
    managed(manager, {
      action: 'administrator.added',
      organisationId,
      object: { kind: 'account', id: accountId },
      details: { from: before ?? null, to: { level: 'chief', unitIds: null, serviceIds: null } },
    }),
  ])
}

const uuidPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

async function wrongOf(
  trx: Trx,
  { organisationId, typed, language }: { organisationId: string; typed: TypedChief; language: Language },
): Promise<Wrong> {
  const { wrong } = organisationsText[language]
  const { name, email, professionalUuid, rid } = typed
  const uuidOk = uuidPattern.test(professionalUuid)
  const taken = await trx
    .selectFrom('account')
    .select(['professional_uuid', 'rid'])
    .where('organisation_id', '=', organisationId)
    .where((where) =>
      where.or([
        where('rid', '=', rid === '' ? null : rid),
        ...(uuidOk ? [where('professional_uuid', '=', professionalUuid)] : []),
      ]),
    )
    .execute()
  return {
    ...(name === '' ? { navn: wrong.name } : {}),
    ...(email === '' || readMailAddress(email) ? {} : { mail: wrong.email }),
    ...(professionalUuid === '' && rid === '' ? { uuid: wrong.log } : {}),
    ...(professionalUuid !== '' && !uuidOk ? { uuid: wrong.professionalUuid } : {}),
    ...(uuidOk && taken.some((row) => row.professional_uuid === professionalUuid) ? { uuid: wrong.taken } : {}),
    ...(rid !== '' && taken.some((row) => row.rid === rid) ? { rid: wrong.taken } : {}),
  }
}
