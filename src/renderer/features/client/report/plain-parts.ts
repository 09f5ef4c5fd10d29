import type { LevelledSeries } from '#shared/overview/client-overview.ts'
import { attendanceOf } from '../session-extent.ts'
import { numberAt } from '../outcome-view.ts'
import { outcomeChart } from './outcome-chart.ts'
import { scoreIn } from '../past-sessions.ts'
import { dayInWords } from '#renderer/lib/dates.ts'
import { axisMarks } from '#renderer/parts/charts/axis-marks.ts'
import { text, type ReportBlock } from './report.ts'
import type { ReportSource } from './report-source.ts'

/** The same parts in words for the client: what they rated themselves, and no judgement, limit or cut-off. */
export function plainSummary(source: ReportSource): ReportBlock[] {
  const { overview, t } = source
  const { held, missed } = attendanceOf(overview.sessions)
  return [
    text(
      [
        t('reports.paper.plain.sessions', { count: held }),
        ...(missed === 0 ? [] : [t('reports.paper.plain.missed', { count: missed })]),
      ].join(' '),
    ),
    text(allianceSentence(source)),
  ]
}

/** The client's own ratings of the alliance, without falls, flags, means and the therapist's line. */
export function plainCourse(source: ReportSource): ReportBlock[] {
  const { past, hasSummary, t } = source
  const series = past.lead.client
  const sentence = allianceSentence(source)
  if (series === null || ratingsOf(source, series).length === 0) return [text(sentence)]
  const drawn = past.sessions.map((session) => ({
    number: session.number,
    date: session.date,
    status: session.status,
    client: scoreIn(session, series),
    therapist: null,
    missingReason: null,
  }))
  const notes = axisMarks(drawn).map((mark) => t(`reports.paper.plain.axisMarks.${mark}`))
  return [
    ...(hasSummary ? [] : [text(sentence)]),
    {
      kind: 'chart',
      chart: {
        title: t('reports.paper.plain.yourRatings'),
        sessions: drawn,
        episodes: [],
        reported: [],
        formChanges: [],
        mean: null,
        scaleBottom: series.minimum,
        scaleTop: series.maximum,
        hasTherapist: false,
        clientName: t('reports.paper.plain.you'),
        label: t('reports.paper.plain.chart', { title: t('reports.paper.plain.names.course'), sentence }),
      },
    },
    ...(notes.length === 0 ? [] : [{ kind: 'note' as const, text: notes.join(' ') }]),
  ]
}

/** Each questionnaire that was filled in more than once: the first and the last score. */
export function plainOutcome({ overview, t }: Pick<ReportSource, 'overview' | 't'>): ReportBlock[] {
  const { outcomes, sessions } = overview
  const blocks = outcomes.flatMap((status): ReportBlock[] => {
    const { scale, title, scores } = status
    const rated = scores.flatMap((value, index) => (value === null ? [] : [{ value, index }]))
    const [first, last] = [rated[0], rated.at(-1)]
    if (first === undefined || last === undefined || first === last) return []
    const sentence = t(`reports.paper.plain.outcome.${scale.direction}`, {
      first: first.value,
      from: numberAt(sessions, first.index),
      last: last.value,
      to: numberAt(sessions, last.index),
    })
    return [
      { kind: 'heading', level: 3, text: title },
      text(sentence),
      {
        kind: 'chart',
        chart: {
          ...outcomeChart(status, sessions, t),
          title: t('reports.paper.plain.yourRatings'),
          clientName: t('reports.paper.plain.you'),
          label: t('reports.paper.plain.chart', { title, sentence }),
        },
      },
      ...(status.totals.length === 0
        ? []
        : [{ kind: 'note' as const, text: t('reports.paper.plain.outcomeTotals') }]),
    ]
  })
  return blocks.length === 0 ? [text(t('reports.paper.plain.outcomeNone'))] : blocks
}

/** Every session with its day and the client's rating. */
export function plainSessions({ overview, past, t }: ReportSource): ReportBlock[] {
  const series = past.lead.client
  if (overview.sessions.length === 0) return [text(t('reports.paper.noSessions'))]
  return [
    {
      kind: 'table',
      caption: t('reports.paper.sessions.caption'),
      head: [
        t('reports.paper.sessions.number'),
        t('reports.paper.sessions.date'),
        t('reports.paper.sessions.status'),
        t('reports.paper.plain.rating'),
      ],
      rows: overview.sessions.map((session) => {
        const value = scoreIn(session, series)
        return [
          String(session.number),
          dayInWords(session.date),
          t(`reports.paper.sessions.statuses.${session.status}`),
          value === null ? t('reports.paper.sessions.notRated') : t('reports.paper.value', { value }),
        ]
      }),
    },
  ]
}

function ratingsOf({ past }: ReportSource, series: LevelledSeries) {
  return past.sessions.flatMap((session) => {
    const value = scoreIn(session, series)
    return value === null ? [] : [{ session: session.number, value }]
  })
}

function allianceSentence(source: ReportSource): string {
  const { past, t } = source
  const series = past.lead.client
  const ratings = series === null ? [] : ratingsOf(source, series)
  const [first, last] = [ratings[0], ratings.at(-1)]
  if (series === null || first === undefined || last === undefined) return t('reports.paper.plain.none')
  const { minimum, maximum } = series
  if (ratings.length === 1) return t('reports.paper.plain.one', { ...first, minimum, maximum })
  return t('reports.paper.plain.course', {
    count: ratings.length,
    first: first.value,
    from: first.session,
    last: last.value,
    to: last.session,
    minimum,
    maximum,
  })
}
