import type { TFunction } from 'i18next'
import { meanOf, pairRatings } from '#shared/analytics/series.ts'
import type { LevelledSeries } from '#shared/overview/client-overview.ts'
import type { Moment, StripRow } from '#renderer/parts/charts/strip-types.ts'
import { scoreBefore, type Past } from '../past-sessions.ts'
import { isNewestVersion, valuesOf } from '../series-values.ts'
import { missingAt, type StripPanel } from './panel.ts'

/** One feeling of the therapist's, rated before the session, after it, or both. */
export interface Feeling {
  readonly id: string
  readonly name: string
  readonly before: LevelledSeries | null
  readonly after: LevelledSeries | null
}

/** The therapist's feelings: a scale before the session belongs to the one of the same id and range after it. */
export function feelingsOf({ series }: Pick<Past, 'series'>): Feeling[] {
  const own = series.filter(
    (each) =>
      each.rater === 'therapist' &&
      each.construct === 'therapist.feelings' &&
      isNewestVersion(each) &&
      each.level.rated > 0,
  )
  const befores = own.filter(({ occasion }) => occasion === 'before')
  const afters = own.filter(({ occasion }) => occasion !== 'before')
  const partnerOf = (one: LevelledSeries, others: readonly LevelledSeries[]) =>
    others.find(
      ({ scaleId, minimum, maximum }) =>
        scaleId === one.scaleId && minimum === one.minimum && maximum === one.maximum,
    ) ?? null
  return [
    ...afters.map((after): Feeling => {
      return { id: after.id, name: after.title, before: partnerOf(after, befores), after }
    }),
    ...befores
      .filter((before) => partnerOf(before, afters) === null)
      .map((before): Feeling => ({ id: before.id, name: before.title, before, after: null })),
  ]
}

/** How each feeling went from before the session to after it, and the words chosen; null if there are neither. */
export function feelingsPanel(past: Past, t: TFunction): StripPanel | null {
  const words = wordsRow(past, t)
  const drawn = feelingsOf(past).map((feeling) => {
    const before =
      feeling.before === null
        ? past.sessions.map((session) => scoreBefore(session, feeling.after))
        : valuesOf(past, feeling.before)
    const after = feeling.after === null ? past.sessions.map(() => null) : valuesOf(past, feeling.after)
    return {
      ...feeling,
      before,
      after,
      scale: feeling.after ?? feeling.before,
      pairs: pairRatings(before, after, 0),
    }
  })
  if (drawn.length === 0) {
    const count = past.sessions.filter(({ feelingWords }) => feelingWords !== null).length
    const sentence = t('panels.feelings.onlyWords', { count })
    return words === null ? null : { id: 'feelings', sentence, note: null, rows: [words] }
  }
  const rows = drawn.map(({ id, name, before, after, scale, pairs }): StripRow => ({
    id,
    name,
    note: t('panels.feelings.n', { count: pairs.first.length }),
    content: { kind: 'change', before, after, minimum: scale?.minimum ?? 0, maximum: scale?.maximum ?? 10 },
    wordsAt: (index) =>
      stepInWords(before[index] ?? null, after[index] ?? null, t) ?? missingAt(past, index, t),
  }))
  return {
    id: 'feelings',
    sentence: drawn.map(({ name, pairs }) => meansInWords(name, pairs, past, t)).join(' '),
    note: t('panels.feelings.marks'),
    rows: words === null ? rows : [...rows, words],
  }
}

/** A mark for each session in which the therapist chose words for their feelings; null if there is none. */
function wordsRow({ sessions }: Past, t: TFunction): StripRow | null {
  const moments = sessions.flatMap(({ feelingWords }, index): Moment[] => {
    if (feelingWords === null) return []
    const { before, after } = feelingWords
    const words = [
      ...(before.length === 0 ? [] : [t('panels.feelings.wordsBefore', { words: before })]),
      ...(after.length === 0 ? [] : [t('panels.feelings.wordsAfter', { words: after })]),
    ]
    return [{ index, to: index, words: words.join('; ') }]
  })
  if (moments.length === 0) return null
  return {
    id: 'words',
    name: t('panels.feelings.words'),
    note: null,
    content: { kind: 'moments', moments, mark: 'page' },
    wordsAt: (index) =>
      moments.find((moment) => moment.index === index)?.words ?? t('panels.moments.nothing'),
  }
}

function meansInWords(
  name: string,
  { first, second }: ReturnType<typeof pairRatings>,
  { parameters }: Past,
  t: TFunction,
): string {
  const [before, after] = [meanOf(first), meanOf(second)]
  const count = first.length
  const needed = parameters.congruencePairs
  return before === null || after === null || count < needed
    ? t('panels.feelings.few', { name, count, needed })
    : t('panels.feelings.means', { name, before, after, count })
}

function stepInWords(before: number | null, after: number | null, t: TFunction): string | null {
  if (before !== null && after !== null) return t('panels.feelings.both', { before, after })
  if (before !== null) return t('panels.feelings.before', { before })
  return after === null ? null : t('panels.feelings.after', { after })
}
