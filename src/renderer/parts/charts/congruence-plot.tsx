import { lazy, Suspense, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CongruencePlotReadout } from './congruence-plot-readout.tsx'
import { congruenceGeometry, congruenceSpots, spotAt } from './congruence-plot-spots.ts'
import type { CongruencePair } from './congruence-plot-spots.ts'
import { CongruencePlotTable } from './congruence-plot-table.tsx'
import { othersOnSpot, pairWords } from './congruence-plot-words.ts'
import { PlotFigure } from './plot-figure.tsx'

// The drawing loads a chart library; screens without this chart must not wait for it.
const CongruencePlotDrawing = lazy(async () => {
  const { CongruencePlotDrawing: component } = await import('./congruence-plot-drawing.tsx')
  return { default: component }
})

/**
 * The therapist's rating of each session against the client's, both on the whole scale, with the line of equal
 * ratings. Shows only sessions that both rated; sessions with the same ratings share one larger mark.
 */
export function CongruencePlot({
  title,
  sentence,
  pairs,
  scaleTop = 10,
  names: givenNames,
  headingLevel,
  fixedWidth,
}: {
  title: string
  /** A sentence about the plot, with the number of sessions in it and of those left out. */
  sentence: string
  /** In the order of the sessions; the last one is marked as the latest. */
  pairs: readonly CongruencePair[]
  /** The top of both scales, which start at 0. */
  scaleTop?: number | undefined
  /** Names of the two ratings, by default "Client’s rating" and "Therapist’s rating". */
  names?: { client: string; therapist: string } | undefined
  headingLevel?: 2 | 3 | 4 | undefined
  /** A width in px for paper; on screen the plot fills its container. */
  fixedWidth?: number | undefined
}) {
  const { t, i18n } = useTranslation()
  const [current, setCurrent] = useState<number | null>(null)
  const language = i18n.language
  const names = useMemo(
    () =>
      givenNames ?? { client: t('charts.congruence.client'), therapist: t('charts.congruence.therapist') },
    [givenNames, t],
  )
  const spots = useMemo(() => congruenceSpots(pairs), [pairs])
  const words = useMemo(() => pairs.map((pair) => pairWords(pair, t, language)), [pairs, t, language])
  const shown = current === null ? undefined : words[current]
  const spot = current === null ? undefined : spots.find(({ indices }) => indices.includes(current))
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
      fixedWidth={fixedWidth}
      note={spots.length < pairs.length ? t('charts.congruence.note') : null}
      markAt={(x, y, width) =>
        spotAt(spots, congruenceGeometry(width, scaleTop), x, y)?.indices.at(-1) ?? null
      }
      draw={(width) => {
        const geometry = congruenceGeometry(width, scaleTop)
        return (
          <>
            <div aria-hidden="true">
              <Suspense fallback={<div style={{ blockSize: geometry.height }} />}>
                <CongruencePlotDrawing
                  geometry={geometry}
                  spots={spots}
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
              others={
                spot === undefined || current === null ? '' : othersOnSpot(spot, current, pairs, t, language)
              }
            />
          </>
        )
      }}
      table={() => <CongruencePlotTable caption={title} words={words} names={names} />}
    />
  )
}
