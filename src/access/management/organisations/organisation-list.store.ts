/** Every organisation, by name or CVR number, kind and status, a page at a time in Danish order. */
import { sql } from 'kysely'
import type { Cursor } from '../../../base/cursor.ts'
import type { Db } from '../../../storage/database.ts'
import { type LongList, type Page, readPage } from '../../../storage/keyset.ts'
import { nameHas } from '../../../storage/name-search.ts'
import type { OrganisationKind, OrganisationStatus } from './organisation.store.ts'

export interface OrganisationQuery {
  /** Parts of the name, or the beginning of the CVR number; empty: all. */
  text: string
  kind: OrganisationKind | null
  status: OrganisationStatus | null
}

export interface ListedOrganisation {
  id: string
  cvr: string
  name: string
  kind: OrganisationKind
  status: OrganisationStatus
  /** Those it may use now. */
  services: number
}

export function listOrganisations(
  db: Db,
  { text, kind, status }: OrganisationQuery,
  cursor: Cursor | null,
  now: Date,
): Promise<Page<ListedOrganisation>> {
  const byNumber = /^[\d ]+$/.test(text)
  const found = byNumber
    ? sql<boolean>`organisation.cvr like ${`${text.replace(/ /g, '')}%`}`
    : nameHas(sql`organisation.name_key`, text)
  const list: LongList = {
    from: sql`organisation`,
    where: sql<boolean>`${found} and ${kind ? sql`organisation.kind = ${kind}` : sql`true`}
      and ${status ? sql`organisation.status = ${status}` : sql`true`}`,
    id: sql`organisation.id`,
    order: [sql`organisation.name_key`, sql`organisation.id`],
    rows: sql`
      select organisation.id, cvr, name, kind, status,
        (select count(*)::integer from service_grant given where given.organisation_id = organisation.id
          and given.valid_from <= ${now} and (given.valid_until is null or given.valid_until > ${now})) as services
      from page join organisation on organisation.id = page.id`,
    countTo: null,
    searched: text !== '',
  }
  return readPage<ListedOrganisation>(db, list, cursor)
}
