import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Table, type TableGroup } from '#renderer/ui/table.tsx'
import { PlotFigure } from './plot-figure.tsx'
import { dayWithBreak, sessionDescriber, type SessionWords } from './session-words.ts'
import { TrajectoryDrawing } from './trajectory-drawing.tsx'
import { nearestSession, trajectoryGeometry } from './trajectory-geometry.ts'
import type { TrajectoryChartProps } from './trajectory-types.ts'

// One list for all charts without a change, so that the drawing isn't redrawn.
const noChanges: readonly number[] = []
const noWords = (): readonly string[] => []

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
  formChanges = noChanges,
  mean,
  scaleBottom = 0,
  scaleTop,
  betterIs = 'higher',
  hasTherapist = true,
  headingLevel,
  isTitleOnlyPrinted,
  note = null,
  height = 240,
  cursor,
  moreWords = noWords,
}: TrajectoryChartProps) {
  const { t, i18n } = useTranslation()
  const [own, setOwn] = useState<number | null>(null)
  const { current, isHere, onChange } = cursor ?? { current: own, isHere: true, onChange: setOwn }
  const language = i18n.language
  const seriesNames = useMemo(() => ({ client: t('charts.client'), therapist: t('charts.therapist') }), [t])
  const sessions = useMemo(
    () => (hasTherapist ? givenSessions : givenSessions.map((each) => ({ ...each, therapist: null }))),
    [givenSessions, hasTherapist],
  )
  const describe = useMemo(
    () => sessionDescriber({ sessions, episodes, reported, formChanges }, t, language),
    [sessions, episodes, reported, formChanges, t, language],
  )
  return (
    <PlotFigure
      title={title}
      sentence={sentence}
      headingLevel={headingLevel}
      isTitleOnlyPrinted={isTitleOnlyPrinted}
      empty={t('charts.noSessions')}
      count={sessions.length}
      keys={t('charts.keys', { title })}
      goes="across"
      current={current}
      onCurrentChange={onChange}
      isFitted
      note={note}
      markAt={(x, _y, width) => {
        const geometry = trajectoryGeometry({
          width,
          plotHeight: height,
          sessionCount: sessions.length,
          scaleBottom,
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
          formChanges={formChanges}
          mean={mean}
          scaleBottom={scaleBottom}
          scaleTop={scaleTop}
          betterIs={betterIs}
          hasTherapist={hasTherapist}
          width={width}
          height={height}
          seriesNames={seriesNames}
          shown={current === null ? null : describe(current)}
          isHere={isHere}
          moreWords={moreWords}
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

/** The same data as the chart, in rows grouped by episode. */
function TrajectoryTable({
  caption,
  words,
  seriesNames,
  hasTherapist,
}: {
  caption: string
  words: readonly SessionWords[]
  seriesNames: { client: string; therapist: string }
  hasTherapist: boolean
}) {
  const { t } = useTranslation()
  return (
    <Table
      caption={caption}
      groups={groupByEpisode(words, t('charts.outsideEpisodes'))}
      rowId={(row) => String(row.index)}
      columns={[
        { id: 'number', header: t('charts.session'), cell: (row) => row.number, isRowHeader: true },
        {
          id: 'date',
          header: t('charts.date'),
          cell: dayWithBreak,
        },
        { id: 'client', header: seriesNames.client, cell: (row) => row.client },
        ...(hasTherapist
          ? [
              {
                id: 'therapist',
                header: seriesNames.therapist,
                cell: ({ therapist }: SessionWords) => therapist,
              },
            ]
          : []),
        {
          id: 'reported',
          header: t('charts.reported'),
          cell: (row) => row.reported.join('; '),
        },
      ]}
    />
  )
}

function groupByEpisode(words: readonly SessionWords[], outside: string): TableGroup<SessionWords>[] {
  const groups: { id: string; label: string; rows: SessionWords[] }[] = []
  for (const row of words) {
    const label = row.episodes.length === 0 ? outside : row.episodes.join(', ')
    const last = groups.at(-1)
    if (last !== undefined && last.label === label) last.rows.push(row)
    else groups.push({ id: String(row.index), label, rows: [row] })
  }
  const hasNoEpisodes = words.every((row) => row.episodes.length === 0)
  return hasNoEpisodes ? [{ id: 'all', rows: words }] : groups
}
