import type { PromptAnswer } from '#shared/prompts/prompt-answer.ts'
import type { Risk } from '#shared/risk/risk.ts'
import { dayInWords, dayOf } from '#renderer/lib/dates.ts'
import { numberInWords } from '#renderer/parts/prompts/number-in-words.ts'
import { heading, text, typed, type ReportBlock } from './report.ts'
import type { ReportSource } from './report-source.ts'

/**
 * Prompts with their reasons. For supervision: those that apply now and those taken there and not discussed yet.
 * Elsewhere every answer, with the prompt as it was shown then.
 */
export function promptsPart(source: ReportSource): ReportBlock[] {
  const { kind, record, overview, t } = source
  const isForSupervision = kind === 'supervision'
  const now = kind === 'record' ? [] : overview.prompts
  const answered = isForSupervision
    ? record.promptAnswers.filter(
        ({ answer, discussedAt }) => answer === 'supervision' && discussedAt === null,
      )
    : record.promptAnswers
  if (now.length + answered.length === 0)
    return [
      text(t(isForSupervision ? 'reports.paper.prompts.noneForSupervision' : 'reports.paper.prompts.none')),
    ]
  return [
    { kind: 'note', text: t('reports.paper.prompts.about') },
    ...now.flatMap((prompt): ReportBlock[] => [
      heading(3, t('reports.paper.prompts.now', { title: prompt.title })),
      quoted(prompt.because, t),
      quoted(prompt.suggestion, t),
      { kind: 'note', text: t('reports.paper.prompts.source', { citation: prompt.source.citation }) },
    ]),
    ...answered.flatMap((answer) => answeredBlocks(answer, source)),
  ]
}

function answeredBlocks(
  { prompt, answer, reason, note, sessionNumber, answeredAt, discussedAt }: PromptAnswer,
  { t }: ReportSource,
): ReportBlock[] {
  return [
    heading(3, prompt.title),
    quoted(prompt.because, t),
    text(
      [
        t(`reports.paper.prompts.answers.${answer}`, { number: sessionNumber, date: dayOf(answeredAt) }),
        ...(reason === null
          ? []
          : [t('reports.paper.prompts.reason', { reason: t(`prompts.reasons.${reason}`) })]),
        ...(discussedAt === null ? [] : [t('reports.paper.prompts.discussed', { date: dayOf(discussedAt) })]),
      ].join(' '),
    ),
    ...(note === '' ? [] : [typed(note)]),
    {
      kind: 'note',
      text: [
        ...prompt.numbers.map((number) => numberInWords(number, t)),
        t('reports.paper.prompts.source', { citation: prompt.source.citation }),
      ].join(' · '),
    },
  ]
}

/** What Attune said to the therapist, in quotation marks: the reader of a report is somebody else. */
export function quoted(words: string, t: ReportSource['t']): ReportBlock {
  return text(t('reports.paper.prompts.quoted', { words }))
}

/** Each answer that asked for attention at once, in its own words, and what was done about it. */
export function riskPart({ record, t }: ReportSource): ReportBlock[] {
  if (record.risks.length === 0) return [text(t('reports.paper.risk.none'))]
  return record.risks.flatMap((risk): ReportBlock[] => [
    heading(
      3,
      t('reports.paper.session', { number: risk.sessionNumber, date: dayInWords(risk.sessionDate) }),
    ),
    text(riskInWords(risk, t)),
    ...step(risk.acknowledged, 'acknowledged', t),
    ...step(risk.closed, 'closed', t),
  ])
}

function riskInWords(risk: Risk, t: ReportSource['t']): string {
  const { itemText: item, answerLabel: answer, value, maximum, instrumentTitle: form } = risk
  return answer === null
    ? t('reports.paper.risk.answerNumber', { item, value, maximum, form })
    : t('reports.paper.risk.answer', { item, answer, value, maximum, form })
}

function step(done: Risk['closed'], which: 'acknowledged' | 'closed', t: ReportSource['t']): ReportBlock[] {
  if (done === null)
    return [text(t(which === 'closed' ? 'reports.paper.risk.open' : 'reports.paper.risk.notAcknowledged'))]
  return [
    text(t(`reports.paper.risk.${which}`, { date: dayOf(done.at) })),
    ...(done.note === '' ? [] : [typed(done.note)]),
  ]
}
