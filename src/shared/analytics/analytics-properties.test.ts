import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { congruence, individualsChart, ruptureEpisodes, suddenGains } from './index.ts'
import type { Series } from './index.ts'

const methods: Record<string, (series: Series) => unknown> = {
  individualsChart: (series) => individualsChart(series),
  'individualsChart with a baseline': (series) => individualsChart(series, { baseline: 8 }),
  ruptureEpisodes: (series) => ruptureEpisodes(series, { scaleRange: 10, step: 0.5 }),
  congruence: (series) => congruence(series, series.toReversed()),
  suddenGains: (series) => suddenGains(series, { threshold: 2 }),
}

const rating = fc.integer({ min: 0, max: 20 }).map((halves) => halves / 2)
const gap = fc.constant(null)
const ratings = fc.array(fc.oneof({ weight: 4, arbitrary: rating }, gap), { maxLength: 60 })
const extreme = fc.array(
  fc.oneof(
    rating,
    gap,
    fc.double(),
    fc.constantFrom(Number.MAX_VALUE, -Number.MAX_VALUE, Number.MIN_VALUE, 1e100, -1e100, 1e-160, -0),
  ),
  { maxLength: 40 },
)

function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : []
}

describe.each(Object.entries(methods))('%s', (_name, method) => {
  it('returns only finite numbers for any input', () => {
    fc.assert(
      fc.property(fc.oneof(ratings, extreme), (series) => {
        expect(numbersIn(method(series)).filter((number) => !Number.isFinite(number))).toEqual([])
      }),
    )
  })

  it('accepts an empty series, one rating, only gaps, ties', () => {
    for (const series of [[], [5], [null], [null, null, null], [7.1, 7.1], Array<number>(30).fill(7.1)]) {
      expect(() => method(series)).not.toThrow()
    }
  })

  it('leaves its input alone and gives the same result twice', () => {
    fc.assert(
      fc.property(ratings, (series) => {
        const frozen = Object.freeze([...series])
        expect(method(frozen)).toEqual(method(frozen))
        expect(frozen).toEqual(series)
      }),
      { numRuns: 30 },
    )
  })

  it('is quick on 10,000 sessions: steady, falling, rising, jagged, mostly missing', () => {
    const sessions = Array.from({ length: 10_000 }, (_, session) => session)
    const long: Series[] = [
      sessions.map(() => 7),
      sessions.map((session) => 10_000 - session),
      sessions,
      sessions.map((session) => (session * 7919) % 11),
      sessions.map((session) => (session % 50 === 0 ? session % 11 : null)),
    ]
    // The bench measures how long it takes; this only fails for a method that never ends.
    for (const series of long) expect(() => method(series)).not.toThrow()
  })
})

describe('gaps', () => {
  it('are never beyond the limits of a chart', () => {
    fc.assert(
      fc.property(ratings, (series) => {
        const chart = individualsChart(series)
        for (const index of chart?.beyond ?? []) expect(series[index]).not.toBeNull()
      }),
    )
  })

  it('are listed by an episode: all between its peak and its end, and no others', () => {
    fc.assert(
      fc.property(ratings, (series) => {
        for (const { peak, trough, end, missed } of ruptureEpisodes(series, { scaleRange: 10, step: 0.5 })) {
          expect(series[peak]).not.toBeNull()
          expect(series[trough]).not.toBeNull()
          const last = end ?? series.length - 1
          const gaps = series.flatMap((value, index) =>
            value === null && index > peak && index <= last ? [index] : [],
          )
          expect(missed).toEqual(gaps)
        }
      }),
    )
  })

  it('at either end change only the indices', () => {
    fc.assert(
      fc.property(ratings, fc.integer({ min: 1, max: 5 }), (series, lead) => {
        const shifted = [...Array<null>(lead).fill(null), ...series]
        expect(individualsChart(shifted)?.upper).toBe(individualsChart(series)?.upper)
        expect(suddenGains(shifted, { threshold: 2 })).toEqual(
          suddenGains(series, { threshold: 2 }).map(({ index, size }) => ({ index: index + lead, size })),
        )
      }),
    )
  })
})

describe('shift and scale', () => {
  const place = fc.tuple(fc.constantFrom(0, -30, 1000), fc.constantFrom(0.5, 1, 8))
  const move = (series: Series, [shift, factor]: readonly [number, number]): Series =>
    series.map((value) => (value === null ? null : value * factor + shift))

  it('move a chart with the ratings, and flag the same sessions', () => {
    fc.assert(
      fc.property(ratings, place, (series, [shift, factor]) => {
        const chart = individualsChart(series, { baseline: 10 })
        const other = individualsChart(move(series, [shift, factor]), { baseline: 10 })
        if (chart === null || other === null) {
          expect(other).toBe(chart)
          return
        }
        expect(other.centre).toBeCloseTo(chart.centre * factor + shift, 6)
        expect(other.sigma).toBeCloseTo(chart.sigma * factor, 6)
        // A rating on a limit to the last digit may fall on either side of it.
        const isClear = series.every(
          (value) =>
            value === null || [chart.lower, chart.upper].every((limit) => Math.abs(value - limit) > 1e-6),
        )
        if (isClear) expect(other.beyond).toEqual(chart.beyond)
      }),
    )
  })

  it('leave correlations alone and scale discrepancies', () => {
    fc.assert(
      fc.property(ratings, ratings, place, (client, therapist, to) => {
        const [, factor] = to
        const one = congruence(client, therapist)
        const other = congruence(move(client, to), move(therapist, to))
        expect(other?.pairs).toBe(one?.pairs)
        if (one !== null && other !== null) {
          expect(other.tracking).toBeCloseTo(one.tracking, 6)
          expect(other.correlation).toBeCloseTo(one.correlation, 6)
          expect(other.directionalDiscrepancy).toBeCloseTo(one.directionalDiscrepancy * factor, 6)
        }
      }),
    )
  })

  it('leave episodes in place', () => {
    const at = ({ peak, trough, end, level, state }: ReturnType<typeof ruptureEpisodes>[number]) => ({
      peak,
      trough,
      end,
      level,
      state,
    })
    fc.assert(
      fc.property(ratings, place, (series, [shift, factor]) => {
        const episodes = ruptureEpisodes(series, { scaleRange: 10, step: 0.5 })
        const other = ruptureEpisodes(move(series, [shift, factor]), {
          scaleRange: 10 * factor,
          step: 0.5 * factor,
        })
        expect(other.map(at)).toEqual(episodes.map(at))
      }),
    )
  })
})

describe('order', () => {
  it('does not matter to the width of a chart', () => {
    fc.assert(
      fc.property(ratings, (series) => {
        expect(individualsChart(series.toReversed())?.sigma ?? 0).toBeCloseTo(
          individualsChart(series)?.sigma ?? 0,
          9,
        )
      }),
    )
  })

  it('lets no later session change an episode that is settled and whose decline has ended in a rise', () => {
    fc.assert(
      fc.property(ratings, ratings, (series, more) => {
        const options = { scaleRange: 10, step: 0.5 }
        const settled = ruptureEpisodes(series, options).filter(
          ({ state, trough, troughScore }) =>
            state !== 'open' && series.slice(trough).some((value) => (value ?? troughScore) > troughScore),
        )
        expect(ruptureEpisodes([...series, ...more], options).slice(0, settled.length)).toEqual(settled)
      }),
    )
  })
})

describe('congruence', () => {
  it('swaps its sides into the opposite discrepancy and the same correlation', () => {
    fc.assert(
      fc.property(ratings, ratings, (client, therapist) => {
        const one = congruence(client, therapist)
        const other = congruence(therapist, client)
        expect(other?.correlation ?? 0).toBeCloseTo(one?.correlation ?? 0, 9)
        expect((other?.directionalDiscrepancy ?? 0) + (one?.directionalDiscrepancy ?? 0)).toBeCloseTo(0, 9)
      }),
    )
  })
})
