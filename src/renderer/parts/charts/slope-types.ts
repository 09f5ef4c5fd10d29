/** How one rating goes with another: points of the other for one point of this, with its interval. */
export type SlopeRow = {
  id: string
  name: string
  /** Whether both ratings are of the same session, or the other one of the next. */
  session: 'same' | 'next'
  sessionName: string
  points: number
  low: number
  high: number
  /** The number of pairs. */
  n: number
}
