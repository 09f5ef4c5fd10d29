import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { TrajectoryChart } from '#renderer/charts/trajectory-chart.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { Stack } from '#renderer/ui/stack.tsx'
import { chartSituations, situationReports, situationSessions } from './chart-situations.ts'
import type { ChartSituation } from './chart-situations.ts'

/** The trajectory in the situations it has to draw well. */
export function GalleryCharts() {
  return (
    <Stack gap={24}>
      {chartSituations.map((situation) => (
        <Card key={situation.id}>
          <SituationChart situation={situation} />
        </Card>
      ))}
    </Stack>
  )
}

function SituationChart({ situation }: { situation: ChartSituation }) {
  const { t } = useTranslation()
  const sessions = useMemo(
    () =>
      situationSessions(situation, {
        declined: t('gallery.charts.declined'),
        noShow: t('gallery.charts.noShow'),
      }),
    [situation, t],
  )
  const reported = useMemo(
    () =>
      situationReports(situation, {
        reported: t('gallery.charts.reported'),
        reportedOnly: t('gallery.charts.reportedOnly'),
      }),
    [situation, t],
  )
  return (
    <TrajectoryChart
      title={t(`gallery.charts.${situation.id}.title`)}
      sentence={t(`gallery.charts.${situation.id}.sentence`)}
      sessions={sessions}
      episodes={situation.episodes}
      reported={reported}
      mean={situation.mean}
      scaleTop={10}
      headingLevel={2}
    />
  )
}
