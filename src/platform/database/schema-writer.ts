/** Writes schema.ts, the types of every table, from a migrated database: the database is the source, the types follow. */
import type pg from 'pg'

interface Column {
  table: string
  name: string
  type: string
  domain: string | null
  nullable: boolean
  defaulted: boolean
}

const PLAIN: Record<string, string> = {
  uuid: 'string',
  text: 'string',
  date: 'string',
  timestamp: 'string',
  int2: 'number',
  int4: 'number',
  int8: 'number',
  bool: 'boolean',
  bytea: 'Buffer',
  tstzrange: 'string',
  _text: 'string[]',
  _uuid: 'string[]',
  timestamptz: 'Moment',
  numeric: 'Decimal',
  jsonb: 'Json',
}

const DOMAINS: Record<string, string> = { trilingual: 'TrilingualColumn', language_code: 'Language' }

function typeOf(column: Column): string {
  const known = column.domain === null ? PLAIN[column.type] : DOMAINS[column.domain]
  if (known === undefined) throw new Error(`No TypeScript type is known for ${column.table}.${column.name} (${column.domain ?? column.type}).`)
  const nullable = column.nullable ? `${known} | null` : known
  return column.defaulted ? `Generated<${nullable}>` : nullable
}

/** The text of schema.ts for the public schema of the database under `pool`. */
export async function writeSchema(pool: pg.Pool): Promise<string> {
  const found = await pool.query<Column>(`
    select c.relname as table, a.attname as name, coalesce(b.typname, t.typname) as type,
      case when t.typtype = 'd' then t.typname end as domain,
      not a.attnotnull and not (t.typtype = 'd' and t.typnotnull) as nullable, a.atthasdef as defaulted
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    join pg_type t on t.oid = a.atttypid
    left join pg_type b on t.typtype = 'd' and b.oid = t.typbasetype
    where c.relkind = 'r' and c.relname <> 'migration'
    order by c.relname, a.attnum`)
  const tables = Map.groupBy(found.rows, (column) => column.table)
  const interfaces = [...tables].map(
    ([table, columns]) => `export interface ${pascal(table)}Table {\n${columns.map((column) => `  ${column.name}: ${typeOf(column)}`).join('\n')}\n}`,
  )
  return `// Generated from the migrated database by \`kawaliss schema\`. Do not edit: change a migration.
import type { ColumnType } from 'kysely'
import type { Language, Trilingual } from '../../domain/language.ts'

/** timestamptz: read as a Date, written as a Date or ISO text. */
type Moment = ColumnType<Date, Date | string, Date | string>
/** numeric: an exact decimal as text. */
type Decimal = ColumnType<string, string | number, string | number>
/** jsonb: written as JSON text. */
type Json = ColumnType<unknown, string, string>
type TrilingualColumn = ColumnType<Trilingual, string, string>
/** A column with a default: may be left out of an insert. */
type Generated<T> = T extends ColumnType<infer S, infer I, infer U> ? ColumnType<S, I | undefined, U> : ColumnType<T, T | undefined, T>

${interfaces.join('\n\n')}

export interface Schema {
${[...tables.keys()].map((table) => `  ${table}: ${pascal(table)}Table`).join('\n')}
}
`
}

function pascal(name: string): string {
  return name.replace(/(^|_)([a-z])/g, (_all, _line, letter: string) => letter.toUpperCase())
}
