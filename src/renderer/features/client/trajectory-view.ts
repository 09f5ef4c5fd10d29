import type { TFunction } from 'i18next'
import { describeTrajectory } from '#shared/analytics/index.ts'
import type { SessionSummary } from '#shared/overview/client-overview.ts'
import { episodeParameters } from '#shared/overview/build-overview.ts'
import type { TrajectoryChartProps } from '#renderer/parts/charts/trajectory-types.ts'
import type { EpisodeView } from './episode-view.ts'
import { scoresOf, type Measure } from './measures.ts'
import type { Past } from './past-sessions.ts'
import { ruptureFlag } from './rupture-words.ts'
import { trajectorySentence } from './trajectory-sentence.ts'

type ChartView = Pick<
  TrajectoryChartProps,
  'title' | 'sentence' | 'sessions' | 'episodes' | 'reported' | 'mean' | 'scaleTop' | 'hasTherapist'
> & { isNearCeiling: boolean }

/** What the chart shows of one measure. It draws falls in the client's own rating for the alliance only. */
export function trajectoryView(
  past: Past,
  views: readonly EpisodeView[],
  measure: Measure,
  t: TFunction,
): ChartView {
  const { sessions } = past
  const keys = scoresOf[measure]
  // Only the alliance form has a reason for a missing score.
  const isOfAllianceForm = keys.therapist !== null && measure !== 'felt-empathy'
  const series = sessions.map(({ scores }) => scores[keys.client] ?? null)
  const facts = describeTrajectory(series, {
    minimum: 0,
    maximum: episodeParameters.scaleRange,
    direction: 'higher-is-better',
  })
  const rated = series.filter((value) => value !== null)
  return {
    title: t(`client.course.measure.${measure}`),
    sentence: trajectorySentence({ facts, sessions, views }, measure, t),
    sessions: sessions.map(({ number, date, status, scores, clientMissing }) => ({
      number,
      date,
      status,
      client: scores[keys.client] ?? null,
      therapist: keys.therapist === null ? null : (scores[keys.therapist] ?? null),
      ...missingInWords(isOfAllianceForm ? clientMissing : null, measure, t),
    })),
    episodes:
      measure === 'alliance'
        ? views
            .filter(({ rater }) => rater === 'client')
            .map(({ label, state, level, episode }) => ({
              label,
              state,
              level,
              peakIndex: episode.peak,
              troughIndex: episode.trough,
              endIndex: episode.end,
            }))
        : [],
    reported: sessions.flatMap(({ ruptureNote }, index) =>
      ruptureNote === null ? [] : [{ index, text: ruptureFlag(ruptureNote, t) }],
    ),
    mean: facts.isEnoughForALine ? rated.reduce((sum, value) => sum + value, 0) / rated.length : null,
    scaleTop: episodeParameters.scaleRange,
    hasTherapist: keys.therapist !== null,
    isNearCeiling: facts.isNearCeiling,
  }
}

/**
 * Why a rating is missing. A form answered in part has no overall score, but each of its items is rated or left out.
 */
function missingInWords(
  reason: SessionSummary['clientMissing'],
  measure: Measure,
  t: TFunction,
): Pick<TrajectoryChartProps['sessions'][number], 'missingReason' | 'missingWords'> {
  if (reason === null) return { missingReason: null }
  if (reason !== 'partly-answered') return { missingReason: t(`client.course.missing.${reason}`) }
  return measure === 'alliance'
    ? { missingReason: null, missingWords: t('client.course.partlyAnswered') }
    : { missingReason: t('client.course.itemLeftOut') }
}
