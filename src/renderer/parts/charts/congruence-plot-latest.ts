import type { CongruenceGeometry, CongruenceSpot } from './congruence-plot-spots.ts'

/** The middle of the latest session's word, in px from the middle of its mark, and the line between the two. */
export type WordPlace = { x: number; y: number; line: { from: number; to: number } | null }

const wordWidth = 44
const wordHeight = 16
/** Between the ring around the mark and its word. */
const gap = 10
const step = 8

const directions = [
  { across: 1, along: 0 },
  { across: -1, along: 0 },
  { across: 0, along: -1 },
  { across: 0, along: 1 },
] as const

/**
 * The place for the word of the latest session: beside its mark where the room is widest, or else the nearest place
 * away from other marks, with a line; null if there is none inside the square.
 */
export function latestWordPlace(
  spots: readonly CongruenceSpot[],
  geometry: CongruenceGeometry,
): WordPlace | null {
  const latest = spots.find(({ isLatest }) => isLatest)
  if (latest === undefined) return null
  const others = spots.filter((spot) => spot !== latest)
  const ring = geometry.radius(latest.indices.length) + gap
  for (let further = 0; further < geometry.side; further += step) {
    const [best] = directions
      .map(({ across, along }) => {
        const [x, y] = [across * (ring + further + wordWidth / 2), along * (ring + further + wordHeight / 2)]
        const room = roomAt(
          { x: geometry.x(latest.client) + x, y: geometry.y(latest.therapist) + y },
          others,
          geometry,
        )
        return { x, y, room }
      })
      .filter(({ room }) => room > 0)
      .toSorted((one, other) => other.room - one.room)
    if (best !== undefined)
      return {
        x: best.x,
        y: best.y,
        line: further === 0 ? null : { from: ring - gap + 4, to: ring + further - 3 },
      }
  }
  return null
}

/** The distance in px of a word from the nearest mark; -1 outside the square, where numbers and names stand. */
function roomAt(
  middle: { x: number; y: number },
  others: readonly CongruenceSpot[],
  { x, y, radius, left, top, side }: CongruenceGeometry,
): number {
  const isOutside =
    middle.x - wordWidth / 2 < left ||
    middle.x + wordWidth / 2 > left + side ||
    middle.y - wordHeight / 2 < top ||
    middle.y + wordHeight / 2 > top + side
  if (isOutside) return -1
  const distances = others.map((spot) => {
    const across = Math.max(0, Math.abs(x(spot.client) - middle.x) - wordWidth / 2)
    const along = Math.max(0, Math.abs(y(spot.therapist) - middle.y) - wordHeight / 2)
    return Math.max(0, Math.hypot(across, along) - radius(spot.indices.length))
  })
  return Math.min(Number.MAX_SAFE_INTEGER, ...distances)
}
