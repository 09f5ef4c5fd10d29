import type Database from 'better-sqlite3'
import { z } from 'zod'
import type {
  EvidenceFilters,
  EvidenceItem,
  EvidenceResult,
  EvidenceResults,
  SearchSlip,
} from '#shared/evidence/evidence-item.ts'
import { indexedParts } from './evidence-index.ts'
import { isNarrowed, passingRows } from './filter-rows.ts'
import { searchedWords, startOf } from '../full-text/match-expression.ts'
import { matchEnd, matchStart } from '../full-text/marked-text.ts'
import { matchesIn } from './matches-in.ts'
import { beginningsOf, lengthsLike, nearestWord, type IndexedWord } from './nearest-word.ts'
import { fieldWords, termsOf, type SearchTerm } from './search-terms.ts'

/**
 * Up to this many rows, each counted once per word, matches are ranked by the weight of their words (bm25). Words in
 * more summaries than that carry little weight; then matches are ordered by the best matching part, then by their order
 * in the index.
 */
const mostWeighed = 1_000

/** The index's columns from the most telling to all of them. Several words are rarely together in a title. */
const tiersFor = (words: number): readonly string[] => [
  ...(words > 2 ? [] : ['{title citation} : ']),
  '{title citation topic claim} : ',
  '',
]

const marked = `
  SELECT e.item, m.is_bookmarked, m.read_at, n.article_id IS NOT NULL AS has_note, e.row, e.effect_ids
  FROM evidence_entries AS e
  LEFT JOIN evidence_marks AS m ON m.article_id = e.article_id
  LEFT JOIN evidence_notes AS n ON n.article_id = e.article_id`

export const evidenceSearchQueries = {
  allEntries: `${marked} ORDER BY e.sort_key, e.article_id`,
  entriesByRow: `${marked} WHERE e.row IN (SELECT value FROM json_each(:rows))`,
  matchingRows: 'SELECT rowid FROM evidence_index WHERE evidence_index MATCH ?',
  matchCount: 'SELECT count(*) FROM evidence_index WHERE evidence_index MATCH ?',
  firstMatchingRows: 'SELECT rowid FROM evidence_index WHERE evidence_index MATCH ? LIMIT ?',
  rankedRows: 'SELECT rowid FROM evidence_index WHERE evidence_index MATCH ? ORDER BY rank',
  indexedWords: `SELECT term AS word, doc AS summaries FROM temp.evidence_words
    WHERE term >= :from AND term < :to AND length(term) BETWEEN :shortest AND :longest`,
} as const

/** The words of the index. The table is a view of it in memory and holds nothing of its own. */
const wordsTable = `
  CREATE VIRTUAL TABLE IF NOT EXISTS temp.evidence_words USING fts5vocab ('main', 'evidence_index', 'row')`

/** The words of the field, which can be meant although no summary has them: then it has what means the same. */
const wordsOfField = [...fieldWords].map((word): IndexedWord => ({ word, summaries: 0 }))

/** Sorts after every character that can follow in a word. */
const lastCharacter = '\u{10FFFF}'

/** Further words of a long query are never corrected, so that a pasted text costs no more than a sentence. */
const mostCorrected = 8

function expressionOf(terms: readonly SearchTerm[]): string | null {
  if (terms.length === 0) return null
  return terms.map(({ alternatives }) => `(${alternatives.map(startOf).join(' OR ')})`).join(' AND ')
}

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
const textsRow = z.strictObject({
  row: z.int(),
  title: z.string(),
  citation: z.string(),
  topic: z.string(),
  claim: z.string(),
  body: z.string(),
  note: z.string(),
})

const indexedWord = z.strictObject({ word: z.string(), summaries: z.int() })

/** The query, and which page of its results. */
export interface EvidenceQuery {
  readonly query: string
  readonly filters: EvidenceFilters
  readonly limit: number
  readonly offset: number
}

/** Searches and lists the summaries in the index. */
export function createIndexSearch(db: Database.Database, noteText: (id: string) => string | null) {
  const all = db.prepare(evidenceSearchQueries.allEntries)
  const byRow = db.prepare(evidenceSearchQueries.entriesByRow)
  const numbers = (sql: string) => {
    const statement = db.prepare(sql).pluck()
    // A rowid is always an integer; checking thousands would take longer than the search.
    return (...parameters: unknown[]) => statement.all(...parameters) as number[]
  }
  const matching = numbers(evidenceSearchQueries.matchingRows)
  const firstMatching = numbers(evidenceSearchQueries.firstMatchingRows)
  const matchCount = numbers(evidenceSearchQueries.matchCount)
  const ranked = numbers(evidenceSearchQueries.rankedRows)
  const texts = db.prepare(
    `SELECT rowid AS row, ${columns} FROM evidence_index
     WHERE evidence_index MATCH :match AND +rowid IN (SELECT value FROM json_each(:rows))`,
  )

  /** The rows that pass the filters, ordered by sort key. */
  const passing = (filters: EvidenceFilters): number[] => {
    const { sql, parameters } = passingRows(filters)
    return numbers(sql)(parameters)
  }

  /**
   * Rows of the best tiers first, at least `most` of them if there are that many. `all` are all matching rows, if they
   * are known.
   */
  const byTier = (
    terms: readonly SearchTerm[],
    most: number,
    among: ReadonlySet<number> | null,
    all: readonly number[] | null,
  ): number[] => {
    const rows = new Set<number>()
    for (const tier of tiersFor(terms.length)) {
      if (rows.size >= most) break
      const inTier = `${tier}(${expressionOf(terms)})`
      const known = tier === '' ? all : null
      const found = known ?? (among === null ? firstMatching(inTier, most) : matching(inTier))
      for (const row of found) if (among?.has(row) ?? true) rows.add(row)
    }
    return [...rows]
  }

  const findTerms = (terms: readonly SearchTerm[], { filters, limit, offset }: EvidenceQuery) => {
    const match = expressionOf(terms)
    const page = (rows: readonly number[]) => rows.slice(offset, offset + limit)
    if (match === null) {
      const rows = passing(filters)
      return { match, total: rows.length, rows: page(rows) }
    }
    const among = isNarrowed(filters) ? new Set(passing(filters)) : null
    // The index looks for every word at each query. With several words the tiers usually need all matches, so one query
    // gives both them and their number.
    const all = among !== null || terms.length > 2 ? matching(match) : null
    const count = all?.length ?? matchCount(match)[0] ?? 0
    const total = among === null || all === null ? count : all.filter((row) => among.has(row)).length
    const phrases = terms.reduce((sum, { alternatives }) => sum + alternatives.length, 0)
    if (count * phrases > mostWeighed) {
      return { match, total, rows: page(byTier(terms, offset + limit, among, all)) }
    }
    return { match, total, rows: page(ranked(match).filter((row) => among?.has(row) ?? true)) }
  }

  /** Words that begin no word of the index and none of the field, each with the one that is close to it. */
  const slipsIn = (words: readonly string[]): SearchSlip[] => {
    const unknown = words
      .slice(0, mostCorrected)
      .filter((word) => !fieldWords.has(word) && firstMatching(startOf(word), 1).length === 0)
    if (unknown.length === 0) return []
    db.exec(wordsTable)
    const beginningWith = db.prepare(evidenceSearchQueries.indexedWords)
    return unknown.flatMap((word) => {
      const typed = withoutMarks(word)
      const close = beginningsOf(typed).flatMap((from) =>
        z
          .array(indexedWord)
          .parse(beginningWith.all({ from, to: from + lastCharacter, ...lengthsLike(typed) })),
      )
      const read = nearestWord(typed, [...close, ...wordsOfField])
      return read === null ? [] : [{ typed: word, read }]
    })
  }

  const find = (query: EvidenceQuery) => {
    const words = searchedWords(query.query)
    const asTyped = { ...findTerms(termsOf(words), query), instead: [] }
    if (asTyped.total > 0) return asTyped
    const instead = slipsIn(words)
    if (instead.length === 0) return asTyped
    const corrected = words.map((word) => instead.find(({ typed }) => typed === word)?.read ?? word)
    const asMeant = { ...findTerms(termsOf(corrected), query), instead }
    return asMeant.total > 0 ? asMeant : asTyped
  }

  return {
    list: (): EvidenceItem[] => all.all().map((row) => toItem(itemRow.parse(row))),
    search: (query: EvidenceQuery): EvidenceResults => {
      const { match, total, rows, instead } = find(query)
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
      return { total, results, instead }
    },
  }
}

/** A word without accents, as the index holds it. */
function withoutMarks(word: string): string {
  return word.normalize('NFD').replaceAll(/\p{M}/gu, '')
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
  // Attune wrote this JSON, and the contract's schema checks it before it leaves the process.
  const unmarked = JSON.parse(item) as Omit<EvidenceItem, 'isBookmarked' | 'readAt' | 'hasNote'>
  return { ...unmarked, isBookmarked: bookmark === 1, readAt, hasNote: hasNote === 1 }
}
