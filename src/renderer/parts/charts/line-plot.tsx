import { lazy, Suspense, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Table } from '#renderer/ui/table.tsx'
import type { LinePlotProps } from './line-plot-types.ts'
import { PanelReadout } from './panel-readout.tsx'
import { PlotFigure } from './plot-figure.tsx'
import { sessionDescriber } from './session-words.ts'
import { nearestSession, sessionAxis, trajectoryGeometry } from './trajectory-geometry.ts'

// The drawing loads a chart library; the page must not wait for it.
const LinePlotDrawing = lazy(async () => ({
  default: (await import('./line-plot-drawing.tsx')).LinePlotDrawing,
}))

const plotHeight = 140
const none = [] as const

/** A panel with the course of one scale, on the sessions' axis of the trajectory. */
export function LinePlot(props: LinePlotProps) {
  const { title, sentence, sessions, formChanges, hasTherapist, note, cursor } = props
  const { t, i18n } = useTranslation()
  const describe = useMemo(
    () => sessionDescriber({ sessions, episodes: none, reported: none, formChanges }, t, i18n.language),
    [sessions, formChanges, t, i18n.language],
  )
  const words = () => sessions.flatMap((_, index) => describe(index) ?? [])
  return (
    <PlotFigure
      title={title}
      sentence={sentence}
      headingLevel={4}
      isTitleOnlyPrinted
      empty={t('charts.noSessions')}
      count={sessions.length}
      keys={t('charts.keys', { title })}
      goes="across"
      current={cursor.current}
      onCurrentChange={cursor.onChange}
      isFitted
      note={note}
      markAt={(x, _y, width) => nearestSession(sessionAxis(width, sessions.length), x, sessions.length)}
      draw={(width) => <Drawing {...props} width={width} />}
      table={() => (
        <Table
          caption={title}
          rows={words()}
          rowId={({ index }) => String(index)}
          columns={[
            { id: 'number', header: t('charts.session'), cell: ({ number }) => number, isRowHeader: true },
            { id: 'date', header: t('charts.date'), cell: ({ date }) => date },
            { id: 'client', header: t('charts.client'), cell: ({ client }) => client },
            ...(hasTherapist
              ? [
                  {
                    id: 'therapist',
                    header: t('charts.therapist'),
                    cell: ({ therapist }: { therapist: string }) => therapist,
                  },
                ]
              : []),
          ]}
        />
      )}
    />
  )
}

function Drawing({ width, cursor, wordsAt, ...view }: LinePlotProps & { width: number }) {
  const { sessions, formChanges, scaleBottom, scaleTop, betterIs, hasTherapist, scores, corridor } = view
  const geometry = useMemo(
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
  return (
    <>
      <div aria-hidden="true">
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
      </div>
      <PanelReadout
        axis={geometry}
        top={geometry.top}
        bottom={geometry.bottom}
        sessions={sessions}
        cursor={cursor}
        wordsAt={wordsAt}
      />
    </>
  )
}
