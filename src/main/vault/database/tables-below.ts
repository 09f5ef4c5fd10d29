import type Database from 'better-sqlite3'
import { z } from 'zod'

/** A table with rows that belong to a row of another one, and the condition that selects them (its one parameter is that row's id). */
export interface TableBelow {
  readonly name: string
  readonly condition: string
}

const tableSchema = z.object({ name: z.string(), type: z.string(), schema: z.string() })
const keySchema = z.object({ table: z.string(), from: z.string(), to: z.string().nullable() })

/**
 * A table, and every table whose rows belong to its rows. Follows the schema's foreign keys, so a table added later
 * can't be forgotten.
 */
export function tablesBelow(db: Database.Database, root: 'clients' | 'sessions'): readonly TableBelow[] {
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
  const found = new Map<string, string>([[root, 'id = ?']])
  for (const [parent, parentCondition] of found)
    for (const { name, table, from, to } of keys)
      if (table === parent && !found.has(name))
        found.set(
          name,
          parent === root
            ? `${from} = ?`
            : `${from} IN (SELECT ${to ?? 'id'} FROM ${parent} WHERE ${parentCondition})`,
        )
  return [...found].map(([name, condition]) => ({ name, condition }))
}
