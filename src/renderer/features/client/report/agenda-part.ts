import type { AgendaItem } from '#shared/supervision/agenda.ts'
import type { Agreement } from '#shared/supervision/meeting.ts'
import { agendaReasonInWords } from '#renderer/parts/supervision/agenda-reason.ts'
import { dayInWords, dayOf } from '#renderer/lib/dates.ts'
import { quoted } from './prompt-parts.ts'
import { heading, text, typed, type ReportBlock } from './report.ts'
import type { ReportSource } from './report-source.ts'

/** What was brought to supervision about the client, each with its question, and what was agreed there. */
export function agendaPart(source: ReportSource): ReportBlock[] {
  const { agenda, agreements } = source.record
  if (agenda.length + agreements.length === 0) return [text(source.t('reports.paper.agenda.none'))]
  return [
    ...agenda.flatMap((item) => itemBlocks(item, source)),
    ...agreements.flatMap((agreement) => agreementBlocks(agreement, source)),
  ]
}

function itemBlocks(item: AgendaItem, source: ReportSource): ReportBlock[] {
  const { t } = source
  const { question, state, reason, putOffCount, createdAt } = item
  return [
    heading(3, t('reports.paper.agenda.brought', { date: dayOf(createdAt) })),
    text(
      [aboutInWords(item, source), t(`reports.paper.agenda.states.${state}`, { count: putOffCount })].join(
        ' ',
      ),
    ),
    ...(reason === null ? [] : [quoted(agendaReasonInWords(reason, t), t)]),
    ...(question === '' ? [] : [text(t('reports.paper.agenda.question')), typed(question)]),
  ]
}

function aboutInWords({ kind, sessionId, promptAnswerId }: AgendaItem, { record, t }: ReportSource): string {
  const answer = record.promptAnswers.find(({ id }) => id === promptAnswerId)
  if (answer !== undefined) return t('reports.paper.agenda.about.promptOf', { title: answer.prompt.title })
  const session = record.sessions.find((log) => log.session.id === sessionId)?.session
  return session === undefined
    ? t(`reports.paper.agenda.about.${kind}`)
    : t('reports.paper.agenda.about.sessionOf', { number: session.number })
}

function agreementBlocks(
  { agreedOn, text: words, state, answeredOn }: Agreement,
  { t }: ReportSource,
): ReportBlock[] {
  const date = answeredOn === null ? '' : dayInWords(answeredOn)
  return [
    heading(3, t('reports.paper.agenda.agreed', { date: dayInWords(agreedOn) })),
    typed(words),
    text(t(`reports.paper.agenda.agreements.${state}`, { date })),
  ]
}
