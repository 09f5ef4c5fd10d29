import type { ReportKind, ReportPart } from '#shared/reports/report-kinds.ts'
import type { LinePlotView } from '#renderer/parts/charts/line-plot-types.ts'
import type { TrajectoryChartProps } from '#renderer/parts/charts/trajectory-types.ts'

/** What a chart on paper shows, and the same in words. */
export interface ReportChart extends Pick<
  TrajectoryChartProps,
  'title' | 'sessions' | 'episodes' | 'reported' | 'mean' | 'scaleBottom' | 'scaleTop' | 'betterIs'
> {
  readonly hasTherapist: boolean
  readonly formChanges: readonly number[]
  /** What the client is called beside the line; “Client” if left out. */
  readonly clientName?: string
  /** Set for a questionnaire: its cut-offs, and the corridor of changes that may be chance. */
  readonly line?: LinePlotView
  /** The chart in words, for a reader who can't see it. */
  readonly label: string
}

/** A name with what belongs to it. */
export interface ReportFact {
  readonly name: string
  readonly text: string
}

/** One piece of a report. `typed` keeps the lines of what somebody typed. */
export type ReportBlock =
  | { readonly kind: 'heading'; readonly level: 3 | 4; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'typed'; readonly text: string }
  | { readonly kind: 'facts'; readonly facts: readonly ReportFact[] }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | {
      readonly kind: 'table'
      readonly caption: string
      readonly head: readonly string[]
      /** The first cell of each row names the row. */
      readonly rows: readonly (readonly string[])[]
    }
  /** A form, and under its name a line for each answer. */
  | { readonly kind: 'answers'; readonly name: string; readonly lines: readonly string[] }
  | { readonly kind: 'chart'; readonly chart: ReportChart }

/** One part of a report under its heading. */
export interface ReportSection {
  readonly id: ReportPart | 'question' | 'not-in'
  readonly title: string
  readonly blocks: readonly ReportBlock[]
}

/** A whole report, in words, as the page prints it. */
export interface Report {
  readonly kind: ReportKind
  readonly title: string
  readonly lead: readonly string[]
  readonly sections: readonly ReportSection[]
}

export const text = (words: string): ReportBlock => ({ kind: 'text', text: words })
export const typed = (words: string): ReportBlock => ({ kind: 'typed', text: words })
export const heading = (level: 3 | 4, words: string): ReportBlock => ({ kind: 'heading', level, text: words })

/** All words of a report in their order, for tests and for what can't draw. */
export function wordsOf({ title, lead, sections }: Report): string {
  const ofSections = sections.flatMap((section) => [section.title, ...section.blocks.flatMap(wordsOfBlock)])
  return [title, ...lead, ...ofSections].join('\n')
}

function wordsOfBlock(block: ReportBlock): string[] {
  if (block.kind === 'chart') return [block.chart.label]
  if (block.kind === 'list') return [...block.items]
  if (block.kind === 'answers') return [block.name, ...block.lines]
  if (block.kind === 'facts') return block.facts.map(({ name, text: words }) => `${name}: ${words}`)
  if (block.kind !== 'table') return [block.text]
  return [block.caption, block.head.join(' | '), ...block.rows.map((row) => row.join(' | '))]
}
