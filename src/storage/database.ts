/** The one database: PostgreSQL where `DATABASE_URL` is set, the embedded engine otherwise. Same SQL, same migrations. */
import { mkdir } from 'node:fs/promises'
import { Kysely, PostgresDialect, type Transaction } from 'kysely'
import pg from 'pg'
import type { Config } from '../base/config.ts'
import { lockDataDirectory } from './data-directory-lock.ts'
import { type MigrationClient, migrate } from './migrate.ts'
import { namedStatements } from './named-statements.ts'
import { pgliteDialect } from './pglite-dialect.ts'
import type { Schema } from './schema.ts'

export type Db = Kysely<Schema>
/** Inside a transaction use only this handle: the embedded engine has one connection and would wait for itself. */
export type Trx = Transaction<Schema>

export interface Storage {
  db: Db
  engine: 'postgresql' | 'embedded'
  close(): Promise<void>
}

export type StorageOptions =
  | { engine: 'postgresql'; url: string; poolSize: number }
  /** `directory` is null for a database in memory; `image` is a dumped data directory to start from. */
  | { engine: 'embedded'; directory: string | null; image?: Blob }

/** The database that the settings name. */
export function storageOptions(config: Config): StorageOptions {
  return config.DATABASE_URL === undefined
    ? { engine: 'embedded', directory: config.databaseDirectory }
    : { engine: 'postgresql', url: config.DATABASE_URL, poolSize: config.DATABASE_POOL }
}

/** Opens the database, brings its schema up to date and takes the role that the sign-in runs as. */
export async function openStorage(options: StorageOptions): Promise<Storage> {
  return options.engine === 'postgresql' ? openPostgres(options) : openEmbedded(options)
}

async function openPostgres({ url, poolSize }: { url: string; poolSize: number }): Promise<Storage> {
  // One that is stopped, not gone, takes the connection and says nothing.
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 })
  await client.connect()
  try {
    await migrate({ execute: (text) => client.query(text), query: async (text) => (await client.query(text)).rows })
  } finally {
    await client.end()
  }
  // int8 as number: sequences and counts stay far below 2^53.
  const types = new pg.TypeOverrides()
  types.setTypeParser(pg.types.builtins.INT8, Number)
  const pool = new pg.Pool({ connectionString: url, max: poolSize, types, options: '-c role=seb_broker' })
  // A connection that breaks is replaced at next use, and a statement on it fails by itself. Without a listener, one in the
  // pool and one for those that are out of it between two statements, the break would end the process.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool: namedStatements(pool) }) })
  return { db, engine: 'postgresql', close: () => db.destroy() }
}

async function openEmbedded(options: { directory: string | null; image?: Blob }): Promise<Storage> {
  const lock = options.directory ? lockDataDirectory(options.directory) : null
  try {
    const db = await openEngine(options)
    return {
      db,
      engine: 'embedded',
      close: async () => {
        await db.destroy()
        lock?.release()
      },
    }
  } catch (error) {
    lock?.release()
    throw error
  }
}

async function openEngine({ directory, image }: { directory: string | null; image?: Blob }): Promise<Db> {
  if (directory) await mkdir(directory, { recursive: true })
  // Loaded here, so that a SEB on PostgreSQL carries no second engine about.
  const { PGlite } = await import('@electric-sql/pglite')
  const engine = await PGlite.create({
    ...(directory ? { dataDir: directory } : {}),
    ...(image ? { loadDataDir: image } : {}),
  })
  const client: MigrationClient = {
    execute: (text) => engine.exec(text),
    query: async (text) => (await engine.query<Record<string, unknown>>(text)).rows,
  }
  await migrate(client)
  await engine.exec('set role seb_broker')
  return new Kysely<Schema>({ dialect: pgliteDialect(engine) })
}
