import type Database from 'better-sqlite3'
import { z } from 'zod'

/** A table with rows of a client, and the condition that selects them (its one parameter is the client's id). */
export interface ClientTable {
  readonly name: string
  readonly condition: string
}

const tableSchema = z.object({ name: z.string(), type: z.string(), schema: z.string() })
const keySchema = z.object({ table: z.string(), from: z.string(), to: z.string().nullable() })

/**
 * Every table with data of a client. Follows the schema's foreign keys from `clients`, so a table added later can't be
 * forgotten.
 */
export function clientTables(db: Database.Database): readonly ClientTable[] {
  const names = z
    .array(tableSchema)
    .parse(db.pragma('table_list'))
    .filter(({ type, schema, name }) => schema === 'main' && type === 'table' && !name.startsWith('sqlite_'))
    .map(({ name }) => name)
  const keys = names.flatMap((name) =>
    z
      .array(keySchema)
      .parse(db.pragma(`foreign_key_list(${name})`))
      .map((key) => ({ ...key, name })),
  )
  const found = new Map([['clients', 'id = ?']])
  for (const [parent, parentCondition] of found)
    for (const { name, table, from, to } of keys)
      if (table === parent && !found.has(name))
        found.set(
          name,
          parent === 'clients'
            ? `${from} = ?`
            : `${from} IN (SELECT ${to ?? 'id'} FROM ${parent} WHERE ${parentCondition})`,
        )
  return [...found].map(([name, condition]) => ({ name, condition }))
}

/** The number of a client's rows in each such table. */
export function countClientRows(db: Database.Database, clientId: string): Readonly<Record<string, number>> {
  const counts = clientTables(db).map(({ name, condition }) => {
    const count = db.prepare(`SELECT count(*) FROM ${name} WHERE ${condition}`).pluck().get(clientId)
    return [name, z.int().parse(count)]
  })
  return Object.fromEntries(counts)
}

/** All text stored about a client, as in the rows. */
export function* clientTexts(db: Database.Database, clientId: string): Generator<string> {
  for (const { name, condition } of clientTables(db))
    for (const row of db.prepare(`SELECT * FROM ${name} WHERE ${condition}`).raw().iterate(clientId))
      for (const value of z.array(z.unknown()).parse(row)) if (typeof value === 'string') yield value
}

/** Whether any row of any table contains a text. Slow, because it reads all rows. */
export function isInAnyRow(db: Database.Database, text: string): boolean {
  const tables = z
    .array(tableSchema)
    .parse(db.pragma('table_list'))
    .filter(({ type, schema, name }) => schema === 'main' && type !== 'view' && !name.startsWith('sqlite_'))
  return tables.some(({ name }) => {
    const columns = z.array(z.object({ name: z.string() })).parse(db.pragma(`table_info(${name})`))
    const anywhere = columns.map((column) => `instr("${column.name}", :text) > 0`).join(' OR ')
    return db.prepare(`SELECT 1 FROM ${name} WHERE ${anywhere} LIMIT 1`).get({ text }) !== undefined
  })
}
