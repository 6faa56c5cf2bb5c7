/** Nothing that is set up is lost on the way out of one SEB and into another: the database's own list of columns is held against it. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { exportConfiguration } from '../../src/configuration/export-configuration.ts'
import { documentSchema } from '../../src/configuration/reference.ts'
import type { Db, Storage } from '../../src/storage/database.ts'
import { applyText, testApplyDeps } from '../support/apply-text.ts'
import { openTestDatabase } from '../support/test-database.ts'
import { exportSample } from './export-sample.ts'
import { exportedColumns, type SebExportDecision } from './exported-columns.ts'

let first: Storage
let second: Storage
before(async () => {
  first = await openTestDatabase()
  second = await openTestDatabase()
})
after(async () => {
  await first.close()
  await second.close()
})

const decisions = Object.entries(exportedColumns as Record<string, SebExportDecision<Record<string, unknown>>>)

/** Columns that a document says: table, column, where. */
const written = decisions.flatMap(([table, columns]) =>
  typeof columns === 'string'
    ? []
    : Object.entries(columns).flatMap(([column, decision]) =>
        typeof decision === 'string' ? [{ table, column, path: decision }] : [],
      ),
)

test('of every table and column of the database it is decided whether an export writes it', async () => {
  const columns = await sql<{ table: string; column: string }>`
    select table_name as table, column_name as column from information_schema.columns
    where table_schema = 'public' and table_name <> 'migration' order by 1, 2`.execute(first.db)
  const there = columns.rows.map(({ table, column }) => `${table}.${column}`)
  const decided = new Set(
    decisions.flatMap(([table, one]) =>
      typeof one === 'string'
        ? there.filter((name) => name.startsWith(`${table}.`))
        : Object.keys(one).map((column) => `${table}.${column}`),
    ),
  )
  const say = 'say in test/operators/exported-columns.ts whether `seb export` writes it, or why not'
  assert.deepEqual(
    there.filter((name) => !decided.has(name)),
    [],
    say,
  )
  assert.deepEqual(
    [...decided].filter((name) => !there.includes(name)),
    [],
    'decided, but not in the database',
  )
})

test('where a column is said to stand in the document, the document has such a field', () => {
  const unknown = written.filter(({ path }) => !hasField(documentSchema(), path))
  assert.deepEqual(unknown, [])
})

test('everything that is set up comes whole out of one SEB and into an empty one', async () => {
  const [here, there] = [testApplyDeps(first.db), testApplyDeps(second.db)]
  assert.match((await applyText(here, JSON.stringify(exportSample))).output, /^Applied|\nApplied/)
  const { document } = await exportConfiguration(here, { operator: 'grethe' })
  assert.equal((await applyText(here, document)).output, 'Nothing to change.')
  assert.match((await applyText(there, document)).output, /\nApplied/)
  assert.equal((await exportConfiguration(there, { operator: 'grethe' })).document, document)
  for (const { table, column } of written) {
    const values = await valuesOf(first.db, table, column)
    const usual = await usualValue(first.db, table, column)
    assert.ok(
      values.some((value) => value !== usual),
      `${table}.${column} has only its default in test/operators/export-sample.ts: give it a value there`,
    )
    if (!(await isId(first.db, table, column)))
      assert.deepEqual(await valuesOf(second.db, table, column), values, `${table}.${column} was lost on the way`)
  }
})

/** A day is compared for whether there is one where the document says only that: `closed`, `deleted`, `ended`. */
async function valuesOf(db: Db, table: string, column: string): Promise<(string | null)[]> {
  const value = ['closed_at', 'deleted_at', 'ended_at'].includes(column)
    ? sql`${sql.ref(column)} is null`
    : sql.ref(column)
  const { rows } = await sql<{ value: string | null }>`
    select ${value}::text as value from ${sql.table(table)} ${table === 'service' ? sql`where protocol = 'saml'` : sql``}
    order by 1 nulls first`.execute(db)
  return rows.map((row) => row.value)
}

async function usualValue(db: Db, table: string, column: string): Promise<string | null> {
  const { rows } = await sql<{ usual: string | null }>`
    select column_default as usual from information_schema.columns
    where table_name = ${table} and column_name = ${column}`.execute(db)
  return rows[0]?.usual?.replace(/^'(.*)'::.*$/, '$1') ?? null
}

async function isId(db: Db, table: string, column: string): Promise<boolean> {
  const { rows } = await sql<{ type: string }>`
    select udt_name as type from information_schema.columns
    where table_name = ${table} and column_name = ${column}`.execute(db)
  return ['uuid', '_uuid'].includes(rows[0]?.type ?? '') && column !== 'professional_uuid'
}

/** `people[].accounts[].key`, through lists and objects; a looser part holds whatever it is given. */
function hasField(schema: unknown, path: string): boolean {
  let at: unknown = schema
  for (const part of path.split('.')) {
    const name = part.replace('[]', '')
    const branches = isObject(at) && Array.isArray(at.anyOf) ? at.anyOf : [at]
    const holder = branches.find((one) => isObject(one) && isObject(one.properties) && name in one.properties)
    if (!isObject(holder) || !isObject(holder.properties)) return false
    const field = holder.properties[name]
    at = part.endsWith('[]') && isObject(field) ? field.items : field
  }
  return at !== undefined
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
