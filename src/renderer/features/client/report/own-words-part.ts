import type { OwnWords } from '#shared/records/own-words.ts'
import { dayInWords } from '#renderer/lib/dates.ts'
import { heading, text, type ReportBlock } from './report.ts'
import type { ReportSource } from './report-source.ts'

/** Every goal and problem in the client's own words, with each wording and since when it was so. */
export function ownWordsBlocks(ownWords: readonly OwnWords[], t: ReportSource['t']): ReportBlock[] {
  if (ownWords.length === 0) return []
  return [
    heading(3, t('ownWords.title')),
    ...ownWords.flatMap(({ kind, endedOn, wordings }) => [
      ...wordings.map(({ words, since }) =>
        text(
          t('reports.paper.ownWords.wording', {
            kind: t(`ownWords.kind.${kind}`),
            words,
            date: dayInWords(since),
          }),
        ),
      ),
      ...(endedOn === null ? [] : [text(t('reports.paper.ownWords.ended', { date: dayInWords(endedOn) }))]),
    ]),
  ]
}

/** How the client rated them in a session, each rating in the words that were rated. */
export function ownRatingBlocks(
  ownWords: readonly OwnWords[],
  sessionId: string,
  t: ReportSource['t'],
): ReportBlock[] {
  return ownWords.flatMap(({ kind, wordings }) =>
    wordings.flatMap(({ words, ratings }) =>
      ratings
        .filter((rating) => rating.sessionId === sessionId)
        .map(({ value }) =>
          text(
            t('reports.paper.ownWords.rated', {
              kind: t(`ownWords.kind.${kind}`),
              words,
              value,
              direction: t(`ownWords.direction.${kind}`),
            }),
          ),
        ),
    ),
  )
}
