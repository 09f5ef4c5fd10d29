import type { TFunction } from 'i18next'
import type { TrajectoryFacts } from '#shared/analytics/index.ts'
import type { SessionSummary } from '#shared/overview/client-overview.ts'
import type { EpisodeView } from './episode-view.ts'
import { scoresOf, type Measure } from './measures.ts'
import { extentInWords, sessionExtent, type SessionExtent } from './session-extent.ts'

/**
 * The course in one sentence, with the number of sessions held and missed and how many of those held have no score.
 *
 * `facts` is the course of the measure over `sessions`; `views` are the falls in both raters' alliance. For the
 * alliance the sentence tells the client's newest fall at rupture level, measured as the rule measures it. Otherwise,
 * and for single items, which the rule is not meant for, it gives the usual level, a trend and the last rating.
 */
export function trajectorySentence(
  { facts, sessions, views }: Course,
  measure: Measure,
  t: TFunction,
): string {
  const numberAt = (index: number) => sessions[index]?.number ?? index + 1
  const extent = sessionExtent(sessions, scoresOf[measure].client)
  const shared = {
    measure: t(`client.course.measureInSentence.${measure}`),
    extent: extentInWords(extent, t),
  }
  const { last, usual } = facts
  if (last === null) return withoutScore(extent, shared, t)
  const lastWords = { ...shared, last: last.value, session: numberAt(last.index) }
  if (usual === null || !facts.isEnoughForALine) return t('client.sentence.few', lastWords)
  const falls =
    measure === 'alliance'
      ? views.filter(({ rater, level }) => rater === 'client' && level === 'rupture')
      : []
  const newest = falls.at(-1)
  if (newest !== undefined) {
    return fallInWords(newest, { ...lastWords, which: whichFall(falls.length, t) }, t)
  }
  return t('client.sentence.level', {
    ...lastWords,
    usual: usual.mean,
    trend: trendInWords(facts, t),
    against: againstUsualInWords(facts, t),
  })
}

function trendInWords({ trend }: TrajectoryFacts, t: TFunction): string {
  if (trend === null) return ''
  return t(trend.change > 0 ? 'client.sentence.grown' : 'client.sentence.sunk', {
    change: Math.abs(trend.change),
  })
}

function againstUsualInWords({ isLastAsUsual, lastAgainstUsual }: TrajectoryFacts, t: TFunction): string {
  if (isLastAsUsual || lastAgainstUsual === null || Math.abs(lastAgainstUsual) < 0.05) {
    return t('client.sentence.asUsual')
  }
  return t(lastAgainstUsual > 0 ? 'client.sentence.above' : 'client.sentence.below', {
    difference: Math.abs(lastAgainstUsual),
  })
}

interface Course {
  readonly facts: TrajectoryFacts
  readonly sessions: readonly SessionSummary[]
  /** Sorted by fall. */
  readonly views: readonly EpisodeView[]
}

interface SharedWords {
  readonly measure: string
  readonly extent: string
}

function withoutScore({ partlyAnswered }: SessionExtent, shared: SharedWords, t: TFunction): string {
  return t(partlyAnswered > 0 ? 'client.sentence.noScore' : 'client.sentence.neverRated', { ...shared })
}

function whichFall(count: number, t: TFunction): string {
  return count === 1 ? '' : t('client.sentence.lastOf', { count })
}

function fallInWords(
  { reference, to, back, state, rule }: EpisodeView,
  words: SharedWords & { readonly which: string; readonly last: number; readonly session: number },
  t: TFunction,
): string {
  const fall = {
    ...words,
    from: reference,
    to: to.value,
    session: to.session,
    count: rule.windowSessions,
    since: words.session > (back?.session ?? to.session) ? t('client.sentence.since', { ...words }) : '',
  }
  if (back !== null) return t('client.sentence.repaired', { ...fall, back: back.session })
  return t(`client.sentence.${state === 'repaired' ? 'open' : state}`, fall)
}
