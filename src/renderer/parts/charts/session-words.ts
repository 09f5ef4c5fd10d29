import type { TFunction } from 'i18next'
import { numberFormat, type NumberFormat } from '#renderer/lib/numbers.ts'
import { longBreaks } from './long-breaks.ts'
import { sessionDayInWords } from './session-day.ts'
import type { ReportedRupture, TrajectoryEpisode, TrajectorySession } from './trajectory-types.ts'

/** One session in words, for the readout and the table. */
export type SessionWords = {
  index: number
  number: string
  date: string
  heading: string
  client: string
  therapist: string
  /** The names of the episodes that include it, "R1 repaired". */
  episodes: string[]
  /** The same with what happens here, "R1 repaired: lowest here". */
  episodePoints: string[]
  reported: string[]
  /** Set if more than three weeks passed before it, or if the form changed with it. */
  breakBefore: string | null
}

/** Gives a function that describes one session, by its index; a missing rating has its reason. */
export function sessionDescriber(
  {
    sessions,
    episodes,
    reported,
    formChanges = [],
    changeWords,
  }: {
    sessions: readonly TrajectorySession[]
    episodes: readonly TrajectoryEpisode[]
    reported: readonly ReportedRupture[]
    formChanges?: readonly number[]
    /** What changed at these places, if it is not the form. */
    changeWords?: string | undefined
  },
  t: TFunction,
  language: string,
): (index: number) => SessionWords | null {
  const scores = scoreFormat(language)
  const breaks = new Map(longBreaks(sessions).map(({ index, weeks }) => [index, weeks]))
  return (index) => {
    const session = sessions[index]
    if (session === undefined) return null
    const around = episodes.filter((episode) => isWithin(episode, index))
    const date = sessionDayInWords(session, t)
    const weeks = breaks.get(index)
    const score = (rater: 'client' | 'therapist', value: number) => {
      const before = session.before?.[rater] ?? null
      const after = scores.format(value)
      return before === null ? after : t('charts.alsoBefore', { after, before })
    }
    const clientWords = ({ isTotal = false }: TrajectorySession, value: number) =>
      isTotal ? t('charts.totalOnly', { score: score('client', value) }) : score('client', value)
    return {
      index,
      number: String(session.number),
      date,
      heading: t('charts.sessionHeading', { number: session.number, date }),
      client: session.client === null ? missingWords(session, t) : clientWords(session, session.client),
      therapist: session.therapist === null ? t('charts.notRated') : score('therapist', session.therapist),
      episodes: around.map((episode) => episodeName(episode, t)),
      episodePoints: around.map((episode) =>
        t(`charts.episodePoint.${pointOf(episode, index)}`, { episode: episodeName(episode, t) }),
      ),
      reported: reported.filter((report) => report.index === index).map((report) => report.text),
      breakBefore:
        [
          ...(weeks === undefined ? [] : [t('charts.breakBefore', { count: weeks })]),
          ...(formChanges.includes(index) ? [changeWords ?? t('charts.formChanged')] : []),
        ].join(', ') || null,
    }
  }
}

/** The day, with what lies between the session before and this one. */
export const dayWithBreak = ({ date, breakBefore }: Pick<SessionWords, 'date' | 'breakBefore'>): string =>
  breakBefore === null ? date : `${date} (${breakBefore})`

/** An episode's short name with its state, "R2 open". */
export function episodeName(episode: TrajectoryEpisode, t: TFunction): string {
  return t(`charts.episode.${episode.state}`, { label: episode.label })
}

/** Scores with at most one digit after the point. */
export function scoreFormat(language: string): NumberFormat {
  return numberFormat({ maximumFractionDigits: 1 }, language)
}

function missingWords(session: TrajectorySession, t: TFunction): string {
  if (session.missingWords !== undefined) return session.missingWords
  return session.missingReason === null
    ? t(`charts.notRatedStatus.${session.status}`)
    : t('charts.notRatedBecause', { reason: session.missingReason })
}

function isWithin(episode: TrajectoryEpisode, index: number): boolean {
  return index >= episode.peakIndex && (episode.endIndex === null || index <= episode.endIndex)
}

function pointOf(episode: TrajectoryEpisode, index: number): 'peak' | 'trough' | 'end' | 'within' {
  if (index === episode.troughIndex) return 'trough'
  if (index === episode.peakIndex) return 'peak'
  return index === episode.endIndex ? 'end' : 'within'
}
