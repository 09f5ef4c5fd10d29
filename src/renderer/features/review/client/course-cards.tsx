import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReviewedClient } from '#shared/review/supervisee.ts'
import { axisMarks } from '#renderer/parts/charts/axis-marks.ts'
import { LinePlot } from '#renderer/parts/charts/line-plot.tsx'
import { TrajectoryChart } from '#renderer/parts/charts/trajectory-chart.tsx'
import type { SharedCursor } from '#renderer/parts/charts/trajectory-types.ts'
import { Card } from '#renderer/ui/card.tsx'
import { SelectField } from '#renderer/ui/select-field.tsx'
import common from '#renderer/ui/common.module.css'
import {
  episodesAt,
  linesOf,
  namedEpisodes,
  reportedAt,
  wordsAt,
  type ReceivedLine,
} from './received-course.ts'
import styles from '../review.module.css'

const directions = { 'higher-is-better': 'higher', 'lower-is-better': 'lower', neutral: null } as const

/** The course of one rating, and below it every other on the same axis, as on the therapist's own page. */
export function CourseCards({ content }: Pick<ReviewedClient, 'content'>) {
  const { t } = useTranslation()
  const [chosen, setChosen] = useState<string | null>(null)
  const [pointed, setPointed] = useState<{ index: number; panel: string } | null>(null)
  const lines = useMemo(() => linesOf(content, t), [content, t])
  const line = lines.find(({ series }) => series.id === chosen) ?? lines[0]
  if (line === undefined)
    return (
      <Card title={t('review.course.title')}>
        <p className={common['note']}>{t('review.course.none')}</p>
      </Card>
    )
  const others = lines.filter((other) => other !== line)
  const cursorOf = (panel: string): SharedCursor => ({
    current: pointed?.index ?? null,
    isHere: pointed?.panel === panel,
    onChange: (index) => setPointed(index === null ? null : { index, panel }),
  })
  return (
    <>
      <Card
        title={t('review.course.title')}
        actions={
          lines.length < 2 ? null : (
            <div className={styles['choice']} data-screen-only="">
              <SelectField
                isInline
                label={t('review.course.choice')}
                placeholder={line.title}
                options={lines.map(({ series, title }) => ({ value: series.id, label: title }))}
                value={line.series.id}
                onChange={setChosen}
              />
            </div>
          )
        }
      >
        {lines.length < 2 ? <p className={common['muted']}>{line.title}</p> : null}
        <CourseChart
          content={content}
          line={line}
          cursor={cursorOf('course')}
          moreWords={(index) => wordsAt(others, index, t)}
        />
      </Card>
      {others.length === 0 ? null : (
        <Card title={t('review.course.ratings')}>
          {others.map(({ series, title, sentence, sessions, hasTherapist }) => (
            <section key={series.id}>
              <h3>{title}</h3>
              <LinePlot
                title={title}
                sentence={sentence}
                sessions={sessions}
                formChanges={noPlaces}
                scaleBottom={series.minimum}
                scaleTop={series.maximum}
                betterIs={directions[series.direction]}
                hasTherapist={hasTherapist}
                scores={noScores}
                corridor={null}
                note={null}
                isNamedAbove
                cursor={cursorOf(series.id)}
                wordsAt={(index) => wordsAt(lines, index, t)}
              />
            </section>
          ))}
        </Card>
      )}
    </>
  )
}

const noPlaces: readonly number[] = []
const noScores = [] as const

function CourseChart({
  content,
  line,
  cursor,
  moreWords,
}: {
  content: ReviewedClient['content']
  line: ReceivedLine
  cursor: SharedCursor
  moreWords: (index: number) => readonly string[]
}) {
  const { t } = useTranslation()
  const { series, title, sentence, sessions, hasTherapist, mean } = line
  const episodes = useMemo(() => episodesAt(namedEpisodes(content), line), [content, line])
  const reported = useMemo(() => reportedAt(content, t), [content, t])
  const notes = [
    ...axisMarks(sessions).map((mark) => t(`charts.axisMarks.${mark}`)),
    ...(reported.length === 0 ? [] : [t('client.course.flags')]),
    ...(episodes.length === 0 ? [] : [t('client.course.letters')]),
  ]
  return (
    <TrajectoryChart
      title={title}
      sentence={sentence}
      sessions={sessions}
      episodes={episodes}
      reported={reported}
      mean={mean}
      scaleBottom={series.minimum}
      scaleTop={series.maximum}
      betterIs={directions[series.direction] ?? 'higher'}
      hasTherapist={hasTherapist}
      height={200}
      isTitleOnlyPrinted
      note={notes.length === 0 ? null : notes.join(' ')}
      cursor={cursor}
      moreWords={moreWords}
    />
  )
}
