import Database from 'better-sqlite3'
import { afterEach, expect } from 'vitest'
import { costlySteps } from './costly-steps.ts'

/** Statements that go through whole tables and should: which steps of theirs may, and why. */
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
    statement: /^SELECT 1 FROM \w+ WHERE instr\(.+ LIMIT 1$/,
    steps: /^SCAN/,
    because: 'After an erasure every row is searched for what was erased.',
  },
  {
    statement: /^SELECT [\w, ]+ FROM drafts$/,
    steps: /^SCAN/,
    because: 'Every draft is wanted: one for each session that somebody is in the middle of.',
  },
  {
    statement: /^SELECT [\w, ]+ FROM hand_over_drafts$/,
    steps: /^SCAN/,
    because: 'Every unfinished form is wanted: one for each that was handed over and not taken back.',
  },
  {
    statement: /^SELECT name FROM pragma_table_list /,
    steps: /TEMP B-TREE/,
    because: 'SQLite lists a few dozen tables.',
  },
  {
    statement: /^SELECT answer FROM known$/,
    steps: /^SCAN/,
    because: 'The database of the self-test has one row.',
  },
]

// It is called with its database below, never on its own.
// oxlint-disable-next-line typescript/unbound-method
const { prepare } = Database.prototype
const known = new Set<string>()
let found: string[] = []

/** The line of the code that prepares a statement, outside of the driver and of this file. */
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
  // What a test itself looks up is no statement of the vault's; the vault may still come to the same one.
  if (/\.test\.ts|\/testing\//.test(from)) known.delete(sql)
  else found.push(`${steps.join(', ')}: ${sql} ${from}`)
}

// Every test of the vault runs behind this: whatever the vault prepares is explained by SQLite, and a statement that
// goes through a whole table fails the test that came upon it.
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
