/** The pieces of SQL that effects are counted with, so that every page means the same by "a right". */
import { type RawBuilder, sql } from 'kysely'

/** Rights, and the people who have them. */
export interface Counted {
  rights: number
  people: number
}

export const noRights: Counted = { rights: 0, people: 0 }

/** What a page said that it costs, as one text: nobody agrees to more than they saw. */
export function shownCounts(...counted: readonly Counted[]): string {
  return counted.map(({ rights, people }) => `${rights}/${people}`).join(' ')
}

export const counts = sql`count(*)::integer as rights, count(distinct account.person_id)::integer as people`

/** Of `held`, an assignment, and `account`: what is in force or to come. What has ended or been withdrawn is nobody's to lose. */
export function standing(now: Date): RawBuilder<boolean> {
  return sql<boolean>`held.withdrawn_at is null and (held.valid_until is null or held.valid_until > ${now})
    and account.status <> 'ended' and (account.valid_until is null or account.valid_until > ${now})`
}

/** Of `given`, a grant: in force or to come. */
export function running(now: Date): RawBuilder<boolean> {
  return sql<boolean>`(given.valid_until is null or given.valid_until > ${now})`
}

/** Whether `held` is within these roles (null: all) and these ceilings by kind of scope. */
export function within(roleIds: RawBuilder<unknown>, ceilings: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql<boolean>`((${roleIds} is null or held.role_id = any(${roleIds}))
    and not exists (
      select from jsonb_each(held.scopes) typed
      join role_scope on role_scope.role_id = held.role_id and role_scope.key = typed.key
      where ${ceilings} ? role_scope.kind and not typed.value <@ (${ceilings} -> role_scope.kind)))`
}

/** Whether `given`, the grant, covers `held`. */
export const covered = within(sql.ref('given.role_ids'), sql.ref('given.ceilings'))
