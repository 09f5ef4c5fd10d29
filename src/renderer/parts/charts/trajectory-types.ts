import type { SessionStatus } from '#shared/records/session.ts'
import type { SessionDay } from './session-day.ts'

/** One session of the trajectory. A missing rating is null; `missingReason` says why, if known. */
export type TrajectorySession = SessionDay & {
  number: number
  status: SessionStatus
  client: number | null
  therapist: number | null
  /** The score of the same form before the session, where the one above is of after it. */
  before?: { client: number | null; therapist: number | null } | undefined
  /** Whether the client's score is a total that another program gave, without its answers: it has a mark of its own. */
  isTotal?: boolean | undefined
  missingReason: string | null
  /** Replaces "not rated" if there are some answers, but too few for a score. */
  missingWords?: string | undefined
  /** False if the form has no questions for the client: then no rating of the client's is missing. */
  isClientAsked?: boolean | undefined
}

/** A fall and whether it was repaired, by the episode rule. Indices count sessions from 0. */
export type TrajectoryEpisode = {
  /** Short name, "R1". */
  label: string
  state: 'open' | 'repaired' | 'partly-repaired' | 'unrepaired'
  level: 'dip' | 'rupture'
  peakIndex: number
  troughIndex: number
  /** Null while the episode is open. */
  endIndex: number | null
}

/** A report by the therapist or the client, and whether it differs from the rule's findings. */
export type ReportedRupture = { index: number; text: string }

/** The session that a chart points at, if several charts point at the same one. */
export type SharedCursor = {
  current: number | null
  /** Whether the user moves in this chart; only that one shows the values. */
  isHere: boolean
  onChange: (current: number | null) => void
}

/** The properties of one trajectory chart. */
export type TrajectoryChartProps = {
  title: string
  /** The trend in one sentence, with how many sessions and how many not rated. */
  sentence: string
  sessions: readonly TrajectorySession[]
  episodes: readonly TrajectoryEpisode[]
  reported: readonly ReportedRupture[]
  /** The places of sessions from which other questions were asked: a thin line, and no rating is joined across it. */
  formChanges?: readonly number[] | undefined
  /** The client's mean, if there are enough ratings to show one. */
  mean: number | null
  /** The bottom of the scale, 0 if left out; the axis always shows the whole scale. */
  scaleBottom?: number | undefined
  scaleTop: number
  /** `lower` for symptom scores. Never mix the two in one panel. */
  betterIs?: 'higher' | 'lower' | undefined
  /** Whether the therapist rates the same; false leaves out everything about the therapist. */
  hasTherapist?: boolean | undefined
  headingLevel?: 2 | 3 | 4 | undefined
  /** Set if the screen names what is shown elsewhere. Screen readers and paper keep the title. */
  isTitleOnlyPrinted?: boolean | undefined
  /** What the marks mean, where that needs words. */
  note?: string | null | undefined
  /** Height of the plot without its surroundings, in px. */
  height?: number | undefined
  /** The cursor that it shares with other charts; without one it has its own. */
  cursor?: SharedCursor | undefined
  /** Lines for the readout after the chart's own: what other charts show of the session at this index. */
  moreWords?: ((index: number) => readonly string[]) | undefined
}
