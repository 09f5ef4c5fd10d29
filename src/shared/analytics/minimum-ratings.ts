/**
 * The fewest ratings from which a result may be shown. The functions themselves return every defined result.
 *
 * The choices are Attune's, except that limits are provisional below 20 points: NHS Education for Scotland recommends
 * a run chart there.
 */
export const minimumRatings = {
  /** Ratings for a line to join the dots. */
  line: 4,
  /** Ratings up to and including the peak for a decline to count as an episode. */
  episodes: 8,
  /** Sessions both rated. */
  congruence: 6,
  /** Ratings for control limits. */
  limits: 8,
  /** Ratings for a trend. */
  trend: 12,
  /** Below this number of ratings, control limits are called provisional. */
  settledLimits: 20,
} as const satisfies Record<string, number>
