import { lazy, Suspense, useMemo } from 'react'
import type { LinePictureView } from './line-plot-types.ts'
import { trajectoryGeometry, type TrajectoryGeometry } from './trajectory-geometry.ts'

// The drawing loads a chart library; the words around it must not wait for it.
const LinePlotDrawing = lazy(async () => ({
  default: (await import('./line-plot-drawing.tsx')).LinePlotDrawing,
}))

const plotHeight = 140

/** The places of a line plot in a width. */
export function useLineGeometry(
  width: number,
  { sessions, scaleBottom, scaleTop }: Pick<LinePictureView, 'sessions' | 'scaleBottom' | 'scaleTop'>,
): TrajectoryGeometry {
  return useMemo(
    () =>
      trajectoryGeometry({
        width,
        plotHeight,
        sessionCount: sessions.length,
        scaleBottom,
        scaleTop,
        hasFlags: false,
        laneCount: 0,
      }),
    [width, sessions.length, scaleBottom, scaleTop],
  )
}

/** The drawing of one scale. Keeps its place free until the chart library is there. */
export function LinePicture({ geometry, view }: { geometry: TrajectoryGeometry; view: LinePictureView }) {
  const { sessions, formChanges, scaleBottom, scaleTop, betterIs, hasTherapist, scores, corridor } = view
  return (
    <Suspense fallback={<div style={{ blockSize: geometry.height }} />}>
      <LinePlotDrawing
        geometry={geometry}
        sessions={sessions}
        formChanges={formChanges}
        scaleBottom={scaleBottom}
        scaleTop={scaleTop}
        betterIs={betterIs}
        hasTherapist={hasTherapist}
        scores={scores}
        corridor={corridor}
      />
    </Suspense>
  )
}
