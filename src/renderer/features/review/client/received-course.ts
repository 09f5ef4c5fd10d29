import type { TFunction } from 'i18next'
import { levelOfSeries } from '#shared/series/series-level.ts'
import {
  courseSessions,
  pairOfBundled,
  ratingsIn,
  type BundledEpisode,
  type BundledSeries,
} from '#shared/review/bundled-course.ts'
import type { ReviewedClient } from '#shared/review/supervisee.ts'
import type {
  ReportedRupture,
  TrajectoryEpisode,
  TrajectorySession,
} from '#renderer/parts/charts/trajectory-types.ts'
import { isFeeling } from './feelings-strip.ts'
import { kindOfRupture } from '#shared/records/rupture-note.ts'

type Content = ReviewedClient['content']

/** What the charts show of one series of a received client. */
export interface ReceivedLine {
  readonly series: BundledSeries
  readonly title: string
  readonly sentence: string
  readonly sessions: readonly TrajectorySession[]
  readonly hasTherapist: boolean
  readonly mean: number | null
}

/** A fall with its short name: "R1" at rupture level, "D1" for a dip, "T1" in the therapist's own ratings. */
export interface NamedEpisode {
  readonly label: string
  readonly episode: BundledEpisode
}

/** What a series is called on this page. */
function seriesName({ title, instrumentTitle, rater }: BundledSeries, t: TFunction): string {
  return t(`review.course.name.${rater}`, { scale: title, instrument: instrumentTitle })
}

/** Every series to draw as a line: the client's, and the therapist's that go with none of the client's. The lead comes first. */
export function linesOf(content: Content, t: TFunction): ReceivedLine[] {
  const pairs = new Map(content.series.map((series) => [series.id, pairOfBundled(series, content)]))
  const drawn = content.series.filter(
    (series) => !isFeeling(series) && (series.rater === 'client' || (pairs.get(series.id) ?? null) === null),
  )
  const lead = drawn.find(({ id }) => id === content.lead)
  const ordered = lead === undefined ? drawn : [lead, ...drawn.filter((series) => series !== lead)]
  return ordered.map((series) => lineOf(series, pairs.get(series.id) ?? null, content, t))
}

function lineOf(
  series: BundledSeries,
  pair: BundledSeries | null,
  content: Content,
  t: TFunction,
): ReceivedLine {
  const sessions = courseSessions(content)
  const ratings = ratingsIn(series, sessions)
  const others = pair === null ? [] : ratingsIn(pair, sessions)
  const isTherapists = series.rater === 'therapist'
  const level = levelOfSeries(
    ratings,
    sessions.map(({ number }) => number),
    series,
  )
  return {
    series,
    title: seriesName(series, t),
    sentence:
      level.last === null
        ? t('review.course.never')
        : t('review.course.sentence', {
            count: level.rated,
            sessions: sessions.length,
            mean: level.mean ?? level.last.value,
            last: level.last.value,
            session: level.last.session,
          }),
    sessions: sessions.map(({ number, week, date, status }, place) => ({
      number,
      week,
      date,
      status,
      client: isTherapists ? null : (ratings[place] ?? null),
      therapist: (isTherapists ? ratings : others)[place] ?? null,
      missingReason: null,
      ...(isTherapists ? { isClientAsked: false } : {}),
    })),
    hasTherapist: isTherapists || pair !== null,
    mean: level.isEnoughForALine && !isTherapists ? level.mean : null,
  }
}

/** Every fall in the order of its beginning, named as on the therapist's own page. */
export function namedEpisodes({ episodes, series }: Content): NamedEpisode[] {
  const raters = new Map(series.map(({ id, rater }) => [id, rater]))
  const next = { R: 1, D: 1, T: 1 }
  return episodes
    .toSorted((one, other) => one.peak - other.peak)
    .map((episode) => {
      const letter =
        raters.get(episode.series) === 'therapist' ? 'T' : episode.level === 'rupture' ? 'R' : 'D'
      const label = `${letter}${String(next[letter])}`
      next[letter] += 1
      return { label, episode }
    })
}

/** The falls of one series at the places of its sessions. */
export function episodesAt(named: readonly NamedEpisode[], line: ReceivedLine): TrajectoryEpisode[] {
  const places = new Map(line.sessions.map(({ number }, index) => [number, index]))
  return named
    .filter(({ episode }) => episode.series === line.series.id && line.series.rater === 'client')
    .flatMap(({ label, episode: { state, level, peak, trough, end } }) => {
      const [peakIndex, troughIndex] = [places.get(peak), places.get(trough)]
      if (peakIndex === undefined || troughIndex === undefined) return []
      const endIndex = end === null ? null : (places.get(end) ?? null)
      return [{ label, state, level, peakIndex, troughIndex, endIndex }]
    })
}

/** The noted strains at the places of the sessions in the course. */
export function reportedAt(content: Content, t: TFunction): ReportedRupture[] {
  return courseSessions(content).flatMap(({ rupture }, index) =>
    rupture === null ? [] : [{ index, text: t(`review.course.flag.${kindOfRupture(rupture)}`) }],
  )
}

/** What every series says of one session, in a line each. */
export function wordsAt(lines: readonly ReceivedLine[], index: number, t: TFunction): string[] {
  return lines.flatMap(({ title: name, sessions }) => {
    const { client = null, therapist = null } = sessions[index] ?? {}
    if (client === null) return therapist === null ? [] : [t('panels.raters.therapist', { name, therapist })]
    return therapist === null
      ? [t('panels.raters.client', { name, client })]
      : [t('panels.raters.both', { name, client, therapist })]
  })
}
