import type { TFunction } from 'i18next'
import type { LevelledSeries } from '#shared/overview/client-overview.ts'
import {
  feelingInWords,
  feelingRow,
  pairFeelings,
  type Feeling,
} from '#renderer/parts/charts/feeling-rows.ts'
import type { Moment, StripRow } from '#renderer/parts/charts/strip-types.ts'
import { scoreBefore, type Past } from '../past-sessions.ts'
import { isNewestVersion, valuesOf } from '../series-values.ts'
import { missingAt, type StripPanel } from './panel.ts'

/** The therapist's feelings that were rated. */
export function feelingsOf({ series }: Pick<Past, 'series'>): Feeling<LevelledSeries>[] {
  return pairFeelings(
    series.filter(
      (each) =>
        each.rater === 'therapist' &&
        each.construct === 'therapist.feelings' &&
        isNewestVersion(each) &&
        each.level.rated > 0,
    ),
  )
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
    return { feeling, ratings: { before, after } }
  })
  if (drawn.length === 0) {
    const count = past.sessions.filter(({ feelingWords }) => feelingWords !== null).length
    const sentence = t('panels.feelings.onlyWords', { count })
    return words === null ? null : { id: 'feelings', sentence, note: null, rows: [words] }
  }
  const rows = drawn.map(({ feeling, ratings }) =>
    feelingRow(feeling, ratings, (index) => missingAt(past, index, t), t),
  )
  return {
    id: 'feelings',
    sentence: drawn
      .map(({ feeling: { name }, ratings }) =>
        feelingInWords(name, ratings, past.parameters.congruencePairs, t),
      )
      .join(' '),
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
