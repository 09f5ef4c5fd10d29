import { useMemo, useState } from 'react'
import { CongruencePlot } from '#renderer/parts/charts/congruence-plot.tsx'
import { LinePlot } from '#renderer/parts/charts/line-plot.tsx'
import { SlopePlot } from '#renderer/parts/charts/slope-plot.tsx'
import { StripPlot } from '#renderer/parts/charts/strip-plot.tsx'
import { TrajectoryChart } from '#renderer/parts/charts/trajectory-chart.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { Stack } from '#renderer/ui/stack.tsx'
import {
  courseLengths,
  episodesOf,
  outcomeOf,
  pairsOf,
  sessionsOf,
  slopesOf,
  stripRowsOf,
} from './course-lengths.ts'
import { gallery } from './words.ts'

const words = gallery.lengths

/** Every plot of a client's page with one session, a few, a year's and five hundred. */
export function GalleryLengths() {
  return (
    <Stack gap={24}>
      {courseLengths.map((count) => (
        <Card key={count} title={words.of(count)}>
          <PlotsOf count={count} />
        </Card>
      ))}
    </Stack>
  )
}

function PlotsOf({ count }: { count: number }) {
  const [current, onChange] = useState<number | null>(null)
  const cursor = { current, isHere: true, onChange }
  const sentence = words.of(count)
  const drawn = useMemo(
    () => ({
      sessions: sessionsOf(count),
      episodes: episodesOf(count),
      outcome: outcomeOf(count),
      rows: stripRowsOf(count),
      slopes: slopesOf(count),
      pairs: pairsOf(count),
    }),
    [count],
  )
  const wordsAt = () => []
  return (
    <>
      <TrajectoryChart
        title={words.course}
        sentence={sentence}
        sessions={drawn.sessions}
        episodes={drawn.episodes}
        reported={count > 3 ? [{ index: 3, text: gallery.charts.reported }] : []}
        mean={count > 4 ? 7 : null}
        scaleTop={10}
        headingLevel={3}
      />
      <LinePlot {...drawn.outcome} isNamedAbove={false} cursor={cursor} wordsAt={wordsAt} />
      <StripPlot
        title={words.strip}
        sentence={sentence}
        sessions={drawn.sessions}
        rows={drawn.rows}
        note={null}
        headingLevel={3}
        cursor={cursor}
        wordsAt={wordsAt}
      />
      <SlopePlot
        title={words.slope}
        sentence={sentence}
        rows={drawn.slopes}
        axisName={words.slopeAxis}
        note={words.slopeNote}
      />
      <CongruencePlot title={words.congruence} sentence={sentence} pairs={drawn.pairs} headingLevel={3} />
    </>
  )
}
