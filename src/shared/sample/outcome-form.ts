import type { Form } from './forms.ts'
import { answered } from './forms.ts'
import type { Random } from './random.ts'
import { spread } from './spread.ts'

/** Sum scores of one outcome questionnaire, session by session; `null` if it was not given. */
export type OutcomeSeries = {
  instrumentId: string
  /** The items of the sum, each answered with a whole number from 0 to `maximum`. */
  items: readonly string[]
  /** Items that always stay at 0: a risk item, so that no fictional client raises an alarm by chance. */
  itemsAtZero: readonly string[]
  maximum: number
  totals: readonly (number | null)[]
}

/** A course of PHQ-9 totals without thoughts of death; up to 24, because item 9 stays at 0. */
export function phq9Course(totals: OutcomeSeries['totals']): OutcomeSeries {
  return {
    instrumentId: 'phq-9',
    items: [1, 2, 3, 4, 5, 6, 7, 8].map((number) => `phq9-${number}`),
    itemsAtZero: ['phq9-9'],
    maximum: 3,
    totals,
  }
}

/** The client's questionnaire of that session, or null if it was not given. */
export function outcomeForm(series: OutcomeSeries, sessionNumber: number, random: Random): Form | null {
  const total = series.totals[sessionNumber - 1]
  if (total === null || total === undefined) {
    return null
  }
  const values = spread(total, series.items.length, series.maximum, random)
  return {
    instrumentId: series.instrumentId,
    rater: 'client',
    occasion: 'after',
    answers: {
      ...answered(series.items, values),
      ...answered(
        series.itemsAtZero,
        series.itemsAtZero.map(() => 0),
      ),
    },
    words: [],
    comment: '',
  }
}
