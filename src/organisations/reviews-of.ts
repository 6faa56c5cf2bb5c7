/** Periodic control that begins by itself in an organisation, as the document of `seb apply` writes it; null: none does. */
import type { Selectable } from 'kysely'
import type { OrganisationTable } from '../storage/schema.ts'

export function reviewsOf(row: Omit<Selectable<OrganisationTable>, 'name_key'>) {
  if (row.review_every_months === null) return null
  return {
    everyMonths: row.review_every_months,
    answerDays: row.review_answer_days,
    onlySensitive: row.review_only_sensitive,
    silence: row.review_silence,
  }
}
