import type Database from 'better-sqlite3'
import { tablesBelow } from '../../database/tables-below.ts'

/** Tables whose rows an import makes, or that are worked out from others. */
const ofImportOfSession: ReadonlySet<string> = new Set([
  'sessions',
  'responses',
  'note_entries',
  'risk_answers',
])
const ofImportOfClient: ReadonlySet<string> = new Set([
  'clients',
  'client_gists',
  'own_spreads',
  'session_scores',
])

/**
 * Finds out whether somebody has worked with a session, or with a client without sessions: whether any row belongs to
 * them that an import doesn't make. Follows the schema's foreign keys, so a table added later counts.
 */
export function createLaterTraces(db: Database.Database) {
  const existsIn = (table: string, condition: string) =>
    db.prepare(`SELECT EXISTS (SELECT 1 FROM ${table} WHERE ${condition})`).pluck()
  const ofRoot = (root: 'clients' | 'sessions', made: ReadonlySet<string>) =>
    tablesBelow(db, root)
      .filter(({ name }) => !made.has(name))
      .map(({ name, condition }) => existsIn(name, condition))
  const ofSession = [
    ...ofRoot('sessions', ofImportOfSession),
    existsIn('risk_answers', 'session_id = ? AND acknowledged_at IS NOT NULL'),
    existsIn('drafts', 'session_id = ?'),
    existsIn('form_drafts', 'subject = ?'),
    existsIn('form_drafts', 'subject IN (SELECT id FROM risk_answers WHERE session_id = ?)'),
  ]
  const ofClient = ofRoot('clients', ofImportOfClient)
  const answeredPrompt = existsIn('prompt_answers', 'client_id = ? AND session_number = ?')
  const halfDismissed = existsIn(
    'form_drafts',
    `form = 'prompt-dismissal' AND client_id = ? AND subject LIKE '% ' || CAST(? AS INTEGER)`,
  )
  const isAny = (statements: readonly Database.Statement[], id: string): boolean =>
    statements.some((statement) => statement.get(id) === 1)
  return {
    isWorkedWith: ({ id, clientId, number }: { id: string; clientId: string; number: number }): boolean =>
      isAny(ofSession, id) ||
      [answeredPrompt, halfDismissed].some((statement) => statement.get(clientId, number) === 1),
    hasMore: (clientId: string): boolean => isAny(ofClient, clientId),
  }
}
