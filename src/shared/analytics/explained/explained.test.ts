import { describe, expect, it } from 'vitest'
import {
  explainChange,
  explainCongruence,
  explainEpisodes,
  explainLimits,
  explainSuddenGains,
  explainTrack,
} from './index.ts'

const alliance = [7.5, 7, 7.5, 8, 7.5, 7.5, 7, 8, 4.5, 7, 7.5]
const scale = { scaleRange: 10, step: 0.5 }

describe('explainEpisodes', () => {
  it('says which ratings, which yardstick and which line were used', () => {
    const [episode, ...others] = explainEpisodes(alliance, scale)
    expect(others).toEqual([])
    expect(episode).toMatchObject({
      rule: { id: 'attune-rule-1', version: 2 },
      n: 10,
      sessions: [7, 8, 9],
      missing: [],
      baseline: { from: 0, to: 7, n: 8, missing: 0 },
      at: { peak: 7, trough: 8, end: 9 },
      parameters: {
        ratingsBeforeFall: 8,
        referenceRatings: 6,
        dipSpreads: 2.5,
        ruptureSpreads: 3.2,
        unknownShare: 0.02,
        windowSessions: 3,
        repairedWithin: 0.25,
        knownSpreadWeight: 2,
      },
      values: { peakScore: 8, meanN: 6, troughScore: 4.5, knownFrom: 'share-of-range', leastSpread: 0.25 },
      verdict: { level: 'rupture', state: 'repaired' },
    })
    const { values } = episode!
    expect(values.reference).toBeCloseTo(45.5 / 6, 10)
    expect(values.meanToPeak).toBe(values.reference)
    expect(values.knownSpread).toBeCloseTo(0.2, 10)
    expect(values.depth).toBeCloseTo((45.5 / 6 - 4.5) / values.spread, 10)
    expect(values.repairedFrom).toBeCloseTo(4.5 + 0.75 * (45.5 / 6 - 4.5), 10)
  })

  it('says what was missing before the peak and after it, and what the user changed', () => {
    const series = [null, 7.5, null, 7, 7.5, 8, 8, null, 4.5, 5]
    const [episode] = explainEpisodes(series, { ...scale, ratingsBeforeFall: 5, windowSessions: 5 })
    expect(episode).toMatchObject({
      n: 7,
      sessions: [6, 8, 9],
      missing: [7],
      baseline: { from: 1, to: 6, n: 5, missing: 1 },
      at: { peak: 6, end: null },
      parameters: { ratingsBeforeFall: 5, windowSessions: 5 },
      values: { meanN: 5 },
      verdict: { state: 'open' },
    })
  })
})

describe('explainLimits', () => {
  it('call the chart of the NIST handbook, 6.3.2.2, provisional', () => {
    const limits = explainLimits([49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1])
    expect(limits).toMatchObject({ n: 10, missing: [], at: { beyond: [] }, verdict: 'provisional' })
    expect(limits.values?.centre).toBeCloseTo(50.81, 10)
    expect(limits.values?.lower).toBeCloseTo(45.8159, 3)
    expect(limits.values?.upper).toBeCloseTo(55.8041, 3)
  })

  it('name the ratings of a baseline that set the limits, and every session beyond them', () => {
    const series = [7, 7.5, null, 7, 7.5, 7, 7.5, 7, 7.5, 2, null, 7]
    const limits = explainLimits(series, { baseline: 8, scale: { minimum: 0, maximum: 8 } })
    expect(limits).toMatchObject({
      n: 8,
      sessions: [0, 1, 3, 4, 5, 6, 7, 8],
      missing: [2],
      parameters: { baseline: 8, minimumRatings: 8, settledFrom: 20 },
      at: { beyond: [9] },
      values: { nearCeiling: false },
      verdict: 'provisional',
    })
  })

  it('say why there are no limits', () => {
    expect(explainLimits([7, 7, 7, 7, 7, 7, 7])).toMatchObject({
      n: 7,
      values: null,
      verdict: 'too-few-ratings',
    })
    const everyOther = Array.from({ length: 16 }, (_, index) => (index % 2 === 0 ? 7 : null))
    const limits = explainLimits(everyOther)
    expect(limits).toMatchObject({ n: 8, values: null, verdict: 'no-neighbouring-ratings' })
  })
})

describe('explainCongruence', () => {
  const client = [5, 6, 4, 7, 3, 5]
  const therapist = [4, 5, 4, 6, 3, 4.5]

  it('reproduce the case of the specification: tracking 0.70, discrepancy -0.583, r 0.970', () => {
    const found = explainCongruence(client, therapist)
    expect(found).toMatchObject({ n: 6, sessions: [0, 1, 2, 3, 4, 5], verdict: 'shown' })
    expect(found.values?.tracking).toBeCloseTo(0.7, 10)
    expect(found.values?.directionalDiscrepancy).toBeCloseTo(-0.583, 3)
    expect(found.values?.correlation).toBeCloseTo(0.97, 3)
  })

  it('say which sessions only one side rated, and give no figure from five pairs', () => {
    const found = explainCongruence(
      [null, ...client.with(2, 0), 8],
      [3, ...therapist.slice(0, 2), null, ...therapist.slice(3), null],
    )
    expect(found).toEqual({
      kind: 'congruence',
      rule: { id: 'truth-and-bias', version: 1 },
      n: 5,
      sessions: [1, 2, 4, 5, 6],
      missing: [3],
      parameters: { minimumPairs: 6 },
      values: null,
      unpaired: { client: [3, 7], therapist: [0] },
      verdict: 'too-few-pairs',
    })
  })

  it('say so if one side never varies', () => {
    expect(
      explainCongruence(
        client,
        client.map(() => 5),
      ).verdict,
    ).toBe('no-variation')
  })
})

describe('explainChange', () => {
  const phq9 = {
    direction: 'lower-is-better',
    yardstick: { kind: 'published', points: 6 },
    cutoff: 10,
  } as const

  it('counts a published change from its points on, and says where the cut-off lies', () => {
    expect(explainChange([null, 16, null, 12, 10], phq9)).toEqual({
      kind: 'change',
      rule: { id: 'published-change', version: 2 },
      n: 2,
      sessions: [1, 4],
      missing: [2],
      parameters: {
        direction: 'lower-is-better',
        points: 6,
        sd: null,
        reliability: null,
        criterion: null,
        cutoff: 10,
      },
      at: { baseline: 1, current: 4 },
      values: {
        before: 16,
        after: 10,
        change: -6,
        threshold: 6,
        index: null,
        standardErrorOfDifference: null,
      },
      verdict: { change: 'reliably-better', cutoff: 'reached-by-both' },
    })
    expect(explainChange([16, 9], phq9).verdict).toEqual({ change: 'reliably-better', cutoff: 'left' })
    expect(explainChange([9, 15], phq9).verdict).toEqual({
      change: 'reliably-worse',
      cutoff: 'newly-reached',
    })
    expect(explainChange([9, 4], phq9).verdict).toEqual({
      change: 'not-reliable',
      cutoff: 'reached-by-neither',
    })
  })

  it('loses no change and no cut-off to rounding: 2.3 - 1.8 is slightly less than 0.5', () => {
    const judge = (
      direction: 'higher-is-better' | 'lower-is-better',
      scores: readonly number[],
      cutoff: number,
    ) => explainChange(scores, { direction, yardstick: { kind: 'published', points: 0.5 }, cutoff }).verdict
    expect(judge('lower-is-better', [2.3, 1.8], 0.7 * 3)).toEqual({
      change: 'reliably-better',
      cutoff: 'left',
    })
    expect(judge('lower-is-better', [1.8, 2.3], 2.3 + 1e-12)).toEqual({
      change: 'reliably-worse',
      cutoff: 'newly-reached',
    })
    expect(judge('higher-is-better', [1.8, 2.3], 2)).toEqual({ change: 'reliably-better', cutoff: 'left' })
    expect(judge('lower-is-better', [2.3, 1.81], 2)).toMatchObject({ change: 'not-reliable' })
  })

  it('judges a change by sd and reliability as Jacobson and Truax do: 32.5 to 47.5, sd 7.5, r 0.80, index 3.16', () => {
    const yardstick = { kind: 'jacobson-truax', sd: 7.5, reliability: 0.8 } as const
    const found = explainChange([32.5, 47.5], { direction: 'higher-is-better', yardstick })
    expect(found).toMatchObject({
      rule: { id: 'reliable-change' },
      parameters: { sd: 7.5, reliability: 0.8, criterion: 1.96, points: null, cutoff: null },
      verdict: { change: 'reliably-better', cutoff: 'none' },
    })
    expect(found.values?.index).toBeCloseTo(3.16, 2)
    expect(found.values?.threshold).toBeCloseTo(9.3, 1)
  })

  it('takes the chosen baseline, and says too few ratings if it has none or is the last', () => {
    expect(explainChange([20, 16, 9], { ...phq9, baseline: 1 })).toMatchObject({
      sessions: [1, 2],
      values: { change: -7 },
    })
    for (const series of [[], [null], [9], [null, 9]]) {
      expect(explainChange(series, phq9)).toMatchObject({
        n: 0,
        values: null,
        verdict: { change: 'too-few-ratings' },
      })
    }
    expect(explainChange([20, null, 9], { ...phq9, baseline: 1 }).verdict.change).toBe('too-few-ratings')
  })

  it('refuses a yardstick that is not above 0', () => {
    const yardstick = { kind: 'published', points: 0 } as const
    expect(() => explainChange([1, 2], { direction: 'lower-is-better', yardstick })).toThrow(RangeError)
  })
})

describe('explainTrack', () => {
  const options = { reliableChange: 6, cutoff: 10 }

  it('names the first rating, the latest two, and the numbers of the rule', () => {
    expect(explainTrack([14, null, 14, 13, 14, 14, 13], options)).toEqual({
      kind: 'track',
      rule: { id: 'outcome-track', version: 4 },
      n: 3,
      sessions: [0, 5, 6],
      missing: [1],
      parameters: { reliableChange: 6, cutoff: 10, judgedFromSession: 6, littleGained: 0.5 },
      at: { baseline: 0, current: 6 },
      values: { baseline: 14, current: 13, change: -1 },
      verdict: 'little-gained',
    })
    expect(explainTrack([10, 16], options)).toMatchObject({
      n: 2,
      sessions: [0, 1],
      verdict: 'reliably-worse',
    })
    expect(explainTrack([16, 10], options).verdict).toBe('not-flagged')
  })

  it('is not judged from one rating', () => {
    expect(explainTrack([null, 14], options)).toMatchObject({ n: 0, values: null, verdict: 'not-judged' })
  })
})

describe('explainSuddenGains', () => {
  it('names the ratings on both sides, their means and the critical value', () => {
    expect(explainSuddenGains([21, 20, 21, 20, 11, null, 11, 10], { threshold: 6 })).toMatchObject([
      {
        n: 5,
        sessions: [1, 2, 3, 4, 6],
        missing: [5],
        at: { gain: 4 },
        parameters: { threshold: 6, shareOfScoreBefore: 0.25, significance: 0.05 },
        values: { scoreBefore: 20, scoreAfter: 11, size: 9, meanAfter: 11, degreesOfFreedom: 3 },
        verdict: 'sudden-gain',
      },
    ])
  })
})
