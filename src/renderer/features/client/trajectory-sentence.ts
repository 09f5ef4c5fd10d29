import type { TFunction } from 'i18next'
import type { TrajectoryFacts } from '#shared/analytics/index.ts'
import type { SessionSummary } from '#shared/overview/client-overview.ts'
import type { EpisodeView } from './episode-view.ts'
import { scoresOf, type Measure } from './measures.ts'
import { extentInWords, sessionExtent, type SessionExtent } from './session-extent.ts'

/**
 * The trend in one sentence, with the number of sessions held and missed and how many of those held have no score.
 *
 * `facts` is the course of the measure over `sessions`; `views` are the falls in both raters' alliance. For the
 * alliance the sentence includes the client's newest fall and their number. Single items get neither, because the rule
 * is not meant for them.
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
  const { last, lowest, highest } = facts
  if (last === null || lowest === null || highest === null) return withoutScore(extent, shared, t)
  const lastWords = { ...shared, last: last.value, session: numberAt(last.index) }
  if (!facts.isEnoughForALine) return t('client.sentence.few', lastWords)
  const falls = measure === 'alliance' ? views.filter(({ rater }) => rater === 'client') : []
  const newest = falls.at(-1)
  if (newest !== undefined) {
    return fallInWords(newest, { ...lastWords, which: whichFall(falls.length, t) }, t)
  }
  if (lowest.value === highest.value) return t('client.sentence.steady', lastWords)
  return t('client.sentence.between', { ...lastWords, lowest: lowest.value, highest: highest.value })
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
  { from, to, back, state, rule }: EpisodeView,
  words: SharedWords & { readonly which: string; readonly last: number; readonly session: number },
  t: TFunction,
): string {
  const fall = {
    ...words,
    from: from.value,
    to: to.value,
    session: to.session,
    count: rule.windowSessions,
    since: words.session > (back?.session ?? to.session) ? t('client.sentence.since', { ...words }) : '',
  }
  if (back !== null) return t('client.sentence.repaired', { ...fall, back: back.session })
  return t(`client.sentence.${state === 'repaired' ? 'open' : state}`, fall)
}
