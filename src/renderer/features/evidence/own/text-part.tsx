import { useTranslation } from 'react-i18next'
import { LimitedField } from '#renderer/parts/limited-field.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { ownLimits } from './own-form.ts'
import type { PartProps } from './part-props.ts'

const parts = ['whatWasFound', 'inPractice', 'keepInMind'] as const

/** The fields of the text parts after the first, and the caveats. Attune never reads this text as markup. */
export function TextPart({ form, change }: PartProps) {
  const { t } = useTranslation()
  return (
    <Card title={t('evidence.form.text')}>
      <p>{t('evidence.form.textAbout')}</p>
      {parts.map((part) => (
        <LimitedField
          key={part}
          label={t(`evidence.${part}`)}
          description={t(`evidence.form.about.${part}`)}
          value={form[part]}
          onChange={(text) => change({ [part]: text })}
          multiline
          rows={5}
          limit={ownLimits.text}
        />
      ))}
      <LimitedField
        label={t('evidence.place.caveats')}
        description={t('evidence.form.caveatsAbout')}
        value={form.caveats}
        onChange={(caveats) => change({ caveats })}
        multiline
        rows={4}
        limit={ownLimits.text}
      />
    </Card>
  )
}
