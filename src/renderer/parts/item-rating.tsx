import { useTranslation } from 'react-i18next'
import type { Instrument } from '#shared/instruments/instrument.ts'
import { RatingInput } from '#renderer/ui/rating-input.tsx'

/** The rating of one item of a form that the therapist fills in for themselves. */
export function ItemRating({
  item,
  value,
  onChange,
  onSave,
}: {
  item: Instrument['items'][number]
  value: number | null
  onChange: (value: number | null) => void
  onSave: () => void
}) {
  const { t } = useTranslation()
  return (
    <RatingInput
      label={item.text}
      value={value}
      onChange={onChange}
      scale={{ minimum: item.minimum, maximum: item.maximum }}
      anchors={{ low: item.anchors?.minimum ?? '', high: item.anchors?.maximum ?? '' }}
      texts={{
        notRated: t('ui.rating.notRated'),
        clear: t('ui.rating.clear'),
        option: (chosen) => t('ui.rating.option', { value: chosen, maximum: item.maximum }),
      }}
      onSave={onSave}
    />
  )
}
