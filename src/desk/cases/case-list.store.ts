/** The cases a page at a time: what is open by its aim, what is solved the newest first; and how many wait in each way. */
import { type RawBuilder, sql } from 'kysely'
import { type CaseKind, caseKinds } from '../../access/admin/case-port.ts'
import type { Cursor } from '../../base/cursor.ts'
import { readEnd, writeDay } from '../../base/danish-time.ts'
import type { Db } from '../../storage/database.ts'
import { type Page, readPage } from '../../storage/keyset.ts'
import type { CaseState, Priority } from './case.ts'

export const caseViews = ['mine', 'new', 'due', 'waiting', 'open', 'resolved'] as const

export type CaseView = (typeof caseViews)[number]

export interface CaseQuery {
  view: CaseView
  kind: CaseKind | null
  /** A case number, the beginning of a CVR number, or a part of the subject or of the asker’s name; empty: all. */
  text: string
}

export interface ListedCase {
  id: string
  reference: string
  subject: string
  kind: CaseKind
  state: CaseState
  priority: Priority
  organisation: string | null
  cvr: string | null
  askerName: string
  assignee: string | null
  openedAt: Date
  dueAt: Date | null
  resolvedAt: Date | null
}

export interface Looking {
  personId: string
  now: Date
}

export function listCases(
  db: Db,
  query: CaseQuery,
  looking: Looking,
  cursor: Cursor | null,
): Promise<Page<ListedCase>> {
  const solved = query.view === 'resolved'
  return readPage<ListedCase>(
    db,
    {
      from: sql`desk_case`,
      where: sql<boolean>`${isIn(query.view, looking)} and ${query.kind ? sql`kind = ${query.kind}` : sql`true`}
        and ${isCalled(query.text)}`,
      id: sql`desk_case.id`,
      order: [solved ? sql`resolved_at` : sql`coalesce(due_at, 'infinity')`, sql`desk_case.id`],
      descending: solved,
      rows: sql`
        select found.id, reference, subject, found.kind, state, priority, organisation.name as organisation, found.cvr,
          asker_name as "askerName", assignee.name as assignee, opened_at as "openedAt", due_at as "dueAt",
          resolved_at as "resolvedAt"
        from page join desk_case found on found.id = page.id
        left join organisation on organisation.id = found.organisation_id
        left join person assignee on assignee.id = found.assignee_id`,
      countTo: null,
      searched: query.text !== '',
    },
    cursor,
  )
}

export type CaseCounts = Record<Exclude<CaseView, 'resolved'> | 'overdue', number>

export async function countCases(db: Db, looking: Looking): Promise<CaseCounts> {
  const counted = (condition: RawBuilder<boolean>) => sql`count(*) filter (where ${condition})::integer`
  const { rows } = await sql<CaseCounts>`
    select ${counted(isIn('mine', looking))} as mine, ${counted(isIn('new', looking))} as new,
      ${counted(isIn('due', looking))} as due, ${counted(isIn('waiting', looking))} as waiting,
      count(*)::integer as open, ${counted(sql<boolean>`due_at < ${looking.now}`)} as overdue
    from desk_case where state <> 'resolved'`.execute(db)
  return rows[0] ?? { mine: 0, new: 0, due: 0, waiting: 0, open: 0, overdue: 0 }
}

function isIn(view: CaseView, { personId, now }: Looking): RawBuilder<boolean> {
  switch (view) {
    case 'mine':
      return sql`(state <> 'resolved' and assignee_id = ${personId})`
    case 'new':
      return sql`(state = 'new')`
    case 'due':
      return sql`(state <> 'resolved' and due_at < ${readEnd(writeDay(now)) ?? now})`
    case 'waiting':
      return sql`(state = 'waiting')`
    case 'open':
      return sql`(state <> 'resolved')`
    case 'resolved':
      return sql`(state = 'resolved')`
  }
}

function isCalled(text: string): RawBuilder<boolean> {
  const close = text.replace(/\s/g, '')
  if (close === '') return sql`true`
  const part = `%${text.replace(/[\\%_]/g, '\\$&')}%`
  const numbers = /^\d+$/.test(close) ? sql`cvr like ${`${close}%`}` : sql`false`
  return sql`(reference = ${close.toUpperCase()} or ${numbers} or subject ilike ${part} or asker_name ilike ${part})`
}

/** As addresses say it. */
const viewNames: Record<CaseView, string> = {
  mine: 'mine',
  new: 'nye',
  due: 'frist',
  waiting: 'venter',
  open: 'aabne',
  resolved: 'loeste',
}

export function readCaseQuery(get: (name: string) => string | undefined): CaseQuery {
  return {
    view: caseViews.find((view) => viewNames[view] === get('vis')) ?? 'open',
    kind: caseKinds.find((kind) => kind === get('slags')) ?? null,
    text: (get('soeg') ?? '').trim().slice(0, 100),
  }
}

export function writeCaseQuery({ view, kind, text }: CaseQuery): string {
  const values = { vis: viewNames[view], slags: kind ?? '', soeg: text }
  return new URLSearchParams(Object.entries(values).filter(([, value]) => value !== '')).toString()
}

export function viewName(view: CaseView): string {
  return viewNames[view]
}
