/** Finds an organisation by what people call it. */
import type { Db } from '../storage/database.ts'

export async function findOrganisation(db: Db, cvr: string): Promise<{ id: string; cvr: string; name: string } | null> {
  const found = await db
    .selectFrom('organisation')
    .select(['id', 'cvr', 'name'])
    .where('cvr', '=', cvr)
    .executeTakeFirst()
  return found ?? null
}
