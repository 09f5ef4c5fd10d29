import type { Migration } from './migration.ts'

const changes = { INSERT: ['new'], UPDATE: ['old', 'new'], DELETE: ['old'] } as const
type Change = keyof typeof changes
const everyChange: readonly Change[] = ['INSERT', 'UPDATE', 'DELETE']

/** A table whose changes remove gists, and which of them, by the changed row. */
interface Watched {
  readonly table: string
  readonly outdated: (row: 'new' | 'old') => string
  readonly by?: readonly Change[]
}

const ofItsClient: Watched['outdated'] = (row) => `client_id = ${row}.client_id`
const everyGist: Watched['outdated'] = () => 'true'

const watched: readonly Watched[] = [
  ...['sessions', 'session_scores', 'client_leads', 'outcome_baselines'].map((table) => ({
    table,
    outdated: ofItsClient,
  })),
  {
    table: 'responses',
    outdated: (row) => `client_id = (SELECT client_id FROM sessions WHERE id = ${row}.session_id)`,
  },
  ...['instruments', 'packs'].map((table) => ({ table, outdated: everyGist })),
  // No gist rests on a layout that is new or that no session has any more.
  { table: 'score_layouts', outdated: everyGist, by: ['UPDATE'] },
  { table: 'vault_settings', outdated: (row) => `${row}.name IN ('rule-parameters', 'scale-descriptions')` },
]

const triggers = watched.flatMap(({ table, outdated, by = everyChange }) =>
  by.map((change) => {
    const name = `${table}_${change.toLowerCase()}_outdates_gists`
    const deletions = changes[change].map((row) => `DELETE FROM client_gists WHERE ${outdated(row)};`)
    return {
      name,
      up: `CREATE TRIGGER ${name} AFTER ${change} ON ${table} BEGIN ${deletions.join(' ')} END;`,
    }
  }),
)

/**
 * What each client's ratings and notes come to for Today and Clients, so that these screens need not read all scores.
 * Derived data: a missing gist is worked out again.
 *
 * `made_of` is a digest of what a gist rests on outside of the database: the rules, their parameters and the instruments
 * that come with Attune. What it rests on inside is watched by triggers, so that no change can leave an old gist behind,
 * whatever code makes it. The spread pooled over all clients is neither: each gist names the one that it was judged by.
 * `course` is read only to judge it by another one.
 */
export const clientGists: Migration = {
  version: 370,
  up: `
    CREATE TABLE client_gists (
      client_id TEXT PRIMARY KEY REFERENCES clients (id) ON DELETE CASCADE,
      made_of TEXT NOT NULL,
      gist TEXT NOT NULL,
      course TEXT NOT NULL
    ) STRICT;
    ${triggers.map(({ up }) => up).join('\n    ')}
  `,
}

/** What takes this step back, for tests of vaults by an earlier Attune. */
export const clientGistsGone = [
  ...triggers.map(({ name }) => `DROP TRIGGER ${name};`),
  'DROP TABLE client_gists;',
].join(' ')
