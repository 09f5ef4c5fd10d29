/**
 * The fewest ratings from which a result may be shown; the functions themselves return what is defined.
 *
 * The choices are Attune's, except that limits are provisional below 20 points: NHS Education for Scotland
 * recommends a run chart there.
 */
export const minimumRatings = {
  /** Ratings before a line joins the dots. */
  line: 4,
  /** Ratings before a decline can be judged an episode, its peak included. */
  episodes: 5,
  /** Sessions both rated. */
  congruence: 6,
  /** Pairs of a session and the next. */
  lag: 6,
  /** Ratings before control limits are drawn. */
  limits: 8,
  /** Ratings before a change point is looked for. */
  changePoint: 12,
  /** Ratings below which control limits are called provisional. */
  settledLimits: 20,
} as const satisfies Record<string, number>
