import type Database from 'better-sqlite3'
import { addEarlierKeys, earlierKeysOf } from '../database/earlier-keys.ts'
import { isOutdated } from '../database/open-database.ts'
import { createErasedClients } from '../records/erased-clients.ts'

/**
 * Lets a restored database know which clients were erased from the one that it replaces, and which earlier keys open
 * its copies. Both need the current schema; one of an older schema knows of nothing.
 */
export function carryErasures(from: Database.Database, to: Database.Database): void {
  if (isOutdated(from)) return
  createErasedClients(to).learn(createErasedClients(from).all())
  addEarlierKeys(to, earlierKeysOf(from))
}
