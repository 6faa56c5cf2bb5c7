/**
 * The real embedded engine behind a driver that can be struck: before the n-th statement of a transaction, before its commit, or
 * after it. To the database that is what `kill -9` is: the connection is gone, and what was not committed never was.
 */
import { PGlite } from '@electric-sql/pglite'
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  Kysely,
  type QueryResult,
  type TransactionSettings,
} from 'kysely'
import type { Db } from '../../src/storage/database.ts'
import { pgliteDialect } from '../../src/storage/pglite-dialect.ts'
import { migratedImage } from '../support/test-database.ts'

export class Killed extends Error {}

/** When the next transaction is struck: before this statement, the commit being the last, or once it is committed. */
export type Strike = { before: number } | 'after-commit'

export interface KillableDatabase {
  db: Db
  /** Strikes the next transaction; one with fewer statements is left alone. */
  arm(strike: Strike): void
  /** Disarms. Whether the transaction since `arm` was struck, whether it was committed, and how many statements it had. */
  result(): { struck: boolean; committed: boolean; statements: number }
  close(): Promise<void>
}

export async function openKillableDatabase(): Promise<KillableDatabase> {
  const engine = await PGlite.create({ loadDataDir: await migratedImage() })
  await engine.exec('set role seb_broker')
  const executioner = new Executioner()
  const dialect = pgliteDialect(engine)
  const killable: Dialect = {
    createAdapter: () => dialect.createAdapter(),
    createIntrospector: (db) => dialect.createIntrospector(db),
    createQueryCompiler: () => dialect.createQueryCompiler(),
    createDriver: () => new KillableDriver(dialect.createDriver(), executioner),
  }
  const db: Db = new Kysely({ dialect: killable })
  return {
    db,
    arm: (strike) => executioner.arm(strike),
    result: () => executioner.result(),
    close: () => db.destroy(),
  }
}

class Executioner {
  #strike: Strike | null = null
  #statements = 0
  #struck = false
  #committed = false

  arm(strike: Strike): void {
    this.#strike = strike
    this.#statements = 0
    this.#struck = false
    this.#committed = false
  }

  result() {
    this.#strike = null
    return { struck: this.#struck, committed: this.#committed, statements: this.#statements }
  }

  beforeStatement(): void {
    this.#statements += 1
    if (typeof this.#strike === 'object' && this.#strike?.before === this.#statements) this.#kill()
  }

  afterCommit(): void {
    this.#committed = true
    if (this.#strike === 'after-commit') this.#kill()
  }

  #kill(): never {
    this.#struck = true
    this.#strike = null
    throw new Killed('struck')
  }
}

class KillableConnection implements DatabaseConnection {
  readonly inner: DatabaseConnection
  readonly #executioner: Executioner

  constructor(inner: DatabaseConnection, executioner: Executioner) {
    this.inner = inner
    this.#executioner = executioner
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    this.#executioner.beforeStatement()
    return this.inner.executeQuery<R>(query)
  }

  streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('the embedded engine has no cursors')
  }
}

class KillableDriver implements Driver {
  readonly #inner: Driver
  readonly #executioner: Executioner

  constructor(inner: Driver, executioner: Executioner) {
    this.#inner = inner
    this.#executioner = executioner
  }

  init = () => this.#inner.init()
  destroy = () => this.#inner.destroy()

  async acquireConnection(): Promise<DatabaseConnection> {
    return new KillableConnection(await this.#inner.acquireConnection(), this.#executioner)
  }

  releaseConnection(connection: DatabaseConnection): Promise<void> {
    return this.#inner.releaseConnection(innerOf(connection))
  }

  beginTransaction(connection: DatabaseConnection, settings: TransactionSettings): Promise<void> {
    return this.#inner.beginTransaction(innerOf(connection), settings)
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    this.#executioner.beforeStatement()
    await this.#inner.commitTransaction(innerOf(connection))
    this.#executioner.afterCommit()
  }

  rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    return this.#inner.rollbackTransaction(innerOf(connection))
  }
}

function innerOf(connection: DatabaseConnection): DatabaseConnection {
  return connection instanceof KillableConnection ? connection.inner : connection
}
