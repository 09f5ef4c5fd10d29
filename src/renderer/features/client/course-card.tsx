import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ClientId } from '#shared/records/ids.ts'
import { fallParameters } from '#shared/rule-settings/rule-parameters.ts'
import { canBeChosenToLead } from '#shared/series/lead-series.ts'
import { useChange } from '#renderer/lib/change.ts'
import { axisMarks } from '#renderer/parts/charts/axis-marks.ts'
import { TrajectoryChart } from '#renderer/parts/charts/trajectory-chart.tsx'
import type { TrajectoryChartProps } from '#renderer/parts/charts/trajectory-types.ts'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { FoldTitle } from '#renderer/ui/fold-title.tsx'
import { RangeSlider } from '#renderer/ui/range-slider.tsx'
import { SelectField } from '#renderer/ui/select-field.tsx'
import { usePanelCursor, useRange, type CourseView } from './course-view.ts'
import type { EpisodeView } from './episode-view.ts'
import { measureName, measuresOf } from './measures.ts'
import type { Folding } from './panels/panel-section.tsx'
import type { Past } from './past-sessions.ts'
import {
  hasBrush,
  hasRanges,
  placesOf,
  rangeNames,
  withinRange,
  type RangeName,
  type SessionRange,
} from './session-range.ts'
import { trajectoryView } from './trajectory-view.ts'
import styles from './client.module.css'

/** Low enough for the first prompt to be read below it in a window of 800 px. */
const courseHeight = 96

/** The course of one rating; the one that leads the page unless the user chooses another. */
export function CourseCard({
  past,
  views,
  clientId,
  courseView,
  moreWords,
  folding,
}: {
  past: Past
  views: readonly EpisodeView[]
  clientId: ClientId
  courseView: CourseView
  /** What the panels below show of a session, by its place from 0. */
  moreWords: (index: number) => readonly string[]
  /** Null until it is known what is folded. */
  folding: Folding | null
}) {
  const { t } = useTranslation()
  const [chosen, setChosen] = useState<string | null>(null)
  const range = useRange(courseView)
  const setRange = (next: RangeName | SessionRange) => courseView.set({ range: next })
  const measures = useMemo(() => measuresOf(past), [past])
  const series = measures.find(({ id }) => id === chosen) ?? measures[0]
  const view = useMemo(
    () => (series === undefined ? null : trajectoryView(past, views, series, t)),
    [past, views, series, t],
  )
  const { from, to } = placesOf(range, past.sessions)
  const part = useMemo(() => (view === null ? null : withinRange(view, { from, to })), [view, from, to])
  if (series === undefined || part === null) return null
  const { isNearCeiling, ...chart } = part
  const isOpen = folding?.folded.includes('course') !== true
  const isLead = series.id === past.lead.client?.id
  const isOwn = fallParameters.some((name) => past.changedParameters.includes(name))
  const rated = series.level.rated
  const { ratingsBeforeFall } = past.parameters
  const notes = [
    ...(isLead && rated > 0 && rated <= ratingsBeforeFall
      ? [t('client.episodes.tooFew', { needed: ratingsBeforeFall + 1, count: rated })]
      : []),
    ...(isNearCeiling ? [t('client.course.nearCeiling')] : []),
    ...axisMarks(chart.sessions).map((mark) => t(`charts.axisMarks.${mark}`)),
    ...(chart.reported.length === 0 ? [] : [t('client.course.flags')]),
    ...(chart.episodes.length > 0 ? [t('client.course.letters')] : []),
    ...(isLead && views.some(({ rater }) => rater === 'therapist') ? [t('client.course.ownFalls')] : []),
    ...(isLead && isOwn ? [t('client.ownSettings')] : []),
  ]
  return (
    <Card
      title={
        <FoldTitle
          title={t('client.course.title')}
          isOpen={isOpen}
          onToggle={(willOpen) => folding?.fold('course', !willOpen)}
        />
      }
      actions={
        <div className={styles['choices']} data-screen-only="">
          <SelectField
            isInline
            label={t('client.course.choice')}
            placeholder={measureName(series, t)}
            options={measures.map((each) => ({ value: each.id, label: measureName(each, t) }))}
            value={series.id}
            onChange={setChosen}
          />
          {hasRanges(past.sessions) ? (
            <SelectField
              isInline
              label={t('client.course.range.label')}
              placeholder={t('client.course.range.chosen', {
                from: past.sessions[from]?.number ?? 0,
                to: past.sessions[to]?.number ?? 0,
              })}
              options={rangeNames.map((name) => ({ value: name, label: t(`client.course.range.${name}`) }))}
              value={typeof range === 'string' ? range : null}
              onChange={setRange}
            />
          ) : null}
        </div>
      }
    >
      {isOpen ? (
        <CourseChart
          chart={{ ...chart, note: notes.length === 0 ? null : notes.join(' ') }}
          range={{ from, to }}
          height={courseHeight}
          courseView={courseView}
          moreWords={moreWords}
        />
      ) : (
        <p>{chart.sentence}</p>
      )}
      {hasBrush(past.sessions) ? (
        <div data-screen-only="">
          <RangeSlider
            label={t('client.course.range.brush')}
            minimum={0}
            maximum={past.sessions.length - 1}
            value={[from, to]}
            onChange={([start, end]) => setRange({ from: start, to: end })}
            names={[t('client.course.range.from'), t('client.course.range.to')]}
            words={t('client.course.range.words', {
              from: past.sessions[from]?.number ?? 0,
              to: past.sessions[to]?.number ?? 0,
              count: past.sessions.length,
            })}
          />
        </div>
      ) : null}
      {isOpen ? <LeadChoice past={past} clientId={clientId} onChosen={() => setChosen(null)} /> : null}
    </Card>
  )
}

/** The chart of the course, which alone is drawn again while the user points at sessions. */
function CourseChart({
  chart,
  range,
  height,
  courseView,
  moreWords,
}: {
  chart: TrajectoryChartProps
  range: SessionRange
  height: number
  courseView: CourseView
  moreWords: (index: number) => readonly string[]
}) {
  return (
    <TrajectoryChart
      {...chart}
      height={height}
      isTitleOnlyPrinted
      cursor={usePanelCursor(courseView, 'course', range)}
      moreWords={(index) => moreWords(index + range.from)}
    />
  )
}

const ratedLast = 'rated-last'

/** Chooses which alliance leads the page, if the client rated more than one or the user chose before. */
function LeadChoice({ past, clientId, onChosen }: { past: Past; clientId: ClientId; onChosen: () => void }) {
  const { t } = useTranslation()
  const choose = useChange('clients.setLead', { onSuccess: onChosen })
  const { series, lead, isLeadChosen } = past
  const candidates = series.filter(
    (each) => canBeChosenToLead(each) && (each.level.rated > 0 || each.id === lead.client?.id),
  )
  if (candidates.length < 2 && !isLeadChosen) return null
  return (
    <div className={styles['baseline']} data-screen-only="">
      <SelectField
        label={t('client.lead.label')}
        description={t('client.lead.note')}
        placeholder={t('client.lead.ratedLast')}
        options={[
          { value: ratedLast, label: t('client.lead.ratedLast') },
          ...candidates.map((each) => ({ value: each.id, label: measureName(each, t) })),
        ]}
        value={isLeadChosen && lead.client !== null ? lead.client.id : ratedLast}
        onChange={(value) => choose.mutate({ id: clientId, series: value === ratedLast ? null : value })}
      />
      <FailureNotice failure={choose.error} title={t('client.lead.failed')} />
    </div>
  )
}
