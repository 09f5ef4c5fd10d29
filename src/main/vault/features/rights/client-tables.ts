import type Database from 'better-sqlite3'
import { z } from 'zod'
import { tablesBelow } from '../../database/tables-below.ts'

const tableSchema = z.object({ name: z.string(), type: z.string(), schema: z.string() })

/** Every table with data of a client. */
export const clientTables = (db: Database.Database) => tablesBelow(db, 'clients')

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
