/**
 * Sends a draft: it becomes a request, once however often it is sent, and those who may decide are told in the same transaction.
 * Of somebody new the account is asked for with it.
 */
import { sql } from 'kysely'
import { rowOfForm } from '../../base/ids.ts'
import type { NotifyDeps } from '../../notices/notify.ts'
import type { Trx } from '../../storage/database.ts'
import type { Language } from '../../web/languages.ts'
import { findLapsed, lapseRequest } from '../lapse-requests.ts'
import type { AccessRequest } from '../request.ts'
import { requestNotices } from '../request-notices.ts'
import { moveRequest } from '../request-state.ts'
import { lockRequest, saveMove } from '../requests.store.ts'
import { tellDeciders } from '../tell-deciders.ts'
import type { Asker } from './asker.tsx'
import type { Need } from './check-draft.ts'
import { type Created, createNewcomer } from './create-newcomer.ts'
import { removeDraft } from './drafts.store.ts'
import type { ForOthers } from './for-others.ts'

/** Unanswered for so long it has lapsed. */
const openDays = 30
/** More than anybody waits for at once. */
const mostOpen = 20
const mostOpenForOthers = 200
const oneDay = 86_400_000

export type Submitting =
  | { outcome: 'sent'; id: string }
  /** One for each of several employees; of some the same was asked for already. */
  | { outcome: 'several' }
  /** The same is asked for already. */
  | { outcome: 'same'; id: string }
  | { outcome: 'too-many' }
  | { outcome: 'gone' }
  | Exclude<Created, { outcome: 'account' }>

export interface Sending {
  /** Whom an administrator asks for; null: for themselves. */
  others: ForOthers | null
  need: Need
  unitId: string | null
  language: Language
  source: string
}

export async function submitRequest(
  deps: NotifyDeps,
  trx: Trx,
  asker: Asker,
  { draftId, ...sending }: Sending & { draftId: string },
): Promise<Submitting> {
  const draft = await lockRequest(trx, draftId)
  const own = draft && (draft.askedBy === null || draft.askedBy === asker.personId)
  if (!draft || !own || draft.organisationId !== asker.organisation.id) return { outcome: 'gone' }
  // Sent twice: the first did it.
  if (draft.state !== 'draft') return { outcome: 'sent', id: draft.id }
  if (sending.others) return sendForOthers(deps, trx, asker, draft, { ...sending, others: sending.others })
  const { account } = asker
  const subject: Created = account
    ? { outcome: 'account', accountId: account.id, personId: account.personId }
    : await createNewcomer(deps, trx, asker, { ...sending, email: sending.need.email })
  if (subject.outcome !== 'account') return subject
  if ((await countOpen(trx, subject.personId, deps.clock.now())) >= mostOpen) return { outcome: 'too-many' }
  return sendFor(deps, trx, draft, { ...sending, ...subject, by: subject.personId })
}

/** Each gets a request of their own; all of them, or none. */
async function sendForOthers(
  deps: NotifyDeps,
  trx: Trx,
  { personId: by, organisation }: Asker,
  draft: AccessRequest,
  sending: Sending & { others: ForOthers },
): Promise<Submitting> {
  if (by === null) return { outcome: 'gone' }
  if ((await countOpen(trx, by, deps.clock.now())) >= mostOpenForOthers) return { outcome: 'too-many' }
  for (const { accountId, personId } of sending.others.people) {
    const id = rowOfForm(draft.id, accountId)
    const { kind, serviceId, roleId, createdAt, expiresAt } = draft
    await trx
      .insertInto('access_request')
      .values({
        id,
        reference: deps.ids.reference(),
        organisation_id: organisation.id,
        kind,
        state: 'draft',
        asked_by: by,
        batch_id: draft.id,
        service_id: serviceId,
        role_id: roleId,
        created_at: createdAt,
        updated_at: createdAt,
        expires_at: expiresAt,
      })
      .execute()
    await sendFor(deps, trx, { ...draft, id }, { ...sending, accountId, personId, by })
  }
  await removeDraft(trx, draft)
  return { outcome: 'several' }
}

interface For extends Sending {
  accountId: string
  personId: string
  by: string
}

async function sendFor(deps: NotifyDeps, trx: Trx, draft: AccessRequest, sending: For): Promise<Submitting> {
  const now = deps.clock.now()
  const { accountId, personId, by, need, source } = sending
  // Of two that ask for the same at the same moment, the second finds what the first wrote.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`requests of ${accountId}`}, 0))`.execute(trx)
  // What has lapsed stands in nobody's way.
  for (const id of await findLapsed(trx, { accountId, now, limit: mostOpenForOthers }))
    await lapseRequest(deps, trx, id)
  const same = await findSame(trx, draft, accountId)
  if (same) {
    await removeDraft(trx, draft)
    return { outcome: 'same', id: same }
  }
  const kind = draft.kind === 'less-access' ? draft.kind : await kindFor(trx, accountId)
  const row = {
    kind,
    asked_by: by,
    asker_hash: null,
    person_id: personId,
    account_id: accountId,
    unit_id: kind === 'new-account' ? sending.unitId : null,
    for_account_ids: null,
    reason: need.reason,
    email: need.email,
    scopes: JSON.stringify(need.terms?.scopes ?? {}),
    valid_from: need.terms?.validFrom ?? null,
    valid_until: need.terms?.validUntil ?? null,
    hours: need.terms?.hours ? JSON.stringify(need.terms.hours) : null,
    expires_at: new Date(now.getTime() + openDays * oneDay),
  }
  await trx.updateTable('access_request').set(row).where('id', '=', draft.id).execute()
  const request = await lockRequest(trx, draft.id)
  const moved = request && moveRequest(request, { kind: 'submit', by }, now)
  if (!request || !moved?.moved) return { outcome: 'gone' }
  await saveMove(deps, trx, request, moved, { by, source, words: need.reason })
  await tellDeciders(deps, trx, request, requestNotices['request.submitted'])
  return { outcome: 'sent', id: request.id }
}

/** Asked for while the account is only asked for itself, it comes with the account. */
async function kindFor(trx: Trx, accountId: string): Promise<'new-account' | 'more-access'> {
  const row = await trx.selectFrom('account').select('status').where('id', '=', accountId).executeTakeFirst()
  return row?.status === 'requested' ? 'new-account' : 'more-access'
}

async function findSame(trx: Trx, draft: AccessRequest, accountId: string): Promise<string | null> {
  const { roleId, serviceId, kind, losingAssignmentId } = draft
  const row = await trx
    .selectFrom('access_request')
    .select('id')
    .where('account_id', '=', accountId)
    .where('state', 'in', ['submitted', 'returned'])
    .where('kind', kind === 'less-access' ? '=' : '<>', 'less-access')
    .where('role_id', 'is not distinct from', roleId)
    .where('service_id', 'is not distinct from', serviceId)
    .where('losing_assignment_id', 'is not distinct from', losingAssignmentId)
    .executeTakeFirst()
  return row?.id ?? null
}

async function countOpen(trx: Trx, by: string, now: Date): Promise<number> {
  const row = await trx
    .selectFrom('access_request')
    .select(({ fn }) => fn.countAll().as('count'))
    .where('asked_by', '=', by)
    .where('state', 'in', ['submitted', 'returned'])
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return Number(row?.count ?? 0)
}
