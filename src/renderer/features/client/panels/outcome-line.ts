import type { TFunction } from 'i18next'
import type { ClientOverview } from '#shared/overview/client-overview.ts'
import type { OutcomeStatus } from '#shared/overview/outcome-status.ts'
import { countsInCourse } from '#shared/records/session.ts'
import type { NamedScore } from '#renderer/parts/charts/line-plot-types.ts'
import { numberAt, outcomeSentence, outcomeSessions, totalsNote } from '../outcome-view.ts'
import type { LinePanel } from './line-view.ts'

/** A questionnaire's scores with its cut-offs, and the corridor of changes from its baseline that are not reliable. */
export function outcomeLine(
  status: OutcomeStatus,
  sessions: ClientOverview['sessions'],
  t: TFunction,
): LinePanel {
  const { scale, threshold, baseline, cutoffs } = status
  const before = status.scores[baseline.session] ?? null
  const isLowerBetter = scale.direction === 'lower-is-better'
  const place = sessions.slice(0, baseline.session).filter((each) => countsInCourse(each.status)).length
  const corridor =
    before === null ? null : { from: place, low: before - threshold.points, high: before + threshold.points }
  const ends: NamedScore[] =
    corridor === null
      ? []
      : [
          { value: corridor.low, side: isLowerBetter ? ('better' as const) : ('worse' as const) },
          { value: corridor.high, side: isLowerBetter ? ('worse' as const) : ('better' as const) },
        ]
          .filter(({ value }) => value >= scale.minimum && value <= scale.maximum)
          .map(({ value, side }) => ({
            value,
            isCutoff: false,
            words: t(`panels.outcome.${side}.${isLowerBetter ? 'lower' : 'higher'}`, { value }),
          }))
  const notes = [
    before === null
      ? null
      : t('panels.outcome.corridor', {
          before,
          session: numberAt(sessions, baseline.session),
          points: threshold.points,
        }),
    totalsNote(status, t),
  ].filter((note) => note !== null)
  return {
    id: status.instrumentId,
    title: scale.title,
    sentence: outcomeSentence(status, sessions, t),
    sessions: outcomeSessions(status, sessions, t),
    formChanges: [],
    scaleBottom: scale.minimum,
    scaleTop: scale.maximum,
    betterIs: isLowerBetter ? 'lower' : 'higher',
    hasTherapist: false,
    scores: [
      ...cutoffs.map(({ value }): NamedScore => ({
        value,
        isCutoff: true,
        words: t('panels.outcome.cutoff', { value }),
      })),
      ...ends,
    ],
    corridor,
    note: notes.length === 0 ? null : notes.join(' '),
  }
}
