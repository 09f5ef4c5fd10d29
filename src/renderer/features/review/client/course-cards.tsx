import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { courseSessions } from '#shared/review/bundled-course.ts'
import type { ReviewedClient } from '#shared/review/supervisee.ts'
import { axisMarks } from '#renderer/parts/charts/axis-marks.ts'
import { LinePlot } from '#renderer/parts/charts/line-plot.tsx'
import { StripPlot } from '#renderer/parts/charts/strip-plot.tsx'
import { TrajectoryChart } from '#renderer/parts/charts/trajectory-chart.tsx'
import type { SharedCursor } from '#renderer/parts/charts/trajectory-types.ts'
import { Card } from '#renderer/ui/card.tsx'
import { SelectField } from '#renderer/ui/select-field.tsx'
import common from '#renderer/ui/common.module.css'
import { feelingsAt, feelingsStrip, type FeelingsStrip } from './feelings-strip.ts'
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

/** The course of one rating, and below it every other and the therapist's feelings on the same axis, as on their own page. */
export function CourseCards({ content }: Pick<ReviewedClient, 'content'>) {
  const { t } = useTranslation()
  const [chosen, setChosen] = useState<string | null>(null)
  const [pointed, setPointed] = useState<{ index: number; panel: string } | null>(null)
  const lines = useMemo(() => linesOf(content, t), [content, t])
  const feelings = useMemo(() => feelingsStrip(content, t), [content, t])
  const line = lines.find(({ series }) => series.id === chosen) ?? lines[0]
  const others = lines.filter((other) => other !== line)
  const cursorOf = (panel: string): SharedCursor => ({
    current: pointed?.index ?? null,
    isHere: pointed?.panel === panel,
    onChange: (index) => setPointed(index === null ? null : { index, panel }),
  })
  const wordsOfAll = (some: readonly ReceivedLine[]) => (index: number) => [
    ...wordsAt(some, index, t),
    ...feelingsAt(feelings, index, t),
  ]
  const strip =
    feelings === null ? null : (
      <FeelingsCard
        content={content}
        feelings={feelings}
        cursor={cursorOf('feelings')}
        wordsAt={wordsOfAll(lines)}
      />
    )
  if (line === undefined)
    return (
      strip ?? (
        <Card title={t('review.course.title')}>
          <p className={common['note']}>{t('review.course.none')}</p>
        </Card>
      )
    )
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
          moreWords={wordsOfAll(others)}
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
                wordsAt={wordsOfAll(lines)}
              />
            </section>
          ))}
        </Card>
      )}
      {strip}
    </>
  )
}

/** The therapist's feelings, a row each, from before the session to after it. */
function FeelingsCard({
  content,
  feelings: { sentence, rows },
  cursor,
  wordsAt: wordsOf,
}: {
  content: ReviewedClient['content']
  feelings: FeelingsStrip
  cursor: SharedCursor
  wordsAt: (index: number) => readonly string[]
}) {
  const { t } = useTranslation()
  const sessions = useMemo(() => courseSessions(content), [content])
  return (
    <Card title={t('review.course.feelings')}>
      <StripPlot
        title={t('review.course.feelings')}
        sentence={sentence}
        sessions={sessions}
        rows={rows}
        note={t('panels.feelings.marks')}
        headingLevel={3}
        cursor={cursor}
        wordsAt={wordsOf}
      />
    </Card>
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
