import { lazy, Suspense, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Table } from '#renderer/ui/table.tsx'
import {
  congruenceGeometry,
  congruenceSpots,
  crowdOf,
  spotAt,
  type CongruencePair,
  type CongruenceGeometry,
  type CongruenceSpot,
} from './congruence-plot-spots.ts'
import { othersOnSpot, pairWords, type PairWords } from './congruence-plot-words.ts'
import { PlotFigure } from './plot-figure.tsx'
import { PlotReadout } from './plot-readout.tsx'

// The drawing loads a chart library; screens without this chart must not wait for it.
const CongruencePlotDrawing = lazy(async () => ({
  default: (await import('./congruence-plot-drawing.tsx')).CongruencePlotDrawing,
}))

/**
 * The therapist's rating of each session against the client's, both on the whole scale, with the line of equal
 * ratings. Shows only sessions that both rated; sessions with the same ratings share one larger mark.
 */
export function CongruencePlot({
  title,
  sentence,
  pairs,
  scaleBottom = 0,
  scaleTop = 10,
  headingLevel,
}: {
  title: string
  /** A sentence about the plot, with the number of sessions in it and of those left out. */
  sentence: string
  /** In the order of the sessions; the last one is marked as the latest. */
  pairs: readonly CongruencePair[]
  /** The ends of both scales; 0 and 10 if left out. */
  scaleBottom?: number | undefined
  scaleTop?: number | undefined
  headingLevel?: 2 | 3 | 4 | undefined
}) {
  const { t, i18n } = useTranslation()
  const [current, setCurrent] = useState<number | null>(null)
  const language = i18n.language
  const names = useMemo(
    () => ({ client: t('charts.congruence.client'), therapist: t('charts.congruence.therapist') }),
    [t],
  )
  const spots = useMemo(() => congruenceSpots(pairs), [pairs])
  const crowd = useMemo(() => crowdOf(spots), [spots])
  const words = useMemo(() => pairs.map((pair) => pairWords(pair, t, language)), [pairs, t, language])
  const shown = current === null ? undefined : words[current]
  const spot = current === null ? undefined : spots.find(({ indices }) => indices.includes(current))
  const geometryOf = (width: number) => congruenceGeometry(width, { scaleBottom, scaleTop }, crowd)
  return (
    <PlotFigure
      title={title}
      sentence={sentence}
      headingLevel={headingLevel}
      empty={t('charts.congruence.none')}
      count={pairs.length}
      keys={t('charts.keys', { title })}
      goes="across"
      current={current}
      onCurrentChange={setCurrent}
      note={spots.length < pairs.length ? t('charts.congruence.note') : null}
      markAt={(x, y, width) => spotAt(spots, geometryOf(width), x, y)?.indices.at(-1) ?? null}
      draw={(width) => {
        const geometry = geometryOf(width)
        return (
          <>
            <div aria-hidden="true">
              <Suspense fallback={<div style={{ blockSize: geometry.height }} />}>
                <CongruencePlotDrawing
                  geometry={geometry}
                  spots={spots}
                  scaleBottom={scaleBottom}
                  scaleTop={scaleTop}
                  names={names}
                  current={spot ?? null}
                />
              </Suspense>
            </div>
            <CongruencePlotReadout
              geometry={geometry}
              spot={spot ?? null}
              words={shown ?? null}
              names={names}
              others={spot === undefined || current === null ? '' : othersOnSpot(spot, current, pairs, t)}
            />
          </>
        )
      }}
      table={() => <CongruencePlotTable caption={title} words={words} names={names} />}
    />
  )
}

/** The same sessions as the plot, in their order, with the difference in words. */
function CongruencePlotTable({
  caption,
  words,
  names,
}: {
  caption: string
  words: readonly PairWords[]
  names: { client: string; therapist: string }
}) {
  const { t } = useTranslation()
  return (
    <Table
      caption={caption}
      rows={words}
      rowId={(row) => row.number}
      columns={[
        { id: 'number', header: t('charts.session'), cell: (row) => row.number, isRowHeader: true },
        { id: 'date', header: t('charts.date'), cell: (row) => row.date },
        { id: 'client', header: names.client, cell: (row) => row.client, align: 'end' },
        { id: 'therapist', header: names.therapist, cell: (row) => row.therapist, align: 'end' },
        { id: 'difference', header: t('charts.congruence.difference'), cell: (row) => row.difference },
      ]}
    />
  )
}

// The largest width of the words, in px; with less room they start at the edge.
const widest = 288

/** The selected session in words beside its mark; read aloud as the user moves through the sessions. */
function CongruencePlotReadout({
  geometry,
  spot,
  words,
  names,
  others,
}: {
  geometry: CongruenceGeometry
  spot: CongruenceSpot | null
  words: PairWords | null
  names: { client: string; therapist: string }
  /** The other sessions with the same ratings, or nothing. */
  others: string
}) {
  const { t } = useTranslation()
  return (
    <PlotReadout
      heading={words?.heading ?? null}
      lines={
        words === null
          ? []
          : [
              t('charts.seriesValue', { series: names.client, value: words.client }),
              t('charts.seriesValue', { series: names.therapist, value: words.therapist }),
              words.difference,
              ...(others === '' ? [] : [others]),
            ]
      }
      widest={widest}
      place={spot === null ? {} : placeBeside(spot, geometry)}
    />
  )
}

function placeBeside(spot: CongruenceSpot, geometry: CongruenceGeometry) {
  const x = geometry.x(spot.client)
  const y = geometry.y(spot.therapist)
  const away = geometry.radius(spot.indices.length) + 8
  const isHigh = y < geometry.top + geometry.side / 2
  return {
    ...placeAcross(x, away, x > geometry.left + geometry.side / 2),
    ...(isHigh ? { top: y + away } : { bottom: geometry.height - y + away }),
  }
}

function placeAcross(x: number, away: number, isRight: boolean) {
  if (!isRight) return { left: x + away }
  return x - away > widest ? { left: x - away, transform: 'translateX(-100%)' } : { left: 0 }
}
