import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Article } from '#shared/evidence/article.ts'
import type { Effect } from '#shared/evidence/effect.ts'
import { strengthOf } from '#shared/evidence/strength.ts'
import { contextLinks } from '#shared/prompts/context-links.ts'
import { ownRules, rules } from '#shared/prompts/rules/rules.ts'
import { parseArticle } from './parse-article.ts'
import { figuresInAbstract, sourceFigures } from './testing/source-figures.ts'
import { sourceNumbers } from './testing/source-numbers.ts'

const folder = join(import.meta.dirname, '../../../../../assets/evidence')
const names = readdirSync(folder).filter((name) => name.endsWith('.md'))
const parsed = names.map((name) => ({ name, ...parseArticle(readFileSync(join(folder, name), 'utf8')) }))
const articles = parsed.flatMap((result): Article[] => (result.ok ? [result.article] : []))

function figuresOf({ statistic, value, range, ci, t, df, p, n }: Effect): string {
  const estimate = value ?? (range === undefined ? undefined : `${range.low} to ${range.high}`)
  return [
    [statistic, estimate].filter((part) => part !== undefined).join(' '),
    ci && `${ci.level}% [${ci.low}, ${ci.high}]`,
    t !== undefined && `t ${t}`,
    df && `df ${df}`,
    p && `p ${p.relation} ${p.value}`,
    n && `n ${n.count}`,
  ]
    .filter(Boolean)
    .join(', ')
}

/** The numbers in a text by value; a malformed number ("t = .3.55", a lost sign) as written. */
function numbersIn(text: string): string[] {
  return (text.match(/(?<![\w.])[−-]?\.?\d[\d,]*(?:\.\d+)*/g) ?? []).map(byValue)
}

function byValue(written: string): string {
  const plain = written.replace('−', '-').replaceAll(',', '')
  return Number.isNaN(Number(plain)) ? plain : String(Number(plain))
}

function wordsOf({ effects, discrepancies, caveats, sections }: Article): string[] {
  return [
    ...effects.flatMap(({ claim, note = '' }) => [claim, note]),
    ...discrepancies.flatMap(({ summary, published, note = '' }) => [summary, published, note]),
    ...caveats,
    ...Object.values(sections).flat(),
  ]
}

describe('the summaries that ship', () => {
  it.each(parsed)('$name keeps to the format', (result) => {
    expect(result.ok ? [] : result.problems).toEqual([])
  })

  it('are 21 and 4 of Attune’s own choice, each in a file named after its id', () => {
    expect(articles.map(({ id }) => `${id}.md`)).toEqual(names)
    const added = articles.filter(({ chosenBy }) => chosenBy === 'attune').map(({ id }) => id)
    expect(added).toEqual(['atzil-slonim-2019', 'eubanks-2018', 'lambert-2018', 'zlotnick-2020'])
    expect(names).toHaveLength(21 + added.length)
  })

  it.each(articles)(
    '$id shows only the figures of its sources, and all of them',
    ({ id, sample, effects }) => {
      const printed = Object.fromEntries(
        effects
          .map((effect) => [effect.id, figuresOf(effect)] as const)
          .filter(([, figures]) => figures !== 'direction'),
      )
      expect({ sample: Object.values(sample), effects: printed }).toEqual(sourceFigures[id])
    },
  )

  it.each(articles)('$id has in its words only numbers of its sources, and all of them', (article) => {
    const read = Object.values(sourceNumbers[article.id] ?? {}).flat()
    const found = new Set(wordsOf(article).flatMap(numbersIn))
    expect([...found].toSorted()).toEqual([...new Set(read.map(byValue))].toSorted())
  })

  it('state for each figure whether the abstract has it', () => {
    const inAbstract = articles.flatMap(({ id, effects }) =>
      effects
        .filter((effect) => figuresOf(effect) !== 'direction' && effect.reportedIn === 'abstract')
        .map((effect) => `${id} ${effect.id}`),
    )
    expect(inAbstract).toEqual(figuresInAbstract)
  })

  it('each differ somewhere from the summary they are based on, and say where', () => {
    const withSummary = articles.filter(({ chosenBy }) => chosenBy === undefined)
    expect(withSummary.filter(({ discrepancies }) => discrepancies.length === 0)).toEqual([])
  })

  it.each(articles)('$id lists each topic once', ({ topics }) => {
    expect(new Set(topics).size).toBe(topics.length)
  })

  it.each(articles)('$id describes associations as associations, and claims no proof', (article) => {
    const { sections, effects } = article
    const words = [...Object.values(sections).flat(), ...effects.map(({ claim }) => claim)].join(' ')
    expect(words).not.toMatch(/\bprove[sn]?\b|\bleads? to\b|\bresults? in\b|\bmust\b/i)
  })

  it.each(articles)('$id gives two to four short points for practice', ({ sections }) => {
    expect(sections.inPractice.length).toBeGreaterThanOrEqual(2)
    expect(sections.inPractice.length).toBeLessThanOrEqual(4)
    for (const point of sections.inPractice) expect(point.split(' ').length).toBeLessThanOrEqual(50)
  })

  it('say which points for practice come from the author of a summary, and have none where there is no summary', () => {
    const fromSummary = ({ sections }: Article) =>
      sections.inPractice.filter((point) => point.startsWith('The summary’s author'))
    const without = articles.filter((article) => fromSummary(article).length === 0).map(({ id }) => id)
    // The summary of Cooper and others draws nothing from the study beyond what it found.
    expect(without).toEqual([
      'atzil-slonim-2019',
      'cooper-2020',
      'eubanks-2018',
      'lambert-2018',
      'zlotnick-2020',
    ])
    expect(
      articles.filter((article) => fromSummary(article).length === article.sections.inPractice.length),
    ).toEqual([])
  })

  it('omit what could not be verified', () => {
    const withoutDoi = articles.filter(({ doi }) => doi === undefined).map(({ id }) => id)
    expect(withoutDoi).toEqual(['nissen-lie-2021', 'stolowicz-melman-2023'])
    const authorsMissing = articles.filter(({ missing }) => missing.includes('authors')).map(({ id }) => id)
    expect(authorsMissing).toEqual(['babl-2022', 'knox-2022'])
  })

  it('say where the published figure and the summary differ, and show the published one', () => {
    const differing = { 'elliott-2018': 'empathy-outcome', 'simon-2022': 'self-harm-skills-training' }
    for (const [articleId, effectId] of Object.entries(differing)) {
      const article = articles.find(({ id }) => id === articleId)
      expect(article?.effects.find(({ id }) => id === effectId)?.reportedIn).toBe('abstract')
      expect(article?.discrepancies.map(({ effect }) => effect)).toContain(effectId)
    }
  })

  it('describe their strength by their design and size', () => {
    const words = (id: string) =>
      articles.filter((article) => article.id === id).map((one) => strengthOf(one).words)
    expect(words('elliott-2018')).toEqual(['Meta-analysis, 82 samples, 6,138 clients'])
    expect(words('tasca-2023')).toEqual(['One trial, 40 therapists, 117 clients'])
    expect(words('abargil-2025')).toEqual([
      'One observational study, 40 pairs of therapist and client, 16 weekly sessions',
    ])
  })
})

describe('the findings behind prompts', () => {
  const references = [
    ...rules.flatMap(({ id, restsOn }) => restsOn.map((reference) => ({ id, ...reference }))),
    ...ownRules.flatMap(({ id, restsOn }) => restsOn.map((reference) => ({ id, ...reference }))),
    ...contextLinks.map(({ place, articleId, effectId }) => ({ id: place, articleId, effectId })),
  ]

  it.each(references)('$id refers to $articleId, $effectId, which exists', ({ articleId, effectId }) => {
    const article = articles.find(({ id }) => id === articleId)
    expect(article?.effects.map(({ id }) => id)).toContain(effectId)
  })

  it.each(articles)(
    '$id is reachable from the app’s own screens, by a rule or by a link in context',
    ({ id }) => {
      expect(references.map(({ articleId }) => articleId)).toContain(id)
    },
  )
})
