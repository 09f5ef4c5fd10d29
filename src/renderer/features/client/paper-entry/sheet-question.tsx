import { useTranslation } from 'react-i18next'
import type { InstrumentItem } from '#shared/instruments/instrument-item.ts'
import { answerTo, type Answers } from '#shared/instruments/response.ts'
import { LabelledRating } from '#renderer/ui/labelled-rating.tsx'
import { RatingInput } from '#renderer/ui/rating-input.tsx'
import { conditionInWords, numbersOf } from '../paper-forms/sheet-words.ts'

/** One question with its number, words and answers as on the sheet. A digit answers it and goes on. */
export function SheetQuestion({
  item,
  items,
  number,
  answers,
  onAnswer,
}: {
  item: InstrumentItem
  items: readonly InstrumentItem[]
  number: number
  answers: Answers
  onAnswer: (itemId: string, value: number | null) => void
}) {
  const { t } = useTranslation()
  const { labels, anchors, minimum, maximum, step } = item
  const texts = {
    notRated: t('ui.rating.notRated'),
    clear: t('ui.rating.clear'),
    option: (value: number) => t('ui.rating.option', { value, maximum }),
  }
  const shared = {
    label: t('paperEntry.typing.question', { number, text: item.text }),
    description: conditionInWords(item, items, t) ?? undefined,
    value: answerTo(answers, item.id),
    onChange: (value: number | null) => onAnswer(item.id, value),
    texts,
  }
  if (labels !== undefined)
    return (
      <LabelledRating
        answers={labels.map(({ value, text }) => ({
          value,
          text: t('paperEntry.typing.answer', { value, text }),
        }))}
        {...shared}
      />
    )
  // Numbers that are not whole have no row of cells.
  if (step !== 1 || !Number.isInteger(minimum))
    return (
      <LabelledRating
        answers={numbersOf(item).map((value) => ({ value, text: String(value) }))}
        {...shared}
      />
    )
  return (
    <RatingInput
      scale={{ minimum, maximum }}
      anchors={{
        low: anchors?.minimum ?? '',
        middle: anchors?.middle,
        high: anchors?.maximum ?? '',
      }}
      {...shared}
    />
  )
}
