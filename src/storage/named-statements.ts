/** Gives every parametrised statement a name, so that PostgreSQL parses and plans it once per connection. */
import type { PostgresPool, PostgresPoolClient } from 'kysely'
import type pg from 'pg'

export function namedStatements(pool: pg.Pool): PostgresPool {
  const names = new Map<string, string>()
  const nameOf = (text: string): string => {
    const known = names.get(text)
    if (known) return known
    const name = `seb_${names.size}`
    names.set(text, name)
    return name
  }
  const wrap = (client: pg.PoolClient) => ({
    query: (text: string, values: readonly unknown[] = []) =>
      values.length > 0 ? client.query({ text, values: [...values], name: nameOf(text) }) : client.query(text),
    release: () => client.release(),
  })
  return {
    // Kysely's type also knows cursors; SEB streams nothing.
    connect: async () => wrap(await pool.connect()) as unknown as PostgresPoolClient,
    end: () => pool.end(),
  }
}
