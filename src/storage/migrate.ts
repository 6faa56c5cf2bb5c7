/** Brings the schema up to date with the numbered SQL files, forward only, once each, also when two processes start at once. */
import { readdir, readFile } from 'node:fs/promises'
import { fromRoot } from '../base/root.ts'

export interface MigrationClient {
  /** Runs one or several statements. */
  execute(text: string): Promise<unknown>
  query(text: string): Promise<Record<string, unknown>[]>
}

const directory = fromRoot('src', 'storage', 'migrations')
/** Any number will do, as long as every SEB process uses the same. */
const lock = 7_316_502

export async function migrate(client: MigrationClient): Promise<void> {
  const files = (await readdir(directory)).filter((name) => name.endsWith('.sql')).sort()
  await client.execute(`select pg_advisory_lock(${lock})`)
  try {
    await client.execute(
      'create table if not exists migration (name text primary key, applied_at timestamptz not null)',
    )
    const applied = new Set((await client.query('select name from migration')).map((row) => row['name']))
    for (const name of files.filter((file) => !applied.has(file))) {
      const text = await readFile(`${directory}/${name}`, 'utf8')
      // One transaction: the number and the change stand or fall together.
      await client.execute(`begin; insert into migration values ('${name}', now()); ${text}; commit`)
    }
  } catch (error) {
    await client.execute('rollback')
    throw error
  } finally {
    await client.execute(`select pg_advisory_unlock(${lock})`)
  }
}
