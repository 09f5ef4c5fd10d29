import type { TFunction } from 'i18next'
import type { LevelledSeries, SessionSummary } from '#shared/overview/client-overview.ts'
import type { SeriesLevel } from '#shared/series/series-level.ts'
import type { EpisodeView } from './episode-view.ts'
import { measureInSentence } from './measures.ts'
import { extentInWords, sessionExtent, type SessionExtent } from './session-extent.ts'

/**
 * The course in one sentence, with the number of sessions held and missed and how many of those held have no score.
 *
 * `views` are the falls in both raters' ratings. For the series that leads the page the sentence tells the client's
 * newest fall at rupture level, measured as the rule measures it. Otherwise it gives the usual level, a trend and the
 * last rating.
 */
export function trajectorySentence({ series, isLead, sessions, views }: Course, t: TFunction): string {
  const extent = sessionExtent(sessions, series.id, isLead)
  const measure = measureInSentence(series, t)
  const subject = t(`client.sentence.of.${series.rater}`, { measure })
  const shared = { subject, extent: extentInWords(extent, t) }
  const { last, usual, isEnoughForALine } = series.level
  if (last === null) return withoutScore(extent, shared, t)
  const lastWords = { ...shared, last: last.value, session: last.session }
  if (usual === null || !isEnoughForALine) return t('client.sentence.few', lastWords)
  const falls = isLead ? views.filter(({ rater, level }) => rater === 'client' && level === 'rupture') : []
  const newest = falls.at(-1)
  if (newest !== undefined) {
    return fallInWords(newest, { ...lastWords, which: whichFall(falls.length, t) }, t)
  }
  return t('client.sentence.level', {
    ...lastWords,
    usual: usual.mean,
    trend: trendInWords(series.level, t),
    against: againstUsualInWords(series.level, t),
  })
}

function trendInWords({ trend }: SeriesLevel, t: TFunction): string {
  if (trend === null) return ''
  return t(trend.change > 0 ? 'client.sentence.grown' : 'client.sentence.sunk', {
    change: Math.abs(trend.change),
  })
}

function againstUsualInWords({ isLastAsUsual, lastAgainstUsual }: SeriesLevel, t: TFunction): string {
  if (isLastAsUsual || lastAgainstUsual === null || Math.abs(lastAgainstUsual) < 0.05) {
    return t('client.sentence.asUsual')
  }
  return t(lastAgainstUsual > 0 ? 'client.sentence.above' : 'client.sentence.below', {
    difference: Math.abs(lastAgainstUsual),
  })
}

interface Course {
  readonly series: LevelledSeries
  /** Whether the series leads the page. */
  readonly isLead: boolean
  readonly sessions: readonly SessionSummary[]
  /** Sorted by fall. */
  readonly views: readonly EpisodeView[]
}

interface SharedWords {
  /** Whose rating of what: the beginning of the sentence. */
  readonly subject: string
  readonly extent: string
}

function withoutScore({ partlyAnswered }: SessionExtent, shared: SharedWords, t: TFunction): string {
  return t(partlyAnswered > 0 ? 'client.sentence.noScore' : 'client.sentence.neverRated', { ...shared })
}

function whichFall(count: number, t: TFunction): string {
  return count === 1 ? '' : t('client.sentence.lastOf', { count })
}

function fallInWords(
  { to, back, state, explained }: EpisodeView,
  words: SharedWords & { readonly which: string; readonly last: number; readonly session: number },
  t: TFunction,
): string {
  const fall = {
    ...words,
    from: explained.values.reference,
    to: to.value,
    session: to.session,
    count: explained.parameters.windowSessions,
    since: words.session > (back?.session ?? to.session) ? t('client.sentence.since', { ...words }) : '',
  }
  if (back !== null) return t('client.sentence.repaired', { ...fall, back: back.session })
  return t(`client.sentence.${state === 'repaired' ? 'open' : state}`, fall)
}
