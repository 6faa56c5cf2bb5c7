/** The names behind the ids of notices, set by set. */
import { sql } from 'kysely'
import type { Db, Trx } from '../storage/database.ts'
import type { InBoth, NamedRole, NoticeNames } from './notice-in-words.ts'

interface Named {
  organisationId: string | null
  serviceId?: string | null | undefined
  roleIds?: readonly string[] | undefined
}

/** Of organisation, service and roles; whom it is about is only looked up for those who are logged in. */
export async function findNoticeNames(
  db: Db | Trx,
  notices: readonly Named[],
): Promise<(notice: Named) => Omit<NoticeNames, 'person'> & { allowsNone: boolean }> {
  const organisations = await organisationsBy(db, [
    ...new Set(notices.flatMap(({ organisationId }) => organisationId ?? [])),
  ])
  const services = await servicesBy(db, [...new Set(notices.flatMap(({ serviceId }) => serviceId ?? []))])
  const roles = await rolesBy(db, [...new Set(notices.flatMap(({ roleIds }) => roleIds ?? []))])
  return ({ organisationId, serviceId, roleIds = [] }) => {
    const organisation = organisations.get(organisationId ?? '')
    return {
      organisation: organisation?.name ?? null,
      // Nobody's rule forbids those who work with SEB itself.
      allowsNone: organisation?.allowsNone ?? true,
      service: services.get(serviceId ?? '') ?? null,
      roles: roleIds.flatMap((id) => roles.get(id) ?? []),
    }
  }
}

async function organisationsBy(
  db: Db | Trx,
  ids: readonly string[],
): Promise<Map<string, { name: string; allowsNone: boolean }>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: string; name: string; allowsNone: boolean }>`
    select id, name, allows_no_mail as "allowsNone" from organisation where id = any(${[...ids]}::uuid[])`.execute(db)
  return new Map(rows.map((row) => [row.id, row]))
}

async function servicesBy(db: Db | Trx, ids: readonly string[]): Promise<Map<string, InBoth>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<InBoth & { id: string }>`
    select id, name_da as da, name_en as en from service where id = any(${[...ids]}::uuid[])`.execute(db)
  return new Map(rows.map((row) => [row.id, row]))
}

async function rolesBy(db: Db | Trx, ids: readonly string[]): Promise<Map<string, NamedRole>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<NamedRole & { id: string }>`
    select id, name_da as da, name_en as en, sensitive from role where id = any(${[...ids]}::uuid[])`.execute(db)
  return new Map(rows.map((row) => [row.id, row]))
}
