import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { CongruencePlot } from '#renderer/parts/charts/congruence-plot.tsx'
import { ForestPlot } from '#renderer/parts/charts/forest-plot.tsx'
import { TrajectoryChart } from '#renderer/parts/charts/trajectory-chart.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { Stack } from '#renderer/ui/stack.tsx'
import {
  chartSituations,
  congruenceSituations,
  forestRows,
  forestSituations,
  situationReports,
  situationSessions,
} from './chart-situations.ts'
import type { ChartSituation } from './chart-situations.ts'

/** The charts in the situations they have to draw well. */
export function GalleryCharts() {
  return (
    <Stack gap={24}>
      {chartSituations.map((situation) => (
        <Card key={situation.id}>
          <SituationChart situation={situation} />
        </Card>
      ))}
      <CongruenceCharts />
      <ForestCharts />
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

function CongruenceCharts() {
  const { t } = useTranslation()
  return congruenceSituations.map(({ id, pairs }) => (
    <Card key={id}>
      <CongruencePlot
        title={t(`charts.made.${id}`)}
        sentence={t(`charts.made.${id}Sentence`)}
        pairs={pairs}
        headingLevel={2}
      />
    </Card>
  ))
}

function ForestCharts() {
  const { t } = useTranslation()
  const words = useMemo(
    () => ({
      label: (letter: string) => t('charts.made.finding', { letter }),
      source: (letter: string) => t('charts.made.source', { letter }),
      strength: t('charts.made.strength'),
      pooled: t('charts.made.pooled'),
    }),
    [t],
  )
  return forestSituations.map((situation) => (
    <Card key={situation.id}>
      <ForestPlot
        title={t(`charts.made.${situation.id}`)}
        rows={forestRows(situation, words)}
        statistic={situation.statistic}
        headingLevel={2}
      />
    </Card>
  ))
}
