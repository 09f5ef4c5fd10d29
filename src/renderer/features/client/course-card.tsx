import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { fallParameters } from '#shared/rule-settings/rule-parameters.ts'
import { TrajectoryChart } from '#renderer/parts/charts/trajectory-chart.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { ChoiceGroup } from '#renderer/ui/choice-group.tsx'
import type { EpisodeView } from './episode-view.ts'
import { measures, type Measure } from './measures.ts'
import type { Past } from './past-sessions.ts'
import { trajectoryView } from './trajectory-view.ts'
import styles from './client.module.css'

/** The course of one rating; the alliance unless the user chooses another. */
export function CourseCard({ past, views }: { past: Past; views: readonly EpisodeView[] }) {
  const { t } = useTranslation()
  const [measure, setMeasure] = useState<Measure>('alliance')
  const { isNearCeiling, ...chart } = useMemo(
    () => trajectoryView(past, views, measure, t),
    [past, views, measure, t],
  )
  const isOwn = fallParameters.some((name) => past.changedParameters.includes(name))
  const notes = [
    ...(isNearCeiling ? [t('client.course.nearCeiling')] : []),
    ...(chart.reported.length === 0 ? [] : [t('client.course.flags')]),
    ...(measure === 'alliance' && views.length > 0 ? [t('client.course.letters')] : []),
    ...(measure === 'alliance' && isOwn ? [t('client.ownSettings')] : []),
  ]
  return (
    <Card title={t('client.course.title')}>
      <div data-screen-only="">
        <ChoiceGroup
          label={t('client.course.choice')}
          options={measures.map((value) => ({ value, label: t(`client.course.measure.${value}`) }))}
          value={measure}
          onChange={(next) => setMeasure(next ?? 'alliance')}
        />
      </div>
      <TrajectoryChart {...chart} />
      {notes.length === 0 ? null : <p className={styles['aside']}>{notes.join(' ')}</p>}
    </Card>
  )
}
