import type { TFunction } from 'i18next'
import type { LevelledSeries, SessionSummary } from '#shared/overview/client-overview.ts'
import type { TrajectoryChartProps } from '#renderer/parts/charts/trajectory-types.ts'
import type { EpisodeView } from './episode-view.ts'
import { measureName } from './measures.ts'
import { scoreIn, type Past } from './past-sessions.ts'
import { ruptureFlag } from './rupture-words.ts'
import { earlierSeries, firstScore, scoreBeforeFirst } from './series-values.ts'
import { trajectorySentence } from './trajectory-sentence.ts'

type ChartView = Pick<
  TrajectoryChartProps,
  | 'title'
  | 'sentence'
  | 'sessions'
  | 'episodes'
  | 'reported'
  | 'formChanges'
  | 'mean'
  | 'scaleBottom'
  | 'scaleTop'
  | 'hasTherapist'
> & { isNearCeiling: boolean }

/** What the chart shows of one series; falls in the client's own ratings only for the one that leads the page. */
export function trajectoryView(
  past: Past,
  views: readonly EpisodeView[],
  series: LevelledSeries,
  t: TFunction,
): ChartView {
  const { sessions, lead } = past
  const { level, pair } = series
  const isLead = series.id === lead.client?.id
  const isTherapists = series.rater === 'therapist'
  // Why a score is missing is known for the form of the series that leads.
  const isOfLeadForm = series.instrumentId === lead.client?.instrumentId
  const earlier = earlierSeries(past, series)
  const pairs = [...earlier.map((each) => each.pair), pair].flatMap((each) =>
    each?.byItems === true ? [each] : [],
  )
  const formChanges = changesOf(sessions, [...earlier, series])
  const scaleOf = {
    client: isTherapists ? [] : [series, ...earlier],
    // On another metric the therapist's ratings have no place on this scale.
    therapist: isTherapists ? [series, ...earlier] : pair?.byItems === true ? pairs : [],
  }
  const places = new Map(sessions.map(({ number }, index) => [number, index]))
  const placeOf = (number: number) => places.get(number) ?? 0
  return {
    title: measureName(series, t),
    sentence: [
      trajectorySentence({ series, isLead, sessions, views }, t),
      ...formChanges
        .slice(-1)
        .map((index) => t('client.course.formChanged', { session: sessions[index]?.number ?? 0 })),
    ].join(' '),
    formChanges,
    sessions: sessions.map((session) => ({
      number: session.number,
      date: session.date,
      status: session.status,
      client: firstScore(session, scaleOf.client),
      therapist: firstScore(session, scaleOf.therapist),
      before: {
        client: scoreBeforeFirst(session, scaleOf.client),
        therapist: scoreBeforeFirst(session, scaleOf.therapist),
      },
      ...(isTherapists
        ? { missingReason: null, missingWords: t('client.course.notTheirs'), isClientAsked: false }
        : missingInWords(isOfLeadForm ? session.clientMissing : null, isLead, t)),
    })),
    episodes: isLead
      ? views
          .filter(({ rater }) => rater === 'client')
          .map(({ label, state, level: depth, explained: { at } }) => ({
            label,
            state,
            level: depth,
            peakIndex: placeOf(at.peak),
            troughIndex: placeOf(at.trough),
            endIndex: at.end === null ? null : placeOf(at.end),
          }))
      : [],
    reported: sessions.flatMap(({ ruptureNote }, index) =>
      ruptureNote === null ? [] : [{ index, text: ruptureFlag(ruptureNote, t) }],
    ),
    mean: level.isEnoughForALine && !isTherapists ? level.mean : null,
    scaleBottom: series.minimum,
    scaleTop: series.maximum,
    hasTherapist: isTherapists || pair?.byItems === true,
    isNearCeiling: level.isNearCeiling,
  }
}

/** The places of the sessions from which another version of the form was answered. */
function changesOf(sessions: readonly SessionSummary[], versions: readonly LevelledSeries[]): number[] {
  const changes: number[] = []
  let before: string | null = null
  sessions.forEach((session, index) => {
    const id = versions.find((each) => scoreIn(session, each) !== null)?.id ?? null
    if (id === null) return
    if (before !== null && before !== id) changes.push(index)
    before = id
  })
  return changes
}

/**
 * Why a rating is missing. A form answered in part has no overall score, but each of its items is rated or left out.
 */
function missingInWords(
  reason: SessionSummary['clientMissing'],
  isLead: boolean,
  t: TFunction,
): Pick<TrajectoryChartProps['sessions'][number], 'missingReason' | 'missingWords'> {
  if (reason === null) return { missingReason: null }
  if (reason !== 'partly-answered') return { missingReason: t(`client.course.missing.${reason}`) }
  return isLead
    ? { missingReason: null, missingWords: t('client.course.partlyAnswered') }
    : { missingReason: t('client.course.itemLeftOut') }
}
