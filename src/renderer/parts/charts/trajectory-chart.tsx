import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PlotFigure } from './plot-figure.tsx'
import { sessionDescriber } from './session-words.ts'
import { TrajectoryDrawing } from './trajectory-drawing.tsx'
import { nearestSession, trajectoryGeometry } from './trajectory-geometry.ts'
import { TrajectoryTable } from './trajectory-table.tsx'
import type { TrajectoryChartProps } from './trajectory-types.ts'

/**
 * How one rating went from session to session, by the chart grammar of docs/design-language.md: one sentence, the
 * full scale, gaps left as gaps, and the same data as a table on request.
 */
export function TrajectoryChart({
  title,
  sentence,
  sessions: givenSessions,
  episodes,
  reported,
  mean,
  scaleTop,
  betterIs = 'higher',
  hasTherapist = true,
  headingLevel,
  height = 240,
  fixedWidth,
}: TrajectoryChartProps) {
  const { t, i18n } = useTranslation()
  const [current, setCurrent] = useState<number | null>(null)
  const language = i18n.language
  const seriesNames = useMemo(() => ({ client: t('charts.client'), therapist: t('charts.therapist') }), [t])
  const sessions = useMemo(
    () => (hasTherapist ? givenSessions : givenSessions.map((each) => ({ ...each, therapist: null }))),
    [givenSessions, hasTherapist],
  )
  const describe = useMemo(
    () => sessionDescriber({ sessions, episodes, reported }, t, language),
    [sessions, episodes, reported, t, language],
  )
  return (
    <PlotFigure
      title={title}
      sentence={sentence}
      headingLevel={headingLevel}
      empty={t('charts.noSessions')}
      count={sessions.length}
      keys={t('charts.keys', { title })}
      goes="across"
      current={current}
      onCurrentChange={setCurrent}
      isFitted
      fixedWidth={fixedWidth}
      note={null}
      markAt={(x, _y, width) => {
        const geometry = trajectoryGeometry({
          width,
          plotHeight: height,
          sessionCount: sessions.length,
          scaleTop,
          hasFlags: reported.length > 0,
          laneCount: 0,
        })
        return nearestSession(geometry, x, sessions.length)
      }}
      draw={(width) => (
        <TrajectoryDrawing
          sessions={sessions}
          episodes={episodes}
          reported={reported}
          mean={mean}
          scaleTop={scaleTop}
          betterIs={betterIs}
          hasTherapist={hasTherapist}
          width={width}
          height={height}
          seriesNames={seriesNames}
          shown={current === null ? null : describe(current)}
        />
      )}
      table={() => (
        <TrajectoryTable
          caption={title}
          words={sessions.flatMap((_, index) => describe(index) ?? [])}
          seriesNames={seriesNames}
          hasTherapist={hasTherapist}
        />
      )}
    />
  )
}
