import { describe, expect, it } from 'vitest'
import { articleSchema } from './article.ts'
import { exampleArticle, exampleArticleInput } from './testing/example-article.ts'

function problemsOf(changes: Record<string, unknown>): string[] {
  const result = articleSchema.safeParse(exampleArticleInput(changes))
  return result.success ? [] : result.error.issues.map(({ path }) => path.join('.'))
}

const [warmth] = exampleArticle().effects

describe('a summary', () => {
  it('is accepted when it keeps to the format', () => {
    expect(problemsOf({})).toEqual([])
  })

  it('names each part of the reference that it lacks', () => {
    expect(problemsOf({ missing: [] })).toEqual(['missing'])
    expect(problemsOf({ journal: undefined })).toEqual(['missing'])
    expect(problemsOf({ missing: ['doi', 'year'] })).toEqual(['missing'])
  })

  it('leaves out an unchecked DOI', () => {
    expect(problemsOf({ doi: '10.1000/example', missing: [] })).toEqual(['doi'])
    expect(
      problemsOf({ doi: '10.1000/example', missing: [], checked: { doi: true, abstract: false } }),
    ).toEqual([])
  })

  it('has a DOI without invisible characters', () => {
    const doi = '10.1000/ex\u200b\u0000\ud800ample'
    const checked = { doi: true, abstract: false }
    const read = articleSchema.parse(exampleArticleInput({ doi, missing: [], checked }))
    expect(read.doi).toBe('10.1000/example')
  })

  it('has findings whose ids differ', () => {
    expect(problemsOf({ effects: [warmth, warmth] })).toEqual(['effects.1.id'])
  })

  it('has values inside their intervals, unless a discrepancy says otherwise', () => {
    const outside = { ...warmth, ci: { level: 95, low: 0.4, high: 0.5 } }
    expect(problemsOf({ effects: [outside] })).toEqual(['effects.0.ci'])
    const discrepancy = { effect: 'warmth', summary: 'Gives r = .3.', published: 'The interval is .4 to .5.' }
    expect(problemsOf({ effects: [outside], discrepancies: [discrepancy] })).toEqual([])
  })

  it('has a value, a range, or only a direction', () => {
    expect(problemsOf({ effects: [{ ...warmth, value: undefined }] })).toEqual(['effects.0.value'])
    expect(problemsOf({ effects: [{ ...warmth, statistic: 'direction' }] })).toEqual(['effects.0.value'])
    expect(problemsOf({ effects: [{ ...warmth, range: { low: 0.1, high: 0.3 } }] })).toEqual([
      'effects.0.range',
    ])
  })

  it('quotes an abstract only when it was read', () => {
    expect(problemsOf({ effects: [{ ...warmth, reportedIn: 'abstract' }] })).toEqual(['effects.0.reportedIn'])
  })

  it('that Attune chose itself has no summary, neither its month nor a finding read in one', () => {
    const abstract = { doi: false, abstract: true }
    const own = { chosenBy: 'attune', checked: abstract, source: { publication: 'The published abstract' } }
    const read = { ...warmth, reportedIn: 'abstract' }
    expect(problemsOf({ ...own, effects: [read] })).toEqual([])
    expect(problemsOf({ ...own, effects: [warmth] })).toEqual(['effects.0.reportedIn'])
    expect(problemsOf({ ...own, effects: [read], missing: ['doi', 'month of the summary'] })).toEqual([
      'missing',
    ])
    expect(problemsOf({ ...own, effects: [read], chosenBy: 'somebody' })).toEqual(['chosenBy'])
  })

  it('links a discrepancy to an existing finding', () => {
    const discrepancy = { effect: 'coldness', summary: 'One thing.', published: 'Another.' }
    expect(problemsOf({ discrepancies: [discrepancy] })).toEqual(['discrepancies.0.effect'])
  })

  it('is filed under known topics only', () => {
    expect(problemsOf({ topics: ['astrology'] })).toEqual(['topics.0'])
  })

  it('has only fields of the format', () => {
    expect(problemsOf({ stars: 5 })).toEqual([''])
  })
})
