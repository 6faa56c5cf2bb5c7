/** What the sign-in asks about services: everything of one service in one query. */
import { sql } from 'kysely'
import type { Db, Trx } from '../storage/database.ts'
import type { AttributeName } from './attribute.ts'
import type { Service } from './service.ts'
import { serviceSettings } from './service-settings.ts'

export async function findService(db: Db | Trx, id: string): Promise<Service | null> {
  const row = await select(db).where('service.id', '=', id).executeTakeFirst()
  return row ? fromRow(row) : null
}

export async function findServiceByEntityId(db: Db | Trx, entityId: string): Promise<Service | null> {
  const row = await select(db).where('service.entity_id', '=', entityId).executeTakeFirst()
  return row ? fromRow(row) : null
}

function select(db: Db | Trx) {
  return db
    .selectFrom('service')
    .selectAll('service')
    .select(
      sql<AttributeName[]>`array(
        select attribute from service_attribute where service_id = service.id order by attribute)`.as(
        'agreed_attributes',
      ),
    )
}

type Row = NonNullable<Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirst']>>>

function fromRow(row: Row): Service {
  return {
    id: row.id,
    key: row.key,
    protocol: row.protocol,
    entityId: row.entity_id,
    nameDa: row.name_da,
    nameEn: row.name_en,
    shortName: row.short_name,
    descriptionDa: row.description_da,
    descriptionEn: row.description_en,
    address: row.address,
    audience: row.audience,
    environment: row.environment,
    lowestAssurance: row.lowest_assurance,
    access: row.access,
    logInKinds: row.log_in_kinds,
    critical: row.critical,
    enabled: row.enabled,
    agreedAttributes: row.agreed_attributes,
    metadata: row.metadata,
    settings: serviceSettings.parse(row.settings),
    contact: row.contact,
  }
}
