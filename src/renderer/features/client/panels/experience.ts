import type { TFunction } from 'i18next'
import { congruence } from '#shared/analytics/index.ts'
import type { Series } from '#shared/analytics/series.ts'
import type { LevelledSeries } from '#shared/overview/client-overview.ts'
import type { SlopeRow } from '#renderer/parts/charts/slope-types.ts'
import { measureInSentence, measureName, measuresOf } from '../measures.ts'
import type { Past } from '../past-sessions.ts'
import { valuesOf } from '../series-values.ts'
import { feelingsOf } from './feelings-panel.ts'

/** How the therapist's feelings go with one of the client's ratings, in the same session and in the next. */
export interface Experience {
  readonly id: string
  /** The client's rating, as a choice. */
  readonly name: string
  readonly sentence: string
  readonly note: string
  readonly rows: readonly SlopeRow[]
}

/** Every rating of the client's about a session that is comparable often enough with one of the feelings. */
export function experiencesOf(past: Past, t: TFunction): Experience[] {
  const feelings = feelingsOf(past).flatMap(({ id, name, before, after }) => [
    ...(before === null
      ? []
      : [{ id: `${id} before`, name, when: 'before' as const, values: valuesOf(past, before) }]),
    ...(after === null
      ? []
      : [{ id: `${id} after`, name, when: 'after' as const, values: valuesOf(past, after) }]),
  ])
  return measuresOf(past)
    .filter(({ rater }) => rater === 'client')
    .flatMap((series): Experience[] => {
      const experience = valuesOf(past, series)
      const later = [...experience.slice(1), null]
      const rows = feelings.flatMap(({ id, name, when, values }) =>
        (['same', 'next'] as const).flatMap((session): SlopeRow[] => {
          const slope = slopeOf(
            values,
            session === 'same' ? experience : later,
            past.parameters.congruencePairs,
          )
          return slope === null
            ? []
            : [
                {
                  id: `${id} ${session}`,
                  name: t(`panels.experience.feeling.${when}`, { name }),
                  session,
                  sessionName: t(`panels.experience.session.${session}`),
                  ...slope,
                },
              ]
        }),
      )
      return rows.length === 0
        ? []
        : [
            {
              id: series.id,
              name: measureName(series, t),
              sentence: sentenceOf(rows, series, t),
              note: noteOf(rows.length, t),
              rows,
            },
          ]
    })
}

/** Points of the client's rating for one point of the feeling, with the 95% interval; null with too few sessions. */
function slopeOf(
  feeling: Series,
  experience: Series,
  needed: number,
): Pick<SlopeRow, 'points' | 'low' | 'high' | 'n'> | null {
  const found = congruence(feeling, experience)
  if (found === null || found.pairs < needed || found.trackingMargin === null) return null
  const { tracking: points, trackingMargin: margin, pairs: n } = found
  return { points, low: points - margin, high: points + margin, n }
}

/** The row that is clearest off zero, if any is. */
function sentenceOf(rows: readonly SlopeRow[], series: LevelledSeries, t: TFunction): string {
  const measure = measureInSentence(series, t)
  const clear = rows
    .filter(({ low, high }) => low > 0 || high < 0)
    .toSorted((one, other) => clarity(other) - clarity(one))
  const [first] = clear
  if (first === undefined) {
    const counts = rows.map(({ n }) => n)
    return t('panels.experience.none', { measure, least: Math.min(...counts), most: Math.max(...counts) })
  }
  return t(`panels.experience.${first.points > 0 ? 'higher' : 'lower'}`, {
    feeling: first.name,
    session: first.sessionName,
    measure,
    points: Math.abs(first.points),
    count: first.n,
  })
}

/** How many times its margin a slope lies off zero. */
function clarity({ points, high }: SlopeRow): number {
  return Math.abs(points) / Math.max(Number.EPSILON, high - points)
}

const confidence = 0.95

/** With several intervals one may lie off zero by chance; says how often. */
function noteOf(intervals: number, t: TFunction): string {
  return t('panels.experience.note', { count: intervals, share: 100 * (1 - confidence ** intervals) })
}
