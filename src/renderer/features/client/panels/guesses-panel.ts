import type { TFunction } from 'i18next'
import { meanOf } from '#shared/analytics/series.ts'
import type { LevelledSeries } from '#shared/overview/client-overview.ts'
import type { StripRow } from '#renderer/parts/charts/strip-types.ts'
import { scoreIn, type Past } from '../past-sessions.ts'
import { earlierSeries } from '../series-values.ts'
import { emotionSeries } from './emotion-series.ts'
import { missingAt, type StripPanel } from './panel.ts'

/** The least share of the scale that a row reaches, so that a guess off by one point never looks far off. */
const leastReach = 0.4

/** A guess beside the client's own rating of the same session. */
interface Guessed {
  readonly guess: number
  readonly rating: number
}

/** How far the therapist's guesses lay from the client's ratings, a row for each emotion; null if there is no pair. */
export function guessesPanel(past: Past, t: TFunction): StripPanel | null {
  const emotions = emotionSeries(past)
    .map((series) => {
      const pairs = guessesOf(past, series)
      const offsets = pairs.map((pair) => (pair === null ? null : pair.guess - pair.rating))
      const distances = offsets.flatMap((offset) => (offset === null ? [] : [Math.abs(offset)]))
      return { series, pairs, offsets, n: distances.length, off: meanOf(distances) }
    })
    .filter(({ n }) => n > 0)
  if (emotions.length === 0) return null
  const needed = past.parameters.congruencePairs
  return {
    id: 'guesses',
    sentence: sentenceOf(emotions, needed, t),
    note: t('panels.guesses.marks'),
    rows: emotions.map((emotion): StripRow =>
      rowOf(past, emotion, { reach: reachOf(emotion, emotions), needed }, t),
    ),
  }
}

interface Emotion {
  readonly series: LevelledSeries
  readonly pairs: readonly (Guessed | null)[]
  readonly offsets: readonly (number | null)[]
  readonly n: number
  readonly off: number | null
}

function rowOf(
  past: Past,
  { series, pairs, offsets, n, off }: Emotion,
  { reach, needed }: { reach: number; needed: number },
  t: TFunction,
): StripRow {
  return {
    id: series.id,
    name: series.title,
    note:
      off === null || n < needed
        ? t('panels.guesses.n', { count: n })
        : t('panels.guesses.off', { value: off, count: n }),
    content: {
      kind: 'offset',
      values: offsets,
      reach,
      above: t('panels.guesses.above', { value: reach }),
      below: t('panels.guesses.below', { value: reach }),
    },
    wordsAt: (index) => {
      const pair = pairs[index] ?? null
      return pair === null
        ? missingAt(past, index, t)
        : `${offsetInWords(pair, t)} (${t('panels.guesses.both', { ...pair })})`
    },
    shortAt: (index) => {
      const pair = pairs[index] ?? null
      return pair === null ? missingAt(past, index, t) : offsetInWords(pair, t)
    },
  }
}

/** The pair of each session, in the version of both forms that has one; null where either is missing. */
function guessesOf(past: Past, series: LevelledSeries): (Guessed | null)[] {
  const versions = [series, ...earlierSeries(past, series)].flatMap((each) =>
    each.pair?.byItems === true ? [{ own: each, guess: each.pair }] : [],
  )
  return past.sessions.map((session) => {
    for (const { own, guess } of versions) {
      const [rating, guessed] = [scoreIn(session, own), scoreIn(session, guess)]
      if (rating !== null && guessed !== null) return { guess: guessed, rating }
    }
    return null
  })
}

/**
 * Guesses lie close to ratings on most scales, so a row reaches as far as the furthest guess on that scale, in whole
 * points.
 */
function reachOf({ series }: Emotion, emotions: readonly Emotion[]): number {
  const range = series.maximum - series.minimum
  const distances = emotions
    .filter((each) => each.series.maximum - each.series.minimum === range)
    .flatMap(({ offsets }) => offsets.map((offset) => Math.ceil(Math.abs(offset ?? 0))))
  return distances.reduce((most, distance) => Math.max(most, distance), Math.ceil(range * leastReach))
}

function offsetInWords({ guess, rating }: Guessed, t: TFunction): string {
  const offset = guess - rating
  return offset === 0
    ? t('panels.guesses.same')
    : t(`panels.guesses.${offset > 0 ? 'higher' : 'lower'}`, { value: Math.abs(offset) })
}

interface Off {
  readonly series: { readonly title: string }
  readonly n: number
  readonly off: number | null
}

/** Which emotions were guessed best and worst, among those with enough pairs. */
function sentenceOf(emotions: readonly Off[], needed: number, t: TFunction): string {
  const known = emotions
    .flatMap(({ series, n, off }) => (off === null || n < needed ? [] : [{ name: series.title, off }]))
    .toSorted((one, other) => one.off - other.off)
  const [closest] = known
  const furthest = known.at(-1)
  if (closest === undefined || furthest === undefined) {
    return t('panels.guesses.few', { count: Math.max(...emotions.map(({ n }) => n)), needed })
  }
  const words = { closest: closest.name, least: closest.off, furthest: furthest.name, most: furthest.off }
  if (known.length === 1) return t('panels.guesses.one', words)
  return t(`panels.guesses.${closest.off === furthest.off ? 'alike' : 'sentence'}`, words)
}
