import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { InstrumentItem } from '#shared/instruments/instrument-item.ts'
import { LabelledRating } from '#renderer/ui/labelled-rating.tsx'
import { RatingInput } from '#renderer/ui/rating-input.tsx'
import { stackClass } from '#renderer/ui/stack.tsx'
import { titleId } from './client-page.tsx'
import type { QuestionPage } from './form-pages.ts'

/**
 * The questions of one screen, in large type and without a preset answer.
 *
 * Enter goes to the next question, and after the last one to `onDone`, with whether every question has an answer.
 */
export function QuestionList({
  page,
  valueOf,
  onAnswer,
  onDone,
}: {
  page: QuestionPage
  valueOf: (itemId: string) => number | null
  onAnswer: (itemId: string, value: number | null) => void
  onDone: (isComplete: boolean) => void
}) {
  const goOn = (event: KeyboardEvent<HTMLFieldSetElement>): void => {
    if (event.key !== 'Enter' || event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return
    const asked = event.currentTarget.querySelectorAll('[data-rating-item]')
    if (!(event.target instanceof HTMLInputElement) || !asked.item(asked.length - 1).contains(event.target))
      return
    event.preventDefault()
    event.stopPropagation()
    // A key held down would leaf through the whole form.
    if (!event.repeat) onDone(page.items.every(({ id }) => valueOf(id) !== null))
  }
  return (
    <fieldset
      aria-labelledby={titleId}
      data-rating-list=""
      className={stackClass({ gap: 8 })}
      onKeyDownCapture={goOn}
    >
      {page.items.map((item) => (
        <Question
          key={item.id}
          item={item}
          value={valueOf(item.id)}
          onChange={(value) => onAnswer(item.id, value)}
        />
      ))}
    </fieldset>
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
