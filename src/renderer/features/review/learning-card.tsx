import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { learningMeasures, type Learning } from '#shared/review/learning.ts'
import { MeasureFigure } from '#renderer/parts/practice/measure-figure.tsx'
import type { PeriodKind } from '#renderer/parts/practice/periods.ts'
import { Card } from '#renderer/ui/card.tsx'
import { ChoiceGroup } from '#renderer/ui/choice-group.tsx'
import common from '#renderer/ui/common.module.css'
import styles from './review.module.css'

/** A supervisee's own learning over time, each measure silent below the number that it needs. */
export function LearningCard({ learning }: { learning: Learning }) {
  const { t } = useTranslation()
  const [kind, setKind] = useState<PeriodKind>('year')
  const hasQuarters = learningMeasures.some((measure) =>
    learning[measure].quarters.some(({ interval }) => interval !== null),
  )
  return (
    <Card title={t('review.learning.title')}>
      <p className={common['note']}>{t('review.learning.lead')}</p>
      {hasQuarters ? (
        <div data-screen-only="">
          <ChoiceGroup
            label={t('review.learning.by.label')}
            options={(['year', 'quarter'] as const).map((value) => ({
              value,
              label: t(`review.learning.by.${value}`),
            }))}
            value={kind}
            onChange={(next) => setKind(next ?? 'year')}
          />
        </div>
      ) : null}
      <div className={styles['figures']}>
        {learningMeasures.map((measure) => (
          <MeasureFigure
            key={measure}
            title={t(`review.learning.measure.${measure}`)}
            measure={measure}
            overTime={learning[measure]}
            kind={hasQuarters ? kind : 'year'}
          />
        ))}
      </div>
    </Card>
  )
}
