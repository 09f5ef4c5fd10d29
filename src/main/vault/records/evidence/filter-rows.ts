import type { EvidenceFilters } from '#shared/evidence/evidence-item.ts'

/** Whether any filter is set. */
export function isNarrowed(filters: EvidenceFilters): boolean {
  return conditionsOf(filters).length > 0
}

/** The query for the rows that pass all filters, ordered by sort key. That index covers every filtered column. */
export function passingRows(filters: EvidenceFilters): { sql: string; parameters: object } {
  const conditions = conditionsOf(filters)
  const where = conditions.length === 0 ? '' : `WHERE ${conditions.map(({ sql }) => sql).join(' AND ')}`
  return {
    sql: `SELECT e.row FROM evidence_entries AS e INDEXED BY evidence_entries_by_sort_key ${where}
      ORDER BY e.sort_key, e.article_id`,
    parameters: Object.assign({}, ...conditions.map(({ parameters }) => parameters)) as object,
  }
}

interface Condition {
  readonly sql: string
  readonly parameters: object
}

const marks = 'SELECT 1 FROM evidence_marks WHERE article_id = e.article_id'

function conditionsOf(filters: EvidenceFilters): Condition[] {
  const { yearFrom, yearTo, leastStrength, origin } = filters
  return [
    anyOf(filters.topics, 'topic', (name) => `instr(e.topics, ' ' || ${name} || ' ')`),
    anyOf(filters.designs, 'design', (name) => `e.design = ${name}`),
    yearFrom === null ? null : { sql: 'e.year >= :yearFrom', parameters: { yearFrom } },
    yearTo === null ? null : { sql: 'e.year <= :yearTo', parameters: { yearTo } },
    leastStrength === null
      ? null
      : { sql: 'e.strength_order >= :leastStrength', parameters: { leastStrength } },
    origin === null ? null : { sql: 'e.origin = :origin', parameters: { origin } },
    only(filters.onlyDrafts, 'e.is_complete = 0'),
    only(filters.onlyBookmarked, `EXISTS (${marks} AND is_bookmarked = 1)`),
    only(filters.onlyUnread, `NOT EXISTS (${marks} AND read_at IS NOT NULL)`),
    only(filters.onlyWithNote, 'EXISTS (SELECT 1 FROM evidence_notes WHERE article_id = e.article_id)'),
  ].filter((condition) => condition !== null)
}

function only(isAsked: boolean, sql: string): Condition | null {
  return isAsked ? { sql, parameters: {} } : null
}

/** Matches any of several values, each as its own parameter. */
function anyOf(values: readonly string[], name: string, test: (name: string) => string): Condition | null {
  if (values.length === 0) return null
  const named = values.map((value, index) => [`${name}${index}`, value] as const)
  return {
    sql: `(${named.map(([key]) => test(`:${key}`)).join(' OR ')})`,
    parameters: Object.fromEntries(named),
  }
}
