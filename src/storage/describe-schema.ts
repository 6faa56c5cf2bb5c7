/** Writes the row types of `schema.ts` from a migrated database, so that types and tables cannot drift apart. */
import { type Kysely, sql } from 'kysely'

interface Column {
  table_name: string
  column_name: string
  udt_name: string
  is_nullable: 'YES' | 'NO'
  has_default: boolean
  generated: boolean
  check_values: string[] | null
}

const types: Record<string, string> = {
  uuid: 'string',
  text: 'string',
  _text: 'string[]',
  _uuid: 'string[]',
  int4: 'number',
  int8: 'number',
  bool: 'boolean',
  timestamptz: 'Date',
  jsonb: 'Json',
  bytea: 'Uint8Array',
  assurance_level: 'AssuranceLevel',
}

/** TypeScript source of the whole schema, one interface a table. */
export async function describeSchema<Schema>(db: Kysely<Schema>): Promise<string> {
  const { rows } = await sql<Column>`
    select c.relname as table_name, a.attname as column_name, t.typname as udt_name,
      case when a.attnotnull then 'NO' else 'YES' end as is_nullable,
      a.atthasdef as has_default, a.attidentity <> '' or a.attgenerated <> '' as generated,
      (select array_agg(m[1] order by n) from pg_constraint k,
        regexp_matches(pg_get_constraintdef(k.oid), '''([^'']+)''::text', 'g') with ordinality as r(m, n)
        where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum]
          and pg_get_constraintdef(k.oid) like '%ARRAY[%') as check_values
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_type t on t.oid = a.atttypid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
      and c.relname <> 'migration'
    order by c.relname, a.attnum`.execute(db)
  const tables = Map.groupBy(rows, (row) => row.table_name)
  const interfaces = [...tables].map(
    ([table, columns]) => `export interface ${pascal(table)}Table {\n${columns.map(describeColumn).join('\n')}\n}\n`,
  )
  const schema = [...tables.keys()].map((table) => `  ${table}: ${pascal(table)}Table`)
  return `/** Row types of every table. Generated from the migrated schema by \`npm run schema\`; not edited by hand. */
import type { ColumnType, Generated, GeneratedAlways } from 'kysely'
import type { AssuranceLevel } from '../base/assurance.ts'

/** Written as JSON text, read as whatever the owning store parses it into. */
export type Json = ColumnType<unknown, string, string>

${interfaces.join('\n')}
export interface Schema {
${schema.join('\n')}
}
`
}

function describeColumn(column: Column): string {
  const known = types[column.udt_name]
  if (!known) throw new Error(`no TypeScript type for ${column.udt_name}`)
  const union = column.check_values?.map((value) => `'${value}'`).join(' | ')
  const single = union ? (known === 'string[]' ? `(${union})[]` : union) : known
  const nullable = column.is_nullable === 'YES' ? `${single} | null` : single
  if (column.generated) return `  ${column.column_name}: GeneratedAlways<${nullable}>`
  if (!column.has_default) return `  ${column.column_name}: ${nullable}`
  return known === 'Json'
    ? `  ${column.column_name}: ColumnType<unknown, string | undefined, string>`
    : `  ${column.column_name}: Generated<${nullable}>`
}

function pascal(name: string): string {
  return name.replace(/(^|_)([a-z])/g, (_, __, letter: string) => letter.toUpperCase())
}
