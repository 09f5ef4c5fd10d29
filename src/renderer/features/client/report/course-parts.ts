import { attendanceOf } from '../session-extent.ts'
import { dayInWords } from '#renderer/lib/dates.ts'
import { axisMarks } from '#renderer/parts/charts/axis-marks.ts'
import { outcomeLine } from '../panels/outcome-line.ts'
import { outcomeSentence } from '../outcome-view.ts'
import { outcomeChart } from './outcome-chart.ts'
import { measuresOf } from '../measures.ts'
import { trajectoryView } from '../trajectory-view.ts'
import { text, type ReportBlock, type ReportFact } from './report.ts'
import type { ReportSource } from './report-source.ts'

/** The client's facts, and the course and each questionnaire in one sentence. */
export function summaryPart(source: ReportSource): ReportBlock[] {
  const { overview, t } = source
  const course = courseView(source)
  return [
    { kind: 'facts', facts: factsOfTherapy(source) },
    ...(course === null ? [text(t('reports.paper.course.none'))] : [text(course.sentence)]),
    ...overview.outcomes.map((status) => text(outcomeSentence(status, overview.sessions, t))),
  ]
}

/** When the therapy began, of which kind it is, and how many sessions it had. */
export function factsOfTherapy({ overview: { client, sessions }, t }: ReportSource): ReportFact[] {
  const { held, missed } = attendanceOf(sessions)
  const heldWords = t('reports.paper.facts.held', { count: held })
  return [
    { name: t('reports.paper.facts.status'), text: t(`reports.paper.facts.statuses.${client.status}`) },
    { name: t('reports.paper.facts.since'), text: dayInWords(client.startedOn) },
    ...(client.therapyType === '' ? [] : [{ name: t('reports.paper.facts.kind'), text: client.therapyType }]),
    {
      name: t('reports.paper.facts.sessions'),
      text: missed === 0 ? heldWords : t('reports.paper.facts.missed', { held: heldWords, count: missed }),
    },
  ]
}

/** The course of the rating that leads the client's page, with its falls and what was noted. */
export function coursePart(source: ReportSource): ReportBlock[] {
  const { t, hasSummary } = source
  const view = courseView(source)
  if (view === null) return [text(t('reports.paper.course.none'))]
  const { sentence, isNearCeiling, ...drawn } = view
  const notes = [
    ...(isNearCeiling ? [t('client.course.nearCeiling')] : []),
    ...axisMarks(drawn.sessions).map((mark) => t(`charts.axisMarks.${mark}`)),
    ...(drawn.reported.length === 0 ? [] : [t('reports.paper.course.flags')]),
    ...(drawn.episodes.length === 0 ? [] : [t('reports.paper.course.brackets')]),
  ]
  return [
    ...(hasSummary ? [] : [text(sentence)]),
    {
      kind: 'chart',
      chart: {
        ...drawn,
        formChanges: drawn.formChanges ?? [],
        hasTherapist: drawn.hasTherapist ?? false,
        label: t('reports.paper.course.chart', { title: drawn.title, sentence }),
      },
    },
    ...(notes.length === 0 ? [] : [{ kind: 'note' as const, text: notes.join(' ') }]),
  ]
}

/** Each questionnaire: its sentence, its course, and what its source says about change and cut-offs. */
export function outcomePart({
  overview,
  hasSummary,
  t,
}: Pick<ReportSource, 'overview' | 'hasSummary' | 't'>): ReportBlock[] {
  const { outcomes, sessions } = overview
  if (outcomes.length === 0) return [text(t('reports.paper.outcome.none'))]
  return outcomes.flatMap((status): ReportBlock[] => {
    const { scale, title, threshold, cutoffs } = status
    const sentence = outcomeSentence(status, sessions, t)
    const line = outcomeLine(status, sessions, t)
    return [
      { kind: 'heading', level: 3, text: title },
      ...(hasSummary ? [] : [text(sentence)]),
      {
        kind: 'chart',
        chart: {
          ...outcomeChart(status, sessions, t),
          title: scale.title,
          line,
          label: t('reports.paper.course.chart', { title: scale.title, sentence }),
        },
      },
      ...(line.note === null ? [] : [{ kind: 'note' as const, text: line.note }]),
      { kind: 'note', text: t('reports.paper.outcome.threshold', { ...threshold }) },
      ...cutoffs.map((cutoff): ReportBlock => {
        return { kind: 'note', text: t('reports.paper.outcome.cutoff', { ...cutoff }) }
      }),
    ]
  })
}

/** Each fall that rule 1 found, with its end. */
export function fallsPart({ past, views, t }: ReportSource): ReportBlock[] {
  const rated = past.lead.client?.level.rated ?? 0
  const { ratingsBeforeFall } = past.parameters
  if (views.length === 0)
    return [
      text(
        rated <= ratingsBeforeFall
          ? t('reports.paper.falls.tooFew', { count: rated, needed: ratingsBeforeFall + 1 })
          : t('reports.paper.falls.none'),
      ),
    ]
  const facts = views.map(({ label, rater, level, state, from, to, back }) => ({
    name: t('reports.paper.falls.name', {
      label,
      session: to.session,
      rater: t(`reports.paper.falls.rater.${rater}`),
      level: t(`client.episodes.level.${level}`),
    }),
    text: [
      t('reports.paper.falls.story', {
        from: from.value,
        fromSession: from.session,
        to: to.value,
        toSession: to.session,
      }),
      back === null ? t(`reports.paper.falls.state.${state}`) : t('reports.paper.falls.backIn', { ...back }),
    ].join(' '),
  }))
  return [{ kind: 'facts', facts }]
}

function courseView({ past, views, t }: ReportSource) {
  const series = past.lead.client ?? measuresOf(past)[0]
  return series === undefined || past.sessions.length === 0 ? null : trajectoryView(past, views, series, t)
}
