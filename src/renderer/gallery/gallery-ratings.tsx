import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Card } from '#renderer/ui/card.tsx'
import { RatingInput } from '#renderer/ui/rating-input.tsx'
import { Stack } from '#renderer/ui/stack.tsx'
import { gallery } from './words.ts'

type Item = 'goals' | 'tasks' | 'bond' | 'overall' | 'clientQuestion' | 'severity'

/** Ratings of both sizes: empty, rated, on a shorter scale, and sealed. */
export function GalleryRatings() {
  const { t } = useTranslation()
  const [ratings, setRatings] = useState<Partial<Record<Item, number | null>>>({ tasks: 7 })
  const [saves, setSaves] = useState(0)
  const rate = (item: Item) => ({
    value: ratings[item] ?? null,
    onChange: (value: number | null) => setRatings((before) => ({ ...before, [item]: value })),
    onSave: () => setSaves((count) => count + 1),
  })
  const anchors = { low: gallery.ratings.low, high: gallery.ratings.high }
  const textsTo = (maximum: number) => ({
    notRated: t('ui.rating.notRated'),
    clear: t('ui.rating.clear'),
    option: (value: number) => t('ui.rating.option', { value, maximum }),
  })
  return (
    <Stack gap={24}>
      <Card title={gallery.ratings.therapist}>
        <p>{gallery.ratings.help}</p>
        <div data-rating-list="">
          <Stack gap={16}>
            {(['goals', 'tasks', 'bond'] as const).map((item) => (
              <RatingInput
                key={item}
                label={gallery.ratings[item]}
                description={gallery.ratings[`${item}Text`]}
                anchors={anchors}
                texts={textsTo(10)}
                {...rate(item)}
              />
            ))}
            <RatingInput
              label={gallery.ratings.overall}
              anchors={anchors}
              texts={textsTo(10)}
              {...rate('overall')}
            />
            <RatingInput
              label={gallery.ratings.severity}
              description={gallery.ratings.short}
              scale={{ minimum: 0, maximum: 3 }}
              anchors={{ low: gallery.ratings.never, high: gallery.ratings.daily }}
              texts={textsTo(3)}
              {...rate('severity')}
            />
            <RatingInput
              label={gallery.ratings.disabled}
              anchors={anchors}
              texts={textsTo(10)}
              value={4}
              onChange={() => undefined}
              isDisabled
            />
          </Stack>
        </div>
        <p>{gallery.ratings.saved(saves)}</p>
      </Card>
      <Card title={gallery.ratings.client}>
        <RatingInput
          size="client"
          label={gallery.ratings.clientQuestion}
          anchors={anchors}
          texts={textsTo(10)}
          {...rate('clientQuestion')}
        />
      </Card>
    </Stack>
  )
}
