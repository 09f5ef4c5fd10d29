import type { TFunction } from 'i18next'
import type { TrajectoryFacts } from '#shared/analytics/index.ts'
import type { Measure } from './measures.ts'

/**
 * The trend in one sentence, with how many sessions there were and how many have no rating.
 *
 * `numberAt` gives the session number at an index of the series. A fall is told for the alliance only: the rule
 * is not meant for single items.
 */
export function trajectorySentence(
  facts: TrajectoryFacts,
  measure: Measure,
  numberAt: (index: number) => number,
  t: TFunction,
): string {
  const missed = facts.missed.length
  const shared = {
    measure: t(`client.course.measureInSentence.${measure}`),
    extent:
      missed === 0
        ? t('client.sentence.extentAll', { count: facts.sessions })
        : t('client.sentence.extent', { count: facts.sessions, missed }),
  }
  const { first, last, lowest, highest, episode } = facts
  if (first === null || last === null || lowest === null || highest === null) {
    return t('client.sentence.neverRated', shared)
  }
  const lastWords = { ...shared, last: last.value, session: numberAt(last.index) }
  if (!facts.isEnoughForALine) return t('client.sentence.few', lastWords)
  if (measure === 'alliance' && episode !== null) {
    const fall = {
      ...shared,
      from: episode.from.value,
      to: episode.to.value,
      session: numberAt(episode.to.index),
      since:
        last.index > (episode.backAt ?? episode.to.index)
          ? t('client.sentence.since', { last: last.value, session: numberAt(last.index) })
          : '',
    }
    return episode.backAt === null
      ? t(`client.sentence.${episode.state === 'repaired' ? 'open' : episode.state}`, fall)
      : t('client.sentence.repaired', { ...fall, back: numberAt(episode.backAt) })
  }
  if (lowest.value === highest.value) return t('client.sentence.steady', lastWords)
  return t('client.sentence.between', { ...lastWords, lowest: lowest.value, highest: highest.value })
}
