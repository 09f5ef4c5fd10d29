import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { americanEntry } from '#shared/i18n/american-study.ts'
import type { Article } from '#shared/evidence/article.ts'
import type { EvidenceEntry } from '#shared/evidence/evidence-item.ts'
import { topics } from '#shared/evidence/topics.ts'
import { inAmerican } from '#shared/i18n/american.ts'
import { app } from '#shared/i18n/en/app.ts'
import { files } from '#shared/i18n/en/files.ts'
import { english } from '#shared/i18n/en/index.ts'
import { createArticleLibrary } from '#vault/records/evidence/article-library.ts'

const repository = join(import.meta.dirname, '../..')

// Endings and words that Britain writes differently from America, with the words that only look like them.
const british =
  /\b(?!(?:your|yours|four|hour|hours|our|ours|pour|pouring|tour|raise\w*|rise\w*|rising|arise\w*|arising|otherwise|likewise|exercise\w*|exercising|advise\w*|advising|supervise\w*|supervising|revise\w*|promise\w*|promising|precise|surprise\w*|surprising|compromise\w*|wise|noise|called|calling|filled|filling|falling|pulled|spelled|spelling|smaller|installer|teller|seller|controlled|controlling|installed|installing|killed|rolled|told|telling|selling|analyses|skilled)\b)(?:\w+(?:our|ours|oured|ouring|ourable|oural|ourally|ise|ised|ises|ising|isation|isations|yse|ysed|ysing|ogue|ogues|mme|mmes|lled|lling|ller|lment|tre|tres|tred)|judgements?|licences?|towards|practis\w+|grey|whilst|amongst|learnt|spelt|fulfils?|enrols?|sceptic\w*|ageing|cheques?|offence|defence)\b/gi

function britishIn(texts: readonly string[]): string[] {
  return texts.flatMap((text) => text.replaceAll(/\{\{[^}]*\}\}/g, '').match(british) ?? [])
}

function textsOf(words: unknown): string[] {
  if (typeof words === 'string') return [words]
  return typeof words === 'object' && words !== null ? Object.values(words).flatMap(textsOf) : []
}

function filesIn(folder: string, end: string): string[] {
  return readdirSync(join(repository, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(end) && !entry.name.endsWith(`.test${end}`))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
}

/** The texts of more than one word in some source files. */
function sentencesIn(folder: string): string[] {
  return filesIn(folder, '.ts').flatMap(
    (source) =>
      source
        .replaceAll(/^\s*(?:\/?\*|\/\/).*$/gm, '')
        .match(/'[^'\n]*'|`[^`]*`/g)
        ?.filter((text) => text.includes(' ')) ?? [],
  )
}

function entryOf(article: Article): EvidenceEntry {
  const marks = { isBookmarked: false, readAt: null }
  return { state: 'complete', origin: 'shipped', article, marks, note: null, revision: 0, savedAt: null }
}

const studies = createArticleLibrary(join(repository, 'assets/evidence')).all()

/** Everything that Attune says of a study, without the published work's own names. */
function ownWordsOf({ article }: EvidenceEntry): string[] {
  const { sample, effects, discrepancies, caveats, sections } = article
  return [Object.keys(sample), effects, discrepancies, caveats, sections].flatMap(textsOf)
}

describe('in America no British spelling is left', () => {
  test('in the catalogue', () => {
    expect(textsOf(english).length).toBeGreaterThan(2000)
    expect(britishIn(textsOf(inAmerican(english)))).toEqual([])
  })

  test('in what is said of studies, while their titles and references stay', () => {
    const american = studies.map((article) => americanEntry(entryOf(article)))
    expect(britishIn(studies.map(entryOf).flatMap(ownWordsOf)).length).toBeGreaterThan(10)
    expect(britishIn(american.flatMap(ownWordsOf))).toEqual([])
    const named = ({ title, citation, journal, source }: EvidenceEntry['article']) => [
      title,
      citation,
      journal,
      source,
    ]
    expect(american.map(({ article }) => named(article))).toEqual(studies.map(named))
  })

  test('in the topics, the rules and links of prompts, and the sample, which are written in words of both countries', () => {
    const texts = [
      ...topics.map(({ title }) => title),
      ...sentencesIn('src/shared/prompts'),
      ...sentencesIn('src/shared/sample/stories'),
    ]
    expect(texts.length).toBeGreaterThan(300)
    expect(britishIn(texts)).toEqual([])
  })

  test('in what is said of questionnaires; their questions and instructions are the same everywhere', () => {
    const said = filesIn('assets/instruments', '.json').map((text) => {
      const {
        items: _items,
        instruction: _instruction,
        ...facts
      } = JSON.parse(text) as Record<string, unknown>
      return facts
    })
    expect(said.length).toBeGreaterThan(12)
    expect(britishIn(said.flatMap(textsOf))).toEqual([])
  })

  test('in the menu and the dialogs, which know no country', () => {
    expect(britishIn(textsOf({ app, files }))).toEqual([])
  })
})

test('planted: British words are found, and words that only look British are not', () => {
  expect(
    britishIn(['Behavioural programmes, towards the centre', 'It is analysed; we recognise {{colour}}']),
  ).toEqual(['Behavioural', 'programmes', 'towards', 'centre', 'analysed', 'recognise'])
  expect(britishIn(['Otherwise four hours of skilled advice; analyses falling short'])).toEqual([])
})
