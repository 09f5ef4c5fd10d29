import { useTranslation } from 'react-i18next'
import type { InstrumentItem } from '#shared/instruments/instrument-item.ts'
import { answerTo, type Answers } from '#shared/instruments/response.ts'
import { LabelledRating } from '#renderer/ui/labelled-rating.tsx'
import { RatingInput } from '#renderer/ui/rating-input.tsx'
import { stackClass } from '#renderer/ui/stack.tsx'
import type { QuestionPage } from './form-pages.ts'

/** The questions of one screen, in large type and without a preset answer. */
export function QuestionList({
  page,
  answers,
  onAnswer,
}: {
  page: QuestionPage
  answers: Answers
  onAnswer: (itemId: string, value: number | null) => void
}) {
  return (
    <div data-rating-list="" className={stackClass({ gap: 24 })}>
      {page.items.map((item) => (
        <Question
          key={item.id}
          item={item}
          value={answerTo(answers, item.id)}
          onChange={(value) => onAnswer(item.id, value)}
        />
      ))}
    </div>
  )
}

function Question({
  item,
  ...answer
}: {
  item: InstrumentItem
  value: number | null
  onChange: (value: number | null) => void
}) {
  const { t } = useTranslation()
  const texts = { notRated: t('handOver.rating.notRated'), clear: t('handOver.rating.clear') }
  if (item.labels !== undefined)
    return <LabelledRating size="client" label={item.text} answers={item.labels} texts={texts} {...answer} />
  return (
    <RatingInput
      size="client"
      label={item.text}
      scale={{ minimum: item.minimum, maximum: item.maximum }}
      anchors={{ low: item.anchors?.minimum ?? '', high: item.anchors?.maximum ?? '' }}
      texts={{ ...texts, option: (value) => t('ui.rating.option', { value, maximum: item.maximum }) }}
      {...answer}
    />
  )
}
