import { parseDate } from '@internationalized/date'
import type { TFunction } from 'i18next'
import { seriesId } from '#shared/series/client-series.ts'
import { scoreBefore } from './past-sessions.ts'
import { countsInCourse } from '#shared/records/session.ts'
import type { ClientOverview } from '#shared/overview/client-overview.ts'
import type { OutcomeStatus } from '#shared/overview/outcome-status.ts'
import type { TrajectorySession } from '#renderer/parts/charts/trajectory-types.ts'

type Sessions = ClientOverview['sessions']

/** The number of the session at an index of the overview. */
export function numberAt(sessions: Sessions, index: number): number {
  return sessions[index]?.number ?? index + 1
}

/** One questionnaire's scores for the chart, without future sessions: those are not gaps. */
export function outcomeSessions(
  status: OutcomeStatus,
  sessions: Sessions,
  t: TFunction,
): TrajectorySession[] {
  const leftOut = new Set(status.leftOut)
  const totals = new Set(status.totals)
  const series = { id: seriesId('client', status.instrumentId, status.scale.id) }
  return sessions.flatMap(({ number, date, status: attendance }, index) =>
    !countsInCourse(attendance)
      ? []
      : [
          {
            number,
            date,
            status: attendance,
            client: status.scores[index] ?? null,
            therapist: null,
            before: { client: scoreBefore(sessions[index], series), therapist: null },
            missingReason: null,
            ...(totals.has(index) ? { isTotal: true } : {}),
            ...(leftOut.has(index) ? { missingWords: t('outcome.earlierVersion') } : {}),
          },
        ],
  )
}

/** What the marks of totals stand for; null if another program gave none. */
export function totalsNote({ totals, asksAboutRisk }: OutcomeStatus, t: TFunction): string | null {
  if (totals.length === 0) return null
  return t(asksAboutRisk ? 'outcome.totals.noteWithRisk' : 'outcome.totals.note')
}

/**
 * Compares the latest rating with the baseline in one sentence, with both ratings, the threshold and n, and names those
 * that are totals without answers.
 */
export function outcomeSentence(status: OutcomeStatus, sessions: Sessions, t: TFunction): string {
  const { at } = status.change
  const given = [at.baseline ?? status.baseline.session, at.current].filter(
    (place, index, both) => place !== null && status.totals.includes(place) && both.indexOf(place) === index,
  )
  const compared = comparedInWords(status, sessions, t)
  if (given.length === 0) return compared
  const numbers = given.map((place) => String(numberAt(sessions, place ?? 0)))
  const source = t('outcome.totals.compared', { count: given.length, sessions: numbers })
  return `${compared} ${source}`
}

function comparedInWords(status: OutcomeStatus, sessions: Sessions, t: TFunction): string {
  const { change, scale, baseline, n } = status
  const { values, at, verdict } = change
  const named = { scale: scale.title, n, threshold: status.threshold.points }
  if (values === null || at.baseline === null || at.current === null) {
    return t('outcome.sentence.tooFew', {
      ...named,
      count: n,
      before: status.scores[baseline.session] ?? 0,
      from: numberAt(sessions, baseline.session),
    })
  }
  return t(`outcome.sentence.${kindOfChange(scale.direction, values.change, verdict.change)}`, {
    ...named,
    before: values.before,
    after: values.after,
    points: Math.abs(values.change),
    from: numberAt(sessions, at.baseline),
    to: numberAt(sessions, at.current),
    later: timeBetween(sessions[at.baseline], sessions[at.current], t),
  })
}

/** The weeks between two sessions in words; nothing if the later number has the earlier date. */
function timeBetween(
  before: Sessions[number] | undefined,
  after: Sessions[number] | undefined,
  t: TFunction,
): string {
  if (before === undefined || after === undefined) return ''
  const days = parseDate(after.date).compare(parseDate(before.date))
  if (days < 0) return ''
  return t('outcome.later', { count: days < 7 ? 0 : Math.round(days / 7) })
}

function kindOfChange(
  direction: OutcomeStatus['scale']['direction'],
  change: number,
  verdict: OutcomeStatus['change']['verdict']['change'],
) {
  if (verdict === 'reliably-better') return 'better'
  if (verdict === 'reliably-worse') return 'worse'
  if (change === 0) return 'same'
  return change > 0 === (direction === 'higher-is-better') ? 'slightlyBetter' : 'slightlyWorse'
}
