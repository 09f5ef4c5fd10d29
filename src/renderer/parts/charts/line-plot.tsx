import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Table } from '#renderer/ui/table.tsx'
import { LinePicture, useLineGeometry } from './line-picture.tsx'
import type { LinePlotProps } from './line-plot-types.ts'
import { PanelReadout } from './panel-readout.tsx'
import { SessionFigure } from './session-figure.tsx'
import { dayWithBreak, sessionDescriber } from './session-words.ts'

const none = [] as const

/** A panel with the course of one scale, on the sessions' axis of the trajectory. */
export function LinePlot(props: LinePlotProps) {
  const { title, sentence, sessions, formChanges, changeWords, hasTherapist, note, isNamedAbove, cursor } =
    props
  const { t, i18n } = useTranslation()
  const describe = useMemo(
    () =>
      sessionDescriber(
        { sessions, episodes: none, reported: none, formChanges, changeWords },
        t,
        i18n.language,
      ),
    [sessions, formChanges, changeWords, t, i18n.language],
  )
  const words = () => sessions.flatMap((_, index) => describe(index) ?? [])
  return (
    <SessionFigure
      title={title}
      sentence={sentence}
      note={note}
      count={sessions.length}
      isNamedAbove={isNamedAbove}
      cursor={cursor}
      draw={(width) => <Drawing {...props} width={width} />}
      table={() => (
        <Table
          caption={title}
          rows={words()}
          rowId={({ index }) => String(index)}
          columns={[
            { id: 'number', header: t('charts.session'), cell: ({ number }) => number, isRowHeader: true },
            { id: 'date', header: t('charts.date'), cell: dayWithBreak },
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
  const geometry = useLineGeometry(width, view)
  return (
    <>
      <div aria-hidden="true">
        <LinePicture geometry={geometry} view={view} />
      </div>
      <PanelReadout
        axis={geometry}
        top={geometry.top}
        bottom={geometry.bottom}
        sessions={view.sessions}
        cursor={cursor}
        wordsAt={wordsAt}
      />
    </>
  )
}
