import { useTranslation } from 'react-i18next'
import { designSchema } from '#shared/evidence/effect.ts'
import { topics } from '#shared/evidence/topics.ts'
import { LimitedField } from '#renderer/parts/limited-field.tsx'
import { Button, IconButton } from '#renderer/ui/button.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { SelectField } from '#renderer/ui/select-field.tsx'
import { WordChoice } from '#renderer/ui/word-choice.tsx'
import type { SampleForm } from './own-form.ts'
import { freeKey, ownLimits } from './own-form.ts'
import type { PartProps } from './part-props.ts'
import styles from './own.module.css'

/** The fields of the kind of study, its sample and its topics. */
export function StudyPart({ form, change, errorOf }: PartProps) {
  const { t } = useTranslation()
  const setRow = (key: string, changes: Partial<SampleForm>) =>
    change({ sample: form.sample.map((row) => (row.key === key ? { ...row, ...changes } : row)) })
  return (
    <Card title={t('evidence.form.study')}>
      <SelectField
        label={t('evidence.place.design')}
        placeholder={t('evidence.form.noDesign')}
        value={form.design}
        onChange={(design) => change({ design })}
        options={designSchema.options.map((design) => ({
          value: design,
          label: t(`evidence.design.${design}`),
        }))}
      />
      <fieldset className={styles['rows']}>
        <legend>{t('evidence.form.sample')}</legend>
        {form.sample.map((row, index) => (
          <div key={row.key} className={styles['sampleRow']}>
            <LimitedField
              label={t('evidence.form.sampleCount')}
              value={row.count}
              onChange={(count) => setRow(row.key, { count })}
              error={errorOf(`sample.${row.key}.count`)}
              limit={ownLimits.sampleCount}
            />
            <LimitedField
              label={t('evidence.form.sampleWhat')}
              value={row.what}
              onChange={(what) => setRow(row.key, { what })}
              error={errorOf(`sample.${row.key}.what`)}
              limit={ownLimits.counted}
            />
            <IconButton
              kind="quiet"
              icon="trash"
              label={t('evidence.form.removeCount', { number: index + 1 })}
              onPress={() => change({ sample: form.sample.filter(({ key }) => key !== row.key) })}
            />
          </div>
        ))}
        <div>
          <Button
            icon="plus"
            onPress={() =>
              change({
                sample: [...form.sample, { key: freeKey('sample', form.sample), what: '', count: '' }],
              })
            }
          >
            {t('evidence.form.addCount')}
          </Button>
        </div>
      </fieldset>
      <WordChoice
        label={t('evidence.topics')}
        description={t('evidence.form.topicsAbout')}
        options={topics.map(({ id, title }) => ({ value: id, label: title }))}
        value={form.topics}
        onChange={(chosen) => change({ topics: chosen })}
      />
    </Card>
  )
}
