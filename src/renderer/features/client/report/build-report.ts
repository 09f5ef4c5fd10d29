import type { TFunction } from 'i18next'
import { kindsOfReport, type ReportKind, type ReportPart } from '#shared/reports/report-kinds.ts'
import { dayOf } from '#renderer/lib/dates.ts'
import { coursePart, fallsPart, outcomePart, summaryPart } from './course-parts.ts'
import { agendaPart } from './agenda-part.ts'
import { plainCourse, plainOutcome, plainSessions, plainSummary } from './plain-parts.ts'
import { promptsPart, riskPart } from './prompt-parts.ts'
import { decisionsPart, everythingPart, personPart } from './record-parts.ts'
import { reportSource, type ReportOrder, type ReportSource } from './report-source.ts'
import { sharingPart } from './sharing-part.ts'
import { feelingsPart, notesPart, rupturesPart, sessionsPart, wordsPart } from './session-parts.ts'
import { text, typed, type Report, type ReportBlock, type ReportSection } from './report.ts'

type BuildPart = (source: ReportSource) => ReportBlock[]

const parts: Readonly<Record<ReportPart, BuildPart>> = {
  summary: summaryPart,
  course: coursePart,
  outcome: outcomePart,
  falls: fallsPart,
  ruptures: rupturesPart,
  feelings: feelingsPart,
  prompts: promptsPart,
  risk: riskPart,
  sessions: sessionsPart,
  notes: notesPart,
  words: wordsPart,
  person: personPart,
  everything: everythingPart,
  agenda: agendaPart,
  sharing: sharingPart,
  decisions: decisionsPart,
}

/** The parts that say something else to the client than to a colleague. */
const plainParts: Partial<Record<ReportPart, BuildPart>> = {
  summary: plainSummary,
  course: plainCourse,
  outcome: plainOutcome,
  sessions: plainSessions,
}

/** Builds a report: the chosen parts in their order, what was left out, and for supervision the question at the end. */
export function buildReport(order: ReportOrder, t: TFunction): Report {
  const { kind, record, madeOn } = order
  const source = reportSource(order, t)
  const build = (part: ReportPart) => (kind === 'client' ? (plainParts[part] ?? parts[part]) : parts[part])
  const { code, isFictional } = record.client
  return {
    kind,
    title: t(`reports.paper.title.${kind}`, { code }),
    lead: [
      t('reports.paper.made', { date: dayOf(madeOn) }),
      ...(isFictional ? [t('reports.paper.fictional')] : []),
    ],
    sections: [
      ...order.parts.map((part): ReportSection => ({
        id: part,
        title: partName(kind, part, t),
        blocks: build(part)(source),
      })),
      ...notInReport(order, t),
      ...(kindsOfReport[kind].asks ? [questionOf(order, t)] : []),
    ],
  }
}

/** What a part is called in a kind of report. */
export function partName(kind: ReportKind, part: ReportPart, t: TFunction): string {
  if (
    kind === 'client' &&
    (part === 'summary' || part === 'course' || part === 'outcome' || part === 'words')
  )
    return t(`reports.paper.plain.names.${part}`)
  return t(`reports.paper.parts.${part}`)
}

/** Whether a report can be made: it has a part, and its question if it needs one. */
export function isComplete({
  kind,
  parts: chosen,
  question,
}: Pick<ReportOrder, 'kind' | 'parts' | 'question'>) {
  return chosen.length > 0 && (!kindsOfReport[kind].asks || question.trim() !== '')
}

function notInReport({ kind, parts: chosen, record }: ReportOrder, t: TFunction): ReportSection[] {
  if (kind === 'record' || kind === 'client') return []
  const missing = kindsOfReport[kind].offered.filter((part) => !chosen.includes(part))
  const { hiddenRatings } = record
  const blocks = [
    ...(missing.length === 0
      ? []
      : [text(t('reports.paper.notInText', { parts: missing.map((part) => partName(kind, part, t)) }))]),
    ...(hiddenRatings === 0 ? [] : [text(t('reports.paper.hidden', { count: hiddenRatings }))]),
  ]
  return blocks.length === 0 ? [] : [{ id: 'not-in', title: t('reports.paper.notIn'), blocks }]
}

function questionOf({ question }: ReportOrder, t: TFunction): ReportSection {
  const words = question.trim()
  return {
    id: 'question',
    title: t('reports.paper.question.title'),
    blocks: [words === '' ? text(t('reports.paper.question.missing')) : typed(words)],
  }
}
