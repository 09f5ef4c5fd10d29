import { useTranslation } from 'react-i18next'
import { Disclosure } from '#renderer/ui/disclosure.tsx'
import { Stack } from '#renderer/ui/stack.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import type { FhirFields } from './fhir-fields.ts'
import styles from './instruments.module.css'

type Thresholds = Pick<FhirFields, 'change' | 'cutoff'>

/** The published change threshold and cut-off of the first score, if there are any. */
export function ThresholdFields({
  fields: { change, cutoff },
  onChange,
  errorAt,
}: {
  fields: Thresholds
  onChange: (part: Partial<Thresholds>) => void
  errorAt: (place: string) => string | undefined
}) {
  const { t } = useTranslation()
  return (
    <Disclosure title={t('packs.choices.change')} level={4}>
      <Stack gap={8}>
        <p className={styles['note']}>{t('packs.choices.changeAdvice')}</p>
        <TextField
          label={t('packs.choices.changePoints')}
          error={errorAt('changeThreshold.points')}
          value={change.points}
          onChange={(points) => onChange({ change: { ...change, points } })}
        />
        <TextField
          label={t('packs.choices.changeSource')}
          error={errorAt('changeThreshold.source')}
          value={change.source}
          onChange={(source) => onChange({ change: { ...change, source } })}
        />
        <TextField
          label={t('packs.choices.cutoffValue')}
          error={errorAt('cutoffs.0.value') ?? errorAt('cutoffs.0')}
          value={cutoff.value}
          onChange={(value) => onChange({ cutoff: { ...cutoff, value } })}
        />
        <TextField
          label={t('packs.choices.cutoffMeaning')}
          error={errorAt('cutoffs.0.meaning')}
          value={cutoff.meaning}
          onChange={(meaning) => onChange({ cutoff: { ...cutoff, meaning } })}
        />
        <TextField
          label={t('packs.choices.cutoffSource')}
          error={errorAt('cutoffs.0.source')}
          value={cutoff.source}
          onChange={(source) => onChange({ cutoff: { ...cutoff, source } })}
        />
      </Stack>
    </Disclosure>
  )
}
