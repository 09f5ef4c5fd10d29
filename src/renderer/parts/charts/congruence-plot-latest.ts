import { spotRadius } from './congruence-plot-spots.ts'
import type { CongruenceGeometry, CongruenceSpot } from './congruence-plot-spots.ts'

/** The side of a mark for its word. */
export type WordPlace = 'right' | 'left' | 'above' | 'below'

const wordWidth = 44
const wordHeight = 16

/** The side of the latest session's mark with the most room between its word and the other marks; null if none has any. */
export function latestWordPlace(
  spots: readonly CongruenceSpot[],
  geometry: Pick<CongruenceGeometry, 'x' | 'y' | 'left' | 'side'>,
): WordPlace | null {
  const latest = spots.find(({ isLatest }) => isLatest)
  if (latest === undefined) return 'right'
  const x = geometry.x(latest.client)
  const y = geometry.y(latest.therapist)
  const away = spotRadius(latest.indices.length) + 10
  const middles = {
    right: { x: x + away + wordWidth / 2, y },
    left: { x: x - away - wordWidth / 2, y },
    above: { x, y: y - away - wordHeight / 2 },
    below: { x, y: y + away + wordHeight / 2 },
  }
  const others = spots.filter((spot) => spot !== latest)
  const roomAt = (place: WordPlace) => {
    const middle = middles[place]
    // The numbers of the scale and the line's name are outside the square.
    const isOutside =
      middle.x - wordWidth / 2 < geometry.left || middle.x + wordWidth / 2 > geometry.left + geometry.side
    if (isOutside) return -1
    const distances = others.map((spot) => {
      const across = Math.max(0, Math.abs(geometry.x(spot.client) - middle.x) - wordWidth / 2)
      const along = Math.max(0, Math.abs(geometry.y(spot.therapist) - middle.y) - wordHeight / 2)
      return Math.max(0, Math.hypot(across, along) - spotRadius(spot.indices.length))
    })
    return Math.min(Number.MAX_SAFE_INTEGER, ...distances)
  }
  const places = ['right', 'left', 'above', 'below'] as const
  const best = places.reduce<WordPlace>(
    (most, place) => (roomAt(place) > roomAt(most) ? place : most),
    'right',
  )
  return roomAt(best) === 0 ? null : best
}
