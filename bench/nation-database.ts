/** The databases of `bench:admin`, each made once where they are kept. */
import { Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import { openStorage, type Storage } from '../src/storage/database.ts'
import type { Schema } from '../src/storage/schema.ts'
import type { Postgres } from '../test/support/postgres.ts'

/** Opens a database as its owner, with nothing asked on each row that is written. */
export function openAsOwner(url: string): Kysely<Schema> {
  const options =
    '-c session_replication_role=replica -c synchronous_commit=off -c work_mem=256MB -c maintenance_work_mem=1GB'
  const types = new pg.TypeOverrides()
  types.setTypeParser(pg.types.builtins.INT8, Number)
  const pool = new pg.Pool({ connectionString: url, max: 1, options, types })
  return new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) })
}

/** A database with the newest schema; `make` fills it where that has not been done to the end. */
export async function madeDatabase(
  postgres: Postgres,
  name: string,
  make: (db: Kysely<Schema>, url: string) => Promise<void>,
): Promise<string> {
  if (await isHalfMade(await postgres.database(name))) await postgres.dropDatabase(name)
  const url = await postgres.database(name)
  await migrated(url)
  const db = openAsOwner(url)
  try {
    await sql`create table if not exists made (at timestamptz)`.execute(db)
    const { rows } = await sql`select from made`.execute(db)
    if (rows.length === 0) {
      await make(db, url)
      await sql`insert into made values (now())`.execute(db)
      await sql`checkpoint`.execute(db)
    }
    // A database of another time has just been migrated; one that is new has nothing left to do here.
    await sql`vacuum (analyze)`.execute(db)
  } finally {
    await db.destroy()
  }
  return url
}

async function isHalfMade(url: string): Promise<boolean> {
  const db = openAsOwner(url)
  try {
    const { rows } = await sql<{ begun: boolean }>`select to_regclass('made') is not null as begun`.execute(db)
    return rows[0]?.begun === true && (await sql`select from made`.execute(db)).rows.length === 0
  } finally {
    await db.destroy()
  }
}

/** As SEB itself reads: with the rights of the sign-in. */
export function openAsSeb(url: string): Promise<Storage> {
  return openStorage({ engine: 'postgresql', url, poolSize: 2 })
}

async function migrated(url: string): Promise<void> {
  const storage = await openAsSeb(url)
  await storage.close()
}
