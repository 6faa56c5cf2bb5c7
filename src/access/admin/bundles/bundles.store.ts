/** The bundles of the organisation that a transaction is set to, and who has been given one. */
import { type RawBuilder, sql } from 'kysely'
import type { Cursor } from '../../../base/cursor.ts'
import type { Trx } from '../../../storage/database.ts'
import { type Page, readPage } from '../../../storage/keyset.ts'
import type { Limits } from '../../capacities/capacity.ts'
import { scopesOfRole } from '../assign/assignable-roles.store.ts'
import type { Bundle, BundlePart, PartValues } from './bundle.ts'

/** By name; those that were deleted are not among them. With an id only that one. */
export async function listBundles(trx: Trx, bundleId: string | null = null): Promise<Bundle[]> {
  const bundles = await trx
    .selectFrom('bundle')
    .select(['id', 'name', 'description', 'version'])
    .where('deleted_at', 'is', null)
    .where(sql<boolean>`(${bundleId}::uuid is null or id = ${bundleId}::uuid)`)
    .orderBy(sql`fold_name(name)`)
    .orderBy('id')
    .execute()
  const parts = await listParts(
    trx,
    bundles.map(({ id }) => id),
  )
  return bundles.map((bundle) => ({ ...bundle, parts: parts.get(bundle.id) ?? [] }))
}

export async function findBundle(trx: Trx, bundleId: string): Promise<Bundle | null> {
  return (await listBundles(trx, bundleId))[0] ?? null
}

async function listParts(trx: Trx, bundleIds: readonly string[]): Promise<Map<string, BundlePart[]>> {
  const rows = await trx
    .selectFrom('bundle_role')
    .innerJoin('role', 'role.id', 'bundle_role.role_id')
    .innerJoin('service', 'service.id', 'role.service_id')
    .select(['bundle_role.bundle_id', 'bundle_role.scopes as values', 'role.id', 'role.name_da', 'role.name_en'])
    .select(['service.id as service_id', 'service.name_da as service_da', 'service.name_en as service_en'])
    .select(scopesOfRole().as('scopes'))
    .where(sql<boolean>`bundle_role.bundle_id = any(${sql.val([...bundleIds])}::uuid[])`)
    .orderBy('bundle_role.position')
    .execute()
  const parts = Map.groupBy(rows, (row) => row.bundle_id)
  return new Map(
    [...parts].map(([id, some]) => [
      id,
      some.map((row) => ({
        role: { id: row.id, nameDa: row.name_da, nameEn: row.name_en, scopes: row.scopes },
        service: { id: row.service_id, nameDa: row.service_da, nameEn: row.service_en },
        scopes: row.values as Record<string, PartValues>,
      })),
    ]),
  )
}

/** People who have the bundle now: something of it is neither taken back nor past. */
function hasBundle({ unitIds }: Limits, bundleId: RawBuilder<unknown>, now: Date): RawBuilder<boolean> {
  return sql<boolean>`account.organisation_id = current_organisation() and account.status <> 'ended'
    and (account.valid_until is null or account.valid_until > ${now})
    and ${unitIds ? sql`account.unit_id = any(${[...unitIds]}::uuid[])` : sql`true`}
    and account.id in (select held.account_id from role_assignment held where held.bundle_id = ${bundleId}
      and held.withdrawn_at is null and (held.valid_until is null or held.valid_until > ${now}))`
}

/** Counting goes on to one more than this: the list of bundles says "over 500". */
export const bundleHoldersCounted = 500

/** Bundle id → number of people who have it, as far as it is counted. */
export async function countBundleHolders(
  trx: Trx,
  limits: Limits,
  bundleIds: readonly string[],
  now: Date,
): Promise<Map<string, number>> {
  const { rows } = await sql<{ id: string; holders: number }>`
    select wanted.id, (select count(*)::integer from (
      select account.id from account where ${hasBundle(limits, sql`wanted.id`, now)}
      limit ${bundleHoldersCounted + 1}) holder) as holders
    from unnest(${[...bundleIds]}::uuid[]) wanted(id)`.execute(trx)
  return new Map(rows.map(({ id, holders }) => [id, holders]))
}

export interface BundleHolder {
  /** Of the account. */
  id: string
  name: string
  unitId: string | null
  unitName: string | null
}

/** By name. */
export function listBundleHolders(
  trx: Trx,
  limits: Limits,
  bundleId: string,
  { cursor, now }: { cursor: Cursor | null; now: Date },
): Promise<Page<BundleHolder>> {
  return readPage<BundleHolder>(
    trx,
    {
      from: sql`account`,
      where: hasBundle(limits, sql`${bundleId}::uuid`, now),
      id: sql`account.id`,
      order: [sql`account.name_key`, sql`account.id`],
      rows: sql`
        select account.id, person.name, account.unit_id as "unitId", unit.name as "unitName"
        from page join account on account.id = page.id join person on person.id = account.person_id
        left join unit on unit.id = account.unit_id`,
      countTo: 100_000,
    },
    cursor,
  )
}
