import type { TFunction } from 'i18next'
import type { ClientOverview, LevelledSeries } from '#shared/overview/client-overview.ts'
import type { PromptAnswer } from '#shared/prompts/prompt-answer.ts'
import type { EpisodeView } from '../episode-view.ts'
import type { Past } from '../past-sessions.ts'
import { drawnSeries } from './drawn-series.ts'
import { emotionsPanel } from './emotions-panel.ts'
import { feelingsPanel } from './feelings-panel.ts'
import { guessesPanel } from './guesses-panel.ts'
import { lineOf, lineWords, type LinePanel } from './line-view.ts'
import { momentsPanel, type SupervisionMark } from './moments-panel.ts'
import type { OwnWords } from '#shared/records/own-words.ts'
import { outcomeLine } from './outcome-line.ts'
import { ownWordsLines } from './own-words-lines.ts'
import { missingAt, panelLine, type StripPanel } from './panel.ts'
import { ratingsPanel } from './ratings-panel.ts'

/** Everything that the panels of a client's page draw. */
export interface AllPanels {
  /** The series that leads the page, for the readout alone. */
  readonly lead: LinePanel | null
  /** Alliances besides the one that leads the page. */
  readonly alliances: readonly LinePanel[]
  readonly outcomes: readonly LinePanel[]
  /** Goals and problems in the client's own words. */
  readonly ownWords: readonly LinePanel[]
  readonly others: readonly LinePanel[]
  readonly empathy: readonly LinePanel[]
  readonly strips: readonly StripPanel[]
}

/** Works out what all panels draw, over all past sessions. */
export function allPanels(
  {
    overview,
    past,
    views,
    answers,
    said,
    ownWords,
  }: {
    overview: ClientOverview
    past: Past
    views: readonly EpisodeView[]
    /** The answers to prompts; null if they could not be read. */
    answers: readonly PromptAnswer[] | null
    /** What was said in supervision; null if it could not be read. */
    said: readonly SupervisionMark[] | null
    ownWords: readonly OwnWords[]
  },
  t: TFunction,
): AllPanels {
  const guesses = guessesPanel(past, t)
  const drawn = drawnSeries(past, { outcomes: overview.outcomes, guessed: guesses?.rows ?? [] })
  const linesOf = (series: readonly LevelledSeries[]) => series.map((each) => lineOf(past, each, t))
  return {
    lead: past.lead.client === null ? null : lineOf(past, past.lead.client, t),
    alliances: linesOf(drawn.alliances),
    outcomes: overview.outcomes.map((status) => outcomeLine(status, overview.sessions, t)),
    ownWords: ownWordsLines(past, ownWords, t),
    others: linesOf(drawn.others),
    empathy: linesOf(drawn.empathy),
    strips: [
      momentsPanel(past, views, answers, said, t),
      feelingsPanel(past, t),
      emotionsPanel(past, t),
      guesses,
      ratingsPanel(past, drawn.rest, t),
    ].filter((panel) => panel !== null),
  }
}

/**
 * All that the page shows of one session, a line for each panel that has something. The chart of the course has its own
 * lines about the ratings that it draws, about ruptures and about falls.
 */
export function linesAt(
  { lead, alliances, outcomes, ownWords, others, empathy, strips }: AllPanels,
  { index, isCourse, past }: { index: number; isCourse: boolean; past: Past },
  t: TFunction,
): string[] {
  const lines = [
    ...(isCourse || lead === null ? [] : [lead]),
    ...alliances,
    ...outcomes,
    ...ownWords,
    ...others,
    ...empathy,
  ]
  const shown = strips.map((panel) =>
    isCourse && panel.id === 'moments'
      ? { ...panel, rows: panel.rows.filter(({ id }) => id !== 'ruptures' && id !== 'falls') }
      : panel,
  )
  const isRating = ({ id }: StripPanel) => id !== 'moments'
  const ratings = [
    ...lines.map((line) => lineWords(line, index, t)),
    ...shown.filter(isRating).map((panel) => panelLine(panel, index, t)),
  ].filter((line) => line !== null)
  const moments = shown
    .filter((panel) => !isRating(panel))
    .flatMap((panel) => panelLine(panel, index, t) ?? [])
  return [...(ratings.length === 0 && !isCourse ? [missingAt(past, index, t)] : ratings), ...moments]
}
