import type { TFunction } from 'i18next'
import { meanOf, pairRatings } from '#shared/analytics/series.ts'
import type { StripRow, StripValues } from './strip-types.ts'

/** What tells whether two scales are of the same feeling. */
interface FeelingScale {
  readonly id: string
  readonly title: string
  readonly scaleId: string
  readonly occasion: string
  readonly minimum: number
  readonly maximum: number
}

/** One feeling of the therapist's, rated before the session, after it, or both. */
export interface Feeling<Scale extends FeelingScale> {
  readonly id: string
  readonly name: string
  readonly before: Scale | null
  readonly after: Scale | null
}

/** Pairs scales of feelings: one before the session belongs to the one of the same id and range after it. */
export function pairFeelings<Scale extends FeelingScale>(own: readonly Scale[]): Feeling<Scale>[] {
  const befores = own.filter(({ occasion }) => occasion === 'before')
  const afters = own.filter(({ occasion }) => occasion !== 'before')
  const partnerOf = (one: Scale, others: readonly Scale[]) =>
    others.find(
      ({ scaleId, minimum, maximum }) =>
        scaleId === one.scaleId && minimum === one.minimum && maximum === one.maximum,
    ) ?? null
  return [
    ...afters.map((after) => ({ id: after.id, name: after.title, before: partnerOf(after, befores), after })),
    ...befores
      .filter((before) => partnerOf(before, afters) === null)
      .map((before) => ({ id: before.id, name: before.title, before, after: null })),
  ]
}

/** The ratings of one feeling, session by session. */
interface FeelingRatings {
  readonly before: StripValues
  readonly after: StripValues
}

/** The row of one feeling, from before the session to after it; `missingAt` says what there is where it has nothing. */
export function feelingRow(
  { id, name, before, after }: Feeling<FeelingScale>,
  ratings: FeelingRatings,
  missingAt: (index: number) => string,
  t: TFunction,
): StripRow {
  const { minimum = 0, maximum = 10 } = after ?? before ?? {}
  return {
    id,
    name,
    note: t('panels.feelings.n', { count: pairRatings(ratings.before, ratings.after, 0).first.length }),
    content: { kind: 'change', ...ratings, minimum, maximum },
    wordsAt: (index) =>
      stepInWords(ratings.before[index] ?? null, ratings.after[index] ?? null, t) ?? missingAt(index),
  }
}

/** How a feeling went on average, or how many sessions are needed to say. */
export function feelingInWords(
  name: string,
  { before, after }: FeelingRatings,
  needed: number,
  t: TFunction,
): string {
  const { first, second } = pairRatings(before, after, 0)
  const [was, became] = [meanOf(first), meanOf(second)]
  const count = first.length
  return was === null || became === null || count < needed
    ? t('panels.feelings.few', { name, count, needed })
    : t('panels.feelings.means', { name, before: was, after: became, count })
}

function stepInWords(before: number | null, after: number | null, t: TFunction): string | null {
  if (before !== null && after !== null) return t('panels.feelings.both', { before, after })
  if (before !== null) return t('panels.feelings.before', { before })
  return after === null ? null : t('panels.feelings.after', { after })
}
