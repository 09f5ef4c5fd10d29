import { describe, expect, test } from 'vitest'
import type { Effect } from '#shared/evidence/effect.ts'
import { exampleArticle } from '#shared/evidence/testing/example-article.ts'
import { groupForForest } from './forest-groups.ts'

function effect(id: string, figures: Partial<Effect>): Effect {
  return { id, claim: `Claim ${id}.`, statistic: 'r', reportedIn: 'summary', ...figures }
}

function findings(article: Parameters<typeof exampleArticle>[0], ...effects: Effect[]) {
  const whole = exampleArticle({ ...article, effects })
  return effects.map((each) => ({ article: whole, effect: each }))
}

describe('findings that share an axis', () => {
  test('statistics have separate axes, except that d and g share one', () => {
    const { groups } = groupForForest(
      findings(
        {},
        effect('a', { statistic: 'r', value: 0.3 }),
        effect('b', { statistic: 'd', value: 0.5 }),
        effect('c', { statistic: 'g', value: 0.4 }),
        effect('e', { statistic: 'beta', value: 0.2 }),
        effect('f', { statistic: 'hazard-ratio', value: 1.3 }),
      ),
    )
    expect(groups.map(({ statistic, rows }) => [statistic, rows.map((row) => row.statistic)])).toEqual([
      ['r', ['r']],
      ['d-or-g', ['d', 'g']],
      ['beta', ['beta']],
      ['hazard-ratio', ['hazard-ratio']],
    ])
  })

  test('coefficients in points of a study’s own scales never share an axis with another study’s', () => {
    const { groups } = groupForForest([
      ...findings({ id: 'one-2020' }, effect('a', { statistic: 'b', value: 1 })),
      ...findings({ id: 'two-2021' }, effect('b', { statistic: 'b', value: 2 })),
      ...findings({ id: 'two-2021' }, effect('c', { statistic: 'b', value: 3 })),
    ])
    expect(groups.map(({ rows }) => rows.map(({ value }) => value))).toEqual([[1], [2, 3]])
  })

  test('rows are sorted by design, then by year, those without a year last', () => {
    const { groups } = groupForForest([
      ...findings({ id: 'late-2021', year: 2021 }, effect('a', { value: 0.1 })),
      ...findings({ id: 'no-year', year: undefined, missing: ['doi', 'year'] }, effect('b', { value: 0.2 })),
      ...findings({ id: 'early-2012', year: 2012 }, effect('c', { value: 0.3 })),
      ...findings({ id: 'pooled-2023', year: 2023, design: 'meta-analysis' }, effect('e', { value: 0.4 })),
    ])
    expect(groups[0]?.rows.map(({ id }) => id)).toEqual([
      'pooled-2023 e',
      'early-2012 c',
      'late-2021 a',
      'no-year b',
    ])
  })

  test('a study is named only if there are several', () => {
    const one = findings({ id: 'one-2020' }, effect('a', { value: 0.1 }))
    const two = findings({ id: 'two-2020' }, effect('b', { value: 0.1 }))
    expect(groupForForest(one).groups[0]?.rows[0]?.source).toBeNull()
    expect(groupForForest([...one, ...two]).groups[0]?.rows[0]?.source).toBe('Example, 2020')
  })
})

describe('findings that are left out', () => {
  test('findings without a figure, ranges, shares and counts are listed with the reason', () => {
    const { groups, leftOut } = groupForForest(
      findings(
        {},
        effect('a', { statistic: 'direction' }),
        effect('b', { statistic: 'g', range: { low: 0.14, high: 0.49 } }),
        effect('c', { statistic: 'percent', value: 18 }),
        effect('e', { statistic: 'percent', range: { low: 31, high: 39 } }),
        effect('f', { statistic: 'count', value: 540 }),
      ),
    )
    expect(groups).toEqual([])
    expect(leftOut.map(({ label, reason }) => [label, reason])).toEqual([
      ['Claim a.', 'no-figure'],
      ['Claim b.', 'range'],
      ['Claim c.', 'share-or-count'],
      ['Claim e.', 'share-or-count'],
      ['Claim f.', 'share-or-count'],
    ])
  })

  test('a ratio that reaches 0 can’t be on a log axis', () => {
    const { leftOut } = groupForForest(
      findings(
        {},
        effect('a', { statistic: 'hazard-ratio', value: 0.4, ci: { level: 95, low: 0, high: 1.1 } }),
      ),
    )
    expect(leftOut.map(({ reason }) => reason)).toEqual(['not-above-zero'])
  })

  test('nothing is lost: every finding is in a group or in the list', () => {
    const all = findings(
      {},
      effect('a', { value: 0.1 }),
      effect('b', { statistic: 'direction' }),
      effect('c', { statistic: 'times-as-likely', value: 13 }),
    )
    const { groups, leftOut } = groupForForest(all)
    const ids = [...groups.flatMap(({ rows }) => rows), ...leftOut].map(({ id }) => id)
    expect(ids.toSorted()).toEqual(['example-2020 a', 'example-2020 b', 'example-2020 c'])
  })
})
