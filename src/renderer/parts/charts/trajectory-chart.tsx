import { useId, useMemo, useRef, useState } from 'react'
import type { KeyboardEvent, PointerEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#renderer/ui/button.tsx'
import { laneCount, placeEpisodes } from './episode-lanes.ts'
import { SessionReadout } from './session-readout.tsx'
import { episodeName, scoreFormat, sessionDescriber } from './session-words.ts'
import { nearestSession, trajectoryGeometry } from './trajectory-geometry.ts'
import { TrajectoryPlot } from './trajectory-plot.tsx'
import { TrajectoryTable } from './trajectory-table.tsx'
import type { TrajectoryChartProps } from './trajectory-types.ts'
import { useChartWidth } from './use-chart-width.ts'
import styles from './trajectory-chart.module.css'

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
  headingLevel = 3,
  height = 240,
  fixedWidth,
}: TrajectoryChartProps) {
  const { t, i18n } = useTranslation()
  const frame = useRef<HTMLDivElement>(null)
  const measuredWidth = useChartWidth(frame)
  const width = fixedWidth ?? measuredWidth
  const [current, setCurrent] = useState<number | null>(null)
  const [isTableShown, setIsTableShown] = useState(false)
  const titleId = useId()
  const sentenceId = useId()
  const Title = `h${headingLevel}` as const
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
  const { geometry, placed } = useMemo(() => {
    const size = {
      width,
      plotHeight: height,
      sessionCount: sessions.length,
      scaleTop,
      hasFlags: reported.length > 0,
    }
    const flat = trajectoryGeometry({ ...size, laneCount: 0 })
    const places = placeEpisodes(episodes, flat, sessions.length, (episode) => episodeName(episode, t))
    return { geometry: trajectoryGeometry({ ...size, laneCount: laneCount(places) }), placed: places }
  }, [width, height, sessions.length, scaleTop, reported.length, episodes, t])

  function onKeyDown(event: KeyboardEvent) {
    const last = sessions.length - 1
    const target = {
      ArrowRight: Math.min(last, (current ?? -1) + 1),
      ArrowLeft: Math.max(0, (current ?? sessions.length) - 1),
      Home: 0,
      End: last,
    }[event.key]
    if (target !== undefined) {
      event.preventDefault()
      setCurrent(target)
    } else if (event.key === 'Escape' && current !== null) {
      event.stopPropagation()
      setCurrent(null)
    }
  }

  function onPointerMove(event: PointerEvent<HTMLDivElement>) {
    const x = event.clientX - event.currentTarget.getBoundingClientRect().left
    setCurrent(nearestSession(geometry, x, sessions.length))
  }

  const shown = current === null ? null : describe(current)
  const session = current === null ? undefined : sessions[current]
  const isHigh = (session?.client ?? session?.therapist ?? scaleTop) > scaleTop / 2
  return (
    <figure className={styles['figure']} aria-labelledby={titleId}>
      <figcaption className={styles['caption']}>
        <Title id={titleId}>{title}</Title>
        <p id={sentenceId}>{sentence}</p>
      </figcaption>
      <div ref={frame} className={styles['frame']}>
        {sessions.length === 0 ? (
          <p className={styles['none']}>{t('charts.noSessions')}</p>
        ) : (
          // The rule knows no role for a drawing that is walked through with the arrow keys; the table says the same.
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
          <div
            className={styles['chart']}
            role="application"
            // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
            tabIndex={0}
            aria-label={t('charts.keys', { title })}
            aria-describedby={sentenceId}
            onKeyDown={onKeyDown}
            onPointerMove={onPointerMove}
            onPointerLeave={() => setCurrent(null)}
            onBlur={() => setCurrent(null)}
          >
            <div aria-hidden="true">
              <TrajectoryPlot
                geometry={geometry}
                sessions={sessions}
                reported={reported}
                placed={placed}
                mean={mean}
                meanLabel={
                  mean === null ? '' : t('charts.clientMean', { value: scoreFormat(language).format(mean) })
                }
                scaleTop={scaleTop}
                betterIs={betterIs}
                seriesNames={seriesNames}
              />
            </div>
            <SessionReadout
              words={shown}
              lines={shown === null ? [] : readoutLines(shown)}
              geometry={geometry}
              isHigh={isHigh}
            />
          </div>
        )}
      </div>
      {sessions.length === 0 ? null : (
        <div className={styles['tableToggle']} data-screen-only="">
          <Button
            kind="quiet"
            isExpanded={isTableShown}
            onPress={() => setIsTableShown((isShown) => !isShown)}
          >
            {t(isTableShown ? 'charts.hideTable' : 'charts.showTable')}
          </Button>
        </div>
      )}
      {isTableShown ? (
        <TrajectoryTable
          caption={title}
          words={sessions.flatMap((_, index) => describe(index) ?? [])}
          seriesNames={seriesNames}
          hasTherapist={hasTherapist}
        />
      ) : null}
    </figure>
  )

  function readoutLines(session: { client: string; therapist: string }): string[] {
    const drawn = hasTherapist ? (['client', 'therapist'] as const) : (['client'] as const)
    return drawn.map((series) =>
      t('charts.seriesValue', { series: seriesNames[series], value: session[series] }),
    )
  }
}
