import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Article } from '#shared/evidence/article.ts'
import { evidenceFiltersSchema } from '#shared/evidence/evidence-item.ts'
import { topicIdSchema } from '#shared/evidence/topics.ts'
import { createDatabase } from '#vault/database/open-database.ts'
import { createEvidenceIndex } from '#vault/records/evidence/evidence-index.ts'
import { createEvidenceRepository } from '#vault/records/evidence/evidence.repository.ts'
import { createIndexSearch } from '#vault/records/evidence/search-index.ts'
import { createRandom } from '#shared/sample/random.ts'
import { median, percentile, timesOf, type Figure } from './statistics.ts'

const articleCount = 5_000
const goalMilliseconds = 5
const rounds = 40
const syllables =
  'ba be bi bo da de di do ka ke ki ko la le li lo ma me mi mo na ne ni no ra re ri ro sa se si so'.split(' ')

/** Makes words that are as unevenly common as in a language, the same ones in each run. */
function createWriter() {
  const { fraction: random } = createRandom('evidence')
  const pick = <T>(list: readonly T[], share: number): T => {
    const found = list[Math.floor(share * list.length)]
    if (found === undefined) throw new Error('nothing to pick from')
    return found
  }
  const word = () =>
    Array.from({ length: 2 + Math.floor(random() * 3) }, () => pick(syllables, random())).join('')
  const words = Array.from({ length: 8_000 }, word)
  const text = (length: number) => Array.from({ length }, () => pick(words, random() ** 3)).join(' ')
  return { words, text, topic: () => pick(topicIdSchema.options, random()) }
}

function articleOf({ text, topic }: ReturnType<typeof createWriter>, index: number): Article {
  const paragraphs = () => [text(60), text(60)]
  return {
    id: `bench-${index}`,
    title: text(12),
    citation: text(25),
    shortCitation: `${text(2)} ${index}`,
    authors: [text(1), text(1)],
    year: 1990 + (index % 35),
    journal: text(3),
    missing: ['doi', 'month of the summary'],
    topics: [topic()],
    design: 'longitudinal',
    sample: { clients: index + 1 },
    effects: Array.from({ length: 4 }, (_, number) => ({
      id: `finding-${number}`,
      claim: text(18),
      statistic: 'direction',
      reportedIn: 'summary',
    })),
    discrepancies: [],
    caveats: [text(20)],
    checked: { doi: false, abstract: false },
    source: { publication: text(3) },
    sections: {
      inBrief: paragraphs(),
      whatWasFound: paragraphs(),
      inPractice: paragraphs(),
      keepInMind: paragraphs(),
    },
  }
}

/** The word with its last two letters swapped. */
const slipIn = (word: string): string => `${word.slice(0, -2)}${word.slice(-1)}${word.slice(-2, -1)}`

/** Times searches of 5,000 summaries in an encrypted vault, each beside a plain scan of the same texts. */
export function benchEvidence(): Figure[] {
  const folder = mkdtempSync(join(tmpdir(), 'attune-bench-'))
  const db = createDatabase(join(folder, 'bench.db'), randomBytes(32))
  try {
    const writer = createWriter()
    const index = createEvidenceIndex(db)
    const repository = createEvidenceRepository(db)
    const search = createIndexSearch(db, () => null)
    db.transaction(() => {
      for (let number = 0; number < articleCount; number += 1) {
        const article = articleOf(writer, number)
        repository.putOwn({ article, revision: 1, savedAt: '2026-01-01T00:00:00.000Z' })
        index.put({ article, origin: 'own', note: null, fingerprint: 'bench' })
      }
    })()
    const filters = evidenceFiltersSchema.parse({})
    const scan = db.prepare('SELECT count(*) FROM own_articles WHERE content LIKE ?').pluck()
    const { words } = writer
    const queries = {
      'one letter': 'b',
      'two letters': 'ba',
      'the most common word': words[0] ?? '',
      'two common words': `${words[40]} ${words[90]}`,
      'a word of some': words[2_000] ?? '',
      'a rare word': words[7_900] ?? '',
      'four words': `${words[1]} ${words[5]} ${words[60]} ${words[200]}`,
      'nothing found': 'xylophone',
    }
    const figures = Object.entries(queries).flatMap(([name, query]): Figure[] => {
      const times = timesOf(() => search.search({ query, filters, limit: 30, offset: 0 }), rounds)
      const floor = { name: 'plain scan', value: median(timesOf(() => scan.get(`%${query}%`), rounds)) }
      const isMet = (value: number) => value <= goalMilliseconds
      const goal = (value: number) => ({ words: `at most ${goalMilliseconds} ms`, isMet: isMet(value) })
      const [middle, high] = [median(times), percentile(times, 0.95)]
      return [
        { name: `search 5,000: ${name}`, value: middle, unit: 'ms', beside: floor, goal: goal(middle) },
        { name: `search 5,000: ${name}, p95`, value: high, unit: 'ms', goal: goal(high) },
      ]
    })
    const narrowed = evidenceFiltersSchema.parse({ topics: ['alliance'], yearFrom: 2000 })
    const filtered = timesOf(
      () => search.search({ query: 'ba', filters: narrowed, limit: 30, offset: 0 }),
      rounds,
    )
    const slip = slipIn(words[2_000] ?? '')
    const forgiven = timesOf(() => search.search({ query: slip, filters, limit: 30, offset: 0 }), rounds)
    const listed = timesOf(() => search.list(), rounds)
    return [
      ...figures,
      { name: 'search 5,000: two letters, by topic and year', value: median(filtered), unit: 'ms' },
      { name: 'search 5,000: a word with a slip', value: median(forgiven), unit: 'ms' },
      { name: 'list 5,000', value: median(listed), unit: 'ms' },
    ]
  } finally {
    db.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
