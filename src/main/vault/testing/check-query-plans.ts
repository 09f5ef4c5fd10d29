import Database from 'better-sqlite3'
import { afterEach, expect } from 'vitest'
import { costlySteps } from './costly-steps.ts'

/** Statements that may read whole tables: which of their steps may, and why. */
const allowed: readonly { statement: RegExp; steps: RegExp; because: string }[] = [
  {
    statement: /^SELECT count\(\*\) FROM "\w+"$/,
    steps: /^SCAN/,
    because: 'A backup and a migration count every row of every table.',
  },
  {
    statement: /^SELECT \* FROM "\w+" +ORDER BY [\w, ]+$/,
    steps: /^SCAN|TEMP B-TREE/,
    because: 'An archive holds every row of every table, in an order of its own.',
  },
  {
    statement: /^SELECT \* FROM "\w+" WHERE .+ ORDER BY [\w, ]+$/,
    steps: /TEMP B-TREE/,
    because: 'A client’s export sorts the rows of one client, which an index has found.',
  },
  {
    statement: /^SELECT r\.instrument_id, .+ WHERE s\.client_id = \? GROUP BY 1, 2, 3, 4$/s,
    steps: /TEMP B-TREE/,
    because: 'The preview of an export groups the forms of one client, which an index has found.',
  },
  {
    statement: /^SELECT 1 FROM \w+ WHERE instr\(.+ LIMIT 1$/,
    steps: /^SCAN/,
    because: 'After an erasure every row is searched for the erased text.',
  },
  {
    statement: /^SELECT [\w, ]+ FROM drafts$/,
    steps: /^SCAN/,
    because: 'It reads every draft: one for each unfinished session.',
  },
  {
    statement: /^SELECT [\w, ]+ FROM hand_over_drafts$/,
    steps: /^SCAN/,
    because: 'It reads every form that was handed over and not taken back.',
  },
  {
    statement: /^SELECT name FROM pragma_table_list /,
    steps: /TEMP B-TREE/,
    because: 'SQLite lists a few dozen tables.',
  },
  {
    statement: /^SELECT name, sql FROM sqlite_schema /,
    steps: /^SCAN/,
    because:
      'A restore reads the triggers of a schema that has a few dozen parts, and SQLite has no index of them.',
  },
  {
    statement: /^SELECT vault_key FROM earlier_keys |^SELECT id, at, is_kept FROM erased_clients /,
    steps: /^SCAN/,
    because: 'It reads every key that a re-encryption replaced, and every erased client: a few rows.',
  },
  {
    statement: /^DELETE FROM score_layouts WHERE NOT EXISTS /,
    steps: /^SCAN score_layouts$/,
    because: 'It reads every layout: one for each combination of forms that sessions have.',
  },
  {
    statement: /^SELECT e\.row FROM note_index AS i JOIN note_entries AS e /,
    steps: /TEMP B-TREE/,
    because: 'A search sorts the sessions that the full-text index has found by their date.',
  },
  {
    statement: /^SELECT answer FROM known$/,
    steps: /^SCAN/,
    because: 'The database of the self-test has one row.',
  },
]

// `check` and `explained` always call it with its database.
// oxlint-disable-next-line typescript/unbound-method
const { prepare } = Database.prototype
const known = new Set<string>()
let found: string[] = []

/** The line of code that prepares a statement. Skips the driver and this file. */
function caller(): string {
  const lines = (new Error('for its stack').stack ?? '').split('\n').slice(1)
  const line = lines.find((text) => !text.includes('node_modules') && !text.includes(import.meta.filename))
  return line?.trim() ?? ''
}

function check(db: Database.Database, sql: string): void {
  if (known.has(sql)) return
  known.add(sql)
  const exception = allowed.find(({ statement }) => statement.test(sql.trim()))
  const steps = costlySteps(sql, (text) => prepare.call(db, text)).filter(
    (step) => exception === undefined || !exception.steps.test(step),
  )
  if (steps.length === 0) return
  const from = caller()
  // Skips statements that a test itself runs; the vault may still prepare the same one later.
  if (/\.test\.ts|\/testing\//.test(from)) known.delete(sql)
  else found.push(`${steps.join(', ')}: ${sql} ${from}`)
}

// Every test of the vault runs with this: SQLite explains each statement that the vault prepares. A statement that
// reads a whole table fails the test that ran it.
Database.prototype.prepare = function explained(this: Database.Database, sql: string) {
  const statement = prepare.call(this, sql)
  check(this, sql)
  return statement
  // The driver's type is generic in the parameters and rows of a statement, which pass through here unchanged.
} as typeof prepare

afterEach(() => {
  const statements = found.join('\n')
  found = []
  expect(statements, 'statements that go through a whole table').toBe('')
})
