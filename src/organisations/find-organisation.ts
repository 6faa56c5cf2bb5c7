/** Finds an organisation by what people call it. */
import type { Db, Trx } from '../storage/database.ts'

export async function findOrganisation(
  db: Db | Trx,
  cvr: string,
): Promise<{ id: string; cvr: string; name: string } | null> {
  const found = await db
    .selectFrom('organisation')
    .select(['id', 'cvr', 'name'])
    .where('cvr', '=', cvr)
    .executeTakeFirst()
  return found ?? null
}
