import type { SharedCursor, TrajectorySession } from './trajectory-types.ts'

/** A score with a name of its own, a line across the whole plot: a cut-off, or an edge of the corridor. */
export type NamedScore = { value: number; words: string; isCutoff: boolean }

/** Scores between which a change from the baseline may be chance. */
export type Corridor = {
  /** The place of the baseline's session, from 0; below 0 if it lies before the first session shown. */
  from: number
  low: number
  high: number
}

/** What a plot of one scale shows. */
export type LinePlotView = {
  title: string
  sentence: string
  sessions: readonly TrajectorySession[]
  /** The places of sessions from which other questions were asked. */
  formChanges: readonly number[]
  /** What changed at these places, if it is not the form. */
  changeWords?: string | undefined
  scaleBottom: number
  scaleTop: number
  /** Null if neither end of the scale is better. */
  betterIs: 'higher' | 'lower' | null
  hasTherapist: boolean
  scores: readonly NamedScore[]
  corridor: Corridor | null
  note: string | null
}

/** What of it is drawn. */
export type LinePictureView = Omit<LinePlotView, 'title' | 'sentence' | 'note'>

/** The properties of one plot. */
export type LinePlotProps = LinePlotView & {
  /** Whether its title stands above it, on the screen and on paper. */
  isNamedAbove: boolean
  cursor: SharedCursor
  /** Everything that the page shows of the session at this index, for the readout. */
  wordsAt: (index: number) => readonly string[]
}
