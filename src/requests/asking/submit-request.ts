/**
 * Sends a draft: it becomes a request, once however often it is sent, and those who may decide are told in the same transaction.
 * Of somebody new the account is asked for with it.
 */
import { sql } from 'kysely'
import type { NotifyDeps } from '../../notices/notify.ts'
import type { Trx } from '../../storage/database.ts'
import type { Language } from '../../web/languages.ts'
import type { AccessRequest } from '../request.ts'
import { requestNotices } from '../request-notices.ts'
import { moveRequest } from '../request-state.ts'
import { lockRequest, saveMove } from '../requests.store.ts'
import { tellDeciders } from '../tell-deciders.ts'
import type { Asker } from './asker.tsx'
import type { Need } from './check-draft.ts'
import { type Created, createNewcomer } from './create-newcomer.ts'
import { removeDraft } from './drafts.store.ts'

/** Unanswered for so long it has lapsed. */
const openDays = 30
/** More than anybody waits for at once. */
const mostOpen = 20
const oneDay = 86_400_000

export type Submitting =
  | { outcome: 'sent'; id: string }
  /** The same is asked for already. */
  | { outcome: 'same'; id: string }
  | { outcome: 'too-many' }
  | { outcome: 'gone' }
  | Exclude<Created, { outcome: 'account' }>

export interface Sending {
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
  const { account } = asker
  const subject: Created = account
    ? { outcome: 'account', accountId: account.id, personId: account.personId }
    : await createNewcomer(deps, trx, asker, { ...sending, email: sending.need.email })
  if (subject.outcome !== 'account') return subject
  return sendFor(deps, trx, draft, { ...sending, ...subject, by: subject.personId })
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
  await lapse(deps, trx, accountId)
  const same = await findSame(trx, draft, accountId)
  if (same) {
    await removeDraft(trx, draft)
    return { outcome: 'same', id: same }
  }
  if ((await countOpen(trx, by)) >= mostOpen) return { outcome: 'too-many' }
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

/** What has lapsed stands in nobody's way. */
async function lapse(deps: NotifyDeps, trx: Trx, accountId: string): Promise<void> {
  const now = deps.clock.now()
  const rows = await trx
    .selectFrom('access_request')
    .select('id')
    .where('account_id', '=', accountId)
    .where('state', 'in', ['submitted', 'returned'])
    .where('expires_at', '<=', now)
    .orderBy('id')
    .execute()
  for (const { id } of rows) {
    const request = await lockRequest(trx, id)
    const moved = request && moveRequest(request, { kind: 'expire' }, now)
    if (request && moved?.moved) await saveMove(deps, trx, request, moved, { by: null, source: undefined, words: '' })
  }
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

async function countOpen(trx: Trx, by: string): Promise<number> {
  const row = await trx
    .selectFrom('access_request')
    .select(({ fn }) => fn.countAll().as('count'))
    .where('asked_by', '=', by)
    .where('state', 'in', ['submitted', 'returned'])
    .executeTakeFirst()
  return Number(row?.count ?? 0)
}
