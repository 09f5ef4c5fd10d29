import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { forestAxis, shareOfAxis } from './forest-plot-axis.ts'
import type { ForestRow, ForestStatistic } from './forest-groups.ts'
import { balancedLines, brokenIntoLines, forestLayout } from './forest-plot-layout.ts'
import { forestWeights } from './forest-plot-weights.ts'

function row(value: number, changes: Partial<ForestRow> = {}): ForestRow {
  return {
    id: String(value),
    label: 'A claim.',
    source: null,
    statistic: 'r',
    value,
    interval: null,
    n: null,
    strength: { words: 'One trial', order: 5 },
    year: 2020,
    ...changes,
  }
}

function between(low: number, high: number): Partial<ForestRow> {
  return { interval: { level: 95, low, high } }
}

describe('the axis', () => {
  test('r has its whole scale, however small the figures', () => {
    expect(forestAxis('r', [row(0.02)])).toEqual({
      scale: 'linear',
      domain: [-1, 1],
      ticks: [-1, -0.5, 0, 0.5, 1],
      noEffect: 0,
    })
  })

  test('a ratio has a log axis around 1 that reaches as far below as above', () => {
    const { scale, domain, noEffect } = forestAxis('hazard-ratio', [row(1.29, between(1.02, 1.64))])
    expect({ scale, domain, noEffect }).toEqual({ scale: 'log', domain: [0.5, 2], noEffect: 1 })
    expect(forestAxis('hazard-ratio', [row(0.2)]).domain).toEqual([0.1, 10])
    expect(forestAxis('times-as-likely', [row(13)]).domain).toEqual([0.05, 20])
  })

  test('statistics in standard deviations reach to 1, and half as far on an empty side', () => {
    expect(forestAxis('d-or-g', [row(0.4), row(0.6)]).domain).toEqual([-0.5, 1])
    expect(forestAxis('beta', [row(-0.4), row(0.3)]).domain).toEqual([-1, 1])
  })

  test('the share of an interval is measured on the axis’s own scale', () => {
    const ratios = forestAxis('hazard-ratio', [row(1)])
    expect(shareOfAxis(forestAxis('r', [row(0.28)]), { low: 0.23, high: 0.33 })).toBeCloseTo(0.05)
    expect(shareOfAxis(ratios, { low: 0.5, high: 1 })).toBeCloseTo(0.5)
  })

  test('a share of the differences starts at 0', () => {
    expect(forestAxis('r-squared-change', [row(0.13)]).domain).toEqual([0, 1])
  })

  const statistics: ForestStatistic[] = ['d-or-g', 'beta', 'b', 'indirect-effect', 'hazard-ratio']
  test.each(statistics)('%s: includes every figure, every end of an interval and no effect', (statistic) => {
    const figure = fc.double({ min: 0.001, max: 5000, noNaN: true })
    fc.assert(
      fc.property(fc.array(fc.tuple(figure, figure, figure), { minLength: 1, maxLength: 6 }), (triples) => {
        const sign = statistic === 'hazard-ratio' ? 1 : -1
        const rows = triples.map(([value, one, other], index) =>
          row(index % 2 === 0 ? value : value * sign, between(Math.min(one, other), Math.max(one, other))),
        )
        const { domain, noEffect, ticks } = forestAxis(statistic, rows)
        const all = rows.flatMap(({ value, interval }) => [value, interval!.low, interval!.high])
        for (const place of [...all, ...ticks, noEffect]) {
          expect(place).toBeGreaterThanOrEqual(domain[0] * (1 - Math.sign(domain[0]) * 1e-9))
          expect(place).toBeLessThanOrEqual(domain[1] * (1 + 1e-9))
        }
      }),
    )
  })
})

describe('the sizes of the squares', () => {
  test('half the interval has four times the weight', () => {
    const { basis, shares } = forestWeights('d-or-g', [
      row(0.5, between(0.4, 0.6)),
      row(0.5, between(0.3, 0.7)),
    ])
    expect(basis).toBe('interval')
    expect(shares[0]).toBe(1)
    expect(shares[1]).toBeCloseTo(0.25)
  })

  test('ratios are weighed by their logarithms, r by Fisher’s z', () => {
    const ratios = forestWeights('hazard-ratio', [row(1, between(0.5, 2)), row(4, between(2, 8))])
    expect(ratios.shares[1]).toBeCloseTo(1)
    const correlations = forestWeights('r', [
      row(0.5, between(Math.tanh(0.4), Math.tanh(0.8))),
      row(0, between(Math.tanh(-0.2), Math.tanh(0.2))),
    ])
    expect(correlations.shares[0]).toBeCloseTo(1)
  })

  test('without all intervals they use the counts, if all count the same things', () => {
    const counted = (count: number, of: string) => row(0.5, { n: { count, of } })
    expect(forestWeights('r', [counted(80, 'studies'), counted(20, 'studies')])).toEqual({
      basis: 'count',
      counted: 'studies',
      shares: [1, 0.25],
    })
    expect(forestWeights('r', [counted(80, 'studies'), counted(20, 'clients')])).toEqual({
      basis: 'none',
      shares: [1, 1],
    })
  })

  test('intervals of two levels give no weights', () => {
    const wide = row(0.5, { interval: { level: 99, low: 0.2, high: 0.8 } })
    expect(forestWeights('r', [wide, row(0.4, between(0.3, 0.5))]).basis).toBe('none')
  })
})

describe('the layout', () => {
  test('no line is too long, and no word is lost', () => {
    const text = 'Feeling more supportive before a session goes with the client feeling more understood'
    const lines = brokenIntoLines(text, 20)
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(20)
    expect(lines.join(' ')).toBe(text)
  })

  test('lines are about equally long and as few as possible', () => {
    const text = 'Feeling more inadequate before a session goes with the client finding it less helpful.'
    expect(brokenIntoLines(text, 36).at(-1)).toBe('it less helpful.')
    expect(balancedLines(text, 36)).toEqual([
      'Feeling more inadequate before',
      'a session goes with the client',
      'finding it less helpful.',
    ])
  })

  test('rows follow each other without a gap and end at the axis', () => {
    const words = {
      label: 'A claim that takes more than one line at this width.',
      notes: ['One trial'],
      brackets: '',
    }
    const { places, rowsHeight, rowsTop, height } = forestLayout([words, words, words], 640)
    expect(places.map(({ top }) => top)).toEqual([0, ...places.slice(0, -1).map(({ bottom }) => bottom)])
    expect(places.at(-1)?.bottom).toBe(rowsHeight)
    expect(height).toBeGreaterThan(rowsTop + rowsHeight)
  })

  test('with little room it keeps its columns and scrolls', () => {
    const { width, plotLeft, plotRight } = forestLayout([], 200)
    expect(width).toBe(480)
    expect(plotRight - plotLeft).toBeGreaterThan(100)
  })
})
