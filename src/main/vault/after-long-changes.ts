import type Database from 'better-sqlite3'
import { AppError } from '#shared/contract/result.ts'
import { longChangeOver } from './database/ongoing-change.ts'

type Handler = (input: unknown) => unknown
type HandlersByFeature = Readonly<Record<string, Readonly<Record<string, Handler>>>>

/** What is served while a long change is under way: none of them reads or writes the database. */
const servedMeanwhile: ReadonlySet<string> = new Set(['reading.cancel', 'reading.progress', 'vault.status'])

/**
 * Lets each handler wait until a long change of the database is over, because it would see what is not committed, or get
 * into the transaction. A vault that was closed meanwhile answers `not-available`.
 */
export function afterLongChanges<H extends object>(handlers: H, database: () => Database.Database | null): H {
  // A handler keeps its input and its answer; iterating over the names loses its type.
  const given = handlers as unknown as HandlersByFeature
  const waiting = Object.entries(given).map(([feature, operations]) => [
    feature,
    Object.fromEntries(
      Object.entries(operations).map(([name, handler]) => [
        name,
        servedMeanwhile.has(`${feature}.${name}`) ? handler : waitingHandler(handler, database),
      ]),
    ),
  ])
  return Object.fromEntries(waiting) as H
}

function waitingHandler(handler: Handler, database: () => Database.Database | null): Handler {
  const afterwards = async (
    input: unknown,
    db: Database.Database,
    first: Promise<void>,
  ): Promise<unknown> => {
    for (let over: Promise<void> | null = first; over !== null; over = longChangeOver(db)) await over
    if (!db.open) throw new AppError('not-available')
    return handler(input)
  }
  return (input) => {
    const db = database()
    const over = db === null ? null : longChangeOver(db)
    return db === null || over === null ? handler(input) : afterwards(input, db, over)
  }
}
