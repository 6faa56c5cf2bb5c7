/** The cases and their entries. */
import { type Selectable, sql } from 'kysely'
import type { Db, Trx } from '../../storage/database.ts'
import type { DeskCaseTable } from '../../storage/schema.ts'
import { insertRows } from '../../storage/upsert-rows.ts'
import { type Case, priorities } from './case.ts'

export type InsertedCase = Case & { once: string | null; tellAt: Date }

/** False where one with this id, or an open one of the same fact, was there. */
export async function insertCase(trx: Trx, added: InsertedCase): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('desk_case')
    .values({
      id: added.id,
      reference: added.reference,
      source: added.source,
      subject: added.subject,
      service_id: added.serviceId,
      asker_name: added.asker.name,
      asker_email: added.asker.email,
      asker_phone: added.asker.phone,
      asker_id: added.asker.personId,
      language: added.asker.language,
      log_in_reference: added.logInReference,
      path: added.path,
      once: added.once,
      opened_at: added.openedAt,
      tell_at: added.tellAt,
      ...changing(added),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** Whoever locked it writes it. */
export async function saveCase(trx: Trx, changed: Case): Promise<void> {
  await trx.updateTable('desk_case').set(changing(changed)).where('id', '=', changed.id).execute()
}

/** The case is that of this fact from now on. False where it is of another, is solved, or another open one is of it. */
export async function becomeCaseOf(
  trx: Trx,
  id: string,
  { once, path }: { once: string; path: string },
): Promise<boolean> {
  const standing = await findStanding(trx, { id, once })
  if (standing && standing.id !== id) return false
  const { numUpdatedRows } = await trx
    .updateTable('desk_case')
    .set({ once, path })
    .where('id', '=', id)
    .where('once', 'is', null)
    .where('state', '<>', 'resolved')
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** As much as an organisation may write too, when it takes back what it asked for. `organisationId`: of the one there is now. */
export async function saveSolved(trx: Trx, changed: Case, organisationId: string | null): Promise<void> {
  const { state, resolved_at, answer_by, solve_by, minutes_left, updated_at, version } = changing(changed)
  await trx
    .updateTable('desk_case')
    .set({
      ...{ state, resolved_at, answer_by, solve_by, minutes_left, updated_at, version },
      ...(organisationId === null ? {} : { organisation_id: organisationId }),
    })
    .where('id', '=', changed.id)
    .execute()
}

/** Whoever else works on it waits. */
export async function lockCase(trx: Trx, id: string): Promise<Case | null> {
  const row = await trx.selectFrom('desk_case').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row ? caseOf(row) : null
}

/** The open one of this fact. Whoever else works on it waits. */
export async function lockOnce(trx: Trx, once: string): Promise<Case | null> {
  const row = await trx
    .selectFrom('desk_case')
    .selectAll()
    .where('once', '=', once)
    .where('state', '<>', 'resolved')
    .forUpdate()
    .executeTakeFirst()
  return row ? caseOf(row) : null
}

/** The one that has this id, or the open one of this fact. */
export async function findStanding(
  trx: Trx,
  { id, once }: { id: string; once: string | null },
): Promise<{ id: string; reference: string } | null> {
  const row = await trx
    .selectFrom('desk_case')
    .select(['id', 'reference'])
    .where((where) =>
      where.or([where('id', '=', id), where.and([where('once', '=', once ?? ''), where('state', '<>', 'resolved')])]),
    )
    .executeTakeFirst()
  return row ?? null
}

/** What opening a case needs to know of what it is about. */
export async function findCaseFacts(
  trx: Trx,
  about: { organisationId: string | null; cvr: string | null; serviceId: string | null },
): Promise<{ organisation: { id: string; cvr: string } | null; critical: boolean }> {
  const { rows } = await sql<{ id: string | null; cvr: string | null; critical: boolean | null }>`
    select organisation.id, organisation.cvr, service.critical from (select) one
    left join organisation on organisation.id = ${about.organisationId}::uuid
      or (${about.organisationId}::uuid is null and organisation.cvr = ${about.cvr}::text)
    left join service on service.id = ${about.serviceId}::uuid`.execute(trx)
  const [row] = rows
  return {
    organisation: row?.id && row.cvr !== null ? { id: row.id, cvr: row.cvr } : null,
    critical: row?.critical ?? false,
  }
}

/** Open ones about an organisation without an administrator. Whoever else works on them waits. */
export async function lockMissing(trx: Trx, organisationId: string): Promise<Case[]> {
  const rows = await trx
    .selectFrom('desk_case')
    .selectAll()
    .where('kind', '=', 'missing-administrator')
    .where('organisation_id', '=', organisationId)
    .where('state', '<>', 'resolved')
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows.map(caseOf)
}

/** How many cases have been opened from the page for everybody with this mail address since then. */
export async function countFromAddress(trx: Trx, email: string, since: Date): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::integer as count from desk_case
    where opened_at > ${since} and source = 'form' and lower(asker_email) = lower(${email})`.execute(trx)
  return rows[0]?.count ?? 0
}

export interface NewEntry {
  id: string
  caseId: string
  at: Date
  kind: 'asked' | 'received' | 'sent' | 'note' | 'changed'
  authorId: string | null
  words: string
  details: Readonly<Record<string, unknown>>
}

export async function insertEntries(trx: Trx, entries: readonly NewEntry[]): Promise<void> {
  await insertRows(
    trx,
    'desk_entry',
    entries.map(({ caseId, authorId, ...entry }) => ({ ...entry, case_id: caseId, author_id: authorId })),
  )
}

export async function entryIsThere(trx: Trx, id: string): Promise<boolean> {
  return (await trx.selectFrom('desk_entry').select('id').where('id', '=', id).executeTakeFirst()) !== undefined
}

export async function findCase(db: Db | Trx, id: string): Promise<Case | null> {
  const row = await db.selectFrom('desk_case').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? caseOf(row) : null
}

function changing(found: Case) {
  return {
    kind: found.kind,
    state: found.state,
    priority: found.priority,
    organisation_id: found.organisationId,
    cvr: found.cvr,
    assignee_id: found.assigneeId,
    answer_by: found.answerBy,
    solve_by: found.solveBy,
    minutes_left: found.minutesLeft,
    answered_at: found.answeredAt,
    resolved_at: found.resolvedAt,
    updated_at: found.updatedAt,
    version: found.version,
  }
}

function caseOf(row: Selectable<DeskCaseTable>): Case {
  return {
    id: row.id,
    reference: row.reference,
    kind: row.kind,
    state: row.state,
    priority: priorities.find((priority) => priority === row.priority) ?? 4,
    source: row.source,
    subject: row.subject,
    organisationId: row.organisation_id,
    cvr: row.cvr,
    serviceId: row.service_id,
    asker: {
      name: row.asker_name,
      email: row.asker_email,
      phone: row.asker_phone,
      personId: row.asker_id,
      language: row.language,
    },
    logInReference: row.log_in_reference,
    path: row.path,
    assigneeId: row.assignee_id,
    openedAt: row.opened_at,
    answerBy: row.answer_by,
    solveBy: row.solve_by,
    minutesLeft: row.minutes_left,
    answeredAt: row.answered_at,
    resolvedAt: row.resolved_at,
    updatedAt: row.updated_at,
    version: row.version,
  }
}
