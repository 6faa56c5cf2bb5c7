/** A private PostgreSQL of Debian's: an own cluster on loopback, made for one test run and thrown away. */
import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { access, chown, mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { type Command, startChild } from './child-process.ts'
import { eventually } from './eventually.ts'
import { freePort } from './free-port.ts'
import { lesserUser } from './system-user.ts'
import { temporaryDirectory } from './temporary-directory.ts'

/** A running cluster. */
export type Postgres = AsyncDisposable & {
  /** Makes an empty database and returns its address, for `DATABASE_URL`. */
  createDatabase(): Promise<string>
  /** The address of a database of this name, made where it is not there. */
  database(name: string): Promise<string>
  dropDatabase(name: string): Promise<void>
  /** Ends it as a failing machine would, and starts it again on the same data. */
  crash(): Promise<void>
  /** Ends it in order. */
  stop(): Promise<void>
  /** Starts it again on the same data. */
  start(): Promise<void>
  /** Its processes stand still (SIGSTOP): it takes connections and says nothing. */
  freeze(): void
  thaw(): void
}

export type PostgresOptions = {
  /** Its files lie below this, or where temporary files do. */
  parent?: string
  /** Its files lie here and stay here, for another time. */
  keep?: string
  /** `shared_buffers=1GB` */
  settings?: readonly string[]
}

/** Starts PostgreSQL 15 or newer as Debian installs it; its superuser is `seb`, and only loopback reaches it. */
export async function startPostgres({ parent, keep, settings = [] }: PostgresOptions = {}): Promise<Postgres> {
  await using starting = new AsyncDisposableStack()
  const programs = await programsDirectory()
  if (keep !== undefined) await mkdir(keep, { recursive: true, mode: 0o755 })
  const directory = keep ?? (await temporaryDirectory(starting, 'postgres', parent))
  const data = join(directory, 'data')
  const host = '127.0.0.1'
  const port = await freePort(host)
  // PostgreSQL refuses to be root.
  const user = await lesserUser('postgres')
  const made = await access(join(data, 'PG_VERSION')).then(
    () => true,
    () => false,
  )
  await mkdir(data, { recursive: true, mode: 0o700 })
  if (user) for (const path of [directory, data]) await chown(path, user.uid, user.gid)
  const initdb = ['--pgdata', data, '--username', 'seb', '--auth', 'trust', '--encoding', 'UTF8', '--locale', 'C.UTF-8']
  if (!made) await promisify(execFile)(join(programs, 'initdb'), [...initdb, '--no-sync'], { cwd: directory, ...user })
  const address = (database: string) => `postgres://seb@${host}:${port}/${database}`
  const command: Command = {
    name: 'PostgreSQL',
    program: join(programs, 'postgres'),
    args: [
      '-D',
      data,
      '-h',
      host,
      '-p',
      String(port),
      '-k',
      directory,
      '-c',
      'max_connections=100',
      ...settings.flatMap((one) => ['-c', one]),
    ],
    cwd: directory,
    // In order, but without waiting for clients to leave ("fast shutdown").
    stopSignal: 'SIGINT',
    ...user,
    ready: async () => {
      await query(address('postgres'), 'select 1')
      return true
    },
  }
  let server = await startChild(command)
  starting.defer(() => server.stop())
  const running = starting.move()
  return {
    createDatabase: async () => {
      const name = `seb_${randomUUID().replaceAll('-', '')}`
      await query(address('postgres'), `create database ${name}`)
      return address(name)
    },
    database: async (name) => {
      const { rowCount } = await query(address('postgres'), `select from pg_database where datname = '${name}'`)
      if (rowCount === 0) await query(address('postgres'), `create database ${name}`)
      return address(name)
    },
    dropDatabase: async (name) => {
      await query(address('postgres'), `drop database ${name}`)
    },
    crash: async () => {
      await server.kill()
      // Its helpers notice only now that it is gone; until then a new one is refused the shared memory.
      server = await eventually('PostgreSQL to start anew', () => startChild(command))
    },
    stop: () => server.stop(),
    start: async () => {
      server = await eventually('PostgreSQL to start anew', () => startChild(command))
    },
    freeze: () => signalAll(server.pid, 'SIGSTOP'),
    thaw: () => signalAll(server.pid, 'SIGCONT'),
    [Symbol.asyncDispose]: async () => {
      signalAll(server.pid, 'SIGCONT')
      await running.disposeAsync()
    },
  }
}

/** The postmaster and what it has started (proc_pid_children(5)); nobody where it has ended. */
function signalAll(pid: number, signal: NodeJS.Signals): void {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean)
    for (const each of [pid, ...children.map(Number)]) process.kill(each, signal)
  } catch {
    // It has ended.
  }
}

async function query(url: string, text: string): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await client.query(text)
  } finally {
    await client.end()
  }
}

/** Debian keeps each version's programs apart; the newest is taken. */
async function programsDirectory(): Promise<string> {
  const versions = (await readdir('/usr/lib/postgresql').catch(() => [])).map(Number).filter((it) => it >= 15)
  if (versions.length === 0) throw new Error('needs PostgreSQL 15 or newer, as Debian’s package postgresql installs it')
  return `/usr/lib/postgresql/${Math.max(...versions)}/bin`
}
