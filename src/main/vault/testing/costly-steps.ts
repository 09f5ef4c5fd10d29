import type Database from 'better-sqlite3'

const isExplained = /^\s*(?:SELECT|INSERT|UPDATE|DELETE|REPLACE|WITH)\b/i

/**
 * The steps of a statement's plan that go through a whole table without an index, or sort what an index could give
 * in order. Empty for what has no plan, such as a pragma.
 */
export function costlySteps(
  sql: string,
  prepare: (sql: string) => Pick<Database.Statement, 'all'>,
): string[] {
  if (!isExplained.test(sql)) return []
  const rows = prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...parametersOf(sql))
  // The driver types no row; a step of a plan has its words in `detail`.
  const steps = rows.map((row) => (row as { detail: string }).detail)
  return steps.filter(
    (step) =>
      (step.startsWith('SCAN') && !/INDEX|CONSTANT ROW/.test(step)) || step.includes('USE TEMP B-TREE'),
  )
}

/** An empty text for every parameter of a statement, whether they have names or not. */
function parametersOf(sql: string): unknown[] {
  const withoutTexts = sql.replaceAll(/'(?:[^']|'')*'/g, "''")
  const names = [...withoutTexts.matchAll(/[:@$](\w+)/g)].map(([, name]) => [name, ''])
  return names.length > 0
    ? [Object.fromEntries(names)]
    : Array<string>(withoutTexts.split('?').length - 1).fill('')
}
