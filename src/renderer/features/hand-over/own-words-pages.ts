import type { TFunction } from 'i18next'
import { ownRatingScale, ownWordsKinds, type AskedWording } from '#shared/records/own-words.ts'
import type { QuestionPage } from './form-pages.ts'

/** A screen for the client's goals and one for their problems, each with their own words above its scales. */
export function ownWordsPages(asked: readonly AskedWording[], t: TFunction): QuestionPage[] {
  return ownWordsKinds.flatMap((kind) => {
    const ofKind = asked.filter((each) => each.kind === kind)
    if (ofKind.length === 0) return []
    const anchors = { minimum: t(`handOver.own.${kind}.low`), maximum: t(`handOver.own.${kind}.high`) }
    return [
      {
        instrumentId: null,
        instruction: t(`handOver.own.${kind}.title`, { count: ofKind.length }),
        items: ofKind.map(({ id, words }) => ({
          id,
          text: words,
          ...ownRatingScale,
          step: 1,
          anchors,
          reversed: false,
        })),
      },
    ]
  })
}
