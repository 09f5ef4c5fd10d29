/** One session of the trajectory. A rating that is missing is null, and `missingReason` says why where that is known. */
export type TrajectorySession = {
  number: number
  /** Calendar day, ISO text. */
  date: string
  status: 'planned' | 'begun' | 'held' | 'late-cancel' | 'no-show'
  client: number | null
  therapist: number | null
  missingReason: string | null
  /** What stands instead of "not rated" where something was rated after all, but too little for a score. */
  missingWords?: string | undefined
}

/** A fall and what became of it, as the episode rule found it. Indices count sessions from 0. */
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

/** What the therapist or the client said happened, and where that differs from what the rule found. */
export type ReportedRupture = { index: number; text: string }

/** What one trajectory chart shows. */
export type TrajectoryChartProps = {
  title: string
  /** The trend in one sentence, with how many sessions and how many not rated. */
  sentence: string
  sessions: readonly TrajectorySession[]
  episodes: readonly TrajectoryEpisode[]
  reported: readonly ReportedRupture[]
  /** The client's mean, where there are enough ratings for the caller to show one. */
  mean: number | null
  /** The top of the scale; the axis always runs from 0 to it. */
  scaleTop: number
  /** `lower` for symptom scores. Never mix the two in one panel. */
  betterIs?: 'higher' | 'lower' | undefined
  /** Whether the therapist is asked for the same; false leaves every trace of a therapist's line out. */
  hasTherapist?: boolean | undefined
  headingLevel?: 2 | 3 | 4 | undefined
  /** Height of the plot alone, in px. */
  height?: number | undefined
  /** A width in px for paper; on screen the chart takes what it is given. */
  fixedWidth?: number | undefined
}
