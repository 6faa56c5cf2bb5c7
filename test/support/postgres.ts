/** A private PostgreSQL of Debian's: an own cluster on loopback, made for one test run and thrown away. */
import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { chown, mkdir, readdir } from 'node:fs/promises'
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
  /** Ends it as a failing machine would, and starts it again on the same data. */
  crash(): Promise<void>
}

/**
 * Starts PostgreSQL 15 or newer as Debian installs it; its superuser is `seb`, and only loopback reaches it. Its files lie
 * below `parent`, or where temporary files do.
 */
export async function startPostgres({ parent }: { parent?: string } = {}): Promise<Postgres> {
  await using starting = new AsyncDisposableStack()
  const programs = await programsDirectory()
  const directory = await temporaryDirectory(starting, 'postgres', parent)
  const data = join(directory, 'data')
  const host = '127.0.0.1'
  const port = await freePort(host)
  // PostgreSQL refuses to be root.
  const user = await lesserUser('postgres')
  await mkdir(data, { mode: 0o700 })
  if (user) for (const path of [directory, data]) await chown(path, user.uid, user.gid)
  const initdb = ['--pgdata', data, '--username', 'seb', '--auth', 'trust', '--encoding', 'UTF8', '--locale', 'C.UTF-8']
  await promisify(execFile)(join(programs, 'initdb'), [...initdb, '--no-sync'], { cwd: directory, ...user })
  const address = (database: string) => `postgres://seb@${host}:${port}/${database}`
  const command: Command = {
    name: 'PostgreSQL',
    program: join(programs, 'postgres'),
    args: ['-D', data, '-h', host, '-p', String(port), '-k', directory, '-c', 'max_connections=100'],
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
    crash: async () => {
      await server.kill()
      // Its helpers notice only now that it is gone; until then a new one is refused the shared memory.
      server = await eventually('PostgreSQL to start anew', () => startChild(command))
    },
    [Symbol.asyncDispose]: () => running.disposeAsync(),
  }
}

async function query(url: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(text)
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
