/** One session that both rated, in points of the scale. */
export type CongruencePair = {
  number: number
  /** Calendar day, ISO text. */
  date: string
  client: number
  therapist: number
}

/** One place in the plot, with the indices of all pairs that share its two ratings. */
export type CongruenceSpot = { client: number; therapist: number; indices: number[]; isLatest: boolean }

/** Puts sessions with the same two ratings on one spot. The pairs are in the order of the sessions. */
export function congruenceSpots(pairs: readonly CongruencePair[]): CongruenceSpot[] {
  const spots = new Map<string, CongruenceSpot>()
  pairs.forEach(({ client, therapist }, index) => {
    const place = `${client} ${therapist}`
    const spot = spots.get(place) ?? { client, therapist, indices: [], isLatest: false }
    spots.set(place, spot)
    spot.indices.push(index)
    spot.isLatest ||= index === pairs.length - 1
  })
  return [...spots.values()]
}

/** The position of the plot in its drawing, in px; both scales have the same length. */
export type CongruenceGeometry = {
  width: number
  height: number
  left: number
  top: number
  side: number
  x: (client: number) => number
  y: (therapist: number) => number
  /** Radius in px of the mark for so many sessions. Its area counts them. */
  radius: (count: number) => number
}

/** Room in px around the square: the therapist's name above, numbers left and below, the line's name on the right. */
export const congruenceMargins = { top: 44, right: 112, bottom: 52, left: 44 }

const longestSide = 400
const shortestSide = 180

/**
 * Fits the square into a width, within a largest and a smallest size. The marks are as large as they can be without
 * hiding each other; those of the smallest size may still overlap.
 */
export function congruenceGeometry(
  width: number,
  { scaleBottom, scaleTop }: { scaleBottom: number; scaleTop: number },
  { closest, largest }: Crowd,
): CongruenceGeometry {
  const range = scaleTop - scaleBottom
  const { top, right, bottom, left } = congruenceMargins
  const side = Math.min(longestSide, Math.max(shortestSide, width - left - right))
  const one = Math.min(usualRadiusOfOne, largestRadius / largest, (closest * side) / range)
  return {
    width: left + side + right,
    height: top + side + bottom,
    left,
    top,
    side,
    x: (client) => left + ((client - scaleBottom) / range) * side,
    y: (therapist) => top + side - ((therapist - scaleBottom) / range) * side,
    radius: (count) => Math.max(smallestRadius, one * Math.sqrt(count)),
  }
}

const largestRadius = 18
const usualRadiusOfOne = 6
const smallestRadius = 2.5

/** How close to each other the spots are. A mark grows with the root of its sessions, so that its area counts them. */
export interface Crowd {
  /** Of all pairs of spots the shortest distance, in points of the scale, for each unit of their two roots. */
  readonly closest: number
  /** The root of the sessions on the fullest spot. */
  readonly largest: number
}

/** Measures how close spots are. Compares each with each, so work it out once for a course, not for each width. */
export function crowdOf(spots: readonly CongruenceSpot[]): Crowd {
  const roots = spots.map(({ indices }) => Math.sqrt(indices.length))
  let closest = Number.POSITIVE_INFINITY
  spots.forEach((spot, index) => {
    for (let other = 0; other < index; other += 1) {
      const { client, therapist } = spots[other] ?? spot
      const distance = Math.hypot(spot.client - client, spot.therapist - therapist)
      closest = Math.min(closest, distance / ((roots[index] ?? 1) + (roots[other] ?? 1)))
    }
  })
  return { closest, largest: Math.max(1, ...roots) }
}

/** Whether each mark of several sessions has room for their number. */
export function areCountsShown(
  spots: readonly CongruenceSpot[],
  geometry: Pick<CongruenceGeometry, 'radius'>,
): boolean {
  return spots.every(
    ({ indices: { length: count } }) =>
      // A digit is about 8 px wide and 9 px high, and needs a margin.
      count < 2 || geometry.radius(count) >= Math.hypot(String(count).length * 4, 4.5) + 1.5,
  )
}

/** The spot under the pointer, or within 12 px of it; null if there is none. */
export function spotAt(
  spots: readonly CongruenceSpot[],
  geometry: CongruenceGeometry,
  x: number,
  y: number,
): CongruenceSpot | null {
  const reach = 12
  let nearest: { spot: CongruenceSpot; distance: number } | null = null
  for (const spot of spots) {
    const distance = Math.hypot(geometry.x(spot.client) - x, geometry.y(spot.therapist) - y)
    const isWithin = distance <= geometry.radius(spot.indices.length) + reach
    if (isWithin && (nearest === null || distance < nearest.distance)) nearest = { spot, distance }
  }
  return nearest?.spot ?? null
}
