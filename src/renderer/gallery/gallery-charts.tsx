import { useMemo } from 'react'
import { CongruencePlot } from '#renderer/parts/charts/congruence-plot.tsx'
import { ForestPlot } from '#renderer/parts/charts/forest-plot.tsx'
import { roundAxis } from '#renderer/parts/charts/period-plot-geometry.ts'
import { PeriodPlot } from '#renderer/parts/charts/period-plot.tsx'
import { TrajectoryChart } from '#renderer/parts/charts/trajectory-chart.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { Stack } from '#renderer/ui/stack.tsx'
import {
  chartSituations,
  congruenceSituations,
  forestRows,
  forestSituations,
  periodSituations,
  situationReports,
  situationSessions,
} from './chart-situations.ts'
import type { ChartSituation } from './chart-situations.ts'
import { gallery } from './words.ts'

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
      <PeriodCharts />
    </Stack>
  )
}

function SituationChart({ situation }: { situation: ChartSituation }) {
  const sessions = useMemo(
    () =>
      situationSessions(situation, {
        declined: gallery.charts.declined,
        noShow: gallery.charts.noShow,
      }),
    [situation],
  )
  const reported = useMemo(
    () =>
      situationReports(situation, {
        reported: gallery.charts.reported,
        reportedOnly: gallery.charts.reportedOnly,
      }),
    [situation],
  )
  return (
    <TrajectoryChart
      title={gallery.charts[situation.id].title}
      sentence={gallery.charts[situation.id].sentence}
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
  return congruenceSituations.map(({ id, pairs }) => (
    <Card key={id}>
      <CongruencePlot
        title={gallery.made[id]}
        sentence={gallery.made[`${id}Sentence`]}
        pairs={pairs}
        headingLevel={2}
      />
    </Card>
  ))
}

const made = {
  label: gallery.made.finding,
  source: gallery.made.source,
  strength: gallery.made.strength,
  pooled: gallery.made.pooled,
}

function ForestCharts() {
  return forestSituations.map((situation) => (
    <Card key={situation.id}>
      <ForestPlot
        title={gallery.made[situation.id]}
        rows={forestRows(situation, made)}
        statistic={situation.statistic}
        headingLevel={2}
      />
    </Card>
  ))
}

function PeriodCharts() {
  return periodSituations.map(({ id, periods, isSigned }) => (
    <Card key={id}>
      <PeriodPlot
        title={gallery.made[id]}
        sentence={gallery.made.periodsSentence}
        periods={periods}
        axis={roundAxis(periods, { isSigned })}
        format={String}
        zeroName={isSigned ? gallery.made.zero : null}
        empty={gallery.made.noPeriods}
        note={gallery.made.periodsNote}
        headingLevel={2}
      />
    </Card>
  ))
}
