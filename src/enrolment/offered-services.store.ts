/** The services that an organisation may ask for when it enrols. */
import type { Db, Trx } from '../storage/database.ts'
import type { Language } from '../web/languages.ts'

export interface OfferedService {
  id: string
  name: Record<Language, string>
  description: Record<Language, string>
}

/** Those that are on, in use and for people at work. SEB's own pages are a service that nobody is given. */
export async function listOfferedServices(db: Db | Trx): Promise<OfferedService[]> {
  const rows = await db
    .selectFrom('service')
    .select(['id', 'name_da', 'name_en', 'description_da', 'description_en'])
    .where('protocol', '<>', 'seb')
    .where('audience', 'in', ['professional', 'both'])
    .where('environment', '=', 'production')
    .where('enabled', '=', true)
    .where('access', '<>', 'authenticated')
    .orderBy('name_da')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    name: { da: row.name_da, en: row.name_en },
    description: { da: row.description_da, en: row.description_en },
  }))
}
