import type Database from 'better-sqlite3'
import { z } from 'zod'
import type { EvidenceFilters, EvidenceItem, EvidenceResult } from '#shared/evidence/evidence-item.ts'
import { indexedParts } from './evidence-index.ts'
import { matchExpression } from './match-expression.ts'
import { matchEnd, matchStart, matchesIn } from './matches-in.ts'

/**
 * Up to so many matches are ranked by how much their words tell of them (bm25). Words that more summaries have
 * tell next to nothing: there the better part counts, then the order in the index.
 */
const mostRanked = 1_500

/** From the words that say most about a summary to all of them. */
const tiers = [
  '{title citation} : ',
  '{title citation topic} : ',
  '{title citation topic claim} : ',
  '',
] as const

const passing = `
  (:topics IS NULL OR EXISTS (SELECT 1 FROM json_each(:topics) WHERE instr(e.topics, ' ' || value || ' ')))
  AND (:designs IS NULL OR e.design IN (SELECT value FROM json_each(:designs)))
  AND (:yearFrom IS NULL OR e.year >= :yearFrom)
  AND (:yearTo IS NULL OR e.year <= :yearTo)
  AND (:leastStrength IS NULL OR e.strength_order >= :leastStrength)
  AND (:origin IS NULL OR e.origin = :origin)
  AND (:onlyDrafts = 0 OR e.is_complete = 0)
  AND (:onlyBookmarked = 0 OR EXISTS
    (SELECT 1 FROM evidence_marks WHERE article_id = e.article_id AND is_bookmarked = 1))
  AND (:onlyUnread = 0 OR NOT EXISTS
    (SELECT 1 FROM evidence_marks WHERE article_id = e.article_id AND read_at IS NOT NULL))
  AND (:onlyWithNote = 0 OR EXISTS (SELECT 1 FROM evidence_notes WHERE article_id = e.article_id))`

// By its sort key: that index holds all that a filter looks at.
const entries = 'evidence_entries AS e INDEXED BY evidence_entries_by_sort_key'
// The plus keeps the match in the lead: looking each row up by its number would match anew for every row.
const alsoPassing = `AND +rowid IN (SELECT e.row FROM ${entries} WHERE ${passing})`

const marked = `
  SELECT e.item, m.is_bookmarked, m.read_at, n.article_id IS NOT NULL AS has_note, e.row, e.effect_ids
  FROM evidence_entries AS e
  LEFT JOIN evidence_marks AS m ON m.article_id = e.article_id
  LEFT JOIN evidence_notes AS n ON n.article_id = e.article_id`

export const evidenceSearchQueries = {
  allEntries: `${marked} ORDER BY e.sort_key, e.article_id`,
  entriesByRow: `${marked} WHERE e.row IN (SELECT value FROM json_each(:rows))`,
} as const

const columns = indexedParts
  .map(
    (part, column) =>
      `highlight(evidence_index, ${column}, char(${matchStart}), char(${matchEnd})) AS ${part}`,
  )
  .join(', ')

const itemRow = z.strictObject({
  item: z.string(),
  is_bookmarked: z.int().nullable(),
  read_at: z.string().nullable(),
  has_note: z.int(),
  row: z.int(),
  effect_ids: z.string(),
})
const rowNumbers = z.array(z.int())
const textsRow = z.strictObject({
  row: z.int(),
  title: z.string(),
  citation: z.string(),
  topic: z.string(),
  claim: z.string(),
  body: z.string(),
  note: z.string(),
})

/** What is looked for, and which stretch of what is found. */
export interface EvidenceQuery {
  readonly query: string
  readonly filters: EvidenceFilters
  readonly limit: number
  readonly offset: number
}

/** Finds summaries in the index, and lists them. */
export function createIndexSearch(db: Database.Database, noteText: (id: string) => string | null) {
  const all = db.prepare(evidenceSearchQueries.allEntries)
  const byRow = db.prepare(evidenceSearchQueries.entriesByRow)
  const numbers = (sql: string) => {
    const statement = db.prepare(sql).pluck()
    return (parameters: object) => rowNumbers.parse(statement.all(parameters))
  }
  const listed = {
    count: numbers(`SELECT count(*) FROM ${entries} WHERE ${passing}`),
    rows: numbers(
      `SELECT e.row FROM ${entries} WHERE ${passing} ORDER BY e.sort_key, e.article_id LIMIT :limit OFFSET :offset`,
    ),
  }
  const matchQueries = (also: string) => {
    const from = `FROM evidence_index WHERE evidence_index MATCH :match ${also}`
    return {
      count: numbers(`SELECT count(*) ${from}`),
      ranked: numbers(`SELECT rowid ${from} ORDER BY rank LIMIT :limit OFFSET :offset`),
      inOrder: numbers(`SELECT rowid ${from} LIMIT :most`),
    }
  }
  const everywhere = matchQueries('')
  const filtered = matchQueries(alsoPassing)
  const texts = db.prepare(
    `SELECT rowid AS row, ${columns} FROM evidence_index
     WHERE evidence_index MATCH :match AND +rowid IN (SELECT value FROM json_each(:rows))`,
  )

  const find = ({ query, filters, limit, offset }: EvidenceQuery) => {
    const match = matchExpression(query)
    const parameters = { ...parametersOf(filters), limit, offset }
    if (match === null) {
      return { match, total: listed.count(parameters)[0] ?? 0, rows: listed.rows(parameters) }
    }
    const isNarrowed = Object.values(filters).some((filter) => !isOpen(filter))
    const queries = isNarrowed ? filtered : everywhere
    const ask = isNarrowed ? { ...parametersOf(filters), match } : { match }
    const total = queries.count(ask)[0] ?? 0
    if (total <= mostRanked) return { match, total, rows: queries.ranked({ ...ask, limit, offset }) }
    const rows = new Set<number>()
    for (const tier of tiers) {
      if (rows.size >= offset + limit) break
      const most = offset + limit
      for (const row of queries.inOrder({ ...ask, match: `${tier}(${match})`, most })) rows.add(row)
    }
    return { match, total, rows: [...rows].slice(offset, offset + limit) }
  }

  return {
    list: (): EvidenceItem[] => all.all().map((row) => toItem(itemRow.parse(row))),
    search: (query: EvidenceQuery): { total: number; results: EvidenceResult[] } => {
      const { match, total, rows } = find(query)
      const asked = JSON.stringify(rows)
      const found = new Map(
        byRow.all({ rows: asked }).map((raw) => {
          const row = itemRow.parse(raw)
          return [row.row, row]
        }),
      )
      const marks = new Map(
        match === null
          ? []
          : texts.all({ match, rows: asked }).map((raw) => {
              const row = textsRow.parse(raw)
              return [row.row, row]
            }),
      )
      const results = rows.flatMap((number): EvidenceResult[] => {
        const row = found.get(number)
        if (row === undefined) return []
        const item = toItem(row)
        const highlighted = marks.get(number)
        if (highlighted === undefined) return [{ item, matches: [] }]
        const note = item.hasNote ? noteText(item.id) : null
        return [{ item, matches: matchesIn(highlighted, effectIdsOf(row), note) }]
      })
      return { total, results }
    },
  }
}

function isOpen(filter: EvidenceFilters[keyof EvidenceFilters]): boolean {
  return filter === null || filter === false || (Array.isArray(filter) && filter.length === 0)
}

function parametersOf(filters: EvidenceFilters) {
  const list = (values: readonly string[]) => (values.length === 0 ? null : JSON.stringify(values))
  return {
    topics: list(filters.topics),
    designs: list(filters.designs),
    yearFrom: filters.yearFrom,
    yearTo: filters.yearTo,
    leastStrength: filters.leastStrength,
    origin: filters.origin,
    onlyDrafts: Number(filters.onlyDrafts),
    onlyBookmarked: Number(filters.onlyBookmarked),
    onlyUnread: Number(filters.onlyUnread),
    onlyWithNote: Number(filters.onlyWithNote),
  }
}

function effectIdsOf({ effect_ids: ids }: z.output<typeof itemRow>): string[] {
  return z.array(z.string()).parse(JSON.parse(ids))
}

function toItem({
  item,
  is_bookmarked: bookmark,
  read_at: readAt,
  has_note: hasNote,
}: z.output<typeof itemRow>) {
  // It was written by us, and the contract's schema looks at it before it leaves the process.
  const unmarked = JSON.parse(item) as Omit<EvidenceItem, 'isBookmarked' | 'readAt' | 'hasNote'>
  return { ...unmarked, isBookmarked: bookmark === 1, readAt, hasNote: hasNote === 1 }
}
