import { memo } from 'react'
import type { Instrument } from '#shared/instruments/instrument.ts'
import type { InstrumentItem } from '#shared/instruments/instrument-item.ts'
import { LabelledRating } from '#renderer/ui/labelled-rating.tsx'
import { RatingInput } from '#renderer/ui/rating-input.tsx'
import { stamp, withAnswer } from './edit-log.ts'
import type { PartProps } from './part-props.ts'
import { useRatingTexts } from './use-instruments.ts'

/** One item of an instrument. Renders only on its own changes: a key press must not redraw 143 numbers. */
export const ItemRating = memo(function ItemRating({
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
