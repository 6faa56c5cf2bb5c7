/** What the desk was asked and how long it took, by month and kind. Asked of the cases themselves: there is nothing to keep in step. */
import { sql } from 'kysely'
import type { CaseKind } from '../../access/admin/case-port.ts'
import type { Db } from '../../storage/database.ts'

export interface MonthOfKind {
  /** `2026-11`, as Danish calendars have it. */
  month: string
  kind: CaseKind
  opened: number
  solved: number
  /** Of those answered, the median time until then, in minutes; null where none has been. */
  answerMinutes: number | null
  solveMinutes: number | null
  byMail: number
  byForm: number
}

/** The newest month first; of cases opened since then. */
export async function readStatistics(db: Db, since: Date): Promise<MonthOfKind[]> {
  const minutes = (until: ReturnType<typeof sql>) => sql`(percentile_cont(0.5) within group (
    order by extract(epoch from ${until} - opened_at) / 60) filter (where ${until} is not null))::double precision`
  const { rows } = await sql<MonthOfKind>`
    select to_char(opened_at at time zone 'Europe/Copenhagen', 'YYYY-MM') as month, kind,
      count(*)::integer as opened, count(resolved_at)::integer as solved,
      ${minutes(sql`answered_at`)} as "answerMinutes", ${minutes(sql`resolved_at`)} as "solveMinutes",
      count(*) filter (where source = 'mail')::integer as "byMail",
      count(*) filter (where source = 'form')::integer as "byForm"
    from desk_case where opened_at >= ${since}
    group by 1, 2 order by 1 desc, 2`.execute(db)
  return rows
}
