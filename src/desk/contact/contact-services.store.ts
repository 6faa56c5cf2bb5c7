/** The services that somebody who writes to the desk may mean. */
import { sql } from 'kysely'
import type { Db } from '../../storage/database.ts'

export interface ListedService {
  id: string
  da: string
  en: string
  critical: boolean
}

const mostListed = 1000

export async function listServices(db: Db): Promise<ListedService[]> {
  const { rows } = await sql<ListedService>`
    select id, name_da as da, name_en as en, critical from service
    where enabled and protocol <> 'seb' order by fold_name(name_da), id limit ${mostListed}`.execute(db)
  return rows
}
