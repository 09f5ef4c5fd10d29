import type { TFunction } from 'i18next'
import { initialRuleParameters } from '#shared/rule-settings/rule-parameters.ts'
import { courseSessions, ratingsIn, type BundledSeries } from '#shared/review/bundled-course.ts'
import type { ReviewedClient } from '#shared/review/supervisee.ts'
import { feelingInWords, feelingRow, pairFeelings } from '#renderer/parts/charts/feeling-rows.ts'
import { isEmptyAt, type StripRow } from '#renderer/parts/charts/strip-types.ts'

/** The therapist's feelings in the sessions of a received client, a row each. */
export interface FeelingsStrip {
  readonly sentence: string
  readonly rows: readonly StripRow[]
}

/** Whether the strip of feelings shows a series; one of an earlier form is drawn as a line. */
export function isFeeling({ id, rater, construct }: BundledSeries): boolean {
  return rater === 'therapist' && construct === 'therapist.feelings' && !id.includes('@')
}

/** How each of the therapist's feelings went from before the session to after it; null if none was shared. */
export function feelingsStrip(content: ReviewedClient['content'], t: TFunction): FeelingsStrip | null {
  const sessions = courseSessions(content)
  const unrated = sessions.map(() => null)
  const drawn = pairFeelings(
    content.series.filter((series) => isFeeling(series) && series.scores.length > 0),
  ).map((feeling) => {
    const { before, after } = feeling
    const ratings = {
      before: before === null ? unrated : ratingsIn(before, sessions),
      after: after === null ? unrated : ratingsIn(after, sessions),
    }
    return { feeling, ratings }
  })
  if (drawn.length === 0) return null
  const missingAt = (index: number) => t(`charts.notRatedStatus.${sessions[index]?.status ?? 'held'}`)
  return {
    sentence: drawn
      .map(({ feeling: { name }, ratings }) =>
        feelingInWords(name, ratings, initialRuleParameters.congruencePairs, t),
      )
      .join(' '),
    rows: drawn.map(({ feeling, ratings }) => feelingRow(feeling, ratings, missingAt, t)),
  }
}

/** What the readout says of the feelings in one session: a line, or none. */
export function feelingsAt(strip: FeelingsStrip | null, index: number, t: TFunction): string[] {
  const filled = strip?.rows.filter((row) => !isEmptyAt(row, index)) ?? []
  if (filled.length === 0) return []
  const values = filled.map(({ name, wordsAt }) => t('panels.named', { name, words: wordsAt(index) }))
  return [t('panels.line', { panel: t('review.course.feelings'), values: values.join(', ') })]
}
