import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { laneCount, placeEpisodes } from './episode-lanes.ts'
import { PlotReadout } from './plot-readout.tsx'
import { readoutSide } from './readout-side.ts'
import { episodeName, scoreFormat, type SessionWords } from './session-words.ts'
import { trajectoryGeometry } from './trajectory-geometry.ts'
import { TrajectoryPlot } from './trajectory-plot.tsx'
import type { TrajectoryChartProps } from './trajectory-types.ts'
import styles from './trajectory-chart.module.css'

// The largest width of the words, in px.
const most = 340

type Drawn = Pick<TrajectoryChartProps, 'sessions' | 'episodes' | 'reported' | 'mean' | 'scaleTop'> & {
  readonly scaleBottom: number
  readonly formChanges: readonly number[]
}

/** The drawing at one width, and the selected session with a line and its words. */
export function TrajectoryDrawing({
  sessions,
  episodes,
  reported,
  formChanges,
  mean,
  scaleBottom,
  scaleTop,
  betterIs,
  hasTherapist,
  width,
  height,
  seriesNames,
  shown,
  isHere,
  moreWords,
}: Drawn & {
  betterIs: 'higher' | 'lower'
  hasTherapist: boolean
  width: number
  height: number
  seriesNames: { client: string; therapist: string }
  shown: SessionWords | null
  /** Whether the user points at the session in this chart; otherwise there is a line and no words. */
  isHere: boolean
  moreWords: (index: number) => readonly string[]
}) {
  const { t, i18n } = useTranslation()
  const { geometry, placed } = useMemo(() => {
    const size = {
      width,
      plotHeight: height,
      sessionCount: sessions.length,
      scaleBottom,
      scaleTop,
      hasFlags: reported.length > 0,
    }
    const flat = trajectoryGeometry({ ...size, laneCount: 0 })
    const places = placeEpisodes(episodes, flat, sessions.length, (episode) => episodeName(episode, t))
    return { geometry: trajectoryGeometry({ ...size, laneCount: laneCount(places) }), placed: places }
  }, [width, height, sessions.length, scaleBottom, scaleTop, reported.length, episodes, t])
  const session = shown === null ? undefined : sessions[shown.index]
  const isHigh = (session?.client ?? session?.therapist ?? scaleTop) > (scaleBottom + scaleTop) / 2
  const drawn = hasTherapist ? (['client', 'therapist'] as const) : (['client'] as const)
  const x = shown === null ? 0 : geometry.x(shown.index)
  const { widest, side } = readoutSide(x, width, most)
  return (
    <>
      <div aria-hidden="true">
        <TrajectoryPlot
          geometry={geometry}
          sessions={sessions}
          reported={reported}
          formChanges={formChanges}
          placed={placed}
          mean={mean}
          meanLabel={
            mean === null ? '' : t('charts.clientMean', { value: scoreFormat(i18n.language).format(mean) })
          }
          scaleBottom={scaleBottom}
          scaleTop={scaleTop}
          betterIs={betterIs}
          seriesNames={seriesNames}
        />
      </div>
      {shown === null ? null : (
        <div
          className={styles['cursor']}
          style={{ left: x, top: geometry.top, height: geometry.bottom - geometry.top }}
        />
      )}
      <PlotReadout
        heading={isHere ? (shown?.heading ?? null) : null}
        lines={
          shown === null || !isHere
            ? []
            : [
                ...drawn.map((series) =>
                  t('charts.seriesValue', { series: seriesNames[series], value: shown[series] }),
                ),
                ...shown.episodePoints,
                ...shown.reported,
                ...(shown.breakBefore === null ? [] : [shown.breakBefore]),
                ...moreWords(shown.index),
              ]
        }
        widest={widest}
        place={{
          ...side,
          ...(isHigh ? { bottom: geometry.height - geometry.bottom + 8 } : { top: geometry.top }),
          // Above the panels that follow.
          zIndex: 1,
        }}
      />
    </>
  )
}
