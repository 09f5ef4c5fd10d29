import type Database from 'better-sqlite3'

const isExplained = /^\s*(?:SELECT|INSERT|UPDATE|DELETE|REPLACE|WITH)\b/i

/**
 * Returns the steps of a statement's plan that read a whole table without an index, or sort rows that an index could
 * order. Empty for statements without a plan, such as a pragma.
 */
export function costlySteps(
  sql: string,
  prepare: (sql: string) => Pick<Database.Statement, 'all'>,
): string[] {
  if (!isExplained.test(sql)) return []
  const rows = prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...parametersOf(sql))
  // The driver has no type for rows; `detail` holds the text of a plan's step.
  const steps = rows.map((row) => (row as { detail: string }).detail)
  return steps.filter(
    (step) =>
      (step.startsWith('SCAN') && !/INDEX|CONSTANT ROW/.test(step)) || step.includes('USE TEMP B-TREE'),
  )
}

/** An empty text for every parameter of a statement, named or not. */
function parametersOf(sql: string): unknown[] {
  const withoutTexts = sql.replaceAll(/'(?:[^']|'')*'/g, "''")
  const names = [...withoutTexts.matchAll(/[:@$](\w+)/g)].map(([, name]) => [name, ''])
  return names.length > 0
    ? [Object.fromEntries(names)]
    : Array<string>(withoutTexts.split('?').length - 1).fill('')
}
