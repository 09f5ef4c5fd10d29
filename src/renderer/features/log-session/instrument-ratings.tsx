import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { InstrumentItem } from '#shared/instruments/instrument-item.ts'
import type { Instrument } from '#shared/instruments/instrument.ts'
import { answerTo } from '#shared/instruments/response.ts'
import { LabelledRating } from '#renderer/ui/labelled-rating.tsx'
import { RatingInput } from '#renderer/ui/rating-input.tsx'
import { WordChoice } from '#renderer/ui/word-choice.tsx'
import { responseTo, stamp, withWords, withAnswer } from './edit-log.ts'
import type { PartProps } from './part-props.ts'
import { useRatingTexts } from './use-instruments.ts'

/** Every item of an instrument with its rating, and with its words to choose from if it has any. */
export function InstrumentRatings({
  instrument,
  log,
  change,
  onSave,
  isDisabled = false,
}: Pick<PartProps, 'log' | 'change' | 'onSave'> & { instrument: Instrument; isDisabled?: boolean }) {
  const { t } = useTranslation()
  const response = responseTo(log, instrument.id)
  const { words } = instrument
  return (
    <>
      {instrument.items.map((item) => (
        <ItemRating
          key={item.id}
          instrument={instrument}
          item={item}
          value={response ? answerTo(response.answers, item.id) : null}
          change={change}
          onSave={onSave}
          isDisabled={isDisabled}
        />
      ))}
      {words ? (
        <WordChoice
          label={t('logSession.words')}
          description={t('logSession.wordsNote')}
          options={words.map(({ id, text }) => ({ value: id, label: text }))}
          value={response?.words ?? []}
          onChange={(chosen) => change((before) => withWords(before, instrument, chosen, stamp()))}
          isDisabled={isDisabled}
        />
      ) : null}
    </>
  )
}

/** One item of an instrument. Renders only on its own changes: a key press must not redraw 143 numbers. */
const ItemRating = memo(function ItemRating({
  instrument,
  item,
  value,
  change,
  onSave,
  isDisabled,
}: Pick<PartProps, 'change' | 'onSave'> & {
  instrument: Instrument
  item: InstrumentItem
  value: number | null
  isDisabled: boolean
}) {
  const textsTo = useRatingTexts()
  const onChange = (next: number | null) =>
    change((before) => withAnswer(before, instrument, item.id, next, stamp()))
  const shared = { label: item.text, texts: textsTo(item.maximum), value, onChange, onSave, isDisabled }
  if (item.labels !== undefined) return <LabelledRating answers={item.labels} {...shared} />
  return (
    <RatingInput
      scale={{ minimum: item.minimum, maximum: item.maximum }}
      anchors={{ low: item.anchors?.minimum ?? '', high: item.anchors?.maximum ?? '' }}
      {...shared}
    />
  )
})
