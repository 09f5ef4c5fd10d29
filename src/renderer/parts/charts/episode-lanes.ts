import type { TrajectoryGeometry } from './trajectory-geometry.ts'
import type { TrajectoryEpisode } from './trajectory-types.ts'

/** An episode with its place below the axis. `words` is the text that fits; the table always has the full text. */
export type PlacedEpisode = {
  episode: TrajectoryEpisode
  lane: number
  from: number
  to: number
  labelX: number
  words: string
}

/** The width in px of a text of 13 px, estimated generously so that neighbours never touch. */
const characterWidth = 7.2
const markWidth = 16
const most = 3

/**
 * Places brackets in up to three lanes, so that no words overlap. Where room is short, the words of those that are in
 * each other's way become short names, and then marks alone. Open episodes keep their words longest.
 */
export function placeEpisodes(
  episodes: readonly TrajectoryEpisode[],
  geometry: Pick<TrajectoryGeometry, 'x' | 'right' | 'width' | 'spacing'>,
  sessionCount: number,
  fullWords: (episode: TrajectoryEpisode) => string,
): PlacedEpisode[] {
  const choices = episodes.map((episode) => ({ episode, words: [fullWords(episode), episode.label, ''] }))
  for (;;) {
    const { placed, conflicts } = placedOnce(choices, geometry, sessionCount)
    const [shortened] = conflicts.flatMap((conflict) =>
      conflict
        .flatMap((index) => choices[index] ?? [])
        .filter(({ words }) => words.length > 1)
        .toSorted((one, other) => shorteningOrder(one) - shorteningOrder(other))
        .slice(0, 1),
    )
    if (shortened === undefined) return placed
    shortened.words.shift()
  }
}

/** An episode with the words it may have, longest first. */
type Choice = { episode: TrajectoryEpisode; words: string[] }

/** The longest words of repaired episodes go first. */
const shorteningOrder = ({ episode, words }: Choice): number =>
  (episode.endIndex === null ? 1 : 0) - 2 * words.length

/**
 * Puts each bracket into the first lane with room for its words, or else into the last. Each conflict has a bracket
 * without room and those that take it.
 */
function placedOnce(
  choices: readonly Choice[],
  geometry: Pick<TrajectoryGeometry, 'x' | 'right' | 'width' | 'spacing'>,
  sessionCount: number,
): { placed: PlacedEpisode[]; conflicts: number[][] } {
  const takenUntil: number[] = []
  const takenBy: number[] = []
  const conflicts: number[][] = []
  const placed = choices.map(({ episode, words: [words = ''] }, index): PlacedEpisode => {
    const last = episode.endIndex ?? sessionCount - 1
    const from = geometry.x(episode.peakIndex)
    const to = Math.max(geometry.x(last), from + Math.min(6, geometry.spacing))
    const wide = markWidth + words.length * characterWidth
    const labelX = Math.min(from, geometry.width - wide)
    const start = Math.min(from, labelX) - 4
    const free = [0, 1, 2].find((candidate) => (takenUntil[candidate] ?? -Infinity) <= start)
    if (free === undefined) conflicts.push([...takenBy, index])
    const lane = free ?? most - 1
    takenUntil[lane] = Math.max(to, labelX + wide) + 8
    takenBy[lane] = index
    return { episode, lane, from, to, labelX, words }
  })
  return { placed, conflicts }
}

/** The number of lanes in a placement. */
export function laneCount(placed: readonly PlacedEpisode[]): number {
  return placed.reduce((count, { lane }) => Math.max(count, lane + 1), 0)
}
