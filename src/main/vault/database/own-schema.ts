import Database from 'better-sqlite3'
import { migrate, migrations } from './migrations/migrations.ts'

/** Triggers run and views answer by themselves; a virtual table runs the code of its module. */
const isActive = `type IN ('trigger', 'view') OR sql LIKE 'CREATE VIRTUAL TABLE%'`
const activeParts = `SELECT name, sql FROM sqlite_schema WHERE ${isActive}`

function activePartsOf(db: Database.Database): string {
  const parts = db
    .prepare(activeParts)
    .raw()
    .all()
    .map((part) => JSON.stringify(part))
  return parts.toSorted().join('\n')
}

/**
 * Whether every trigger, view and virtual table of a database is one that the migrations up to its version make. A
 * database from elsewhere could have its own: a trigger that changes what is written, or a view in a table's place.
 */
export function hasOnlyOwnParts(db: Database.Database): boolean {
  const version = Number(db.pragma('user_version', { simple: true }))
  const own = new Database(':memory:')
  try {
    migrate(
      own,
      migrations.filter((step) => step.version <= version),
    )
    return activePartsOf(db) === activePartsOf(own)
  } finally {
    own.close()
  }
}
