import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Article } from '#shared/evidence/article.ts'
import { contextLinks } from '#shared/prompts/context-links.ts'
import { ownRules, rules } from '#shared/prompts/rules/rules.ts'
import { createArticleLibrary } from './article-library.ts'

const runLength = 8
/** Runs with fewer words that are not numbers are figures, which may be the same. */
const leastWords = 6

/**
 * Every run of eight words in the summaries that the library was written from, as the first ten hexadecimal digits of
 * its SHA-256. The summaries themselves are another's words and can't be stored here.
 */
const sourceRuns = new Set(
  readFileSync(join(import.meta.dirname, 'testing/source-runs.txt'), 'utf8')
    .trim()
    .split('\n'),
)

function copiedRuns(text: string): string[] {
  const words =
    text
      .toLowerCase()
      .replaceAll('’', "'")
      .match(/[\p{L}\p{N}_']+/gu) ?? []
  return words
    .map((_, start) => words.slice(start, start + runLength))
    .filter((run) => run.length === runLength)
    .filter((run) => run.filter((word) => !/^[\d_]+$/.test(word)).length >= leastWords)
    .map((run) => run.join(' '))
    .filter((run) => sourceRuns.has(createHash('sha256').update(run).digest('hex').slice(0, 10)))
}

function proseOf({ effects, discrepancies, caveats, sections }: Article): string[] {
  return [
    ...effects.flatMap(({ claim, note = '' }) => [claim, note]),
    ...discrepancies.flatMap(({ summary, published, note = '' }) => [summary, published, note]),
    ...caveats,
    ...Object.values(sections).flat(),
  ]
}

const articles = createArticleLibrary(join(import.meta.dirname, '../../../../../assets/evidence')).all()

describe('the words of the library are our own', () => {
  it('and the check knows a sentence of a source when it sees one', () => {
    expect(sourceRuns.size).toBeGreaterThan(9000)
    // Words that the summaries and the library may share: the title of a study. Then the same with two words changed.
    expect(copiedRuns('Therapist empathy and client outcome: An updated meta-analysis')).toHaveLength(2)
    expect(copiedRuns('Therapist warmth and client outcome: An updated meta-review')).toEqual([])
  })

  it.each(articles)('$id has no run of eight words in common with a source', (article) => {
    expect(proseOf(article).flatMap(copiedRuns)).toEqual([])
  })

  it('and so are those of the rules and of the links in context', () => {
    const said = [
      ...[...rules, ...ownRules].flatMap(({ title, suggestion, cantTell }) => [title, suggestion, cantTell]),
      ...contextLinks.map(({ words }) => words),
    ]
    expect(said.flatMap(copiedRuns)).toEqual([])
  })
})
